//! What a developer does to the portal from outside, below `/_sandbox/`: look at its calls
//! ([`crate::journal`]), make it fail, move its time, keep and bring back its data.

use axum::{Router, middleware};

use crate::state::AppState;
use crate::{faults, guard, journal};

/// These addresses; other sites' pages are refused.
pub fn router() -> Router<AppState> {
    Router::new()
        .merge(journal::http::router())
        .merge(faults::http::router())
        .layer(middleware::from_fn(guard::own_pages_only))
}
