//! The endpoint `/rest/`: from a request to the method that answers it, and back (reference §1).

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use axum::routing::any;

use crate::journal::Recording;
use crate::state::AppState;

pub mod auth;
pub mod call;
pub mod dispatch;
pub mod envelope;
pub mod error;
pub mod request;

use error::{Fault, RestError};
use request::Asked;

/// Every address below `/rest/`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/rest/", any(endpoint))
        .route("/rest/{*path}", any(endpoint))
        .layer(DefaultBodyLimit::max(request::BODY_LIMIT))
}

async fn endpoint(State(state): State<AppState>, request: Request) -> Response {
    // A browser that asks whether it may call wants an empty yes.
    if request.method() == Method::OPTIONS {
        return envelope::ALWAYS.into_response();
    }
    let start = state.clock.now();
    let mut record = Recording::start(start, &request);
    let asked = request::read(request).await;
    record.asked(&state, asked.as_ref().ok());
    let xml = asked.as_ref().is_ok_and(|asked| asked.xml);
    let portal = state.clone();
    let work = move || answer(&portal, asked?);
    let answered = tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(RestError::new(Fault::Database, "Internal server error")));
    let (status, body) = envelope::wrap(answered, start, state.clock.now());
    state.journal.add(record.answered(status, &body));
    envelope::respond(status, &body, xml)
}

/// Runs the call in a transaction of its own and then tells the world what happened in it.
fn answer(state: &AppState, asked: Asked) -> call::Answered {
    let method = dispatch::find(&asked.method)?;
    let (answer, letters) = state.store.write(|db| {
        let caller = auth::authorize(state, db, asked.credentials.as_ref(), method.scope)?;
        dispatch::run(method, state, db, &caller, asked)
    })?;
    state.outbox.send(letters);
    Ok(answer)
}
