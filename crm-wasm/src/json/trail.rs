//! Rows of a list have the same names in the same order: what was found for the last row is tried first for the next.

use super::cursor::Cursor;
use super::error::Malformed;
use super::field_named;
use super::token::Span;
use crate::schema::{Field, ObjectId, Type};

/// The names of an object met last, with the types found for them.
pub struct Trail<'t> {
    /// Which object's.
    pub id: ObjectId,
    fields: &'static [Field],
    /// Each name as it is written, from its quote to its colon.
    steps: Vec<(&'t [u8], &'static Type)>,
}

impl<'t> Trail<'t> {
    /// Of no object met yet.
    pub const fn new(id: ObjectId, fields: &'static [Field]) -> Self {
        Self {
            id,
            fields,
            steps: Vec::new(),
        }
    }

    /// Moves past the name of the member at a position. Gives its type; of one nobody declared, any.
    pub fn step(
        &mut self,
        position: usize,
        cursor: &mut Cursor<'t>,
    ) -> Result<&'static Type, Malformed> {
        let last = self.steps.get_mut(position);
        cursor.space();
        if let Some((name, ty)) = &last
            && cursor.eat_all(name)
        {
            return Ok(ty);
        }
        let start = cursor.at();
        let name = cursor.name()?.content();
        let ty = field_named(self.fields, &name).map_or(&Type::Any, |field| &field.ty);
        let step = (
            cursor.slice(Span {
                start,
                end: cursor.at(),
            }),
            ty,
        );
        match last {
            Some(last) => *last = step,
            None => self.steps.push(step),
        }
        Ok(ty)
    }
}
