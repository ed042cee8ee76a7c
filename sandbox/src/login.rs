//! Logging in to the portal's pages, and out. No password is asked for: everything is on one machine.
//!
//! | address | does |
//! |---|---|
//! | `GET /_sandbox/login?user=2[&back=/crm/lead/]` | makes that user the visitor, and goes to `back` |
//! | `GET /_sandbox/login[?back=/crm/lead/]` | asks who it is |
//! | `GET /_sandbox/logout` | forgets the visitor |

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Router, middleware};
use serde::Deserialize;

use crate::guard;
use crate::pages::login::{self, Choice, Reason};
use crate::pages::missing::PageError;
use crate::pages::page::Page;
use crate::session;
use crate::state::{AppState, Portal};
use crate::store::users;

/// These addresses.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/login", get(log_in))
        .route("/_sandbox/logout", get(log_out))
        .layer(middleware::from_fn(guard::own_pages_only))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Login {
    user: String,
    back: String,
}

async fn log_in(
    State(portal): State<AppState>,
    Query(login): Query<Login>,
) -> Result<Response, PageError> {
    if login.user.is_empty() {
        let page = choice(&portal, Reason::Wish, &login.back)?;
        return Ok(page.into_response());
    }
    let id = login.user.parse().unwrap_or_default();
    let user = portal.store.read(|db| users::get(db, id))?;
    let Some(user) = user.filter(|user| user.active) else {
        let page = choice(&portal, Reason::NoUser(&login.user), &login.back)?;
        return Ok(page.status(StatusCode::NOT_FOUND).into_response());
    };
    let (value, _) = portal.sessions.start(user.id);
    let cookie = [(header::SET_COOKIE, session::set_cookie(&portal, &value, ""))];
    Ok((cookie, Redirect::to(own_path(&login.back))).into_response())
}

fn choice(portal: &Portal, reason: Reason<'_>, back: &str) -> Result<Page, PageError> {
    let users = portal.store.read(users::all)?;
    let choices = Choice::among(&users, |user| address(user.id, back));
    Ok(login::choice(reason, &choices))
}

/// Where that user is logged in and sent on to `back`.
pub fn address(user: i64, back: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("user", &user.to_string())
        .append_pair("back", back)
        .finish();
    format!("/_sandbox/login?{query}")
}

/// A path of this portal; what leads elsewhere leads to the start page.
fn own_path(back: &str) -> &str {
    let plain = back.bytes().all(|byte| byte.is_ascii_graphic());
    let own = back.starts_with('/') && !back.starts_with("//") && !back.contains('\\');
    if plain && own { back } else { "/" }
}

async fn log_out(State(portal): State<AppState>, headers: HeaderMap) -> Response {
    if let Some(value) = session::cookie(&portal, &headers) {
        portal.sessions.end(value);
    }
    let gone = session::set_cookie(&portal, "", "; Max-Age=0");
    ([(header::SET_COOKIE, gone)], login::goodbye()).into_response()
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_login_leads_nowhere_else() {
        let cases = [
            ("/crm/lead/?q=1", "/crm/lead/?q=1"),
            ("", "/"),
            ("//elsewhere.example/", "/"),
            ("/\\elsewhere.example/", "/"),
            ("https://elsewhere.example/", "/"),
            ("/a\r\nSet-Cookie: x", "/"),
        ];
        for (back, expected) in cases {
            assert_eq!(own_path(back), expected, "{back:?}");
        }
    }
}
