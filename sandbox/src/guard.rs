//! Keeps other sites away: a browser on this machine opens their pages too.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::state::{AppState, Portal};

/// Refuses requests for another host's name: a site may let its own name lead to this machine.
pub async fn own_host_only(
    State(portal): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let asked = host(request.headers()).map(name);
    if asked.is_some_and(|host| !is_own(&portal, host)) {
        let text = format!(
            "this is the sandbox on {}; open it by that name",
            portal.settings.host
        );
        return (StatusCode::MISDIRECTED_REQUEST, text).into_response();
    }
    next.run(request).await
}

/// Whether a name is this machine's: an address, a name that always means the machine itself, or
/// one that the portal was started with. No site can make its pages come from these.
fn is_own(portal: &Portal, host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    let host = host.to_ascii_lowercase();
    address.parse::<IpAddr>().is_ok()
        || host == "localhost"
        || host.ends_with(".localhost")
        || host == name(&portal.settings.host)
        || portal.settings.names.contains(&host)
}

/// A host without its port.
fn name(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// Refuses requests that other sites' pages make: the browser names their origin.
pub async fn own_pages_only(request: Request, next: Next) -> Response {
    if is_from_elsewhere(request.headers()) {
        return (
            StatusCode::FORBIDDEN,
            "only the portal's own pages may ask this",
        )
            .into_response();
    }
    next.run(request).await
}

fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    let site = |origin| str::split_once(origin, "://").map(|(_, site)| site);
    header(headers, "origin").is_some_and(|origin| site(origin) != header(headers, "host"))
        || matches!(
            header(headers, "sec-fetch-site"),
            Some("cross-site" | "same-site")
        )
}

/// The host and port a request asks, once [`own_host_only`] has let it in.
pub fn host(headers: &HeaderMap) -> Option<&str> {
    header(headers, "host")
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
