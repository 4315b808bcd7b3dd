//! Marks against the numbers that they stand for, as they are on the screen.

use halfyear_browser_tests::{Error, Outcome, Picture, Stage};
use serde_json::{Value, json};

const ALL: &str = "<style>body { margin: 0 }</style>
    <half-year-infographic metrics=\"all\" theme=\"light\"></half-year-infographic>";

/// Marks on one scale: where their number is and which length says it.
struct Scale {
    /// What the reader compares.
    name: &'static str,
    /// Pairs of a number and a length.
    read: &'static str,
    /// How many there are at least.
    least: usize,
}

const SCALES: &[Scale] = &[
    Scale {
        name: "growth of the places compared",
        read: "[...$.shadowRoot.querySelectorAll('.comparison .lane')].map(it =>
            [it.querySelector('.end b').textContent, box(it.querySelector('.bar rect')).width])",
        least: 4,
    },
    Scale {
        name: "growth of the indicators",
        read: "[...$.shadowRoot.querySelectorAll('.growth .row')].filter(it => !it.querySelector('.cut'))
            .map(it => [it.querySelector('.end b').textContent, box(it.querySelector('.thread line')).width])",
        least: 6,
    },
    Scale {
        name: "the half-years",
        read: "[...$.shadowRoot.querySelectorAll('.then-now li')].map(it =>
            [it.querySelector('.end b').textContent, box(it.querySelector('.bar rect')).height])",
        least: 2,
    },
    Scale {
        name: "the completion of the plan",
        read: "(bullet => [['100', box(bullet.querySelector('.whole')).width],
            [$.shadowRoot.querySelector('.completion .big b').textContent, box(bullet.querySelector('.own')).width],
            ...[...bullet.querySelectorAll('.tick')].map(it => box(it).x - box(bullet).x).sort((a, b) => a - b)
                .map((x, i) => [[...$.shadowRoot.querySelectorAll('.completion .ticks .n:not(.gap) b')]
                    .map(it => it.textContent).sort((a, b) => a - b)[i], x])])
            ($.shadowRoot.querySelector('.bullet'))",
        least: 4,
    },
    Scale {
        name: "the way to the target",
        read: "(way => [['100', box(way.querySelector('.whole')).width],
            [$.shadowRoot.querySelector('.goal span:not(.target) b').textContent, box(way.querySelector('.own')).width]])
            ($.shadowRoot.querySelector('.way'))",
        least: 2,
    },
];

pub async fn bars_are_as_long_as_their_numbers(stage: Stage) -> Outcome {
    stage.show(ALL).await?;
    let mut wrong = Vec::new();
    for width in [390, 1200] {
        stage.page.resize(width, 900, 1.0).await?;
        for Scale { name, read, least } in SCALES {
            let read = format!("(box => ({read}))(it => it.getBoundingClientRect())");
            let pairs = stage.page.value(&read).await?;
            let pairs = pairs
                .as_array()
                .ok_or_else(|| format!("{name}: nothing is drawn"))?;
            assert!(pairs.len() >= *least, "{name}: {pairs:?}");
            let mut measured = Vec::new();
            for pair in pairs {
                let number = pair[0].as_str().unwrap_or_default();
                let number: f64 = number
                    .trim_start_matches(['+', '−'])
                    .replace(',', "")
                    .parse()?;
                measured.push((number, pair[1].as_f64().unwrap_or_default()));
            }
            let most = measured.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0));
            let (most, longest) = most.ok_or("nothing was measured")?;
            for (number, length) in measured {
                let due = longest * number / most;
                // A pixel each for the two ends.
                if longest < 40.0 || (length - due).abs() > 1.5 {
                    wrong.push(format!(
                        "{name} at {width} px: {number} is {length:.1} px long, not {due:.1}, \
                         where {most} is {longest:.1}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    stage.quiet().await
}

/// A photograph of what `selector` selects, four device pixels to one.
async fn photograph(stage: &Stage, selector: &str) -> Result<Picture, Error> {
    let place = "(it => {
        it.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = it.getBoundingClientRect();
        return { x: x + scrollX, y: y + scrollY, width, height, scale: 4 };
    })($.shadowRoot.querySelector(arg))";
    let place = stage.page.value_with(place, json!(selector)).await?;
    stage.page.clip(place).await
}

pub async fn there_is_a_dot_for_each_stated_number(stage: Stage) -> Outcome {
    stage.show(ALL).await?;
    let bundle = Stage::bundle()?;
    let metrics = bundle["metrics"].as_array().ok_or("no metrics")?;
    let mayday = metrics
        .iter()
        .find(|it| it["panel"] == "unit-chart")
        .ok_or("no unit chart")?;
    let number = |value: &Value| value.as_str().and_then(|it| it.parse::<f64>().ok());
    let now = number(&mayday["value"]).ok_or("no level")?;
    let derived = mayday["derived"].as_array().into_iter().flatten();
    let then = derived
        .filter(|it| it["kind"] == "previous")
        .find_map(|it| number(&it["value"]));
    let then = then.ok_or("no level of the year before")?;

    stage.page.resize(1200, 900, 1.0).await?;
    let picture = photograph(&stage, ".dots").await?;
    let colour = "getComputedStyle($.shadowRoot.querySelector(arg)).stroke";
    let mut areas = Vec::new();
    for (path, thousands) in [(".dots .now", now * 10.0), (".dots .then", then * 10.0)] {
        let colour = stage.page.value_with(colour, json!(path)).await?;
        let spots = picture.spots(colour.as_str().unwrap_or_default())?;
        assert_eq!(
            spots.len() as f64,
            thousands.round(),
            "dots of {path}, one for a thousand"
        );
        let (least, most) = (spots.iter().min(), spots.iter().max());
        let (least, most) = least.zip(most).ok_or("no dots")?;
        assert!(
            *least * 10 > *most * 8,
            "{path}: dots of {least} to {most} pixels"
        );
        areas.push(spots.iter().sum::<usize>() as f64);
    }
    let (drawn, due) = (areas[0] / areas[1], now / then);
    assert!(
        (drawn / due - 1.0).abs() < 0.03,
        "areas are as 1 to {drawn}, the numbers as 1 to {due}"
    );
    stage.quiet().await
}

pub async fn nearly_all_is_not_all(stage: Stage) -> Outcome {
    stage.show(ALL).await?;
    let weave = "[data-metric=satisfaction] .weave";
    let mut pictures = Vec::new();
    for value in ["99.88", "100"] {
        let mut bundle = Stage::bundle()?;
        for metric in bundle["metrics"].as_array_mut().into_iter().flatten() {
            if metric["id"] == "satisfaction" {
                metric["value"] = json!(value);
            }
        }
        stage
            .page
            .value_with("void ($.bundle = arg)", bundle)
            .await?;
        stage.page.drawn(2 + pictures.len()).await?;
        pictures.push(photograph(&stage, weave).await?);
    }
    let different = pictures[0].different(&pictures[1]);
    // At four pixels to one, a mark of about a pixel and a half in height and
    // width; less is not seen.
    assert!(
        different >= 40,
        "{different} device pixels tell 99.88 % from 100 %"
    );
    Ok(())
}
