//! What the portal fills in, keeps and refuses when a record is written (reference §3.2, §3.3).

use rusqlite::Connection;
use rusqlite::types::Value as SqlValue;

use crate::entity::Kind;
use crate::rest::call::Call;
use crate::rest::error::RestError;
use crate::store::Sql;
use crate::store::directories;
use crate::store::links::{self, Relation};
use crate::store::records::{self, Changes, Record};

/// The portal's own currency.
pub const BASE_CURRENCY: &str = "EUR";

const CURRENCIES: &[&str] = &[
    "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RUB", "UAH", "KZT",
    "BYN", "TRY", "INR", "CNY", "JPY", "BRL", "MXN", "CAD", "AUD",
];

/// Fields that keep their value when somebody empties them.
const KEPT: &[&str] = &["TITLE", "ASSIGNED_BY_ID", "CURRENCY_ID"];

/// Refuses values no portal would take.
pub fn check(changes: &Changes) -> Result<(), RestError> {
    match value(changes, "CURRENCY_ID") {
        Some(SqlValue::Text(currency))
            if !currency.is_empty() && !CURRENCIES.contains(&currency.as_str()) =>
        {
            Err(RestError::core(format!(
                "The currency \"{currency}\" is not found.<br>"
            )))
        }
        _ => Ok(()),
    }
}

/// Completes a new record.
pub fn for_new(call: &Call<'_>, kind: Kind, changes: &mut Changes) -> Result<(), RestError> {
    let (user, now) = (
        SqlValue::Integer(call.user().id),
        SqlValue::Integer(call.portal.clock.seconds()),
    );
    for name in [
        "ASSIGNED_BY_ID",
        "CREATED_BY_ID",
        "MODIFY_BY_ID",
        "LAST_ACTIVITY_BY",
    ] {
        fill(changes, name, user.clone());
    }
    for name in ["DATE_CREATE", "DATE_MODIFY", "LAST_ACTIVITY_TIME"] {
        fill(changes, name, now.clone());
    }
    for name in ["HAS_PHONE", "HAS_EMAIL", "HAS_IMOL"] {
        fill(changes, name, text("N"));
    }
    fill(changes, "OPENED", text("Y"));
    match kind {
        Kind::Lead => for_new_lead(call, changes, &user, &now),
        Kind::Contact => {
            fill(changes, "SOURCE_ID", first_of(call.db, "SOURCE")?);
            fill(changes, "TYPE_ID", first_of(call.db, "CONTACT_TYPE")?);
            fill(changes, "EXPORT", text("Y"));
            Ok(())
        }
        Kind::Company => for_new_company(call.db, changes, &user, &now),
    }
}

fn for_new_company(
    db: &Connection,
    changes: &mut Changes,
    user: &SqlValue,
    now: &SqlValue,
) -> Result<(), RestError> {
    for name in ["COMPANY_TYPE", "INDUSTRY", "EMPLOYEES"] {
        fill(changes, name, first_of(db, name)?);
    }
    fill(changes, "CURRENCY_ID", text(BASE_CURRENCY));
    fill(changes, "REVENUE", SqlValue::Real(0.0));
    fill(changes, "IS_MY_COMPANY", text("N"));
    // Nothing has happened in it before, whatever the request says.
    set(changes, "LAST_ACTIVITY_BY", user.clone());
    set(changes, "LAST_ACTIVITY_TIME", now.clone());
    Ok(())
}

fn for_new_lead(
    call: &Call<'_>,
    changes: &mut Changes,
    user: &SqlValue,
    now: &SqlValue,
) -> Result<(), RestError> {
    fill(changes, "SOURCE_ID", first_of(call.db, "SOURCE")?);
    fill(changes, "CURRENCY_ID", text(BASE_CURRENCY));
    fill(changes, "OPPORTUNITY", SqlValue::Real(0.0));
    fill(changes, "IS_MANUAL_OPPORTUNITY", text("N"));
    fill(changes, "IS_RETURN_CUSTOMER", text("N"));
    let known = known_status(call.db, changes)?;
    if known.is_none() {
        set(changes, "STATUS_ID", first_of(call.db, "STATUS")?);
    }
    set(changes, "MOVED_BY_ID", user.clone());
    set(changes, "MOVED_TIME", now.clone());
    note_semantics(call, changes)
}

/// Completes the changes of an existing record.
pub fn for_update(call: &Call<'_>, old: &Record, changes: &mut Changes) -> Result<(), RestError> {
    changes.retain(|(name, value)| !(KEPT.contains(name) && is_empty(value)));
    match old.kind {
        Kind::Lead if value(changes, "STATUS_ID").is_some() => note_status(call, old, changes)?,
        Kind::Lead => {}
        Kind::Contact => check_names(old, changes)?,
        Kind::Company => keep_later_activity(old, changes),
    }
    set(changes, "MODIFY_BY_ID", SqlValue::Integer(call.user().id));
    set(
        changes,
        "DATE_MODIFY",
        SqlValue::Integer(call.portal.clock.seconds()),
    );
    Ok(())
}

