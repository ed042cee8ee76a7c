//! crm.status.add, update and delete.

use serde_json::Value;

use super::{STAGES, directory};
use crate::crm::{access, records};
use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::error::RestError;
use crate::store::directories::{self, Status};
use crate::store::records::any_at_stage;

/// What the name of a stage may measure; it is one of `[0-9A-Z_-]`.
const STAGE_LENGTH: usize = 21;
/// What any other name may measure.
const LENGTH: usize = 50;
/// Where an entry stands that says nothing about it.
const FIRST: i64 = 10;

/// Adds an entry; its number.
pub fn add(call: &Call<'_>) -> Answered {
    access::settings(call)?;
    let fields = call.array_or_error("fields")?.unwrap_or(&Value::Null);
    let status = draft(fields)?;
    check(call, &status)?;
    Ok(directories::insert(call.db, &status)?.into())
}

fn draft(fields: &Value) -> Result<Status, RestError> {
    let text = |name: &str| cast::text(cast::member(fields, name)).trim().to_owned();
    let missing = ["ENTITY_ID", "STATUS_ID"].into_iter();
    let missing: Vec<String> = missing
        .filter(|name| text(name).is_empty())
        .map(|name| format!("The field {name} is required."))
        .collect();
    if !missing.is_empty() {
        return Err(RestError::crm(missing.join("\n")));
    }
    let entity_id = text("ENTITY_ID");
    let semantics = text("SEMANTICS");
    let is_stage = entity_id == STAGES;
    let sort = cast::int(cast::member(fields, "SORT"));
    Ok(Status {
        id: 0,
        status_id: text("STATUS_ID"),
        name: text("NAME"),
        name_init: String::new(),
        sort: if sort > 0 { sort } else { FIRST },
        system: false,
        semantics: is_stage.then(|| {
            if semantics.is_empty() {
                "P".into()
            } else {
                semantics
            }
        }),
        color: Some(colour(&text("COLOR"))).filter(|colour| is_stage && !colour.is_empty()),
        entity_id,
    })
}

/// A colour with the sign that stands in front of all of them.
fn colour(given: &str) -> String {
    if given.is_empty() || given.starts_with('#') {
        given.to_owned()
    } else {
        format!("#{given}")
    }
}

fn check(call: &Call<'_>, status: &Status) -> Result<(), RestError> {
    if !directory::is_known(&status.entity_id) {
        return Err(RestError::crm("Specified entity type is not supported."));
    }
    if status.name.is_empty() {
        return Err(RestError::crm("The name is not specified."));
    }
    let name = &status.status_id;
    let is_stage = status.entity_id == STAGES;
    let limit = if is_stage { STAGE_LENGTH } else { LENGTH };
    if name.chars().count() > limit {
        let text = format!("The length of STATUS_ID exceeds {limit} characters.<br>");
        return Err(RestError::core(text));
    }
    let is_plain = |letter: char| matches!(letter, '0'..='9' | 'A'..='Z' | '_' | '-');
    if is_stage && !name.chars().all(is_plain) {
        let text = "STATUS_ID contains invalid characters. Allowed are A-Z, 0-9, _ and -.<br>";
        return Err(RestError::core(text));
    }
    if directories::get(call.db, &status.entity_id, name)?.is_some() {
        let text = format!("The entry {name} already exists.<br>");
        return Err(RestError::core(text));
    }
    Ok(())
}

/// Changes what people see of an entry; always true.
pub fn update(call: &Call<'_>) -> Answered {
    access::settings(call)?;
    let mut status = find(call)?;
    let fields = call.array_or_error("fields")?.unwrap_or(&Value::Null);
    let given = |name: &str| Some(cast::member(fields, name)).filter(|value| !value.is_null());
    let name = given("NAME").map(cast::text).unwrap_or_default();
    if !name.trim().is_empty() {
        name.trim().clone_into(&mut status.name);
    }
    if let Some(sort) = given("SORT") {
        status.sort = cast::int(sort);
    }
    if let Some(color) = given("COLOR").filter(|_| status.entity_id == STAGES) {
        status.color = Some(colour(&cast::text(color)));
    }
    directories::update(call.db, &status)?;
    Ok(true.into())
}

/// Removes an entry; always true.
pub fn delete(call: &Call<'_>) -> Answered {
    access::settings(call)?;
    let status = find(call)?;
    let params = call.array("params").unwrap_or(&Value::Null);
    if status.system && cast::text(cast::member(params, "FORCED")) != "Y" {
        let text = "CRM System Status can be deleted only if parameter FORCED is specified and \
                    equal to \"Y\".";
        return Err(RestError::crm(text));
    }
    if status.entity_id == STAGES && any_at_stage(call.db, &status.status_id)? {
        return Err(RestError::crm("There are active items in this status."));
    }
    directories::delete(call.db, status.id)?;
    Ok(true.into())
}

fn find(call: &Call<'_>) -> Result<Status, RestError> {
    let id = records::positive_id(call)?;
    directories::by_id(call.db, id)?.ok_or_else(|| RestError::crm("Status is not found."))
}
