use crate::desk::Desk;
use crate::figure::{Figure, Placing};
use crate::number::Room;
use crate::scale::{Mark, Scale, in_order, millionths, share};
use halfyear_bundle::{Decimal, Metric};

/// A figure beside those of its benchmarks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The level.
    pub level: Option<Figure>,
    /// The growth, where it is what is compared.
    pub change: Option<Figure>,
    /// One's own first; then the nearest benchmark first, or of a completion the lowest.
    pub lanes: Vec<Lane>,
    /// Where zero stands on the lanes' scale, in ten-thousandths.
    pub zero: i64,
    /// Places in rankings.
    pub badges: Vec<Placing>,
    /// Says what the dotted lines are; empty where nothing is derived.
    pub key: &'static str,
}

/// One of those compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// Who.
    pub name: String,
    /// How much.
    pub figure: Figure,
    /// The bar.
    pub mark: Mark,
    /// Whether it is the place that the picture is about.
    pub own: bool,
    /// How far one's own is ahead or behind.
    pub gap: Option<Figure>,
}

/// Growth rates on a scale from zero to the fastest.
pub(crate) fn growth(desk: &mut Desk, metric: &Metric) -> Option<Comparison> {
    let own = metric.change.as_ref()?;
    let figure = desk.rate(metric)?;
    let (lanes, numbers) = lanes(desk, metric, figure, &own.value, Order::Nearest)?;
    let scale = Scale::of(&numbers);
    let mut drawn = finish(desk, metric, lanes, |i| scale.mark(numbers[i]));
    drawn.change = desk.change(metric);
    drawn.zero = scale.zero();
    Some(drawn)
}

/// Rates on a scale from zero to a hundred percent.
pub(crate) fn level(desk: &mut Desk, metric: &Metric) -> Option<Comparison> {
    if metric.unit.as_deref() != Some("%") || metric.change.is_some() {
        return None;
    }
    let own = metric.value.as_ref()?;
    let figure = desk.level(metric, Room::Narrow)?;
    let (lanes, numbers) = lanes(desk, metric, figure, own, Order::Lowest)?;
    // Beyond the plan the scale grows with it; it never ends before a hundred.
    let whole = numbers.iter().copied().fold(100_000_000, i64::max);
    let mark = |i: usize| Mark {
        length: share(numbers[i], whole),
        ..Mark::default()
    };
    Some(finish(desk, metric, lanes, mark))
}

/// Which benchmark comes first.
enum Order {
    /// The nearest to one's own.
    Nearest,
    /// The lowest.
    Lowest,
}

/// Those compared and their numbers in millionths.
fn lanes(
    desk: &mut Desk,
    metric: &Metric,
    own: Figure,
    value: &Decimal,
    order: Order,
) -> Option<(Vec<Lane>, Vec<i64>)> {
    let mut numbered = Vec::new();
    for gap in &metric.gaps {
        let derived = metric.derived.iter().find(|it| it.of == gap.to);
        let number = gap.own.as_ref().or(derived.map(|it| &it.value))?;
        let lane = Lane {
            name: desk.place(metric, gap),
            figure: desk.benchmark(metric, gap)?,
            gap: Some(desk.gap(metric, gap)),
            ..Lane::default()
        };
        let number = millionths(number);
        let key = match order {
            Order::Nearest => millionths(&gap.value).abs(),
            Order::Lowest => number,
        };
        numbered.push((key, (number, lane)));
    }
    if numbered.is_empty() {
        return None;
    }
    let mut lanes = vec![Lane {
        name: desk.lang.pick(&desk.bundle.place.short).to_owned(),
        figure: own,
        own: true,
        ..Lane::default()
    }];
    let mut numbers = vec![millionths(value)];
    for (number, lane) in in_order(numbered) {
        numbers.push(number);
        lanes.push(lane);
    }
    Some((lanes, numbers))
}

fn finish(
    desk: &mut Desk,
    metric: &Metric,
    mut lanes: Vec<Lane>,
    mark: impl Fn(usize) -> Mark,
) -> Comparison {
    for (i, lane) in lanes.iter_mut().enumerate() {
        lane.mark = mark(i);
    }
    let derived = lanes.iter().any(|lane| lane.figure.derived);
    Comparison {
        level: desk.level(metric, Room::Wide),
        badges: metric
            .ranks
            .iter()
            .map(|rank| desk.rank(metric, rank))
            .collect(),
        key: if derived {
            desk.lang.words().derived_key
        } else {
            ""
        },
        lanes,
        ..Comparison::default()
    }
}
