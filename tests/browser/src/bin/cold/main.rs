//! Cold loads of the same content in five ways, on a slow line and a slow machine, side by side.
//!
//! Every round opens each page once in a browser of its own, so that whatever else the machine does
//! meets all of them; what is printed are ratios, and medians of the rounds.

mod figures;
mod pages;

use halfyear_browser_tests::{Driver, Engine, Error, Page, Site, Tree};
use pages::{Finish, Sheet};
use serde_json::{Value, json};
use std::process::ExitCode;

const ROUNDS: usize = 9;

/// Slow 4G, as page tests emulate it: 150 ms for each answer, 1.6 Mbit/s down, 750 kbit/s up.
const LINE: (u32, u32, u32) = (150, 1_600 * 1024 / 8, 750 * 1024 / 8);
/// How many times slower the processor is.
const SLOWER: u32 = 4;

/// Notes what a page costs, and when it stands: the frame after a mark, or after the markup.
const RECORDER: &str = "
    window.__cold = { at: {}, tasks: [], shift: 0 };
    const framed = name => requestAnimationFrame(() => setTimeout(() => __cold.at[name] ??= performance.now()));
    addEventListener('DOMContentLoaded', () => framed('markup'));
    const watch = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch('mark', ({ name }) => framed(name));
    watch('longtask', ({ startTime, duration }) => __cold.tasks.push([startTime, duration]));
    watch('layout-shift', ({ value, hadRecentInput }) => __cold.shift += hadRecentInput ? 0 : value);
";

/// What was noted; times in milliseconds.
const READ: &str = "new Promise(done => setTimeout(() => {
    const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    done({
        ...__cold,
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        bytes: files.reduce((sum, it) => sum + (it.transferSize && it.encodedBodySize), 0),
        files: files.map(it => [it.name.split('/').pop(), Math.round(it.startTime), Math.round(it.responseEnd), it.encodedBodySize]),
        marks: performance.getEntriesByType('mark').map(it => [it.name, Math.round(it.startTime)]),
    });
}, 500))";

/// What one load came to; times in milliseconds.
#[derive(Clone, Default)]
struct Load {
    /// All figures are there.
    complete: f64,
    /// The first text or picture.
    paint: f64,
    /// What was transferred, compressed.
    bytes: f64,
    /// The longest task.
    longest: f64,
    /// How many tasks are over 50 ms.
    long: f64,
    /// The longest task after the first paint: what a reader who scrolls would feel.
    later: f64,
    /// How far things moved, as browsers count it.
    shift: f64,
}

