//! A report of one's own.

use crate::open;
use halfyear_browser_tests::{Outcome, Stage};
use serde_json::{Value, json};
use std::path::Path;

const TEXT: &str = "云溪县2022年上半年工作报告\n上半年，全县实现地区生产总值125.8亿元，同比增长5.6%，增速比全市快1.2个百分点。固定资产投资同比增长9.8%。城镇新增就业4200人，增长10.5%。森林覆盖率达61.2%。\n";
const POSTER: &str = "document.querySelector('#poster')";

fn corpus() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus")
}

pub async fn says_what_the_draft_left_out(stage: Stage) -> Outcome {
    open(&stage, "?mode=read&page=zh").await?;
    paste(&stage, TEXT).await?;
    let page = &stage.page;
    page.until(&format!("{POSTER}.shadowRoot.textContent.includes('61.2')"))
        .await?;
    // Taken off the infographic, a metric is told of by name.
    let forest = "[...document.querySelectorAll('.metrics li')].find(it => it.textContent.includes('森林')).querySelector('input').click()";
    page.value(forest).await?;
    page.until(&format!(
        "!{POSTER}.shadowRoot.textContent.includes('61.2')"
    ))
    .await?;
    let numeral =
        "[...document.querySelectorAll('.num')].find(it => it.textContent === '61.2').click()";
    page.value(numeral).await?;
    page.until("document.querySelector('#counted').textContent.startsWith('森林覆盖率')")
        .await?;
    stage.quiet().await
}

/// Pastes a text, and waits until it is marked.
async fn paste(stage: &Stage, text: &str) -> Outcome {
    stage
        .page
        .until("!!document.querySelector('#text')")
        .await?;
    let paste = "void (() => {
        const field = document.querySelector('#text');
        field.value = arg;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()";
    stage.page.value_with(paste, json!(text)).await?;
    stage
        .page
        .until("!!document.querySelector('.marked .num')")
        .await
}

pub async fn says_the_same_as_the_command(stage: Stage) -> Outcome {
    open(&stage, "?mode=read").await?;
    let start = "void (window.__worker = new Worker('reading.js', { type: 'module' }))";
    stage.page.value(start).await?;
    let mut files: Vec<_> = std::fs::read_dir(corpus())?
        .flatten()
        .map(|it| it.path())
        .filter(|it| it.extension().is_some_and(|it| it == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 40, "{} texts", files.len());
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(&file)?;
        let question = json!({ "text": text, "facts": name }).to_string();
        let ask = "new Promise(done => {
            __worker.onmessage = ({ data }) => done(data.answer);
            __worker.postMessage({ id: 1, question: arg });
        })";
        let told = stage.page.value_with(ask, json!(question)).await?;
        let told: Value = serde_json::from_str(told.as_str().ok_or("no answer")?)?;
        let native = halfyear_reader::read(&name, &text).facts;
        assert_eq!(told, serde_json::to_value(native)?, "{name}");
    }
    stage.quiet().await
}

pub async fn becomes_an_infographic_that_points_both_ways(stage: Stage) -> Outcome {
    open(&stage, "?mode=read&page=zh").await?;
    let page = &stage.page;
    paste(&stage, TEXT).await?;
    page.until(&format!(
        "{POSTER}.shadowRoot.textContent.includes('125.8')"
    ))
    .await?;
    // Every numeral is marked, and the text is as it was.
    assert_eq!(
        stage
            .text("document.querySelector('.marked').textContent")
            .await?,
        TEXT
    );
    let kinds = "[...document.querySelectorAll('.num')].map(it => it.textContent + ' ' + it.className.slice(4))";
    let kinds = page.value(kinds).await?;
    let kinds: Vec<&str> = kinds
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(
        kinds,
        [
            "2022 date",
            "125.8 fact",
            "5.6 fact",
            "1.2 fact",
            "9.8 fact",
            "4200 fact",
            "10.5 fact",
            "61.2 fact"
        ]
    );
    // From the text to the picture.
    let numeral =
        "[...document.querySelectorAll('.num')].find(it => it.textContent === '9.8').click()";
    page.value(numeral).await?;
    let card = format!("{POSTER}.shadowRoot.querySelector('[part~=card]')");
    page.until(&format!("{card}.matches(':popover-open') && {card}.querySelector('mark').textContent.includes('9.8')"))
        .await?;
    page.until("document.querySelector('.num.here').textContent === '9.8'")
        .await?;
    page.value(&format!("{card}.hidePopover()")).await?;
    // And back.
    let number = format!(
        "[...{POSTER}.shadowRoot.querySelectorAll('[data-n]')].find(it => it.textContent.includes('125.8')).click()"
    );
    page.value(&number).await?;
    page.until("document.querySelector('.num.here').textContent === '125.8'")
        .await?;
    stage.quiet().await
}

