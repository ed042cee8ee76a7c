//! The endpoint `/rest/`: from a request to the method that answers it, and back (reference §1).

use std::net::SocketAddr;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::{Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::any;
use chrono::{DateTime, FixedOffset};

use crate::faults::{Address, Meeting};
use crate::journal::Recording;
use crate::session;
use crate::state::AppState;

pub mod auth;
pub mod call;
pub mod conditions;
pub mod dispatch;
pub mod envelope;
pub mod error;
pub mod exchange;
mod fault;
pub mod request;
pub mod turn;
mod xml;

use error::{Fault, RestError};
use exchange::{Reply, Sender};
use request::Asked;

/// Every address below `/rest/`.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/rest/", any(endpoint))
        .route("/rest/{*path}", any(endpoint))
        .layer(DefaultBodyLimit::max(request::BODY_LIMIT))
        .merge(conditions::router())
}

async fn endpoint(State(state): State<AppState>, request: Request) -> Response {
    // A browser that asks whether it may call wants an empty yes.
    if request.method() == Method::OPTIONS {
        return envelope::ALWAYS.into_response();
    }
    let start = state.clock.now();
    let mut record = Recording::start(start, &request);
    let sender = sender(&state, &request);
    let address = Address::of(&request);
    let Ok(asked) = request::read(request).await else {
        return too_large();
    };
    let visitor = sender.visitor.as_ref().map(|session| session.user);
    record.asked(&state, asked.as_ref().ok(), visitor);
    let xml = asked.as_ref().is_ok_and(|asked| asked.xml);
    let asked_ref = asked.as_ref().ok();
    let meeting = Meeting::before(&state, &mut record.entry, asked_ref, &address).await;
    let reply = match meeting.instead() {
        Some(reply) => reply,
        None => run(&state, asked, sender, start).await,
    };
    record.entry.bucket = reply.bucket;
    let call = record.answered(reply.status, &reply.body);
    let response = envelope::respond(&reply, xml);
    meeting.leave(&state, call, response).await
}

async fn run(
    state: &AppState,
    asked: Result<Asked, RestError>,
    sender: Sender,
    start: DateTime<FixedOffset>,
) -> Reply {
    let portal = state.clone();
    let work = move || exchange::answer(&portal, asked, &sender, start);
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Reply::failure(&RestError::from(Fault::Internal)))
}

fn sender(state: &AppState, request: &Request) -> Sender {
    let address = request.extensions().get::<ConnectInfo<SocketAddr>>();
    Sender {
        address: address.map(|info| info.0.ip()),
        visitor: session::of(state, request.headers()),
    }
}

/// The front end's own page: such a request never reaches the portal.
fn too_large() -> Response {
    let page = format!(
        "<html><head><title>413 Request Entity Too Large</title></head>\
         <body><h1>413 Request Entity Too Large</h1>\
         <p>A request may weigh {} MiB at most, files included.</p></body></html>\n",
        request::BODY_LIMIT >> 20
    );
    (StatusCode::PAYLOAD_TOO_LARGE, Html(page)).into_response()
}
