//! Plays recorded calls against a portal.

use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::RecordError;
use super::difference::{Comparison, Difference};
use super::ids::Ids;
use super::line::{self, Caller, Line};
use crate::journal::Via;
use crate::state::AppState;
use crate::store::{apps, hooks, users};
use crate::{app, host};

/// What came of a replay.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many calls were played.
    pub played: usize,
    /// How many were left out.
    pub left_out: usize,
    /// What was answered differently.
    pub different: Vec<Different>,
}

/// A call that was answered differently.
#[derive(Debug)]
pub struct Different {
    /// The recorded call.
    call: Line,
    /// The status it has now, if that is another.
    status: Option<u16>,
    differences: Vec<Difference>,
}

/// Plays the calls of `file`, one after another.
pub async fn replay(portal: &AppState, file: &Path) -> Result<Outcome, RecordError> {
    let mut player = Player {
        portal,
        router: app(portal.clone()),
        ids: Ids::default(),
        keys: HashMap::new(),
    };
    let mut outcome = Outcome::default();
    for call in line::read(file)? {
        if !call.is_playable() {
            outcome.left_out += 1;
            continue;
        }
        outcome.played += 1;
        let different = player.play(call).await?;
        outcome.different.extend(different);
    }
    Ok(outcome)
}

struct Player<'a> {
    portal: &'a AppState,
    router: Router,
    ids: Ids,
    // What callers prove themselves with here, by what they are.
    keys: HashMap<(&'static str, Option<i64>, String), Key>,
}

/// What a caller proves themselves with.
#[derive(Clone)]
enum Key {
    None,
    Webhook(i64, String),
    Token(String),
    Session { cookie: String, sessid: String },
}

impl Player<'_> {
    async fn play(&mut self, call: Line) -> Result<Option<Different>, RecordError> {
        let key = self.key(&call).await?;
        let mut params = match &call.params {
            Value::Object(_) => call.params.clone(),
            _ => json!({}),
        };
        self.ids.apply(&call.method, &mut params);
        let present_at = self.portal.clock.now();
        let (status, present) = self.send(&request(&call.method, &key, params)).await;
        self.ids.learn(&call.method, &call.answer, &present);
        let comparison = Comparison {
            method: &call.method,
            recorded_at: call.moment,
            present_at,
            ids: &self.ids,
        };
        let differences = comparison.of(&call.answer, &present);
        let other = call.own_status().is_some_and(|recorded| recorded != status);
        if differences.is_empty() && !other {
            return Ok(None);
        }
        Ok(Some(Different {
            call,
            status: other.then_some(status),
            differences,
        }))
    }

    async fn key(&mut self, call: &Line) -> Result<Key, RecordError> {
        let Caller { kind, user, name } = &call.caller;
        let known = (kind.word(), *user, name.clone());
        if let Some(key) = self.keys.get(&known) {
            return Ok(key.clone());
        }
        let found = match (kind, user) {
            (Via::Nobody, _) => Some(Key::None),
            // Unknown there, so unknown here.
            (Via::Webhook, None) => Some(Key::Webhook(1, "unknown".into())),
            (Via::App, None) => Some(Key::Token("unknown".into())),
            (Via::Webhook, Some(user)) => self.webhook(*user)?,
            (Via::App, Some(user)) => self.token(name, *user)?,
            (Via::Session, user) => self.session(user.unwrap_or(host::DEFAULT_USER)).await,
        };
        let key = found.ok_or_else(|| RecordError::Caller {
            id: call.id,
            caller: match kind {
                Via::App => format!("the app {name:?}"),
                _ => format!("user {}", user.unwrap_or_default()),
            },
            advice: match kind {
                Via::App => "install one with --app",
                _ => "give the database of the recording with --db",
            },
        })?;
        self.keys.insert(known, key.clone());
        Ok(key)
    }

    fn webhook(&self, user: i64) -> rusqlite::Result<Option<Key>> {
        let all = self.portal.store.read(users::webhooks)?;
        let found = all.into_iter().find(|(owner, _)| *owner == user);
        Ok(found.map(|(user, secret)| Key::Webhook(user, secret)))
    }

    /// A token of the app with that title, or else of the only one.
    fn token(&self, title: &str, user: i64) -> rusqlite::Result<Option<Key>> {
        self.portal.store.write(|db| {
            let mut all = apps::all(db)?;
            all.retain(|app| !hooks::is_outgoing(app));
            let titled = all.iter().find(|app| app.title == title);
            let Some(app) = titled
                .or(all.first())
                .filter(|_| titled.is_some() || all.len() == 1)
            else {
                return Ok(None);
            };
            let token = host::issue_token(self.portal, db, app.id, user)?;
            Ok(Some(Key::Token(token.access)))
        })
    }

    /// Logs in as a browser does.
    async fn session(&self, user: i64) -> Option<Key> {
        let login = Request::get(format!("/_sandbox/login?user={user}"));
        let response = self.router.clone().oneshot(login.body(Body::empty()).ok()?);
        let response = response.await.ok()?;
        let cookie = response.headers().get(header::SET_COOKIE)?.to_str().ok()?;
        let cookie = cookie.split(';').next()?.to_owned();
        let show = Request::get("/_sandbox/session").header(header::COOKIE, &cookie);
        let (_, session) = self.answer(show.body(Body::empty()).ok()?).await;
        let sessid = session["sessid"].as_str()?.to_owned();
        Some(Key::Session { cookie, sessid })
    }

    async fn send(&self, request: &Sent) -> (u16, Value) {
        let mut builder =
            Request::post(&request.path).header(header::CONTENT_TYPE, "application/json");
        if let Some(cookie) = &request.cookie {
            builder = builder.header(header::COOKIE, cookie);
        }
        match builder.body(Body::from(request.body.to_string())) {
            Ok(request) => self.answer(request).await,
            Err(error) => (0, json!(error.to_string())),
        }
    }

    async fn answer(&self, request: Request<Body>) -> (u16, Value) {
        let Ok(response) = self.router.clone().oneshot(request).await;
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), usize::MAX).await;
        let text = body.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let text = text.unwrap_or_default();
        (
            status,
            serde_json::from_str(&text).unwrap_or(Value::String(text)),
        )
    }
}

