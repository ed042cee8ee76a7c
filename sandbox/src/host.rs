//! The portal page's side of an embedded app (reference §9): frames, their tokens, and the data
//! behind the message protocol.
//!
//! A page opens a frame with [`open_frame`] and renders its form; the page's script then answers
//! the app's messages with the help of these addresses, JSON in and out, for the portal's own
//! pages only:
//!
//! | address | takes | gives |
//! |---|---|---|
//! | `GET /_sandbox/frame/init` | `?sid=` | the reply to getInitData |
//! | `POST /_sandbox/frame/refresh` | `{sid}` | the reply to refreshAuth |
//! | `POST /_sandbox/frame/install` | `{sid, install}` | `{install}` |
//! | `POST /_sandbox/frame/installed` | `{sid, installed}` | `{installed}`; 403 unless administrator |
//! | `POST /_sandbox/frame/option` | `{sid, scope: "user"\|"app", name, value}` | all options of the scope; 403 unless administrator for "app" |
//! | `GET /_sandbox/frame/interface` | `?sid=` | `{command, event}` |
//! | `GET /_sandbox/frame/search` | `?type=lead\|contact\|company&query=`, or `&ids=L_1,L_2` | `[{id: "L_1", type, place, title, desc, url}]` |
//! | `GET /_sandbox/frame/users` | `?query=` | `[{id, name, photo, position, url, sub, sup}]` |

use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::crm::search;
use crate::entity::Kind;
use crate::installation::origin;
use crate::model::MODEL;
use crate::php;
use crate::secrets;
use crate::state::{AppState, Portal};
use crate::store::apps::{self, App};
use crate::store::frames::{self, FrameRow};
use crate::store::placements::Binding;
use crate::store::records::{self, Record};
use crate::store::tokens::{self, Token};
use crate::store::users::{self, User};
use crate::store::{Sql, options};

/// The user whose pages these are when nobody chose another: the administrator.
pub const DEFAULT_USER: i64 = 1;

/// Refresh tokens live half a year.
const REFRESH_LIFE: i64 = 180 * 86_400;

/// What a page renders to open an app: a form posted into an iframe, or for a static page an
/// iframe with `src`.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The frame's name towards the portal, 32 hex digits.
    pub sid: String,
    /// The iframe's `name`, `host|0|sid`: what the app reads its context from.
    pub name: String,
    /// The address to open, with `DOMAIN`, `PROTOCOL`, `LANG` and `APP_SID`.
    pub action: String,
    /// The fields of the form.
    pub fields: Vec<(&'static str, String)>,
    /// Whether it is a static page, opened by `src` and without the form.
    pub is_static: bool,
    /// The origin that messages come from and go to.
    pub origin: String,
}

/// Opens the app of `binding` with `options` for `user`; none when the app or the user is gone.
pub fn open_frame(
    portal: &Portal,
    binding: &Binding,
    options: &Value,
    user: i64,
) -> Sql<Option<Frame>> {
    portal.store.write(|db| {
        let (Some(app), Some(user)) = (apps::get(db, binding.app_id)?, users::get(db, user)?)
        else {
            return Ok(None);
        };
        let token = issue_token(portal, db, app.id, user.id)?;
        let row = FrameRow {
            sid: secrets::hex(16),
            app_id: app.id,
            user_id: user.id,
            placement: binding.placement.clone(),
            options: php::json::encode(options),
            access: token.access,
            refresh: token.refresh,
            greeted: false,
        };
        frames::insert(db, &row)?;
        Ok(Some(describe(portal, db, binding, &app, row)?))
    })
}

fn describe(
    portal: &Portal,
    db: &Connection,
    binding: &Binding,
    app: &App,
    row: FrameRow,
) -> Sql<Frame> {
    let host = &portal.settings.host;
    let separator = if binding.handler.contains('?') {
        '&'
    } else {
        '?'
    };
    let query: String = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("DOMAIN", host.as_str()),
            ("PROTOCOL", "0"),
            ("LANG", "en"),
            ("APP_SID", &row.sid),
        ])
        .finish();
    let path = binding.handler.split(['?', '#']).next().unwrap_or_default();
    Ok(Frame {
        name: format!("{host}|0|{}", row.sid),
        action: format!("{}{separator}{query}", binding.handler),
        is_static: has_page_extension(path),
        origin: origin(&binding.handler).to_owned(),
        sid: row.sid,
        fields: vec![
            ("AUTH_ID", row.access),
            ("AUTH_EXPIRES", portal.settings.token_life.to_string()),
            ("REFRESH_ID", row.refresh),
            ("SERVER_ENDPOINT", format!("{}/rest/", portal.origin())),
            ("APPLICATION_TOKEN", app.application_token.clone()),
            ("APPLICATION_SCOPE", app.scopes.clone()),
            ("member_id", member_id(db)?),
            ("status", "L".to_owned()),
            ("PLACEMENT", row.placement),
            ("PLACEMENT_OPTIONS", row.options),
        ],
    })
}

