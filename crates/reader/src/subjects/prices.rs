//! Parts of the price level: 居民消费价格上涨0.9%,其中消费品上涨1.2%.

use crate::draft::Draft;
use crate::phrases::name::Name;
use crate::statement::Sentence;

impl Sentence<'_> {
    /// What is said of a half of the country or of a kind of goods where prices are told of.
    pub(super) fn priced(&self, name: &Name) -> Option<Name> {
        let whole = matches!(name.plain.as_str(), "城市" | "农村");
        let goods =
            ["消费品", "服务项目", "食品", "非食品", "工业品"].contains(&name.plain.as_str());
        let told = (whole || goods) && self.of_prices();
        told.then(|| {
            name.and(if whole {
                "居民消费价格"
            } else {
                "价格"
            })
        })
    }

    /// Whether consumer prices were spoken of just before: 城市上涨0.4%、农村下降0.3%.
    pub(crate) fn of_prices(&self) -> bool {
        let said = |draft: &Draft| {
            draft.name.plain.contains("居民消费价格") || draft.name.plain.contains("CPI")
        };
        self.drafts.iter().rev().take(6).any(said)
    }
}
