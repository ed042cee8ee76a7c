//! What a fault makes of an answer.

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::Kind;
use super::rule::Rule;
use crate::rest::envelope;

/// Found among a response's extensions by [`crate::server`], which then ends the connection
/// instead of answering.
#[derive(Clone, Copy, Debug)]
pub struct Hangup;

/// The answer as this fault has it.
pub async fn spoil(rule: &Rule, target: &str, response: Response) -> Response {
    match rule.kind {
        Kind::DropBefore | Kind::DropAfter => hang_up(),
        Kind::Cut => cut(response).await,
        Kind::ContentType => retype(rule, response),
        Kind::Html => in_front(rule, page(rule.status.unwrap_or(502))),
        Kind::Redirect | Kind::PortalRenamed => in_front(rule, redirect(target)),
        _ => response,
    }
}

fn hang_up() -> Response {
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Hangup);
    response
}

/// The first half under the whole's Content-Length, and then the end of the connection.
async fn cut(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let length = HeaderValue::from(whole.len());
    parts.headers.insert(header::CONTENT_LENGTH, length);
    let half = whole.slice(..whole.len() / 2);
    Response::from_parts(parts, Body::from_stream(broken_off(half)))
}

fn broken_off(half: Bytes) -> impl stream::Stream<Item = std::io::Result<Bytes>> {
    stream::unfold(Some(half), |half| async {
        if let Some(half) = half {
            return Some((Ok(half), None));
        }
        // What was written so far leaves before the connection ends only if the writer gets a turn.
        tokio::task::yield_now().await;
        Some((Err(std::io::ErrorKind::ConnectionAborted.into()), None))
    })
}

fn retype(rule: &Rule, mut response: Response) -> Response {
    let given = rule
        .content_type
        .as_deref()
        .unwrap_or("text/html; charset=utf-8");
    if let Ok(value) = HeaderValue::from_str(given) {
        response.headers_mut().insert(header::CONTENT_TYPE, value);
    }
    response
}

fn page(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    html(status, status.canonical_reason().unwrap_or("Error"))
}

fn redirect(target: &str) -> Response {
    let mut response = html(StatusCode::FOUND, "Found");
    if let Ok(target) = HeaderValue::from_str(target) {
        response.headers_mut().insert(header::LOCATION, target);
    }
    response
}

/// What comes from in front of the portal lets other origins read it only if the rule says so: what
/// the cloud's front end does there, nobody has written down.
fn in_front(rule: &Rule, mut response: Response) -> Response {
    if rule.cors {
        response.headers_mut().extend(envelope::ALWAYS);
    }
    response
}

/// A page as front ends write them.
fn html(status: StatusCode, reason: &str) -> Response {
    let title = format!("{} {reason}", status.as_u16());
    let text = format!(
        "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n\
         <hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
    );
    (status, [(header::CONTENT_TYPE, "text/html")], text).into_response()
}
