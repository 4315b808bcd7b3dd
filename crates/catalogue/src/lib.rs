//! Known indicators and units, as data.
