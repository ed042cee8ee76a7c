//! One POST of JSON, and what comes back of it.
//!
//! `fetch` is called directly: `gloo-net` builds two `Request`s and a `URL` for each call, and panics on answers and errors of
//! unexpected classes, which ends the module for the whole page.

use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCredentials, RequestInit, RequestRedirect, Response, ResponseType};

use super::deadline::Deadline;
use super::host::fetch;
use crate::error::{Failure, Garbage};

/// What the portal answered.
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The body, as text.
    pub text: String,
}

/// Posts a JSON body.
pub async fn post(url: &str, body: &str, deadline: &Deadline) -> Result<Reply, Failure> {
    let init = request(body, deadline)?;
    deadline.mark_sent();
    let response: Response = deadline.until(JsFuture::from(fetch(url, &init))).await?.map_err(network)?.unchecked_into();
    let status = response.status();
    if response.type_() == ResponseType::Opaqueredirect || matches!(status, 301..=303 | 307 | 308) {
        return Err(Failure::Garbled { status, what: Garbage::Redirect });
    }
    let bytes = deadline.until(JsFuture::from(response.array_buffer().map_err(network)?)).await?.map_err(network)?;
    let bytes = Uint8Array::new(bytes.unchecked_ref::<ArrayBuffer>()).to_vec();
    Ok(Reply { status, text: text(bytes) })
}

/// Redirects are not followed: one that keeps the body would carry a token to wherever it points, one that does not would
/// call the method without its parameters. Cookies stay out: those of another user would make the portal refuse the token.
fn request(body: &str, deadline: &Deadline) -> Result<RequestInit, Failure> {
    let headers = Object::new();
    Reflect::set(&headers, &"content-type".into(), &"application/json".into()).map_err(network)?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&Uint8Array::from(body.as_bytes()));
    init.set_redirect(RequestRedirect::Manual);
    init.set_credentials(RequestCredentials::Omit);
    init.set_signal(Some(&deadline.signal()));
    Ok(init)
}

/// The body as text. It crosses as bytes, so that the engine need not build a string of it first.
fn text(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// What the host says about a failed request; Node puts the reason into `cause`.
fn network(error: JsValue) -> Failure {
    let property = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let cause = property(&error, "cause");
    let reason = [property(&cause, "code"), property(&error, "message")].iter().find_map(JsValue::as_string);
    Failure::Network { reason: reason.unwrap_or_else(|| "no reason given".into()) }
}
