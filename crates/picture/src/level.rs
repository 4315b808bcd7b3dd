//! Level with another: no distance lies between.

use halfyear_bundle::Gap;

/// Whether something is as high as what it is compared with.
pub(crate) fn is_level(gap: &Gap) -> bool {
    gap.value.as_str().bytes().all(|b| matches!(b, b'0' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_high_as_another_is_no_distance() {
        #[track_caller]
        fn check(value: &str, expected: bool) {
            let gap = Gap {
                to: "全国".into(),
                proper: None,
                value: value.parse().unwrap(),
                own: None,
                at: None,
                own_at: None,
                unit: None,
            };
            assert_eq!(is_level(&gap), expected, "{value}");
        }
        check("0", true);
        check("0.0", true);
        check("-0.3", false);
        check("10", false);
    }
}
