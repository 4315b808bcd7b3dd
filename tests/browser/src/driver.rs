//! Browsers and the programs through which they are driven.

use crate::Error;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};

/// A kind of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium and Chrome, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// The engine of Safari and GNOME Web, through WebKitGTK's driver.
    WebKit,
}

impl Engine {
    /// The engines that every test runs in: the one whose tools can emulate
    /// what tests need.
    pub const ALL: [Engine; 1] = [Engine::Chromium];

    /// The engines that draw alike.
    pub const DRAWING: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The name in the title of a test.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    fn driver(self) -> Result<PathBuf, Error> {
        crate::folder(match self {
            Engine::Chromium => "HALFYEAR_CHROMEDRIVER",
            Engine::Firefox => "HALFYEAR_GECKODRIVER",
            Engine::WebKit => "HALFYEAR_WEBKITDRIVER",
        })
    }

    fn capabilities(self) -> Result<Capabilities, Error> {
        let wanted = match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": crate::folder("HALFYEAR_CHROMIUM")?,
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                        "--disable-dev-shm-usage", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--no-first-run",
                        "--font-render-hinting=none", "--force-color-profile=srgb",
                        "--hide-scrollbars",
                    ],
                },
            }),
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": crate::folder("HALFYEAR_FIREFOX")?,
                    "args": ["-headless"],
                    "prefs": { "ui.prefersReducedMotion": 1 },
                },
            }),
            Engine::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": crate::folder("HALFYEAR_WEBKIT")?,
                    "args": ["--automation"],
                },
            }),
        };
        Ok(serde_json::from_value(wanted)?)
    }
}

/// A running WebDriver program; it ends with this value.
pub struct Driver {
    engine: Engine,
    address: String,
    _process: Process,
    /// What a browser without a headless mode draws on.
    _screen: Option<Process>,
}

/// A program that ends with this value.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen in memory, and its name.
fn screen() -> Result<(Process, String), Error> {
    let mut process = Command::new(crate::folder("HALFYEAR_XVFB")?)
        .args(["-displayfd", "1", "-screen", "0", "1400x6000x24"])
        .args(["-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| format!("cannot start Xvfb: {e}"))?;
    let told = process.stdout.take();
    let process = Process(process);
    let mut number = String::new();
    if let Some(told) = told {
        BufReader::new(told).read_line(&mut number)?;
    }
    match number.trim() {
        "" => Err("Xvfb opened no screen: start it by hand and look at what it says".into()),
        number => Ok((process, format!(":{number}"))),
    }
}

impl Driver {
    /// Starts the program for `engine` and waits until it listens.
    ///
    /// # Errors
    /// When it is not installed or does not come up.
    pub fn start(engine: Engine) -> Result<Driver, Error> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let program = engine.driver()?;
        let mut command = Command::new(&program);
        command
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut held = None;
        if engine == Engine::WebKit {
            let (process, name) = screen()?;
            held = Some(process);
            command.env("DISPLAY", name);
            // Its sandbox wants rights that a container does not give; the
            // pages are our own.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        let process = command
            .spawn()
            .map_err(|e| format!("cannot start {}: {e}", program.display()))?;
        let mut process = Process(process);
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = process.0.try_wait()?;
            if ended.is_some() || began.elapsed() > Duration::from_secs(30) {
                let name = program.display();
                return Err(
                    format!("{name} does not listen on port {port}: start it by hand").into(),
                );
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(Driver {
            engine,
            address: format!("http://127.0.0.1:{port}"),
            _process: process,
            _screen: held,
        })
    }

    /// Which browser it drives.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A new browser with a fresh profile. Quit it, or it outlives the test.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn browser(&self) -> Result<WebDriver, Error> {
        let capabilities = self.engine.capabilities()?;
        Ok(WebDriver::new(self.address.as_str(), capabilities).await?)
    }
}
