//! The facts of a picture as comma-separated values.

use halfyear_picture::{Detail, Lang, Picture};

/// How many columns there are.
const COLUMNS: usize = 10;

/// One row for each number of the picture, under a header that names every column. Units and
/// sources have columns of their own, so that a row stands by itself; a number that follows from
/// others has its arithmetic. Lines end as RFC 4180 says.
pub fn csv(picture: &Picture) -> String {
    let mut out = String::new();
    let head: [&str; COLUMNS] = match picture.lang {
        Lang::Zh => [
            "编号",
            "指标",
            "限定或方向",
            "数值",
            "单位",
            "读法",
            "算式",
            "来源",
            "行",
            "原文",
        ],
        Lang::En => [
            "metric",
            "number of",
            "bound or direction",
            "value",
            "unit",
            "in words",
            "arithmetic",
            "source",
            "line",
            "statement",
        ],
    };
    row(&mut out, head);
    for it in &picture.details {
        row(&mut out, cells(it));
    }
    out
}

fn cells(it: &Detail) -> [String; COLUMNS] {
    let words = &it.words;
    let line = it.sentences.first().map(|it| it.line.to_string());
    [
        it.metric.clone(),
        it.label.clone(),
        words.before.trim().to_owned(),
        // What reads numbers knows no minus but the hyphen, and no commas between thousands.
        words.number.replace('−', "-").replace(',', ""),
        words.unit.trim().to_owned(),
        words.spoken.clone(),
        it.arithmetic.clone().unwrap_or_default(),
        it.source.clone(),
        line.unwrap_or_default(),
        it.quote.clone(),
    ]
}

fn row<T: AsRef<str>>(out: &mut String, cells: [T; COLUMNS]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        field(out, cell.as_ref());
    }
    out.push_str("\r\n");
}

fn field(out: &mut String, text: &str) {
    // A cell that starts like this would be run as a formula by a spreadsheet. A signed number is
    // no formula.
    let number = text
        .trim_start_matches(['+', '-'])
        .starts_with(|c: char| c.is_ascii_digit());
    let guarded = text.starts_with(['=', '@', '\t']) || text.starts_with(['+', '-']) && !number;
    let text = if guarded {
        ["'", text].concat()
    } else {
        text.to_owned()
    };
    if text.contains(['"', ',', '\n', '\r']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(&text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_harmless() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            let mut out = String::new();
            field(&mut out, text);
            assert_eq!(out, expected);
        }
        check("plain", "plain");
        check("a,b", "\"a,b\"");
        check("say \"a\"", "\"say \"\"a\"\"\"");
        check("=SUM(A1)", "'=SUM(A1)");
        check("-8.2", "-8.2");
        check("+cmd", "'+cmd");
    }
}