fn main() -> ExitCode {
    let run = tokio::runtime::Runtime::new()
        .map_err(Error::from)
        .and_then(|runtime| runtime.block_on(measure()));
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Result<(), Error> {
    let sheets = pages::all()?;
    let driver = Driver::start(Engine::Chromium)?;
    let site = Site::start().await?;
    let told = std::env::args().nth(1).and_then(|it| it.parse().ok());
    let rounds: usize = told.unwrap_or(ROUNDS);
    let mut loads = vec![Vec::new(); sheets.len()];
    for round in 0..rounds {
        eprintln!("      round {} of {rounds}", round + 1);
        for place in 0..sheets.len() {
            // Nobody is always first.
            let index = (place + round) % sheets.len();
            loads[index].push(load(&driver, &site, &sheets[index]).await?);
        }
    }
    report(&sheets, &loads);
    Ok(())
}

/// Opens a page at an address that no cache knows, in a browser that has only just painted.
async fn load(driver: &Driver, site: &Site, sheet: &Sheet) -> Result<Load, Error> {
    let page = Page::open(driver).await?;
    let read = visit(&page, site, sheet).await;
    page.close().await?;
    let told = read.map_err(|error| format!("{}: {error}", sheet.name))?;
    if std::env::var_os("HALFYEAR_VERBOSE").is_some() {
        eprintln!("{}: {told}", sheet.name);
    }
    let number = |value: &Value| value.as_f64().unwrap_or(0.0);
    let paint = number(&told["paint"]);
    let at = |name: &str| number(&told["at"][name]);
    let tasks: Vec<(f64, f64)> = told["tasks"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| (number(&it[0]), number(&it[1])))
        .collect();
    let longest = |from: f64| {
        let after = tasks.iter().filter(|it| it.0 >= from);
        after.map(|it| it.1).fold(0.0, f64::max)
    };
    Ok(Load {
        complete: match sheet.finish {
            Finish::Markup | Finish::Adopted => paint.max(at("markup")),
            Finish::Mark(name) => at(name),
        },
        paint,
        bytes: number(&told["bytes"]),
        longest: longest(0.0),
        long: tasks.iter().filter(|it| it.1 > 50.0).count() as f64,
        later: longest(paint),
        shift: number(&told["shift"]),
    })
}

async fn visit(page: &Page, site: &Site, sheet: &Sheet) -> Result<Value, Error> {
    page.resize(412, 823, 2.0).await?;
    // Fonts are found and the engine is warm before anything is timed.
    let plain = Tree::default().with_page("<p>半年报 937.63 亿元</p>");
    page.visit(&site.serve(plain)).await?;
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": RECORDER }),
    )
    .await?;
    page.devtools("Network.enable", json!({})).await?;
    let (latency, down, up) = LINE;
    let line = json!({
        "offline": false, "latency": latency, "downloadThroughput": down, "uploadThroughput": up,
    });
    page.devtools("Network.emulateNetworkConditions", line)
        .await?;
    let slower = json!({ "rate": SLOWER });
    page.devtools("Emulation.setCPUThrottlingRate", slower)
        .await?;
    page.visit(&site.serve(sheet.tree.clone())).await?;
    let finished = match sheet.finish {
        Finish::Markup => "markup",
        Finish::Adopted => "half-year-ready",
        Finish::Mark(name) => name,
    };
    page.until(&format!("__cold.at['{finished}'] > 0")).await?;
    page.value(READ).await
}

/// Prints the table. The static page is what the others are measured against.
fn report(sheets: &[Sheet], loads: &[Vec<Load>]) {
    let Some(plain) = sheets.iter().position(|it| it.name == pages::STATIC) else {
        return;
    };
    println!(
        "{:<34}{:>9}{:>9}{:>10}{:>12}{:>14}{:>9}",
        "", "complete", "paint", "bytes", "tasks >50", "longest, later", "shift"
    );
    for (sheet, own) in sheets.iter().zip(loads) {
        let ratio = |of: fn(&Load) -> f64| {
            let pairs = own.iter().zip(&loads[plain]);
            median(pairs.map(|(a, b)| of(a) / of(b)).collect())
        };
        let middle = |of: fn(&Load) -> f64| median(own.iter().map(of).collect());
        println!(
            "{:<34}{:>8.2}×{:>8.2}×{:>9.1}k{:>12}{:>7.0}{:>4.0} ms{:>9.3}",
            sheet.name,
            ratio(|it| it.complete),
            ratio(|it| it.paint),
            middle(|it| it.bytes) / 1000.0,
            middle(|it| it.long),
            middle(|it| it.longest),
            middle(|it| it.later),
            middle(|it| it.shift),
        );
    }
    let of = |name: &str| sheets.iter().position(|it| it.name == name);
    for peer in [pages::CHARTJS, pages::LIT] {
        if let (Some(live), Some(other)) = (of(pages::LIVE), of(peer)) {
            let pairs: Vec<f64> = loads[live]
                .iter()
                .zip(&loads[other])
                .map(|(a, b)| a.complete / b.complete)
                .collect();
            let before = pairs.iter().filter(|it| **it < 1.0).count();
            println!(
                "the live element was complete before {peer} in {before} of {} rounds, after {:.2} of its time",
                pairs.len(),
                median(pairs.clone()),
            );
        }
    }
}

/// The middle value; nothing for no values.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
