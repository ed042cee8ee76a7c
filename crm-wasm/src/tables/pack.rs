//! Packs the rows, in the compiler.
//!
//! A name ends where a byte below the space says what is named: the type of a field, the effect of a method. Other texts end
//! in a zero byte. A number is bytes of six bits, the lowest first, with a bit for one more to come; a list is its length and
//! its items; a type is its number and what belongs to it. All of it is UTF-8.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::large_stack_arrays,
    missing_docs,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "it runs in the compiler, where a panic is an error of the build"
)]

use super::Tables;
use crate::schema::{Conditions, Effect, ErrorCode, ErrorText, Field, KINDS, List, Type};

/// More than all documented methods need.
const CAPACITY: usize = 512 * 1024;

/// The packed rows and the room that is left after them.
pub struct Packed {
    bytes: [u8; CAPACITY],
    length: usize,
}

/// Packs tables.
pub const fn pack(tables: &Tables) -> Packed {
    let mut packed = Packed {
        bytes: [0; CAPACITY],
        length: 0,
    };
    packed.methods(tables);
    packed.objects(tables);
    packed.events(tables);
    packed.errors(tables);
    packed
}

/// The packed bytes as text.
pub const fn as_text(bytes: &[u8]) -> &str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("names are UTF-8 and numbers have seven bits"),
    }
}

impl Packed {
    /// How many bytes there are.
    #[expect(clippy::len_without_is_empty, reason = "tables are never empty")]
    pub const fn len(&self) -> usize {
        self.length
    }

    /// The bytes without the room after them.
    pub const fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        let mut at = 0;
        while at < N {
            bytes[at] = self.bytes[at];
            at += 1;
        }
        bytes
    }

    const fn byte(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    const fn number(&mut self, number: usize) {
        let low = (number & 0x3f) as u8;
        if number < 0x40 {
            self.byte(low);
        } else {
            self.byte(0x40 | low);
            self.number(number >> 6);
        }
    }

    const fn name(&mut self, name: &str) {
        let bytes = name.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            assert!(bytes[at] >= b' ', "a byte below the space ends a text");
            self.byte(bytes[at]);
            at += 1;
        }
    }

    const fn text(&mut self, text: &str) {
        self.name(text);
        self.byte(0);
    }

    const fn texts(&mut self, texts: &[&str]) {
        self.number(texts.len());
        let mut at = 0;
        while at < texts.len() {
            self.text(texts[at]);
            at += 1;
        }
    }

    const fn ty(&mut self, ty: &Type) {
        self.byte(number(ty));
        match ty {
            Type::Enum(values) | Type::Listed(values) => self.texts(values),
            Type::List(item) | Type::Map(item) => self.ty(item),
            Type::Object(id) | Type::Filter(id) | Type::Order(id) => self.number(*id as usize),
            Type::OneOf(types) => {
                self.number(types.len());
                let mut at = 0;
                while at < types.len() {
                    self.ty(&types[at]);
                    at += 1;
                }
            }
            _ => {}
        }
    }

    const fn fields(&mut self, fields: &[Field]) {
        self.number(fields.len());
        let mut at = 0;
        while at < fields.len() {
            let Field {
                name,
                ty,
                required,
                doc,
                conditions,
            } = &fields[at];
            self.name(name);
            match conditions {
                Conditions::Any if *required => self.byte(REQUIRED),
                Conditions::Any => {}
                Conditions::Bare => self.byte(BARE),
                Conditions::None => self.byte(IGNORED),
            }
            assert!(
                !*required || matches!(conditions, Conditions::Any),
                "one mark is for both"
            );
            self.ty(ty);
            if *required {
                self.text(doc);
            }
            at += 1;
        }
    }

    const fn methods(&mut self, tables: &Tables) {
        self.number(tables.methods.len());
        let mut at = 0;
        while at < tables.methods.len() {
            let row = &tables.methods[at];
            self.name(row.name);
            let effect = match row.effect {
                Effect::Read => 0,
                Effect::Write => 1,
                Effect::Create => 2,
                Effect::Delete => 3,
            };
            self.byte(match &row.list {
                None => effect,
                Some(list) if list.select_key => effect | PAGES | SELECT_KEY,
                Some(_) => effect | PAGES,
            });
            self.fields(row.params);
            self.ty(&row.result);
            if let Some(List { page, rows, .. }) = &row.list {
                self.text(page);
                self.texts(rows);
            }
            at += 1;
        }
    }

    const fn objects(&mut self, tables: &Tables) {
        self.number(tables.objects.len());
        let mut at = 0;
        while at < tables.objects.len() {
            self.fields(tables.objects[at].fields);
            at += 1;
        }
    }

    const fn events(&mut self, tables: &Tables) {
        self.number(tables.events.len());
        let mut at = 0;
        while at < tables.events.len() {
            self.name(tables.events[at].name);
            self.ty(&tables.events[at].data);
            at += 1;
        }
    }

    const fn errors(&mut self, tables: &Tables) {
        self.number(tables.codes.len());
        let mut at = 0;
        while at < tables.codes.len() {
            let ErrorCode {
                code,
                kind,
                retryable,
            } = tables.codes[at];
            self.name(code);
            self.byte(kind_number(kind) << 1 | retryable as u8);
            at += 1;
        }
        self.number(tables.texts.len());
        let mut at = 0;
        while at < tables.texts.len() {
            let ErrorText { contains, kind } = tables.texts[at];
            self.name(contains);
            self.byte(kind_number(kind));
            at += 1;
        }
    }
}

/// Marks of fields, before their types.
pub const REQUIRED: u8 = 29;
pub const BARE: u8 = 30;
pub const IGNORED: u8 = 31;

/// Bits of a method's effect.
pub const PAGES: u8 = 4;
pub const SELECT_KEY: u8 = 8;

/// What stands for a type; `unpack` knows them too.
const fn number(ty: &Type) -> u8 {
    match ty {
        Type::Any => 0,
        Type::Text => 1,
        Type::Integer => 2,
        Type::Double => 3,
        Type::Id => 4,
        Type::Boolean => 5,
        Type::Flag => 6,
        Type::Bit => 7,
        Type::Date => 8,
        Type::Datetime => 9,
        Type::File => 10,
        Type::Enum(_) => 11,
        Type::Listed(_) => 12,
        Type::List(_) => 13,
        Type::Map(_) => 14,
        Type::Object(_) => 15,
        Type::Filter(_) => 16,
        Type::Order(_) => 17,
        Type::OneOf(_) => 18,
    }
}

const fn kind_number(kind: &str) -> u8 {
    let mut at = 0;
    while !is_same(KINDS[at], kind) {
        at += 1;
    }
    at as u8
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}
