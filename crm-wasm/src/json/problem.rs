//! What is wrong with a call's parameters, in words for who wrote the call.

use super::escape::push_number;
use super::token::{Kind, RawText};
use crate::error::mentions;
use crate::schema::{Field, Type};

/// One thing that is wrong with a call's parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `params.fields.CONTACT_ID`, `params.items[2].SORT`.
    pub path: String,
    /// What, to be read after the path: `is missing (integer, the contact to link)`.
    pub message: String,
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
    pub fn text(&self) -> String {
        let mut text = String::from("params");
        for step in &self.0 {
            match step {
                Step::Name(name) => push_name(&mut text, name.raw),
                Step::Item(position) => {
                    text.push('[');
                    push_number(&mut text, *position as u64);
                    text.push(']');
                }
            }
        }
        text
    }

    /// Of a member that is not there.
    pub fn text_to(&self, name: &str) -> String {
        let mut text = self.text();
        push_name(&mut text, name);
        text
    }

    /// Whether the value may be a secret, by the names on the way to it.
    fn is_secret(&self) -> bool {
        self.0.iter().any(|step| match step {
            Step::Name(name) => SECRET.iter().any(|part| mentions(name.raw, part)),
            Step::Item(_) => false,
        })
    }
}

fn push_name(text: &mut String, name: &str) {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80 || byte == b'_';
    let is_name =
        name.bytes().all(plain) && !name.starts_with(|first: char| first.is_ascii_digit());
    if is_name && !name.is_empty() {
        text.push('.');
        push_cut(text, name);
    } else {
        text.push_str("[\"");
        push_cut(text, name);
        text.push_str("\"]");
    }
}

/// Writes the start of a text, and an ellipsis where more follows.
fn push_cut(text: &mut String, long: &str) {
    match long.char_indices().nth(SHOWN) {
        Some((end, _)) => {
            text.push_str(long.get(..end).unwrap_or_default());
            text.push('…');
        }
        None => text.push_str(long),
    }
}

/// A value was found that is not of its type. `written` is its text in the call.
pub fn mismatch(path: &Path<'_>, kind: Kind, written: &str, ty: &Type) -> Problem {
    let empty = written == "\"\"";
    let mut message = String::from(match kind {
        Kind::Null => "is null",
        Kind::Boolean => "is a boolean",
        Kind::Number => "is a number",
        Kind::Text if empty => "is an empty string",
        Kind::Text => "is a string",
        Kind::List => "is a list",
        Kind::Object => "is an object",
    });
    message.push_str(", expected ");
    push_type(&mut message, ty);
    let shown = matches!(kind, Kind::Text | Kind::Number) && !empty;
    if shown && !path.is_secret() && !mentions(written, "://") {
        message.push_str(": ");
        push_value(&mut message, written);
    }
    Problem {
        path: path.text(),
        message,
    }
}

/// A whole number is larger than JavaScript's numbers can hold.
pub fn inexact(path: &Path<'_>, written: &str) -> Problem {
    let mut message = String::from("is beyond 2^53 - 1, pass it as a string of digits: ");
    push_cut(&mut message, written);
    Problem {
        path: path.text(),
        message,
    }
}

/// A required field or parameter is not there.
pub fn missing(path: &Path<'_>, field: &Field) -> Problem {
    let mut expected = String::new();
    push_type(&mut expected, &field.ty);
    let bare = expected
        .strip_prefix("an ")
        .or_else(|| expected.strip_prefix("a "));
    let mut message = String::from("is missing (");
    message.push_str(bare.unwrap_or(&expected));
    push_doc(&mut message, field.doc);
    message.push(')');
    Problem {
        path: path.text_to(field.name),
        message,
    }
}

/// Writes what a field is as the end of a sentence: `The contact to link.` → `, the contact to link`.
fn push_doc(message: &mut String, doc: &str) {
    let doc = doc.strip_suffix('.').unwrap_or(doc);
    let mut letters = doc.chars();
    let Some(first) = letters.next() else { return };
    message.push_str(", ");
    // `ID of …` stays as it is.
    let is_word = !letters
        .as_str()
        .starts_with(|second: char| second.is_ascii_uppercase());
    message.push(if is_word {
        first.to_ascii_lowercase()
    } else {
        first
    });
    message.push_str(letters.as_str());
}

/// Writes a value as it stands in the call, cut where it is long.
fn push_value(message: &mut String, written: &str) {
    match written
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(inner) => {
            message.push('"');
            push_cut(message, inner);
            message.push('"');
        }
        None => push_cut(message, written),
    }
}

/// Writes what is expected, with its article.
fn push_type(message: &mut String, ty: &Type) {
    message.push_str(match ty {
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
        Type::Enum(values) => return push_values(message, values, "\""),
        Type::Listed(values) => return push_values(message, values, ""),
        Type::OneOf(types) => return push_types(message, types),
    });
}

/// Writes what several types expect; flags and booleans are one.
fn push_types(message: &mut String, types: &[Type]) {
    let mut written: Vec<String> = Vec::new();
    for ty in types {
        let mut text = String::new();
        push_type(&mut text, ty);
        if !written.contains(&text) {
            message.push_str(if written.is_empty() { "" } else { " or " });
            message.push_str(&text);
            written.push(text);
        }
    }
}

fn push_values(message: &mut String, values: &[&str], quote: &str) {
    message.push_str(if values.len() > 1 { "one of " } else { "" });
    for (position, value) in values.iter().enumerate() {
        message.push_str(if position == 0 { "" } else { ", " });
        message.push_str(quote);
        message.push_str(value);
        message.push_str(quote);
    }
}
