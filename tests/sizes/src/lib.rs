//! What files weigh: raw, gzip and brotli.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// How many bytes a file is.
#[derive(Clone, Copy)]
pub struct Weight {
    /// As it lies there.
    pub raw: usize,
    /// After `gzip -9`.
    pub gzip: usize,
    /// After brotli at its highest quality (11, window 2^22).
    pub brotli: usize,
}

/// Every file of a folder and of those in it, by its path from there.
///
/// # Errors
/// When one cannot be read.
pub fn weigh_folder(folder: &Path) -> io::Result<BTreeMap<String, Weight>> {
    let mut weights = BTreeMap::new();
    let mut pending = vec![folder.to_path_buf()];
    while let Some(next) = pending.pop() {
        for entry in std::fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path);
                weights.insert(name.display().to_string(), weigh(&std::fs::read(&path)?)?);
            }
        }
    }
    Ok(weights)
}

fn weigh(bytes: &[u8]) -> io::Result<Weight> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(bytes)?;
    brotli.flush()?;
    Ok(Weight {
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.into_inner().len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_what_can_be_unpacked_again() {
        let text = "a thread, a thread, a thread".repeat(100);
        let weight = weigh(text.as_bytes()).expect("memory");
        assert_eq!(weight.raw, text.len());
        assert!(weight.brotli < weight.gzip && weight.gzip < 100);
    }
}
