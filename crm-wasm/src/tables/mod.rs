//! The rows that the generator wrote from the spec: methods, objects, events and error codes.
//!
//! The compiler packs them into one text ([`pack`]), which is read into rows at first use ([`unpack`]): the pointers between
//! rows weigh three times as much as the names in them. In the module only the text remains.

pub mod pack;
pub mod unpack;

use std::cell::Cell;

use crate::schema::{ErrorCode, ErrorText, Event, Method, Object};

/// The rows as the generator wrote them.
mod rows {
    #[allow(
        clippy::wildcard_imports,
        reason = "the generator knows which rows there are"
    )]
    use crate::schema::*;

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// The tables to be packed, or as they were unpacked.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    /// Sorted by the wire's name.
    pub methods: &'static [Method],
    /// Where `Type::Object` points.
    pub objects: &'static [Object],
    /// What events tell.
    pub events: &'static [Event],
    /// What error codes mean.
    pub codes: &'static [ErrorCode],
    /// What texts mean where codes say nothing, in the order in which they are tried.
    pub texts: &'static [ErrorText],
}

const ROWS: Tables = Tables {
    methods: &rows::METHODS,
    objects: &rows::OBJECTS,
    events: &rows::EVENTS,
    codes: &rows::ERROR_CODES,
    texts: &rows::ERROR_TEXTS,
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
