//! `halfyear schema`.

use crate::{Done, output};

pub fn run() -> Done {
    output::print_all(&halfyear_bundle::schema())
}
