//! A site's project: an example with the package as it was packed.

use halfyear_browser_tests::{Error, folder};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A folder with an example in it, into which the package is installed.
pub struct Project(PathBuf);

/// Where what the examples depend on is installed.
fn modules() -> Result<PathBuf, Error> {
    folder("HALFYEAR_NODE_MODULES")
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

impl Project {
    /// Copies an example into a folder of the name `name` and installs the package there.
    pub fn fresh(example: &str, name: &str) -> Result<Project, Error> {
        let around = folder("HALFYEAR_BUNDLED")?.join(name);
        if around.exists() {
            fs::remove_dir_all(&around)?;
        }
        let project = Project(around.join("project"));
        copy(&examples().join(example), &project.0)?;
        // Node looks for what a project does not hold in the folders around it.
        std::os::unix::fs::symlink(modules()?, around.join("node_modules"))?;
        project.install()?;
        Ok(project)
    }

    /// Installs the package alone; that the rest fits what the example asks for is checked.
    fn install(&self) -> Result<(), Error> {
        let manifest = self.0.join("package.json");
        let mut told: Value = serde_json::from_slice(&fs::read(&manifest)?)?;
        for list in ["dependencies", "devDependencies"] {
            for (package, range) in told[list].as_object().into_iter().flatten() {
                if package != "half-year-infographic" {
                    fits(package, range.as_str().unwrap_or_default())?;
                }
            }
            told[list] = Value::Object(serde_json::Map::new());
        }
        fs::write(&manifest, told.to_string())?;
        let dist = folder("HALFYEAR_DIST")?;
        let archive = fs::read_dir(&dist)?.flatten().map(|it| it.path());
        let archive = archive
            .into_iter()
            .find(|it| it.extension() == Some("tgz".as_ref()));
        let archive = archive.ok_or("the package is not packed")?;
        let mut npm = Command::new("npm");
        npm.args([
            "install",
            "--offline",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
        ]);
        run(npm.arg(archive).current_dir(&self.0))?;
        Ok(())
    }

    /// Writes a file of the project.
    pub fn write(&self, name: &str, text: &str) -> Result<(), Error> {
        Ok(fs::write(self.0.join(name), text)?)
    }

    /// Where built sites lie.
    pub fn built(&self) -> PathBuf {
        self.0.join("built")
    }

    /// Builds the site into a folder below [`Project::built`], for the address `base`.
    pub fn build(&self, below: &str, base: &str) -> Result<(), Error> {
        let mut vite = self.vite()?;
        vite.args(["build", "--logLevel", "warn", "--base", base, "--outDir"]);
        let said = run(vite.arg(self.built().join(below)))?;
        if said.trim().is_empty() {
            return Ok(());
        }
        Err(format!("vite warns: {said}").into())
    }

    /// Fails where the bundler left a file of the package out, or put it into another.
    pub fn holds_everything(&self, below: &str) -> Result<(), Error> {
        let assets = self.built().join(below).join("assets");
        let mut built = Vec::new();
        for entry in fs::read_dir(&assets)?.flatten() {
            built.push((
                entry.file_name().to_string_lossy().into_owned(),
                fs::read(entry.path())?,
            ));
        }
        let package = self.0.join("node_modules/half-year-infographic");
        let loader = fs::read_to_string(package.join("half-year-infographic.js"))?;
        let named = loader
            .split("new URL(\"./")
            .skip(1)
            .filter_map(|it| it.split('"').next());
        let named: Vec<&str> = named.collect();
        if named.len() < 5 {
            return Err(format!("the loader names only {named:?}").into());
        }
        for name in named {
            let content = fs::read(package.join(name))?;
            let whole = built.iter().filter(|it| it.1 == content).count();
            if whole != 1 {
                let names: Vec<_> = built.iter().map(|it| &it.0).collect();
                return Err(format!("{name} is {whole} times among {names:?}").into());
            }
        }
        Ok(())
    }

    /// Serves the site as its writers see it.
    pub fn serve(&self) -> Result<Server, Error> {
        let mut vite = self.vite()?;
        vite.args([
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--clearScreen",
            "false",
        ]);
        let mut process = vite.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let told = process.stdout.take().ok_or("vite says nothing")?;
        let mut server = Server {
            process,
            address: String::new(),
        };
        for line in BufReader::new(told).lines() {
            let line = line?;
            if let Some(start) = line.find("http://") {
                // The address is printed in colours where a terminal is thought of.
                let address = line[start..].split(|c: char| c.is_whitespace() || c.is_control());
                server.address = address.take(1).collect();
                return Ok(server);
            }
        }
        Err("vite ended before it served".into())
    }

    /// Checks the types of the project.
    pub fn types(&self) -> Result<(), Error> {
        let mut tsc = Command::new("node");
        tsc.arg(modules()?.join("typescript/bin/tsc"));
        run(tsc.arg("--noEmit").current_dir(&self.0)).map(drop)
    }

    fn vite(&self) -> Result<Command, Error> {
        let mut vite = Command::new("node");
        vite.arg(modules()?.join("vite/bin/vite.js"));
        vite.env("NO_COLOR", "1").current_dir(&self.0);
        Ok(vite)
    }
}

/// A site that is served; it ends with this value.
pub struct Server {
    process: Child,
    address: String,
}

impl Server {
    /// Where it is served.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Fails unless the installed version of `package` is one that `^1.2.3` allows.
fn fits(package: &str, range: &str) -> Result<(), Error> {
    let manifest = modules()?.join(package).join("package.json");
    let manifest = fs::read(&manifest).map_err(|e| format!("{package}: {e}"))?;
    let manifest: Value = serde_json::from_slice(&manifest)?;
    let numbers = |version: &str| -> Vec<u32> {
        version
            .split('.')
            .filter_map(|it| it.parse().ok())
            .collect()
    };
    let installed = numbers(manifest["version"].as_str().unwrap_or_default());
    let wanted = numbers(range.strip_prefix('^').unwrap_or_default());
    if installed.first() == wanted.first() && installed >= wanted && wanted.len() == 3 {
        return Ok(());
    }
    Err(format!("an example asks for {package} {range}, tested with {installed:?}").into())
}

/// What a program said, where it ended well.
fn run(command: &mut Command) -> Result<String, Error> {
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|e| format!("cannot start {command:?}: {e}"))?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    if output.status.success() {
        return Ok(said);
    }
    Err(format!("{command:?} failed:\n{said}").into())
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)?.flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            // What somebody who tried the example left in it.
            true if ["node_modules", "dist"]
                .map(Some)
                .contains(&entry.file_name().to_str()) => {}
            true => copy(&path, &target)?,
            false => fs::copy(&path, &target).map(drop)?,
        }
    }
    Ok(())
}
