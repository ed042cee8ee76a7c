//! How apps get tokens (reference §8): a user lets an app in, which gives it a code for half a
//! minute; the app trades the code for a pair of tokens, and later the pair for a new one.
//!
//! | address | does |
//! |---|---|
//! | `GET /oauth/authorize/?client_id&state[&redirect_uri]` | sends the logged-in user back to the app with a code; asks who one is otherwise ([`authorize`]) |
//! | `GET`, `POST /oauth/token/` | gives tokens for a code or a refresh token ([`token`]) |
//!
//! The sandbox is its own authorization server; in the cloud that is another host.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;

use crate::state::AppState;

pub mod authorize;
pub mod codes;
pub mod token;

/// What a token request may weigh, bytes.
const BODY_LIMIT: usize = 64 << 10;

/// These addresses, with and without the last slash.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/oauth/authorize", get(authorize::page))
        .route("/oauth/authorize/", get(authorize::page))
        .route("/oauth/token", get(token::endpoint).post(token::endpoint))
        .route("/oauth/token/", get(token::endpoint).post(token::endpoint))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
}
