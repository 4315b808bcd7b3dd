//! Programs in exact versions, kept in the person's cache and shared by clones.

use crate::folders::{cache, lock, locked_version};
use crate::machine;
use crate::plan::Plan;
use crate::process::{Done, Failure, Output, answer, program, run};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132.0.0";
const GECKODRIVER: &str = "0.37.1";
const AXE: &str = "4.14.1";
const ESBUILD: &str = "0.28.2";
const CHARTJS: &str = "4.6.1";
const LIT: &str = "3.3.3";
/// A bundler, and what sites are written in that use one.
const VITE: &[(&str, &str)] = &[
    ("vite", "8.3.8"),
    ("react", "19.3.1"),
    ("react-dom", "19.3.1"),
    ("@types/react", "19.3.0"),
    ("@types/react-dom", "19.3.0"),
    ("@vitejs/plugin-react", "6.3.0"),
    ("vue", "3.5.45"),
    ("@vitejs/plugin-vue", "6.0.11"),
    ("svelte", "5.57.3"),
    ("@sveltejs/vite-plugin-svelte", "7.3.1"),
    ("typescript", "7.0.2"),
];

/// A program that this project needs in a certain version.
pub struct Tool {
    /// The name of its folder.
    name: &'static str,
    version: String,
    from: Registry,
    /// Where the program is, below the tool's folder.
    program: &'static str,
}

