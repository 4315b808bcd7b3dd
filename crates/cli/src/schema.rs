//! `halfyear schema`.

use crate::{Done, output};

pub fn run() -> Done {
    output::print(&halfyear_bundle::schema())
}