/// The last activity of a company only moves forward.
fn keep_later_activity(old: &Record, changes: &mut Changes) {
    let before = old.integer("LAST_ACTIVITY_TIME").unwrap_or_default();
    let is_later = |value: &SqlValue| matches!(value, SqlValue::Integer(at) if *at > before);
    if !value(changes, "LAST_ACTIVITY_TIME").is_some_and(is_later) {
        changes.retain(|(name, _)| !name.starts_with("LAST_ACTIVITY_"));
    }
}

fn note_status(call: &Call<'_>, old: &Record, changes: &mut Changes) -> Result<(), RestError> {
    match known_status(call.db, changes)? {
        Some(status) if status != old.text("STATUS_ID") => {
            set(changes, "MOVED_BY_ID", SqlValue::Integer(call.user().id));
            set(
                changes,
                "MOVED_TIME",
                SqlValue::Integer(call.portal.clock.seconds()),
            );
            note_semantics(call, changes)
        }
        // The same status changes nothing, an unknown one is silently not taken.
        _ => {
            changes.retain(|(name, _)| *name != "STATUS_ID");
            Ok(())
        }
    }
}

fn known_status(db: &Connection, changes: &Changes) -> Result<Option<String>, RestError> {
    let Some(SqlValue::Text(status)) = value(changes, "STATUS_ID") else {
        return Ok(None);
    };
    Ok(directories::get(db, "STATUS", status)?.map(|known| known.status_id))
}

/// What a stage means follows the stage, and so does the day of completion.
fn note_semantics(call: &Call<'_>, changes: &mut Changes) -> Result<(), RestError> {
    let Some(SqlValue::Text(status)) = value(changes, "STATUS_ID") else {
        return Ok(());
    };
    let known = directories::get(call.db, "STATUS", status)?;
    let semantics = known
        .and_then(|known| known.semantics)
        .unwrap_or_else(|| "P".into());
    let closed = match semantics.as_str() {
        "P" => SqlValue::Null,
        _ => SqlValue::Integer(call.portal.clock.seconds()),
    };
    set(changes, "STATUS_SEMANTIC_ID", SqlValue::Text(semantics));
    set(changes, "DATE_CLOSED", closed);
    Ok(())
}

fn check_names(old: &Record, changes: &Changes) -> Result<(), RestError> {
    let is_left_empty = |name: &str| match value(changes, name) {
        Some(value) => is_empty(value),
        None => old.text(name).is_empty(),
    };
    if is_left_empty("NAME") && is_left_empty("LAST_NAME") {
        return Err(RestError::core(
            "The first name or the last name must be given.<br>",
        ));
    }
    Ok(())
}

/// A record without a name is called after its id.
pub fn name_after_id(db: &Connection, kind: Kind, id: i64) -> Sql<()> {
    let Some(record) = records::get(db, kind, id)? else {
        return Ok(());
    };
    let (nameless, column) = match kind {
        Kind::Lead | Kind::Company => (record.text("TITLE").is_empty(), "TITLE"),
        Kind::Contact => (
            record.text("NAME").is_empty() && record.text("LAST_NAME").is_empty(),
            "LAST_NAME",
        ),
    };
    if !nameless {
        return Ok(());
    }
    records::update(
        db,
        kind,
        id,
        &vec![(column, text(&format!("{} #{id}", kind.title())))],
    )
}

/// A lead of a known company or contact is a repeat lead.
pub fn note_repeat(db: &Connection, kind: Kind, id: i64) -> Sql<()> {
    if kind != Kind::Lead {
        return Ok(());
    }
    let Some(lead) = records::get(db, kind, id)? else {
        return Ok(());
    };
    let known = lead.integer("COMPANY_ID").is_some()
        || !links::load(db, Relation::LeadContacts, id)?.is_empty();
    let flag = text(if known { "Y" } else { "N" });
    records::update(db, kind, id, &vec![("IS_RETURN_CUSTOMER", flag)])
}

fn first_of(db: &Connection, directory: &str) -> Sql<SqlValue> {
    let first = directories::list(db, directory)?.into_iter().next();
    Ok(first.map_or(SqlValue::Null, |status| SqlValue::Text(status.status_id)))
}

fn fill(changes: &mut Changes, name: &'static str, new: SqlValue) {
    match value(changes, name) {
        Some(value) if !is_empty(value) => {}
        _ => set(changes, name, new),
    }
}

fn set(changes: &mut Changes, name: &'static str, value: SqlValue) {
    changes.retain(|(known, _)| *known != name);
    changes.push((name, value));
}

fn value<'a>(changes: &'a Changes, name: &str) -> Option<&'a SqlValue> {
    changes
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

fn is_empty(value: &SqlValue) -> bool {
    match value {
        SqlValue::Null => true,
        SqlValue::Text(text) => text.is_empty(),
        _ => false,
    }
}

fn text(text: &str) -> SqlValue {
    SqlValue::Text(text.to_owned())
}
