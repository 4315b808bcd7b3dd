//! How many of some fared well or badly: 28个行业实现增长, 14类商品销售增速超过10%, 六成行业下降.

use crate::figures::figure::Figure;
use crate::outcome::audit::Part;
use crate::phrases::clause::Group;
use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::subjects::said::rateless;
use crate::words::lexicon::{Class, Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::{Kind, Quantity, Token};
use halfyear_facts::Bound;
use std::ops::Range;

impl Sentence<'_> {
    /// GDP增速超过6%的市有3个, GDP超过万亿元的城市增至24个: how many a limit holds for; the limit is part
    /// of their name.
    pub(crate) fn those_within(&mut self, figure: Figure, before: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let [of, rest @ ..] = tokens.get(before.clone())? else {
            return None;
        };
        let limit = before.start.checked_sub(1).and_then(|i| tokens.get(i))?;
        let amount = matches!(limit.kind, Kind::Quantity(_)) || limit.is(Class::After);
        let noun = |it: &&Token| it.kind.nominal() && !it.is(Class::Adverb);
        let nouns = rest.iter().take_while(noun).count();
        let told = rest.get(nouns..)?;
        let told = told
            .iter()
            .all(|it| it.is(Class::Level) || it.is(Class::Reach) || it.is(Class::Adverb));
        let kind = rest.get(nouns.checked_sub(1)?)?;
        // 经营性收入超过10万元的村达到85%: so many of all of them.
        let share = figure.quantity.kind == Some(UnitKind::Rate);
        let counted = (share || figure.quantity.kind == Some(UnitKind::Count))
            && figure.group.items.len() == 1
            && matches!(of.kind, Kind::Of)
            && amount
            && told
            && nouns <= 3
            && rest.len() > nouns;
        if !counted {
            return None;
        }
        let own =
            |i: &usize| matches!(tokens[*i].kind, Kind::Time(_)) || tokens[*i].is(Class::Conn);
        let clause = figure.clause;
        let start = clause.start + clause.clone().take(8).take_while(own).count();
        let first = tokens.get(start).filter(|it| it.start < limit.start)?;
        // No name is as long as that, and what is as long need not be read to say so.
        if kind.end - first.start > 120 {
            return None;
        }
        let name = self.phrases.name_of(first.start..kind.end);
        if name.plain.chars().count() > 24 || name.plain.contains(['、', ',']) {
            return None;
        }
        let name = if share { name.and("占比") } else { name };
        let target = self.alone(name, &(0..0));
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        let bytes = self.bytes(first.start..first.end);
        self.drafts.get_mut(target)?.cover(&bytes);
        self.carried.current.clear();
        Some(figure.next())
    }

    /// Whether nothing stands before a share but of whom it is: 164种产品有[近七成产品同比增长].
    pub(crate) fn says_how_many(&self, lead: &Lead) -> bool {
        let said = self.phrases.trimmed(lead.subject.clone());
        let mut verb = lead.subject.end..lead.end;
        said.is_empty() || verb.any(|i| self.phrases.token_text(i) == "有")
    }

    /// A number of doers before how they fared; by which measure, where one stands between.
    pub(crate) fn doers(&mut self, figure: Figure) -> Option<usize> {
        let (from, quantity) = self.with_limit_after(figure);
        let (noun, how, until) = self.who_and_how(figure, from)?;
        let (measure, doers) = self.measure_and_doers(noun)?;
        let name = measure.then(&how).and("的").then(&doers);
        // 7个省份投资增速提高,重庆、陕西分别提高11.8和8.3个百分点
        if Lexicon::get().is_one_of(Noun::Places, &doers.plain) && !measure.is_empty() {
            let whole = measure.first(rateless(&measure.plain).chars().count());
            self.carried.measure = Some(whole);
            self.carried.places = true;
        }
        self.measured_like_the_doers(&measure, &how, until);
        self.carried.doers = Some((measure, doers));
        let name = match self.is_share(&quantity) {
            true => name.and("占比"),
            false => name,
        };
        let figure = Figure {
            quantity: &quantity,
            ..figure
        };
        self.count_doers(figure, name, until)
    }

    /// 三大类24项指标中有17项……: from how many some are taken, which nothing more is said of.
    pub(crate) fn taken_from(&self, group: &Group, lead: &Lead, first: &Quantity) -> bool {
        let after = self.tokens().get(group.range.end..group.range.end + 2);
        let Some([doers, among]) = after else {
            return false;
        };
        let kinds = || self.phrases.name(lead.subject.clone()).plain;
        first.kind == Some(UnitKind::Count)
            && group.items.len() == 1
            && &self.normal.text[among.range()] == "中"
            && Lexicon::get().is_one_of(Noun::Doers, &self.normal.text[doers.range()])
            && (kinds().ends_with('类') || kinds() == "主要")
    }

    /// Where the doers are named, and how many: 六成[以上的]行业.
    fn with_limit_after(&self, figure: Figure) -> (usize, Quantity) {
        let limits = |token: &Token| token.is(Class::After) || matches!(token.kind, Kind::Of);
        let next = figure.next();
        let from = (next..figure.clause.end)
            .find(|&i| !limits(&self.tokens()[i]))
            .filter(|_| self.is_share(figure.quantity))
            .unwrap_or(next);
        let mut quantity = figure.quantity.clone();
        if self.tokens()[next..from]
            .iter()
            .any(|token| token.is(Class::After))
        {
            let below = self.normal.text[self.tokens()[next].range()].contains('下');
            quantity.bound = if below { Bound::Under } else { Bound::Over };
        }
        (from, quantity)
    }

    /// Who is counted from a token on, how they fared, and the token after that.
    fn who_and_how(&self, figure: Figure, from: usize) -> Option<(Name, Name, usize)> {
        let clause = figure.clause;
        let (noun, end) = self.phrases.after(from, clause.end);
        let until = self.clause_of_it(end, clause.end, figure.limit)?;
        // A业、B业等4个行业增势较快,分别增长……: the sum of a list that goes on.
        let sums = figure.group.range.start.checked_sub(1).is_some_and(|i| {
            let before = &self.tokens()[i];
            self.normal.text[before.range()].ends_with('等')
        });
        let rest = self.tokens().get(clause.end..).unwrap_or_default();
        if sums && rest.iter().take(4).any(|token| token.is(Class::Each)) {
            return None;
        }
        // 13个行业增势较好, 23个行业盈利: no verb parts them.
        let state = Lexicon::get().shorter(Noun::State, &noun.plain);
        let state = state.or(["盈利", "亏损"]
            .into_iter()
            .find(|end| noun.plain.ends_with(end)));
        if let Some(state) = state.filter(|_| until == end) {
            let count = noun.plain.chars().count() - state.chars().count();
            return Some((noun.first(count), noun.last(state.chars().count()), until));
        }
        // 4个县的居民收入超过全市平均水平
        let whose = || {
            let of = self.tokens().get(end)?;
            let (whose, from) = self.phrases.after(end + 1, until);
            let how = self.fared(from..until)?;
            let named = matches!(of.kind, Kind::Of) && !whose.is_empty();
            named.then(|| whose.then(&how))
        };
        let how = without_link(self.fared(end..until).or_else(whose)?);
        Some((noun, how, until))
    }

    /// Parts 行业工业产值 into what is measured and who it is of: those counted before, where it
    /// names nobody.
    fn measure_and_doers(&self, noun: Name) -> Option<(Name, Name)> {
        let lexicon = Lexicon::get();
        let (measure, doers) = match self.carried.doers.clone() {
            // 26个行业利润总额增加,9个行业减少
            Some((measure, doers)) if doers.plain == noun.plain && !measure.is_empty() => {
                (measure, noun)
            }
            // 186户企业中71户亏损
            Some((_, doers)) if noun.is_empty() => (Name::default(), doers),
            _ if lexicon.is_one_of(Noun::Doers, &noun.plain) => (Name::default(), noun),
            // 1181家企业中,967家产值实现增长
            Some((_, doers))
                if lexicon.is_one_of(Noun::Whose, &noun.plain)
                    // 14种食品小类中有10种价格上涨
                    || noun.plain == "价格"
                    // 23个镇中19个全社会用电量同比增长
                    || halfyear_catalogue::names_exactly(&noun.plain) =>
            {
                return Some((noun, doers));
            }
            _ => {
                let length = noun.plain.chars().count();
                // 22个行业工业产值保持正增长
                // 9个市州工业投资: the longest of them.
                let first = (1..length).rev().find(|&n| {
                    // 10个市外贸实现正增长
                    let trade = noun.last(length - n).plain == "外贸";
                    lexicon.is_one_of(Noun::Doers, &noun.first(n).plain)
                        && (trade || lexicon.ends_in(Noun::Measure, &noun.plain))
                });
                match first {
                    Some(first) => (noun.last(length - first), noun.first(first)),
                    None => {
                        let tail = lexicon.tail(&noun.plain)?.chars().count();
                        (noun.last(tail), noun.first(length - tail))
                    }
                }
            }
        };
        lexicon
            .is_one_of(Noun::Doers, &doers.plain)
            .then_some((measure, doers))
    }

    /// 60%, 六成
    pub(crate) fn is_share(&self, quantity: &Quantity) -> bool {
        quantity.kind == Some(UnitKind::Rate)
            || self.normal.text[quantity.unit.clone()].ends_with('成')
    }

    /// Where what is said of the doers ends: before the next number, but for one that is how much
    /// they grew by at least.
    fn clause_of_it(&self, from: usize, end: usize, limit: usize) -> Option<usize> {
        if limit >= end {
            return Some(end);
        }
        let pause = (from..limit).find(|&i| matches!(self.tokens()[i].kind, Kind::Pause));
        if pause.is_some() {
            // 8个产业增长、2个下降
            return pause;
        }
        let threshold = matches!(
            &self.tokens()[end - 1].kind,
            Kind::Quantity(most) if most.kind == Some(UnitKind::Rate)
        );
        let rate = self
            .tokens()
            .get(from..limit)?
            .iter()
            .any(|token| token.is(Class::Rate));
        // 8项增速居全市前三位
        let ranked = || {
            let words = self.tokens().get(from..limit).unwrap_or_default();
            matches!(self.tokens()[end - 1].kind, Kind::Rank(_))
                && words.iter().any(|token| token.is(Class::RankVerb))
        };
        (limit + 1 >= end && (threshold && rate || ranked())).then_some(end)
    }

    /// 38个行业中32个实现增长, 8个产业增长、2个下降: of those counted before.
    pub(crate) fn some_of_them(&mut self, figure: Figure) -> Option<usize> {
        let Figure {
            clause,
            group,
            lead,
            ..
        } = figure;
        let did = self.some_that_did(figure);
        if let Some(end) = did.or_else(|| self.task_done(figure)) {
            return Some(end);
        }
        let (noun, _) = self.phrases.after(group.range.end, clause.end);
        // 17项进展符合预期: no noun of theirs.
        let indicators = self.carried.doers.as_ref();
        let indicators = indicators.is_some_and(|(_, doers)| doers.plain.ends_with("指标"))
            && &self.normal.text[figure.quantity.unit.clone()] == "项";
        if !noun.is_empty() && !indicators {
            return self.doers(figure);
        }
        // 37个行业大类中,产值实现增长的有32个,增速较1—4月份加快的有21个
        if let Some((measure, doers)) = self.carried.doers.clone()
            && group.range.end == clause.end
            && let Some(of) = (clause.start..group.range.start)
                .rev()
                .take(3)
                .find(|&i| matches!(self.tokens()[i].kind, Kind::Of))
            && let Some(how) = self.fared(self.phrases.trimmed(clause.start..of))
        {
            // 产值增长的130户,下降的84户
            let moves = [Class::Rise, Class::Fall, Class::Flat];
            let from = self.phrases.trimmed(clause.start..of).start;
            let verb = (from..of)
                .find(|&i| moves.iter().any(|&class| self.tokens()[i].is(class)))
                .unwrap_or(from);
            let (measure, how) = match verb > from {
                true => (self.phrases.name(self.phrases.trimmed(from..verb)), how),
                false if verb + 1 == of => (measure.clone(), measure.then(&how)),
                false => (measure, how),
            };
            let name = how.and("的").then(&doers);
            self.carried.doers = Some((measure, doers));
            return self.count_doers(figure, name, clause.end);
        }
        let how = self.fared(group.range.end..clause.end)?;
        if self.phrases.trimmed(lead.subject.clone()).is_empty() {
            let (measure, doers) = self.carried.doers.clone()?;
            let name = measure.then(&how).and("的").then(&doers);
            return self.count_doers(figure, name, clause.end);
        }
        let (among, words) = self
            .tokens()
            .get(lead.subject.clone())?
            .split_last()
            .filter(|(among, _)| self.normal.text[among.range()].starts_with(['中', '里']))?;
        let noun = words.last().filter(|token| token.end == among.start)?;
        let noun = self.phrases.name_of(noun.range());
        Lexicon::get().ends_in(Noun::Doers, &noun.plain).then(|| {
            let name = how.and("的").then(&noun);
            self.carried.doers = Some((Name::default(), noun));
            self.count_doers(figure, name, clause.end)
        })?
    }

    /// How some fared: 实现增长, 增幅进一步扩大, 持平, 增速超过10%.
    fn fared(&self, words: Range<usize>) -> Option<Name> {
        let tokens = self.tokens().get(words.clone())?;
        let moves = [Class::Rise, Class::Fall, Class::Flat];
        // 18个行业增速超过全市平均水平
        let ahead = tokens.iter().any(|token| token.is(Class::Gap))
            && tokens
                .last()
                .is_some_and(|token| token.is(Class::Mean) || token.is(Class::Scope));
        // 17个行业增速高于上半年, 5个行业增速由负转正
        let ahead = ahead
            || tokens.iter().any(|token| token.is(Class::Gap))
                && tokens
                    .last()
                    .is_some_and(|token| matches!(token.kind, Kind::Time(_)));
        let turned = tokens.iter().any(|token| {
            let word = &self.normal.text[token.range()];
            Lexicon::get().ends_in(Noun::Turn, word)
        });
        let rate = tokens.iter().any(|token| token.is(Class::Rate));
        // 增速较1—4月份加快
        let timed = tokens
            .iter()
            .any(|token| matches!(token.kind, Kind::Time(_)));
        let (last, before) = tokens.split_last()?;
        let threshold = rate && matches!(last.kind, Kind::Quantity(_));
        let ranked = matches!(last.kind, Kind::Rank(_))
            && before.iter().any(|token| token.is(Class::RankVerb));
        let name = self.phrases.name(words);
        // 17项完成年度计划, 6项低于预期
        let aims = ["计划", "进度", "预期", "目标", "过半", "进入"];
        let aimed = aims.iter().any(|aim| name.plain.contains(aim));
        let said = ahead
            || aimed
            || turned
            || threshold
            || ranked
            || tokens
                .iter()
                .any(|token| moves.iter().any(|&class| token.is(class)));
        let words_only = if threshold { before } else { tokens };
        let other = words_only.iter().any(|token| {
            token.is(Class::Gap) && !ahead && !aimed && !threshold
                || token.is(Class::Than) && !timed
                || matches!(token.kind, Kind::Quantity(_) | Kind::Number(_))
                || matches!(token.kind, Kind::Rank(_)) && !aimed && !ranked
        });
        (said && !other && name.plain.chars().count() <= 14).then_some(name)
    }

    fn count_doers(&mut self, figure: Figure, name: Name, end: usize) -> Option<usize> {
        let target = self.alone(name, &(0..0));
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        let words = self
            .bytes(self.tokens().get(figure.item().token)?.start..self.tokens().get(end - 1)?.end);
        self.drafts.get_mut(target)?.cover(&words);
        // 增速超过10%: the limit is part of the name.
        self.mark(figure.next()..end, Part::Threshold);
        Some(end)
    }
}

/// 的增速高于平均水平, 虽低于平均水平: how they fared, alone.
fn without_link(how: Name) -> Name {
    match how.plain.starts_with(['的', '虽', '均', '都']) {
        true => how.last(how.plain.chars().count() - 1),
        false => how,
    }
}
