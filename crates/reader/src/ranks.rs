//! Ranks, and among whom.

pub(crate) mod before;
mod by_its_pace;
mod by_their_paces;
mod equals;
mod followers;
mod foremost_of;
pub(crate) mod in_turn;
mod ladder;
pub(crate) mod leaders;
mod next_in_line;
mod placed_first;
pub(crate) mod podium;
pub(crate) mod rank;
pub(crate) mod ranked;
pub(crate) mod ranking;
pub(crate) mod standing;
