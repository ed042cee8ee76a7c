//! Which of several types a value is of.

use super::cursor::Cursor;
use super::error::Malformed;
use super::token::Kind;
use super::{Walker, date, field_named, is_one_of, number};
use crate::schema::{ObjectId, Type};
use std::borrow::Cow;

/// How well a value fits a type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is something else.
    No,
    /// The portal may write a value of the type so.
    Loosely,
    /// It is what the type says.
    Exactly,
}

/// A value's kind, and what a string or a number says.
pub struct Sample<'t> {
    /// Its kind.
    pub kind: Kind,
    /// The text of a string or a number, empty for others.
    pub content: Cow<'t, [u8]>,
}

impl<'t> Sample<'t> {
    /// Moves past a string, a number, a boolean or null; stays at others.
    pub fn read(cursor: &mut Cursor<'t>) -> Result<Self, Malformed> {
        let kind = cursor.kind()?;
        let mut content = Cow::default();
        match kind {
            Kind::Text => content = cursor.string()?.content(),
            Kind::Number => content = cursor.number()?.0.text().into(),
            Kind::Boolean | Kind::Null => cursor.word()?,
            Kind::List | Kind::Object => {}
        }
        Ok(Self { kind, content })
    }
}

/// The first type that a value fits best, for the value at the cursor. Of several objects it is the one that the value's
/// names fit best.
pub fn choose(
    walker: Walker,
    mut cursor: Cursor<'_>,
    types: &'static [Type],
) -> Result<(Fit, &'static Type), Malformed> {
    let sample = Sample::read(&mut cursor)?;
    let mut best = (Fit::No, &Type::Any);
    for ty in types {
        let fit = fit(&sample, ty);
        if fit > best.0 {
            best = (fit, ty);
        }
    }
    let is_object = |ty: &&Type| matches!(ty, Type::Object(_));
    if sample.kind == Kind::Object
        && is_object(&best.1)
        && types.iter().filter(is_object).count() > 1
    {
        best.1 = closest(walker, cursor, types)?;
    }
    Ok(best)
}

/// Of several objects, the first whose declared names differ least from the value's.
fn closest(
    walker: Walker,
    cursor: Cursor<'_>,
    types: &'static [Type],
) -> Result<&'static Type, Malformed> {
    let mut best = (usize::MAX, &Type::Any);
    for ty in types {
        if let Type::Object(id) = ty {
            let distance = strays(walker, cursor, *id)?;
            if distance < best.0 {
                best = (distance, ty);
            }
        }
    }
    Ok(best.1)
}

/// How many of an object's names are not declared, and how many required ones it lacks.
fn strays(walker: Walker, mut cursor: Cursor<'_>, id: ObjectId) -> Result<usize, Malformed> {
    let fields = walker.fields(id);
    let mut strays = fields.iter().filter(|field| field.required).count();
    cursor.eat(b'{');
    if cursor.closes(Kind::Object) {
        return Ok(strays);
    }
    loop {
        match field_named(fields, &cursor.name()?.content()) {
            None => strays = strays.saturating_add(1),
            Some(field) => strays = strays.saturating_sub(usize::from(field.required)),
        }
        cursor.skip(&mut Vec::new())?;
        if cursor.ends(Kind::Object)? {
            return Ok(strays);
        }
    }
}

/// How well a value fits a type.
pub fn fit(sample: &Sample<'_>, ty: &Type) -> Fit {
    if let Type::OneOf(types) = ty {
        return types
            .iter()
            .map(|ty| fit(sample, ty))
            .max()
            .unwrap_or(Fit::No);
    }
    let exact = match sample.kind {
        Kind::Null => matches!(ty, Type::Any),
        Kind::Boolean => matches!(ty, Type::Any | Type::Boolean | Type::Flag | Type::Bit),
        Kind::Number => {
            is_number(&sample.content, ty)
                || matches!(
                    (ty, &*sample.content),
                    (Type::Any | Type::Double, _) | (Type::Bit, b"0" | b"1")
                )
        }
        Kind::Text => is_text(&sample.content, ty) || is_number(&sample.content, ty),
        Kind::List => matches!(ty, Type::Any | Type::List(_)),
        Kind::Object => matches!(
            ty,
            Type::Any
                | Type::File
                | Type::Map(_)
                | Type::Object(_)
                | Type::Filter(_)
                | Type::Order(_)
        ),
    };
    match (exact, is_loose(sample, ty)) {
        (true, _) => Fit::Exactly,
        (false, true) => Fit::Loosely,
        (false, false) => Fit::No,
    }
}

/// Whether the portal may write a value of the type so.
fn is_loose(sample: &Sample<'_>, ty: &Type) -> bool {
    let empty = sample.content.is_empty();
    match sample.kind {
        Kind::Null => false,
        Kind::Boolean | Kind::Object => matches!(ty, Type::List(_)),
        Kind::Number => matches!(ty, Type::Boolean | Type::Flag | Type::Bit),
        Kind::Text => match ty {
            Type::Boolean | Type::Flag | Type::Bit => {
                empty || matches!(&*sample.content, b"0" | b"1" | b"Y" | b"N" | b"y" | b"n")
            }
            Type::Map(_) | Type::Object(_) | Type::Filter(_) | Type::Order(_) => false,
            _ => empty,
        },
        Kind::List => matches!(ty, Type::Map(_) | Type::Object(_)),
    }
}

fn is_number(content: &[u8], ty: &Type) -> bool {
    number::parse(content).is_some_and(|number| match ty {
        Type::Double => number.is_plain(),
        Type::Integer => number.is_whole(),
        Type::Id => number.is_whole() && !number.is_negative(),
        Type::Listed(values) => is_one_of(content, values),
        _ => false,
    })
}

fn is_text(content: &[u8], ty: &Type) -> bool {
    match ty {
        Type::Any | Type::Text => true,
        Type::Enum(values) => is_one_of(content, values),
        Type::Flag => matches!(content, b"Y" | b"N"),
        Type::Bit => matches!(content, b"0" | b"1"),
        Type::Date | Type::Datetime => date::parse(content).is_some(),
        _ => false,
    }
}
