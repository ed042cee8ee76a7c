//! Troubles of the whole portal that a developer wants to see their app in: a plan without REST, an
//! app that was not paid for, a portal that is gone. Each is the failure it causes, and while it
//! holds, calls fail with it at the place among the checks where the real portal looks.
//!
//! | address | takes | gives |
//! |---|---|---|
//! | `GET /_sandbox/conditions` | – | `{"PORTAL_DELETED": false, …}` |
//! | `POST /_sandbox/conditions` | `{"OVERLOAD_LIMIT": true}` | the same, as it is now |

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router, middleware};
use serde_json::{Map, Value};

use super::error::{Fault, RestError};
use crate::guard;
use crate::state::AppState;

/// Those that can be set.
const KNOWN: [Fault; 16] = [
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
];

/// What holds at present.
#[derive(Debug, Default)]
pub struct Conditions(Mutex<HashSet<Fault>>);

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
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.contains(&fault)
    }

    /// Makes the condition of this name hold, or not; false when there is none.
    pub fn set(&self, name: &str, holds: bool) -> bool {
        let Some(fault) = named(name) else {
            return false;
        };
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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

/// What a condition is called: as its code, unless two have the same.
fn name(fault: Fault) -> &'static str {
    match fault {
        Fault::NoSubscription => "ACCESS_DENIED_SUBSCRIPTION",
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
    Ok(Json(portal.conditions.show()))
}

fn refused(text: &str) -> (StatusCode, String) {
    (StatusCode::BAD_REQUEST, text.to_owned())
}
