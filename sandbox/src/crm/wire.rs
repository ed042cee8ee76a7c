//! Stored values as the portal writes them (reference §3.5): strings almost everywhere, null for
//! what was never set, `""` for unset dates and custom fields.

use rusqlite::Connection;
use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value, json};

use crate::entity::Kind;
use crate::model::{Field, FieldKind};
use crate::php::cast;
use crate::state::Portal;
use crate::store::Sql;
use crate::store::multifields::{self, Entry};
use crate::store::records::{self, Record};
use crate::store::userfields::{self, Userfield};

/// The record as crm.*.get answers it: all system fields, all custom fields, and the multi-fields
/// that have entries. None when there is no such record.
pub fn card(
    portal: &Portal,
    db: &Connection,
    kind: Kind,
    id: i64,
) -> Sql<Option<Map<String, Value>>> {
    let Some(record) = records::get(db, kind, id)? else {
        return Ok(None);
    };
    let mut card = system_fields(portal, &record);
    let owner = kind.owner_of_userfields();
    let mut values = userfields::values(db, owner, id)?;
    for field in userfields::of_owner(db, owner)? {
        let stored = values.remove(&field.id).unwrap_or_default();
        let value = userfield(portal, &field, id, &stored);
        let value = if value.is_null() && field.user_type_id != "file" {
            json!("")
        } else {
            value
        };
        card.insert(field.field_name, value);
    }
    for (type_id, entries) in by_type(&multifields::load(db, kind, id)?) {
        card.insert(type_id, entries);
    }
    Ok(Some(card))
}

/// All system fields of a record.
pub fn system_fields(portal: &Portal, record: &Record) -> Map<String, Value> {
    let fields = record.kind.columns().iter().zip(&record.values);
    fields
        .map(|(field, value)| {
            (
                field.name.clone(),
                system_value(portal, record, field, value),
            )
        })
        .collect()
}

/// A system field's value.
pub fn system_value(portal: &Portal, record: &Record, field: &Field, value: &SqlValue) -> Value {
    match (&field.kind, value) {
        (FieldKind::Date | FieldKind::Datetime, SqlValue::Null) => json!(""),
        (_, SqlValue::Null) => Value::Null,
        (FieldKind::Datetime, SqlValue::Integer(moment)) => json!(portal.clock.iso(*moment)),
        (FieldKind::Date, SqlValue::Text(day)) => {
            json!(portal.clock.iso_date(day).unwrap_or_default())
        }
        (FieldKind::File, SqlValue::Integer(file)) => {
            file_value(record.kind, record.id(), &field.name, *file)
        }
        // The one amount that is no column of decimals.
        (FieldKind::Double, SqlValue::Real(amount)) if field.name == "REVENUE" => {
            json!(cast::number_text(*amount))
        }
        (FieldKind::Double, SqlValue::Real(amount)) => json!(format!("{amount:.2}")),
        (_, other) => json!(text(other)),
    }
}

/// A custom field's value: null or false when there is none.
pub fn userfield(portal: &Portal, field: &Userfield, record: i64, stored: &[SqlValue]) -> Value {
    if !field.is_multiple() {
        let value = stored
            .first()
            .map(|value| userfield_value(portal, field, record, value));
        return value.map_or(Value::Null, |value| match value {
            Value::Number(number) => json!(number.to_string()),
            other => other,
        });
    }
    if stored.is_empty() {
        return json!(false);
    }
    stored
        .iter()
        .map(|value| userfield_value(portal, field, record, value))
        .collect()
}

fn userfield_value(portal: &Portal, field: &Userfield, record: i64, value: &SqlValue) -> Value {
    match (field.user_type_id.as_str(), value) {
        ("datetime", SqlValue::Integer(moment)) => json!(portal.clock.iso(*moment)),
        ("date", SqlValue::Text(day)) => json!(portal.clock.iso_date(day).unwrap_or_default()),
        ("file", SqlValue::Integer(file)) => {
            let kind = Kind::from_userfield_owner(&field.entity_id).unwrap_or(Kind::Lead);
            file_value(kind, record, &field.field_name, *file)
        }
        (_, SqlValue::Integer(number)) => json!(number),
        (_, other) => json!(text(other)),
    }
}

/// Where a file is.
pub fn file_value(kind: Kind, owner: i64, field: &str, file: i64) -> Value {
    let page = format!(
        "/bitrix/components/bitrix/crm.{}.show/show_file.php",
        kind.name()
    );
    let query = format!("ownerId={owner}&fieldName={field}&dynamic=N&fileId={file}");
    json!({
        "id": file,
        "showUrl": format!("{page}?{query}"),
        "downloadUrl": format!("{page}?auth=&{query}"),
    })
}

/// Multi-field entries by type, each list in the order of the entries' ids.
pub fn by_type(entries: &[Entry]) -> Map<String, Value> {
    let mut types = Map::new();
    for entry in entries {
        let list = types
            .entry(entry.type_id.clone())
            .or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            list.push(multifield(entry));
        }
    }
    types
}

fn multifield(entry: &Entry) -> Value {
    json!({
        "ID": entry.id.to_string(),
        "VALUE_TYPE": entry.value_type,
        "VALUE": entry.value,
        "TYPE_ID": entry.type_id,
    })
}

fn text(value: &SqlValue) -> String {
    match value {
        SqlValue::Integer(number) => number.to_string(),
        SqlValue::Real(number) => cast::number_text(*number),
        SqlValue::Text(text) => text.clone(),
        SqlValue::Null | SqlValue::Blob(_) => String::new(),
    }
}
