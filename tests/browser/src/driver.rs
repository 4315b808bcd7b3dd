//! Browsers and the programs through which they are driven.

use crate::Error;
use serde_json::json;
use std::env;
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
}

impl Engine {
    /// The engines that tests run in.
    pub const ALL: [Engine; 1] = [Engine::Chromium];

    /// The name in the title of a test.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
        }
    }

    fn driver(self) -> Result<PathBuf, Error> {
        match self {
            Engine::Chromium => crate::folder("HALFYEAR_CHROMEDRIVER"),
        }
    }

    fn capabilities(self) -> Result<Capabilities, Error> {
        let wanted = match self {
            Engine::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": env::var("HALFYEAR_CHROMIUM")?,
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                        "--disable-dev-shm-usage", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--no-first-run",
                        "--font-render-hinting=none", "--force-color-profile=srgb",
                        "--hide-scrollbars",
                    ],
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
    process: Child,
}

impl Driver {
    /// Starts the program for `engine` and waits until it listens.
    ///
    /// # Errors
    /// When it is not installed or does not come up.
    pub fn start(engine: Engine) -> Result<Driver, Error> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let program = engine.driver()?;
        let mut process = Command::new(&program)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| format!("cannot start {}: {e}", program.display()))?;
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = process.try_wait()?;
            if ended.is_some() || began.elapsed() > Duration::from_secs(30) {
                let _ = process.kill();
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
            process,
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

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
