//! Reads rows from the text that `pack` made. They are made once and kept for good.

use super::Tables;
use super::pack::{BARE, IGNORED, PAGES, REQUIRED, SELECT_KEY};
use crate::schema::{
    Conditions, Effect, ErrorCode, ErrorText, Event, Field, KINDS, List, Method, Object, ObjectId,
    Type,
};

/// The tables of a packed text.
pub fn unpack(text: &'static str) -> Tables {
    let mut reader = Reader { rest: text };
    Tables {
        methods: reader.list(Reader::method),
        objects: reader.list(Reader::object),
        events: reader.list(Reader::event),
        codes: reader.list(Reader::error_code),
        texts: reader.list(Reader::error_text),
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
        let byte = usize::from(self.byte());
        if byte < 0x40 {
            return byte;
        }
        byte & 0x3f | self.number() << 6
    }

    /// What stands before the next byte below the space.
    fn name(&mut self) -> &'static str {
        let end = self.rest.bytes().position(|byte| byte < b' ');
        let (name, rest) = end
            .and_then(|end| self.rest.split_at_checked(end))
            .unwrap_or_default();
        self.rest = rest;
        name
    }

    fn text(&mut self) -> &'static str {
        let text = self.name();
        self.byte();
        text
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
        let number = self.byte();
        self.ty_of(number)
    }

    fn ty_of(&mut self, number: u8) -> Type {
        match number {
            1 => Type::Text,
            2 => Type::Integer,
            3 => Type::Double,
            4 => Type::Id,
            5 => Type::Boolean,
            6 => Type::Flag,
            7 => Type::Bit,
            8 => Type::Date,
            9 => Type::Datetime,
            10 => Type::File,
            11 => Type::Enum(self.list(Self::text)),
            12 => Type::Listed(self.list(Self::text)),
            13 => Type::List(Box::leak(Box::new(self.ty()))),
            14 => Type::Map(Box::leak(Box::new(self.ty()))),
            15 => Type::Object(self.id()),
            16 => Type::Filter(self.id()),
            17 => Type::Order(self.id()),
            18 => Type::OneOf(self.list(Self::ty)),
            _ => Type::Any,
        }
    }

    fn field(&mut self) -> Field {
        let (name, mark) = (self.name(), self.byte());
        let is_marked = mark >= REQUIRED;
        let ty = if is_marked {
            self.ty()
        } else {
            self.ty_of(mark)
        };
        let required = mark == REQUIRED;
        Field {
            name,
            ty,
            required,
            doc: if required { self.text() } else { "" },
            conditions: match mark {
                BARE => Conditions::Bare,
                IGNORED => Conditions::None,
                _ => Conditions::Any,
            },
        }
    }

    fn method(&mut self) -> Method {
        let (name, mark) = (self.name(), self.byte());
        Method {
            name,
            effect: match mark & 3 {
                0 => Effect::Read,
                2 => Effect::Create,
                3 => Effect::Delete,
                _ => Effect::Write,
            },
            params: self.list(Self::field),
            result: self.ty(),
            list: (mark & PAGES != 0).then(|| List {
                page: self.text(),
                rows: self.list(Self::text),
                select_key: mark & SELECT_KEY != 0,
            }),
        }
    }

    fn object(&mut self) -> Object {
        Object {
            fields: self.list(Self::field),
        }
    }

    fn event(&mut self) -> Event {
        Event {
            name: self.name(),
            data: self.ty(),
        }
    }

    fn error_code(&mut self) -> ErrorCode {
        let (code, mark) = (self.name(), self.byte());
        ErrorCode {
            code,
            kind: kind(mark >> 1),
            retryable: mark & 1 == 1,
        }
    }

    fn error_text(&mut self) -> ErrorText {
        ErrorText {
            contains: self.name(),
            kind: kind(self.byte()),
        }
    }
}

fn kind(number: u8) -> &'static str {
    KINDS.get(usize::from(number)).copied().unwrap_or_default()
}
