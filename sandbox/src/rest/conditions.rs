//! Troubles of the whole portal that a developer wants to see their app in: a plan without REST, an
//! app that was not paid for, a portal that is gone. Each is the failure it causes, and while it
//! holds, calls fail with it at the place among the checks where the real portal looks.
//!
//! | address | takes | gives |
//! |---|---|---|
//! | `GET /_sandbox/conditions` | – | `{"PORTAL_DELETED": false, …}` |
//! | `POST /_sandbox/conditions` | `{"OVERLOAD_LIMIT": true}` | the same, as it is now |
//!
//! The end of a condition can be news to apps: that they were paid for, or that an administrator has
//! decided about a method they had called (reference §6).

use std::collections::{BTreeSet, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router, middleware};
use rusqlite::Connection;
use serde_json::{Map, Value};

use super::error::{Fault, RestError};
use crate::events::delivery::Delivery;
use crate::events::letter::Writer;
use crate::state::{AppState, Portal};
use crate::store::{Sql, apps};
use crate::{guard, host};

/// Those that can be set.
const KNOWN: [Fault; 18] = [
    Fault::PortalDeleted,
    Fault::UnexpectedAnswer,
    Fault::Internal,
    Fault::HttpsRequired,
    Fault::Connection,
    Fault::NotInstalled,
    Fault::PaymentRequired,
    Fault::Overload,
    Fault::NoPlan,
    Fault::NoSubscription,
    Fault::WrongLicense,
    Fault::AppNotFound,
    Fault::UserAccess,
    Fault::ConfirmWaiting,
    Fault::ConfirmDenied,
    Fault::WrongEncoding,
    Fault::UserType,
    Fault::DiskFull,
];

/// What an administrator may have said about a method.
const CONFIRMATION: [Fault; 2] = [Fault::ConfirmWaiting, Fault::ConfirmDenied];

/// What holds at present.
#[derive(Debug, Default)]
pub struct Conditions {
    held: Mutex<HashSet<Fault>>,
    // The methods that apps may call once an administrator has agreed.
    requests: Mutex<BTreeSet<Request>>,
}

/// A method that an app has called and may not call yet: the app, its token and the method.
type Request = (i64, String, String);

impl Conditions {
    /// Fails if this holds.
    pub fn check(&self, fault: Fault) -> Result<(), RestError> {
        if self.holds(fault) {
            return Err(fault.into());
        }
        Ok(())
    }

    /// Fails with the first of these that holds.
    pub fn check_all(&self, faults: &[Fault]) -> Result<(), RestError> {
        faults.iter().try_for_each(|fault| self.check(*fault))
    }

    /// Whether this holds.
    pub fn holds(&self, fault: Fault) -> bool {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.contains(&fault)
    }

    /// Fails while an administrator has not agreed that this method is called.
    pub fn check_confirmation(&self) -> Result<(), RestError> {
        self.check_all(&CONFIRMATION)
    }

    /// Like [`Conditions::check_confirmation`], for an app, which is told of the decision.
    pub fn check_confirmation_of(
        &self,
        app: i64,
        token: &str,
        method: &str,
    ) -> Result<(), RestError> {
        if self.holds(Fault::ConfirmWaiting) {
            let request = (app, token.to_owned(), method.to_owned());
            self.requests().insert(request);
        }
        self.check_confirmation()
    }

    fn requests(&self) -> MutexGuard<'_, BTreeSet<Request>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the condition of this name hold, or not; false when there is none.
    pub fn set(&self, name: &str, holds: bool) -> bool {
        let Some(fault) = named(name) else {
            return false;
        };
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if holds {
            held.insert(fault);
        } else {
            held.remove(&fault);
        }
        true
    }

    fn show(&self) -> Value {
        let shown = |fault: &Fault| (name(*fault).to_owned(), Value::Bool(self.holds(*fault)));
        Value::Object(KNOWN.iter().map(shown).collect())
    }
}

/// What a condition is called: as its code, unless two have the same or it has none.
fn name(fault: Fault) -> &'static str {
    match fault {
        Fault::NoSubscription => "ACCESS_DENIED_SUBSCRIPTION",
        Fault::UserType => "USER_TYPE",
        Fault::DiskFull => "DISK_QUOTA",
        other => other.code(),
    }
}

fn named(wanted: &str) -> Option<Fault> {
    KNOWN.into_iter().find(|fault| name(*fault) == wanted)
}

/// The addresses above.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/conditions", get(show).post(change))
        .layer(middleware::from_fn(guard::own_pages_only))
}

async fn show(State(portal): State<AppState>) -> Json<Value> {
    Json(portal.conditions.show())
}

async fn change(
    State(portal): State<AppState>,
    Json(wanted): Json<Map<String, Value>>,
) -> Result<Json<Value>, (StatusCode, String)> {
    let unpaid = portal.conditions.holds(Fault::PaymentRequired);
    for (code, holds) in &wanted {
        let Some(holds) = holds.as_bool() else {
            return Err(refused(&format!(
                "{code} is {holds}, expected true or false"
            )));
        };
        if !portal.conditions.set(code, holds) {
            let known: Vec<&str> = KNOWN.iter().map(|fault| name(*fault)).collect();
            let known = known.join(", ");
            return Err(refused(&format!(
                "there is no condition {code}; there are {known}"
            )));
        }
    }
    let letters = portal.store.write(|db| news(&portal, db, unpaid));
    portal.outbox.send(letters.map_err(|error| {
        let text = error.to_string();
        (StatusCode::INTERNAL_SERVER_ERROR, text)
    })?);
    Ok(Json(portal.conditions.show()))
}

/// What apps are told of the conditions that hold no longer.
fn news(portal: &Portal, db: &Connection, unpaid: bool) -> Sql<Vec<Delivery>> {
    let conditions = &portal.conditions;
    let writer = Writer {
        portal,
        db,
        user: host::DEFAULT_USER,
    };
    let mut letters = Vec::new();
    if unpaid && !conditions.holds(Fault::PaymentRequired) {
        for app in apps::all(db)? {
            letters.extend(writer.paid(&app)?);
        }
    }
    if !conditions.holds(Fault::ConfirmWaiting) {
        let confirmed = !conditions.holds(Fault::ConfirmDenied);
        let requests = std::mem::take(&mut *conditions.requests());
        for (app, token, method) in requests {
            if let Some(app) = apps::get(db, app)? {
                letters.extend(writer.judged(&app, (&token, &method), confirmed)?);
            }
        }
    }
    Ok(letters)
}

fn refused(text: &str) -> (StatusCode, String) {
    (StatusCode::BAD_REQUEST, text.to_owned())
}
