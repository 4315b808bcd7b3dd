//! The style sheet, one file for each idea.

/// Everything that a shadow root adopts.
pub const STYLE: &str = concat!(
    include_str!("style/tokens.css"),
    include_str!("style/type.css"),
    include_str!("style/page.css"),
    include_str!("style/marks.css"),
    include_str!("style/panels.css"),
    include_str!("style/card.css"),
    include_str!("style/media.css"),
);

#[cfg(test)]
mod tests {
    use super::*;

    /// The colours of a token, light and dark, as shipped.
    fn shipped(token: &str) -> [[f64; 3]; 2] {
        let start = format!("--{token}: var(--hy-{token}, light-dark(");
        let (_, rest) = STYLE.split_once(&start).expect("a token");
        let (pair, _) = rest.split_once(')').expect("an end");
        let colours: Vec<[f64; 3]> = pair.split(", ").map(linear).collect();
        colours.try_into().expect("two colours")
    }

    /// A colour as light: sRGB, IEC 61966-2-1.
    fn linear(hex: &str) -> [f64; 3] {
        [1, 3, 5].map(|at| {
            let byte = u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal digits");
            let part = f64::from(byte) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// The contrast of two colours, 1 to 21: WCAG 2.2, "contrast ratio".
    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let light = |it: [f64; 3]| 0.2126 * it[0] + 0.7152 * it[1] + 0.0722 * it[2];
        let (a, b) = (light(a) + 0.05, light(b) + 0.05);
        if a > b { a / b } else { b / a }
    }

    #[test]
    fn text_and_marks_stand_out_from_the_paper() {
        let paper = shipped("paper");
        for (token, least) in [
            ("ink", 7.0),
            ("muted", 4.5),
            ("indigo", 4.5),
            ("cinnabar", 4.5),
            ("gold", 3.0),
            ("gold-text", 4.5),
            ("benchmark", 3.0),
        ] {
            let colours = shipped(token);
            for (theme, colour, paper) in [
                ("light", colours[0], paper[0]),
                ("dark", colours[1], paper[1]),
            ] {
                let found = contrast(colour, paper);
                assert!(found >= least, "{token}, {theme}: {found:.2} of {least}");
            }
        }
    }

    #[test]
    fn parts_stand_apart_without_their_colour() {
        // One's own beside a benchmark, in grey: the lightness differs as well.
        let (own, other) = (shipped("indigo"), shipped("benchmark"));
        for theme in 0..2 {
            assert!(contrast(own[theme], other[theme]) > 1.5);
        }
    }
}
