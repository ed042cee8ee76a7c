//! Packs the rows, in the compiler.
//!
//! A text ends in a zero byte, a number is two bytes of seven bits, a list is its length and its items, a type is a letter and
//! what belongs to it. All of it is UTF-8.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::large_stack_arrays,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "it runs in the compiler, where a panic is an error of the build"
)]

use super::Tables;
use crate::schema::{Conditions, Effect, Field, List, Type};

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
        assert!(number < 1 << 14, "a number has two bytes of seven bits");
        self.byte((number >> 7) as u8);
        self.byte((number & 0x7f) as u8);
    }

    const fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            assert!(bytes[at] != 0, "a zero byte ends a text");
            self.byte(bytes[at]);
            at += 1;
        }
        self.byte(0);
    }

    const fn flag(&mut self, flag: bool) {
        self.byte(if flag { b'Y' } else { b'N' });
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
        self.byte(letter(ty));
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
            self.text(name);
            self.ty(ty);
            self.byte(match conditions {
                Conditions::Any if *required => b'Y',
                Conditions::Any => b'N',
                Conditions::Bare => b'B',
                Conditions::None => b'X',
            });
            assert!(
                !*required || matches!(conditions, Conditions::Any),
                "one letter is for both"
            );
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
            self.text(row.name);
            self.byte(match row.effect {
                Effect::Read => b'r',
                Effect::Write => b'w',
                Effect::Create => b'c',
                Effect::Delete => b'd',
            });
            self.fields(row.params);
            self.ty(&row.result);
            self.flag(row.list.is_some());
            if let Some(list) = &row.list {
                self.list(list);
            }
            at += 1;
        }
    }

    const fn list(&mut self, list: &List) {
        let List {
            page,
            rows,
            key,
            select_key,
        } = list;
        self.text(page);
        self.texts(rows);
        self.text(key);
        self.flag(*select_key);
    }

    const fn objects(&mut self, tables: &Tables) {
        self.number(tables.objects.len());
        let mut at = 0;
        while at < tables.objects.len() {
            self.text(tables.objects[at].name);
            self.fields(tables.objects[at].fields);
            at += 1;
        }
    }
}

/// What stands for a type; `unpack` knows them too.
const fn letter(ty: &Type) -> u8 {
    match ty {
        Type::Any => b'a',
        Type::Text => b't',
        Type::Integer => b'i',
        Type::Double => b'd',
        Type::Id => b'n',
        Type::Boolean => b'b',
        Type::Flag => b'y',
        Type::Bit => b'1',
        Type::Date => b'D',
        Type::Datetime => b'T',
        Type::File => b'F',
        Type::Enum(_) => b'e',
        Type::Listed(_) => b'l',
        Type::List(_) => b'[',
        Type::Map(_) => b'{',
        Type::Object(_) => b'o',
        Type::Filter(_) => b'q',
        Type::Order(_) => b's',
        Type::OneOf(_) => b'|',
    }
}
