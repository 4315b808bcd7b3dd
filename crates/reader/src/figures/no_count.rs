//! Numbers that no count is: among how many something was done, how large works are, who was picked.

use crate::figures::figure::Figure;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::{Lexicon, UnitKind};
use crate::words::nouns::Noun;
use crate::words::token::Token;

impl Sentence<'_> {
    /// Whether a number only tells among how many, or with how many, something was done:
    /// 在16个县市区综合排名中,我县……; 22家企业与47家科研院所建立合作关系.
    pub(crate) fn counts_among(&self, figure: Figure) -> bool {
        let words = &self.tokens()[figure.clause.clone()];
        let text = |token: Option<&Token>| token.map_or("", |it| &self.normal.text[it.range()]);
        if text(words.first()) == "在" && text(words.last()).ends_with('中') {
            return true;
        }
        // What says so stands close before it, however long the clause is.
        let at = figure.item().token;
        let near = figure.clause.start.max(at.saturating_sub(12));
        let near = self.tokens()[near..at].first();
        let number = self.tokens()[at].start;
        let near = near.map_or(number, |token| token.start);
        let before = self.normal.text.get(near..number).unwrap_or_default();
        let with = ["与", "同", "跟", "帮助", "首批", "满载"];
        // 在全国20多个省市运行
        let (places, _) = self.phrases.after(figure.next(), figure.clause.end);
        let where_ = before.contains('在')
            && ["省市", "省份", "国家", "地区", "城市", "街道", "乡镇"]
                .iter()
                .any(|kind| places.plain.starts_with(kind));
        where_ || with.iter().any(|word| before.ends_with(word))
    }

    /// Whether what a number stands before is not counted by it, or is nothing that there is.
    pub(crate) fn counts_nothing(&self, figure: Figure, noun: &Name) -> bool {
        let lexicon = Lexicon::get();
        let quantity = figure.quantity;
        // 1200米商业步行街项目等
        let named = noun.plain.trim_end_matches('等');
        let ends = |class| lexicon.ends_in(class, named);
        let scaled = self.normal.text[quantity.unit.clone()].starts_with(['万', '亿']);
        let small = quantity.number.chinese && quantity.number.digits.len() < 3 && !scaled;
        // How large works are, or what they cost, is part of their name.
        let makes = ["生产线", "装置"]
            .iter()
            .any(|line| noun.plain.contains(line));
        let size = quantity.kind == Some(UnitKind::Amount) && (ends(Noun::Sized) || makes)
            || quantity.kind == Some(UnitKind::Money) && ends(Noun::Site);
        // 100万辆整车项目, 506路公交: what they make, and what a line is called.
        let unit = &self.normal.text[quantity.unit.clone()];
        let made = unit.ends_with(['辆', '台', '套', '片', '头', '只', '羽']) && ends(Noun::Site);
        let called = unit == "路" && noun.plain.starts_with("公交");
        // 11个县区九升二降: how many rose and fell.
        let after = &self.normal.text[self.tokens()[figure.item().token].end..];
        // 14个镇和1个开发区中: those among whom somebody is, of whom nothing is told.
        let mut near = after.char_indices().take(24);
        let comma = near.find(|(_, c)| matches!(c, ',' | '。' | ';'));
        let among = comma.is_some_and(|(at, _)| after[..at].ends_with('中'))
            && lexicon.is_one_of(Noun::Places, &noun.plain);
        let letters: Vec<char> = noun.plain.chars().collect();
        let rose = letters.windows(2).any(|pair| {
            crate::words::numeral::is_chinese(pair[0])
                && matches!(pair[1], '升' | '降' | '涨' | '跌')
        });
        // 1.2万面定日镜迎着太阳转动: a scene.
        let scene = noun.plain.chars().skip(2).any(|c| c == '着');
        // 13个区县(市)谁跑得最快, 9个板块竞相发展: who they are, of whom nothing is counted.
        let mut bracket = after.chars().take(12).skip_while(|&c| c != ')');
        let of_them = bracket.nth(1) == Some('的');
        let places = [
            "县(市", "县(区", "区(市", "州(市", "市(州", "市(县", "区县", "县区",
        ]
        .iter()
        .chain(&["地方", "板块"])
        .any(|kind| after.starts_with(kind))
            && !of_them;
        // 17个项目可开工: nothing that was.
        let to_come = noun.plain.ends_with(['可', '将', '正', '拟']);
        // 规模排名靠前的100家重点企业: so many were picked.
        let before = &self.normal.text[..self.tokens()[figure.item().token].start];
        let picked = ["靠前的", "居前的", "最大的", "最高的", "最多的", "最快的"]
            .iter()
            .any(|end| before.ends_with(end));
        // 据对1740户农户种植意向调查: who was asked.
        let asked = noun.plain.ends_with("调查");
        // 1个市尚未实现零的突破: what it lacks, where nobody says of what.
        let lacks = lexicon.is_one_of(Noun::Places, &noun.plain)
            && ["尚未", "未", "没有"].iter().any(|lacks| {
                after[after
                    .find(noun.plain.as_str())
                    .map_or(after.len(), |at| at + noun.plain.len())..]
                    .starts_with(lacks)
            });
        // 已对2855户危改户进行验收, 按每户2.35万元标准
        let looked_at = noun.plain.contains("进行") || noun.plain == "标准";
        // 用12个字概括
        let letters_of_it = noun.plain.starts_with('字');
        small
            || asked
            || lacks
            || looked_at
            || letters_of_it
            || size
            || made
            || called
            || picked
            || rose
            || scene
            || to_come
            || places
            || among
            // 连续跨越7万亿、8万亿、9万亿三个大台阶, 21条措施
            || ends(Noun::NoCount)
            // 7个县粮食总产超20亿斤
            || ends(Noun::Alone) && lexicon.is_one_of(Noun::Places, &noun.first(1).plain)
            || self.lists_works(figure.next(), figure.clause.end)
    }
}
