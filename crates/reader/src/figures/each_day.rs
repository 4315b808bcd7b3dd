//! So many for each day, month or mu: 发送旅客217.3万人次,日均7960人次; 平均每亩收获玉米580公斤.

use crate::figures::figure::Figure;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;

impl Sentence<'_> {
    /// Reads a daily or monthly mean of what was spoken of, in the same unit; gives the token after it.
    pub(crate) fn mean_of_days(&mut self, figure: Figure) -> Option<usize> {
        let lead = figure.lead;
        let words = self.tokens().get(lead.subject.start..lead.end)?;
        let text = |token| &self.normal.text[crate::words::token::Token::range(token)];
        let mean = words
            .iter()
            .find(|token| matches!(text(token), "日均" | "月均"))?;
        let alone = |token: &crate::words::token::Token| {
            token.is(Class::Adverb) || token.is(Class::Level) || token.is(Class::Before)
        };
        let &[current] = self.carried.current.as_slice() else {
            return None;
        };
        let whole = self.drafts.get(current)?;
        let base = |unit: &str| {
            unit.trim_start_matches(['万', '亿', '萬', '億', '千'])
                .to_owned()
        };
        let unit = base(whole.level.as_ref()?.unit.as_deref()?);
        let alike = base(&self.unit(figure.quantity)) == unit && !unit.is_empty();
        if !words.iter().all(alone) || !alike || current < self.carried.sentence {
            return None;
        }
        let name = Name::default().and(text(mean)).then(&whole.name);
        let target = self.alone(name, &lead.subject);
        self.set_level(target, figure.quantity);
        self.cover(target, lead, figure.item());
        Some(figure.next())
    }

    /// 日均处理快件200万件: so many each day, and not in the whole time.
    pub(super) fn a_day(&self, name: Name, lead: &Lead) -> Name {
        let each = lead.subject.clone().find(|&i| {
            let token = &self.tokens()[i];
            let text = &self.normal.text[token.range()];
            // 平均每亩收获玉米580公斤
            let each = ["日均", "月均", "平均每亩", "平均每公顷"];
            token.is(Class::Adverb) && each.iter().any(|each| text.ends_with(each))
        });
        let Some(each) = each else {
            return self.of_each_mu(name);
        };
        let said = self.phrases.name(each..each + 1);
        if name.plain.contains(said.plain.as_str()) {
            return name;
        }
        // 全市快递日均处理快件: where it stood.
        let next = self.phrases.name(each + 1..each + 2);
        let found = name.plain.find(next.plain.as_str());
        // 度假区日均接待: who does it stands before, and the verb in no name.
        if found.is_none() && each > lead.subject.start {
            return name.then(&said).then(&next);
        }
        let at = found.unwrap_or_default();
        let before = name.plain[..at].chars().count();
        let rest = name.plain[at..].chars().count();
        name.first(before).then(&said).then(&name.last(rest))
    }

    /// 平均每亩收获玉米580公斤,[大豆80公斤]: on each mu as what was told right before.
    fn of_each_mu(&self, name: Name) -> Name {
        let said = self.spoken_of().map(|draft| &draft.name);
        let each = said.and_then(|said| {
            let each = ["平均每亩", "平均每公顷"];
            each.into_iter().find(|each| said.plain.starts_with(each))
        });
        let goods =
            name.plain.chars().count() < 5 && !Lexicon::get().ends_in(Noun::Measure, &name.plain);
        match each.filter(|_| goods) {
            Some(each) => Name::default().and(each).then(&name),
            None => name,
        }
    }
}
