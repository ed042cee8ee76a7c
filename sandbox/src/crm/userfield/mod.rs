//! crm.lead.userfield.*, crm.contact.userfield.* and crm.company.userfield.* (reference §5.1).

use serde_json::{Map, Value, json};

use super::{access, rows};
use crate::entity::Kind;
use crate::events::Fired;
use crate::php::cast;
use crate::rest::call::{Answer, Answered, Call};
use crate::rest::error::{Fault, RestError};
use crate::store::userfields::{self, Userfield};
use draft::{check_xml_id, flag, show_filter, sort};
use labels::{LABELS, LANGUAGES};

pub mod catalogue;
pub mod draft;
pub mod filter;
pub mod items;
pub mod labels;
pub mod settings;
pub mod values;

/// Adds a field; its id.
pub fn add(call: &Call<'_>, kind: Kind) -> Answered {
    access::settings(call)?;
    // The fields may stand among the parameters themselves.
    let flat = Value::Object(call.params.clone());
    let fields = call.array_or_error("fields")?.unwrap_or(&flat);
    let field = draft::read(call, kind, fields)?;
    let id = userfields::save(call.db, &field)?;
    if field.user_type_id == "enumeration" {
        items::add(
            call.db,
            id,
            cast::member(fields, "LIST"),
            field.is_multiple(),
        )?;
    }
    fire(
        call,
        "ADD",
        &Userfield {
            id,
            ..field.clone()
        },
    );
    if field.user_type_id == "enumeration" {
        fire(call, "SETENUMVALUES", &Userfield { id, ..field });
    }
    Ok(id.into())
}

/// Changes a field; always true.
pub fn update(call: &Call<'_>, kind: Kind) -> Answered {
    access::settings(call)?;
    let mut field = find(call, kind)?;
    let empty = json!({});
    let fields = call.array_or_error("fields")?.unwrap_or(&empty);
    field.mandatory = flag(fields, "MANDATORY", &field.mandatory);
    field.show_in_list = flag(fields, "SHOW_IN_LIST", &field.show_in_list);
    field.edit_in_list = flag(fields, "EDIT_IN_LIST", &field.edit_in_list);
    field.is_searchable = flag(fields, "IS_SEARCHABLE", &field.is_searchable);
    field.sort = sort(fields, field.sort);
    let given = |name: &str| Some(cast::member(fields, name)).filter(|value| !value.is_null());
    if let Some(value) = given("SHOW_FILTER") {
        field.show_filter = show_filter(&field.user_type_id, value);
    }
    if let Some(value) = given("XML_ID") {
        field.xml_id = Some(cast::text(value)).filter(|id| !id.is_empty());
        check_xml_id(call, &field)?;
    }
    if let Some(value) = given("SETTINGS") {
        field.settings = settings::complete(&field.user_type_id, value, &field.settings);
    }
    field.labels = labels::read(fields, &|name, language| {
        labels::text(&field, name, language)
    });
    userfields::save(call.db, &field)?;
    if let Some(list) = given("LIST").filter(|_| field.user_type_id == "enumeration") {
        items::update(call.db, field.id, list, field.is_multiple())?;
        fire(call, "SETENUMVALUES", &field);
    }
    fire(call, "UPDATE", &field);
    Ok(true.into())
}

/// A field with its labels by language.
pub fn get(call: &Call<'_>, kind: Kind) -> Answered {
    let field = find(call, kind)?;
    let mut row = columns(&field);
    for name in LABELS {
        let texts = LANGUAGES.iter().map(|language| {
            (
                (*language).to_owned(),
                labels::label(&field, name, language),
            )
        });
        row.insert((*name).into(), Value::Object(texts.collect()));
    }
    if field.user_type_id == "enumeration" {
        let list = userfields::items(call.db, field.id)?;
        row.insert(
            "LIST".into(),
            list.iter()
                .map(|item| items::describe(item, false))
                .collect(),
        );
    }
    Ok(Value::Object(row).into())
}

/// All fields that fulfil the filter, never in pages.
pub fn list(call: &Call<'_>, kind: Kind) -> Answered {
    access::enter(call)?;
    let order = call.array_or_error("order")?;
    let filter = call.array_or_error("filter")?.unwrap_or(&Value::Null);
    let language = cast::text(cast::member(filter, "LANG"));
    let mut found = Vec::new();
    for field in userfields::of_owner(call.db, kind.owner_of_userfields())? {
        let mut row = columns(&field);
        if !rows::fulfils(&row, filter) {
            continue;
        }
        if !language.is_empty() {
            row.extend(
                LABELS
                    .iter()
                    .map(|name| ((*name).to_owned(), labels::label(&field, name, &language))),
            );
        }
        if field.user_type_id == "enumeration" {
            let list = userfields::items(call.db, field.id)?;
            row.insert(
                "LIST".into(),
                list.iter()
                    .map(|item| items::describe(item, true))
                    .collect(),
            );
        }
        found.push(Value::Object(row));
    }
    rows::sort_as_asked(&mut found, order);
    let total = i64::try_from(found.len()).ok();
    Ok(Answer {
        result: Value::Array(found),
        next: None,
        total,
    })
}

/// Removes a field with all its values; always true.
pub fn delete(call: &Call<'_>, kind: Kind) -> Answered {
    access::settings(call)?;
    let field = find(call, kind)?;
    userfields::delete(call.db, field.id)?;
    fire(call, "DELETE", &field);
    Ok(true.into())
}

fn find(call: &Call<'_>, kind: Kind) -> Result<Userfield, RestError> {
    access::enter(call)?;
    let id = super::records::positive_id(call)?;
    let Some(field) = userfields::get(call.db, id)? else {
        return Err(RestError::new(
            Fault::NotFound,
            format!("The entity with ID '{id}' is not found."),
        ));
    };
    if field.entity_id == kind.owner_of_userfields() {
        Ok(field)
    } else {
        Err(access::denied())
    }
}

fn columns(field: &Userfield) -> Map<String, Value> {
    let row = json!({
        "ID": field.id.to_string(),
        "ENTITY_ID": field.entity_id,
        "FIELD_NAME": field.field_name,
        "USER_TYPE_ID": field.user_type_id,
        "XML_ID": field.xml_id,
        "SORT": field.sort.to_string(),
        "MULTIPLE": field.multiple,
        "MANDATORY": field.mandatory,
        "SHOW_FILTER": field.show_filter,
        "SHOW_IN_LIST": field.show_in_list,
        "EDIT_IN_LIST": field.edit_in_list,
        "IS_SEARCHABLE": field.is_searchable,
        "SETTINGS": field.settings,
    });
    match row {
        Value::Object(row) => row,
        _ => Map::new(),
    }
}

fn fire(call: &Call<'_>, action: &str, field: &Userfield) {
    call.fire(Fired::userfield(action, field));
}
