//! The limits from outside.
//!
//! | address | does |
//! |---|---|
//! | `GET /_sandbox/limits` | `{plan, operating_limit, buckets: [{source, level, capacity, leak}]}` |
//! | `DELETE /_sandbox/limits` | empties every bucket and forgets all operating time |

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router, middleware};
use clap::ValueEnum as _;
use serde_json::{Value, json};

use super::Plan;
use crate::guard;
use crate::rest::envelope;
use crate::state::AppState;

/// These addresses; other sites' pages are refused.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/limits", get(show).delete(reset))
        .layer(middleware::from_fn(guard::own_pages_only))
}

async fn show(State(portal): State<AppState>) -> Json<Value> {
    let settings = &portal.settings;
    let limit = (settings.plan != Plan::None).then_some(settings.operating_limit);
    let now = envelope::seconds(portal.clock.now());
    Json(json!({
        "plan": settings.plan.to_possible_value().map(|value| value.get_name().to_owned()),
        "operating_limit": limit,
        "buckets": portal.limits.gauges(now),
    }))
}

async fn reset(State(portal): State<AppState>) -> StatusCode {
    portal.limits.reset();
    StatusCode::NO_CONTENT
}
