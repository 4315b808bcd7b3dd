//! What the page says, in both languages.

use crate::way::Way;

/// A text in Chinese and in English.
pub type Both = (&'static str, &'static str);

/// A word for programs, and its name.
pub type Named = (&'static str, Both);

/// The language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Tongue {
    /// The language of a tag; Chinese for every kind of Chinese, else English.
    pub fn of(tag: &str) -> Self {
        match tag.get(..2) {
            Some(it) if it.eq_ignore_ascii_case("zh") => Self::Zh,
            _ => Self::En,
        }
    }

    /// The tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The text in this language.
    pub fn say(self, (zh, en): Both) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// The headline.
pub const TITLE: Both = ("半年图", "Half-year infographic");
/// What the page is for.
pub const LEDE: Both = (
    "选好要看的，把代码贴进任何网页。图上每个数都能点开，回到它出自的那句话。",
    "Choose what it shows, then paste it into any page. Every number opens the sentence it came from.",
);
/// The two things that the page does.
pub const TABS: [Named; 2] = [
    ("choose", ("现成的一期", "A finished edition")),
    ("read", ("你自己的报告", "Your own report")),
];
/// The name of the controls.
pub const CONTROLS: Both = ("选项", "Choices");
/// The list of metrics.
pub const METRICS: Both = ("指标与次序", "Metrics, in order");
/// How to use it.
pub const METRICS_HELP: Both = (
    "拖动，或聚焦后按 Alt 加上下键调整次序。",
    "Drag, or press Alt with the arrow keys, to change the order.",
);
/// All metrics.
pub const ALL: Both = ("全选", "All");
/// The edition's own choice.
pub const OWN: Both = ("默认", "As edited");
/// A step to the front.
pub const UP: Both = ("上移", "Move up");
/// A step to the back.
pub const DOWN: Both = ("下移", "Move down");
/// Choices of one among several: the attribute, its name, and what there is.
pub const SELECTS: [(&str, Both, &[Named]); 3] = [
    (
        "lang",
        ("语言", "Language"),
        &[
            ("", ("随网页", "As the page")),
            ("zh", ("中文", "Chinese")),
            ("en", ("英文", "English")),
        ],
    ),
    (
        "theme",
        ("主题", "Theme"),
        &[
            ("", ("随系统", "As the system")),
            ("light", ("浅色", "Light")),
            ("dark", ("深色", "Dark")),
        ],
    ),
    (
        "layout",
        ("版式", "Layout"),
        &[
            ("", ("海报", "Poster")),
            ("cards", ("卡片", "Cards")),
            ("strip", ("横条", "Strip")),
            ("figure", ("文中数字", "In a sentence")),
        ],
    ),
];
/// The width of the frame.
pub const WIDTH: Both = ("宽度", "Width");
/// No width of its own.
pub const FULL: Both = ("全宽", "full");
/// A headline.
pub const HEADING: Both = ("自定标题", "A headline of your own");
/// What can be left out.
pub const HIDE: Both = ("显示", "Show");
/// Each of it.
pub const PARTS: [Named; 5] = [
    ("title", ("标题", "headline")),
    ("lede", ("导语", "introduction")),
    ("source", ("来源", "source")),
    ("table", ("数据表", "table")),
    ("tools", ("工具", "tools")),
];
/// The frame around the widget.
pub const STAGE: Both = ("实时预览", "Live preview");
/// The ways of embedding.
pub const TAKE: Both = ("嵌入方式", "Take it with you");
/// Copies the snippet.
pub const COPY: Both = ("复制", "Copy");
/// It is in the clipboard.
pub const COPIED: Both = ("已复制", "Copied");
/// Downloads a file.
pub const DOWNLOAD: Both = ("下载文件", "Download the file");

/// The name of a way, and when to choose it.
pub fn way(way: Way) -> (Both, Both) {
    match way {
        Way::Element => (
            ("网页元素", "Element"),
            (
                "网站允许脚本时选它：随页面宽度、主题和语言变化，数据更新即更新。",
                "For sites that allow scripts: it follows the page’s width, theme and language, and new data.",
            ),
        ),
        Way::Painted => (
            ("预绘 HTML", "Ready-painted HTML"),
            (
                "要求不等脚本就完整显示、利于搜索时选它；脚本到了再接管。",
                "For pages that must be complete before any script runs; the script adopts it later.",
            ),
        ),
        Way::Frame => (
            ("内嵌框架", "Iframe"),
            (
                "内容管理系统只收框架代码，或要与网页完全隔开时选它。",
                "For systems that take frames only, or where nothing may mix with the page.",
            ),
        ),
        Way::Npm => (
            ("npm 包", "npm package"),
            (
                "用打包工具做的应用选它，React、Vue、Svelte 皆可。",
                "For apps with a bundler: React, Vue, Svelte and the rest, with types.",
            ),
        ),
        Way::Svg => (
            ("矢量图 SVG", "SVG"),
            (
                "不许脚本的地方选它：公众号文章、邮件、印刷，放大不糊。",
                "Where scripts are not allowed: newsletters, articles, print. Sharp at any size.",
            ),
        ),
        Way::Png => (
            ("图片 PNG", "PNG"),
            (
                "发到聊天、社交平台和幻灯片时选它。",
                "For chats, social networks and slides.",
            ),
        ),
    }
}

/// The samples beneath.
pub const SAMPLES: Both = ("别的样子", "Other looks");
/// Each of them.
pub const STRIP: Both = ("横条，放在侧栏或页首", "A strip, for a sidebar or a banner");
/// Three metrics.
pub const COLUMN: Both = ("三个指标，窄栏", "Three metrics in a column");
/// Running text.
pub const FIGURE: Both = ("文中的数字", "Numbers in running text");
/// Another theme.
pub const DARK: Both = ("深色，英文", "Dark, in English");
/// A sentence around two numbers: before, between and behind.
pub const SENTENCE: [Both; 3] = [
    (
        "上半年，柯桥区地区生产总值为",
        "In the half-year Keqiao’s GDP was ",
    ),
    (
        "，“五一”假期重点景区接待游客",
        ", and its main sights received ",
    ),
    ("。", " over the May Day holiday."),
];

/// A report of the person's own.
pub const REPORT: Both = ("报告原文", "The report");
/// What to do with it.
pub const REPORT_HELP: Both = (
    "粘贴或拖入一篇中文统计报告（纯文本）。全部在本页读取，不上传。",
    "Paste or drop a Chinese statistical report as plain text. It is read in this page and never leaves it.",
);
/// In the empty field.
pub const PASTE: Both = (
    "上半年，全区实现地区生产总值……",
    "上半年，全区实现地区生产总值……",
);
/// Opens a file.
pub const OPEN: Both = ("打开文件", "Open a file");
/// Back to the text.
pub const REWRITE: Both = ("改写原文", "Change the text");
/// Hands over the bundle.
pub const BUNDLE: Both = ("数据 JSON", "Bundle, JSON");
/// Hands over the edition file.
pub const EDITION: Both = ("版本文件 TOML", "Edition file, TOML");
/// Behind the number of numerals, and of facts.
pub const COUNTED: [Both; 2] = [
    ("个数字，", "numerals, "),
    (
        "条事实。点数字看图，点图看出处。",
        "facts. Choose a number on either side to see the other.",
    ),
];
/// Behind an indicator that the draft left out.
pub const APART: Both = (
    "：读到了，但草稿没有选用它。",
    ": it was read, but the draft does not show it.",
);
/// The worker did not come.
pub const NO_WORKER: Both = (
    "读取程序没有加载：请确认 halfyear-reading.js 与 .wasm 在本页旁边",
    "the reader did not load: put halfyear-reading.js and its .wasm beside this page",
);
/// Asks for the year that a text leaves out.
pub const UNDATED: Both = (
    "原文没有写明年份。这是哪一年的报告？",
    "The text does not say its year. Which year is it about?",
);
/// Puts a metric right.
pub const AMEND: Both = ("修改", "Amend");
/// Its names.
pub const LABELS: [Named; 2] = [
    ("zh", ("中文名称", "Name in Chinese")),
    ("en", ("英文名称", "Name in English")),
];
/// What draws it.
pub const PANEL: Both = ("图形", "Panel");
/// Those that a single statement can be drawn by.
pub const PANELS: [Named; 6] = [
    ("tile", ("数字", "Figure")),
    ("comparison", ("对比", "Comparison")),
    ("then-now", ("今昔", "Then and now")),
    ("unit-chart", ("点阵", "Dots")),
    ("completion", ("完成率", "Completion")),
    ("share", ("占比", "Share")),
];

/// What a numeral is that is no fact.
pub fn kind(word: &str) -> Both {
    match word {
        "date" => ("时间", "a date"),
        "name" => ("名称的一部分", "part of a name"),
        "threshold" => ("名称里的界限", "a limit inside a name"),
        "duration" => ("时长", "a duration"),
        "listing" => ("序号", "the number of an item"),
        "range" => ("区间", "a range"),
        "ratio" => ("比例", "a ratio"),
        "earlier" => ("早先的数", "an earlier figure"),
        "wording" => ("措辞", "a way of speaking"),
        _ => ("不确定，未采用", "not sure, left out"),
    }
}