/// Whether the path is that of a static page, which a form cannot be posted to.
fn has_page_extension(path: &str) -> bool {
    let extension = path
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase());
    matches!(extension.as_deref(), Some("html" | "htm"))
}

/// The portal's constant id.
pub fn member_id(db: &Connection) -> Sql<String> {
    Ok(users::portal(db, "member_id")?.unwrap_or_default())
}

/// Gives an app a new pair of tokens to act for a user.
pub fn issue_token(portal: &Portal, db: &Connection, app_id: i64, user_id: i64) -> Sql<Token> {
    let now = portal.clock.seconds();
    tokens::forget_old(db, now)?;
    let token = Token {
        access: secrets::hex(35),
        refresh: secrets::hex(35),
        app_id,
        user_id,
        expires: now + portal.settings.token_life,
        refresh_expires: now + REFRESH_LIFE,
    };
    tokens::insert(db, &token)?;
    Ok(token)
}

/// The addresses for the pages' script.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/frame/init", get(init))
        .route("/_sandbox/frame/refresh", post(refresh))
        .route("/_sandbox/frame/install", post(install))
        .route("/_sandbox/frame/installed", post(set_installed))
        .route("/_sandbox/frame/option", post(set_option))
        .route("/_sandbox/frame/interface", get(interface))
        .route("/_sandbox/frame/search", get(find_records))
        .route("/_sandbox/frame/users", get(find_users))
        .layer(middleware::from_fn(own_pages_only))
}

/// Refuses requests that other sites' pages make: the browser names their origin.
pub async fn own_pages_only(request: Request, next: Next) -> Response {
    if is_from_elsewhere(request.headers()) {
        return (
            StatusCode::FORBIDDEN,
            "only the portal's own pages may ask this",
        )
            .into_response();
    }
    next.run(request).await
}

fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let own = header("host").map(|host| format!("http://{host}"));
    header("origin").is_some_and(|origin| Some(origin) != own.as_deref())
        || matches!(header("sec-fetch-site"), Some("cross-site" | "same-site"))
}

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
type Reply = Result<Json<Value>, (StatusCode, String)>;

fn reply(value: Sql<Option<Value>>) -> Reply {
    match value {
        Ok(Some(value)) => Ok(Json(value)),
        Ok(None) => Err((StatusCode::NOT_FOUND, "there is no such frame".into())),
        Err(error) => Err((StatusCode::INTERNAL_SERVER_ERROR, error.to_string())),
    }
}

#[derive(Deserialize)]
struct Sid {
    sid: String,
}

async fn init(State(portal): State<AppState>, Query(Sid { sid }): Query<Sid>) -> Reply {
    reply(portal.store.write(|db| {
        let Some(opened) = opened(db, &sid)? else {
            return Ok(None);
        };
        frames::greet(db, &sid)?;
        init_data(&portal, db, &opened).map(Some)
    }))
}

