//! A custom field as a request describes it.

use serde_json::Value;

use super::{labels, settings};
use crate::entity::Kind;
use crate::php::cast;
use crate::rest::call::Call;
use crate::rest::error::RestError;
use crate::store::userfields::{self, Userfield};
use crate::userfieldtype;

const PREFIX: &str = "UF_CRM_";
const NAME_LENGTH: std::ops::RangeInclusive<usize> = 4..=50;

/// The field a request describes, or why it cannot be made.
pub fn read(call: &Call<'_>, kind: Kind, fields: &Value) -> Result<Userfield, RestError> {
    let text = |name: &str| cast::text(cast::member(fields, name));
    let (user_type_id, field_name) = names(call, kind, fields)?;
    let given_label = text("LABEL");
    let label = if given_label.is_empty() {
        &field_name
    } else {
        &given_label
    };
    let multiple = flag(fields, "MULTIPLE", "N");
    let draft = Userfield {
        id: 0,
        entity_id: kind.owner_of_userfields().into(),
        multiple: if user_type_id == "boolean" {
            "N".into()
        } else {
            multiple
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
        labels: labels::read(fields, &|_, _| label.clone()),
        field_name,
        user_type_id,
    };
    check_xml_id(call, &draft)?;
    Ok(draft)
}

/// The type and the full name of the field, or why it can have neither.
fn names(call: &Call<'_>, kind: Kind, fields: &Value) -> Result<(String, String), RestError> {
    let text = |name: &str| cast::text(cast::member(fields, name));
    let user_type_id = text("USER_TYPE_ID");
    let name = text("FIELD_NAME").trim().to_uppercase();
    let given = [("USER_TYPE_ID", &user_type_id), ("FIELD_NAME", &name)];
    let missing = given.iter().filter(|(_, value)| value.is_empty());
    let problems: Vec<String> = missing
        .map(|(name, _)| format!("The '{name}' field is not found."))
        .collect();
    if !problems.is_empty() {
        return Err(RestError::crm(problems.join("\n")));
    }
    let field_name = with_prefix(&name);
    check_name(call, kind, &field_name)?;
    if !settings::is_known(&user_type_id) && !is_app_type(call, &user_type_id)? {
        return Err(RestError::core("The user type is invalid.<br>"));
    }
    Ok((user_type_id, field_name))
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

/// Refuses a name from elsewhere that another field has.
pub fn check_xml_id(call: &Call<'_>, field: &Userfield) -> Result<(), RestError> {
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

/// How a field filters: the portal keeps a letter for what is sent as Y or N.
pub fn show_filter(user_type: &str, value: &Value) -> String {
    let shown = cast::is_yes(value) || matches!(cast::text(value).as_str(), "E" | "I" | "S");
    let letter = match user_type {
        _ if !shown => "N",
        "employee" => "I",
        custom if custom.starts_with("rest_") => "N",
        _ => "E",
    };
    letter.into()
}

/// A flag as the portal keeps it: Y or N, or `otherwise` when it is left out.
pub fn flag(fields: &Value, name: &str, otherwise: &str) -> String {
    match cast::member(fields, name) {
        Value::Null => otherwise.into(),
        value if cast::is_yes(value) => "Y".into(),
        _ => "N".into(),
    }
}

/// The position a request gives, or `otherwise`.
pub fn sort(fields: &Value, otherwise: i64) -> i64 {
    match cast::int(cast::member(fields, "SORT")) {
        sort if sort > 0 => sort,
        _ => otherwise,
    }
}
