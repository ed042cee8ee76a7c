//! Names nobody declared, and what was probably meant.

use super::problem::{Path, Problem};
use crate::schema::Field;

/// A name that the method has no parameter of. The portal would drop it without a word.
pub fn no_parameter(path: &Path<'_>, name: &[u8], params: &'static [Field]) -> Problem {
    let mut message = b"is not a parameter".to_vec();
    if let Some(near) = nearest(name, params) {
        message.extend_from_slice(b", did you mean ");
        message.extend_from_slice(near.as_bytes());
        message.push(b'?');
    } else if params.is_empty() {
        message.extend_from_slice(b", the method has none");
    } else {
        message.extend_from_slice(b" (there are: ");
        for (position, param) in params.iter().enumerate() {
            message.extend_from_slice(if position == 0 { b"" } else { b", " });
            message.extend_from_slice(param.name.as_bytes());
        }
        message.push(b')');
    }
    Problem {
        path: path.text(),
        message,
    }
}

/// The declared name that is one slip of the hand away: the same at both ends but for a few letters, in any case.
fn nearest(name: &[u8], fields: &'static [Field]) -> Option<&'static str> {
    let allowed = name.len().wrapping_div(3).min(2);
    let near = fields
        .iter()
        .find(|field| difference(name, field.name.as_bytes()) <= allowed);
    near.map(|field| field.name)
}

/// How many letters stand between what two names begin with and what they end in, in the longer of them.
fn difference(name: &[u8], other: &[u8]) -> usize {
    let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let start = name.iter().zip(other).take_while(same).count();
    let end = name
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(same)
        .count();
    let shorter = name.len().min(other.len());
    name.len()
        .max(other.len())
        .saturating_sub(start.saturating_add(end).min(shorter))
}