pub async fn can_be_put_right_by_hand(stage: Stage) -> Outcome {
    open(&stage, "?mode=read&page=zh").await?;
    let page = &stage.page;
    paste(&stage, TEXT).await?;
    page.until("!!document.querySelector('.amend [name=label-zh]')")
        .await?;
    let rename = "void (() => {
        const fields = [...document.querySelectorAll('.amend [name=label-zh]')];
        const field = fields.find(it => it.value === '森林覆盖率');
        field.value = '林木覆盖';
        field.dispatchEvent(new Event('change', { bubbles: true }));
    })()";
    page.value(rename).await?;
    page.until(&format!(
        "{POSTER}.shadowRoot.textContent.includes('林木覆盖')"
    ))
    .await?;
    let catch = "void (window.__saved = {}, HTMLElement.prototype.click = function () {
        fetch(this.href).then(it => it.text()).then(text => (__saved[this.download] = text));
    })";
    page.value(catch).await?;
    for button in ["save-bundle", "save-edition"] {
        let press = "document.getElementById(arg).dispatchEvent(new MouseEvent('click', { bubbles: true }))";
        page.value_with(press, json!(button)).await?;
    }
    page.until("Object.keys(__saved).length === 2").await?;
    let bundle = stage.text("__saved['report.json']").await?;
    let bundle = halfyear_bundle::from_json(&bundle).map_err(|it| it.to_string())?;
    assert!(bundle.metrics.iter().any(|it| it.label.zh == "林木覆盖"));
    let edition = stage.text("__saved['report.toml']").await?;
    assert!(edition.contains("zh = \"林木覆盖\""), "{edition}");
    stage.quiet().await
}

pub async fn without_a_year_asks_for_it(stage: Stage) -> Outcome {
    open(&stage, "?mode=read&page=en").await?;
    let page = &stage.page;
    paste(&stage, &TEXT.replace("2022年", "")).await?;
    page.until("!!document.querySelector('#year')").await?;
    let type_year = "void (() => {
        const field = document.querySelector('#year');
        field.value = '2022';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()";
    page.value(type_year).await?;
    page.until(&format!(
        "{POSTER}?.shadowRoot?.textContent.includes('61.2')"
    ))
    .await?;
    page.until("!document.querySelector('#year')").await?;
    stage.quiet().await
}

pub async fn long_ones_do_not_stop_the_page(stage: Stage) -> Outcome {
    open(&stage, "?mode=read").await?;
    let page = &stage.page;
    let line = "全县固定资产投资同比增长9.8%，社会消费品零售总额完成45.6亿元，增长7.8%。\n";
    let text = [TEXT, &line.repeat(2600)].concat();
    assert!(text.chars().count() > 100_000);
    // The page draws while the worker reads and the text is marked.
    let frames = "void (() => {
        window.__frames = 0;
        const next = () => { __frames += 1; requestAnimationFrame(next); };
        next();
    })()";
    page.value(frames).await?;
    paste(&stage, &text).await?;
    let marked = "document.querySelectorAll('.marked .num').length";
    let first = page.value(marked).await?.as_u64().unwrap_or_default();
    page.until(&format!("{marked} > 7800")).await?;
    assert!(first < 7800, "all was marked in one go");
    let frames = page.value("__frames").await?.as_u64().unwrap_or_default();
    assert!(frames > 20, "{frames} frames");
    let shown = "document.querySelector('.marked').textContent.length";
    page.until(&format!("{shown} === {}", text.encode_utf16().count()))
        .await?;
    stage.quiet().await
}
