//! Facts and an edition file to a bundle.
