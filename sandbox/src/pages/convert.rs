//! Conversion of a lead: what the portal offers to make of it, and makes.

use axum::extract::{RawForm, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde_json::json;

use super::id::Id;
use super::missing::PageError;
use super::page::{Page, Place};
use super::parts::{note, repeat_badge};
use super::records::card;
use super::text::{fill, t};
use super::view::Tone;
use super::view::lead::LeadCard;
use super::visit::Visit;
use crate::crm::conversion::CONVERT;
use crate::entity::Kind;
use crate::rest::call::{Caller, Via};
use crate::rest::request::Asked;
use crate::rest::turn::Turn;
use crate::state::{AppState, Portal};
use crate::store::users;

/// What a lead can become: its name, the keys of its title and its meaning.
type Target = (&'static str, &'static str, &'static str);

const CONTACT: Target = ("contact", "contacts.contact", "convert.contact");
const COMPANY: Target = ("company", "companies.company", "convert.company");
const DEAL: Target = ("deal", "convert.deal", "convert.deal_meaning");

/// What this lead can become: whoever is behind a repeat lead is known already, so only a deal is
/// left, and a lead that was won has become what it is.
pub fn targets(lead: &LeadCard) -> &'static [Target] {
    match (lead.stage.tone, lead.repeat) {
        (Tone::Success, _) => &[],
        (_, true) => &[DEAL],
        (_, false) => &[CONTACT, COMPANY, DEAL],
    }
}

/// The page of a lead.
pub(super) async fn show(
    State(portal): State<AppState>,
    Id(id): Id,
    visit: Visit,
) -> Result<Page, PageError> {
    Ok(page(&lead(&portal, &visit, id)?, false))
}

/// What comes of its form: the lead becomes what was chosen, or all stays as it is.
pub(super) async fn convert(
    State(portal): State<AppState>,
    Id(id): Id,
    visit: Visit,
    RawForm(bytes): RawForm,
) -> Result<Response, PageError> {
    let lead = lead(&portal, &visit, id)?;
    let sent: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
    let is_sent = |name: &str| sent.contains(&("target".to_owned(), name.to_owned()));
    let offered = targets(&lead).iter().map(|(name, ..)| *name);
    let chosen: Vec<&str> = offered.filter(|name| is_sent(name)).collect();
    if chosen.contains(&DEAL.0) {
        return Ok(refusal(&lead).into_response());
    }
    if chosen.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(page(&lead, true).status(status).into_response());
    }
    run(&portal, &visit, &lead, &chosen)?;
    Ok(Redirect::to(&lead.path()).into_response())
}

fn run(portal: &Portal, visit: &Visit, lead: &LeadCard, chosen: &[&str]) -> Result<(), PageError> {
    let user = portal.store.read(|db| users::get(db, visit.user))?;
    let caller = Caller {
        user: user.ok_or(PageError::Denied)?,
        via: Via::Session,
    };
    let params = json!({ "id": lead.id, "targets": chosen });
    let asked = Asked {
        method: CONVERT.name.to_owned(),
        xml: false,
        credentials: None,
        start: 0,
        params: params.as_object().cloned().unwrap_or_default(),
    };
    let mut turn = Turn::new(portal, &caller, portal.clock.now());
    let done = turn.run(&CONVERT, asked);
    portal.outbox.send(turn.finish());
    done.map_err(|error| PageError::Refused {
        error,
        back: lead.path(),
    })?;
    Ok(())
}

fn lead(portal: &Portal, visit: &Visit, id: i64) -> Result<LeadCard, PageError> {
    card(portal, visit, (Kind::Lead, id), |reader| {
        reader.lead_card(id)
    })
}

/// The page that asks what to make of a lead; `again` when nothing was chosen.
fn page(lead: &LeadCard, again: bool) -> Page {
    let targets = targets(lead);
    let remark = match (targets.is_empty(), again) {
        (true, _) => t("convert.done"),
        (_, true) => t("convert.none"),
        (_, false) => t("convert.intro"),
    };
    let body = html! {
        (head(lead))
        section class="panel narrow" {
            (note(true, &html! { p id="remark" role=[again.then_some("alert")] { (remark) } }))
            @if targets.is_empty() {
                a class="button" href=(lead.path()) { (t("convert.back")) }
            } @else {
                (form(lead, targets))
            }
        }
    };
    Page::new(
        fill("convert.page", &[("title", &lead.title)]),
        Place::Leads,
        body,
    )
}

fn form(lead: &LeadCard, targets: &[Target]) -> Markup {
    html! {
        form method="post" {
            fieldset class="choices" {
                legend { (legend(lead)) }
                @for (index, target) in targets.iter().enumerate() { (choice(*target, index == 0)) }
            }
            div class="actions" {
                // The remark above says that there are no deals here, and a repeat lead becomes nothing else.
                button class="button primary" type="submit" disabled[lead.repeat]
                    aria-describedby="remark" { (t("card.convert")) }
                a class="button" href=(lead.path()) { (t("convert.back")) }
            }
        }
    }
}

/// The answer to the wish for a deal: refused by name, because an invented result would help nobody.
fn refusal(lead: &LeadCard) -> Page {
    let body = html! {
        (head(lead))
        section class="panel narrow" {
            (note(true, &html! {
                p { code { "SANDBOX_NOT_IMPLEMENTED" } ": " (t("convert.what")) }
                p { (t("convert.nothing")) }
            }))
            a class="button" href=(lead.path()) { (t("convert.back")) }
        }
    };
    Page::new(t("convert.refused"), Place::Leads, body).status(StatusCode::NOT_IMPLEMENTED)
}

fn head(lead: &LeadCard) -> Markup {
    html! {
        header class="page-head" {
            div {
                p class="crumbs" { a href="/crm/lead/" { (t("leads.title")) } " / " a href=(lead.path()) { (lead.title) } }
                h1 { (t("convert.title")) }
            }
            @if lead.repeat { div class="marks" { (repeat_badge()) } }
        }
    }
}

fn legend(lead: &LeadCard) -> &'static str {
    if lead.repeat {
        t("convert.repeat")
    } else {
        t("convert.choose")
    }
}

fn choice((name, title, meaning): Target, chosen: bool) -> Markup {
    html! {
        label {
            input type="checkbox" name="target" value=(name) checked[chosen];
            strong { (t(title)) }
            span class="muted" { (t(meaning)) }
        }
    }
}
