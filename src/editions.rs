/// The editions of `seeds/`, as id and bundle in JSON.
///
/// The widget does not hold them: a page loads the one it shows from `editions/ID.json`.
pub fn editions() -> &'static [(&'static str, &'static str)] {
    include!(concat!(env!("OUT_DIR"), "/editions.rs"))
}
