//! The addresses of the developer's tools: apps and webhooks, the inspector, the explorer.

use axum::extract::{Path, Query, RawForm, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};

use super::install::{self, Hook, Installed, Overview, Told};
use super::missing::PageError;
use super::page::Page;
use super::spec::SPEC;
use super::text::t;
use super::view::Reader;
use super::{inspector, methods, placements, read};
use crate::address;
use crate::guard;
use crate::installation;
use crate::state::{AppState, InstalledApp, Portal};
use crate::store::apps::{self, App};
use crate::store::hooks::{self, Incoming, Outgoing};
use crate::store::{Sql, placements as bindings, users};

/// These addresses; what changes something is for the portal's own pages only.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/apps/", get(overview))
        .route("/_sandbox/apps/new/", get(new_app).post(install_app))
        .route("/_sandbox/apps/{id}/remove", post(remove_app))
        .route("/_sandbox/apps/incoming", post(add_incoming))
        .route(
            "/_sandbox/apps/incoming/{secret}/remove",
            post(remove_incoming),
        )
        .route("/_sandbox/apps/outgoing", post(add_outgoing))
        .route("/_sandbox/inspector/", get(inspect))
        .route("/_sandbox/methods/", get(method_list))
        .route("/_sandbox/methods/names.json", get(method_names))
        .route("/_sandbox/methods/{name}/", get(method))
        .route("/_sandbox/methods/{name}/form.json", get(method_form))
        .layer(middleware::from_fn(guard::own_pages_only))
}

#[derive(Deserialize)]
struct Made {
    #[serde(default)]
    made: String,
}

async fn overview(
    State(portal): State<AppState>,
    Query(Made { made }): Query<Made>,
) -> Result<Page, PageError> {
    Ok(install::page(&everything(&portal, made)?))
}

fn everything(portal: &Portal, made: String) -> Sql<Overview> {
    read(portal, |reader| {
        let all = apps::all(reader.db)?.into_iter();
        let opened = all.filter(|app| !hooks::is_outgoing(app));
        let incoming = hooks::incoming(reader.db)?.into_iter();
        let users = users::all(reader.db)?.into_iter();
        Ok(Overview {
            apps: opened
                .map(|app| installed(reader.db, app))
                .collect::<Sql<_>>()?,
            incoming: incoming
                .map(|hook| incoming_hook(portal, reader, hook))
                .collect::<Sql<_>>()?,
            outgoing: hooks::outgoing(reader.db)?.into_iter().map(told).collect(),
            users: users
                .map(|user| (user.id.to_string(), user.full_name()))
                .collect(),
            made,
        })
    })
}

fn installed(db: &Connection, app: App) -> Sql<Installed> {
    let bound = bindings::of_app(db, app.id)?.into_iter();
    let bindings = bound.map(|binding| {
        let page = placements::shown_beside(&binding.placement).filter(|_| !app.away);
        (binding.placement, binding.handler, page)
    });
    Ok(Installed {
        id: app.id,
        bindings: bindings.collect(),
        scopes: listed(&app.scopes),
        client_secret: apps::secret(db, app.id)?,
        title: app.title,
        handler: app.handler,
        client_id: app.client_id,
        application_token: app.application_token,
    })
}

fn incoming_hook(portal: &Portal, reader: Reader<'_>, hook: Incoming) -> Sql<Hook> {
    let Incoming {
        user,
        secret,
        scopes,
    } = hook;
    Ok(Hook {
        user: reader.user_name(Some(user))?.unwrap_or_default(),
        address: format!("{}/rest/{user}/{secret}/", portal.origin()),
        scopes: listed(&scopes),
        secret,
    })
}

fn told(hook: Outgoing) -> Told {
    let addresses = hook.handlers.first();
    Told {
        id: hook.app.id,
        handler: addresses
            .map(|handler| handler.handler.clone())
            .unwrap_or_default(),
        events: hook
            .handlers
            .into_iter()
            .map(|handler| handler.event)
            .collect(),
        application_token: hook.app.application_token,
    }
}

fn listed(scopes: &str) -> Vec<String> {
    let scopes = scopes.split(',').filter(|scope| !scope.is_empty());
    scopes.map(str::to_owned).collect()
}

/// A sent form: names may come several times.
struct Form(Vec<(String, String)>);

impl Form {
    fn read(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().collect())
    }

    fn text(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.trim())
    }

    fn all(&self, name: &str) -> Vec<String> {
        let values = self.0.iter().filter(|(key, _)| key == name);
        values.map(|(_, value)| value.clone()).collect()
    }

    /// The chosen names among the known ones.
    fn chosen<'a>(&self, name: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
        let sent = self.all(name);
        let known = known.filter(|each| sent.iter().any(|value| value == each));
        known.map(str::to_owned).collect()
    }

    fn scopes(&self) -> String {
        self.chosen("scope", SPEC.scopes().into_iter()).join(",")
    }

    /// The address of a handler that can be opened and told of events, or why it cannot.
    fn handler(&self) -> Result<String, &'static str> {
        let text = self.text("handler");
        match address::parse(text) {
            Ok(_) => Ok(text.to_owned()),
            Err(_) => Err(t("apps.bad_address")),
        }
    }
}

