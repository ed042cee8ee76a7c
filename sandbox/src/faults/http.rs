//! `/_sandbox/faults`: the rules in force.
//!
//! | address | takes | gives |
//! |---|---|---|
//! | `GET /_sandbox/faults` | – | `{faults: […], kinds: […]}` |
//! | `POST /_sandbox/faults` | `{"kind": "cut", "method": "crm.lead.add", "count": 2}` | 201 and the rule with its `id` |
//! | `DELETE /_sandbox/faults` | – | `{removed: n}` |
//! | `DELETE /_sandbox/faults/{id}` | – | `{removed: 1}` |

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::{MOST, Rule, Standing, kind};
use crate::control::Failure;
use crate::control::asked::Number;
use crate::state::AppState;

/// These addresses.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/faults", get(list).post(add).delete(clear))
        .route("/_sandbox/faults/{id}", delete(remove))
}

async fn list(State(portal): State<AppState>) -> Json<Value> {
    Json(json!({ "faults": portal.faults.list(), "kinds": kind::describe() }))
}

async fn add(
    State(portal): State<AppState>,
    Json(body): Json<Value>,
) -> Result<(StatusCode, Json<Standing>), Failure> {
    let rule = Rule::from_json(&body)
        .map_err(|error| Failure(StatusCode::BAD_REQUEST, error.to_string()))?;
    let full = || {
        let text = format!("there are {MOST} faults already: remove some");
        Failure(StatusCode::CONFLICT, text)
    };
    let standing = portal.faults.add(rule).ok_or_else(full)?;
    Ok((StatusCode::CREATED, Json(standing)))
}

async fn clear(State(portal): State<AppState>) -> Json<Value> {
    Json(json!({ "removed": portal.faults.clear() }))
}

async fn remove(
    State(portal): State<AppState>,
    Number(id): Number,
) -> Result<Json<Value>, Failure> {
    if portal.faults.remove(id) {
        return Ok(Json(json!({ "removed": 1 })));
    }
    let text = format!("there is no fault {id}");
    Err(Failure(StatusCode::NOT_FOUND, text))
}
