//! Among how many some fared: 1181家规上工业企业中,967家……; 9项主要经济指标增速有4项……

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Class, Lexicon};
use crate::words::nouns::Noun;
use crate::words::token::Kind;

impl Sentence<'_> {
    /// Among how many some fared: 1181家规上工业企业中,967家产值实现增长. How many places there are is not
    /// what a text tells.
    pub(crate) fn those_counted(&mut self, figure: Figure, whole: &Name) -> Option<usize> {
        let lexicon = Lexicon::get();
        let sort = lexicon.ending(Noun::Among, &whole.plain);
        // 24个重点旅游项目中,已开工19个,完成投资12.8亿元
        let works = lexicon.ends_in(Noun::Works, &whole.plain);
        let doers = match sort {
            _ if works => whole.clone(),
            // 主要经济指标 are some of them.
            Some("指标") => whole.clone(),
            Some(sort) => whole.last(sort.chars().count()),
            None => return None,
        };
        if works {
            self.note_works(whole);
        }
        let places = lexicon.ends_in(Noun::Places, &whole.plain);
        self.carried.doers = Some((Name::default(), doers));
        // 11项指标中: of which ones, nobody says.
        let any = lexicon.is_one_of(Noun::Generic, &whole.plain);
        if places || any || figure.lead.of {
            return None;
        }
        let whose = self
            .phrases
            .name(self.phrases.trimmed(figure.lead.subject.clone()));
        let target = self.alone(whose.then(whole), &(0..0));
        self.set_level(target, figure.quantity);
        self.cover(target, figure.lead, figure.item());
        let (_, end) = self.phrases.after(figure.next(), figure.clause.end);
        let words = self
            .bytes(self.tokens().get(figure.item().token)?.start..self.tokens().get(end - 1)?.end);
        self.drafts.get_mut(target)?.cover(&words);
        // 40个行业大类中,29个保持增长,比一季度增加2个: of the 29.
        self.carried.current.clear();
        Some(end)
    }

    /// 9项主要经济指标增速有4项位居全盟前三: among how many, and by what some of them stand out.
    pub(crate) fn among_told(&mut self, figure: Figure, whole: &Name, end: usize) -> Option<usize> {
        let [rate, has, some] = self.tokens().get(end..end + 3)? else {
            return None;
        };
        let same = match &some.kind {
            Kind::Quantity(some) => self.unit(some) == self.unit(figure.quantity),
            _ => false,
        };
        let told = same && rate.is(Class::Rate) && self.normal.text[has.range()] == *"有";
        if !told || !Lexicon::get().is_one_of(Noun::Doers, &whole.plain) {
            return None;
        }
        let rate = self.phrases.name_of(rate.range());
        self.those_counted(figure, whole)?;
        if let Some((measure, _)) = &mut self.carried.doers {
            *measure = rate;
        }
        Some(end)
    }
}
