//! Clauses that tell why: 受国际市场价格上涨影响, 德盛空调受订单减少影响.

use crate::phrases::name::Name;
use crate::phrases::phrase::Subject;
use crate::statement::Sentence;
use crate::words::lexicon::Lexicon;
use crate::words::nouns::Noun;
use std::ops::Range;

impl Sentence<'_> {
    /// Notes whom a clause tells something to have moved, whose figure the next one tells; gives
    /// whether it is such a clause.
    pub(super) fn held_back(&mut self, clause: &Range<usize>) -> bool {
        let lexicon = Lexicon::get();
        // 装备制造产业受需求不足影响,完成产值46.5亿元
        let why = clause
            .clone()
            .find(|&i| self.normal.text[self.tokens()[i].range()] == *"受");
        if let Some(why) = why.filter(|&why| why > clause.start)
            && self.tells_a_cause(&(why..clause.end))
        {
            let whose = self.phrases.subject(clause.start..why, None);
            self.topic_of(&whose, clause.start..why);
            let name = match whose {
                Subject::Named(names) if names.len() == 1 => names.into_iter().next(),
                _ => None,
            };
            let named = |name: &Name| !crate::words::places::is_name(&name.plain);
            let alone = name.as_ref().is_some_and(named);
            let one = name.as_ref().and_then(|name| self.one_of_the_last(name));
            let part = name
                .clone()
                .filter(|name| lexicon.ends_in(Noun::Category, &name.plain));
            if one.is_some() || part.is_some() {
                // Who acted before is another.
                self.carried.owner = None;
                match one {
                    Some(one) => self.carried.current = vec![one],
                    // 家具业受需求不足影响,下降3.2%
                    None => self.carried.pending = part,
                }
                return true;
            }
            // 德盛空调受订单减少影响,产值下滑9.3%
            if self.carried.topic.as_ref().is_some_and(|(_, here)| *here) && alone {
                // 生猪出栏受疫情影响,仅为58.7万头: the measure itself.
                let measured = |name: &Name| {
                    lexicon.ends_in(Noun::Measure, &name.plain)
                        || halfyear_catalogue::names_exactly(&name.plain)
                };
                self.carried.pending = name.clone().filter(measured);
                self.carried.owner = name;
                self.carried.current.clear();
                return true;
            }
        }
        // 安宁市受钢铁行业限产影响,增长5.8%: whose figure follows.
        let place = self.phrases.name(clause.start..clause.start + 1);
        if crate::words::places::is_name(&place.plain)
            && self.tells_a_cause(&(clause.start + 1..clause.end))
        {
            // 云溪区受石化企业检修影响,GDP为330.5亿元
            self.note_place(&place, clause.start);
            let whole = self.with_tail(place.clone());
            self.carried.current.clear();
            self.carried.pending = Some(whole).filter(|whole| *whole != place);
            return true;
        }
        false
    }

    /// 受国际市场价格上涨影响: why, and nothing that the next clause tells of.
    pub(super) fn tells_a_cause(&self, clause: &Range<usize>) -> bool {
        let [first, .., last] = &self.tokens()[clause.clone()] else {
            return false;
        };
        let said = &self.normal.text[first.start..last.end];
        let ends = [
            "影响",
            "带动",
            "拉动",
            "推动",
            "冲击",
            "制约",
            "作用下",
            "拖累",
            "波及",
        ];
        said.starts_with('受') && ends.iter().any(|end| said.ends_with(end))
    }
}
