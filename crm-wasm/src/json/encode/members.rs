//! Objects: their fields, the entries of maps, conditions, orders and files.

use super::scalar::{Null, meaning_of_null};
use super::{Encoder, Met};
use crate::json::error::Malformed;
use crate::json::field_named;
use crate::json::filter::{Condition, dropped};
use crate::json::problem::{Problem, Step, mismatch};
use crate::json::token::Kind;
use crate::schema::{Field, Type};

/// The directions of an order, of which the portal takes any spelling.
const DIRECTIONS: [&str; 2] = ["ASC", "DESC"];

/// How the conditions of a group are joined.
const LOGIC: [&str; 2] = ["AND", "OR"];

impl Encoder<'_, '_> {
    /// The members of an object.
    pub(super) fn members(&mut self, ty: &'static Type, depth: u32) -> Result<(), Malformed> {
        let fields = match ty {
            Type::Object(id) | Type::Filter(id) => self.walker.fields(*id),
            _ => &[],
        };
        let mut met = Met::new();
        let mut closed = self.cursor.opens(Kind::Object);
        while !closed {
            let name = self.cursor.name()?;
            self.path.enter(Step::Name(name));
            let content = name.content();
            match ty {
                Type::Object(_) => self.field(fields, &content, &mut met, depth)?,
                Type::Filter(_) if is_group(&content) => self.member(ty, depth)?,
                Type::Filter(_) if &*content == b"logic" => self.word(&LOGIC)?,
                Type::Filter(_) => self.condition(fields, &content, depth)?,
                Type::Map(item) => self.member(item, depth)?,
                Type::Order(_) => self.word(&DIRECTIONS)?,
                _ => self.file(&content, &mut met)?,
            }
            self.path.leave();
            closed = self.cursor.ends(Kind::Object)?;
        }
        match ty {
            Type::Object(_) => self.missing(fields, &met),
            Type::File if met.is_empty() => {
                self.problems
                    .push(mismatch(&self.path, Kind::Object, b"", ty));
            }
            _ => {}
        }
        Ok(())
    }

    /// A field of an object. Names nobody declared are custom fields or the portal's business, unless they are a declared one's in
    /// another case.
    fn field(
        &mut self,
        fields: &'static [Field],
        name: &[u8],
        met: &mut Met,
        depth: u32,
    ) -> Result<(), Malformed> {
        let Some(field) = field_named(fields, name) else {
            self.problems
                .extend(dropped(&self.path, &Condition::bare(name), fields));
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
        name: &[u8],
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
        self.operands(ty, depth)
    }

    /// A list of values to compare with; of none the portal would make no condition.
    fn operands(&mut self, ty: &'static Type, depth: u32) -> Result<(), Malformed> {
        let mut count: usize = 0;
        let mut closed = self.cursor.opens(Kind::List);
        while !closed {
            self.path.enter(Step::Item(count));
            self.operand(ty, depth)?;
            self.path.leave();
            count = count.saturating_add(1);
            closed = self.cursor.ends(Kind::List)?;
        }
        if count == 0 {
            let message = b"is an empty list, which the portal takes for no condition".to_vec();
            let path = self.path.text();
            self.problems.push(Problem { path, message });
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

    /// One of two words, in any case.
    fn word(&mut self, words: &'static [&'static str; 2]) -> Result<(), Malformed> {
        let kind = self.cursor.kind()?;
        let start = self.cursor;
        if kind == Kind::Text {
            let reference = self.is_reference();
            let given = self.cursor.string()?.content();
            if reference
                || words
                    .iter()
                    .any(|word| given.eq_ignore_ascii_case(word.as_bytes()))
            {
                return Ok(());
            }
        }
        self.cursor = start;
        self.refuse(kind, &Type::Enum(words))
    }

    /// A member of a file to store, `{"fileData":[name, base64]}`, or of one stored already, `{"id":…}`, perhaps to be
    /// removed. Notes the member that makes it a file.
    fn file(&mut self, name: &[u8], met: &mut Met) -> Result<(), Malformed> {
        match name {
            b"remove" => self.member(&Type::Flag, 1),
            b"id" => {
                met.push("id");
                self.skip()
            }
            b"fileData" if self.cursor.kind()? == Kind::Text && self.is_reference() => {
                met.push("fileData");
                self.skip()
            }
            b"fileData" if self.cursor.kind()? == Kind::List => {
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

/// Whether a name among conditions is a group's number.
fn is_group(name: &[u8]) -> bool {
    !name.is_empty() && name.iter().all(u8::is_ascii_digit)
}
