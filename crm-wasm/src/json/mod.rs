//! One pass over JSON text with a schema beside it: `decode` for what the portal answers, `encode` for what it is sent.
//!
//! Text goes in and text comes out, as bytes, because the engine's own `JSON.parse` and `JSON.stringify` build and read JavaScript
//! values faster than any code here could. Stretches that need no change are copied whole. Start with [`decode`] for the
//! rules of one direction and [`encode`] for those of the other; [`answer`] finds the result in what
//! wraps it.

pub mod answer;
pub mod copy;
pub mod cursor;
pub mod date;
pub mod decode;
pub mod encode;
pub mod error;
pub mod escape;
pub mod filter;
pub mod number;
pub mod problem;
pub mod suggest;
pub mod token;
pub mod trail;
pub mod union;

pub use answer::Shape;
pub use error::{ErrorKind, JsonError};
pub use problem::Problem;

use crate::schema::{Field, Object, ObjectId, Type};

/// Levels of declared values inside each other; what lies deeper passes as it came.
pub(crate) const DEPTH: u32 = 64;

/// Walks JSON text by types whose objects are in a table.
#[derive(Clone, Copy, Debug)]
pub struct Walker {
    /// Where `Type::Object` points.
    pub objects: &'static [Object],
}

impl Walker {
    /// A walker over a table of objects.
    pub const fn new(objects: &'static [Object]) -> Self {
        Self { objects }
    }

    /// Turns what the portal sent into what a caller gets, appended to `out` as text ready for `JSON.parse`.
    ///
    /// Fails where the text is no JSON, and only then: a value that is not of its type passes as it came.
    pub fn decode(&self, text: &[u8], ty: &Type, out: &mut Vec<u8>) -> Result<(), JsonError> {
        decode::decode(*self, text, ty, out)
    }

    /// Writes the answer to a call with its result decoded; everything around it stays as it came.
    ///
    /// With a shape's `list`, its `ty` is the type of one row. Fails where the text is no JSON.
    pub fn read_answer(
        &self,
        text: &[u8],
        shape: Shape<'_>,
        out: &mut Vec<u8>,
    ) -> Result<(), JsonError> {
        answer::single(*self, text, shape, out)
    }

    /// Writes the answer to a batch with the results of its commands decoded, which have the keys 0, 1, 2…
    pub fn read_batch(
        &self,
        text: &[u8],
        commands: &[Shape<'_>],
        out: &mut Vec<u8>,
    ) -> Result<(), JsonError> {
        answer::batch(*self, text, commands, out)
    }

    /// Turns a call's parameters into what the portal takes, appended to `out`, and gives every problem found.
    ///
    /// What was written counts only when there is no problem. Fails where the text is no JSON.
    pub fn encode(
        &self,
        text: &[u8],
        params: &'static [Field],
        out: &mut Vec<u8>,
    ) -> Result<Vec<Problem>, JsonError> {
        encode::encode(*self, text, params, out)
    }

    /// The fields of an object.
    fn fields(&self, id: ObjectId) -> &'static [Field] {
        self.objects
            .get(usize::from(id))
            .map_or(&[], |object| object.fields)
    }
}

/// Finds a field of an object by its name; an object's fields are sorted, a method's parameters are not.
fn field_named(fields: &'static [Field], name: &[u8]) -> Option<&'static Field> {
    let place = fields.binary_search_by(|field| field.name.as_bytes().cmp(name));
    fields.get(place.ok()?)
}

/// Whether a text is one of some.
fn is_one_of(text: &[u8], texts: &[&str]) -> bool {
    texts.iter().any(|one| one.as_bytes() == text)
}
