//! What goes around a result (reference §1.4, §1.5).

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value, json};

use super::call::Answer;
use super::exchange::Reply;
use super::turn::Timing;
use super::xml;
use crate::php::{cast, json};

/// The body around a result. `next` and `total` among a result's own keys are taken for the list's;
/// a result that looks like an error is sent as it is.
pub fn success(answer: Answer, timing: Timing) -> Value {
    let Answer {
        mut result,
        mut next,
        mut total,
    } = answer;
    if let Value::Object(members) = &mut result {
        let named = |name: &str| members.get(name).is_some_and(cast::truthy);
        if named("error") && named("error_description") {
            return result;
        }
        next = lift(members, "next").or(next);
        total = lift(members, "total").or(total);
        result = cast::array_from(std::mem::take(members));
    }
    let mut body = Map::new();
    body.insert("result".into(), result);
    if let Some(next) = next {
        body.insert("next".into(), json!(next));
    }
    if let Some(total) = total {
        body.insert("total".into(), json!(total));
    }
    body.insert("time".into(), time(timing));
    Value::Object(body)
}

fn lift(members: &mut Map<String, Value>, name: &str) -> Option<i64> {
    members.shift_remove(name).as_ref().map(cast::int)
}

/// The member `time` of an answer. `start` and `processing` are whole numbers since 2025,
/// `duration` counts from the whole start.
pub fn time(timing: Timing) -> Value {
    let Timing {
        start,
        end,
        figures,
    } = timing;
    let started = start.timestamp();
    let finish = seconds(end);
    let iso = |moment: DateTime<FixedOffset>| moment.format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    #[expect(
        clippy::cast_precision_loss,
        reason = "the portal's own loss, in microseconds"
    )]
    let duration = finish - started as f64;
    let mut time = json!({
        "start": started,
        "finish": finish,
        "duration": duration,
        "processing": 0,
        "date_start": iso(start),
        "date_finish": iso(end),
    });
    if let Some(figures) = figures {
        time["operating_reset_at"] = json!(figures.reset_at);
        time["operating"] = json!(figures.operating);
    }
    time
}

/// A moment in Unix seconds with their fraction.
#[expect(
    clippy::cast_precision_loss,
    reason = "the portal's own loss, in microseconds"
)]
pub fn seconds(moment: DateTime<FixedOffset>) -> f64 {
    moment.timestamp_micros() as f64 / 1e6
}

/// The response with that body, as JSON or XML, readable from every site.
pub fn respond(reply: &Reply, as_xml: bool) -> Response {
    let (content_type, text) = if as_xml {
        ("text/xml; charset=utf-8", xml::encode(&reply.body))
    } else {
        ("application/json; charset=utf-8", json::encode(&reply.body))
    };
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let content_type = [(header::CONTENT_TYPE, HeaderValue::from_static(content_type))];
    (status, content_type, ALWAYS, cost(reply), text).into_response()
}

/// What the cloud adds: who called, and what it took. The sandbox runs in one process, which has
/// no processor time of its own for a request: all of it counts as the user's.
fn cost(reply: &Reply) -> HeaderMap {
    let seconds = |number: f64| HeaderValue::from_str(&format!("{number:.10}"));
    let pairs = [
        ("x-bitrix-rest-time", seconds(reply.spent)),
        ("x-bitrix-rest-user-time", seconds(reply.spent)),
        ("x-bitrix-rest-system-time", seconds(0.0)),
    ];
    let app = reply.application.as_deref().map(HeaderValue::from_str);
    let app = app.map(|app| ("x-bitrix-rest-application", app));
    let headers = app.into_iter().chain(pairs);
    headers
        .filter_map(|(name, value)| Some((HeaderName::from_static(name), value.ok()?)))
        .collect()
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
