//! Ranks, and among whom.

pub(crate) mod before;
pub(crate) mod in_turn;
pub(crate) mod leaders;
pub(crate) mod podium;
pub(crate) mod rank;
pub(crate) mod ranked;
pub(crate) mod ranking;
pub(crate) mod standing;
