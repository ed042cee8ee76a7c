//! What a caller passes → what the portal takes.
//!
//! Everything that is wrong with the parameters is found in one pass, each problem with the path to it. Values become what
//! the wire has for their type: `true` → `"Y"`, null → `""` where that empties a field, a moment → its date.

use super::copy::Copy;
use super::cursor::{Cursor, Kind, RawText, Span};
use super::error::JsonError;
use super::filter::{Condition, dropped};
use super::problem::{Path, Problem, Step, inexact, mismatch, missing};
use super::suggest::no_parameter;
use super::union::{Fit, choose};
use super::{DEPTH, Walker, date, field_named, number};
use crate::schema::{Field, ObjectId, Type};

/// The directions of an order, of which the portal takes any spelling.
const DIRECTIONS: Type = Type::Enum(&["ASC", "DESC"]);

/// Encodes a method's parameters. Nothing at all (`null`) is as no parameters.
pub(super) fn encode(
    walker: Walker,
    text: &str,
    params: &'static [Field],
    out: &mut String,
) -> Result<Vec<Problem>, JsonError> {
    out.reserve(text.len());
    let mut cursor = Cursor::new(text);
    let kind = cursor.kind()?;
    let copy = Copy::new(text, cursor.at(), out);
    let (path, problems) = (Path::default(), Vec::new());
    let mut encoder = Encoder {
        walker,
        cursor,
        copy,
        path,
        problems,
    };
    match kind {
        Kind::Object => encoder.params(params)?,
        Kind::Null => encoder.nothing(params)?,
        _ => encoder.refuse(kind, &Type::Map(&Type::Any))?,
    }
    encoder.cursor.end()?;
    Ok(encoder.problems)
}

/// A place in a call's parameters, and what is written of them so far.
struct Encoder<'t, 'o> {
    walker: Walker,
    cursor: Cursor<'t>,
    copy: Copy<'t, 'o>,
    path: Path<'t>,
    problems: Vec<Problem>,
}

/// What null stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    /// Null.
    Itself,
    /// The empty string, which empties a field.
    Empty,
    /// Nothing: a value is due.
    Nothing,
}

