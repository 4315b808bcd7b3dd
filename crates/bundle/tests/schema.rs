//! The committed schema is the one that the types give.

/// `UPDATE=1 cargo test -p halfyear-bundle` writes it anew.
#[test]
fn the_committed_schema_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/bundle.schema.json");
    let schema = halfyear_bundle::schema();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &schema).expect("the crate's folder can be written to");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == schema,
        "{path} is out of date: run UPDATE=1 cargo test -p halfyear-bundle"
    );
}
