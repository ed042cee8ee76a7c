//! The portal's pages: HTML made on the server, with one script for tabs and embedded apps.
//!
//! A page's way: a handler here reads what it shows through [`view`], opens the frames of the apps
//! beside it ([`placements`]), and hands both to the template named after the page. Text from the
//! store reaches HTML through maud alone, which escapes it.

use axum::Router;
use axum::extract::{OriginalUri, Path, Query, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;
use serde_json::Value;

use crate::entity::Kind;
use crate::php;
use crate::state::{AppState, Portal};
use crate::store::apps::{self as installed, App};
use crate::store::{Sql, placements as bindings, users};
use missing::PageError;
use page::Page;
use view::Reader;

pub mod application;
pub mod apps;
pub mod assets;
pub mod contact;
pub mod contacts;
pub mod convert;
pub mod icons;
pub mod lead;
pub mod leads;
pub mod missing;
pub mod page;
pub mod parts;
pub mod placements;
pub mod start;
pub mod view;

/// The pages and what belongs to them.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/", get(start_page))
        .route("/crm/lead/", get(lead_list))
        .route("/crm/lead/list/", get(lead_list))
        .route("/crm/lead/details/{id}/", get(lead_card))
        .route("/crm/lead/convert/{id}/", get(conversion).post(convert_lead))
        .route("/crm/contact/", get(contact_list))
        .route("/crm/contact/list/", get(contact_list))
        .route("/crm/contact/details/{id}/", get(contact_card))
        .route("/marketplace/app/{app}/", get(app_page))
        .route("/_sandbox/placement/{id}/", get(placement_page))
        .route("/_sandbox/static/{*path}", get(assets::serve))
        .route("/crm/{*path}", get(elsewhere))
        .route("/marketplace/{*path}", get(elsewhere))
        .route("/company/{*path}", get(elsewhere))
        .route("/workgroups/{*path}", get(elsewhere))
}

/// What an address says about how its page is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Shown {
    #[serde(rename = "IFRAME")]
    iframe: String,
    view: String,
    page: String,
    q: String,
}

impl Shown {
    fn in_slider(&self) -> bool {
        self.iframe == "Y"
    }

    // Only what changes is asked for, by a page that shows the rest already.
    fn is_live(&self) -> bool {
        self.view == "live"
    }

    fn number(&self) -> usize {
        self.page.parse().unwrap_or(1).max(1)
    }
}

/// A page, or why there is none.
type Answer = Result<Response, PageError>;

