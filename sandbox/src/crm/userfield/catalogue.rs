//! crm.userfield.*: what custom fields are made of, for callers who draw forms for them.
//! Docs: `api-reference/crm/universal/user-defined-fields/`.

use serde_json::{Map, Value, json};

use crate::rest::call::{Answered, Call};
use crate::store::userfield_types;

/// A part of a custom field: name, type, title, and what is true of it besides.
type Part = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

const READ_ONLY: Option<&str> = Some("isReadOnly");
const IMMUTABLE: Option<&str> = Some("isImmutable");
const MULTIPLE: Option<&str> = Some("isMultiple");

#[rustfmt::skip]
const FIELD: &[Part] = &[
    ("ID", "int", "ID", READ_ONLY),
    ("ENTITY_ID", "string", "Object", IMMUTABLE),
    ("FIELD_NAME", "string", "Code", IMMUTABLE),
    ("USER_TYPE_ID", "string", "Data Type", IMMUTABLE),
    ("XML_ID", "string", "External ID (XML ID)", None),
    ("SORT", "int", "Sorting", None),
    ("MULTIPLE", "char", "Multiple", None),
    ("MANDATORY", "char", "Mandatory", None),
    ("SHOW_FILTER", "char", "Show in list filter", None),
    ("SHOW_IN_LIST", "char", "Show in list", None),
    ("EDIT_IN_LIST", "char", "Allow user editing", None),
    ("IS_SEARCHABLE", "char", "Field values are searchable", None),
    ("EDIT_FORM_LABEL", "string", "Label in edit form", None),
    ("LIST_COLUMN_LABEL", "string", "Header in list", None),
    ("LIST_FILTER_LABEL", "string", "Filter label in list", None),
    ("ERROR_MESSAGE", "string", "Error message", None),
    ("HELP_MESSAGE", "string", "Help", None),
    ("LIST", "uf_enum_element", "List elements", MULTIPLE),
    ("SETTINGS", "object", "Additional settings (dependent on type)", None),
];

#[rustfmt::skip]
const ENUMERATION: &[Part] = &[
    ("ID", "int", "ID", READ_ONLY),
    ("SORT", "int", "Sorting", None),
    ("VALUE", "string", "Value", None),
    ("DEF", "string", "Default Value", None),
    ("DEL", "string", "Element Deletion Flag", None),
];

#[rustfmt::skip]
const TYPES: &[(&str, &str)] = &[
    ("string", "String"),
    ("integer", "Integer"),
    ("double", "Number"),
    ("boolean", "Yes/No"),
    ("enumeration", "List"),
    ("datetime", "Date/Time"),
    ("date", "Date"),
    ("money", "Money"),
    ("url", "Link"),
    ("address", "Google Maps Address"),
    ("file", "File"),
    ("employee", "Binding to User"),
    ("crm_status", "Binding to CRM Directories"),
    ("iblock_section", "Binding to Information Block Sections"),
    ("iblock_element", "Binding to Information Block Elements"),
    ("crm", "Binding to CRM Entities"),
];

/// The parts of a custom field.
pub fn fields(_: &Call<'_>) -> Answered {
    Ok(described(FIELD).into())
}

/// The parts of an entry of a list field.
pub fn enumeration_fields(_: &Call<'_>) -> Answered {
    Ok(described(ENUMERATION).into())
}

/// The types there are, then those that the calling app brought.
pub fn types(call: &Call<'_>) -> Answered {
    let own = match call.app() {
        Ok(app) => userfield_types::of_app(call.db, app.id)?,
        Err(_) => Vec::new(),
    };
    let known = TYPES
        .iter()
        .map(|(id, title)| json!({ "ID": id, "title": title }));
    let brought = own
        .iter()
        .map(|row| json!({ "ID": row.user_type_id, "title": row.title }));
    Ok(known.chain(brought).collect::<Value>().into())
}

fn described(parts: &[Part]) -> Value {
    let rows = parts.iter().map(|(name, kind, title, fact)| {
        let mut row = Map::new();
        row.insert("type".into(), json!(kind));
        row.insert("title".into(), json!(title));
        if let Some(fact) = fact {
            row.insert((*fact).into(), json!(true));
        }
        ((*name).to_owned(), Value::Object(row))
    });
    Value::Object(rows.collect())
}
