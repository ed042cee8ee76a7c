//! crm.status.*: the directories and their entries (docs: api-reference/crm/status).

use serde_json::{Map, Value, json};

use super::{access, fields, records, rows};
use crate::php::cast;
use crate::rest::call::{Answer, Answered, Call};
use crate::rest::error::RestError;
use crate::store::directories::{self, Status};

pub mod directory;
pub mod write;

/// The directory of the leads' stages.
pub const STAGES: &str = "STATUS";

/// Columns that filter, and columns that take one text only.
const FILTERED: &[&str] = &[
    "ID",
    "ENTITY_ID",
    "STATUS_ID",
    "NAME",
    "SORT",
    "SYSTEM",
    "CATEGORY_ID",
    "SEMANTICS",
];
const TEXTS: &[&str] = &["ENTITY_ID", "STATUS_ID", "SORT", "SEMANTICS"];

/// An entry.
pub fn get(call: &Call<'_>) -> Answered {
    access::enter(call)?;
    let id = records::positive_id(call)?;
    match directories::by_id(call.db, id)? {
        Some(status) => Ok(Value::Object(describe(&status)).into()),
        None => Err(RestError::crm("CRM Status is not found.")),
    }
}

/// All entries that fulfil the filter, never in pages.
pub fn list(call: &Call<'_>) -> Answered {
    access::enter(call)?;
    let order = call.array_or_error("order")?;
    let filter = call.array_or_error("filter")?.unwrap_or(&Value::Null);
    let conditions = conditions(filter)?;
    let all = directories::all(call.db)?;
    let found = all.iter().map(describe).filter(|row| {
        let holds = |(name, wanted): &(&str, String)| holds(row, name, wanted);
        conditions.iter().all(holds)
    });
    let mut found: Vec<Value> = found.map(Value::Object).collect();
    sort(&mut found, order);
    let total = i64::try_from(found.len()).ok();
    Ok(Answer {
        result: Value::Array(found),
        next: None,
        total,
    })
}

/// What a filter asks for; columns nobody filters by and empty values ask for nothing.
fn conditions(filter: &Value) -> Result<Vec<(&'static str, String)>, RestError> {
    let mut conditions = Vec::new();
    for (name, wanted) in cast::entries(filter) {
        let Some(name) = FILTERED.iter().find(|known| **known == name.as_ref()) else {
            continue;
        };
        if cast::is_array(wanted) && TEXTS.contains(name) {
            return Err(RestError::crm(format!("Filter by {name} must be a string")));
        }
        let wanted = cast::text(wanted);
        if !wanted.is_empty() {
            conditions.push((*name, wanted));
        }
    }
    Ok(conditions)
}

/// Names are found by their words, everything else by the whole value.
fn holds(row: &Map<String, Value>, name: &str, wanted: &str) -> bool {
    let value = row.get(name).map(cast::text).unwrap_or_default();
    if name != "NAME" {
        return value == wanted;
    }
    let value = value.to_lowercase();
    wanted
        .to_lowercase()
        .split_whitespace()
        .all(|word| value.contains(word))
}

/// By position unless the call says otherwise.
fn sort(found: &mut [Value], order: Option<&Value>) {
    let order = order.map(cast::entries).unwrap_or_default();
    let known = order.iter().filter_map(|(name, direction)| {
        let name = FILTERED.iter().find(|known| **known == name.as_ref())?;
        let descending = cast::text(direction).eq_ignore_ascii_case("DESC");
        Some((*name, descending))
    });
    let mut criteria: Vec<(&str, bool)> = known.collect();
    if criteria.is_empty() {
        criteria.push(("SORT", false));
    }
    rows::sort(found, &criteria);
}

fn describe(status: &Status) -> Map<String, Value> {
    let mut row = Map::new();
    let mut add = |name: &str, value: Value| row.insert(name.to_owned(), value);
    add("ID", json!(status.id.to_string()));
    add("ENTITY_ID", json!(status.entity_id));
    add("STATUS_ID", json!(status.status_id));
    add("NAME", json!(status.name));
    add("NAME_INIT", json!(status.name_init));
    add("SORT", json!(status.sort.to_string()));
    add("SYSTEM", json!(if status.system { "Y" } else { "N" }));
    add("CATEGORY_ID", Value::Null);
    add("COLOR", json!(status.color));
    add("SEMANTICS", json!(status.semantics));
    if status.entity_id == STAGES {
        let meaning = match status.semantics.as_deref() {
            Some("S") => "success",
            Some("F") => "failure",
            _ => "process",
        };
        let extra = json!({ "SEMANTICS": meaning, "COLOR": status.color });
        add("EXTRA", extra);
    }
    row
}

/// A column: name, type, title, then whether it is required, read-only, immutable.
type Column = (&'static str, &'static str, &'static str, [bool; 3]);

// docs: api-reference/crm/status/crm-status-fields.md
const COLUMNS: &[Column] = &[
    ("ID", "integer", "ID", [false, true, false]),
    ("ENTITY_ID", "string", "Entity ID", [true, false, true]),
    ("STATUS_ID", "string", "Status", [true, false, true]),
    ("SORT", "integer", "Sorting", [false, false, false]),
    ("NAME", "string", "Name", [true, false, false]),
    ("NAME_INIT", "string", "Default name", [false, true, false]),
    ("SYSTEM", "char", "System", [false, true, false]),
    (
        "CATEGORY_ID",
        "integer",
        "CATEGORY_ID",
        [false, false, true],
    ),
    ("COLOR", "string", "COLOR", [false, false, false]),
    ("SEMANTICS", "char", "SEMANTICS", [false, false, true]),
    (
        "EXTRA",
        "crm_status_extra",
        "Additional fields",
        [false, false, false],
    ),
];

/// What an entry consists of.
pub fn fields(_: &Call<'_>) -> Answered {
    let described = COLUMNS.iter().map(|(name, wire_type, title, flags)| {
        let [required, readonly, immutable] = flags;
        let mut row = fields::descriptor(wire_type, false, false);
        row.insert("isRequired".into(), json!(required));
        row.insert("isReadOnly".into(), json!(readonly));
        row.insert("isImmutable".into(), json!(immutable));
        row.insert("title".into(), json!(title));
        ((*name).to_owned(), Value::Object(row))
    });
    Ok(Value::Object(described.collect()).into())
}
