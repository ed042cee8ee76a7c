//! The shapes of values.

use super::Object;
use crate::arena::Id;

/// The shape of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A type without parts.
    Plain(Plain),
    /// The number of a record of that entity.
    Id(String),
    /// An entry of that directory.
    Status(String),
    /// One of the field's values.
    Enum,
    /// A named object.
    Object(Id<Object>),
    /// A list.
    List(Box<Type>),
    /// A map from names.
    Map(Box<Type>),
    /// The first of these that fits.
    OneOf(Vec<Type>),
    /// Names of an object's fields, and masks.
    Select(Id<Object>),
    /// Conditions on an object's fields.
    Filter(Id<Object>),
    /// Directions by an object's fields.
    Order(Id<Object>),
    /// The name of an event.
    Event,
    /// The code of a placement.
    Placement,
}

/// The types without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// Anything.
    Any,
    /// A line of text.
    String,
    /// Text of several lines.
    Text,
    /// An address on the web.
    Url,
    /// A whole number.
    Integer,
    /// A number.
    Double,
    /// true or false.
    Boolean,
    /// A boolean, Y or N on the wire.
    Flag,
    /// A boolean, 1 or 0 on the wire.
    Bit,
    /// A calendar date.
    Date,
    /// A moment.
    Datetime,
    /// A file.
    File,
}

impl Plain {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Any,
        Self::String,
        Self::Text,
        Self::Url,
        Self::Integer,
        Self::Double,
        Self::Boolean,
        Self::Flag,
        Self::Bit,
        Self::Date,
        Self::Datetime,
        Self::File,
    ];

    /// The spec's word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::String => "string",
            Self::Text => "text",
            Self::Url => "url",
            Self::Integer => "integer",
            Self::Double => "double",
            Self::Boolean => "boolean",
            Self::Flag => "flag",
            Self::Bit => "bit",
            Self::Date => "date",
            Self::Datetime => "datetime",
            Self::File => "file",
        }
    }
}
