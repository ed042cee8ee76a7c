//! What a caller passes → what the portal takes.
//!
//! Everything that is wrong with the parameters is found in one pass, each problem with the path to it. Values become what
//! the wire has for their type: `true` → `"Y"`, null → `""` where that empties a field, a moment → its date.

mod members;
mod scalar;

use super::copy::Copy;
use super::cursor::Cursor;
use super::error::{JsonError, Malformed};
use super::problem::{Path, Problem, Step, mismatch, missing};
use super::suggest::no_parameter;
use super::token::{Kind, RawText, Span};
use super::union::{Fit, choose};
use super::{DEPTH, Walker};
use crate::schema::{Field, Type};

/// Encodes a method's parameters. Nothing at all (`null`) is as no parameters.
pub(super) fn encode(
    walker: Walker,
    text: &[u8],
    params: &'static [Field],
    out: &mut Vec<u8>,
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

impl<'t> Encoder<'t, '_> {
    /// The method's parameters. A null is left out, as if it had not been passed.
    fn params(&mut self, params: &'static [Field]) -> Result<(), Malformed> {
        let mut met = Met::new();
        match self.cursor.kind()? {
            Kind::Object => {}
            Kind::Null => {
                self.replace_with(b"{}")?;
                self.missing(params, &met);
                return Ok(());
            }
            kind => return self.refuse(kind, &Type::Map(&Type::Any)),
        }
        self.cursor.eat(b'{');
        self.copy.push(b"{");
        let mut closed = self.cursor.closes(Kind::Object);
        while !closed {
            let name = self.cursor.name()?;
            self.path.enter(Step::Name(name));
            if let Some(param) = self.param(name, params)? {
                self.copy.push(if met.is_empty() { b"" } else { b"," });
                met.push(param.name);
                self.copy.skip_to(name.span.start);
                self.value(&param.ty, DEPTH)?;
                self.copy.until(self.cursor.at());
            }
            self.path.leave();
            closed = self.cursor.ends(Kind::Object)?;
        }
        self.copy.push(b"}");
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
        let param = params
            .iter()
            .find(|param| param.name.as_bytes() == &*content);
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
    fn replace_with(&mut self, with: &[u8]) -> Result<(), Malformed> {
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
        if depth == 0 || matches!(ty, Type::Any) || self.is_reference() {
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
            (Kind::Boolean | Kind::Number | Kind::Text, _) => self.scalar(ty),
            (Kind::List, Type::List(item)) => self.items(item, depth).map(|_| ()),
            (
                Kind::Object,
                Type::Object(_) | Type::Map(_) | Type::Filter(_) | Type::Order(_) | Type::File,
            ) => self.members(ty, depth),
            _ => self.refuse(kind, ty),
        }
    }

    /// Whether a placeholder stands here, for what another command of the batch will have given: a string that starts with
    /// the character NUL. It may be anything.
    fn is_reference(&self) -> bool {
        let mut ahead = self.cursor;
        ahead.eat_all(b"\"\\u0000")
    }

    /// The items of a list. Gives how many there are.
    fn items(&mut self, item: &'static Type, depth: u32) -> Result<usize, Malformed> {
        let mut count: usize = 0;
        let mut closed = self.cursor.opens(Kind::List);
        while !closed {
            self.path.enter(Step::Item(count));
            self.value(item, depth)?;
            self.path.leave();
            count = count.saturating_add(1);
            closed = self.cursor.ends(Kind::List)?;
        }
        Ok(count)
    }
}
