//! crm.*.fields: what fields there are (reference §3.9).

use serde_json::{Map, Value, json};

use super::userfield::labels;
use crate::entity::Kind;
use crate::model::{Field, FieldKind};
use crate::rest::call::{Answered, Call};
use crate::rest::error::RestError;
use crate::store::userfields::{self, Userfield};

/// Names the portal calls required, none of which it enforces.
fn required_names(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Lead => &[],
        Kind::Contact => &["NAME", "SECOND_NAME", "LAST_NAME"],
        Kind::Company => &["TITLE"],
    }
}

/// Answers crm.lead.fields, crm.contact.fields and crm.company.fields.
pub fn fields(call: &Call<'_>, kind: Kind) -> Answered {
    let visible = kind.fields().iter().filter(|field| !is_hidden(field));
    let mut all: Map<String, Value> = visible
        .map(|field| (field.name.clone(), system(kind, field)))
        .collect();
    for field in userfields::of_owner(call.db, kind.owner_of_userfields())? {
        all.insert(field.field_name.clone(), custom(call, &field)?);
    }
    Ok(Value::Object(all).into())
}

/// Fields that callers meet only in requests or answers, never in the table.
fn is_hidden(field: &Field) -> bool {
    field.name == "FACE_ID" || field.writeonly && !field.multiple
}

fn system(kind: Kind, field: &Field) -> Value {
    let named = required_names(kind).contains(&field.name.as_str());
    let mut row = descriptor(&field.kind.wire_name(), field.multiple, false);
    row.insert("isRequired".into(), json!(field.required || named));
    row.insert("isReadOnly".into(), json!(field.readonly));
    row.insert("isImmutable".into(), json!(field.immutable));
    if field.deprecated && field.kind != FieldKind::Text {
        row.insert("isDeprecated".into(), json!(true));
    }
    if let FieldKind::Status(directory) = &field.kind {
        row.insert("statusType".into(), json!(directory));
    }
    row.insert("title".into(), json!(field.title));
    if field.name == "LEAD_ID" {
        row.insert("settings".into(), json!({ "parentEntityTypeId": 1 }));
    }
    Value::Object(row)
}

/// What a custom field says of itself.
pub fn custom(call: &Call<'_>, field: &Userfield) -> Result<Value, RestError> {
    let mut row = descriptor(&field.user_type_id, field.is_multiple(), true);
    row.insert("isRequired".into(), json!(field.mandatory == "Y"));
    if field.user_type_id == "enumeration" {
        let items = userfields::items(call.db, field.id)?;
        let items = items
            .iter()
            .map(|item| json!({ "ID": item.id.to_string(), "VALUE": item.value }));
        row.insert("items".into(), items.collect());
    }
    if field.user_type_id == "crm_status" {
        let directory = field
            .settings
            .get("ENTITY_TYPE")
            .cloned()
            .unwrap_or_default();
        row.insert("statusType".into(), directory);
    }
    row.insert("title".into(), json!(field.field_name));
    for (name, label) in [
        ("listLabel", "LIST_COLUMN_LABEL"),
        ("formLabel", "EDIT_FORM_LABEL"),
        ("filterLabel", "LIST_FILTER_LABEL"),
    ] {
        row.insert(name.into(), labels::label(field, label, "en"));
    }
    row.insert("settings".into(), field.settings.clone());
    Ok(Value::Object(row))
}

/// What every field says of itself.
pub fn descriptor(wire_type: &str, multiple: bool, dynamic: bool) -> Map<String, Value> {
    let row = [
        ("type", json!(wire_type)),
        ("isRequired", json!(false)),
        ("isReadOnly", json!(false)),
        ("isImmutable", json!(false)),
        ("isMultiple", json!(multiple)),
        ("isDynamic", json!(dynamic)),
    ];
    row.map(|(name, value)| (name.to_owned(), value))
        .into_iter()
        .collect()
}
