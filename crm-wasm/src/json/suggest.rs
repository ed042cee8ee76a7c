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

/// The declared name that is a slip of the hand away, or differs only in case.
fn nearest(name: &str, fields: &'static [Field]) -> Option<&'static str> {
    let allowed = name.len().min(9).wrapping_div(3);
    let distances = fields
        .iter()
        .map(|field| (distance(name, field.name), field.name));
    distances
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, near)| near)
}

/// How many letters must be put, taken or changed to make one name of another, whatever their case.
fn distance(name: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (taken, letter) in name.bytes().enumerate() {
        let mut diagonal = taken;
        let mut left = taken.saturating_add(1);
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (cell, due) in cells.zip(other.bytes()) {
            let change = usize::from(!letter.eq_ignore_ascii_case(&due));
            let best = left
                .min(*cell)
                .saturating_add(1)
                .min(diagonal.saturating_add(change));
            diagonal = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or_default()
}
