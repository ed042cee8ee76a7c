//! The addresses of the developer's tools: apps and webhooks, the inspector, the explorer.

use axum::extract::{Path, Query, State};
use axum::routing::get;
use axum::{Json, Router, middleware};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};

use super::install::{self, Hook, Installed, Overview, Told};
use super::missing::PageError;
use super::page::Page;
use super::spec::SPEC;
use super::view::Reader;
use super::{forms, inspector, methods, placements, read};
use crate::guard;
use crate::state::{AppState, Portal};
use crate::store::apps::{self, App};
use crate::store::hooks::{self, Incoming, Outgoing};
use crate::store::{Sql, placements as bindings, users};

/// These addresses; what changes something is for the portal's own pages only.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/apps/", get(overview))
        .merge(forms::router())
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
        version: app.version,
        is_finished: app.installed,
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
