//! The widget in real browsers, through WebDriver.
