//! Events: who is told what happened, and how (reference §6).

use serde_json::{Value, json};

use crate::entity::Kind;
use crate::rest::dispatch::{Context, Method};
use crate::store::userfields::Userfield;

pub mod application;
pub mod bind;
pub mod delivery;
pub mod letter;
pub mod offline;
pub mod queue;

/// The methods of this module.
pub const METHODS: &[Method] = &[
    Method::new("events", "", Context::App, bind::list),
    Method::new("event.bind", "", Context::App, bind::bind),
    Method::new("event.unbind", "", Context::App, bind::unbind),
    Method::new("event.get", "", Context::App, bind::get),
    Method::new("event.offline.get", "", Context::App, offline::get),
    Method::new("event.offline.list", "", Context::App, offline::list),
    Method::new("event.offline.clear", "", Context::App, offline::clear),
    Method::new("event.offline.error", "", Context::App, offline::error),
];

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Fired {
    /// The event, upper case.
    pub event: String,
    /// What is told about it; null for nothing.
    pub data: Value,
}

impl Fired {
    /// A record was added, changed or deleted: ADD, UPDATE, DELETE.
    pub fn record(kind: Kind, action: &str, id: i64) -> Self {
        Self {
            event: format!("ONCRM{}{action}", kind.upper()),
            data: json!({ "FIELDS": { "ID": id.to_string() } }),
        }
    }

    /// A custom field was added, changed or deleted, or its items set.
    pub fn userfield(action: &str, field: &Userfield) -> Self {
        let kind = Kind::from_userfield_owner(&field.entity_id).unwrap_or(Kind::Lead);
        Self {
            event: format!("ONCRM{}USERFIELD{action}", kind.upper()),
            data: json!({ "FIELDS": {
                "ID": field.id.to_string(),
                "ENTITY_ID": field.entity_id,
                "FIELD_NAME": field.field_name,
            } }),
        }
    }
}