struct Sent {
    path: String,
    cookie: Option<String>,
    body: Value,
}

fn request(method: &str, key: &Key, mut body: Value) -> Sent {
    let mut cookie = None;
    let path = match key {
        Key::Webhook(user, secret) => format!("/rest/{user}/{secret}/{method}.json"),
        _ => format!("/rest/{method}.json"),
    };
    match key {
        Key::Token(token) => body["auth"] = json!(token),
        Key::Session { cookie: of, sessid } => {
            body["sessid"] = json!(sessid);
            cookie = Some(of.clone());
        }
        Key::None | Key::Webhook(..) => {}
    }
    // A name as nobody writes it came percent-encoded, too.
    let path = path
        .bytes()
        .map(|byte| match byte {
            b'/' | b'.' | b'_' | b'-' => char::from(byte).to_string(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    Sent { path, cookie, body }
}

/// As much of a value as a line holds.
const EXCERPT: usize = 120;

impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for different in &self.different {
            writeln!(out, "{different}")?;
        }
        let calls = |count: usize| if count == 1 { "call" } else { "calls" };
        write!(
            out,
            "{} {} played, {} answered differently",
            self.played,
            calls(self.played),
            self.different.len()
        )?;
        if self.left_out > 0 {
            write!(
                out,
                "; {} left out: faults, limits and XML are not played",
                self.left_out
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Different {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let call = &self.call;
        write!(
            out,
            "call {}  {}  {}",
            call.id,
            call.method,
            excerpt(Some(&call.params))
        )?;
        if let Some(status) = self.status {
            write!(out, "\n    status: {} became {status}", call.status)?;
        }
        for difference in &self.differences {
            let (then, now) = (
                excerpt(difference.recorded.as_ref()),
                excerpt(difference.present.as_ref()),
            );
            write!(out, "\n    {}: {then} became {now}", difference.path)?;
        }
        Ok(())
    }
}

fn excerpt(value: Option<&Value>) -> String {
    let text = value.map_or("nothing".to_owned(), ToString::to_string);
    let mut letters = text.chars();
    let mut start: String = letters.by_ref().take(EXCERPT).collect();
    if letters.next().is_some() {
        let _ = write!(start, "…");
    }
    start
}
