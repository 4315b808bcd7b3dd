//! Where things are kept: the repository, the person's cache, what is built.

use crate::failure::{Done, Failure};
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The layout of the cache folder. A change of layout takes the next number,
/// so that an older clone beside this one goes on working.
const LAYOUT: &str = "v1";

/// The root of this clone.
pub fn repository() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR")
        .unwrap_or_else(|| OsString::from(env!("CARGO_MANIFEST_DIR")));
    let mut root = PathBuf::from(xtask);
    root.pop();
    root
}

/// The person's cache folder for this project, shared by all clones.
pub fn cache() -> Result<PathBuf, Failure> {
    let folder = |name| {
        env::var_os(name)
            .filter(|v| !v.is_empty())
            .map(PathBuf::from)
    };
    let base = folder("XDG_CACHE_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| {
            let caches = if cfg!(target_os = "macos") {
                "Library/Caches"
            } else {
                ".cache"
            };
            folder("HOME").map(|home| home.join(caches))
        });
    let base = base.ok_or("no cache folder is known: set HOME or XDG_CACHE_HOME")?;
    Ok(base.join("halfyear").join(LAYOUT))
}

/// What this clone's pages are assembled in: below the repository's own
/// `target`, because two clones must not overwrite each other's pages.
pub fn pages(name: &str) -> PathBuf {
    repository().join("target").join(name)
}

/// The folder of compiled code while this process works in it.
///
/// Clones share it, so that a second one starts warm. Cargo tells the
/// workspace's own crates of two clones apart by nothing but the age of their
/// files, so they are marked out of date whenever another clone comes in; the
/// lock keeps two clones from working there at once.
pub struct Compiled {
    pub path: PathBuf,
    _lock: Option<File>,
}

impl Compiled {
    /// Waits until no other clone works in the folder.
    pub fn claim() -> Result<Compiled, Failure> {
        if let Some(own) = env::var_os("CARGO_TARGET_DIR") {
            let path = repository().join(own);
            return Ok(Compiled { path, _lock: None });
        }
        let path = cache()?.join("target");
        fs::create_dir_all(&path).map_err(|e| Failure::at("create", &path, e))?;
        let lock = lock(&path.join(".claim"), "another clone is building")?;
        let owner = path.join(".clone");
        let root = repository();
        let root = root.as_os_str().as_encoded_bytes();
        if fs::read(&owner).is_ok_and(|known| known != root) {
            outdate(&path, 4)?;
        }
        fs::write(&owner, root).map_err(|e| Failure::at("write", &owner, e))?;
        Ok(Compiled {
            path,
            _lock: Some(lock),
        })
    }
}

/// Removes what cargo remembers of the workspace's own crates.
fn outdate(folder: &Path, depth: u8) -> Done {
    let entries = fs::read_dir(folder).map_err(|e| Failure::at("read", folder, e))?;
    for entry in entries.flatten().filter(|entry| entry.path().is_dir()) {
        let path = entry.path();
        let name = entry.file_name();
        let name_of = |package: &[u8]| name.as_encoded_bytes().starts_with(package);
        let ours = name_of(b"halfyear-") || name_of(b"xtask-");
        if ours && folder.ends_with(".fingerprint") {
            fs::remove_dir_all(&path).map_err(|e| Failure::at("remove", &path, e))?;
        } else if depth > 0 && (name == ".fingerprint" || !folder.ends_with(".fingerprint")) {
            outdate(&path, depth - 1)?;
        }
    }
    Ok(())
}

/// Holds the lock on `path` until the file is dropped; says so when it waits.
pub fn lock(path: &Path, holder: &str) -> Result<File, Failure> {
    let file = File::create(path).map_err(|e| Failure::at("create", path, e))?;
    if file.try_lock().is_err() {
        eprintln!("      {holder}: waiting for it to finish");
        file.lock().map_err(|e| Failure::at("lock", path, e))?;
    }
    Ok(file)
}

/// The version of `package` in this clone's Cargo.lock.
pub fn locked_version(package: &str) -> Result<String, Failure> {
    let path = repository().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|e| Failure::at("read", &path, e))?;
    let mut lines = text
        .lines()
        .skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""));
    version
        .and_then(|version| version.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| {
            format!("no `{package}` in Cargo.lock: run `cargo update --workspace`").into()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_crates_are_outdated() {
        let folder = env::temp_dir().join(format!("halfyear-outdate-{}", std::process::id()));
        let made = |path: &str| folder.join(path).join("invoked.timestamp");
        let all = [
            ("debug/.fingerprint/halfyear-0a", false),
            ("debug/.fingerprint/halfyear-reader-0b", false),
            ("debug/.fingerprint/serde-0c", true),
            ("wasm32-unknown-unknown/widget/.fingerprint/xtask-0d", false),
            ("debug/deps/halfyear-0e", true),
        ];
        for (path, _) in all {
            fs::create_dir_all(folder.join(path)).unwrap();
            fs::write(made(path), "").unwrap();
        }
        let done = outdate(&folder, 4);
        let left = all.map(|(path, _)| (path, made(path).exists()));
        fs::remove_dir_all(&folder).unwrap();
        assert!(done.is_ok());
        assert_eq!(left, all);
    }
}
