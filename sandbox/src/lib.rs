//! A local portal to develop and test against: it answers REST as the real one does, and its pages
//! embed apps as the real one's do.
//!
//! A request's way: [`rest`] parses it with the rules of [`php`], asks [`limits`] whether there is
//! room for it, finds out who calls ([`session`] and [`oauth`] know some of them), and hands it to
//! the method's function in [`crm`], [`events`] or their neighbours, or one by one to those that a
//! [`batch`] names; they read and write [`store`], and the answer goes back through the envelope.
//! [`pages`] are the portal's HTML pages, [`host`] is what they need to embed an app. Field tables
//! come from the spec ([`model`]).
//! Start reading at [`app`].

pub mod address;
pub mod app_options;
pub mod app_server;
pub mod args;
pub mod batch;
pub mod clock;
pub mod control;
pub mod core;
pub mod crm;
pub mod entity;
pub mod events;
pub mod faults;
pub mod glob;
pub mod guard;
pub mod host;
pub mod installation;
pub mod internal;
pub mod journal;
pub mod limits;
pub mod log;
pub mod login;
pub mod model;
pub mod oauth;
pub mod pages;
pub mod php;
pub mod placement;
pub mod record;
pub mod rest;
pub mod secrets;
pub mod seed;
pub mod server;
pub mod session;
pub mod state;
pub mod store;
pub mod tls;
pub mod userfieldtype;

use axum::{Router, middleware};
use state::AppState;

/// The whole portal as one service.
pub fn app(state: AppState) -> Router {
    let own_host_only = middleware::from_fn_with_state(state.clone(), guard::own_host_only);
    let visits = middleware::from_fn_with_state(state.clone(), session::keep);
    Router::new()
        .merge(rest::router())
        .merge(host::router())
        .merge(internal::router())
        .merge(control::router())
        .merge(limits::http::router())
        .merge(oauth::router())
        .merge(login::router())
        .merge(session::router())
        .merge(pages::router().layer(visits))
        .layer(own_host_only)
        .with_state(state)
}
