//! What goes around a result (reference §1.4, §1.5).

use std::fmt::Write as _;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value, json};

use super::call::{Answer, Answered};
use crate::php::json;

/// The sliding window in which operating time adds up, seconds.
const OPERATING_WINDOW: i64 = 600;
/// Calls up to this long count as nothing, seconds.
const FREE_TIME: f64 = 0.1;

/// The answer's body and status. `start` is when the call came, `end` when its result was there.
pub fn wrap(
    answered: Answered,
    start: DateTime<FixedOffset>,
    end: DateTime<FixedOffset>,
) -> (u16, Value) {
    match answered {
        Ok(answer) => (200, success(answer, start, end)),
        Err(error) => (error.status(), error.body()),
    }
}

fn success(answer: Answer, start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> Value {
    let mut body = Map::new();
    body.insert("result".into(), answer.result);
    if let Some(next) = answer.next {
        body.insert("next".into(), json!(next));
    }
    if let Some(total) = answer.total {
        body.insert("total".into(), json!(total));
    }
    body.insert("time".into(), time(start, end));
    Value::Object(body)
}

// `start` and `processing` are whole numbers since 2025, `duration` counts from the whole start.
fn time(start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> Value {
    let started = start.timestamp();
    let finish = seconds(end);
    let spent = finish - seconds(start);
    let iso = |moment: DateTime<FixedOffset>| moment.format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    #[expect(
        clippy::cast_precision_loss,
        reason = "the portal's own loss, in microseconds"
    )]
    let duration = finish - started as f64;
    json!({
        "start": started,
        "finish": finish,
        "duration": duration,
        "processing": 0,
        "date_start": iso(start),
        "date_finish": iso(end),
        "operating_reset_at": started + OPERATING_WINDOW,
        "operating": if spent > FREE_TIME { spent } else { 0.0 },
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the portal's own loss, in microseconds"
)]
fn seconds(moment: DateTime<FixedOffset>) -> f64 {
    moment.timestamp_micros() as f64 / 1e6
}

/// The response with that body, as JSON or XML, readable from every site.
pub fn respond(status: u16, body: &Value, xml: bool) -> Response {
    let (content_type, text) = if xml {
        ("text/xml; charset=utf-8", self::xml(body))
    } else {
        ("application/json; charset=utf-8", json::encode(body))
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let content_type = [(header::CONTENT_TYPE, HeaderValue::from_static(content_type))];
    (status, content_type, ALWAYS, text).into_response()
}

/// Headers of every answer, also to what a browser asks beforehand.
pub const ALWAYS: [(HeaderName, HeaderValue); 3] = [
    (
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    ),
    (
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderValue::from_static("origin, content-type, accept"),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
];

/// The value as XML: keys are elements, members of lists are `<item>`.
fn xml(body: &Value) -> String {
    let mut out = String::from("<response>");
    write_xml(&mut out, body);
    out.push_str("</response>");
    out
}

fn write_xml(out: &mut String, value: &Value) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let name = if key.starts_with(|c: char| c.is_ascii_digit()) {
                    "item"
                } else {
                    key
                };
                element(out, name, member);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| element(out, "item", item)),
        scalar => out.push_str(&escape(&crate::php::cast::text(scalar))),
    }
}

fn element(out: &mut String, name: &str, value: &Value) {
    let _ = write!(out, "<{name}>");
    write_xml(out, value);
    let _ = write!(out, "</{name}>");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
