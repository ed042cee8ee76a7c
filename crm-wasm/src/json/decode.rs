//! What the portal answers → what a caller gets.
//!
//! PHP writes most values as strings, dates as moments, an empty map as `[]` and a list with gaps as a map. A value of a
//! declared type becomes what the type says; one that does not look like its type passes as it came. So do names nobody
//! declared, but for numbers that `JSON.parse` would damage: those become strings of digits wherever they stand.

use super::copy::Copy;
use super::cursor::Cursor;
use super::error::{JsonError, Malformed};
use super::token::{Kind, RawText, Span};
use super::trail::Trail;
use super::union::choose;
use super::{DEPTH, Walker, date, number};
use crate::schema::{ObjectId, Type};

/// Decodes a whole text.
pub(super) fn decode(
    walker: Walker,
    text: &[u8],
    ty: &Type,
    out: &mut Vec<u8>,
) -> Result<(), JsonError> {
    let mut decoder = Decoder::new(walker, Cursor::new(text), out);
    let done = decoder.value(ty, DEPTH);
    decoder.finish(done)
}

/// A place in an answer, and what is written of it so far.
pub(super) struct Decoder<'t, 'o> {
    walker: Walker,
    pub(super) cursor: Cursor<'t>,
    copy: Copy<'t, 'o>,
    /// The trails that no object being decoded uses.
    trails: Vec<Trail<'t>>,
}

impl<'t, 'o> Decoder<'t, 'o> {
    /// Decodes from a place on.
    pub fn new(walker: Walker, mut cursor: Cursor<'t>, out: &'o mut Vec<u8>) -> Self {
        cursor.space();
        let copy = Copy::to_parse(cursor.text(), cursor.at(), out);
        Self {
            walker,
            cursor,
            copy,
            trails: Vec::new(),
        }
    }

    /// Writes what is pending, where the text was read to its end.
    pub fn finish(mut self, done: Result<(), Malformed>) -> Result<(), JsonError> {
        self.copy.until(self.cursor.at());
        done.and_then(|()| self.cursor.end())
            .map_err(|Malformed| self.cursor.error())
    }

    /// Decodes one value.
    pub fn value(&mut self, ty: &Type, depth: u32) -> Result<(), Malformed> {
        match ty {
            Type::List(item) => return self.list_of(item, depth),
            Type::OneOf(types) => {
                let chosen = choose(self.walker, self.cursor, types);
                return self.value(chosen.map_or(&Type::Any, |(_, ty)| ty), depth);
            }
            _ => {}
        }
        match self.cursor.kind()? {
            Kind::Text => self.text(ty),
            Kind::Number => self.number(ty),
            Kind::Boolean | Kind::Null => self.cursor.word(),
            Kind::List | Kind::Object if depth == 0 => self.untyped(),
            Kind::List => self.list(ty, depth.saturating_sub(1)),
            Kind::Object => self.object(ty, depth.saturating_sub(1)),
        }
    }

    /// Decodes a list of values of a type, or what PHP writes for one: a map with the list's positions or keys, and
    /// `false` or `""` for an empty one.
    pub fn list_of(&mut self, item: &Type, depth: u32) -> Result<(), Malformed> {
        let kind = self.cursor.kind()?;
        let start = self.cursor.at();
        match kind {
            Kind::List if depth > 0 => {
                let depth = depth.saturating_sub(1);
                return self.items(kind, item, depth).map(|_| ());
            }
            Kind::Object if depth > 0 => return self.values(item, depth.saturating_sub(1)),
            _ => self.untyped()?,
        }
        let span = self.since(start);
        if matches!(self.cursor.slice(span), b"false" | b"\"\"") {
            self.copy.replace(span, b"[]");
        }
        Ok(())
    }

    /// A value of no declared type.
    fn untyped(&mut self) -> Result<(), Malformed> {
        let mut damaged = Vec::new();
        self.cursor.skip(&mut damaged)?;
        for span in damaged {
            self.copy.quote(span);
        }
        Ok(())
    }

    fn text(&mut self, ty: &Type) -> Result<(), Malformed> {
        if let Type::Any | Type::Text | Type::Enum(_) | Type::Map(_) | Type::Object(_) = ty {
            return self.cursor.pass_string().map(|_| ());
        }
        let text = self.cursor.string()?;
        match ty {
            _ if text.raw.is_empty() => self.copy.replace(text.span, b"null"),
            Type::Integer | Type::Double | Type::Id | Type::Listed(_) => self.digits(&text),
            Type::Boolean | Type::Flag | Type::Bit => self.yes_or_no(&text),
            Type::Date => self.date(&text),
            _ => {}
        }
        Ok(())
    }