enum Registry {
    /// A crate, compiled here unless the person has cargo-binstall.
    Crates(&'static str),
    /// A package for Node.
    Npm(&'static str),
    /// Packages for Node that are used together, with their versions.
    Together(&'static [(&'static str, &'static str)]),
}

/// Serves the preview.
pub fn trunk() -> Tool {
    Tool {
        name: "trunk",
        version: TRUNK.to_owned(),
        from: Registry::Crates("trunk"),
        program: "bin/trunk",
    }
}

/// Makes a wasm callable from JavaScript. Its version has to be that of the
/// library in the wasm.
pub fn wasm_bindgen() -> Result<Tool, Failure> {
    Ok(Tool {
        name: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        from: Registry::Crates("wasm-bindgen-cli"),
        program: "bin/wasm-bindgen",
    })
}

/// Makes a wasm smaller.
pub fn wasm_opt() -> Tool {
    Tool {
        name: "binaryen",
        version: BINARYEN.to_owned(),
        from: Registry::Npm("binaryen"),
        program: "node_modules/.bin/wasm-opt",
    }
}

/// The program through which tests speak to Firefox.
pub fn geckodriver() -> Tool {
    Tool {
        name: "geckodriver",
        version: GECKODRIVER.to_owned(),
        from: Registry::Crates("geckodriver"),
        program: "bin/geckodriver",
    }
}

/// Rules of accessibility, as a script for a page.
pub fn axe() -> Tool {
    Tool {
        name: "axe-core",
        version: AXE.to_owned(),
        from: Registry::Npm("axe-core"),
        program: "node_modules/axe-core/axe.min.js",
    }
}

/// Makes JavaScript smaller.
pub fn esbuild() -> Tool {
    Tool {
        name: "esbuild",
        version: ESBUILD.to_owned(),
        from: Registry::Npm("esbuild"),
        program: "node_modules/.bin/esbuild",
    }
}

/// What the page is measured against: a library for charts.
pub fn chartjs() -> Tool {
    Tool {
        name: "chart.js",
        version: CHARTJS.to_owned(),
        from: Registry::Npm("chart.js"),
        program: "node_modules/chart.js/package.json",
    }
}

/// What the page is measured against: a library for custom elements.
pub fn lit() -> Tool {
    Tool {
        name: "lit",
        version: LIT.to_owned(),
        from: Registry::Npm("lit"),
        program: "node_modules/lit/package.json",
    }
}

/// Builds the pages of those who install the package.
pub fn vite() -> Tool {
    // Another version of any of them is another folder.
    let versions: Vec<&str> = VITE.iter().map(|it| it.1).collect();
    Tool {
        name: "vite",
        version: versions.join("+"),
        from: Registry::Together(VITE),
        program: "node_modules/vite/bin/vite.js",
    }
}

impl Tool {
    /// Where a package for Node lies with what it needs.
    pub fn modules(&self) -> Result<PathBuf, Failure> {
        Ok(self.folder()?.join("node_modules"))
    }

    /// The version as people speak of it.
    fn title(&self) -> String {
        match &self.from {
            Registry::Together([(_, first), rest @ ..]) => {
                format!("{first} with {} packages beside it", rest.len())
            }
            _ => self.version.clone(),
        }
    }

    fn folder(&self) -> Result<PathBuf, Failure> {
        Ok(cache()?
            .join("tools")
            .join(format!("{}-{}", self.name, self.version)))
    }

    /// The program: from the cache, or the person's own of the same version.
    pub fn find(&self) -> Option<PathBuf> {
        let cached = self.folder().ok()?.join(self.program);
        if cached.exists() {
            return Some(cached);
        }
        let name = cached.file_name()?;
        let told = answer(Command::new(name).arg("--version"))?;
        let same = told.split_whitespace().any(|word| word == self.version);
        same.then(|| PathBuf::from(name))
    }

    /// The program, which an earlier step has installed.
    pub fn path(&self) -> Result<PathBuf, Failure> {
        self.find()
            .ok_or_else(|| format!("`{}` {} is not there", self.name, self.version).into())
    }

    /// Adds the steps that install it, unless it is there.
    pub fn plan(self, plan: &mut Plan) {
        if self.find().is_some() {
            return;
        }
        let how = match self.from {
            Registry::Crates(_) if !machine::has("cargo-binstall") => {
                " (compiled once, which takes minutes; cargo-binstall on the PATH makes it seconds)"
            }
            _ => "",
        };
        plan.step(
            format!("install {} {}{how}", self.name, self.title()),
            "Look at the lines above: most often the network was away; then run it again.",
            move || self.install(),
        );
    }

    /// Installs beside the final place and renames, so that a folder with the
    /// tool's name is always whole.
    fn install(&self) -> Done {
        let folder = self.folder()?;
        let parent = folder.parent().unwrap_or(&folder);
        fs::create_dir_all(parent).map_err(|e| Failure::at("create", parent, e))?;
        let beside = |suffix: &str| {
            let mut name = OsString::from(".");
            name.push(folder.file_name().unwrap_or_default());
            name.push(suffix);
            parent.join(name)
        };
        let _alone = lock(&beside(".lock"), "another clone is installing it")?;
        if folder.join(self.program).exists() {
            return Ok(());
        }
        let part = beside(".part");
        for leftover in [&part, &folder] {
            if leftover.exists() {
                fs::remove_dir_all(leftover).map_err(|e| Failure::at("remove", leftover, e))?;
            }
        }
        fs::create_dir_all(&part).map_err(|e| Failure::at("create", &part, e))?;
        match self.from {
            Registry::Crates(package) => self.install_crate(package, &part)?,
            Registry::Npm(package) => install_npm(&[(package, &self.version)], &part)?,
            Registry::Together(packages) => install_npm(packages, &part)?,
        }
        if !part.join(self.program).exists() {
            let missing = format!("the package of {} holds no {}", self.name, self.program);
            return Err(missing.into());
        }
        fs::rename(&part, &folder).map_err(|e| Failure::at("name", &folder, e))
    }

    fn install_crate(&self, package: &str, into: &Path) -> Done {
        let root = into.to_string_lossy();
        // Away from the repository, whose compiler flags are not meant for it.
        let cargo = |arguments: &[&str]| {
            let mut command = program("cargo", arguments);
            command
                .current_dir(into)
                .env("CARGO_TARGET_DIR", into.join("build"));
            command
        };
        let version = self.version.as_str();
        if machine::has("cargo-binstall") {
            let mut prebuilt = cargo(&["binstall", "--no-confirm", "--disable-strategies"]);
            prebuilt.args(["compile", "--version", version, "--root", &root, package]);
            if run(&mut prebuilt, Output::Progress).is_ok() {
                return Ok(());
            }
            eprintln!("      nothing prebuilt for this machine: compiling it");
        }
        // The dependencies that its author tried first; a registry mirror may
        // lack one of them, then those that fit.
        for locked in [&["--locked"][..], &[]] {
            let mut compile = cargo(&["install", package, "--version", version, "--root", &root]);
            compile.args(locked);
            // Its own release profile takes a quarter of an hour for speed
            // that nobody notices here.
            compile.envs([
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
                ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
            ]);
            let done = run(&mut compile, Output::Progress);
            if done.is_ok() || locked.is_empty() {
                let build = into.join("build");
                let _ = fs::remove_dir_all(build);
                return done;
            }
            eprintln!("      again, with the dependencies that the registry has");
        }
        Ok(())
    }
}

fn install_npm(packages: &[(&str, &str)], into: &Path) -> Done {
    let mut npm = program("npm", &["install", "--no-audit", "--no-fund"]);
    npm.args(["--ignore-scripts", "--prefix"]).arg(into);
    npm.args(
        packages
            .iter()
            .map(|(name, version)| format!("{name}@{version}")),
    );
    run(npm.current_dir(into), Output::Progress)
}