fn read<T>(portal: &Portal, work: impl FnOnce(Reader<'_>) -> Sql<T>) -> Sql<T> {
    portal.store.read(|db| work(Reader { db, clock: &portal.clock }))
}

async fn start_page(State(portal): State<AppState>) -> Result<Page, PageError> {
    let start = read(&portal, |reader| {
        Ok(start::Start {
            webhook: webhook(&portal, reader)?,
            leads: reader.count(Kind::Lead)?,
            contacts: reader.count(Kind::Contact)?,
            apps: installed::all(reader.db)?
                .into_iter()
                .map(|app| installed_app(reader, app))
                .collect::<Sql<_>>()?,
        })
    })?;
    Ok(start::page(&start))
}

fn webhook(portal: &Portal, reader: Reader<'_>) -> Sql<Option<String>> {
    let first = users::webhooks(reader.db)?.into_iter().next();
    Ok(first.map(|(user, secret)| format!("{}/rest/{user}/{secret}/", portal.origin())))
}

fn installed_app(reader: Reader<'_>, app: App) -> Sql<start::InstalledApp> {
    let bound = bindings::of_app(reader.db, app.id)?.into_iter();
    let bindings = bound.map(|binding| start::Bound {
        shown: placements::is_shown(&binding.placement),
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

async fn lead_list(State(portal): State<AppState>, Query(shown): Query<Shown>) -> Answer {
    let listing = read(&portal, |reader| reader.leads(&shown.q, shown.number()))?;
    let menu = placements::list_menu(&portal, Kind::Lead)?;
    if shown.is_live() {
        return Ok(leads::live(&listing, &menu).into_response());
    }
    let toolbar = placements::list_toolbar(&portal, Kind::Lead)?;
    Ok(leads::page(&listing, &toolbar, &menu).bare(shown.in_slider()).into_response())
}

async fn contact_list(State(portal): State<AppState>, Query(shown): Query<Shown>) -> Answer {
    let listing = read(&portal, |reader| reader.contacts(&shown.q, shown.number()))?;
    let menu = placements::list_menu(&portal, Kind::Contact)?;
    if shown.is_live() {
        return Ok(contacts::live(&listing, &menu).into_response());
    }
    let toolbar = placements::list_toolbar(&portal, Kind::Contact)?;
    Ok(contacts::page(&listing, &toolbar, &menu).bare(shown.in_slider()).into_response())
}

async fn lead_card(
    State(portal): State<AppState>,
    Path(id): Path<i64>,
    Query(shown): Query<Shown>,
) -> Answer {
    let card = lead_of(&portal, id)?;
    if shown.is_live() {
        let toolbar = placements::card_toolbar(&portal, Kind::Lead, id)?;
        return Ok(lead::live(&card, &toolbar).into_response());
    }
    let apps = placements::of_card(&portal, Kind::Lead, id)?;
    Ok(lead::page(&card, &apps, shown.in_slider()).into_response())
}

fn lead_of(portal: &Portal, id: i64) -> Result<view::lead::LeadCard, PageError> {
    read(portal, |reader| reader.lead_card(id))?.ok_or(PageError::NoRecord { kind: "Lead", id })
}

async fn contact_card(
    State(portal): State<AppState>,
    Path(id): Path<i64>,
    Query(shown): Query<Shown>,
) -> Answer {
    let card = read(&portal, |reader| reader.contact_card(id))?
        .ok_or(PageError::NoRecord { kind: "Contact", id })?;
    if shown.is_live() {
        let toolbar = placements::card_toolbar(&portal, Kind::Contact, id)?;
        return Ok(contact::live(&card, &toolbar).into_response());
    }
    let apps = placements::of_card(&portal, Kind::Contact, id)?;
    Ok(contact::page(&card, &apps, shown.in_slider()).into_response())
}

async fn conversion(
    State(portal): State<AppState>,
    Path(id): Path<i64>,
) -> Result<Page, PageError> {
    Ok(convert::page(&lead_of(&portal, id)?))
}

async fn convert_lead(
    State(portal): State<AppState>,
    Path(id): Path<i64>,
) -> Result<Page, PageError> {
    Ok(convert::refusal(&lead_of(&portal, id)?))
}

async fn app_page(
    State(portal): State<AppState>,
    Path(app): Path<String>,
    Query(shown): Query<Shown>,
    RawQuery(query): RawQuery,
) -> Result<Page, PageError> {
    let app = placements::of_app(&portal, &app, &options_of(query.as_deref()))?;
    Ok(application::page(&app, shown.in_slider()))
}

async fn placement_page(
    State(portal): State<AppState>,
    Path(id): Path<i64>,
    Query(shown): Query<Shown>,
    RawQuery(query): RawQuery,
) -> Result<Page, PageError> {
    let app = placements::of_binding(&portal, id, &options_of(query.as_deref()))?;
    Ok(application::page(&app, shown.in_slider()))
}

/// Parameters of a page that are the portal's own, not the app's (frame protocol §1.4).
const SYSTEM_PARAMETERS: [&str; 3] = ["IFRAME", "view", "install_finished"];

fn options_of(query: Option<&str>) -> Value {
    let mut options = php::query::parse(query.unwrap_or_default());
    options.retain(|name, _| !SYSTEM_PARAMETERS.contains(&name.as_str()));
    php::cast::array_from(options)
}

/// Pages of the real portal that are not here; addresses without the final slash are.
async fn elsewhere(OriginalUri(uri): OriginalUri) -> Response {
    let path = uri.path();
    if path.ends_with('/') {
        return missing::elsewhere(path).into_response();
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::permanent(&format!("{path}/{query}")).into_response()
}
