//! What the portal answers → what a caller gets.
//!
//! PHP writes most values as strings, dates as moments, an empty map as `[]` and a list with gaps as a map. A value of a
//! declared type becomes what the type says; one that does not look like its type passes as it came. So do names nobody
//! declared, but for numbers that `JSON.parse` would damage: those become strings of digits wherever they stand.

use std::borrow::Cow;

use super::copy::Copy;
use super::cursor::{Cursor, Kind, RawText, Span};
use super::error::JsonError;
use super::union::choose;
use super::{DEPTH, Walker, date, field_named, number};
use crate::schema::{Field, Type};

/// Decodes a whole text.
pub(super) fn decode(
    walker: Walker,
    text: &str,
    ty: &Type,
    out: &mut String,
) -> Result<(), JsonError> {
    out.reserve(text.len());
    let mut decoder = Decoder::new(walker, Cursor::new(text), text, out);
    decoder.value(ty, DEPTH)?;
    let mut cursor = decoder.finish();
    cursor.end()
}

/// A place in an answer, and what is written of it so far.
pub(super) struct Decoder<'t, 'o> {
    walker: Walker,
    cursor: Cursor<'t>,
    copy: Copy<'t, 'o>,
}

impl<'t, 'o> Decoder<'t, 'o> {
    /// Decodes from a place on.
    pub fn new(walker: Walker, mut cursor: Cursor<'t>, text: &'t str, out: &'o mut String) -> Self {
        cursor.space();
        Self {
            walker,
            cursor,
            copy: Copy::new(text, cursor.at(), out),
        }
    }

