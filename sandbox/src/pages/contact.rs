//! The card of a contact.

use maud::{Markup, html};

use super::apps::{self, Apps, Button};
use super::page::{Page, Place};
use super::parts::{repeat_badge, section, status};
use super::text::t;
use super::timeline;
use super::view::contact::{ContactCard, LinkedLead};

/// The card with its tabs.
pub fn page(contact: &ContactCard, apps: &Apps, bare: bool) -> Page {
    let body = html! {
        p class="crumbs" { a href="/crm/contact/" { (t("contacts.title")) } " / " (t("contacts.contact")) " " (contact.person.id) }
        (head(contact, &apps.toolbar))
        (apps::tabs(t("card.general"), &general(contact), apps))
    };
    Page::new(contact.person.name(), Place::Contacts, body)
        .bare(bare)
        .with_apps(apps.origins())
}

/// The parts that change while the card is open, for a page that shows it already.
pub fn live(contact: &ContactCard, toolbar: &[Button]) -> Markup {
    html! { (head(contact, toolbar)) (general(contact)) }
}

fn head(contact: &ContactCard, toolbar: &[Button]) -> Markup {
    html! {
        div id="card-head" data-live {
            header class="page-head card-head" {
                div class="titles" {
                    h1 data-page-title { (contact.person.name()) }
                    @if let Some(post) = &contact.person.post { p class="muted" { (post) } }
                }
                div class="actions" { (apps::buttons(toolbar)) }
            }
        }
    }
}

fn general(contact: &ContactCard) -> Markup {
    html! {
        div class="columns" id="card-general" data-live {
            div class="stack" { @for each in &contact.sections { (section(each)) } }
            div class="stack" {
                (leads(&contact.leads, t("contacts.no_leads")))
                (timeline::panel(&contact.timeline))
            }
        }
    }
}

/// The panel with linked leads, or the sentence that there are none.
pub fn leads(leads: &[LinkedLead], none: &str) -> Markup {
    html! {
        section class="panel" {
            header {
                h2 { (t("leads.title")) }
                @if !leads.is_empty() { span class="badge" { (leads.len()) } }
            }
            @if leads.is_empty() { p class="empty" { (none) } }
            ul class="people" {
                @for lead in leads {
                    li {
                        div {
                            p class="line" { a href={ "/crm/lead/details/" (lead.id) "/" } { (lead.title) } }
                            div class="marks" {
                                (status(&lead.stage))
                                @if lead.repeat { (repeat_badge()) }
                            }
                        }
                    }
                }
            }
        }
    }
}
