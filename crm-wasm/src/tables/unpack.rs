//! Reads rows from the text that `pack` made. They are made once and kept for good.

use super::Tables;
use crate::schema::{Conditions, Effect, Field, List, Method, Object, ObjectId, Type};

/// The tables of a packed text.
pub fn unpack(text: &'static str) -> Tables {
    let mut reader = Reader { rest: text };
    Tables {
        methods: reader.list(Reader::method),
        objects: reader.list(Reader::object),
    }
}

/// What is still to be read.
struct Reader {
    rest: &'static str,
}

impl Reader {
    fn byte(&mut self) -> u8 {
        let (byte, rest) = self.rest.split_at_checked(1).unwrap_or_default();
        self.rest = rest;
        byte.bytes().next().unwrap_or_default()
    }

    fn number(&mut self) -> usize {
        let high = usize::from(self.byte());
        high << 7 | usize::from(self.byte())
    }

    fn text(&mut self) -> &'static str {
        let end = self.rest.bytes().position(|byte| byte == 0);
        let (text, rest) = end
            .and_then(|end| self.rest.split_at_checked(end))
            .unwrap_or_default();
        self.rest = rest.get(1..).unwrap_or_default();
        text
    }

    fn flag(&mut self) -> bool {
        self.byte() == b'Y'
    }

    fn list<T>(&mut self, read: fn(&mut Self) -> T) -> &'static [T] {
        let count = self.number();
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(read(self));
        }
        items.leak()
    }

    fn id(&mut self) -> ObjectId {
        ObjectId::try_from(self.number()).unwrap_or_default()
    }

    fn ty(&mut self) -> Type {
        match self.byte() {
            b't' => Type::Text,
            b'i' => Type::Integer,
            b'd' => Type::Double,
            b'n' => Type::Id,
            b'b' => Type::Boolean,
            b'y' => Type::Flag,
            b'1' => Type::Bit,
            b'D' => Type::Date,
            b'T' => Type::Datetime,
            b'F' => Type::File,
            b'e' => Type::Enum(self.list(Self::text)),
            b'l' => Type::Listed(self.list(Self::text)),
            b'[' => Type::List(Box::leak(Box::new(self.ty()))),
            b'{' => Type::Map(Box::leak(Box::new(self.ty()))),
            b'o' => Type::Object(self.id()),
            b'q' => Type::Filter(self.id()),
            b's' => Type::Order(self.id()),
            b'|' => Type::OneOf(self.list(Self::ty)),
            _ => Type::Any,
        }
    }

    fn field(&mut self) -> Field {
        let (name, ty, mark) = (self.text(), self.ty(), self.byte());
        let required = mark == b'Y';
        Field {
            name,
            ty,
            required,
            doc: if required { self.text() } else { "" },
            conditions: match mark {
                b'B' => Conditions::Bare,
                b'X' => Conditions::None,
                _ => Conditions::Any,
            },
        }
    }

    fn method(&mut self) -> Method {
        Method {
            name: self.text(),
            effect: match self.byte() {
                b'r' => Effect::Read,
                b'c' => Effect::Create,
                b'd' => Effect::Delete,
                _ => Effect::Write,
            },
            params: self.list(Self::field),
            result: self.ty(),
            list: self.flag().then(|| List {
                page: self.text(),
                rows: self.list(Self::text),
                key: self.text(),
                select_key: self.flag(),
            }),
        }
    }

    fn object(&mut self) -> Object {
        Object {
            name: self.text(),
            fields: self.list(Self::field),
        }
    }
}