    /// Writes what is pending and gives the place after it.
    pub fn finish(mut self) -> Cursor<'t> {
        self.copy.until(self.cursor.at());
        self.cursor
    }

    /// Decodes one value.
    pub fn value(&mut self, ty: &Type, depth: u32) -> Result<(), JsonError> {
        match ty {
            Type::List(item) => return self.list_of(item, depth),
            Type::OneOf(types) => {
                let (_, chosen) = choose(self.walker, self.cursor, types)?;
                return self.value(chosen, depth);
            }
            _ => {}
        }
        match self.cursor.kind()? {
            Kind::Text => self.text(ty),
            Kind::Number => self.number(ty),
            Kind::Boolean | Kind::Null => self.cursor.word().map(|_| ()),
            Kind::List | Kind::Object if depth == 0 => self.untyped(),
            Kind::List => self.list(ty, depth.saturating_sub(1)),
            Kind::Object => self.object(ty, depth.saturating_sub(1)),
        }
    }

    /// Decodes a list of values of a type, or what PHP writes for one: a map with the list's positions or keys, and
    /// `false` or `""` for an empty one.
    pub fn list_of(&mut self, item: &Type, depth: u32) -> Result<(), JsonError> {
        let kind = self.cursor.kind()?;
        let start = self.cursor.at();
        match kind {
            Kind::List if depth > 0 => {
                return self.items(item, depth.saturating_sub(1)).map(|_| ());
            }
            Kind::Object if depth > 0 => return self.values(item, depth.saturating_sub(1)),
            _ => self.untyped()?,
        }
        let span = Span {
            start,
            end: self.cursor.at(),
        };
        if matches!(self.cursor.slice(span), "false" | "\"\"") {
            self.copy.replace(span, "[]");
        }
        Ok(())
    }

    /// A value of no declared type.
    fn untyped(&mut self) -> Result<(), JsonError> {
        let mut damaged = Vec::new();
        self.cursor.skip(&mut damaged)?;
        for span in damaged {
            self.copy.quote(span);
        }
        Ok(())
    }

    fn text(&mut self, ty: &Type) -> Result<(), JsonError> {
        let text = self.cursor.string()?;
        if let Some(with) = meant_by(&text, ty) {
            self.copy.replace(text.span, &with);
        }
        Ok(())
    }

    fn number(&mut self, ty: &Type) -> Result<(), JsonError> {
        let (number, span) = self.cursor.number()?;
        match (ty, number.text()) {
            (Type::Boolean | Type::Flag | Type::Bit, "0") => self.copy.replace(span, "false"),
            (Type::Boolean | Type::Flag | Type::Bit, "1") => self.copy.replace(span, "true"),
            _ if number.is_damaged_by_parse() => self.copy.quote(span),
            _ => {}
        }
        Ok(())
    }

    /// A list where something else is meant: an empty one is PHP's empty map.
    fn list(&mut self, ty: &Type, depth: u32) -> Result<(), JsonError> {
        let start = self.cursor.at();
        let any = match ty {
            Type::Map(item) => self.items(item, depth)?,
            Type::Object(_) | Type::Filter(_) | Type::Order(_) => self.items(&Type::Any, depth)?,
            _ => return self.untyped(),
        };
        if !any {
            self.copy.replace(
                Span {
                    start,
                    end: self.cursor.at(),
                },
                "{}",
            );
        }
        Ok(())
    }

    /// The items of a list. Says whether there are any.
    fn items(&mut self, item: &Type, depth: u32) -> Result<bool, JsonError> {
        self.cursor.eat(b'[');
        if self.cursor.closes(Kind::List) {
            return Ok(false);
        }
        loop {
            self.value(item, depth)?;
            if self.cursor.closes(Kind::List) {
                return Ok(true);
            }
            self.cursor.comma()?;
        }
    }

    fn object(&mut self, ty: &Type, depth: u32) -> Result<(), JsonError> {
        match ty {
            Type::Object(id) => {
                let fields = self.walker.fields(*id);
                self.members(|name| field(fields, name), depth)
            }
            Type::Map(item) => self.members(|_| item, depth),
            _ => self.untyped(),
        }
    }

    /// The members of an object, each of the type that belongs to its name.
    fn members<'s>(
        &mut self,
        type_of: impl Fn(&RawText<'t>) -> &'s Type,
        depth: u32,
    ) -> Result<(), JsonError> {
        self.cursor.eat(b'{');
        if self.cursor.closes(Kind::Object) {
            return Ok(());
        }
        loop {
            let name = self.cursor.name()?;
            self.value(type_of(&name), depth)?;
            if self.cursor.closes(Kind::Object) {
                return Ok(());
            }
            self.cursor.comma()?;
        }
    }

    /// The members of an object where a list is meant: a list without their names.
    fn values(&mut self, item: &Type, depth: u32) -> Result<(), JsonError> {
        self.bracket(b'{', "[");
        if self.cursor.closes(Kind::Object) {
            self.close();
            return Ok(());
        }
        loop {
            self.copy.until(self.cursor.at());
            self.cursor.name()?;
            self.copy.skip_to(self.cursor.at());
            self.value(item, depth)?;
            if self.cursor.closes(Kind::Object) {
                self.close();
                return Ok(());
            }
            self.cursor.comma()?;
        }
    }

    /// Writes another bracket for the one here.
    fn bracket(&mut self, byte: u8, with: &str) {
        let start = self.cursor.at();
        self.cursor.eat(byte);
        self.copy.replace(
            Span {
                start,
                end: self.cursor.at(),
            },
            with,
        );
    }

    /// Writes the end of a list for the end of an object just passed.
    fn close(&mut self) {
        let end = self.cursor.at();
        self.copy.replace(
            Span {
                start: end.saturating_sub(1),
                end,
            },
            "]",
        );
    }
}

/// The type of a field by its name.
fn field(fields: &'static [Field], name: &RawText<'_>) -> &'static Type {
    field_named(fields, &name.content()).map_or(&Type::Any, |field| &field.ty)
}

/// What stands for a string of a type, where that is something else.
fn meant_by<'t>(text: &RawText<'t>, ty: &Type) -> Option<Cow<'t, str>> {
    match ty {
        Type::Integer
        | Type::Double
        | Type::Id
        | Type::Boolean
        | Type::Flag
        | Type::Bit
        | Type::Date
        | Type::Datetime
        | Type::File
            if text.raw.is_empty() =>
        {
            Some("null".into())
        }
        Type::Integer | Type::Double | Type::Id => {
            let content = text.content();
            number::parse(&content)
                .is_some_and(|number| number.is_exact())
                .then_some(content)
        }
        Type::Boolean | Type::Flag | Type::Bit => match &*text.content() {
            "Y" | "y" | "1" => Some("true".into()),
            "N" | "n" | "0" => Some("false".into()),
            _ => None,
        },
        Type::Date => {
            let date = date::parse(&text.content())?.as_date()?;
            (date != text.raw).then(|| ["\"", &date, "\""].concat().into())
        }
        _ => None,
    }
}
