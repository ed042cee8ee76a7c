//! `/_sandbox/calls`: the journal for pages and tools.
//!
//! | address | gives |
//! |---|---|
//! | `GET /_sandbox/calls?method=crm.*&caller=webhook:1&status=error&text=…&fault=true&after=7&limit=100` | `{last, calls: […]}`, oldest first |
//! | `GET /_sandbox/calls/{id}` | one call |
//! | `DELETE /_sandbox/calls` | forgets the kept calls |
//! | `GET /_sandbox/calls/stream` | every call as it ends, as server-sent events `call`; the same filters |

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use axum::{Json, Router};
use futures_util::stream::{self, Stream, StreamExt as _};
use serde_json::{Value, json};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::{Entry, Selection};
use crate::control::Failure;
use crate::control::asked::{Number, Settings};
use crate::state::AppState;

/// These addresses.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/calls", get(list).delete(clear))
        .route("/_sandbox/calls/stream", get(follow))
        .route("/_sandbox/calls/{id}", get(one))
}

async fn list(
    State(portal): State<AppState>,
    Settings(wanted): Settings<Selection>,
) -> Json<Value> {
    let last = portal.journal.last();
    let calls = portal.journal.list(&wanted);
    // What came since is for whoever goes on from there.
    let known = calls.iter().filter(|entry| entry.id <= last);
    let calls: Vec<&Entry> = known.map(|entry| &**entry).collect();
    Json(json!({ "last": last, "calls": calls }))
}

async fn clear(State(portal): State<AppState>) -> StatusCode {
    portal.journal.clear();
    StatusCode::NO_CONTENT
}

async fn one(State(portal): State<AppState>, Number(id): Number) -> impl IntoResponse {
    match portal.journal.get(id) {
        Some(entry) => Ok(Json(json!(&*entry))),
        None => Err(Failure(
            StatusCode::NOT_FOUND,
            format!("the journal has no call {id}: it keeps the last ones only"),
        )),
    }
}

/// What came while a browser was away is sent first: it names the last call it saw.
async fn follow(
    State(portal): State<AppState>,
    Settings(mut wanted): Settings<Selection>,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let seen = headers
        .get("last-event-id")
        .and_then(|id| id.to_str().ok()?.parse().ok());
    let live = portal.journal.subscribe();
    wanted.after = match seen {
        Some(seen) => seen,
        None if wanted.after > 0 => wanted.after,
        None => portal.journal.last(),
    };
    wanted.limit = super::KEPT;
    let missed = portal.journal.list(&wanted);
    // A call may come between subscribing and listing: it is in both, and told once.
    let told = missed.last().map_or(wanted.after, |entry| entry.id);
    let fresh = stream::unfold(live, next)
        .filter(move |entry| std::future::ready(entry.id > told && wanted.holds(entry)));
    let events = stream::iter(missed)
        .chain(fresh)
        .map(|entry| Ok(event(&entry)));
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// The next call; calls that a slow listener missed are left out.
async fn next(mut live: Receiver<Arc<Entry>>) -> Option<(Arc<Entry>, Receiver<Arc<Entry>>)> {
    loop {
        match live.recv().await {
            Ok(entry) => return Some((entry, live)),
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return None,
        }
    }
}

fn event(entry: &Entry) -> Event {
    let data = serde_json::to_string(entry).unwrap_or_default();
    Event::default()
        .event("call")
        .id(entry.id.to_string())
        .data(data)
}
