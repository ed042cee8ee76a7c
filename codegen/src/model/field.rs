//! Parameters and fields, which the spec declares alike.

use serde::Serialize;
use serde_json::Value as Json;

use super::Type;

/// A parameter of a method or a field of an object.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the spec's own keys, independent of one another"
)]
pub struct Field {
    /// The wire's name.
    pub name: String,
    /// What it holds.
    pub ty: Type,
    /// What is sent for it, where that is of another type.
    pub input: Option<Type>,
    /// What it is; an object's own sentence where the spec gives none.
    pub doc: String,
    /// What people call it in the portal; may be empty.
    pub title: String,
    /// Whether it must be sent.
    pub required: bool,
    /// What the portal assumes when it is left out.
    pub default: Option<Json>,
    /// The documented values; empty where anything of the type goes.
    pub values: Vec<Value>,
    /// Whether the portal may know more values than those.
    pub other_values: bool,
    /// Comes back, cannot be sent.
    pub readonly: bool,
    /// Can be sent when the object is created, not later.
    pub immutable: bool,
    /// Although read-only, can be sent when the object is created by an import.
    pub import: bool,
    /// Can be sent, never comes back.
    pub writeonly: bool,
    /// May come back as null.
    pub nullable: bool,
    /// May be missing from an answer.
    pub optional: bool,
    /// A sentence about what to use instead; empty where there is none to give.
    pub deprecated: Option<String>,
    /// Whether conditions on it work.
    pub filter: bool,
    /// Whether results can be sorted by it.
    pub order: bool,
    /// Whether it can be selected.
    pub select: bool,
}

impl Field {
    /// The type of what is sent.
    pub fn sent(&self) -> &Type {
        self.input.as_ref().unwrap_or(&self.ty)
    }

    /// Whether it can be sent when the object is created.
    pub fn sent_on_create(&self) -> bool {
        !self.readonly || self.import
    }

    /// Whether it can be sent when the object exists.
    pub fn sent_on_change(&self) -> bool {
        !self.readonly && !self.immutable
    }
}

/// A documented value.
#[derive(Clone, Debug, Serialize)]
pub struct Value {
    /// A text or a whole number.
    pub value: Json,
    /// What it means; may be empty.
    pub doc: String,
}

impl Value {
    /// As it stands on the wire, without quotes.
    pub fn text(&self) -> String {
        self.value
            .as_str()
            .map_or_else(|| self.value.to_string(), str::to_owned)
    }
}
