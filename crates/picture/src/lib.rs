//! A bundle and choices to a picture.
