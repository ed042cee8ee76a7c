//! An entry in the making: the endpoint tells it what it learns, in the order in which it does.

use std::time::Instant;

use axum::extract::Request;
use axum::http::{Method, header};
use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use super::entry::Transport;
use super::{Entry, Who};
use crate::php::json;
use crate::rest::request::Asked;
use crate::state::Portal;

/// A call that is under way.
#[derive(Debug)]
pub struct Recording {
    /// What is known of it.
    pub entry: Entry,
    begun: Instant,
}

impl Recording {
    /// A call that came at `moment`.
    pub fn start(moment: DateTime<FixedOffset>, request: &Request) -> Self {
        let transport = Transport {
            verb: verb(request.method()),
            form: form(request),
            answer: "json",
        };
        let entry = Entry {
            moment,
            transport,
            ..Entry::default()
        };
        Self {
            entry,
            begun: Instant::now(),
        }
    }

    /// What the request asks for, and who asks: `visitor` with the portal's session.
    pub fn asked(&mut self, portal: &Portal, asked: Option<&Asked>, visitor: Option<i64>) {
        let Some(asked) = asked else { return };
        self.entry.method.clone_from(&asked.method);
        self.entry.set_params(&asked.params, asked.start);
        if asked.xml {
            self.entry.transport.answer = "xml";
        }
        let who = |db: &_| Ok(Who::find(db, asked.credentials.as_ref(), visitor));
        self.entry.caller = portal.store.read(who).unwrap_or_default();
    }

    /// The finished entry.
    pub fn answered(mut self, status: u16, body: &Value) -> Entry {
        self.entry.status = status;
        self.entry.operating = body["time"]["operating"].as_f64();
        self.entry.answer = json::encode(body).into();
        self.entry.duration_ms = self.begun.elapsed().as_secs_f64() * 1000.0;
        self.entry
    }
}

fn verb(method: &Method) -> &'static str {
    let known = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"];
    let found = known.into_iter().find(|known| *known == method.as_str());
    found.unwrap_or("other")
}

fn form(request: &Request) -> &'static str {
    if request.method() != Method::POST {
        return "query";
    }
    let content_type = request.headers().get(header::CONTENT_TYPE);
    let content_type = content_type
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_ascii_lowercase();
    match content_type.split(';').next().unwrap_or_default().trim() {
        "multipart/form-data" => "multipart",
        json if json == "application/json" || json.ends_with("+json") => "json",
        _ => "form",
    }
}
