//! The rows the generator writes: what every method takes and gives, as data that one engine interprets.

/// What sending a call twice would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Changes nothing.
    Read,
    /// Sets a state: twice is as once.
    Write,
    /// Makes something new each time.
    Create,
    /// Removes: twice is as once.
    Delete,
}

/// A method of the portal.
#[derive(Debug)]
pub struct Method {
    /// The wire's name, `crm.lead.contact.add`.
    pub name: &'static str,
    /// What sending it twice would do.
    pub effect: Effect,
    /// Its parameters.
    pub params: &'static [Field],
    /// Its result; of one row when `list` is set.
    pub result: Type,
    /// Where its pages are, for methods that answer in pages.
    pub list: Option<List>,
}

/// How a method pages.
#[derive(Debug)]
pub struct List {
    /// The parameter that asks for a page, `start`.
    pub page: &'static str,
    /// The path to the rows in the answer, `["result"]`.
    pub rows: &'static [&'static str],
    /// Whether rows have their key only when it is selected.
    pub select_key: bool,
}

/// A named object.
#[derive(Debug)]
pub struct Object {
    /// The declared fields, sorted by name (bytewise) for lookup.
    pub fields: &'static [Field],
}

/// A parameter of a method or a field of an object.
#[derive(Debug)]
pub struct Field {
    /// The wire's name.
    pub name: &'static str,
    /// What it holds.
    pub ty: Type,
    /// Whether a call without it is refused.
    pub required: bool,
    /// What it is, for the message that it is missing; empty unless required.
    pub doc: &'static str,
    /// What conditions on it work.
    pub conditions: Conditions,
}

/// What conditions on a field work. Those that do not, the portal leaves out without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conditions {
    /// With any operator.
    Any,
    /// Without an operator only, as for multi-fields.
    Bare,
    /// None.
    None,
}

/// The position of an object in `tables::OBJECTS`.
pub type ObjectId = u16;

/// The shape of a value.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// Passes through untouched.
    Any,
    /// A string.
    Text,
    /// A whole number, a string of digits on the wire.
    Integer,
    /// A number, a decimal string on the wire.
    Double,
    /// A whole number above 0 that names a record.
    Id,
    /// A boolean, true or false on the wire.
    Boolean,
    /// A boolean, "Y" or "N" on the wire.
    Flag,
    /// A boolean, 1 or 0 on the wire.
    Bit,
    /// A calendar date, `YYYY-MM-DD`.
    Date,
    /// A moment, ISO 8601.
    Datetime,
    /// A file: `{"fileData":[name, base64]}` when sent, a description when received.
    File,
    /// One of these strings.
    Enum(&'static [&'static str]),
    /// One of these whole numbers, strings of digits on the wire.
    Listed(&'static [&'static str]),
    /// A list; an empty map counts as one.
    List(&'static Type),
    /// A map from names to values; an empty list counts as one.
    Map(&'static Type),
    /// A named object.
    Object(ObjectId),
    /// Conditions on an object's fields: operators stand in front of the names.
    Filter(ObjectId),
    /// Directions by an object's field names.
    Order(ObjectId),
    /// The first of these that fits.
    OneOf(&'static [Type]),
}

/// An event of the portal.
#[derive(Debug)]
pub struct Event {
    /// The wire's name, `ONCRMLEADADD`.
    pub name: &'static str,
    /// The shape of its `data`.
    pub data: Type,
}

/// The kinds of errors that a portal may tell.
pub const KINDS: [&str; 6] = [
    "validation",
    "permission",
    "auth",
    "notFound",
    "limit",
    "server",
];

/// What an error code means.
#[derive(Debug)]
pub struct ErrorCode {
    /// The wire's code, upper case.
    pub code: &'static str,
    /// The `kind` a caller sees, `limit`.
    pub kind: &'static str,
    /// Whether the same call may succeed later.
    pub retryable: bool,
}

/// What a text means where the code says nothing.
#[derive(Debug)]
pub struct ErrorText {
    /// Part of the description, lower case.
    pub contains: &'static str,
    /// The `kind` a caller sees.
    pub kind: &'static str,
}
