//! Firms that make less or more: 减产16户 counts them, and nothing fell.

use crate::words::token::{Kind, Token};

/// Makes text of such a verb before a number of firms.
pub(crate) fn counted(text: &str, mut raw: Vec<Token>) -> Vec<Token> {
    for i in 1..raw.len() {
        let firms = match &raw[i].kind {
            Kind::Quantity(quantity) => matches!(&text[quantity.unit.clone()], "户" | "家"),
            _ => false,
        };
        let verb = &text[raw[i - 1].range()];
        if firms && matches!(verb, "减产" | "增产") {
            raw[i - 1].kind = Kind::Text;
        }
    }
    raw
}
