//! The spec as the portal needs it: field tables, events and placements, parsed once from the
//! model that `build.rs` writes.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

/// The spec, resolved.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("OUT_DIR"), "/model.json"));
    let raw: RawModel = serde_json::from_str(text).expect("build.rs writes a sound model");
    Model::from(raw)
});

/// What the portal takes from the spec.
#[derive(Debug)]
pub struct Model {
    /// Declared methods, for the tests that compare them with what is answered.
    pub methods: Vec<MethodSpec>,
    /// Fields of a lead, in the spec's order.
    pub lead: Vec<Field>,
    /// Fields of a contact, in the spec's order.
    pub contact: Vec<Field>,
    /// Fields of a company, in the spec's order.
    pub company: Vec<Field>,
    /// Fields of crm.item.*, of all kinds of records together.
    pub item: Vec<Field>,
    /// Events an app may subscribe to.
    pub events: Vec<EventSpec>,
    /// Places an app may be bound to.
    pub placements: Vec<PlacementSpec>,
}

/// A declared method.
#[derive(Debug, Deserialize)]
pub struct MethodSpec {
    /// The wire's name.
    pub name: String,
    /// The permission it needs; empty for none.
    #[serde(default)]
    pub scope: String,
    /// `application` where a webhook will not do.
    #[serde(default)]
    pub context: Option<String>,
    /// Whether an administrator is needed.
    #[serde(default)]
    pub admin: bool,
    /// What it does: `read`, `write`, `create` or `delete`.
    #[serde(default)]
    pub effect: String,
}

/// A declared event.
#[derive(Debug, Deserialize)]
pub struct EventSpec {
    /// The wire's name, upper case.
    pub name: String,
}

/// A declared placement.
#[derive(Debug, Deserialize)]
pub struct PlacementSpec {
    /// Its code, `CRM_LEAD_DETAIL_TAB`.
    pub code: String,
    /// What the app may ask of the host page.
    #[serde(default)]
    pub commands: Vec<String>,
    /// What the app may listen to.
    #[serde(default)]
    pub events: Vec<String>,
}

/// A system field of a kind of record.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the portal's own descriptor has these flags"
)]
pub struct Field {
    /// The wire's name.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether it holds several values.
    pub multiple: bool,
    /// Whether its text has several lines.
    pub long: bool,
    /// Whether the portal calls it required (it enforces nothing over REST).
    pub required: bool,
    /// Whether callers cannot set it.
    pub readonly: bool,
    /// Whether it can be set on add only.
    pub immutable: bool,
    /// Whether it never comes back (`CONTACT_IDS`).
    pub writeonly: bool,
    /// Whether the portal calls it deprecated.
    pub deprecated: bool,
}

/// What a system field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// An amount with two decimals.
    Double,
    /// `Y` or `N`.
    Flag,
    /// A calendar date.
    Date,
    /// A moment.
    Datetime,
    /// A file.
    File,
    /// An entry of the directory named here.
    Status(String),
    /// A record of the kind named here (`user`, `company`, …).
    Link(String),
    /// Entries of `PHONE`, `EMAIL` and the like.
    Multifield,
}

impl FieldKind {
    /// The kind a type of the spec means; `multifields` are the objects that are entries of one.
    fn parse(ty: &str, multifields: &[String]) -> Self {
        match ty {
            "integer" => Self::Integer,
            "double" => Self::Double,
            "flag" | "boolean" => Self::Flag,
            "date" => Self::Date,
            "datetime" => Self::Datetime,
            "file" => Self::File,
            object if multifields.iter().any(|name| name == object) => Self::Multifield,
            other => Self::parse_reference(other),
        }
    }

    fn parse_reference(ty: &str) -> Self {
        let inside = |prefix: &str| {
            ty.strip_prefix(prefix)
                .and_then(|rest| rest.strip_suffix('>'))
                .map(str::to_owned)
        };
        if let Some(directory) = inside("status<") {
            return Self::Status(directory);
        }
        inside("id<").map_or(Self::Text, Self::Link)
    }

    /// The type's name in `*.fields`.
    pub fn wire_name(&self) -> String {
        match self {
            Self::Text => "string".into(),
            Self::Integer => "integer".into(),
            Self::Double => "double".into(),
            Self::Flag => "char".into(),
            Self::Date => "date".into(),
            Self::Datetime => "datetime".into(),
            Self::File => "file".into(),
            Self::Status(_) => "crm_status".into(),
            Self::Link(record) => match record.as_str() {
                "user" => "user".into(),
                "lead" | "contact" | "company" | "currency" => format!("crm_{record}"),
                _ => "integer".into(),
            },
            Self::Multifield => "crm_multifield".into(),
        }
    }
}

#[derive(Deserialize)]
struct RawModel {
    #[serde(default)]
    methods: Vec<MethodSpec>,
    objects: Vec<RawObject>,
    events: Vec<EventSpec>,
    placements: Vec<PlacementSpec>,
}

#[derive(Deserialize)]
struct RawObject {
    name: String,
    #[serde(default)]
    multifield: bool,
    fields: Vec<RawField>,
}

#[derive(Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "mirrors the generator's JSON"
)]
struct RawField {
    name: String,
    #[serde(rename = "type")]
    ty: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    readonly: bool,
    #[serde(default)]
    immutable: bool,
    #[serde(default)]
    writeonly: bool,
    #[serde(default)]
    deprecated: Value,
}

impl From<RawModel> for Model {
    fn from(raw: RawModel) -> Self {
        let entries = raw.objects.iter().filter(|object| object.multifield);
        let multifields: Vec<String> = entries.map(|object| object.name.clone()).collect();
        let fields = |name: &str| {
            let objects = raw.objects.iter().filter(|object| object.name == name);
            let fields = objects.flat_map(|object| &object.fields);
            fields
                .map(|field| Field::new(field, &multifields))
                .collect()
        };
        Self {
            lead: fields("Lead"),
            contact: fields("Contact"),
            company: fields("Company"),
            item: fields("Item"),
            methods: raw.methods,
            events: raw.events,
            placements: raw.placements,
        }
    }
}

impl Field {
    /// Whether it is stored, and so compared, as a number.
    pub fn is_number(&self) -> bool {
        match &self.kind {
            FieldKind::Integer | FieldKind::Double | FieldKind::Datetime | FieldKind::File => true,
            FieldKind::Link(record) => record != "currency",
            _ => false,
        }
    }

    fn new(raw: &RawField, multifields: &[String]) -> Self {
        let one = raw.ty.strip_suffix("[]");
        let kind = match raw.name.as_str() {
            // The spec types the currency a string, because its ids are letters.
            "CURRENCY_ID" => FieldKind::Link("currency".into()),
            "ID" => FieldKind::Integer,
            _ => FieldKind::parse(one.unwrap_or(&raw.ty), multifields),
        };
        Self {
            name: raw.name.clone(),
            title: raw.title.clone().unwrap_or_else(|| raw.name.clone()),
            kind,
            multiple: one.is_some(),
            long: raw.ty == "text",
            required: raw.required,
            readonly: raw.readonly,
            immutable: raw.immutable,
            writeonly: raw.writeonly,
            deprecated: !matches!(raw.deprecated, Value::Null | Value::Bool(false)),
        }
    }
}
