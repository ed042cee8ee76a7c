//! `/_sandbox/clock`: the portal's time. Tokens, buckets, operating time, the offline queue and
//! every date the portal writes follow it.
//!
//! | address | takes | gives |
//! |---|---|---|
//! | `GET /_sandbox/clock` | – | `{now: "2026-05-01T12:00:00+03:00", ahead: 0}` |
//! | `POST /_sandbox/clock` | `{"advance": 3600}`, `{"set": "2030-01-01T00:00:00+03:00"}` or `{"reset": true}` | the same, as it is now |

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Failure;
use crate::clock::YEARS;
use crate::state::{AppState, Portal};

/// These addresses.
pub fn router() -> Router<AppState> {
    Router::new().route("/_sandbox/clock", get(show).post(change))
}

async fn show(State(portal): State<AppState>) -> Json<Value> {
    Json(present(&portal))
}

fn present(portal: &Portal) -> Value {
    let clock = &portal.clock;
    json!({ "now": clock.iso(clock.seconds()), "ahead": clock.ahead() })
}

/// What is done to the clock.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Change {
    Advance(i64),
    Set(String),
    Reset(bool),
}

async fn change(
    State(portal): State<AppState>,
    Json(body): Json<Value>,
) -> Result<Json<Value>, Failure> {
    let wrong = |_| {
        let text = "expected {\"advance\": seconds}, {\"set\": \"2030-01-01T00:00:00+03:00\"} or {\"reset\": true}";
        Failure(StatusCode::BAD_REQUEST, text.to_owned())
    };
    let clock = &portal.clock;
    let moved = match serde_json::from_value(body).map_err(wrong)? {
        Change::Advance(seconds) => clock.advance(seconds),
        Change::Set(text) => {
            clock.set(crate::php::date::moment(&text, clock.now()).ok_or_else(|| {
                let text =
                    format!("{text:?} is no moment; write it like 2030-01-01T00:00:00+03:00");
                Failure(StatusCode::BAD_REQUEST, text)
            })?)
        }
        Change::Reset(reset) => !reset || clock.set_ahead(0),
    };
    if !moved {
        let text = format!(
            "the portal's time stays between the years {} and {}",
            YEARS.start,
            YEARS.end - 1
        );
        return Err(Failure(StatusCode::BAD_REQUEST, text));
    }
    Ok(Json(present(&portal)))
}
