//! crm.lead.*, crm.contact.* and crm.company.*: add, update, get, list, delete (reference §3).

use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value};

use super::input::{IMPORTED, Input};
use super::{access, defaults, filter, links, multifield, select, userfield, wire};
use crate::entity::Kind;
use crate::events::Fired;
use crate::php::cast;
use crate::rest::call::{Answered, Call, PAGE};
use crate::rest::error::{Fault, RestError};
use crate::state::RepeatLead;
use crate::store::query::{self, Condition, Search};
use crate::store::records::{self, Record};
use crate::store::userfields;

/// Adds a record; its id. Without any fields there is a record all the same.
pub fn add(call: &Call<'_>, kind: Kind) -> Answered {
    access::enter(call)?;
    let fields = fields(call)?;
    let params = call.array("params").unwrap_or(&Value::Null);
    let import = cast::truthy(cast::member(params, "IMPORT"));
    let input = Input {
        kind,
        fields: &fields,
        unlocked: if import { IMPORTED } else { &[] },
        old: None,
    };
    Ok(create(call, &input)?.into())
}

/// Adds the record a request describes; its id.
pub fn create(call: &Call<'_>, input: &Input<'_>) -> Result<i64, RestError> {
    let (kind, fields) = (input.kind, input.fields);
    call.portal.conditions.check(Fault::DiskFull)?;
    multifield::check(kind, fields)?;
    let mut changes = input.changes(call)?;
    defaults::check(&changes)?;
    defaults::for_new(call, kind, &mut changes)?;
    let id = records::insert(call.db, kind, &changes)?;
    defaults::name_after_id(call.db, kind, id)?;
    multifield::write(call.db, kind, id, fields)?;
    userfield::values::write(call, kind, id, fields)?;
    links::from_input(call.db, input, id)?;
    defaults::note_repeat(call.db, kind, id)?;
    call.fire(Fired::record(kind, "ADD", id));
    Ok(id)
}

/// Changes a record; always true.
pub fn update(call: &Call<'_>, kind: Kind) -> Answered {
    let id = positive_id(call)?;
    let fields = fields(call)?;
    let Some(old) = access::write(call, kind, id)? else {
        return Err(RestError::crm(format!("{} is not found", kind.title())));
    };
    let input = Input {
        kind,
        fields: &fields,
        unlocked: &[],
        old: Some(&old),
    };
    change(call, &input, &old)?;
    Ok(true.into())
}

/// Changes the record `old` as a request describes.
pub fn change(call: &Call<'_>, input: &Input<'_>, old: &Record) -> Result<(), RestError> {
    let (kind, fields, id) = (input.kind, input.fields, old.id());
    call.portal.conditions.check(Fault::DiskFull)?;
    multifield::check(kind, fields)?;
    let mut changes = input.changes(call)?;
    defaults::check(&changes)?;
    defaults::for_update(call, old, &mut changes)?;
    records::update(call.db, kind, id, &changes)?;
    multifield::write(call.db, kind, id, fields)?;
    userfield::values::write(call, kind, id, fields)?;
    links::from_input(call.db, input, id)?;
    let won = SqlValue::Text("S".into());
    let is_won = changes.contains(&("STATUS_SEMANTIC_ID", won.clone()));
    if !is_won && *old.value("STATUS_SEMANTIC_ID") != won
        || call.portal.settings.repeat_lead == RepeatLead::AtOnce
    {
        defaults::note_repeat(call.db, kind, id)?;
    }
    call.fire(Fired::record(kind, "UPDATE", id));
    Ok(())
}

/// The record with all its fields.
pub fn get(call: &Call<'_>, kind: Kind) -> Answered {
    let id = positive_id(call)?;
    access::read(call, kind, id)?;
    match wire::card(call.portal, call.db, kind, id)? {
        Some(card) => Ok(Value::Object(card).into()),
        None => Err(RestError::crm("Not found")),
    }
}

/// Removes a record; always true.
pub fn delete(call: &Call<'_>, kind: Kind) -> Answered {
    let id = positive_id(call)?;
    if access::write(call, kind, id)?.is_none() {
        return Err(match kind {
            Kind::Lead | Kind::Contact => RestError::core("Element not found"),
            // The portal has lost its words here.
            Kind::Company => RestError::crm(""),
        });
    }
    remove(call, kind, id)?;
    Ok(true.into())
}

/// Removes a record with all that hangs on it.
pub fn remove(call: &Call<'_>, kind: Kind, id: i64) -> Result<(), RestError> {
    let orphaned = links::leads_of(call.db, kind, id)?;
    records::delete(call.db, kind, id)?;
    for lead in orphaned {
        links::follow(call, lead)?;
    }
    call.fire(Fired::record(kind, "DELETE", id));
    Ok(())
}

/// A page of records.
pub fn list(call: &Call<'_>, kind: Kind) -> Answered {
    access::enter(call)?;
    let order = call.array_or_error("order")?;
    let filter = call.array_or_error("filter")?;
    let known = userfields::of_owner(call.db, kind.owner_of_userfields())?;
    let condition = Condition::All(vec![
        access::readable(call.user()),
        filter::read(call.portal, kind, filter, &known),
    ]);
    let selection = select::Selection::read(kind, call.array("select"), &known);
    let mut search = Search {
        condition,
        order: select::order(kind, order, &known),
        offset: 0,
        limit: PAGE,
    };
    // Nobody counts for a caller who asks for a page before the first.
    let total = if call.start < 0 {
        0
    } else {
        query::count(call.db, kind, &search.condition)?
    };
    search.offset = page_offset(call.start, total);
    let found: Vec<Record> = query::find(call.db, kind, &search)?;
    let rows = selection.rows(call.portal, call.db, &found)?;
    Ok(Call::page(rows, search.offset, total))
}

/// Where the page of `start` begins; behind the last page there is the first one again.
fn page_offset(start: i64, total: i64) -> i64 {
    let offset = start.max(0) / PAGE * PAGE;
    if offset < total { offset } else { 0 }
}

/// The id of the record the call is about.
pub fn positive_id(call: &Call<'_>) -> Result<i64, RestError> {
    match call.id() {
        id if id > 0 => Ok(id),
        _ => Err(RestError::crm("ID is not defined or invalid.")),
    }
}

fn fields(call: &Call<'_>) -> Result<Map<String, Value>, RestError> {
    call.array_or_error("params")?;
    let fields = call.array_or_error("fields")?.cloned();
    Ok(match fields {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    })
}
