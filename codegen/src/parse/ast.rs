//! The spec as it is written: texts and their places, nothing resolved yet.

use serde_json::Value as Json;

use crate::{
    arena::Id,
    model::{Context, Effect, ErrorKind},
    source::{SourceFile, Span, Spanned},
};

/// What one file declares.
#[derive(Debug)]
pub struct File {
    /// The file.
    pub id: Id<SourceFile>,
    /// `[family]`, missing where a file only declares errors or names.
    pub family: Option<Family>,
    /// `[object.…]`.
    pub objects: Vec<Object>,
    /// `[method.…]`.
    pub methods: Vec<Method>,
    /// `[event.…]`.
    pub events: Vec<Event>,
    /// `[placement.…]`.
    pub placements: Vec<Placement>,
    /// `[error.…]`.
    pub errors: Vec<ErrorCode>,
    /// `[[message]]`.
    pub messages: Vec<Message>,
    /// `[[correction]]`.
    pub corrections: Vec<Correction>,
    /// `[names]`.
    pub names: Names,
}

/// `[names]`.
#[derive(Debug, Default)]
pub struct Names {
    pub entities: Vec<Spanned<String>>,
    pub directories: Vec<Spanned<String>>,
}

/// `[family]`.
#[derive(Debug)]
pub struct Family {
    pub name: Spanned<String>,
    pub prefix: Option<Spanned<String>>,
    pub scope: String,
    pub doc: String,
    pub page: String,
}

/// `[object.Name]`.
#[derive(Debug)]
pub struct Object {
    pub name: Spanned<String>,
    pub doc: String,
    pub open: Vec<Spanned<String>>,
    pub nullable: bool,
    pub multifield: bool,
    pub groups: bool,
    pub fields: Vec<Field>,
}

/// A parameter or a field.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the spec's own keys, independent of one another"
)]
pub struct Field {
    pub name: Spanned<String>,
    pub ty: Spanned<String>,
    pub input: Option<Spanned<String>>,
    /// None where it was left out.
    pub doc: Option<String>,
    pub title: String,
    pub required: bool,
    pub default: Option<Spanned<Json>>,
    pub values: Option<Values>,
    pub other_values: bool,
    pub readonly: bool,
    pub immutable: bool,
    pub import: bool,
    pub writeonly: bool,
    pub nullable: Option<bool>,
    pub optional: bool,
    pub deprecated: Option<String>,
    pub filter: bool,
    pub order: bool,
    pub select: bool,
}

/// The values listed for a field.
#[derive(Debug)]
pub struct Values {
    pub items: Vec<Value>,
    pub span: Span,
}

/// A listed value and its meaning, which may be empty.
#[derive(Debug)]
pub struct Value {
    pub json: Spanned<Json>,
    pub doc: String,
    /// Written as a key, which is always a text: a number's digits may stand for a number.
    pub is_key: bool,
}

/// `[method.name]`.
#[derive(Debug)]
pub struct Method {
    pub name: Spanned<String>,
    pub doc: String,
    pub page: String,
    pub effect: Effect,
    pub context: Option<Context>,
    pub admin: bool,
    pub params: Vec<Field>,
    pub result: Answer,
    pub list: Option<List>,
    pub errors: Vec<MethodError>,
    pub deprecated: Option<Deprecated>,
}

/// A method's `result`.
#[derive(Debug)]
pub struct Answer {
    pub ty: Spanned<String>,
    pub nullable: bool,
    pub doc: String,
}

/// A method's `list`.
#[derive(Debug)]
pub struct List {
    pub page: Spanned<String>,
    pub rows: String,
    pub key: Option<Spanned<String>>,
    pub select_key: bool,
}

/// An error a method documents.
#[derive(Debug)]
pub enum MethodError {
    /// Only a code, declared for the whole portal.
    Code(Spanned<String>),
    /// A code, perhaps empty, with its own meaning.
    Described {
        code: String,
        text: String,
        doc: String,
    },
}

/// A method's `deprecated`.
#[derive(Debug)]
pub struct Deprecated {
    pub instead: String,
    pub doc: String,
}

/// `[event.name]`.
#[derive(Debug)]
pub struct Event {
    pub name: Spanned<String>,
    pub doc: String,
    pub page: String,
    pub data: Spanned<String>,
}

/// `[placement.CODE]`.
#[derive(Debug)]
pub struct Placement {
    pub code: Spanned<String>,
    pub doc: String,
    pub page: String,
    pub options: Option<Spanned<String>>,
    pub bind: Option<Spanned<String>>,
    pub commands: Vec<String>,
    pub events: Vec<String>,
}

/// `[error.CODE]`.
#[derive(Debug)]
pub struct ErrorCode {
    pub code: Spanned<String>,
    pub kind: ErrorKind,
    pub status: Option<u16>,
    pub retryable: bool,
    pub doc: String,
}

/// `[[message]]`.
#[derive(Debug)]
pub struct Message {
    pub contains: Spanned<String>,
    pub kind: ErrorKind,
}

/// `[[correction]]`.
#[derive(Debug)]
pub struct Correction {
    pub name: Spanned<String>,
    pub at: String,
    pub says: String,
    pub fact: String,
    pub source: String,
}
