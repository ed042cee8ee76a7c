//! The rows that the generator wrote from the spec: methods, objects, events and error codes.
//!
//! The compiler packs them into one text ([`pack`]), which is read into rows at first use ([`unpack`]): the pointers between
//! rows weigh three times as much as the names in them, packed and unpacked they weigh nothing. In the module only the text
//! remains.

pub mod pack;
pub mod unpack;

use std::sync::LazyLock;

use crate::schema::{ErrorCode, ErrorText, Event, Method, Object};

/// The rows as the generator wrote them.
mod rows {
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
    /// Sorted by the wire's name.
    pub events: &'static [Event],
    /// Sorted by code.
    pub error_codes: &'static [ErrorCode],
    /// In the order in which they are tried.
    pub error_texts: &'static [ErrorText],
}

const ROWS: Tables = Tables {
    methods: &rows::METHODS,
    objects: &rows::OBJECTS,
    events: &rows::EVENTS,
    error_codes: &rows::ERROR_CODES,
    error_texts: &rows::ERROR_TEXTS,
};

const PACKED: pack::Packed = pack::pack(&ROWS);
static BYTES: [u8; PACKED.len()] = PACKED.bytes();
static TEXT: &str = pack::as_text(&BYTES);
static TABLES: LazyLock<Tables> = LazyLock::new(|| unpack::unpack(TEXT));

/// The tables.
pub fn tables() -> &'static Tables {
    &TABLES
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows that the compiler still has are the oracle.
    #[test]
    fn what_was_packed_is_unpacked() {
        assert_eq!(format!("{:#?}", tables()), format!("{ROWS:#?}"));
        assert!(tables().methods.len() > 60, "the whole spec is in the tables");
    }
}
