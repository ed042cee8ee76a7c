//! The pages of leads, contacts and companies: lists, the board, cards. A visitor sees what REST shows
//! to the same user, and is refused what REST refuses.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use maud::Markup;

use super::apps::{Apps, Button};
use super::id::Id;
use super::missing::PageError;
use super::page::Page;
use super::view::{FilterChoices, Reader};
use super::visit::Visit;
use super::{
    board, companies, company, contact, contacts, convert, lead, leads, placements, read_as,
};
use crate::entity::Kind;
use crate::guard;
use crate::state::{AppState, Portal};
use crate::store::Sql;

/// Their addresses.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/crm/lead/", get(lead_list))
        .route("/crm/lead/list/", get(lead_list))
        .route("/crm/lead/kanban/", get(lead_board))
        .route("/crm/lead/details/{id}/", get(lead_card))
        .route(
            "/crm/lead/convert/{id}/",
            // Another site's page cannot make a visitor convert anything.
            post(convert::convert)
                .layer(middleware::from_fn(guard::own_pages_only))
                .get(convert::show),
        )
        .route("/crm/contact/", get(contact_list))
        .route("/crm/contact/list/", get(contact_list))
        .route("/crm/contact/details/{id}/", get(contact_card))
        .route("/crm/company/", get(company_list))
        .route("/crm/company/list/", get(company_list))
        .route("/crm/company/details/{id}/", get(company_card))
}

/// A page, or why there is none.
type Answer = Result<Response, PageError>;

/// Reads what is shown of the CRM; who has no rights there is refused.
fn read<T>(
    portal: &Portal,
    visit: &Visit,
    work: impl FnOnce(Reader<'_>) -> Sql<T>,
) -> Result<T, PageError> {
    let shown = read_as(portal, visit.user, |reader| {
        let enters = reader.user.uses_crm;
        enters.then(|| work(reader)).transpose()
    });
    shown?.ok_or(PageError::Denied)
}

/// What a card shows. Like REST, the page refuses a missing record to whoever is no administrator as
/// it refuses one that they may not see.
pub(super) fn card<T>(
    portal: &Portal,
    visit: &Visit,
    (kind, id): (Kind, i64),
    work: impl FnOnce(Reader<'_>) -> Sql<Option<T>>,
) -> Result<T, PageError> {
    let (card, is_admin) = read(portal, visit, |reader| {
        Ok((work(reader)?, reader.user.is_admin))
    })?;
    let kind = kind.title();
    card.ok_or(if is_admin {
        PageError::NoRecord { kind, id }
    } else {
        PageError::Denied
    })
}

/// A list, or of one that is shown already the part that changes. `live` gets the buttons of a row,
/// `page` what the filter can be set to, the buttons above the list, and those of a row.
fn list(
    portal: &Portal,
    visit: &Visit,
    kind: Kind,
    live: impl FnOnce(&[Button]) -> Markup,
    page: impl FnOnce(&FilterChoices, (&[Button], &[Button])) -> Page,
) -> Answer {
    let menu = placements::list_menu(portal, kind, visit.viewer(portal))?;
    if visit.live {
        return Ok(live(&menu).into_response());
    }
    let choices = read(portal, visit, |reader| reader.filter_choices(kind))?;
    let toolbar = placements::list_toolbar(portal, kind, visit.viewer(portal))?;
    let page = page(&choices, (&toolbar, &menu));
    Ok(page.bare(visit.bare).into_response())
}

async fn lead_list(State(portal): State<AppState>, visit: Visit) -> Answer {
    let rows = read(&portal, &visit, |reader| {
        reader.leads(&visit.filter, visit.number)
    })?;
    let live = |menu: &[Button]| leads::live(&rows, menu);
    list(&portal, &visit, Kind::Lead, live, |choices, buttons| {
        leads::page(&rows, choices, buttons)
    })
}

async fn lead_board(State(portal): State<AppState>, visit: Visit) -> Answer {
    let cards = read(&portal, &visit, |reader| reader.board(&visit.filter))?;
    let live = |_: &[Button]| board::live(&cards);
    list(
        &portal,
        &visit,
        Kind::Lead,
        live,
        |choices, (toolbar, _)| board::page(&cards, choices, toolbar),
    )
}

async fn contact_list(State(portal): State<AppState>, visit: Visit) -> Answer {
    let rows = read(&portal, &visit, |reader| {
        reader.contacts(&visit.filter, visit.number)
    })?;
    let live = |menu: &[Button]| contacts::live(&rows, menu);
    list(&portal, &visit, Kind::Contact, live, |choices, buttons| {
        contacts::page(&rows, choices, buttons)
    })
}

async fn company_list(State(portal): State<AppState>, visit: Visit) -> Answer {
    let rows = read(&portal, &visit, |reader| {
        reader.companies(&visit.filter, visit.number)
    })?;
    let live = |menu: &[Button]| companies::live(&rows, menu);
    list(&portal, &visit, Kind::Company, live, |choices, buttons| {
        companies::page(&rows, choices, buttons)
    })
}

/// A card with the apps beside it, or of one that is shown already the part that changes, for which
/// no app is opened.
fn beside_apps(
    portal: &Portal,
    visit: &Visit,
    (kind, id): (Kind, i64),
    live: impl FnOnce(&[Button]) -> Markup,
    page: impl FnOnce(&Apps) -> Page,
) -> Answer {
    if visit.live {
        let toolbar = placements::card_toolbar(portal, kind, id, visit.viewer(portal))?;
        return Ok(live(&toolbar).into_response());
    }
    let apps = placements::of_card(portal, kind, id, visit.viewer(portal))?;
    Ok(page(&apps).into_response())
}

async fn lead_card(State(portal): State<AppState>, Id(id): Id, visit: Visit) -> Answer {
    let about = (Kind::Lead, id);
    let card = card(&portal, &visit, about, |reader| reader.lead_card(id))?;
    let live = |toolbar: &[Button]| lead::live(&card, toolbar);
    beside_apps(&portal, &visit, about, live, |apps| {
        lead::page(&card, apps, visit.bare)
    })
}

async fn contact_card(State(portal): State<AppState>, Id(id): Id, visit: Visit) -> Answer {
    let about = (Kind::Contact, id);
    let card = card(&portal, &visit, about, |reader| reader.contact_card(id))?;
    let live = |toolbar: &[Button]| contact::live(&card, toolbar);
    beside_apps(&portal, &visit, about, live, |apps| {
        contact::page(&card, apps, visit.bare)
    })
}

async fn company_card(State(portal): State<AppState>, Id(id): Id, visit: Visit) -> Answer {
    let about = (Kind::Company, id);
    let card = card(&portal, &visit, about, |reader| reader.company_card(id))?;
    let live = |toolbar: &[Button]| company::live(&card, toolbar);
    beside_apps(&portal, &visit, about, live, |apps| {
        company::page(&card, apps, visit.bare)
    })
}
