//! What a caller passes → what the portal takes.
//!
//! Everything that is wrong with the parameters is found in one pass, each problem with the path to it. Values become what
//! the wire has for their type: `true` → `"Y"`, null → `""` where that empties a field, a moment → its date.

use super::copy::Copy;
use super::cursor::{Cursor, Kind, RawText, Span};
use super::error::{JsonError, Malformed};
use super::filter::{Condition, dropped};
use super::problem::{Path, Problem, Step, inexact, mismatch, missing};
use super::suggest::no_parameter;
use super::union::{Fit, choose};
use super::{DEPTH, Walker, date, field_named, number};
use crate::schema::{Field, Type};

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
    cursor.space();
    let copy = Copy::new(text, cursor.at(), out);
    let (path, problems) = (Path::default(), Vec::new());
    let mut encoder = Encoder {
        walker,
        cursor,
        copy,
        path,
        problems,
    };
    let done = encoder.params(params);
    done.and_then(|()| encoder.cursor.end())
        .map_err(|Malformed| encoder.cursor.error())?;
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

/// Names of required fields that were met.
type Met = Vec<&'static str>;

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
    fn params(&mut self, params: &'static [Field]) -> Result<(), Malformed> {
        let mut met = Met::new();
        match self.cursor.kind()? {
            Kind::Object => {}
            Kind::Null => {
                self.replace_with("{}")?;
                self.missing(params, &met);
                return Ok(());
            }
            kind => return self.refuse(kind, &Type::Map(&Type::Any)),
        }
        self.cursor.eat(b'{');
        self.copy.push("{");
        let mut closed = self.cursor.closes(Kind::Object);
        while !closed {
            let name = self.cursor.name()?;
            self.path.enter(Step::Name(name));
            if let Some(param) = self.param(name, params)? {
                self.copy.push(if met.is_empty() { "" } else { "," });
                met.push(param.name);
                self.copy.skip_to(name.span.start);
                self.value(&param.ty, DEPTH)?;
                self.copy.until(self.cursor.at());
            }
            self.path.leave();
            closed = self.cursor.ends(Kind::Object)?;
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
    ) -> Result<Option<&'static Field>, Malformed> {
        let content = name.content();
        let param = params.iter().find(|param| param.name == content);
        if param.is_none() {
            self.problems
                .push(no_parameter(&self.path, &content, params));
        }
        if param.is_some() && self.cursor.kind()? != Kind::Null {
            return Ok(param);
        }
        self.skip()?;
        self.copy.skip_to(self.cursor.at());
        Ok(None)
    }

    fn missing(&mut self, fields: &[Field], met: &[&str]) {
        for field in fields
            .iter()
            .filter(|field| field.required && !met.contains(&field.name))
        {
            self.problems.push(missing(&self.path, field));
        }
    }

    fn skip(&mut self) -> Result<(), Malformed> {
        self.cursor.skip(&mut Vec::new())
    }

    /// Moves past a value and writes something else for it.
    fn replace_with(&mut self, with: &str) -> Result<(), Malformed> {
        let start = self.cursor.at();
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

    /// Moves past a value that is not of its type.
    fn refuse(&mut self, kind: Kind, ty: &Type) -> Result<(), Malformed> {
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
    fn value(&mut self, ty: &'static Type, depth: u32) -> Result<(), Malformed> {
        let kind = self.cursor.kind()?;
        if depth == 0 || matches!(ty, Type::Any) {
            return self.skip();
        }
        if let (Type::OneOf(types), true) = (ty, kind != Kind::Null) {
            return match choose(self.walker, self.cursor, types) {
                Ok((Fit::Exactly, chosen)) => self.value(chosen, depth),
                _ => self.refuse(kind, ty),
            };
        }
        let depth = depth.saturating_sub(1);
        match (kind, ty) {
            (Kind::Null, _) => self.null(ty),
            (Kind::Boolean, _) => self.boolean(ty),
            (Kind::Number, _) => self.number(ty),
            (Kind::Text, _) => self.text(ty),
            (Kind::List, Type::List(item)) => self.items(item, depth).map(|_| ()),
            (
                Kind::Object,
                Type::Object(_) | Type::Map(_) | Type::Filter(_) | Type::Order(_) | Type::File,
            ) => self.members(ty, depth),
            _ => self.refuse(kind, ty),
        }
    }

    fn null(&mut self, ty: &Type) -> Result<(), Malformed> {
        match meaning_of_null(ty) {
            Null::Itself => self.skip(),
            Null::Empty => self.replace_with("\"\""),
            Null::Nothing => self.refuse(Kind::Null, ty),
        }
    }

    fn boolean(&mut self, ty: &Type) -> Result<(), Malformed> {
        let yes = self.cursor.peek() == Some(b't');
        match ty {
            Type::Boolean => self.skip(),
            Type::Flag => self.replace_with(if yes { "\"Y\"" } else { "\"N\"" }),
            Type::Bit => self.replace_with(if yes { "1" } else { "0" }),
            _ => self.refuse(Kind::Boolean, ty),
        }
    }

    fn number(&mut self, ty: &Type) -> Result<(), Malformed> {
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

    fn text(&mut self, ty: &Type) -> Result<(), Malformed> {
        let start = self.cursor;
        let text = self.cursor.string()?;
        let content = text.content();
        let digits = || number::parse(&content);
        let fits = match ty {
            Type::Text => true,
            Type::Enum(values) => values.contains(&&*content),
            Type::Flag => matches!(&*content, "Y" | "N"),
            Type::Bit => matches!(&*content, "0" | "1"),
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
    fn date(&mut self, content: &str, span: Span) -> bool {
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

    /// The items of a list. Gives how many there are.
    fn items(&mut self, item: &'static Type, depth: u32) -> Result<usize, Malformed> {
        let mut count: usize = 0;
        self.cursor.eat(b'[');
        let mut closed = self.cursor.closes(Kind::List);
        while !closed {
            self.path.enter(Step::Item(count));
            self.value(item, depth)?;
            self.path.leave();
            count = count.saturating_add(1);
            closed = self.cursor.ends(Kind::List)?;
        }
        Ok(count)
    }

    /// The members of an object.
    fn members(&mut self, ty: &'static Type, depth: u32) -> Result<(), Malformed> {
        let fields = match ty {
            Type::Object(id) | Type::Filter(id) => self.walker.fields(*id),
            _ => &[],
        };
        let mut met = Met::new();
        self.cursor.eat(b'{');
        let mut closed = self.cursor.closes(Kind::Object);
        while !closed {
            let name = self.cursor.name()?;
            self.path.enter(Step::Name(name));
            let content = name.content();
            match ty {
                Type::Object(_) => self.field(fields, &content, &mut met, depth)?,
                Type::Filter(_) => self.condition(fields, &content, depth)?,
                Type::Map(item) => self.member(item, depth)?,
                Type::Order(_) => self.direction()?,
                _ => self.file(&content, &mut met)?,
            }
            self.path.leave();
            closed = self.cursor.ends(Kind::Object)?;
        }
        match ty {
            Type::Object(_) => self.missing(fields, &met),
            Type::File if met.is_empty() => {
                self.problems
                    .push(mismatch(&self.path, Kind::Object, "", ty));
            }
            _ => {}
        }
        Ok(())
    }

    /// A field of an object. Names nobody declared are custom fields or the portal's business.
    fn field(
        &mut self,
        fields: &'static [Field],
        name: &str,
        met: &mut Met,
        depth: u32,
    ) -> Result<(), Malformed> {
        let Some(field) = field_named(fields, name) else {
            return self.skip();
        };
        if !field.required {
            return self.member(&field.ty, depth);
        }
        met.push(field.name);
        match self.cursor.kind()? {
            Kind::Null => self.refuse(Kind::Null, &field.ty),
            _ => self.value(&field.ty, depth),
        }
    }

    /// A member that may be null, whatever it holds.
    fn member(&mut self, ty: &'static Type, depth: u32) -> Result<(), Malformed> {
        if self.cursor.kind()? == Kind::Null && meaning_of_null(ty) == Null::Nothing {
            return self.skip();
        }
        self.value(ty, depth)
    }

    /// A condition on a field: a value or a list of some.
    fn condition(
        &mut self,
        fields: &'static [Field],
        name: &str,
        depth: u32,
    ) -> Result<(), Malformed> {
        let condition = Condition::new(name);
        self.problems
            .extend(dropped(&self.path, &condition, fields));
        let Some(field) = field_named(fields, condition.field) else {
            return self.skip();
        };
        let ty = condition.operand(field);
        if self.cursor.kind()? != Kind::List || matches!(ty, Type::Any) {
            return self.operand(ty, depth);
        }
        let mut count: usize = 0;
        self.cursor.eat(b'[');
        let mut closed = self.cursor.closes(Kind::List);
        while !closed {
            self.path.enter(Step::Item(count));
            self.operand(ty, depth)?;
            self.path.leave();
            count = count.saturating_add(1);
            closed = self.cursor.ends(Kind::List)?;
        }
        if count == 0 {
            let message = "is an empty list, which the portal takes for no condition".to_owned();
            self.problems.push(Problem {
                path: self.path.text(),
                message,
            });
        }
        Ok(())
    }

    /// One value to compare with; `""` asks for empty fields, whatever they hold.
    fn operand(&mut self, ty: &'static Type, depth: u32) -> Result<(), Malformed> {
        self.cursor.space();
        if self.cursor.eat_all(b"\"\"") {
            Ok(())
        } else {
            self.value(ty, depth)
        }
    }

    fn direction(&mut self) -> Result<(), Malformed> {
        let kind = self.cursor.kind()?;
        let start = self.cursor;
        if kind == Kind::Text {
            let direction = self.cursor.string()?.content();
            if direction.eq_ignore_ascii_case("ASC") || direction.eq_ignore_ascii_case("DESC") {
                return Ok(());
            }
        }
        self.cursor = start;
        self.refuse(kind, &DIRECTIONS)
    }

    /// A member of a file to store, `{"fileData":[name, base64]}`, or of one stored already, `{"id":…}`, perhaps to be
    /// removed. Notes the member that makes it a file.
    fn file(&mut self, name: &str, met: &mut Met) -> Result<(), Malformed> {
        match name {
            "remove" => self.member(&Type::Flag, 1),
            "id" => {
                met.push("id");
                self.skip()
            }
            "fileData" if self.cursor.kind()? == Kind::List => {
                let before = self.problems.len();
                let count = self.items(&Type::Text, 1)?;
                if count == 2 && self.problems.len() == before {
                    met.push("fileData");
                }
                self.problems.truncate(before);
                Ok(())
            }
            _ => self.skip(),
        }
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
