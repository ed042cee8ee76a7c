//! A small portal's objects, written as the generator writes them.

use crm_wasm::json::{JsonError, Problem, Walker};
use crm_wasm::schema::{Conditions, Field, List, Object, Type};

pub const fn field(name: &'static str, ty: Type) -> Field {
    Field {
        name,
        ty,
        required: false,
        doc: "",
        conditions: Conditions::Any,
    }
}

pub const fn required(name: &'static str, ty: Type, doc: &'static str) -> Field {
    Field {
        name,
        ty,
        required: true,
        doc,
        conditions: Conditions::Any,
    }
}

/// A field with conditions that the portal would ignore.
pub const fn ignored(name: &'static str, ty: Type, conditions: Conditions) -> Field {
    Field {
        conditions,
        ..field(name, ty)
    }
}

pub const LEAD: Type = Type::Object(0);
pub const LINK: Type = Type::Object(1);
pub const PHONE: Type = Type::Object(2);
pub const NODE: Type = Type::Object(3);
pub const TEXT_SETTINGS: Type = Type::Object(4);
pub const LIST_SETTINGS: Type = Type::Object(5);

/// Sorted by name within each object, as the tables are.
pub static OBJECTS: [Object; 6] = [
    Object {
        fields: &[
            field("BIRTHDATE", Type::Date),
            field("CONTACT_IDS", Type::List(&Type::Id)),
            field("DATE_CREATE", Type::Datetime),
            field("DISCOUNT_TYPE_ID", Type::Listed(&["1", "2"])),
            field("ID", Type::Id),
            field("IS_RETURN_CUSTOMER", Type::Flag),
            field("LABELS", Type::Map(&Type::Text)),
            field("OPENED", Type::Bit),
            field("OPPORTUNITY", Type::Double),
            ignored("PHONE", Type::List(&PHONE), Conditions::Bare),
            ignored("PHOTO", Type::File, Conditions::None),
            field("SECRET_CODE", Type::Integer),
            field("SORT", Type::Integer),
            field("STATUS_SEMANTIC_ID", Type::Enum(&["P", "S", "F"])),
            field("SYSTEM", Type::Boolean),
            field("TITLE", Type::Text),
        ],
    },
    Object {
        fields: &[
            required("CONTACT_ID", Type::Id, "The contact to link."),
            field("IS_PRIMARY", Type::Flag),
            field("SORT", Type::Integer),
        ],
    },
    Object {
        fields: &[
            field("ID", Type::Id),
            field("VALUE", Type::Text),
            field("VALUE_TYPE", Type::Text),
        ],
    },
    Object {
        fields: &[field("child", NODE), field("n", Type::Integer)],
    },
    Object {
        fields: &[
            field("DEFAULT_VALUE", Type::Text),
            field("ROWS", Type::Integer),
        ],
    },
    Object {
        fields: &[
            field("DEFAULT_VALUE", Type::Integer),
            field("HEIGHT", Type::Integer),
        ],
    },
];

pub const WALKER: Walker = Walker::new(&OBJECTS);

pub const PAGES: List = List {
    page: "start",
    rows: &["result"],
    select_key: false,
};

/// What a caller gets for a text of a type.
pub fn decoded(text: &str, ty: &Type) -> String {
    decoded_by(WALKER, text, ty)
}

/// The same with other objects.
pub fn decoded_by(walker: Walker, text: &str, ty: &Type) -> String {
    written(|out| walker.decode(text.as_bytes(), ty, out))
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What something writes, which is UTF-8.
pub fn written(
    work: impl FnOnce(&mut Vec<u8>) -> Result<(), JsonError>,
) -> Result<String, JsonError> {
    let mut out = Vec::new();
    work(&mut out).map(|()| String::from_utf8(out).unwrap())
}

/// What is sent for parameters, or every problem as a line.
pub fn encoded(text: &str, params: &'static [Field]) -> Result<String, Vec<String>> {
    encoded_by(WALKER, text, params)
}

/// The same with other objects.
pub fn encoded_by(
    walker: Walker,
    text: &str,
    params: &'static [Field],
) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let sent = written(|out| {
        problems = walker.encode(text.as_bytes(), params, out)?;
        Ok(())
    });
    let sent = sent.unwrap_or_else(|error| panic!("{text}: {error}"));
    let lines = problems
        .into_iter()
        .map(|Problem { path, message }| String::from_utf8([path, message].join(&b' ')).unwrap());
    let lines: Vec<_> = lines.collect();
    if lines.is_empty() {
        Ok(sent)
    } else {
        Err(lines)
    }
}