    /// Digits lose their quotes where a double carries the number.
    fn digits(&mut self, text: &RawText<'t>) {
        let content = text.content();
        if number::parse(&content).is_some_and(|number| number.is_exact()) {
            self.copy.replace(text.span, &content);
        }
    }

    fn yes_or_no(&mut self, text: &RawText<'t>) {
        match &*text.content() {
            b"Y" | b"y" | b"1" => self.copy.replace(text.span, b"true"),
            b"N" | b"n" | b"0" => self.copy.replace(text.span, b"false"),
            _ => {}
        }
    }

    fn date(&mut self, text: &RawText<'t>) {
        if let Some(date) = date::parse(&text.content()).and_then(|moment| moment.meant()) {
            self.copy.replace_text(text.span, &date);
        }
    }

    fn number(&mut self, ty: &Type) -> Result<(), Malformed> {
        let (number, span) = self.cursor.number()?;
        match (ty, number.text()) {
            (Type::Boolean | Type::Flag | Type::Bit, b"0") => self.copy.replace(span, b"false"),
            (Type::Boolean | Type::Flag | Type::Bit, b"1") => self.copy.replace(span, b"true"),
            _ if number.is_damaged_by_parse() => self.copy.quote(span),
            _ => {}
        }
        Ok(())
    }

    /// A list where something else is meant: an empty one is PHP's empty map.
    fn list(&mut self, ty: &Type, depth: u32) -> Result<(), Malformed> {
        let start = self.cursor.at();
        let item = match ty {
            Type::Map(item) => item,
            Type::Object(_) | Type::Filter(_) | Type::Order(_) => &Type::Any,
            _ => return self.untyped(),
        };
        if !self.items(Kind::List, item, depth)? {
            self.copy.replace(self.since(start), b"{}");
        }
        Ok(())
    }

    /// The items of a list or the members of a map, all of one type. Says whether there are any.
    fn items(&mut self, kind: Kind, item: &Type, depth: u32) -> Result<bool, Malformed> {
        if self.cursor.opens(kind) {
            return Ok(false);
        }
        loop {
            if kind == Kind::Object {
                self.cursor.name()?;
            }
            self.value(item, depth)?;
            if self.cursor.ends(kind)? {
                return Ok(true);
            }
        }
    }

    fn object(&mut self, ty: &Type, depth: u32) -> Result<(), Malformed> {
        match ty {
            Type::Object(id) => {
                let mut trail = self.take_trail(*id);
                let done = self.members(&mut trail, depth);
                self.trails.push(trail);
                done
            }
            Type::Map(item) => self.items(Kind::Object, item, depth).map(|_| ()),
            _ => self.untyped(),
        }
    }

    /// The trail of an object, a new one where there is none or one is in use further up.
    fn take_trail(&mut self, id: ObjectId) -> Trail<'t> {
        if let Some(last) = self.trails.pop() {
            if last.id == id {
                return last;
            }
            if let Some(found) = self.trails.iter_mut().find(|trail| trail.id == id) {
                return core::mem::replace(found, last);
            }
            self.trails.push(last);
        }
        Trail::new(id, self.walker.fields(id))
    }

    /// The members of an object, each of the type that belongs to its name.
    fn members(&mut self, trail: &mut Trail<'t>, depth: u32) -> Result<(), Malformed> {
        let mut closed = self.cursor.opens(Kind::Object);
        for position in 0.. {
            if closed {
                break;
            }
            let ty = trail.step(position, &mut self.cursor)?;
            self.value(ty, depth)?;
            closed = self.cursor.ends(Kind::Object)?;
        }
        Ok(())
    }

    /// The members of an object where a list is meant: a list without their names.
    fn values(&mut self, item: &Type, depth: u32) -> Result<(), Malformed> {
        let start = self.cursor.at();
        self.cursor.eat(b'{');
        self.copy.replace(self.since(start), b"[");
        let mut closed = self.cursor.closes(Kind::Object);
        while !closed {
            self.copy.until(self.cursor.at());
            self.cursor.name()?;
            self.copy.skip_to(self.cursor.at());
            self.value(item, depth)?;
            closed = self.cursor.ends(Kind::Object)?;
        }
        let end = self.cursor.at();
        self.copy.replace(
            Span {
                start: end.saturating_sub(1),
                end,
            },
            b"]",
        );
        Ok(())
    }

    /// The stretch from an offset up to here.
    const fn since(&self, start: usize) -> Span {
        Span {
            start,
            end: self.cursor.at(),
        }
    }
}
