//! What the machine itself has to offer: the Rust toolchain's parts, browsers,
//! their drivers, fonts, Node.

use crate::plan::Plan;
use crate::process::{Done, Failure, Output, answer, program, run};
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

/// Whether `name` can be found on the PATH.
pub fn has(name: &str) -> bool {
    which(&[name]).is_some()
}

/// The first of `names` that is on the PATH.
pub fn which(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let places = folders.iter().map(|folder| folder.join(name));
        places.into_iter().find(|place| place.is_file())
    })
}

/// Chromium or a browser of its family.
pub fn chromium() -> Option<PathBuf> {
    which(&[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ])
}

/// The program through which tests speak to Chromium.
pub fn chromedriver() -> Option<PathBuf> {
    which(&["chromedriver"])
}

/// Adds the step for what rust-toolchain.toml lists and rustup has not got:
/// toolchains installed by hand may lack it.
pub fn plan_rust(plan: &mut Plan) {
    let installed = |list: &[&str], wanted: &[&str]| {
        answer(&mut program("rustup", list)).is_some_and(|text| {
            wanted
                .iter()
                .all(|item| text.lines().any(|l| l.starts_with(item)))
        })
    };
    let target = "wasm32-unknown-unknown";
    let parts = ["clippy", "rust-src", "rustfmt"];
    let complete = installed(&["target", "list", "--installed"], &[target])
        && installed(&["component", "list", "--installed"], &parts);
    if complete || !has("rustup") {
        return;
    }
    plan.step(
        "install the wasm32 target and the parts of Rust that rust-toolchain.toml names",
        "Run `rustup toolchain install` in this folder and look at what it says.",
        move || {
            run(
                &mut program("rustup", &["target", "add", target]),
                Output::Progress,
            )?;
            let mut components = program("rustup", &["component", "add"]);
            run(components.args(parts), Output::Progress)
        },
    );
}

/// Adds the step that installs a browser, its driver and a Chinese font.
pub fn plan_browser(plan: &mut Plan) {
    let mut packages = Vec::new();
    if chromium().is_none() {
        packages.push("chromium");
    }
    if chromedriver().is_none() {
        packages.push("chromium-driver");
    }
    let fonts = answer(&mut program("fc-list", &[":lang=zh", "family"]));
    if fonts.is_none_or(|families| families.is_empty()) && cfg!(target_os = "linux") {
        packages.extend(["fontconfig", "fonts-noto-cjk"]);
    }
    plan_packages(
        plan,
        packages,
        "Install Chromium (or Chrome), a chromedriver of the same version and a Chinese font so \
         that `chromium` and `chromedriver` are on the PATH, then run it again.",
    );
}

/// Firefox.
pub fn firefox() -> Option<PathBuf> {
    which(&["firefox-esr", "firefox"])
}

/// The program through which tests speak to WebKitGTK.
pub fn webkit_driver() -> Option<PathBuf> {
    which(&["WebKitWebDriver"])
}

/// The browser that comes with WebKitGTK, on no path.
pub fn webkit() -> Option<PathBuf> {
    let name = format!(
        "/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        env::consts::ARCH
    );
    Some(PathBuf::from(name)).filter(|path| path.is_file())
}

/// Adds the step that installs the other two engines, and a screen in memory
/// for the one that cannot do without.
pub fn plan_engines(plan: &mut Plan) {
    let mut packages = Vec::new();
    if firefox().is_none() {
        packages.push("firefox-esr");
    }
    if webkit_driver().is_none() || webkit().is_none() {
        packages.push("webkit2gtk-driver");
    }
    if !has("Xvfb") {
        packages.push("xvfb");
    }
    plan_packages(
        plan,
        packages,
        "Install Firefox, WebKitGTK with its WebKitWebDriver and MiniBrowser, and Xvfb, then run \
         it again.",
    );
}

/// Adds the step that installs Node with npm.
pub fn plan_node(plan: &mut Plan) {
    let packages = match (has("node"), has("npm")) {
        (true, true) => vec![],
        (true, false) => vec!["npm"],
        (false, _) => vec!["nodejs", "npm"],
    };
    plan_packages(
        plan,
        packages,
        "Install Node 18 or newer with npm, then run it again.",
    );
}

fn plan_packages(plan: &mut Plan, packages: Vec<&'static str>, advice: &'static str) {
    if packages.is_empty() {
        return;
    }
    let title = format!("install {} with apt-get", packages.join(", "));
    plan.step(title, advice, move || install_packages(&packages));
}

fn install_packages(packages: &[&str]) -> Done {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let id = release.lines().find_map(|line| line.strip_prefix("ID="));
    // Ubuntu's package of Chromium only installs a snap, which neither runs in
    // a container nor obeys its driver.
    if id == Some("ubuntu") && packages.contains(&"chromium") {
        return Err("this system's package of Chromium is not one that a driver can use".into());
    }
    if !has("apt-get") {
        return Err("there is no apt-get here".into());
    }
    let sudo = match answer(&mut program("id", &["-u"])).as_deref() {
        Some("0") => false,
        _ if answer(&mut program("sudo", &["-n", "true"])).is_some() => true,
        _ if has("sudo") && io::stdin().is_terminal() => true,
        _ => return Err(Failure::from("installing packages needs root or sudo")),
    };
    let apt = |arguments: &[&str]| {
        let mut command = match sudo {
            true => program("sudo", &["DEBIAN_FRONTEND=noninteractive", "apt-get"]),
            false => program("apt-get", &[]),
        };
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
            .args(["-q", "-o", "DPkg::Lock::Timeout=300"])
            .args(arguments);
        command
    };
    run(&mut apt(&["update"]), Output::Progress)?;
    let mut install = apt(&["install", "--yes", "--no-install-recommends"]);
    run(install.args(packages), Output::Progress)
}

/// Tells `command` where the browser and its driver are.
pub fn tell_browser(command: &mut Command) -> Done {
    let (browser, driver) = chromium()
        .zip(chromedriver())
        .ok_or("no browser is installed")?;
    command
        .env("HALFYEAR_CHROMIUM", browser)
        .env("HALFYEAR_CHROMEDRIVER", driver);
    Ok(())
}

/// Tells `command` where the other two engines are.
pub fn tell_engines(command: &mut Command) -> Done {
    for (name, program) in [
        ("HALFYEAR_FIREFOX", firefox()),
        ("HALFYEAR_WEBKITDRIVER", webkit_driver()),
        ("HALFYEAR_WEBKIT", webkit()),
        ("HALFYEAR_XVFB", which(&["Xvfb"])),
    ] {
        let program = program.ok_or("Firefox, WebKitGTK or Xvfb is not installed")?;
        command.env(name, program);
    }
    Ok(())
}