fn made(key: &str) -> Response {
    Redirect::to(&format!("{}?made={key}#{key}", install::PATH)).into_response()
}

async fn new_app() -> Page {
    install::new(None)
}

async fn install_app(
    State(portal): State<AppState>,
    RawForm(bytes): RawForm,
) -> Result<Response, PageError> {
    let form = Form::read(&bytes);
    let handler = match form.handler() {
        Ok(handler) => handler,
        Err(problem) => return Ok(refused(problem)),
    };
    let title = match form.text("title") {
        "" => "App",
        title => title,
    };
    let codes = SPEC.placements.iter().map(|place| place.code.as_str());
    let app = InstalledApp {
        title: title.to_owned(),
        handler,
        placements: form.chosen("placement", codes),
    };
    let scopes = form.scopes();
    let id = portal
        .store
        .write(|db| installation::install_new(db, &app, &scopes))?;
    Ok(made(&format!("app-{id}")))
}

fn refused(problem: &str) -> Response {
    install::new(Some(problem))
        .status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response()
}

async fn remove_app(
    State(portal): State<AppState>,
    Path(id): Path<i64>,
) -> Result<Redirect, PageError> {
    portal.store.write(|db| hooks::remove_app(db, id))?;
    Ok(Redirect::to(install::PATH))
}

async fn add_incoming(
    State(portal): State<AppState>,
    RawForm(bytes): RawForm,
) -> Result<Response, PageError> {
    let form = Form::read(&bytes);
    let user = form.text("user").parse().unwrap_or_default();
    let secret = portal.store.write(|db| -> Result<String, PageError> {
        users::get(db, user)?.ok_or(PageError::NoRecord {
            kind: "User",
            id: user,
        })?;
        Ok(hooks::add_incoming(db, user, &form.scopes())?)
    })?;
    Ok(made(&format!("hook-{secret}")))
}

async fn remove_incoming(
    State(portal): State<AppState>,
    Path(secret): Path<String>,
) -> Result<Redirect, PageError> {
    portal
        .store
        .write(|db| hooks::remove_incoming(db, &secret))?;
    Ok(Redirect::to(&format!("{}#incoming", install::PATH)))
}

async fn add_outgoing(
    State(portal): State<AppState>,
    RawForm(bytes): RawForm,
) -> Result<Response, PageError> {
    let form = Form::read(&bytes);
    let names = SPEC.events.iter().map(|event| event.name.as_str());
    let events = form.chosen("event", names);
    let handler = match form.handler() {
        Ok(handler) if !events.is_empty() => handler,
        Ok(_) => return Ok(refused(t("hooks.no_event"))),
        Err(problem) => return Ok(refused(problem)),
    };
    let id = portal
        .store
        .write(|db| hooks::add_outgoing(db, &handler, &events))?;
    Ok(made(&format!("out-{id}")))
}

async fn inspect() -> Page {
    inspector::page()
}

#[derive(Deserialize)]
struct Words {
    #[serde(default)]
    q: String,
}

async fn method_list(Query(Words { q }): Query<Words>) -> Page {
    methods::list(&q)
}

async fn method_names() -> Json<Value> {
    let names = SPEC.methods.iter();
    Json(
        names
            .map(|method| json!({ "name": method.name, "js": method.js }))
            .collect(),
    )
}

async fn method(Path(name): Path<String>) -> Result<Page, PageError> {
    let method = SPEC.method(&name).ok_or(PageError::NoMethod(name))?;
    Ok(methods::page(method))
}

/// What the page's script makes the form of.
async fn method_form(
    State(portal): State<AppState>,
    Path(name): Path<String>,
) -> Result<Json<Value>, PageError> {
    let method = SPEC.method(&name).ok_or(PageError::NoMethod(name))?;
    let mut form = SPEC.form(method);
    let names = form["directories"].as_array().cloned().unwrap_or_default();
    let entries = read(&portal, |reader| {
        let names = names.iter().filter_map(Value::as_str);
        let entries = names.map(|name| Ok((name.to_owned(), json!(reader.directory(name)?))));
        entries.collect::<Sql<serde_json::Map<_, _>>>()
    })?;
    form["entries"] = Value::Object(entries);
    form["events"] = SPEC.events.iter().map(|event| json!(event.name)).collect();
    form["placements"] = SPEC
        .placements
        .iter()
        .map(|place| json!(place.code))
        .collect();
    Ok(Json(form))
}