impl<'t> Encoder<'t, '_> {
    /// The method's parameters. A null is left out, as if it had not been passed.
    fn params(&mut self, params: &'static [Field]) -> Result<(), JsonError> {
        let mut met: Vec<&str> = Vec::new();
        self.cursor.eat(b'{');
        self.copy.push("{");
        let mut due = !self.cursor.closes(Kind::Object);
        while due {
            let name = self.cursor.name()?;
            self.path.enter(Step::Name(name));
            if let Some(param) = self.param(name, params)? {
                if !met.is_empty() {
                    self.copy.push(",");
                }
                met.push(param.name);
                self.copy.skip_to(name.span.start);
                self.value(&param.ty, DEPTH)?;
                self.copy.until(self.cursor.at());
            }
            self.path.leave();
            due = self.continues()?;
        }
        self.copy.push("}");
        self.missing(params, &met);
        Ok(())
    }

    /// The declared parameter of a name, where it has a value; else moves past what it has.
    fn param(
        &mut self,
        name: RawText<'t>,
        params: &'static [Field],
    ) -> Result<Option<&'static Field>, JsonError> {
        let content = name.content();
        let param = params.iter().find(|param| param.name == content);
        if param.is_none() {
            self.problems
                .push(no_parameter(&self.path, &content, params));
        }
        let is_null = self.cursor.kind()? == Kind::Null;
        if is_null || param.is_none() {
            self.skip()?;
            return Ok(None);
        }
        Ok(param)
    }

    /// No parameters.
    fn nothing(&mut self, params: &'static [Field]) -> Result<(), JsonError> {
        self.skip()?;
        self.copy.push("{}");
        self.missing(params, &[]);
        Ok(())
    }

    fn missing(&mut self, fields: &[Field], met: &[&str]) {
        for field in fields
            .iter()
            .filter(|field| field.required && !met.contains(&field.name))
        {
            self.problems.push(missing(&self.path, field));
        }
    }

    /// After a member: whether another follows.
    fn continues(&mut self) -> Result<bool, JsonError> {
        if self.cursor.closes(Kind::Object) {
            return Ok(false);
        }
        self.cursor.comma()?;
        Ok(true)
    }

    fn skip(&mut self) -> Result<(), JsonError> {
        self.cursor.skip(&mut Vec::new())
    }

    /// Moves past a value that is not of its type.
    fn refuse(&mut self, kind: Kind, ty: &Type) -> Result<(), JsonError> {
        self.cursor.space();
        let start = self.cursor.at();
        self.skip()?;
        let written = self.cursor.slice(Span {
            start,
            end: self.cursor.at(),
        });
        self.problems.push(mismatch(&self.path, kind, written, ty));
        Ok(())
    }

    /// Encodes one value.
    fn value(&mut self, ty: &'static Type, depth: u32) -> Result<(), JsonError> {
        let kind = self.cursor.kind()?;
        if depth == 0 || matches!(ty, Type::Any) {
            return self.skip();
        }
        if kind == Kind::Null {
            return self.null(ty);
        }
        if let Type::OneOf(types) = ty {
            return match choose(self.walker, self.cursor, types)? {
                (Fit::Exactly, chosen) => self.value(chosen, depth),
                _ => self.refuse(kind, ty),
            };
        }
        match kind {
            Kind::Null => self.null(ty),
            Kind::Boolean => self.boolean(ty),
            Kind::Number => self.number(ty),
            Kind::Text => self.text(ty),
            Kind::List => self.list(ty, depth.saturating_sub(1)),
            Kind::Object => self.object(ty, depth.saturating_sub(1)),
        }
    }

    fn null(&mut self, ty: &Type) -> Result<(), JsonError> {
        match meaning_of_null(ty) {
            Null::Itself => self.skip(),
            Null::Empty => {
                let start = self.cursor.at();
                self.skip()?;
                self.copy.replace(
                    Span {
                        start,
                        end: self.cursor.at(),
                    },
                    "\"\"",
                );
                Ok(())
            }
            Null::Nothing => self.refuse(Kind::Null, ty),
        }
    }

    fn boolean(&mut self, ty: &Type) -> Result<(), JsonError> {
        let start = self.cursor.at();
        let with = match (ty, self.cursor.peek()) {
            (Type::Boolean, _) => return self.skip(),
            (Type::Flag, Some(b't')) => "\"Y\"",
            (Type::Flag, _) => "\"N\"",
            (Type::Bit, Some(b't')) => "1",
            (Type::Bit, _) => "0",
            _ => return self.refuse(Kind::Boolean, ty),
        };
        self.skip()?;
        self.copy.replace(
            Span {
                start,
                end: self.cursor.at(),
            },
            with,
        );
        Ok(())
    }

    fn number(&mut self, ty: &Type) -> Result<(), JsonError> {
        let start = self.cursor;
        let (number, _) = self.cursor.number()?;
        let fits = match ty {
            Type::Double => true,
            Type::Integer => number.is_whole(),
            Type::Id => number.is_whole() && !number.is_negative(),
            Type::Bit => matches!(number.text(), "0" | "1"),
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

    fn text(&mut self, ty: &Type) -> Result<(), JsonError> {
        let start = self.cursor;
        let text = self.cursor.string()?;
        let content = text.content();
        let digits = number::parse(&content);
        let fits = match ty {
            Type::Text => true,
            Type::Enum(values) => values.contains(&&*content),
            Type::Flag => matches!(&*content, "Y" | "N"),
            Type::Bit => matches!(&*content, "0" | "1"),
            Type::Integer => digits.is_some_and(|number| number.is_whole()),
            Type::Id => digits.is_some_and(|number| number.is_whole() && !number.is_negative()),
            Type::Double => digits.is_some_and(|number| number.is_plain()),
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

    /// Writes the date that a text means, if it means one.
    fn date(&mut self, content: &str, span: Span) -> bool {
        let Some(moment) = date::parse(content) else {
            return false;
        };
        let date = moment.as_date().unwrap_or_else(|| moment.written());
        if date != content {
            self.copy.replace(span, &["\"", &date, "\""].concat());
        }
        true
    }

    fn list(&mut self, ty: &'static Type, depth: u32) -> Result<(), JsonError> {
        match ty {
            Type::List(item) => self.items(|this| this.value(item, depth)).map(|_| ()),
            _ => self.refuse(Kind::List, ty),
        }
    }

    /// The items of a list. Gives how many there are.
    fn items(
        &mut self,
        mut each: impl FnMut(&mut Self) -> Result<(), JsonError>,
    ) -> Result<usize, JsonError> {
        let mut count: usize = 0;
        self.cursor.eat(b'[');
        if self.cursor.closes(Kind::List) {
            return Ok(count);
        }
        loop {
            self.path.enter(Step::Item(count));
            each(self)?;
            self.path.leave();
            count = count.saturating_add(1);
            if self.cursor.closes(Kind::List) {
                return Ok(count);
            }
            self.cursor.comma()?;
        }
    }

    fn object(&mut self, ty: &'static Type, depth: u32) -> Result<(), JsonError> {
        match ty {
            Type::Object(id) => self.fields(*id, depth),
            Type::Map(item) => self.members(|this, _| this.member(item, depth)),
            Type::Filter(id) => self.conditions(*id, depth),
            Type::Order(_) => self.members(|this, _| this.direction()),
            Type::File => self.file(),
            _ => self.refuse(Kind::Object, ty),
        }
    }

    /// The members of an object.
    fn members(
        &mut self,
        mut each: impl FnMut(&mut Self, RawText<'t>) -> Result<(), JsonError>,
    ) -> Result<(), JsonError> {
        self.cursor.eat(b'{');
        let mut due = !self.cursor.closes(Kind::Object);
        while due {
            let name = self.cursor.name()?;
            self.path.enter(Step::Name(name));
            each(self, name)?;
            self.path.leave();
            due = self.continues()?;
        }
        Ok(())
    }

    /// A declared object. Names nobody declared are custom fields or the portal's business.
    fn fields(&mut self, id: ObjectId, depth: u32) -> Result<(), JsonError> {
        let fields = self.walker.fields(id);
        let mut met: Vec<&str> = Vec::new();
        self.members(|this, name| {
            let Some(field) = field_named(fields, &name.content()) else {
                return this.skip();
            };
            if !field.required {
                return this.member(&field.ty, depth);
            }
            met.push(field.name);
            match this.cursor.kind()? {
                Kind::Null => this.refuse(Kind::Null, &field.ty),
                _ => this.value(&field.ty, depth),
            }
        })?;
        self.missing(fields, &met);
        Ok(())
    }

    /// A member that may be null, whatever it holds.
    fn member(&mut self, ty: &'static Type, depth: u32) -> Result<(), JsonError> {
        if self.cursor.kind()? == Kind::Null && meaning_of_null(ty) == Null::Nothing {
            return self.skip();
        }
        self.value(ty, depth)
    }

    /// Conditions on an object's fields.
    fn conditions(&mut self, id: ObjectId, depth: u32) -> Result<(), JsonError> {
        let fields = self.walker.fields(id);
        self.members(|this, name| {
            let content = name.content();
            let condition = Condition::new(&content);
            this.problems
                .extend(dropped(&this.path, &condition, fields));
            match field_named(fields, condition.field) {
                Some(field) => this.operands(condition.operand(field), depth),
                None => this.skip(),
            }
        })
    }

    /// What a field is compared with: a value or a list of some.
    fn operands(&mut self, ty: &'static Type, depth: u32) -> Result<(), JsonError> {
        if self.cursor.kind()? != Kind::List || matches!(ty, Type::Any) {
            return self.operand(ty, depth);
        }
        if self.items(|this| this.operand(ty, depth))? == 0 {
            let message = "is an empty list, which the portal takes for no condition".to_owned();
            self.problems.push(Problem {
                path: self.path.text(),
                message,
            });
        }
        Ok(())
    }

    /// One value to compare with; `""` asks for empty fields, whatever they hold.
    fn operand(&mut self, ty: &'static Type, depth: u32) -> Result<(), JsonError> {
        let mut ahead = self.cursor;
        if ahead.kind()? == Kind::Text && ahead.string()?.raw.is_empty() {
            return self.skip();
        }
        self.value(ty, depth)
    }

    fn direction(&mut self) -> Result<(), JsonError> {
        let kind = self.cursor.kind()?;
        let mut ahead = self.cursor;
        let known = kind == Kind::Text && {
            let direction = ahead.string()?.content().to_ascii_uppercase();
            matches!(&*direction, "ASC" | "DESC")
        };
        if known {
            self.skip()
        } else {
            self.refuse(kind, &DIRECTIONS)
        }
    }

    /// A file to store, `{"fileData":[name, base64]}`, or one stored already, `{"id":…}`, perhaps to remove.
    fn file(&mut self) -> Result<(), JsonError> {
        let start = self.cursor;
        let mut sound = false;
        self.members(|this, name| {
            match &*name.content() {
                "fileData" => sound |= this.is_pair()?,
                "id" => {
                    sound = true;
                    this.skip()?;
                }
                "remove" => this.member(&Type::Flag, 1)?,
                _ => this.skip()?,
            }
            Ok(())
        })?;
        if !sound {
            self.cursor = start;
            self.refuse(Kind::Object, &Type::File)?;
        }
        Ok(())
    }

    /// Moves past a value and says whether it was a list of two strings.
    fn is_pair(&mut self) -> Result<bool, JsonError> {
        let mut strings = true;
        if self.cursor.kind()? != Kind::List {
            self.skip()?;
            return Ok(false);
        }
        let count = self.items(|this| {
            strings &= this.cursor.kind()? == Kind::Text;
            this.skip()
        })?;
        Ok(strings && count == 2)
    }
}

/// What null stands for where a type is due.
fn meaning_of_null(ty: &Type) -> Null {
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
