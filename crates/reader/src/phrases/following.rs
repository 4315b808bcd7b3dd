//! What stands right after a number: 5000余个[公路节点监控].

use crate::phrases::name::Name;
use crate::phrases::phrase::Phrases;
use crate::words::lexicon::Class;
use crate::words::token::Kind;

impl Phrases<'_> {
    /// Whether 规模以上 begins here: what is above it is a kind, and no size.
    pub(crate) fn of_size(&self, at: usize) -> bool {
        match self.tokens.get(at..at + 3) {
            Some([size, above, noun]) => {
                size.is(Class::Itself) && above.is(Class::After) && noun.kind.nominal()
            }
            _ => false,
        }
    }

    /// The nouns right after a number, and where they end: 5000余个[公路节点监控].
    pub(crate) fn after(&self, from: usize, end: usize) -> (Name, usize) {
        let mut i = from;
        while i < end {
            let token = &self.tokens[i];
            let before_noun = self
                .tokens
                .get(i + 1)
                .is_some_and(|next| next.kind.nominal());
            // 70个平台落地江西: where, not what.
            let place =
                i > from && before_noun && crate::words::places::is_name(self.token_text(i + 1));
            let acts = token.is(Class::Keep) || token.is(Class::Deed);
            let modifier = acts && before_noun && !place
                // 锂盐研发生产项目, 高端研发平台, 污水处理厂
                || i > from
                    && matches!(self.token_text(i), "研发" | "处理" | "处置" | "加工" | "检测")
                    && self
                        .tokens
                        .get(i + 1)
                        .is_some_and(|next| next.is(Class::Deed) || next.kind.nominal());
            let noun = [
                Class::PrepEnd,
                Class::Itself,
                Class::Ratio,
                Class::Mean,
                Class::Scope,
                Class::Split,
            ]
            .iter()
            .any(|&class| token.is(class))
                && before_noun;
            // 8项指标高于全省平均水平
            let noun = noun || self.token_text(i).ends_with("指标");
            // 13.86亿元低息贷款
            let noun = noun
                || i > from
                    && token.is(Class::Deed)
                    && ["贷款", "补贴", "补助", "奖励"].contains(&self.token_text(i));
            let and = matches!(token.kind, Kind::And) && i > from;
            if self.of_size(i) {
                i += 2;
                continue;
            }
            // 96个县控以上地表水监测断面
            if i > from
                && token.is(Class::After)
                && before_noun
                && token.start == self.tokens[i - 1].end
            {
                i += 1;
                continue;
            }
            if !(token.kind.nominal() || modifier || noun || and) {
                break;
            }
            i += 1;
        }
        while i > from && matches!(self.tokens[i - 1].kind, Kind::And) {
            i -= 1;
        }
        (self.name(from..i), i)
    }
}
