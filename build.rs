//! Makes the bundles of all seeds, so that a figure that its text does not support stops the build.

fn main() {
    halfyear_edition::files::for_cargo("seeds".as_ref());
}
