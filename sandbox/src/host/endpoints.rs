//! What the pages' script asks for an opened frame.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};

use super::frame::{issue_token, member_id};
use crate::events::letter::Writer;
use crate::faults::Place;
use crate::guard;
use crate::php;
use crate::state::{AppState, Portal};
use crate::store::apps::{self, App};
use crate::store::frames::{self, FrameRow};
use crate::store::users::{self, User};
use crate::store::{Sql, options};

/// A frame with the app and the user that belong to it.
struct Opened {
    row: FrameRow,
    app: App,
    user: User,
}

fn opened(db: &Connection, sid: &str) -> Sql<Option<Opened>> {
    let Some(row) = frames::get(db, sid)? else {
        return Ok(None);
    };
    let (Some(app), Some(user)) = (apps::get(db, row.app_id)?, users::get(db, row.user_id)?) else {
        return Ok(None);
    };
    Ok(Some(Opened { row, app, user }))
}

/// A frame endpoint's answer: the value, or why there is none.
pub(super) type Reply = Result<Json<Value>, (StatusCode, String)>;

pub(super) fn reply(value: Sql<Option<Value>>) -> Reply {
    match value {
        Ok(Some(value)) => Ok(Json(value)),
        Ok(None) => Err((StatusCode::NOT_FOUND, "there is no such frame".into())),
        Err(error) => Err((StatusCode::INTERNAL_SERVER_ERROR, error.to_string())),
    }
}

#[derive(Deserialize)]
pub(super) struct Sid {
    sid: String,
}

pub(super) async fn init(
    State(portal): State<AppState>,
    Query(Sid { sid }): Query<Sid>,
    headers: HeaderMap,
) -> Reply {
    // The page asks under the name that is in its own address.
    let host = guard::host(&headers).unwrap_or(&portal.settings.host);
    reply(portal.store.write(|db| {
        let Some(opened) = opened(db, &sid)? else {
            return Ok(None);
        };
        frames::greet(db, &sid)?;
        init_data(&portal, db, &opened, host).map(Some)
    }))
}

// Frame protocol §1.4. PROTOCOL is a number here, and empty maps are lists.
fn init_data(portal: &Portal, db: &Connection, opened: &Opened, host: &str) -> Sql<Value> {
    let Opened { row, app, user } = opened;
    let first_run = !row.greeted && apps::is_first_run(db, app, user.id)?;
    let placement_options: Value = serde_json::from_str(&row.options).unwrap_or_default();
    Ok(json!({
        "LANG": "en",
        "DOMAIN": host,
        "PROTOCOL": u8::from(portal.settings.secure),
        "PATH": "/rest",
        "AUTH_ID": row.access,
        "AUTH_EXPIRES": portal.settings.token_life.to_string(),
        "REFRESH_ID": row.refresh,
        "MEMBER_ID": member_id(db)?,
        "FIRST_RUN": first_run,
        "IS_ADMIN": user.is_admin,
        "INSTALL": !app.installed,
        "USER_OPTIONS": php::cast::array_from(options::load(db, app.id, user.id)?),
        "APP_OPTIONS": php::cast::array_from(options::load(db, app.id, 0)?),
        "PLACEMENT": row.placement,
        "PLACEMENT_OPTIONS": placement_options,
    }))
}

pub(super) async fn refresh(State(portal): State<AppState>, Json(Sid { sid }): Json<Sid>) -> Reply {
    if portal.faults.refresh_fails() {
        return Err((
            StatusCode::SERVICE_UNAVAILABLE,
            "a fault keeps new tokens back".into(),
        ));
    }
    reply(portal.store.write(|db| {
        let Some(Opened { row, .. }) = opened(db, &sid)? else {
            return Ok(None);
        };
        let token = issue_token(&portal, db, row.app_id, row.user_id)?;
        frames::set_tokens(db, &sid, &token.access, &token.refresh)?;
        Ok(Some(json!({
            "AUTH_ID": token.access,
            "AUTH_EXPIRES": portal.settings.token_life.to_string(),
            "REFRESH_ID": token.refresh,
        })))
    }))
}

#[derive(Deserialize)]
pub(super) struct Install {
    sid: String,
    install: bool,
}

pub(super) async fn install(State(portal): State<AppState>, Json(body): Json<Install>) -> Reply {
    reply(portal.store.write(|db| {
        let Some(Opened { app, user, .. }) = opened(db, &body.sid)? else {
            return Ok(None);
        };
        apps::set_run(db, &app, user.id, body.install)?;
        Ok(Some(json!({ "install": body.install })))
    }))
}

#[derive(Deserialize)]
pub(super) struct Installed {
    sid: String,
    installed: bool,
}

pub(super) async fn set_installed(
    State(portal): State<AppState>,
    Json(body): Json<Installed>,
) -> Reply {
    let mut letters = Vec::new();
    let done = portal.store.write(|db| -> Sql<Option<Value>> {
        let Some(Opened { app, user, .. }) = opened(db, &body.sid)? else {
            return Ok(None);
        };
        if user.is_admin {
            apps::set_installed(db, app.id, body.installed)?;
        }
        if user.is_admin && body.installed && !app.installed {
            let writer = Writer {
                portal: &portal,
                db,
                user: user.id,
            };
            letters = writer.installed(&app)?;
        }
        Ok(Some(json!(user.is_admin)))
    });
    portal.outbox.send(letters);
    admins_only(reply(done)?, json!({ "installed": body.installed }))
}

#[derive(Deserialize)]
pub(super) struct SetOption {
    sid: String,
    scope: String,
    name: String,
    value: Value,
}

pub(super) async fn set_option(
    State(portal): State<AppState>,
    Json(body): Json<SetOption>,
) -> Reply {
    let mut all = Value::Null;
    let done = portal.store.write(|db| -> Sql<Option<Value>> {
        let Some(Opened { app, user, .. }) = opened(db, &body.sid)? else {
            return Ok(None);
        };
        let owner = if body.scope == "app" { 0 } else { user.id };
        let allowed = owner != 0 || user.is_admin;
        if allowed {
            options::set(db, app.id, owner, &body.name, &body.value)?;
            all = php::cast::array_from(options::load(db, app.id, owner)?);
        }
        Ok(Some(json!(allowed)))
    });
    admins_only(reply(done)?, all)
}

fn admins_only(Json(allowed): Json<Value>, answer: Value) -> Reply {
    if allowed == json!(true) {
        return Ok(Json(answer));
    }
    Err((StatusCode::FORBIDDEN, "this takes an administrator".into()))
}

#[derive(Deserialize)]
pub(super) struct Message {
    sid: String,
    command: String,
}

/// Whether the page is to leave a message of its app without an answer.
pub(super) async fn silence(
    State(portal): State<AppState>,
    Query(message): Query<Message>,
) -> Reply {
    let found = portal.store.read(|db| frames::get(db, &message.sid));
    reply(found.map(|row| {
        row.map(|row| {
            let caller = format!("app:{}", row.user_id);
            let fault = portal.faults.meet(Place::Frame, &message.command, &caller);
            json!({ "silent": fault.is_some() })
        })
    }))
}
