//! The card of a lead.

use maud::{Markup, html};

use super::apps::{self, Apps, Button};
use super::icons;
use super::page::{Page, Place};
use super::parts::{person, repeat_badge, section, status};
use super::text::t;
use super::timeline;
use super::view::Tone;
use super::view::lead::LeadCard;

/// The card with its tabs.
pub fn page(lead: &LeadCard, apps: &Apps, bare: bool) -> Page {
    let body = html! {
        p class="crumbs" { a href="/crm/lead/" { (t("leads.title")) } " / " (t("leads.lead")) " " (lead.id) }
        (head(lead, &apps.toolbar))
        (apps::tabs(t("card.general"), &general(lead), apps))
    };
    Page::new(&*lead.title, Place::Leads, body)
        .bare(bare)
        .with_apps(apps.origins())
}

/// The parts that change while the card is open, for a page that shows it already.
pub fn live(lead: &LeadCard, toolbar: &[Button]) -> Markup {
    html! { (head(lead, toolbar)) (general(lead)) }
}

fn head(lead: &LeadCard, toolbar: &[Button]) -> Markup {
    html! {
        div id="card-head" data-live {
            header class="page-head card-head" {
                div class="titles" {
                    h1 data-page-title { (lead.title) }
                    div class="marks" {
                        (status(&lead.stage))
                        @if lead.repeat { (repeat_badge()) }
                        @if let Some(amount) = &lead.amount { span class="badge" { (amount) } }
                    }
                }
                div class="actions" {
                    (apps::buttons(toolbar))
                    @if lead.stage.tone != Tone::Success {
                        a class="button" href={ "/crm/lead/convert/" (lead.id) "/" } { (t("card.convert")) }
                    }
                }
            }
            (stages(lead))
        }
    }
}

// The way is shown up to the present stage; of the final ones only that which was reached.
fn stages(lead: &LeadCard) -> Markup {
    let current = lead
        .stages
        .iter()
        .position(|stage| stage.id == lead.stage.id);
    html! {
        ol class="stages" aria-label=(t("card.stages")) {
            @for (index, stage) in lead.stages.iter().enumerate() {
                @if Some(index) == current {
                    li class={ "current " (stage.tone.class()) } aria-current="step" { (stage.name) }
                } @else {
                    li class=[current.is_some_and(|at| index < at).then_some("passed")] title=(stage.name) {
                        (stage.name)
                    }
                }
            }
        }
    }
}

fn general(lead: &LeadCard) -> Markup {
    html! {
        div class="columns" id="card-general" data-live {
            div class="stack" {
                @for each in &lead.sections { (section(each)) }
            }
            div class="stack" { (contacts(lead)) (timeline::panel(&lead.timeline)) }
        }
    }
}

fn contacts(lead: &LeadCard) -> Markup {
    html! {
        section class="panel" id="card-contacts" {
            header {
                h2 { (t("contacts.title")) }
                @if !lead.contacts.is_empty() { span class="badge" { (lead.contacts.len()) } }
            }
            @if lead.repeat { (repeat_note()) }
            @if lead.contacts.is_empty() {
                p class="empty" { (t("card.no_contact")) }
            } @else {
                ul class="people" {
                    @for (each, primary) in &lead.contacts { (person(each, primary.then(|| t("card.main_contact")))) }
                }
            }
        }
    }
}

fn repeat_note() -> Markup {
    html! {
        div class="note" {
            (icons::REPEAT)
            p { (t("card.repeat")) }
        }
    }
}
