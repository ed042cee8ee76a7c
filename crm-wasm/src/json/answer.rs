//! What wraps the result of every call: `{"result":…,"total":…,"next":…,"time":{…}}` or `{"error":…}`, and of a batch, where the
//! results of the commands are in `result.result`.
//!
//! Nothing of it changes but the values that have a type: who asked takes the answer apart, with `JSON.parse`.

use super::DEPTH;
use super::cursor::Cursor;
use super::decode::Decoder;
use super::error::Malformed;
use super::token::Kind;
use super::{JsonError, Walker};
use crate::schema::{List, Type};

/// How the result of a call looks.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'r> {
    /// Its type, or that of a row.
    pub ty: &'r Type,
    /// Where the rows are, of a method with pages.
    pub list: Option<&'r List>,
    /// Whether it stays as the wire has it.
    pub raw: bool,
}

/// Who reads an entry of a list or an object: by its name, empty in a list, and its position.
type Entry<'a, 't, 'o> =
    dyn FnMut(&mut Decoder<'t, 'o>, &[u8], usize) -> Result<(), Malformed> + 'a;

/// Writes an answer with its result decoded.
pub(super) fn single(
    walker: Walker,
    text: &[u8],
    shape: Shape<'_>,
    out: &mut Vec<u8>,
) -> Result<(), JsonError> {
    whole(walker, text, out, &mut |answer| {
        answer.each(&mut |answer, name, _| {
            if name == b"result" {
                answer.result(shape)
            } else {
                answer.pass()
            }
        })
    })
}

/// Writes the answer to a batch with the result of each command decoded. Commands have the keys 0, 1, 2…
pub(super) fn batch(
    walker: Walker,
    text: &[u8],
    commands: &[Shape<'_>],
    out: &mut Vec<u8>,
) -> Result<(), JsonError> {
    const RESULTS: [&str; 2] = ["result", "result"];
    whole(walker, text, out, &mut |answer| {
        answer.at(&RESULTS, &mut |results| {
            results.each(&mut |results, name, position| {
                let key = if name.is_empty() { position } else { key(name) };
                match commands.get(key) {
                    Some(shape) => results.result(*shape),
                    None => results.pass(),
                }
            })
        })
    })
}

/// Does something with a whole text.
fn whole<'t>(
    walker: Walker,
    text: &'t [u8],
    out: &mut Vec<u8>,
    work: &mut dyn FnMut(&mut Decoder<'t, '_>) -> Result<(), Malformed>,
) -> Result<(), JsonError> {
    let mut decoder = Decoder::new(walker, Cursor::new(text), out);
    let done = work(&mut decoder);
    decoder.finish(done)
}

/// The number that digits stand for. Keys are those that were sent.
fn key(name: &[u8]) -> usize {
    name.iter().fold(0, |key: usize, digit| {
        key.wrapping_mul(10)
            .wrapping_add(usize::from(digit.wrapping_sub(b'0')))
    })
}

impl<'t, 'o> Decoder<'t, 'o> {
    /// The result of a call.
    fn result(&mut self, shape: Shape<'_>) -> Result<(), Malformed> {
        match shape.list {
            _ if shape.raw => self.pass(),
            None => self.value(shape.ty, DEPTH),
            Some(list) => {
                // The first name of the path is that of the result itself.
                let path = list.rows.get(1..).unwrap_or_default();
                self.at(path, &mut |rows| rows.list_of(shape.ty, DEPTH))
            }
        }
    }

    /// Follows the names of a path and does something there.
    fn at(
        &mut self,
        path: &[&str],
        work: &mut dyn FnMut(&mut Self) -> Result<(), Malformed>,
    ) -> Result<(), Malformed> {
        let Some((step, path)) = path.split_first() else {
            return work(self);
        };
        self.each(&mut |this, name, _| {
            if name == step.as_bytes() {
                this.at(path, work)
            } else {
                this.pass()
            }
        })
    }

    /// Reads the entries of a list or an object; passes anything else.
    fn each(&mut self, entry: &mut Entry<'_, 't, 'o>) -> Result<(), Malformed> {
        let kind = self.cursor.kind()?;
        if !matches!(kind, Kind::List | Kind::Object) {
            return self.pass();
        }
        let mut closed = self.cursor.opens(kind);
        for position in 0.. {
            if closed {
                break;
            }
            if kind == Kind::Object {
                let name = self.cursor.name()?.content();
                entry(self, &name, position)?;
            } else {
                entry(self, b"", position)?;
            }
            closed = self.cursor.ends(kind)?;
        }
        Ok(())
    }

    /// Moves past a value that stays as it is.
    fn pass(&mut self) -> Result<(), Malformed> {
        self.cursor.skip(&mut Vec::new())
    }
}
