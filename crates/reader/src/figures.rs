//! What a figure says of its subject: a level, a share, a count, a change, points, a contribution, a gap.

pub(crate) mod amount;
pub(crate) mod bases;
pub(crate) mod bracketed;
pub(crate) mod by_which;
pub(crate) mod change;
pub(crate) mod contribution;
pub(crate) mod counted;
pub(crate) mod doers;
pub(crate) mod earlier;
pub(crate) mod figure;
pub(crate) mod gain;
pub(crate) mod gap;
pub(crate) mod in_brackets;
pub(crate) mod level;
pub(crate) mod levels;
pub(crate) mod new_level;
pub(crate) mod ordered;
pub(crate) mod pace;
pub(crate) mod points;
pub(crate) mod qualified;
pub(crate) mod rated;
pub(crate) mod refined;
pub(crate) mod share;
pub(crate) mod structure;
pub(crate) mod told;
pub(crate) mod whose_change;
