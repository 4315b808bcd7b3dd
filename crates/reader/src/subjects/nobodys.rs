//! Levels whose names say too little: 阎良航空基地136.4亿元, 浐灞以118亿元排在第三, 总值仅12.9亿元.

use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::places::is_name;
use crate::words::token::Quantity;

/// How large something is, where nobody says what.
const SIZES: [&str; 5] = ["总值", "总额", "体量", "盘子", "规模"];

impl Sentence<'_> {
    /// Whether an amount of money is only said to be that of somebody, and of what of his nobody knows.
    pub(crate) fn says_too_little(&self, name: &Name, lead: &Lead, first: &Quantity) -> bool {
        if first.kind != Some(UnitKind::Money) {
            return false;
        }
        let plain = name.plain.as_str();
        // 对徽州区的领先优势扩大到38.4亿元
        let apart = ["优势", "差距", "之差"];
        if SIZES.contains(&plain)
            || plain.ends_with("差额")
            || apart.iter().any(|end| plain.ends_with(end))
        {
            return true;
        }
        let words = lead.subject.end..lead.end;
        let by = words.clone().chain([lead.subject.end.saturating_sub(1)]);
        let by = by.into_iter().any(|i| self.phrases.token_text(i) == "以");
        let alone = words.is_empty() && plain.ends_with("基地");
        let measured = Lexicon::get().ends_in(Noun::Measure, plain)
            || halfyear_catalogue::find(plain).is_some();
        (by && lead.level && !is_name(plain) || alone) && !measured
    }
}
