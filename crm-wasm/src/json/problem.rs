//! What is wrong with a call's parameters, in words for who wrote the call.

use super::escape::push_number;
use super::token::{Kind, RawText};
use crate::error::mentions;
use crate::schema::{Field, Type};

/// One thing that is wrong with a call's parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `params.fields.CONTACT_ID`, `params.items[2].SORT`.
    pub path: Vec<u8>,
    /// What, to be read after the path: `is missing (integer, the contact to link)`.
    pub message: Vec<u8>,
}

/// Characters of a value or a name that a message shows.
const SHOWN: usize = 40;

/// Parts of names whose values are nobody's business.
const SECRET: [&str; 6] = ["auth", "token", "secret", "pass", "sessid", "key"];

/// A step from a value to one in it.
#[derive(Clone, Copy)]
pub enum Step<'t> {
    /// To a member, by its name.
    Name(RawText<'t>),
    /// To an item, by its position.
    Item(usize),
}

/// The way from the parameters to a value.
#[derive(Default)]
pub struct Path<'t>(Vec<Step<'t>>);

impl<'t> Path<'t> {
    /// Steps into a value.
    pub fn enter(&mut self, step: Step<'t>) {
        self.0.push(step);
    }

    /// Steps back out of it.
    pub fn leave(&mut self) {
        self.0.pop();
    }

    /// As JavaScript would write it.
    pub fn text(&self) -> Vec<u8> {
        let mut text = b"params".to_vec();
        for step in &self.0 {
            match step {
                Step::Name(name) => push_name(&mut text, name.raw),
                Step::Item(position) => {
                    text.push(b'[');
                    push_number(&mut text, *position as u64);
                    text.push(b']');
                }
            }
        }
        text
    }

    /// Of a member that is not there.
    pub fn text_to(&self, name: &[u8]) -> Vec<u8> {
        let mut text = self.text();
        push_name(&mut text, name);
        text
    }

    /// Whether the value may be a secret, by the names on the way to it.
    fn is_secret(&self) -> bool {
        self.0.iter().any(|step| match step {
            Step::Name(name) => SECRET
                .iter()
                .any(|part| mentions(name.raw, part.as_bytes())),
            Step::Item(_) => false,
        })
    }
}

fn push_name(text: &mut Vec<u8>, name: &[u8]) {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte >= 0x80 || *byte == b'_';
    let is_name =
        name.iter().all(plain) && name.first().is_some_and(|first| !first.is_ascii_digit());
    if is_name {
        text.push(b'.');
        push_cut(text, name);
    } else {
        text.extend_from_slice(b"[\"");
        push_cut(text, name);
        text.extend_from_slice(b"\"]");
    }
}

/// Writes the start of a text, and an ellipsis where more follows.
fn push_cut(text: &mut Vec<u8>, long: &[u8]) {
    let mut characters: usize = 0;
    for byte in long {
        // Other bytes than the first of a character start with these bits.
        if byte & 0xc0 != 0x80 {
            characters = characters.wrapping_add(1);
        }
        if characters > SHOWN {
            return text.extend_from_slice("…".as_bytes());
        }
        text.push(*byte);
    }
}

/// A value was found that is not of its type. `written` is its text in the call.
pub fn mismatch(path: &Path<'_>, kind: Kind, written: &[u8], ty: &Type) -> Problem {
    let empty = written == b"\"\"";
    let mut message = Vec::from(match kind {
        Kind::Null => "is null",
        Kind::Boolean => "is a boolean",
        Kind::Number => "is a number",
        Kind::Text if empty => "is an empty string",
        Kind::Text => "is a string",
        Kind::List => "is a list",
        Kind::Object => "is an object",
    });
    message.extend_from_slice(b", expected ");
    push_type(&mut message, ty);
    let is_negative = written.starts_with(b"-") || written.starts_with(b"\"-");
    if is_negative && matches!(ty, Type::Id) {
        message.extend_from_slice(b" from 0 on");
    }
    let shown = matches!(kind, Kind::Text | Kind::Number) && !empty;
    if shown && !path.is_secret() && !mentions(written, b"://") {
        message.extend_from_slice(b": ");
        push_value(&mut message, written);
    }
    Problem {
        path: path.text(),
        message,
    }
}

