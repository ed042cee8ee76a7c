//! What a developer does to the portal from outside, below `/_sandbox/`: look at its calls
//! ([`crate::journal`]), make it fail ([`crate::faults`]), move its time ([`clock`]), keep and bring
//! back its data ([`state`]).

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Router, middleware};

use crate::state::AppState;
use crate::{faults, guard, journal};

pub mod asked;
pub mod clock;
pub mod snapshots;
pub mod state;

/// What went wrong: a status, and a sentence.
#[derive(Debug)]
pub struct Failure(pub StatusCode, pub String);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        (self.0, self.1 + "\n").into_response()
    }
}

/// These addresses; other sites' pages are refused.
pub fn router() -> Router<AppState> {
    Router::new()
        .merge(journal::http::router())
        .merge(faults::http::router())
        .merge(clock::router())
        .merge(state::router())
        .layer(middleware::from_fn(guard::own_pages_only))
}
