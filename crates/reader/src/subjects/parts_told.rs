//! Places told of by a figure alone, after a paragraph that told the product of all: 武汉9051亿元.

use crate::phrases::measure::{is_share, whole_measure};
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;
use crate::words::places::is_name;
use crate::words::token::{Kind, Token};

/// How many statements of the paragraph before are asked.
const ASKED: usize = 12;

impl Sentence<'_> {
    /// 湖北省GDP为55803亿元. Next paragraph: 武汉9051亿元. Notes what the places are compared by from
    /// here on, and that all are of one whole.
    pub(crate) fn note_parts_told(&mut self) {
        if self.carried.compared_by.is_some() || self.drafts.len() > self.carried.paragraph {
            return;
        }
        let Some([place, next, more]) = self.tokens().get(..3) else {
            return;
        };
        let named = is_name(&self.normal.text[place.range()]);
        let own = self.phrases.is_own(0);
        let by = ["以", "完成", "实现"].contains(&&self.normal.text[next.range()]);
        let told = money(next) || by && money(more);
        if !named || own || !told {
            return;
        }
        if let Some(product) = self.product_before() {
            self.carried.compared_by = Some(product);
            if self.carried.parts_within.is_none() {
                self.carried.parts_within = self.carried.of_its_kind.clone();
            }
        }
    }

    /// The product, where the paragraph before told of nothing else.
    fn product_before(&self) -> Option<Name> {
        let told = self.drafts.get(self.carried.paragraph_before..)?;
        let told = told.get(told.len().saturating_sub(ASKED)..)?;
        let counts = |unit: &Option<String>| unit.as_deref() == Some("个");
        let measured = told.iter().filter(|draft| {
            let level = draft.level.as_ref();
            // 其中,第一产业增加值3098.16亿元: a part of the product.
            let sector = ["第一产业", "第二产业", "第三产业"]
                .iter()
                .any(|sector| draft.name.plain.starts_with(sector));
            let other = is_share(&draft.name.plain) || sector;
            !other && !level.is_some_and(|level| counts(&level.unit))
        });
        let mut measures = measured.map(|draft| whole_measure(&draft.name));
        let first = measures.next()??;
        let product = ["GDP", "生产总值"];
        let product = product.iter().any(|end| first.plain.ends_with(end));
        let alone = measures.all(|other| other.is_some_and(|it| it.plain == first.plain));
        (product && alone).then_some(first)
    }
}

/// Whether a token is an amount of money.
fn money(token: &Token) -> bool {
    matches!(&token.kind, Kind::Quantity(it) if it.kind == Some(UnitKind::Money))
}
