//! The portal's pages: HTML made on the server, with one script for tabs and embedded apps.
//!
//! A page's way: a handler here reads what it shows through [`view`], opens the frames of the apps
//! beside it ([`placements`]), and hands both to the template named after the page. Text from the
//! store reaches HTML through maud alone, which escapes it.

use axum::Router;
use axum::extract::{OriginalUri, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use crate::entity::Kind;
use crate::state::{AppState, Portal};
use crate::store::apps::{self as installed, App};
use crate::store::users::{self, User};
use crate::store::{Sql, hooks, placements as bindings};
use id::Id;
use missing::PageError;
use page::Page;
use view::Reader;
use visit::Visit;

pub mod application;
pub mod apps;
pub mod assets;
pub mod board;
pub mod companies;
pub mod company;
pub mod contact;
pub mod contacts;
pub mod convert;
pub mod filter_bar;
pub mod forms;
pub mod icons;
pub mod id;
pub mod inspector;
pub mod install;
pub mod lead;
pub mod leads;
pub mod login;
pub mod methods;
pub mod missing;
pub mod new_app;
pub mod page;
pub mod parts;
pub mod placements;
pub mod records;
pub mod spec;
pub mod start;
#[cfg(test)]
mod tests;
pub mod text;
pub mod timeline;
pub mod tools;
pub mod view;
pub mod visit;
pub mod webhooks;

/// The pages and what belongs to them.
pub fn router() -> Router<AppState> {
    Router::new()
        .merge(tools::router())
        .merge(records::router())
        .route("/", get(start_page))
        .route("/marketplace/app/{app}/", get(app_page))
        .route("/_sandbox/placement/{id}/", get(placement_page))
        .route("/_sandbox/static/{*path}", get(assets::serve))
        .route("/crm/{*path}", get(elsewhere))
        .route("/marketplace/{*path}", get(elsewhere))
        .route("/company/{*path}", get(elsewhere))
        .route("/workgroups/{*path}", get(elsewhere))
        .fallback(nowhere)
}

/// Reads what no visitor's rights are asked for.
fn read<T>(portal: &Portal, work: impl FnOnce(Reader<'_>) -> Sql<T>) -> Sql<T> {
    read_as(portal, User::stranger().id, work)
}

/// Reads as this user, for whom records are shown that REST would show them.
fn read_as<T>(portal: &Portal, user: i64, work: impl FnOnce(Reader<'_>) -> Sql<T>) -> Sql<T> {
    portal.store.read(|db| {
        let user = users::get(db, user)?.unwrap_or_else(User::stranger);
        work(Reader {
            db,
            clock: &portal.clock,
            journal: &portal.journal,
            user: &user,
        })
    })
}

async fn start_page(State(portal): State<AppState>, visit: Visit) -> Result<Page, PageError> {
    let start = read_as(&portal, visit.user, |reader| {
        Ok(start::Start {
            webhook: webhook(&portal, reader, visit.user)?,
            leads: reader.count(Kind::Lead)?,
            contacts: reader.count(Kind::Contact)?,
            companies: reader.count(Kind::Company)?,
            apps: installed::all(reader.db)?
                .into_iter()
                .filter(|app| !hooks::is_outgoing(app))
                .map(|app| installed_app(reader, app))
                .collect::<Sql<_>>()?,
            visitors: visitors(reader, visit.user)?,
        })
    })?;
    Ok(start::page(&start))
}

fn visitors(reader: Reader<'_>, present: i64) -> Sql<Vec<start::Visitor>> {
    let users = users::all(reader.db)?.into_iter();
    let visitors = users.filter(|user| user.active);
    Ok(visitors
        .map(|user| start::Visitor {
            id: user.id,
            name: user.full_name(),
            is_present: user.id == present,
        })
        .collect())
}

/// The visitor's own: the portal refuses a browser that is logged in as somebody else.
fn webhook(portal: &Portal, reader: Reader<'_>, visitor: i64) -> Sql<Option<String>> {
    let mut all = users::webhooks(reader.db)?.into_iter();
    let own = all.find(|(user, _)| *user == visitor);
    Ok(own.map(|(user, secret)| format!("{}/rest/{user}/{secret}/", portal.origin())))
}

fn installed_app(reader: Reader<'_>, app: App) -> Sql<start::InstalledApp> {
    let bound = bindings::of_app(reader.db, app.id)?.into_iter();
    let bindings = bound.map(|binding| start::Bound {
        page: placements::shown_beside(&binding.placement),
        placement: binding.placement,
        handler: binding.handler,
    });
    Ok(start::InstalledApp {
        code: app.client_id,
        title: app.title,
        handler: app.handler,
        bindings: bindings.collect(),
    })
}

async fn app_page(
    State(portal): State<AppState>,
    Path(app): Path<String>,
    visit: Visit,
) -> Result<Page, PageError> {
    let app = placements::of_app(&portal, &app, &visit.options, visit.viewer(&portal))?;
    Ok(application::page(&app, visit.bare))
}

async fn placement_page(
    State(portal): State<AppState>,
    Id(id): Id,
    visit: Visit,
) -> Result<Page, PageError> {
    let app = placements::of_binding(&portal, id, &visit.options, visit.viewer(&portal))?;
    Ok(application::page(&app, visit.bare))
}

/// Pages of the real portal that are not here; addresses without the final slash are.
async fn elsewhere(OriginalUri(uri): OriginalUri) -> Response {
    let path = uri.path();
    if path.ends_with('/') {
        return missing::elsewhere(path).into_response();
    }
    let query = uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    Redirect::permanent(&format!("{path}/{query}")).into_response()
}

async fn nowhere(OriginalUri(uri): OriginalUri) -> PageError {
    PageError::NoPage(uri.path().to_owned())
}
