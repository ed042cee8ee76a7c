//! crm.item.*: leads, contacts and companies by one set of methods, with names in camel case (docs:
//! api-reference/crm/universal). The records, their events and most of the work are those of the
//! classic methods; [`table`] says which field is which.

use serde_json::{Value, json};

use super::input::Input;
use super::{access, records};
use crate::entity::Kind;
use crate::php::cast;
use crate::rest::call::{Answer, Answered, Call, PAGE};
use crate::rest::error::{Fault, RestError};
use crate::store::query::{self, Condition, Search};
use crate::store::records::Record;
use crate::store::users::User;
use crate::store::{records as rows, userfields};
use filter::Reader;
use read::View;
use write::{Draft, UNLOCKED};

mod fields;
mod filter;
mod name;
mod read;
mod several;
mod table;
mod write;

pub use fields::fields;

/// Kinds of records that the real portal keeps as items besides these: deals, quotes, invoices and
/// documents to sign.
const ELSEWHERE: &[i64] = &[2, 7, 31, 36];
/// Numbers of kinds that people made start here.
const FIRST_DYNAMIC: i64 = 128;

/// Adds a record; the record.
pub fn add(call: &Call<'_>) -> Answered {
    let kind = kind(call)?;
    let fields = array(call, "fields")?.ok_or_else(|| missing("fields"))?;
    if !call.user().uses_crm {
        return Err(Fault::ItemDenied.into());
    }
    let draft = Draft::read(call, kind, fields, None)?;
    let input = Input {
        kind,
        fields: &draft.fields,
        unlocked: UNLOCKED,
        old: None,
    };
    let id = records::create(call, &input).map_err(with_code)?;
    draft.finish(call, kind, id)?;
    item(call, kind, id)
}

/// Changes a record; the record.
pub fn update(call: &Call<'_>) -> Answered {
    let (kind, id) = (kind(call)?, number(call, "id")?);
    let fields = array(call, "fields")?.ok_or_else(|| missing("fields"))?;
    let old = record(call, kind, id, access::may_write)?;
    let draft = Draft::read(call, kind, fields, Some(&old))?;
    let input = Input {
        kind,
        fields: &draft.fields,
        unlocked: UNLOCKED,
        old: Some(&old),
    };
    records::change(call, &input, &old).map_err(with_code)?;
    draft.finish(call, kind, id)?;
    item(call, kind, id)
}

/// A record.
pub fn get(call: &Call<'_>) -> Answered {
    let (kind, id) = (kind(call)?, number(call, "id")?);
    record(call, kind, id, access::may_read)?;
    item(call, kind, id)
}

/// Removes a record; an empty list.
pub fn delete(call: &Call<'_>) -> Answered {
    let (kind, id) = (kind(call)?, number(call, "id")?);
    record(call, kind, id, access::may_write)?;
    records::remove(call, kind, id)?;
    Ok(json!([]).into())
}

/// A page of the records the caller may see.
pub fn list(call: &Call<'_>) -> Answered {
    let kind = kind(call)?;
    let select = array(call, "select")?;
    let filter = array(call, "filter")?.unwrap_or(&Value::Null);
    let order = array(call, "order")?.unwrap_or(&Value::Null);
    let custom = userfields::of_owner(call.db, kind.owner_of_userfields())?;
    let reader = Reader {
        call,
        kind,
        custom: &custom,
        original_names: read::original_names(call),
    };
    let search = Search {
        condition: Condition::All(vec![access::visible(call.user()), reader.filter(filter)?]),
        order: reader.order(order)?,
        offset: call.start.max(0) / PAGE * PAGE,
        limit: PAGE,
    };
    let found = query::find(call.db, kind, &search)?;
    let items = View::selected(call, kind, select)?.items(&found)?;
    page(call, kind, &search, &items)
}

/// Nobody counts for a caller who asks for a page before the first.
fn page(call: &Call<'_>, kind: Kind, search: &Search, items: &[Value]) -> Answered {
    let total = match call.start {
        ..0 => None,
        _ => Some(query::count(call.db, kind, &search.condition)?),
    };
    let shown = i64::try_from(items.len()).unwrap_or_default();
    let next = search.offset + shown;
    let has_more = shown > 0 && total.is_some_and(|total| next < total);
    Ok(Answer {
        result: json!({ "items": items }),
        next: has_more.then_some(next),
        total,
    })
}

fn item(call: &Call<'_>, kind: Kind, id: i64) -> Answered {
    let item = View::whole(call, kind)?.one(id)?;
    Ok(json!({ "item": item }).into())
}

/// The record the call is about, where the caller may do this to it.
fn record(
    call: &Call<'_>,
    kind: Kind,
    id: i64,
    allowed: fn(&User, &Record) -> bool,
) -> Result<Record, RestError> {
    let record = rows::get(call.db, kind, id)?.ok_or(Fault::ItemNotFound)?;
    if call.user().uses_crm && allowed(call.user(), &record) {
        Ok(record)
    } else {
        Err(Fault::ItemDenied.into())
    }
}

/// The kind of records the call is about.
fn kind(call: &Call<'_>) -> Result<Kind, RestError> {
    let number = number(call, "entityTypeId")?;
    let mut kinds = Kind::ALL.into_iter();
    let known = kinds.find(|kind| kind.entity_type_id() == number);
    known.ok_or_else(|| match number {
        FIRST_DYNAMIC.. => RestError::new(Fault::ItemNotFound, "SPA not found"),
        number if ELSEWHERE.contains(&number) => {
            let text = format!("The sandbox has no records of entityTypeId {number}.");
            RestError::new(Fault::NotImplemented, text)
        }
        number => {
            let text = format!("Entity type {number} is not supported");
            RestError::new(Fault::EntityType, text)
        }
    })
}

/// A parameter that has to be a whole number.
fn number(call: &Call<'_>, name: &str) -> Result<i64, RestError> {
    match call.param(name) {
        Value::Null => Err(missing(name)),
        value => {
            let text = cast::text(value);
            text.parse().map_err(|_| invalid(name, &text, "int"))
        }
    }
}

/// A parameter that has to be an array, if it is there.
fn array<'a>(call: &'a Call<'_>, name: &str) -> Result<Option<&'a Value>, RestError> {
    match call.param(name) {
        Value::Null => Ok(None),
        value if cast::is_array(value) => Ok(Some(value)),
        value => Err(invalid(name, &cast::text(value), "array")),
    }
}

fn missing(name: &str) -> RestError {
    let text = format!("Could not find value for parameter {{{name}}}");
    RestError::new(Fault::Parameter, text)
}

fn invalid(name: &str, value: &str, wanted: &str) -> RestError {
    let text = format!(
        "Invalid value {{{value}}} to match with parameter {{{name}}}. Should be value of type {wanted}."
    );
    RestError::new(Fault::Parameter, text)
}

/// What the classic methods refuse has a code of its own here.
fn with_code(error: RestError) -> RestError {
    if error.is(Fault::Core) {
        error.recoded(Fault::FieldValue)
    } else {
        error
    }
}
