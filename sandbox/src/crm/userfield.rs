//! crm.lead.userfield.* and crm.contact.userfield.* (reference §5.1).

use serde_json::{Map, Value, json};

use super::{access, status, userfield_items as items, userfield_settings as settings};
use crate::entity::Kind;
use crate::events::Fired;
use crate::php::cast;
use crate::rest::call::{Answer, Answered, Call};
use crate::rest::error::{Fault, RestError};
use crate::store::userfields::{self, Userfield};
use crate::{secrets, userfieldtype};

/// Languages the portal keeps labels in.
const LANGUAGES: &[&str] = &[
    "ar", "br", "en", "fr", "id", "it", "ja", "la", "ms", "pl", "de", "ru", "sc", "tc", "th", "tr",
    "ua", "vn",
];

/// The labels of a field.
const LABELS: &[&str] = &[
    "EDIT_FORM_LABEL",
    "LIST_COLUMN_LABEL",
    "LIST_FILTER_LABEL",
    "ERROR_MESSAGE",
    "HELP_MESSAGE",
];

const PREFIX: &str = "UF_CRM_";
const NAME_LENGTH: std::ops::RangeInclusive<usize> = 4..=50;

/// Adds a field; its id.
pub fn add(call: &Call<'_>, kind: Kind) -> Answered {
    access::settings(call)?;
    // The fields may stand among the parameters themselves.
    let flat = Value::Object(call.params.clone());
    let fields = call.array_or_error("fields")?.unwrap_or(&flat);
    let field = read_new(call, kind, fields)?;
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

fn read_new(call: &Call<'_>, kind: Kind, fields: &Value) -> Result<Userfield, RestError> {
    let text = |name: &str| cast::text(cast::member(fields, name));
    let user_type_id = text("USER_TYPE_ID");
    let given_name = text("FIELD_NAME").trim().to_uppercase();
    let missing = |name: &str, value: &str| {
        value
            .is_empty()
            .then(|| format!("The '{name}' field is not found."))
    };
    let problems: Vec<String> = [
        missing("USER_TYPE_ID", &user_type_id),
        missing("FIELD_NAME", &given_name),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !problems.is_empty() {
        return Err(RestError::crm(problems.join("\n")));
    }
    let field_name = with_prefix(&given_name);
    check_name(call, kind, &field_name)?;
    if !settings::is_known(&user_type_id) && !is_app_type(call, &user_type_id)? {
        return Err(RestError::core("The user type is invalid.<br>"));
    }
    let given_label = text("LABEL");
    let label = if given_label.is_empty() {
        field_name.clone()
    } else {
        given_label
    };
    let new = Userfield {
        entity_id: kind.owner_of_userfields().into(),
        multiple: if user_type_id == "boolean" {
            "N".into()
        } else {
            flag(fields, "MULTIPLE", "N")
        },
        mandatory: flag(fields, "MANDATORY", "N"),
        show_filter: show_filter(&user_type_id, cast::member(fields, "SHOW_FILTER")),
        show_in_list: flag(fields, "SHOW_IN_LIST", "Y"),
        edit_in_list: flag(fields, "EDIT_IN_LIST", "Y"),
        is_searchable: flag(fields, "IS_SEARCHABLE", "N"),
        sort: sort(fields, 100),
        xml_id: Some(text("XML_ID")).filter(|id| !id.is_empty()),
        settings: settings::complete(
            &user_type_id,
            cast::member(fields, "SETTINGS"),
            &Value::Null,
        ),
        labels: labels(fields, &|_, _| label.clone()),
        field_name,
        user_type_id,
        id: 0,
    };
    check_xml_id(call, &new)?;
    Ok(new)
}

/// The name with the prefix of CRM fields; `UF_` alone is replaced by it.
fn with_prefix(name: &str) -> String {
    if name.starts_with(PREFIX) {
        return name.to_owned();
    }
    format!("{PREFIX}{}", name.strip_prefix("UF_").unwrap_or(name))
}

fn check_name(call: &Call<'_>, kind: Kind, name: &str) -> Result<(), RestError> {
    let owner = kind.owner_of_userfields();
    if name.len() < *NAME_LENGTH.start() {
        return Err(RestError::core(
            "The field name is too short (less than 4 characters).<br>",
        ));
    }
    if name.len() > *NAME_LENGTH.end() {
        return Err(RestError::core(
            "The field name is too long (more than 50 characters).<br>",
        ));
    }
    let is_plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    if !name.bytes().all(is_plain) {
        let text = "The field name contains invalid characters. Allowed are A-Z, 0-9 and _.<br>";
        return Err(RestError::core(text));
    }
    if userfields::of_owner(call.db, owner)?
        .iter()
        .any(|known| known.field_name == name)
    {
        let text = format!("The field {name} for entity {owner} already exists.<br>");
        return Err(RestError::core(text));
    }
    Ok(())
}

fn check_xml_id(call: &Call<'_>, field: &Userfield) -> Result<(), RestError> {
    let Some(xml_id) = &field.xml_id else {
        return Ok(());
    };
    let others = userfields::of_owner(call.db, &field.entity_id)?;
    if others
        .iter()
        .any(|other| other.id != field.id && other.xml_id.as_ref() == Some(xml_id))
    {
        return Err(RestError::core(format!(
            "A field with XML_ID {xml_id} already exists.<br>"
        )));
    }
    Ok(())
}

fn is_app_type(call: &Call<'_>, user_type: &str) -> Result<bool, RestError> {
    let known = crate::store::userfield_types::all(call.db)?;
    Ok(known
        .iter()
        .any(|row| userfieldtype::full_name(row.app_id, &row.user_type_id) == user_type))
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
    field.labels = labels(fields, &|name, language| label_text(&field, name, language));
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
        let texts = LANGUAGES
            .iter()
            .map(|language| ((*language).to_owned(), label(&field, name, language)));
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
    let mut rows = Vec::new();
    for field in userfields::of_owner(call.db, kind.owner_of_userfields())? {
        let mut row = columns(&field);
        if !status::fulfils(&row, filter) {
            continue;
        }
        if !language.is_empty() {
            row.extend(
                LABELS
                    .iter()
                    .map(|name| ((*name).to_owned(), label(&field, name, &language))),
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
        rows.push(Value::Object(row));
    }
    status::sort(&mut rows, order);
    let total = i64::try_from(rows.len()).ok();
    Ok(Answer {
        result: Value::Array(rows),
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

/// A label in a language; null where there is none.
pub fn label(field: &Userfield, name: &str, language: &str) -> Value {
    field
        .labels
        .get(name)
        .and_then(|texts| texts.get(language))
        .cloned()
        .unwrap_or_default()
}

fn label_text(field: &Userfield, name: &str, language: &str) -> String {
    cast::text(&label(field, name, language))
}

/// The labels a request gives, as one text or by language; `otherwise` for those it leaves out.
fn labels(fields: &Value, otherwise: &dyn Fn(&str, &str) -> String) -> Value {
    let of = |name: &str| -> Value {
        let given = cast::member(fields, name);
        let text = |language: &&str| {
            let own = if cast::is_array(given) {
                cast::member(given, language)
            } else {
                given
            };
            let text = if own.is_null() {
                otherwise(name, language)
            } else {
                cast::text(own)
            };
            ((*language).to_owned(), json!(text))
        };
        Value::Object(LANGUAGES.iter().map(text).collect())
    };
    Value::Object(
        LABELS
            .iter()
            .map(|name| ((*name).to_owned(), of(name)))
            .collect(),
    )
}

/// How a field filters: the portal keeps a letter for what is sent as Y or N.
fn show_filter(user_type: &str, value: &Value) -> String {
    let shown = cast::is_yes(value) || matches!(cast::text(value).as_str(), "E" | "I" | "S");
    let letter = match user_type {
        _ if !shown => "N",
        "employee" => "I",
        custom if custom.starts_with("rest_") => "N",
        _ => "E",
    };
    letter.into()
}

fn flag(fields: &Value, name: &str, otherwise: &str) -> String {
    match cast::member(fields, name) {
        Value::Null => otherwise.into(),
        value if cast::is_yes(value) => "Y".into(),
        _ => "N".into(),
    }
}

fn sort(fields: &Value, otherwise: i64) -> i64 {
    match cast::int(cast::member(fields, "SORT")) {
        sort if sort > 0 => sort,
        _ => otherwise,
    }
}

fn fire(call: &Call<'_>, action: &str, field: &Userfield) {
    call.fire(Fired::userfield(action, field));
}

/// A name no other item has.
pub(super) fn new_xml_id() -> String {
    secrets::hex(16)
}
