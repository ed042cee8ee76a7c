//! Who looks at the portal's pages (reference §10): a cookie from the first visit on, and the
//! `sessid` that calls with the session must carry besides it.
//!
//! | address | does |
//! |---|---|
//! | `GET /_sandbox/session` | `{user, sessid}`; null for who has none yet |
//! | `GET /_sandbox/bx.js` | what the pages' scripts know of it: `BX.bitrix_sessid()` |
//!
//! Pages are wrapped in [`keep`], which makes a new visitor the administrator and leaves the
//! [`Session`] among the request's extensions.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::secrets;
use crate::state::{AppState, Portal};
use crate::{guard, host};

/// Sessions that are kept; beyond that the one used longest ago ends.
const KEPT: usize = 1000;

/// A visitor of the portal's pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The user.
    pub user: i64,
    /// What calls with the session carry, 32 hex digits.
    pub sessid: String,
}

/// All visitors, by their cookies.
#[derive(Debug, Default)]
pub struct Sessions(Mutex<Book>);

#[derive(Debug, Default)]
struct Book {
    by_cookie: HashMap<String, (Session, u64)>,
    // Counts uses, to know which session was used longest ago.
    uses: u64,
}

impl Sessions {
    /// Starts a session; its cookie's value, and the session.
    pub fn start(&self, user: i64) -> (String, Session) {
        let session = Session {
            user,
            sessid: secrets::hex(16),
        };
        let cookie = secrets::hex(16);
        let mut book = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        book.make_room();
        let now = book.tick();
        book.by_cookie
            .insert(cookie.clone(), (session.clone(), now));
        (cookie, session)
    }

    /// The session of that cookie.
    pub fn get(&self, cookie: &str) -> Option<Session> {
        let mut book = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = book.tick();
        let (session, used) = book.by_cookie.get_mut(cookie)?;
        *used = now;
        Some(session.clone())
    }

    /// Ends the session of that cookie.
    pub fn end(&self, cookie: &str) {
        let mut book = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        book.by_cookie.remove(cookie);
    }
}

impl Book {
    fn tick(&mut self) -> u64 {
        self.uses += 1;
        self.uses
    }

    fn make_room(&mut self) {
        if self.by_cookie.len() < KEPT {
            return;
        }
        let oldest = self.by_cookie.iter().min_by_key(|(_, (_, used))| *used);
        if let Some(cookie) = oldest.map(|(cookie, _)| cookie.clone()) {
            self.by_cookie.remove(&cookie);
        }
    }
}

/// The session a request carries the cookie of.
pub fn of(portal: &Portal, headers: &HeaderMap) -> Option<Session> {
    portal.sessions.get(cookie(portal, headers)?)
}

/// Browsers keep cookies by host and not by port, so portals on one machine need different names.
fn cookie_name(portal: &Portal) -> String {
    let (_, port) = portal.settings.host.rsplit_once(':').unwrap_or_default();
    format!("PHPSESSID_{port}")
}

/// The value of the cookie a request carries.
pub fn cookie<'a>(portal: &Portal, headers: &'a HeaderMap) -> Option<&'a str> {
    let name = cookie_name(portal);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The header that gives a browser this cookie, with `rest` behind it.
pub fn set_cookie(portal: &Portal, value: &str, rest: &str) -> HeaderValue {
    let name = cookie_name(portal);
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{rest}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

/// Lets a page know its visitor; who has no session yet becomes the administrator.
pub async fn keep(State(portal): State<AppState>, mut request: Request, next: Next) -> Response {
    if let Some(session) = of(&portal, request.headers()) {
        request.extensions_mut().insert(session);
        return next.run(request).await;
    }
    let (value, session) = portal.sessions.start(host::DEFAULT_USER);
    request.extensions_mut().insert(session);
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .append(header::SET_COOKIE, set_cookie(&portal, &value, ""));
    response
}

/// The addresses above.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/session", get(show))
        .route("/_sandbox/bx.js", get(script))
        .layer(middleware::from_fn(guard::own_pages_only))
}

async fn show(State(portal): State<AppState>, headers: HeaderMap) -> Json<Value> {
    let session = of(&portal, &headers);
    Json(session.map_or(
        Value::Null,
        |session| json!({ "user": session.user, "sessid": session.sessid }),
    ))
}

/// The little of the portal's own library that scripts of its pages need to call REST.
const BX: &str = r#"(() => {
  const messages = { bitrix_sessid: "SESSID" };
  const message = (asked) => (typeof asked === "string" ? (messages[asked] ?? "") : !!Object.assign(messages, asked));
  globalThis.BX = { message, bitrix_sessid: () => message("bitrix_sessid") };
})();
"#;

/// The script that every page starts with.
async fn script(State(portal): State<AppState>, headers: HeaderMap) -> impl IntoResponse {
    let sessid = of(&portal, &headers).map_or_else(String::new, |session| session.sessid);
    let kind = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (kind, BX.replace("SESSID", &sessid))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_used_longest_ago_makes_room() {
        let sessions = Sessions::default();
        let (first, _) = sessions.start(1);
        let (second, _) = sessions.start(1);
        for _ in 2..KEPT {
            sessions.start(1);
        }
        assert!(sessions.get(&first).is_some());
        sessions.start(1);
        assert!(sessions.get(&first).is_some());
        assert!(sessions.get(&second).is_none());
    }
}