// Frame protocol §1.4. PROTOCOL is a number here, and empty maps are lists.
fn init_data(portal: &Portal, db: &Connection, opened: &Opened) -> Sql<Value> {
    let Opened { row, app, user } = opened;
    let first_run = !row.greeted && apps::is_first_run(db, app, user.id)?;
    let placement_options: Value = serde_json::from_str(&row.options).unwrap_or_default();
    Ok(json!({
        "LANG": "en",
        "DOMAIN": portal.settings.host,
        "PROTOCOL": 0,
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

async fn refresh(State(portal): State<AppState>, Json(Sid { sid }): Json<Sid>) -> Reply {
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
struct Install {
    sid: String,
    install: bool,
}

async fn install(State(portal): State<AppState>, Json(body): Json<Install>) -> Reply {
    reply(portal.store.write(|db| {
        let Some(Opened { app, user, .. }) = opened(db, &body.sid)? else {
            return Ok(None);
        };
        apps::set_run(db, &app, user.id, body.install)?;
        Ok(Some(json!({ "install": body.install })))
    }))
}

#[derive(Deserialize)]
struct Installed {
    sid: String,
    installed: bool,
}

async fn set_installed(State(portal): State<AppState>, Json(body): Json<Installed>) -> Reply {
    let done = portal.store.write(|db| -> Sql<Option<Value>> {
        let Some(Opened { app, user, .. }) = opened(db, &body.sid)? else {
            return Ok(None);
        };
        if user.is_admin {
            apps::set_installed(db, app.id, body.installed)?;
        }
        Ok(Some(json!(user.is_admin)))
    });
    admins_only(reply(done)?, json!({ "installed": body.installed }))
}

#[derive(Deserialize)]
struct SetOption {
    sid: String,
    scope: String,
    name: String,
    value: Value,
}

async fn set_option(State(portal): State<AppState>, Json(body): Json<SetOption>) -> Reply {
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

async fn interface(State(portal): State<AppState>, Query(Sid { sid }): Query<Sid>) -> Reply {
    reply(portal.store.read(|db| {
        let Some(row) = frames::get(db, &sid)? else {
            return Ok(None);
        };
        let spec = MODEL
            .placements
            .iter()
            .find(|spec| spec.code == row.placement);
        Ok(Some(match spec {
            Some(spec) => json!({ "command": spec.commands, "event": spec.events }),
            None => json!({ "command": [], "event": [] }),
        }))
    }))
}

#[derive(Deserialize)]
struct Find {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    query: String,
    #[serde(default)]
    ids: String,
}

/// How many records a dialog shows.
const DIALOG_ROWS: i64 = 20;

async fn find_records(State(portal): State<AppState>, Query(find): Query<Find>) -> Reply {
    reply(portal.store.read(|db| {
        let rows: Vec<Value> = match find.kind.as_str() {
            "lead" => records_of(db, Kind::Lead, &find)?
                .iter()
                .map(lead_choice)
                .collect(),
            "contact" => records_of(db, Kind::Contact, &find)?
                .iter()
                .map(contact_choice)
                .collect(),
            "company" => companies(db, &find.query)?,
            _ => Vec::new(),
        };
        Ok(Some(json!(rows)))
    }))
}

/// The records a dialog starts with by their ids (`L_7,L_9`), or those that hold the words.
fn records_of(db: &Connection, kind: Kind, find: &Find) -> Sql<Vec<Record>> {
    if find.ids.is_empty() {
        return Ok(search::find(db, kind, &find.query, 0, DIALOG_ROWS)?.records);
    }
    let numbers = find.ids.split(',').filter_map(|id| id.rsplit('_').next());
    let ids = numbers.filter_map(|number| number.parse::<i64>().ok());
    ids.filter_map(|id| records::get(db, kind, id).transpose())
        .collect()
}

fn lead_choice(lead: &Record) -> Value {
    choice("L", "lead", lead.id(), lead.text("TITLE"), &full_name(lead))
}

fn contact_choice(contact: &Record) -> Value {
    choice(
        "C",
        "contact",
        contact.id(),
        &full_name(contact),
        contact.text("POST"),
    )
}

fn companies(db: &Connection, query: &str) -> Sql<Vec<Value>> {
    let query = query.to_lowercase();
    let found = records::companies(db)?
        .into_iter()
        .filter(|(_, title)| title.to_lowercase().contains(&query));
    Ok(found
        .map(|(id, title)| choice("CO", "company", id, &title, ""))
        .collect())
}

// Frame protocol §1.5, selectCRM.
fn choice(prefix: &str, kind: &str, id: i64, title: &str, description: &str) -> Value {
    json!({
        "id": format!("{prefix}_{id}"),
        "type": kind,
        "place": kind,
        "title": title,
        "desc": description,
        "url": format!("/crm/{kind}/details/{id}/"),
    })
}

/// First and last name of a lead or contact.
pub fn full_name(record: &Record) -> String {
    format!("{} {}", record.text("NAME"), record.text("LAST_NAME"))
        .trim()
        .to_owned()
}

async fn find_users(State(portal): State<AppState>, Query(find): Query<Find>) -> Reply {
    let query = find.query.to_lowercase();
    reply(portal.store.read(|db| {
        let found = users::all(db)?
            .into_iter()
            .filter(|u| u.full_name().to_lowercase().contains(&query));
        let rows: Vec<Value> = found
            .map(|user| {
                json!({
                    "id": user.id.to_string(),
                    "name": user.full_name(),
                    "photo": "",
                    "position": user.position,
                    "url": format!("/company/personal/user/{}/", user.id),
                    "sub": false,
                    "sup": false,
                })
            })
            .collect();
        Ok(Some(json!(rows)))
    }))
}
