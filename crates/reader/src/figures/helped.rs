//! Whom something was done for: 解决6434万农村人口饮水安全问题, 带动1.9万贫困人口增收, 5427名贫困人口稳定脱贫.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, UnitKind};
use crate::words::token::{Kind, Quantity, Token};

/// Who is helped, the longest names first.
const WHO: [&str; 16] = [
    "农村贫困人口",
    "贫困劳动力",
    "农村劳动力",
    "农村人口",
    "农村居民",
    "农村群众",
    "贫困人口",
    "贫困群众",
    "脱贫人口",
    "贫困户",
    "脱贫户",
    "人口",
    "群众",
    "农民",
    "村民",
    "农户",
];

/// Verbs before whom something was done for.
const HELPS: [&str; 6] = ["带动", "帮助", "带领", "促进", "推动", "吸纳"];

/// How many words after them the figure stands, at most.
const NEAR: usize = 8;

/// What those did then.
const DID: [&str; 8] = [
    "稳定增收",
    "再就业",
    "增收致富",
    "增收",
    "就近就业",
    "就业",
    "脱贫",
    "致富",
];

/// How the poor stopped being so.
const LIFTED: [&str; 6] = [
    "稳定脱贫",
    "全部脱贫",
    "如期脱贫",
    "顺利脱贫",
    "实现脱贫",
    "脱贫",
];

impl Sentence<'_> {
    /// “银税互动”为38户企业[发放贷款2960万元]: for how many something was done, which is told by its own figure.
    pub(crate) fn done_for(&self, figure: Figure) -> bool {
        let at = figure.item().token;
        let before = at.checked_sub(1).and_then(|i| self.tokens().get(i));
        let is_for = before.is_some_and(|it| &self.normal.text[it.range()] == "为");
        let some = matches!(
            figure.quantity.kind,
            Some(UnitKind::People | UnitKind::Count)
        );
        let after = figure.next()..figure.clause.end;
        let mut after = after.take(NEAR).map(|i| &self.tokens()[i]);
        let acts = |token: &Token| token.is(Class::Act) || token.is(Class::Deed);
        let deed = after
            .by_ref()
            .take_while(|it| !matches!(it.kind, Kind::And | Kind::Pause));
        let done = is_for && some && deed.take(4).any(acts);
        done && after.any(|it| matches!(it.kind, Kind::Quantity(_)))
    }

    /// Counts those whom something was done for; gives the token after what was done.
    pub(crate) fn helped(&mut self, figure: Figure) -> Option<usize> {
        let people = figure.quantity.kind == Some(UnitKind::People);
        let item = self.tokens().get(figure.item().token).filter(|_| people)?;
        // 43户97名贫困人口: of the people that are counted next.
        let next = self.tokens().get(figure.next());
        let again = next.is_some_and(|next| {
            let counts = |it: &Quantity| it.kind == Some(UnitKind::People);
            let named = WHO
                .iter()
                .any(|who| self.normal.text[next.end..].starts_with(who));
            named
                && next.start == item.end
                && matches!(&next.kind, Kind::Quantity(it) if counts(it))
        });
        if again && self.normal.text[..item.end].ends_with('户') {
            return Some(figure.next());
        }
        let end = self.tokens().get(figure.clause.end - 1)?.end;
        let rest = self.normal.text.get(item.end..end)?;
        // What was done stands close behind, however long the clause is.
        let near = rest
            .char_indices()
            .nth(24)
            .map_or(rest, |(at, _)| &rest[..at]);
        let who = WHO.iter().find(|who| near.starts_with(**who)).copied();
        let after = &near[who.map_or(0, str::len)..];
        let did = after.strip_prefix('的').unwrap_or(after);
        let before = self.normal.text[..item.start].trim_end_matches(['了', '近', '约', '超']);
        let started = near.len() - did.len();
        let reached =
            before.ends_with("惠及") && after.chars().next().is_none_or(|c| !c.is_alphabetic());
        let at = item.end + started;
        // As they are printed, verb and people too.
        let named = |from: usize, letters: &str| self.phrases.name_of(from..from + letters.len());
        let verb = |verb: &str| named(before.len() - verb.len(), verb);
        let people = || match who {
            Some(who) => named(item.end, who),
            None => Name::default().and("人口"),
        };
        let (name, length) = if reached {
            (self.paid_out(figure)?.and("惠及人数"), 0)
        } else if before.ends_with("解决") {
            let problem = did.find("问题").map(|at| at + "问题".len())?;
            let solved = verb("解决").then(&named(at, &did[..problem]));
            (solved.then(&people()), problem)
        } else if let Some(helps) = HELPS.iter().find(|verb| before.ends_with(**verb)) {
            // 直接带动1540人实现就业
            let bare = did.strip_prefix("实现").unwrap_or(did);
            let what = DID.iter().find(|what| bare.starts_with(**what))?;
            if who.is_none() && !what.ends_with("就业") {
                return None;
            }
            let helped = match who {
                Some(_) => verb(helps).then(&people()),
                None => verb(helps),
            };
            let skipped = did.len() - bare.len();
            let helped = helped.then(&named(at + skipped, what));
            (helped, skipped + what.len())
        } else {
            who.filter(|who| who.starts_with("贫困") || who.starts_with("农村贫困"))?;
            let lifted = LIFTED.iter().find(|how| after.starts_with(**how))?;
            let end = at + lifted.len() - "脱贫".len();
            (named(end, "脱贫").then(&people()), lifted.len())
        };
        let reach = item.end + started + length;
        let target = self.alone(name, &(0..0));
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        let bytes = self.bytes(item.start..reach);
        self.drafts.get_mut(target)?.cover(&bytes);
        let mut after = figure.next()..figure.clause.end;
        let past = after.find(|&i| self.tokens()[i].start >= reach);
        Some(past.unwrap_or(figure.clause.end))
    }

    /// 低保金 of 发放低保金218.6万元,惠及2146人.
    fn paid_out(&self, figure: Figure) -> Option<Name> {
        let alone = self.phrases.trimmed(figure.lead.subject.clone()).len() < 2;
        let paid = self
            .drafts
            .get(self.carried.sentence..)?
            .last()
            .filter(|_| alone)?;
        let money = paid.level.as_ref()?.unit.as_deref()?.ends_with('元');
        let verb = ["发放", "拨付", "落实", "兑现", "支付"];
        let name = &paid.name;
        let rest = verb.iter().find_map(|verb| name.plain.strip_prefix(*verb));
        let letters = rest.unwrap_or(&name.plain).chars().count();
        money.then(|| name.last(letters))
    }
}
