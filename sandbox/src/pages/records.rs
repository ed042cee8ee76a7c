//! The pages of leads, contacts and companies: lists, the board, cards. A visitor sees what REST shows
//! to the same user, and is refused what REST refuses.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};

use super::missing::PageError;
use super::view::Reader;
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

async fn lead_list(State(portal): State<AppState>, visit: Visit) -> Answer {
    let listing = read(&portal, &visit, |reader| {
        reader.leads(&visit.filter, visit.number)
    })?;
    let menu = placements::list_menu(&portal, Kind::Lead, visit.viewer(&portal))?;
    if visit.live {
        return Ok(leads::live(&listing, &menu).into_response());
    }
    let choices = read(&portal, &visit, |reader| reader.filter_choices(Kind::Lead))?;
    let toolbar = placements::list_toolbar(&portal, Kind::Lead, visit.viewer(&portal))?;
    Ok(leads::page(&listing, &choices, (&toolbar, &menu))
        .bare(visit.bare)
        .into_response())
}

async fn lead_board(State(portal): State<AppState>, visit: Visit) -> Answer {
    let board = read(&portal, &visit, |reader| reader.board(&visit.filter))?;
    if visit.live {
        return Ok(board::live(&board).into_response());
    }
    let choices = read(&portal, &visit, |reader| reader.filter_choices(Kind::Lead))?;
    let toolbar = placements::list_toolbar(&portal, Kind::Lead, visit.viewer(&portal))?;
    Ok(board::page(&board, &choices, &toolbar)
        .bare(visit.bare)
        .into_response())
}

async fn contact_list(State(portal): State<AppState>, visit: Visit) -> Answer {
    let listing = read(&portal, &visit, |reader| {
        reader.contacts(&visit.filter, visit.number)
    })?;
    let menu = placements::list_menu(&portal, Kind::Contact, visit.viewer(&portal))?;
    if visit.live {
        return Ok(contacts::live(&listing, &menu).into_response());
    }
    let choices = read(&portal, &visit, |reader| {
        reader.filter_choices(Kind::Contact)
    })?;
    let toolbar = placements::list_toolbar(&portal, Kind::Contact, visit.viewer(&portal))?;
    Ok(contacts::page(&listing, &choices, (&toolbar, &menu))
        .bare(visit.bare)
        .into_response())
}

async fn company_list(State(portal): State<AppState>, visit: Visit) -> Answer {
    let listing = read(&portal, &visit, |reader| {
        reader.companies(&visit.filter, visit.number)
    })?;
    let menu = placements::list_menu(&portal, Kind::Company, visit.viewer(&portal))?;
    if visit.live {
        return Ok(companies::live(&listing, &menu).into_response());
    }
    let choices = read(&portal, &visit, |reader| {
        reader.filter_choices(Kind::Company)
    })?;
    let toolbar = placements::list_toolbar(&portal, Kind::Company, visit.viewer(&portal))?;
    Ok(companies::page(&listing, &choices, (&toolbar, &menu))
        .bare(visit.bare)
        .into_response())
}

async fn lead_card(State(portal): State<AppState>, Path(id): Path<i64>, visit: Visit) -> Answer {
    let about = (Kind::Lead, id);
    let card = card(&portal, &visit, about, |reader| reader.lead_card(id))?;
    if visit.live {
        let toolbar = placements::card_toolbar(&portal, Kind::Lead, id, visit.viewer(&portal))?;
        return Ok(lead::live(&card, &toolbar).into_response());
    }
    let apps = placements::of_card(&portal, Kind::Lead, id, visit.viewer(&portal))?;
    Ok(lead::page(&card, &apps, visit.bare).into_response())
}

async fn contact_card(State(portal): State<AppState>, Path(id): Path<i64>, visit: Visit) -> Answer {
    let about = (Kind::Contact, id);
    let card = card(&portal, &visit, about, |reader| reader.contact_card(id))?;
    if visit.live {
        let toolbar = placements::card_toolbar(&portal, Kind::Contact, id, visit.viewer(&portal))?;
        return Ok(contact::live(&card, &toolbar).into_response());
    }
    let apps = placements::of_card(&portal, Kind::Contact, id, visit.viewer(&portal))?;
    Ok(contact::page(&card, &apps, visit.bare).into_response())
}

async fn company_card(State(portal): State<AppState>, Path(id): Path<i64>, visit: Visit) -> Answer {
    let about = (Kind::Company, id);
    let card = card(&portal, &visit, about, |reader| reader.company_card(id))?;
    if visit.live {
        let toolbar = placements::card_toolbar(&portal, Kind::Company, id, visit.viewer(&portal))?;
        return Ok(company::live(&card, &toolbar).into_response());
    }
    let apps = placements::of_card(&portal, Kind::Company, id, visit.viewer(&portal))?;
    Ok(company::page(&card, &apps, visit.bare).into_response())
}
