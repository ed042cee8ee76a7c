//! Addresses of the sandbox that no real portal has, for tests, and the files of records.
//!
//! | address | takes | gives |
//! |---|---|---|
//! | `POST /_sandbox/tokens/expire` | – | `{expired: n}`: every access token is too old from now on |
//! | `POST /_sandbox/tokens` | `{user?}`, or else the page's visitor | a new pair for the first installed app: `{access_token, refresh_token, expires_in, client_endpoint, member_id, application_token}`; 404 for a user nobody knows |

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::state::AppState;
use crate::store::{Sql, apps, files, hooks, tokens, users};
use crate::{guard, host, session};

/// These addresses.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/tokens", post(issue))
        .route("/_sandbox/tokens/expire", post(expire))
        .layer(middleware::from_fn(guard::own_pages_only))
        .route(
            "/bitrix/components/bitrix/crm.lead.show/show_file.php",
            get(file),
        )
        .route(
            "/bitrix/components/bitrix/crm.contact.show/show_file.php",
            get(file),
        )
        .route(
            "/bitrix/components/bitrix/crm.company.show/show_file.php",
            get(file),
        )
}

/// What went wrong, as a page or a test reads it.
type Failure = (StatusCode, String);

#[expect(clippy::needless_pass_by_value, reason = "it is mapped over results")]
fn failure(error: rusqlite::Error) -> Failure {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
}

async fn expire(State(portal): State<AppState>) -> Result<Json<Value>, Failure> {
    let now = portal.clock.seconds();
    let expired = portal
        .store
        .write(|db| tokens::expire_all(db, now))
        .map_err(failure)?;
    Ok(Json(json!({ "expired": expired })))
}

#[derive(Default, Deserialize)]
struct Issue {
    user: Option<i64>,
}

async fn issue(
    State(portal): State<AppState>,
    headers: HeaderMap,
    body: Option<Json<Issue>>,
) -> Result<Json<Value>, Failure> {
    let visitor = session::of(&portal, &headers).map(|visitor| visitor.user);
    let user = body.unwrap_or_default().user.or(visitor);
    let user = user.unwrap_or(host::DEFAULT_USER);
    let missing = |text: &str| (StatusCode::NOT_FOUND, text.to_owned());
    let issued = portal.store.write(|db| -> Sql<Result<Value, Failure>> {
        if users::get(db, user)?.is_none() {
            return Ok(Err(missing(&format!("there is no user {user}"))));
        }
        // An outgoing webhook is an app underneath, but one that never calls.
        let mut apps = apps::all(db)?.into_iter();
        let Some(app) = apps.find(|app| !hooks::is_outgoing(app)) else {
            let text = "no app is installed: start the sandbox with --app";
            return Ok(Err(missing(text)));
        };
        let token = host::issue_token(&portal, db, app.id, user)?;
        Ok(Ok(json!({
            "access_token": token.access,
            "refresh_token": token.refresh,
            "expires_in": portal.settings.token_life,
            "client_endpoint": format!("{}/rest/", portal.origin()),
            "member_id": host::member_id(db)?,
            "application_token": app.application_token,
        })))
    });
    issued.map_err(failure)?.map(Json)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    file_id: i64,
}

/// A record's file. The real portal looks at the session or the link's signature; here everything
/// is on one machine.
async fn file(
    State(portal): State<AppState>,
    Query(asked): Query<File>,
) -> Result<Response, Failure> {
    let found = portal
        .store
        .read(|db| files::get(db, asked.file_id))
        .map_err(failure)?;
    let (name, content) =
        found.ok_or((StatusCode::NOT_FOUND, "there is no such file".to_owned()))?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._- ".contains(letter);
    let name: String = name
        .chars()
        .map(|letter| if plain(letter) { letter } else { '_' })
        .collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let disposition = disposition.unwrap_or(HeaderValue::from_static("attachment"));
    // Never as a page of the portal: what was uploaded is anybody's.
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
    ];
    Ok((headers, content).into_response())
}