/// A whole number is larger than JavaScript's numbers can hold.
pub fn inexact(path: &Path<'_>, written: &[u8]) -> Problem {
    let mut message = b"is beyond 2^53 - 1, pass it as a string of digits: ".to_vec();
    push_cut(&mut message, written);
    Problem {
        path: path.text(),
        message,
    }
}

/// A required field or parameter is not there.
pub fn missing(path: &Path<'_>, field: &Field) -> Problem {
    let mut expected = Vec::new();
    push_type(&mut expected, &field.ty);
    let bare = expected
        .strip_prefix(b"an ")
        .or_else(|| expected.strip_prefix(b"a "));
    let mut message = b"is missing (".to_vec();
    message.extend_from_slice(bare.unwrap_or(&expected));
    push_doc(&mut message, field.doc.as_bytes());
    message.push(b')');
    Problem {
        path: path.text_to(field.name.as_bytes()),
        message,
    }
}

/// Writes what a field is as the end of a sentence: `The contact to link.` → `, the contact to link`.
fn push_doc(message: &mut Vec<u8>, doc: &[u8]) {
    let doc = doc.strip_suffix(b".").unwrap_or(doc);
    let Some((first, rest)) = doc.split_first() else {
        return;
    };
    message.extend_from_slice(b", ");
    // `ID of …` stays as it is.
    let is_word = !rest.first().is_some_and(u8::is_ascii_uppercase);
    message.push(if is_word {
        first.to_ascii_lowercase()
    } else {
        *first
    });
    message.extend_from_slice(rest);
}

/// Writes a value as it stands in the call, cut where it is long.
fn push_value(message: &mut Vec<u8>, written: &[u8]) {
    match written
        .strip_prefix(b"\"")
        .and_then(|rest| rest.strip_suffix(b"\""))
    {
        Some(inner) => {
            message.push(b'"');
            push_cut(message, inner);
            message.push(b'"');
        }
        None => push_cut(message, written),
    }
}

/// Writes what is expected, with its article.
fn push_type(message: &mut Vec<u8>, ty: &Type) {
    let text = match ty {
        Type::Any => "any value",
        Type::Text => "a string",
        Type::Integer | Type::Id => "an integer",
        Type::Double => "a number",
        Type::Boolean | Type::Flag | Type::Bit => "a boolean",
        Type::Date => "a date (YYYY-MM-DD)",
        Type::Datetime => "a date and time (ISO 8601)",
        Type::File => "a file ({ fileData: [name, base64] })",
        Type::List(_) => "a list",
        Type::Map(_) | Type::Object(_) | Type::Filter(_) | Type::Order(_) => "an object",
        Type::Enum(values) => return push_values(message, values, b"\""),
        Type::Listed(values) => return push_values(message, values, b""),
        Type::OneOf(types) => return push_types(message, types),
    };
    message.extend_from_slice(text.as_bytes());
}

/// Writes what several types expect; flags and booleans are one.
fn push_types(message: &mut Vec<u8>, types: &[Type]) {
    let mut written: Vec<Vec<u8>> = Vec::new();
    for ty in types {
        let mut text = Vec::new();
        push_type(&mut text, ty);
        if !written.contains(&text) {
            message.extend_from_slice(if written.is_empty() { b"" } else { b" or " });
            message.extend_from_slice(&text);
            written.push(text);
        }
    }
}

fn push_values(message: &mut Vec<u8>, values: &[&str], quote: &[u8]) {
    message.extend_from_slice(if values.len() > 1 { b"one of " } else { b"" });
    for (position, value) in values.iter().enumerate() {
        message.extend_from_slice(if position == 0 { b"" } else { b", " });
        message.extend_from_slice(quote);
        message.extend_from_slice(value.as_bytes());
        message.extend_from_slice(quote);
    }
}
