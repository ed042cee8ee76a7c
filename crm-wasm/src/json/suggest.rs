//! Names nobody declared, and what was probably meant.

use super::problem::{Path, Problem};
use crate::schema::Field;

/// A name that the method has no parameter of. The portal would drop it without a word.
pub fn no_parameter(path: &Path<'_>, name: &str, params: &'static [Field]) -> Problem {
    let mut message = String::from("is not a parameter");
    if let Some(near) = nearest(name, params) {
        message.push_str(", did you mean ");
        message.push_str(near);
        message.push('?');
    } else if params.is_empty() {
        message.push_str(", the method has none");
    } else {
        message.push_str(" (there are: ");
        for (position, param) in params.iter().enumerate() {
            message.push_str(if position == 0 { "" } else { ", " });
            message.push_str(param.name);
        }
        message.push(')');
    }
    Problem {
        path: path.text(),
        message,
    }
}

/// The declared name that is one slip of the hand away: the same at both ends but for a few letters, in any case.
fn nearest(name: &str, fields: &'static [Field]) -> Option<&'static str> {
    let allowed = name.len().wrapping_div(3).min(2);
    let near = fields
        .iter()
        .find(|field| difference(name, field.name) <= allowed);
    near.map(|field| field.name)
}

/// How many letters stand between what two names begin with and what they end in, in the longer of them.
fn difference(name: &str, other: &str) -> usize {
    let same = |(a, b): &(u8, u8)| a.eq_ignore_ascii_case(b);
    let start = name.bytes().zip(other.bytes()).take_while(same).count();
    let end = name
        .bytes()
        .rev()
        .zip(other.bytes().rev())
        .take_while(same)
        .count();
    let shorter = name.len().min(other.len());
    name.len()
        .max(other.len())
        .saturating_sub(start.saturating_add(end).min(shorter))
}
