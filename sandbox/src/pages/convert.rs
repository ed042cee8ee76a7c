//! Conversion of a lead: what the portal offers to make of it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use maud::{Markup, html};

use super::missing::PageError;
use super::page::{Page, Place};
use super::parts::{note, repeat_badge};
use super::records::card;
use super::text::{fill, t};
use super::view::lead::LeadCard;
use super::visit::Visit;
use crate::entity::Kind;
use crate::state::{AppState, Portal};

/// What a lead can become: its name, the keys of its title and its meaning.
type Target = (&'static str, &'static str, &'static str);

const CONTACT: Target = ("contact", "contacts.contact", "convert.contact");
const COMPANY: Target = ("company", "companies.company", "convert.company");
const DEAL: Target = ("deal", "convert.deal", "convert.deal_meaning");

/// What this lead can become: whoever is behind a repeat lead is known already, so only a deal is left.
pub fn targets(repeat: bool) -> &'static [Target] {
    if repeat {
        &[DEAL]
    } else {
        &[CONTACT, COMPANY, DEAL]
    }
}

/// The page of a lead.
pub(super) async fn show(
    State(portal): State<AppState>,
    Path(id): Path<i64>,
    visit: Visit,
) -> Result<Page, PageError> {
    Ok(page(&lead(&portal, &visit, id)?))
}

/// What comes of its form.
pub(super) async fn convert(
    State(portal): State<AppState>,
    Path(id): Path<i64>,
    visit: Visit,
) -> Result<Page, PageError> {
    Ok(refusal(&lead(&portal, &visit, id)?))
}

fn lead(portal: &Portal, visit: &Visit, id: i64) -> Result<LeadCard, PageError> {
    card(portal, visit, (Kind::Lead, id), |reader| {
        reader.lead_card(id)
    })
}

/// The page that asks what to make of a lead.
pub fn page(lead: &LeadCard) -> Page {
    let body = html! {
        (head(lead))
        section class="panel narrow" {
            (note(true, &html! {
                p { (t("convert.intro")) }
            }))
            form method="post" {
                fieldset class="choices" {
                    legend { (legend(lead)) }
                    @for target in targets(lead.repeat) { (choice(*target)) }
                }
                div class="actions" {
                    button class="button primary" type="submit" { (t("card.convert")) }
                    a class="button" href=(lead.path()) { (t("convert.back")) }
                }
            }
        }
    };
    Page::new(
        fill("convert.page", &[("title", &lead.title)]),
        Place::Leads,
        body,
    )
}

/// The answer to the form: refused by name, because an invented result would help nobody.
pub fn refusal(lead: &LeadCard) -> Page {
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

fn choice((name, title, meaning): Target) -> Markup {
    html! {
        label {
            input type="checkbox" name="target" value=(name) checked;
            strong { (t(title)) }
            span class="muted" { (t(meaning)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::targets;

    #[test]
    fn a_repeat_lead_becomes_only_a_deal() {
        let names: Vec<_> = targets(true).iter().map(|(name, ..)| *name).collect();
        assert_eq!(names, ["deal"]);
        assert_eq!(targets(false).len(), 3);
    }
}
