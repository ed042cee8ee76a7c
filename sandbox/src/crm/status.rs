//! crm.status.list: the entries of the directories.

use std::cmp::Ordering;

use serde_json::{Map, Value, json};

use super::access;
use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::error::RestError;
use crate::store::directories::{self, Status};

/// All entries that fulfil the filter, never in pages.
pub fn list(call: &Call<'_>) -> Answered {
    access::enter(call)?;
    let parameter = |name: &str| match call.array(name) {
        Some(value) if !cast::is_array(value) => Err(RestError::crm("Invalid parameters.")),
        other => Ok(other),
    };
    let (order, filter) = (parameter("order")?, parameter("filter")?);
    let null = Value::Null;
    let filter = filter.unwrap_or(&null);
    let rows = directories::all(call.db)?;
    let rows = rows.iter().map(describe).filter(|row| fulfils(row, filter));
    let mut rows: Vec<Value> = rows.map(Value::Object).collect();
    sort(&mut rows, order);
    Ok(Value::Array(rows).into())
}

fn describe(status: &Status) -> Map<String, Value> {
    let mut row = Map::new();
    let mut add = |name: &str, value: Value| row.insert(name.to_owned(), value);
    add("ID", json!(status.id.to_string()));
    add("ENTITY_ID", json!(status.entity_id));
    add("STATUS_ID", json!(status.status_id));
    add("NAME", json!(status.name));
    add(
        "NAME_INIT",
        json!(if status.system {
            status.name.as_str()
        } else {
            ""
        }),
    );
    add("SORT", json!(status.sort.to_string()));
    add("SYSTEM", json!(if status.system { "Y" } else { "N" }));
    add("CATEGORY_ID", Value::Null);
    add("COLOR", json!(status.color));
    // A stage in work has no meaning of its own.
    add(
        "SEMANTICS",
        json!(
            status
                .semantics
                .as_deref()
                .filter(|semantics| *semantics != "P")
        ),
    );
    if let Some(semantics) = &status.semantics {
        let word = match semantics.as_str() {
            "S" => "success",
            "F" => "failure",
            _ => "process",
        };
        add("EXTRA", json!({ "SEMANTICS": word, "COLOR": status.color }));
    }
    row
}

/// Whether every column that `filter` names has the value, or one of the values, it wants.
pub fn fulfils(row: &Map<String, Value>, filter: &Value) -> bool {
    cast::entries(filter)
        .iter()
        .all(|(name, wanted)| match row.get(name.as_ref()) {
            Some(value) if cast::is_array(wanted) => cast::values(wanted)
                .into_iter()
                .any(|wanted| cast::text(wanted) == cast::text(value)),
            Some(value) => cast::text(wanted) == cast::text(value),
            None => true,
        })
}

/// Sorts rows by the columns that `order` names; digits count as numbers.
pub fn sort(rows: &mut [Value], order: Option<&Value>) {
    let criteria = order.map(cast::entries).unwrap_or_default();
    rows.sort_by(|one, other| {
        let compared = criteria.iter().map(|(name, direction)| {
            let by = compare(cast::member(one, name), cast::member(other, name));
            if cast::text(direction).eq_ignore_ascii_case("DESC") {
                by.reverse()
            } else {
                by
            }
        });
        compared.fold(Ordering::Equal, Ordering::then)
    });
}

fn compare(one: &Value, other: &Value) -> Ordering {
    let (one, other) = (cast::text(one), cast::text(other));
    match (one.parse::<i64>(), other.parse::<i64>()) {
        (Ok(one), Ok(other)) => one.cmp(&other),
        _ => one.to_lowercase().cmp(&other.to_lowercase()),
    }
}
