//! What a part adds to the growth of the whole: 拉动经济增长2个百分点.

use crate::phrases::clause::{Group, Item, What};
use crate::phrases::lead::Lead;
use crate::phrases::measure::contributor;
use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::Class;
use std::ops::Range;

impl Sentence<'_> {
    /// 拉动经济增长2个百分点; 分别拉动增长2.1和2.4个百分点.
    pub(crate) fn contribution(&mut self, group: &Group, lead: &Lead) -> Option<usize> {
        let pull = lead.pull?;
        // 三个行业……,共同拉动增长3.9个百分点: of all together.
        let words = lead.subject.start..pull.max(lead.subject.start);
        if self.says_together(&words) {
            let [item] = group.items.as_slice() else {
                return None;
            };
            let owner = self.together(words, false)?;
            let current = std::mem::take(&mut self.carried.current);
            let read = self.contributes(owner, item, lead, pull, item.token);
            self.carried.current = current;
            return read.map(|()| group.range.end);
        }
        // 占60.5%,拉动增长3.1个百分点: what pulls is not the share.
        if let Some(base) = self.carried.base.take() {
            self.carried.current = vec![base];
        }
        let count = group.items.len();
        let owner = self.phrases.subject(
            lead.subject.start..pull.max(lead.subject.start),
            (count > 1).then_some(count),
        );
        let named = matches!(owner, Subject::Named(_));
        let owners = match owner {
            Subject::Named(names) => names,
            Subject::Carried
                if count > 1
                    && let Some((names, _)) = self.list_before(count) =>
            {
                // 汽车和计算机制造业贡献突出,分别拉动增长2.5个和1.4个百分点
                names
            }
            Subject::Carried
                if count > 1
                    && let Some(sectors) = self.sectors(count) =>
            {
                sectors
            }
            Subject::Carried => {
                let current = &self.carried.current;
                // 第一产业……,第二产业……,分别拉动增长0.7个、5.1个百分点: the ones said last
                let last = self
                    .carried
                    .last_said(count)
                    .filter(|_| count > 1 && current.len() != count);
                let name = |&i: &usize| Some(contributor(&self.drafts.get(i)?.name));
                last.unwrap_or(current).iter().filter_map(name).collect()
            }
            Subject::Unclear => return None,
        };
        // 冶金、建材两个行业就带动……: of both together.
        let counted = |name: &Name| {
            let mut letters = name.plain.chars();
            letters
                .next()
                .is_some_and(crate::words::numeral::is_chinese)
                && letters.next() == Some('个')
        };
        if owners.len() != count || owners.iter().any(counted) {
            return None;
        }
        if named {
            // 第二产业拉动增长1.9个百分点: what was spoken of before is left.
            self.carried.current.clear();
        }
        for (owner, item) in owners.into_iter().zip(&group.items) {
            self.contributes(owner, item, lead, pull, group.items[0].token)?;
        }
        Some(group.range.end)
    }

    fn contributes(
        &mut self,
        owner: Name,
        item: &Item,
        lead: &Lead,
        pull: usize,
        first: usize,
    ) -> Option<()> {
        let What::Amount(quantity) = &item.what else {
            return None;
        };
        let rest = (pull..first)
            .filter(|&i| {
                let told = [Class::Before, Class::Level, Class::Each];
                !told.iter().any(|&class| self.tokens()[i].is(class))
            })
            .fold(Name::default(), |name, i| {
                name.then(&self.phrases.name(i..i + 1))
            });
        // 影响CPI下降0.12个百分点: a fall is negative, and no part of the name.
        let falls = ["下降", "下跌", "回落"]
            .iter()
            .find(|fall| rest.plain.ends_with(**fall));
        let rises = ["上涨", "上升", "增长"]
            .iter()
            .find(|rise| rest.plain.starts_with("影响") && rest.plain.ends_with(**rise));
        let rest = match falls.or(rises) {
            Some(fall) => rest.first(rest.plain.chars().count() - fall.chars().count()),
            None => rest,
        };
        // A区拉动全市投资增长2.1个百分点,B区下拉0.4个百分点: the growth of the same.
        let said = self.drafts.get(self.carried.sentence..).unwrap_or_default();
        let bare = matches!(rest.plain.as_str(), "拉动" | "下拉" | "拉低");
        let mut lately = said.iter().rev().take(4).filter(|_| bare);
        let before = lately.find_map(|draft| {
            let (_, pulled) = draft.name.plain.split_once("拉动")?;
            Some(rest.then(&draft.name.last(pulled.chars().count())))
        });
        let rest = before.unwrap_or(rest);
        let mut quantity = quantity.clone();
        quantity.number.minus |= falls.is_some();
        let quantity = &quantity;
        let name = owner.then(&rest);
        let target = self.alone(name, &lead.subject);
        self.set_level(target, quantity);
        self.cover(target, lead, item);
        // What moves next in points is the contribution; a growth is of what contributes.
        match *self.carried.current.as_slice() {
            [of] => {
                self.carried.base = Some(of);
                self.carried.current = vec![target];
            }
            [] => self.carried.current = vec![target],
            _ => {}
        }
        Some(())
    }

    /// Begins a statement without making it the one carried on with.
    pub(crate) fn alone(&mut self, name: Name, subject: &Range<usize>) -> usize {
        let current = self.carried.current.clone();
        let chain = self.carried.chain.len();
        let opened = self.open(vec![name], subject);
        self.carried.chain.truncate(chain);
        if !current.is_empty() {
            self.carried.current = current;
        }
        opened.first().copied().unwrap_or_default()
    }
}
