//! Whose report it is where the catalogue does not know the place.

use crate::text::titled::named_short;
use rustc_hash::FxHashMap;

/// Endings of places' names, for places that the catalogue does not know.
pub(crate) const ENDINGS: [char; 6] = ['省', '市', '区', '县', '州', '旗'];

/// Words that end like a place's name but name none.
const COMMON: &[&str] = &[
    "市区",
    "城区",
    "地区",
    "园区",
    "社区",
    "山区",
    "全区",
    "该区",
    "景区",
    "新区",
    "城市",
    "全市",
    "超市",
    "股市",
    "上市",
    "全省",
    "全县",
    "我省",
    "我市",
    "我区",
    "我县",
    "全州",
    "灌区",
    "街区",
    "郊区",
    "校区",
    "小区",
    "辖区",
    "片区",
    "林区",
    "牧区",
    "矿区",
    "港区",
    "库区",
    "学区",
    "示范区",
    "开发区",
    "合作区",
    "功能区",
    "度假区",
    "保税区",
    "各区",
    "各市",
    "各县",
    "自治区",
    "自治州",
    "自治县",
    "直辖市",
    "县市",
    "省市",
    "区县",
    "市县",
    "强区",
    "强市",
    "强县",
    "本市",
    "本区",
    "本县",
    "外省",
    "他省",
    "夜市",
    "楼市",
    "房市",
    "都市",
    "集市",
    "产区",
    "湾区",
    "禁区",
    "特区",
    "大区",
    "高新区",
    "经开区",
    "实验区",
    "试验区",
    "先行区",
    "聚集区",
    "集聚区",
    "保护区",
    "核心区",
    "主城区",
    "设区市",
    "工业区",
    "户区",
    "住宅区",
    "商业区",
    "商务区",
    "服务区",
    "自贸区",
    "综保区",
    "生态区",
    "居民区",
    "安置区",
    "种植区",
    "贫困县",
    "脱贫县",
    "重点县",
    "示范县",
    "试点县",
    "先进县",
    "百强县",
    "边境县",
    "农业县",
    "牧业县",
    "产粮大县",
    "卫生县",
    "文明县",
    "生态县",
    "园林县",
    "文化县",
    "生猪大县",
    "养殖区",
    "建成区",
    "居住区",
    "灾区",
    "疫区",
    "厂区",
    "老区",
    "禁养区",
    "物流区",
    "旅游区",
    "名胜区",
    "加工区",
    "创新区",
    "协作区",
    "引领区",
    "样板区",
    "先导区",
    "门市",
    "早市",
    "入市",
];

/// As many characters may be a title.
const TITLE: usize = 30;

/// Words that no place's name begins with.
const NO_NAME: &[char] = &[
    '根', '据', '由', '从', '全', '各', '该', '我', '本', '在', '和', '与', '及', '为', '是', '了',
    '的', '对', '以', '按', '经', '向', '到', '于', '将', '使', '让', '至', '等', '有', '占', '居',
    '名', '列', '比', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '两', '个', '多',
    '县', '市', '区', '省', '位', '年', '月', '季', '度',
];

/// Verbs that stand before 县委, 区政府 and the like: 深入贯彻县委部署.
const VERBS: [&str; 24] = [
    "贯彻", "落实", "执行", "围绕", "按照", "推进", "推动", "实施", "坚持", "聚焦", "紧扣", "依托",
    "服务", "支持", "带动", "覆盖", "走访", "组织", "领导", "来自", "高于", "低于", "超过", "快于",
];

/// A place that the catalogue does not know: what is named often and ends as places do.
pub(crate) fn unlisted(head: &str) -> Option<String> {
    // The bytes of the last three characters, and whether they may be in a name.
    let mut before: [(usize, bool); 3] = [(0, false); 3];
    let mut counts: FxHashMap<&str, (u32, usize)> = FxHashMap::default();
    for (i, (at, c)) in head.char_indices().enumerate() {
        // The catalogue has every province.
        if ENDINGS.contains(&c) && c != '省' {
            let end = at + c.len_utf8();
            // 新增市场主体
            let other = head[end..].starts_with(['级', '场', '域', '值', '价', '容', '际', '占']);
            for len in (2..=3).filter(|_| !other) {
                let part = &before[3 - len..];
                let name = &head[part[0].0..end];
                let named = part.iter().all(|&(_, han)| han)
                    && !name.starts_with(NO_NAME)
                    && !VERBS.iter().any(|verb| name.starts_with(verb))
                    && !name.contains([
                        '从', '者', '讯', '在', '经', '对', '向', '据', '自', '的', '和', '署',
                    ]);
                if named {
                    counts.entry(name).or_insert((0, i)).0 += 1;
                }
            }
        }
        before = [
            before[1],
            before[2],
            (at, ('\u{4e00}'..='\u{9fff}').contains(&c)),
        ];
    }
    counts
        .iter()
        .filter(|(name, (count, first))| *count >= 2 || *first < TITLE && name.chars().count() == 3)
        .filter(|(name, _)| !COMMON.iter().any(|common| name.ends_with(common)))
        .max_by_key(|(name, (count, first))| {
            // What the title names goes before what the text names most.
            (
                *first < TITLE,
                *count,
                std::cmp::Reverse(name.chars().count()),
                std::cmp::Reverse(*first),
            )
        })
        .map(|(name, _)| called(head, name).unwrap_or((*name).to_owned()))
}

/// 黔东南州 is called so for short; 东南州 is no place.
fn called(head: &str, name: &str) -> Option<String> {
    let before = head[..head.find(name)?].chars().next_back()?;
    let kind = name.chars().next_back()?;
    let short = format!("{before}{}", name.trim_end_matches(kind));
    let division = named_short(&short)?;
    division
        .name
        .ends_with(kind)
        .then(|| division.name.to_owned())
}
