//! Custom fields in the `fields` of crm.*.add and crm.*.update.

use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value};

use crate::crm::file::{self, Wanted};
use crate::entity::Kind;
use crate::php::cast;
use crate::rest::call::Call;
use crate::rest::error::RestError;
use crate::store::userfields::{self, Userfield};

/// Writes the values a request gives; fields it does not name stay.
pub fn write(
    call: &Call<'_>,
    kind: Kind,
    record: i64,
    fields: &Map<String, Value>,
) -> Result<(), RestError> {
    for field in userfields::of_owner(call.db, kind.owner_of_userfields())? {
        let Some(value) = fields.get(&field.field_name) else {
            continue;
        };
        let values = if field.user_type_id == "file" {
            files(call, &field, value)?
        } else {
            given(&field, value)
                .into_iter()
                .map(|value| convert(call, &field, value))
                .collect()
        };
        // One value that means nothing leaves the field as it is.
        if let Some(values) = values {
            let values: Vec<SqlValue> = values
                .into_iter()
                .filter(|value| *value != SqlValue::Null)
                .collect();
            userfields::set_values(call.db, field.id, record, &values)?;
        }
    }
    Ok(())
}

/// The values in a request: the members of a list for a multiple field, else the value itself.
fn given<'a>(field: &Userfield, value: &'a Value) -> Vec<&'a Value> {
    match (field.is_multiple(), cast::is_array(value)) {
        (true, true) => cast::values(value),
        (false, true) => Vec::new(),
        (_, false) if matches!(value, Value::Bool(false)) && field.user_type_id != "boolean" => {
            Vec::new()
        }
        (_, false) => vec![value],
    }
}

/// The value to store: null for nothing, none when it cannot be read.
fn convert(call: &Call<'_>, field: &Userfield, value: &Value) -> Option<SqlValue> {
    let text = cast::text(value);
    if field.user_type_id == "boolean" && !value.is_null() {
        let yes = cast::is_yes(value) || text != "N" && cast::truthy(value);
        return Some(SqlValue::Integer(i64::from(yes)));
    }
    if text.is_empty() {
        return Some(SqlValue::Null);
    }
    let clock = &call.portal.clock;
    match field.user_type_id.as_str() {
        "integer" => Some(SqlValue::Integer(cast::int(value))),
        "enumeration" | "employee" | "iblock_section" | "iblock_element" => {
            Some(match cast::int(value) {
                0 => SqlValue::Null,
                id => SqlValue::Integer(id),
            })
        }
        "double" => Some(SqlValue::Real(round(field, cast::float(value)))),
        "datetime" => clock.parse(&text).map(SqlValue::Integer),
        "date" => clock.parse_day(&text).map(SqlValue::Text),
        _ => Some(SqlValue::Text(text)),
    }
}

fn round(field: &Userfield, number: f64) -> f64 {
    let precision = field.settings.get("PRECISION").map_or(0, cast::int);
    let places = usize::try_from(precision).unwrap_or_default();
    format!("{number:.places$}").parse().unwrap_or(number)
}

/// The files a field is to hold: what the request keeps and brings. None when it says nothing.
fn files(
    call: &Call<'_>,
    field: &Userfield,
    value: &Value,
) -> Result<Option<Vec<SqlValue>>, RestError> {
    let single = [value];
    let is_one = !matches!(value, Value::Array(_)) || !field.is_multiple();
    let members = if is_one {
        single.to_vec()
    } else {
        cast::values(value)
    };
    let mut kept = Vec::new();
    for member in members {
        match file::read(call.db, member)? {
            Some(Wanted::Keep(id) | Wanted::New(id)) => kept.push(SqlValue::Integer(id)),
            Some(Wanted::Remove(id)) => crate::store::files::delete(call.db, id)?,
            None if !field.is_multiple() && cast::is_array(member) => return Ok(None),
            None => {}
        }
    }
    Ok(Some(kept))
}
