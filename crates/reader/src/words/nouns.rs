//! Nouns by what they do at the end of a name: `data/heads.tsv`.

use crate::words::table::rows2;
use rustc_hash::FxHashMap as HashMap;

macro_rules! nouns {
    ($($(#[$doc:meta])* $name:ident $text:literal,)*) => {
        /// What a noun does at the end of a name; the table tells more of each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Noun { $($(#[$doc])* $name,)* }

        impl Noun {
            const ALL: &[(&'static str, Self)] = &[$(($text, Self::$name),)*];
        }
    };
}

nouns! {
    /// What something can be, at the beginning of its name, and not what is to come: 可支配.
    Able "able",
    /// Countries and regions: of them alone nobody says what grew.
    Abroad "abroad",
    /// What a company's accounts tell: 净利润.
    Account "account",
    /// Whoever has figures of its own: 园区, 部门.
    Agent "agent",
    /// Measures that stand alone for what was named just before.
    Alone "alone",
    /// Among whom some are counted, from the longest name down.
    Among "among",
    /// Paired endings that stand alone in a list.
    Bare "bare",
    /// Parts without a measure of their own: 制造业.
    Category "category",
    /// Measures that are counted themselves.
    Counted "counted",
    /// The endings that a name loses before one that stands alone.
    Crop "crop",
    /// Who fares well or badly, where some of them are counted.
    Doers "doers",
    /// Measured in years, days or hours.
    Duration "duration",
    /// Works.
    Entity "entity",
    /// Measures that are of who acted just before.
    Follows "follows",
    /// Nouns that name nothing in particular.
    Generic "generic",
    /// What goods are measured by.
    Goods "goods",
    /// One of two parts of all people.
    Half "half",
    /// How high something is, where a number says it.
    Height "height",
    /// Schools, hospitals and the like.
    Institution "institution",
    /// What kinds of goods are measured by.
    Kinds "kinds",
    /// Who or what is counted, and nothing that a reader could look for.
    Anybody "anybody",
    /// What is left, at its beginning, of a sentence that was not understood.
    Left "left",
    /// What a single character may name.
    Letter "letter",
    /// How the names of those end who make something, and have accounts: 京东方, 铝业.
    Maker "maker",
    /// What follows an amount and is not counted by it: 大关.
    Mark "mark",
    /// What a measured thing's name ends in.
    Measure "measure",
    /// Measures that are amounts of money and nothing else: 到位资金.
    Money "money",
    /// Animals that are kept in herds: 羊.
    Herd "herd",
    /// How something moved or should move.
    Movement "movement",
    /// Measures that no amount of money is one of: 面积.
    NoMoney "nomoney",
    /// Measures that say nothing alone, even where it is known whose they are.
    Nameless "nameless",
    /// Rates of works that were counted: 开工率.
    OfWork "ofwork",
    /// Counted, but no figures of what there is: steps, demands.
    NoCount "nocount",
    /// What flows, and is told of a stretch of time even where only its end is named.
    Flow "flow",
    /// Attributes that need their owner before them.
    Own "own",
    /// Kinds of patents.
    Patent "patent",
    /// How high or low something got, which names nothing.
    Peak "peak",
    /// Who is counted by the head.
    People "people",
    /// Places that are counted and compared.
    Places "places",
    /// How something is reckoned, not what: 以数量计.
    Reckoned "reckoned",
    /// Who gave an honour, or how high it is: 省级, 5A级.
    Rung "rung",
    /// What the names of a list share at the end of the last.
    Shared "shared",
    /// Works whose size is part of their name: 35万吨硫精砂项目.
    Sized "sized",
    /// Works that what they cost is part of the name of: 40亿元总部基地.
    Site "site",
    /// How something is, at the end of a name.
    State "state",
    /// What a part takes over from the indicator before.
    Tail "tail",
    /// How a name ends that was cut out of a sentence that was not understood.
    Torn "torn",
    /// Words for a growth that became a fall, or the other way round.
    Turn "turn",
    /// Counted without a unit.
    Unitless "unitless",
    /// Verbs that are nouns at the end of a name.
    Verbal "verbal",
    /// Attributes that nobody would look at where it was not told whose they are.
    Unowned "unowned",
    /// Measures that say nothing until it is known whose they are.
    Whose "whose",
    /// The demands of a whole place.
    Demand "demand",
    /// What institutions have.
    Within "within",
    /// Works that are begun, built and finished.
    Works "works",
}

/// The nouns of each class.
pub(crate) struct Nouns(Vec<Endings>);

/// The nouns of a class.
#[derive(Default)]
struct Endings {
    /// By their last character, the longest first.
    by_letter: HashMap<char, Vec<&'static str>>,
    /// The bytes of the longest.
    longest: usize,
}

impl Nouns {
    /// Reads the table.
    pub(crate) fn new() -> Self {
        let mut classes: Vec<Endings> = Noun::ALL.iter().map(|_| Endings::default()).collect();
        for (class, words) in rows2(include_str!("../../data/heads.tsv")) {
            let class = Noun::ALL.iter().find(|(name, _)| *name == class);
            let Some(endings) = class.and_then(|&(_, noun)| classes.get_mut(noun as usize)) else {
                continue;
            };
            for word in words.split_whitespace() {
                if let Some(last) = word.chars().next_back() {
                    endings.by_letter.entry(last).or_default().push(word);
                    endings.longest = endings.longest.max(word.len());
                }
            }
        }
        let lists = classes.iter_mut().map(|class| &mut class.by_letter);
        for list in lists.flat_map(HashMap::values_mut) {
            list.sort_by_key(|head| std::cmp::Reverse(head.len()));
        }
        Self(classes)
    }

    /// Whether a name ends in one of the nouns of a class.
    pub(crate) fn ends_in(&self, class: Noun, name: &str) -> bool {
        self.ending(class, name).is_some()
    }

    /// The longest noun of a class that a name ends in.
    pub(crate) fn ending(&self, class: Noun, name: &str) -> Option<&'static str> {
        let last = name.chars().next_back()?;
        let endings = self.0.get(class as usize)?.by_letter.get(&last)?;
        endings.iter().find(|head| name.ends_with(**head)).copied()
    }

    /// The longest noun of a class that a name ends in and is longer than.
    pub(crate) fn shorter(&self, class: Noun, name: &str) -> Option<&'static str> {
        self.ending(class, name)
            .filter(|end| end.len() < name.len())
    }

    /// The measure that a name ends in, the longest: 增加值 of 制造业增加值.
    pub(crate) fn tail(&self, name: &str) -> Option<&'static str> {
        self.ending(Noun::Tail, name)
            .filter(|tail| tail.len() < name.len())
    }

    /// The owner in a name that ends in an attribute: 科创园项目 of 科创园项目占地面积.
    pub(crate) fn owner<'n>(&self, name: &'n str) -> Option<&'n str> {
        self.ending(Noun::Own, name)
            .and_then(|end| name.strip_suffix(end))
            .filter(|owner| !owner.is_empty())
    }

    /// Whether a name is one of the nouns of a class.
    pub(crate) fn is_one_of(&self, class: Noun, name: &str) -> bool {
        // Most names are longer than any of them.
        let longest = self.0.get(class as usize).map_or(0, |class| class.longest);
        name.len() <= longest && self.ending(class, name) == Some(name)
    }
}
