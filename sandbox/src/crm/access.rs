//! Who may do what with leads and contacts.
//!
//! Administrators may do everything. Other users have the rights of an ordinary salesperson: they
//! see what is theirs or open to everyone, change and delete what is theirs, and add. Users without
//! rights in the CRM are refused everywhere.

use rusqlite::types::Value as SqlValue;

use crate::entity::Kind;
use crate::rest::call::Call;
use crate::rest::error::RestError;
use crate::store::query::{Comparison, Condition, Operand};
use crate::store::records::{self, Record};
use crate::store::users::User;

/// Whether the user may see the record.
pub fn may_read(user: &User, record: &Record) -> bool {
    owns(user, record) || record.text("OPENED") == "Y"
}

/// Whether the user may change or delete the record.
pub fn may_write(user: &User, record: &Record) -> bool {
    owns(user, record)
}

fn owns(user: &User, record: &Record) -> bool {
    user.is_admin || record.integer("ASSIGNED_BY_ID") == Some(user.id)
}

/// What holds for all records the user may see.
pub fn readable(user: &User) -> Condition {
    if user.is_admin {
        return Condition::ALWAYS;
    }
    let equal = |operand, value| Condition::Compare(operand, Comparison::Equal, value);
    Condition::Any(vec![
        equal(
            Operand::Number("ASSIGNED_BY_ID"),
            SqlValue::Integer(user.id),
        ),
        equal(Operand::Text("OPENED"), SqlValue::Text("Y".into())),
    ])
}

/// Whether the record is shown to the user: nothing is to users without rights in the CRM.
pub fn sees(user: &User, record: &Record) -> bool {
    user.uses_crm && may_read(user, record)
}

/// What holds for all records shown to the user.
pub fn visible(user: &User) -> Condition {
    if user.uses_crm {
        readable(user)
    } else {
        Condition::Any(Vec::new())
    }
}

/// The text of every refusal by CRM rights.
pub fn denied() -> RestError {
    RestError::crm("Access denied.")
}

/// The record the call is about, if the caller may see it; none when there is none. Users who are
/// not administrators are refused a missing record like one they may not see.
pub fn read(call: &Call<'_>, kind: Kind, id: i64) -> Result<Option<Record>, RestError> {
    check(call, kind, id, may_read)
}

/// Refuses callers without rights in the CRM.
pub fn enter(call: &Call<'_>) -> Result<(), RestError> {
    if call.user().uses_crm {
        Ok(())
    } else {
        Err(denied())
    }
}

/// Like [`read`], for a caller who wants to change the record.
pub fn write(call: &Call<'_>, kind: Kind, id: i64) -> Result<Option<Record>, RestError> {
    check(call, kind, id, may_write)
}

fn check(
    call: &Call<'_>,
    kind: Kind,
    id: i64,
    allowed: fn(&User, &Record) -> bool,
) -> Result<Option<Record>, RestError> {
    enter(call)?;
    let record = records::get(call.db, kind, id)?;
    match &record {
        Some(record) if allowed(call.user(), record) => {}
        None if call.user().is_admin => {}
        _ => return Err(denied()),
    }
    Ok(record)
}

/// Refuses callers who may not change the CRM's settings.
pub fn settings(call: &Call<'_>) -> Result<(), RestError> {
    if call.user().is_admin {
        Ok(())
    } else {
        Err(denied())
    }
}
