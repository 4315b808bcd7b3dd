//! One window: what is in it, what it logged, what it looks like.

use crate::{Driver, Engine, Error, Picture};
use base64::Engine as _;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;

/// How long a page may take to reach a state that a test waits for. Only a
/// failing test ever waits that long.
const PATIENCE: Duration = Duration::from_secs(20);

/// Notes what a page's own console does not hold, and the events of the widget
/// in the order in which they came.
pub(crate) const RECORDER: &str = "
    window.__log = [];
    window.__events = [];
    addEventListener('error', e => __log.push('error: ' + (e.message || e.target?.src)), true);
    addEventListener('unhandledrejection', e => __log.push('unhandled rejection: ' + e.reason));
    addEventListener('securitypolicyviolation', e =>
        __log.push('policy violation: ' + e.violatedDirective + ' ' + e.blockedURI));
    for (const type of ['half-year-ready', 'half-year-select', 'half-year-error'])
        addEventListener(type, e => __events.push({
            type, detail: e.detail ?? null, target: e.target.id ?? '' }), true);
";

/// A browser window.
pub struct Page {
    browser: WebDriver,
    engine: Engine,
}

impl Page {
    /// Opens a browser of its own, in which the person wants no motion. Only
    /// Chromium records the console and events, and only it can be resized and
    /// photographed at full length.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn open(driver: &Driver) -> Result<Page, Error> {
        let page = Page {
            browser: driver.browser().await?,
            engine: driver.engine(),
        };
        if page.engine != Engine::Chromium {
            return Ok(page);
        }
        page.devtools("Page.enable", json!({})).await?;
        let record = json!({ "source": RECORDER });
        page.devtools("Page.addScriptToEvaluateOnNewDocument", record)
            .await?;
        // Whether there are scroll bars depends on the height of the window,
        // and the width of the page would depend on them.
        let bare = json!({ "hidden": true });
        page.devtools("Emulation.setScrollbarsHidden", bare).await?;
        let still = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": [still] }))
            .await?;
        Ok(page)
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// When the browser is no longer there.
    pub async fn close(self) -> Result<(), Error> {
        Ok(self.browser.quit().await?)
    }

    /// Goes to `address` and waits for the page's load event.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub async fn visit(&self, address: &str) -> Result<(), Error> {
        Ok(self.browser.goto(address).await?)
    }

    /// The value of `expression`, which may be a promise; `$` is the first
    /// widget on the page and `arg` is `argument`.
    ///
    /// # Errors
    /// When the expression throws.
    pub async fn value_with(&self, expression: &str, argument: Value) -> Result<Value, Error> {
        let body = format!(
            "const [arg, done] = arguments;
             const $ = document.querySelector('half-year-infographic');
             (async () => ({expression}))().then(
                value => done({{ value: value ?? null }}), error => done({{ error: String(error) }}));"
        );
        let told = self.browser.execute_async(body, vec![argument]).await?;
        match told.json()["error"].as_str() {
            Some(error) => Err(format!("{error} in {expression}").into()),
            None => Ok(told.json()["value"].clone()),
        }
    }

    /// The value of `expression`; see [`Page::value_with`].
    ///
    /// # Errors
    /// When the expression throws.
    pub async fn value(&self, expression: &str) -> Result<Value, Error> {
        self.value_with(expression, Value::Null).await
    }

    /// Waits until `condition` is true.
    ///
    /// # Errors
    /// When it does not become true; the message holds the console.
    pub async fn until(&self, condition: &str) -> Result<(), Error> {
        let began = Instant::now();
        while self.value(condition).await? != Value::Bool(true) {
            if began.elapsed() > PATIENCE {
                let console = self.console().await?.join("\n");
                return Err(format!("never came true: {condition}\nconsole:\n{console}").into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits until `count` infographics have been drawn.
    ///
    /// # Errors
    /// When fewer are.
    pub async fn drawn(&self, count: usize) -> Result<(), Error> {
        let drawn = "__events.filter(e => e.type === 'half-year-ready').length";
        self.until(&format!("{drawn} >= {count}")).await?;
        // What is out of sight gets its sizes a moment later.
        let fresh = "[...document.querySelectorAll('half-year-infographic')].some(it => it.shadowRoot?.querySelector('.fresh'))";
        self.until(&format!("!{fresh}")).await
    }

    /// Every message, warning, error, rejection and policy violation since the
    /// last call; outside Chromium, those of pages that are served recorded.
    ///
    /// # Errors
    /// When the browser is no longer there.
    pub async fn console(&self) -> Result<Vec<String>, Error> {
        let mut lines = Vec::new();
        if self.engine == Engine::Chromium {
            let logged = self.browser.browser_log().await?;
            let logged = logged.iter();
            lines.extend(logged.map(|entry| format!("{:?}: {}", entry.level, entry.message)));
        }
        let noted = self.value("__log.splice(0)").await?;
        let noted = noted.as_array().into_iter().flatten();
        lines.extend(noted.filter_map(Value::as_str).map(str::to_owned));
        Ok(lines)
    }

    /// Sets the size of the window's content in CSS pixels, at `scale` device
    /// pixels each.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u32, scale: f64) -> Result<(), Error> {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await
            .map(drop)
    }

    /// The whole page as PNG, however tall it is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn photograph(&self, width: u32, scale: f64) -> Result<Vec<u8>, Error> {
        self.resize(width, 240, scale).await?;
        let height = self.value("document.documentElement.scrollHeight").await?;
        let height = height
            .as_u64()
            .and_then(|h| u32::try_from(h).ok())
            .unwrap_or(240);
        self.resize(width, height, scale).await?;
        // Two frames: one to lay out, one to paint.
        self.value("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")
            .await?;
        self.capture(json!({ "format": "png" })).await
    }

    /// A part of the page: `place` holds `x`, `y`, `width` and `height` in CSS
    /// pixels from the page's corner, and how many device pixels each is as
    /// `scale`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn clip(&self, place: Value) -> Result<Picture, Error> {
        let wish = json!({ "format": "png", "clip": place, "captureBeyondViewport": true });
        Picture::decode(&self.capture(wish).await?)
    }

    async fn capture(&self, wish: Value) -> Result<Vec<u8>, Error> {
        let shot = self.devtools("Page.captureScreenshot", wish).await?;
        let data = shot["data"].as_str().ok_or("the browser took no picture")?;
        Ok(base64::engine::general_purpose::STANDARD.decode(data)?)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value, Error> {
        Ok(self.browser.cdp().send_raw(method, parameters).await?)
    }

    /// Which browser it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The browser itself, for keys and clicks.
    pub fn browser(&self) -> &WebDriver {
        &self.browser
    }
}
