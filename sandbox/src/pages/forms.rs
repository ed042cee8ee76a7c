//! The forms of the page with apps and webhooks: what is installed, added and removed by hand.

use axum::Router;
use axum::extract::{Path, RawForm, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use rusqlite::Connection;

use super::id::Id;
use super::install;
use super::missing::PageError;
use super::new_app;
use super::page::Page;
use super::spec::SPEC;
use super::text::t;
use crate::events::delivery::Delivery;
use crate::events::letter::Writer;
use crate::installation::{self, NewInstallation};
use crate::state::{AppState, InstalledApp, Portal};
use crate::store::{Sql, hooks, users};
use crate::{address, host, session};

/// Their addresses.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/apps/new/", get(new_app).post(install_app))
        .route("/_sandbox/apps/{id}/update", post(update_app))
        .route("/_sandbox/apps/{id}/remove", post(remove_app))
        .route("/_sandbox/apps/incoming", post(add_incoming))
        .route(
            "/_sandbox/apps/incoming/{secret}/remove",
            post(remove_incoming),
        )
        .route("/_sandbox/apps/outgoing", post(add_outgoing))
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

    /// The address of the field `handler`, which can be opened and told of events, or why it cannot.
    fn handler(&self) -> Result<String, &'static str> {
        checked(self.text("handler"))
    }

    /// The address in a field that may be empty.
    fn address(&self, name: &str) -> Result<String, &'static str> {
        match self.text(name) {
            "" => Ok(String::new()),
            text => checked(text),
        }
    }

    /// The app that the form of the installation describes.
    fn installation(&self) -> Result<NewInstallation, &'static str> {
        let title = match self.text("title") {
            "" => "App",
            title => title,
        };
        let codes = SPEC.placements.iter().map(|place| place.code.as_str());
        Ok(NewInstallation {
            app: InstalledApp {
                title: title.to_owned(),
                handler: self.handler()?,
                placements: self.chosen("placement", codes),
            },
            scopes: self.scopes(),
            installer: self.address("installer")?,
            callback: self.address("callback")?,
        })
    }
}

fn checked(text: &str) -> Result<String, &'static str> {
    match address::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err(t("apps.bad_address")),
    }
}

/// Changes what is installed as the visitor, and sends what apps are told of it.
fn change<T>(
    portal: &Portal,
    headers: &HeaderMap,
    work: impl FnOnce(Writer<'_>) -> Sql<(T, Vec<Delivery>)>,
) -> Sql<T> {
    let visitor = session::of(portal, headers).map(|session| session.user);
    let user = visitor.unwrap_or(host::DEFAULT_USER);
    let write = |db: &Connection| work(Writer { portal, db, user });
    let (value, letters) = portal.store.write(write)?;
    portal.outbox.send(letters);
    Ok(value)
}

fn made(key: &str) -> Response {
    Redirect::to(&format!("{}?made={key}#{key}", install::PATH)).into_response()
}

async fn new_app() -> Page {
    new_app::page(None)
}

async fn install_app(
    State(portal): State<AppState>,
    headers: HeaderMap,
    RawForm(bytes): RawForm,
) -> Result<Response, PageError> {
    let wanted = match Form::read(&bytes).installation() {
        Ok(wanted) => wanted,
        Err(problem) => return Ok(refused(problem)),
    };
    let id = change(&portal, &headers, |writer| {
        installation::install_new(writer, &wanted)
    })?;
    Ok(made(&format!("app-{id}")))
}

fn refused(problem: &str) -> Response {
    new_app::page(Some(problem))
        .status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response()
}

async fn update_app(
    State(portal): State<AppState>,
    headers: HeaderMap,
    Id(id): Id,
) -> Result<Response, PageError> {
    change(&portal, &headers, |writer| {
        Ok(((), installation::update(writer, id)?))
    })?;
    Ok(made(&format!("app-{id}")))
}

async fn remove_app(
    State(portal): State<AppState>,
    headers: HeaderMap,
    Id(id): Id,
    RawForm(bytes): RawForm,
) -> Result<Redirect, PageError> {
    let clean = Form::read(&bytes).text("clean") == "1";
    change(&portal, &headers, |writer| {
        Ok(((), installation::uninstall(writer, id, clean)?))
    })?;
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
