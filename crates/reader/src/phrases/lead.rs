//! What the words before a number say of it.

use halfyear_facts::Basis;
use std::ops::Range;

/// The words between an indicator's name and its number, understood.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lead {
    /// The tokens before: the name of what is measured.
    pub(crate) subject: Range<usize>,
    /// Where the predicate's own words begin.
    pub(crate) from: usize,
    /// Whether the change is a fall.
    pub(crate) falls: Option<bool>,
    /// The 新增 after what came: 市场主体新增8681户.
    pub(crate) new_ones: Option<usize>,
    /// The change is told by 净增, or 新增 after how many there are, which say against nothing.
    pub(crate) added: bool,
    /// 提高到: a level follows.
    pub(crate) reach: bool,
    /// A verb of level: 实现, 达.
    pub(crate) level: bool,
    pub(crate) each: bool,
    pub(crate) all: bool,
    pub(crate) basis: Option<Basis>,
    /// The words that name the time compared with: 比2019年同期.
    pub(crate) than: Option<Range<usize>>,
    /// The number says nothing of the indicator: 少增, 前移.
    pub(crate) hushed: bool,
    /// 实际, 两年平均: the token that says which growth.
    pub(crate) kind: Option<usize>,
    /// 增速, 降幅: `Some(true)` for a fall.
    pub(crate) rate: Option<bool>,
    /// The token of that noun.
    pub(crate) rate_at: Option<usize>,
    /// The subject is said by 总量, 增速 alone.
    pub(crate) itself: bool,
    /// Below the benchmark.
    pub(crate) gap: Option<bool>,
    /// The tokens that name the benchmarks or, for a rank, those ranked among.
    pub(crate) others: Range<usize>,
    /// The 占 of a share.
    pub(crate) share: Option<usize>,
    /// The 拉动 of a contribution.
    pub(crate) pull: Option<usize>,
    /// That word is a verb: 拉动, not 贡献率.
    pub(crate) pulls: bool,
    pub(crate) target: bool,
    /// 累计: all that came together.
    pub(crate) so_far: bool,
    /// 的 stands right before the number.
    pub(crate) of: bool,
    /// 由, 从: the earlier level.
    pub(crate) earlier: bool,
    /// 居, 位列.
    pub(crate) ranks: bool,
    /// One past the last token: where the number stands.
    pub(crate) end: usize,
    /// The noun that the items of a list share: 对东盟、欧盟分别[进出口]3亿元、2亿元.
    pub(crate) shared: Option<Range<usize>>,
    /// A time stands in a comparison: 是去年的3倍.
    pub(crate) against_time: bool,
}
