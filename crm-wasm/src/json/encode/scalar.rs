//! Null, booleans, numbers and strings.

use super::Encoder;
use crate::json::error::Malformed;
use crate::json::problem::inexact;
use crate::json::token::{Kind, Span};
use crate::json::{date, is_one_of, number};
use crate::schema::Type;

/// What null stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Null {
    /// Null.
    Itself,
    /// The empty string, which empties a field.
    Empty,
    /// Nothing: a value is due.
    Nothing,
}

impl Encoder<'_, '_> {
    pub(super) fn null(&mut self, ty: &Type) -> Result<(), Malformed> {
        match meaning_of_null(ty) {
            Null::Itself => self.skip(),
            Null::Empty => self.replace_with(b"\"\""),
            Null::Nothing => self.refuse(Kind::Null, ty),
        }
    }

    pub(super) fn boolean(&mut self, ty: &Type) -> Result<(), Malformed> {
        let yes = self.cursor.peek() == Some(b't');
        match ty {
            Type::Boolean => self.skip(),
            Type::Flag => self.replace_with(if yes { b"\"Y\"" } else { b"\"N\"" }),
            Type::Bit => self.replace_with(if yes { b"1" } else { b"0" }),
            _ => self.refuse(Kind::Boolean, ty),
        }
    }

    pub(super) fn number(&mut self, ty: &Type) -> Result<(), Malformed> {
        let start = self.cursor;
        let (number, _) = self.cursor.number()?;
        let fits = match ty {
            Type::Double => true,
            Type::Integer => number.is_whole(),
            Type::Id => number.is_whole() && !number.is_negative(),
            Type::Bit => matches!(number.text(), b"0" | b"1"),
            Type::Listed(values) => is_one_of(number.text(), values),
            _ => false,
        };
        if !fits {
            self.cursor = start;
            return self.refuse(Kind::Number, ty);
        }
        if number.is_whole() && !number.is_safe() && !matches!(ty, Type::Double) {
            self.problems.push(inexact(&self.path, number.text()));
        }
        Ok(())
    }

    pub(super) fn text(&mut self, ty: &Type) -> Result<(), Malformed> {
        let start = self.cursor;
        let text = self.cursor.string()?;
        let content = text.content();
        let digits = || number::parse(&content);
        let fits = match ty {
            Type::Text => true,
            Type::Enum(values) | Type::Listed(values) => is_one_of(&content, values),
            Type::Flag => matches!(&*content, b"Y" | b"N"),
            Type::Bit => matches!(&*content, b"0" | b"1"),
            Type::Integer => digits().is_some_and(|number| number.is_whole()),
            Type::Id => digits().is_some_and(|number| number.is_whole() && !number.is_negative()),
            Type::Double => digits().is_some_and(|number| number.is_plain()),
            Type::Datetime => content.is_empty() || date::parse(&content).is_some(),
            Type::Date => content.is_empty() || self.date(&content, text.span),
            _ => false,
        };
        if !fits {
            self.cursor = start;
            return self.refuse(Kind::Text, ty);
        }
        Ok(())
    }

    /// Writes the date that a text means, if it means one: of a moment that is no midnight, the date as written.
    fn date(&mut self, content: &[u8], span: Span) -> bool {
        let Some(moment) = date::parse(content) else {
            return false;
        };
        let shifted = moment.days_to_date().filter(|days| *days != 0);
        let shifted = shifted.and_then(|days| moment.shifted(days));
        let written = content.get(..date::LENGTH).unwrap_or(content);
        self.copy
            .replace_text(span, shifted.as_deref().unwrap_or(written));
        true
    }
}

/// What null stands for where a type is due.
pub(super) fn meaning_of_null(ty: &Type) -> Null {
    match ty {
        Type::Any => Null::Itself,
        Type::OneOf(types) => {
            let mut meanings = types.iter().map(meaning_of_null);
            let itself = meanings.clone().any(|meaning| meaning == Null::Itself);
            let empty = meanings.any(|meaning| meaning == Null::Empty);
            match (itself, empty) {
                (true, _) => Null::Itself,
                (false, true) => Null::Empty,
                (false, false) => Null::Nothing,
            }
        }
        Type::List(_) | Type::Map(_) | Type::Object(_) | Type::Filter(_) | Type::Order(_) => {
            Null::Nothing
        }
        _ => Null::Empty,
    }
}
