//! Null, booleans, numbers and strings.

use super::Encoder;
use crate::json::error::Malformed;
use crate::json::problem::inexact;
use crate::json::token::{Kind, Span};
use crate::json::union::{Fit, Sample, fit};
use crate::json::{date, number};
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

    /// A boolean, a number or a string.
    pub(super) fn scalar(&mut self, ty: &Type) -> Result<(), Malformed> {
        let start = self.cursor;
        let sample = Sample::read(&mut self.cursor)?;
        let span = Span {
            start: start.at(),
            end: self.cursor.at(),
        };
        let is_unset = sample.kind == Kind::Text
            && sample.content.is_empty()
            && matches!(ty, Type::Date | Type::Datetime);
        if !is_unset && fit(&sample, ty) != Fit::Exactly {
            self.cursor = start;
            return self.refuse(sample.kind, ty);
        }
        let yes = start.peek() == Some(b't');
        let with: &[u8] = match (sample.kind, ty) {
            (Kind::Boolean, Type::Flag) => {
                if yes {
                    b"\"Y\""
                } else {
                    b"\"N\""
                }
            }
            (Kind::Boolean, Type::Bit) => {
                if yes {
                    b"1"
                } else {
                    b"0"
                }
            }
            (Kind::Text, Type::Date) => {
                self.date(&sample.content, span);
                return Ok(());
            }
            (Kind::Number, Type::Integer | Type::Id) => {
                if number::parse(&sample.content).is_some_and(|number| !number.is_safe()) {
                    self.problems.push(inexact(&self.path, &sample.content));
                }
                return Ok(());
            }
            _ => return Ok(()),
        };
        self.copy.replace(span, with);
        Ok(())
    }

    /// Writes the date that a text means, if it means one: of a moment that is no midnight, the date as written.
    fn date(&mut self, content: &[u8], span: Span) {
        if let Some(moment) = date::parse(content) {
            let date = moment.meant().unwrap_or_else(|| moment.written());
            self.copy.replace_text(span, &date);
        }
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
