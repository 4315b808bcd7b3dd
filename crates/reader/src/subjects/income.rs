//! Incomes and expenditures by source and purpose, which are per head where the whole is:
//! 农村居民人均工资性收入……,经营净收入……

use crate::phrases::lead::Lead;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use crate::words::lexicon::UnitKind;
use crate::words::places::begins_with_place;
use crate::words::token::Quantity;

/// Where income comes from.
const SOURCES: [&str; 12] = [
    "工资性收入",
    "经营净收入",
    "经营性收入",
    "经营性净收入",
    "家庭经营性收入",
    "家庭经营净收入",
    "财产净收入",
    "财产性收入",
    "财产性净收入",
    "转移净收入",
    "转移性收入",
    "转移性净收入",
];

/// What people spend it on, before 支出.
const PURPOSES: [&str; 12] = [
    "食品烟酒",
    "食品",
    "衣着",
    "居住",
    "生活用品及服务",
    "交通通信",
    "交通和通信",
    "教育文化娱乐",
    "教育文化和娱乐",
    "医疗保健",
    "其他用品和服务",
    "其他用品及服务",
];

impl Sentence<'_> {
    /// 社会保险基金收入8.76亿元,支出7.93亿元: of the same fund.
    pub(crate) fn spent_of_the_fund(&self, lead: &Lead, first: &Quantity) -> Option<Name> {
        let words = self
            .phrases
            .name(self.phrases.trimmed(lead.subject.clone()));
        let balance = [
            "支出",
            "结余",
            "当期结余",
            "当年结余",
            "累计结余",
            "滚存结余",
        ];
        let said = self.drafts.get(self.carried.sentence..)?.iter().rev();
        let mut fund = said.take(4).filter_map(|draft| {
            let fund = draft.name.plain.strip_suffix("收入")?;
            let names_one = fund.ends_with(['金', '算', '政']);
            names_one.then(|| draft.name.first(fund.chars().count()))
        });
        let money = first.kind == Some(UnitKind::Money);
        let own = money && balance.contains(&words.plain.as_str());
        Some(fund.next().filter(|_| own)?.then(&words))
    }

    /// 旅游业上半年揽金338.4亿元: what came in, in a word that headlines have for it.
    pub(crate) fn gold_of_guests(&self, name: Name, lead: &Lead) -> Name {
        let gold = ["揽金", "吸金"]
            .iter()
            .find_map(|end| name.plain.strip_suffix(end));
        if !gold.is_some_and(|who| matches!(who, "" | "旅游" | "旅游业" | "文旅" | "文旅产业"))
        {
            return name;
        }
        let words = self.tokens().get(lead.subject.clone()).unwrap_or_default();
        let mut words = words.iter().rev().take(6);
        match words.any(|it| {
            ["旅游", "文旅"]
                .iter()
                .any(|of| self.normal.text[it.range()].contains(of))
        }) {
            true => Name::default().and("旅游收入"),
            false => name,
        }
    }

    /// 全体居民人均可支配收入……,其中城镇、农村居民分别为……: the income of a part of all, where what was told
    /// before is that of all.
    pub(crate) fn income_of(&self, whose: &Name) -> Option<Name> {
        let residents = match whose.plain.as_str() {
            "城镇" | "农村" | "乡村" => whose.and("居民"),
            "城镇居民" | "农村居民" | "城镇常住居民" | "农村常住居民" => {
                whose.clone()
            }
            _ => return None,
        };
        let whole = &self.spoken_of()?.name;
        let measure = whole.plain.find("人均")?;
        let of_all = !whole.plain.starts_with(['城', '农', '乡']) && whole.plain.ends_with("收入");
        let count = whole.plain[measure..].chars().count();
        of_all.then(|| residents.then(&whole.last(count)))
    }

    /// A part with whose it is and 人均, where what was told before says so.
    pub(crate) fn per_head_as_before(&self, name: &Name) -> Option<Name> {
        // 城镇居民人均食品烟酒支出……;人均衣着支出
        let part = name.plain.strip_prefix("人均").map(str::chars);
        let name = &match part {
            Some(part) => name.last(part.count()),
            None => name.clone(),
        };
        if !is_part(&name.plain) {
            return None;
        }
        let from = self.carried.measured_from.min(self.carried.sentence_before);
        let told = self.drafts.get(from..)?.iter().rev().take(8);
        let told = told.filter_map(|draft| per_head(&draft.name));
        // 与贵阳市(21034元)差7892元: that one was only compared with.
        let own = told.clone().find(|it| !begins_with_place(&it.plain));
        let whose = own.or(told.clone().next())?;
        Some(whose.then(name))
    }
}

/// The same in a list, where its first name says it.
pub(crate) fn all_per_head(mut names: Vec<Name>) -> Vec<Name> {
    let whose = names.first().and_then(per_head);
    if let Some(whose) = whose {
        for name in names.iter_mut().skip(1).filter(|name| is_part(&name.plain)) {
            *name = whose.then(name);
        }
    }
    names
}

fn is_part(name: &str) -> bool {
    let purpose = ["消费支出", "支出"]
        .iter()
        .find_map(|end| name.strip_suffix(end));
    SOURCES.contains(&name) || purpose.is_some_and(|purpose| PURPOSES.contains(&purpose))
}

/// Whose income or expenditure a name is per head: 农村居民人均 of 农村居民人均可支配收入.
fn per_head(name: &Name) -> Option<Name> {
    let (whose, of) = name.plain.split_once("人均")?;
    let whole = [
        "可支配收入",
        "纯收入",
        "现金收入",
        "消费支出",
        "生活消费支出",
        "收入",
        "支出",
    ];
    let count = whose.chars().count() + "人均".chars().count();
    (whole.contains(&of) || is_part(of)).then(|| name.first(count))
}
