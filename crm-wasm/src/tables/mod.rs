//! The rows that the generator wrote from the spec: methods, objects, events and error codes.
//!
//! The compiler packs methods and objects into one text ([`pack`]), which is read into rows at first use ([`unpack`]): the
//! pointers between rows weigh three times as much as the names in them. In the module only the text remains. The few rows of
//! events and errors stay as they are.

pub mod pack;
pub mod unpack;

use std::cell::Cell;

use crate::schema::{Event, Method, Object, Type};

/// The rows as the generator wrote them.
mod rows {
    #[allow(
        clippy::wildcard_imports,
        reason = "the generator knows which rows there are"
    )]
    use crate::schema::*;

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

pub use rows::{ERROR_CODES, ERROR_TEXTS};

/// The name of each event and the type of its data.
pub static EVENTS: [(&str, Type); rows::EVENTS.len()] = events(&rows::EVENTS);

/// Takes the rows apart, so that the module holds no more of them.
const fn events<const N: usize>(rows: &[Event; N]) -> [(&'static str, Type); N] {
    let mut events = [("", Type::Any); N];
    let mut at = 0;
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "it runs in the compiler"
    )]
    while at < N {
        events[at] = (rows[at].name, rows[at].data);
        at += 1;
    }
    events
}

/// The tables to be packed, or as they were unpacked.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    /// Sorted by the wire's name.
    pub methods: &'static [Method],
    /// Where `Type::Object` points.
    pub objects: &'static [Object],
}

const ROWS: Tables = Tables {
    methods: &rows::METHODS,
    objects: &rows::OBJECTS,
};

const PACKED: pack::Packed = pack::pack(&ROWS);
static BYTES: [u8; PACKED.len()] = PACKED.bytes();
static TEXT: &str = pack::as_text(&BYTES);

thread_local! {
    static TABLES: Cell<Option<Tables>> = const { Cell::new(None) };
}

/// The tables.
pub fn tables() -> Tables {
    // `get` and `set` would bring the words of a panic along for a thread that ends.
    let known = TABLES.try_with(Cell::get).ok().flatten();
    known.unwrap_or_else(|| {
        let tables = unpack::unpack(TEXT);
        let _ = TABLES.try_with(|known| known.set(Some(tables)));
        tables
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows that the compiler still has are the oracle.
    #[test]
    fn what_was_packed_is_unpacked() {
        assert_eq!(format!("{:#?}", tables()), format!("{ROWS:#?}"));
        assert!(
            tables().methods.len() > 60,
            "the whole spec is in the tables"
        );
    }
}
