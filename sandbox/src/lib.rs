//! A local portal to develop and test against: it answers REST as the real one does, and its pages
//! embed apps as the real one's do.
//!
//! A request's way: [`rest`] parses it with the rules of [`php`], finds out who calls, and hands it
//! to the method's function in [`crm`], [`events`] or their neighbours, which read and write
//! [`store`]; the answer goes back through the envelope. [`pages`] are the portal's HTML pages,
//! [`host`] is what they need to embed an app. Field tables come from the spec ([`model`]).
//! Start reading at [`app`].

pub mod app_options;
pub mod app_server;
pub mod clock;
pub mod core;
pub mod crm;
pub mod entity;
pub mod events;
pub mod guard;
pub mod host;
pub mod installation;
pub mod internal;
pub mod model;
pub mod pages;
pub mod php;
pub mod placement;
pub mod rest;
pub mod secrets;
pub mod seed;
pub mod state;
pub mod store;
pub mod userfieldtype;

use axum::{Router, middleware};
use state::AppState;

/// The whole portal as one service.
pub fn app(state: AppState) -> Router {
    let own_host_only = middleware::from_fn_with_state(state.clone(), guard::own_host_only);
    Router::new()
        .merge(rest::router())
        .merge(host::router())
        .merge(internal::router())
        .merge(pages::router())
        .layer(own_host_only)
        .with_state(state)
}
