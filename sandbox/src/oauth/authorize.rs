//! The page that lets an app in. Who is logged in goes straight back to the app, with a code; who
//! is not chooses a user first. What goes wrong is told to the user here, never to the app.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::codes::Grant;
use crate::pages::login::{Choice, Reason};
use crate::pages::page::Page;
use crate::state::AppState;
use crate::store::Sql;
use crate::store::apps::{self, App};
use crate::store::users::{self, User};
use crate::{host, login, pages, session};

/// What an app sends a user here with.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    client_id: String,
    state: Option<String>,
    redirect_uri: Option<String>,
}

/// Why a user is not sent back.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("this portal has no app with the client_id {0:?}")]
    NoApp(String),
    #[error("{wanted} is not on the app's host: its page is {page}")]
    ElsewhereAddress { wanted: String, page: String },
    #[error("the database could not be read: {0}")]
    Store(#[from] rusqlite::Error),
}

/// `GET /oauth/authorize/`.
pub async fn page(
    State(portal): State<AppState>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Response {
    match answer(&portal, &wish, &headers) {
        Ok(response) => response,
        Err(refusal) => {
            let status = match refusal {
                Refusal::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
                _ => StatusCode::BAD_REQUEST,
            };
            pages::login::refusal(&refusal.to_string(), status).into_response()
        }
    }
}

fn answer(portal: &AppState, wish: &Wish, headers: &HeaderMap) -> Result<Response, Refusal> {
    let app = portal
        .store
        .read(|db| apps::by_client(db, &wish.client_id))?;
    let app = app.ok_or_else(|| Refusal::NoApp(wish.client_id.clone()))?;
    let address = return_address(&app, wish)?;
    let visitor = session::of(portal, headers);
    let user = portal.store.read(|db| {
        let user = visitor.map(|visitor| users::get(db, visitor.user));
        Ok(user.transpose()?.flatten().filter(|user| user.active))
    })?;
    let Some(user) = user else {
        let users = portal.store.read(users::all)?;
        return Ok(choice(&app, wish, &users).into_response());
    };
    let grant = Grant {
        app_id: app.id,
        user_id: user.id,
    };
    let code = portal.codes.give(grant, portal.clock.seconds());
    let target = portal
        .store
        .read(|db| with_code(portal, db, &app, address, wish, &code))?;
    Ok(redirect(&target))
}

/// Where the user goes back to: the app's page, or another address on its host. Ports may differ,
/// as they do on a developer's machine.
fn return_address<'a>(app: &'a App, wish: &'a Wish) -> Result<&'a str, Refusal> {
    let Some(wanted) = &wish.redirect_uri else {
        return Ok(&app.handler);
    };
    let is_web = wanted.starts_with("http://") || wanted.starts_with("https://");
    if is_web && hostname(wanted) == hostname(&app.handler) {
        return Ok(wanted);
    }
    Err(Refusal::ElsewhereAddress {
        wanted: wanted.clone(),
        page: app.handler.clone(),
    })
}

/// The host of an address, without its port. A browser reads `\` as `/` and drops what is before
/// an `@`, so an address with either has none.
fn hostname(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    if authority.contains(['@', '\\']) {
        return None;
    }
    Some(
        authority
            .rsplit_once(':')
            .map_or(authority, |(host, _)| host),
    )
}

fn with_code(
    portal: &AppState,
    db: &rusqlite::Connection,
    app: &App,
    address: &str,
    wish: &Wish,
    code: &str,
) -> Sql<String> {
    let host = portal.settings.host.as_str();
    let query: String = form_urlencoded::Serializer::new(String::new())
        .append_pair("code", code)
        .extend_pairs(wish.state.as_ref().map(|state| ("state", state)))
        .append_pair("domain", host)
        .append_pair("member_id", &host::member_id(db)?)
        .append_pair("scope", &app.scopes)
        .append_pair("server_domain", host)
        .finish();
    let address = address.split('#').next().unwrap_or_default();
    let separator = if address.contains('?') { '&' } else { '?' };
    Ok(format!("{address}{separator}{query}"))
}

fn redirect(target: &str) -> Response {
    match HeaderValue::from_str(target) {
        Ok(target) => (StatusCode::FOUND, [(header::LOCATION, target)]).into_response(),
        Err(_) => (StatusCode::BAD_REQUEST, "the address cannot be gone to").into_response(),
    }
}

fn choice(app: &App, wish: &Wish, users: &[User]) -> Page {
    let choices = Choice::among(users, |user| login_address(wish, user));
    pages::login::choice(Reason::App(&app.title), &choices)
}

/// Logging in comes back here, where the visitor is then known.
fn login_address(wish: &Wish, user: &User) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("client_id", &wish.client_id)
        .extend_pairs(wish.state.as_ref().map(|state| ("state", state)))
        .extend_pairs(wish.redirect_uri.as_ref().map(|uri| ("redirect_uri", uri)))
        .finish();
    login::address(user.id, &format!("/oauth/authorize/?{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_belongs_to_its_host() {
        let cases = [
            ("http://127.0.0.1:8125/app", Some("127.0.0.1")),
            ("https://app.example", Some("app.example")),
            ("https://app.example?x", Some("app.example")),
            ("https://app.example@evil.example/", None),
            ("https://evil.example\\@app.example/", None),
            ("app.example", None),
        ];
        for (address, expected) in cases {
            assert_eq!(hostname(address), expected, "{address}");
        }
    }
}
