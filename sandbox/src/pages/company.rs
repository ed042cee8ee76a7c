//! The card of a company.

use maud::{Markup, html};

use super::apps::{self, Apps, Button};
use super::contact::leads;
use super::page::{Page, Place};
use super::parts::{person, section};
use super::text::t;
use super::timeline;
use super::view::company::CompanyCard;

/// The card with its tabs.
pub fn page(company: &CompanyCard, apps: &Apps, bare: bool) -> Page {
    let body = html! {
        p class="crumbs" {
            a href="/crm/company/" { (t("companies.title")) } " / " (t("companies.company")) " " (company.id)
        }
        (head(company, &apps.toolbar))
        (apps::tabs(t("card.general"), &general(company), apps))
    };
    Page::new(&*company.title, Place::Companies, body)
        .bare(bare)
        .with_apps(apps.origins())
}

/// The parts that change while the card is open, for a page that shows it already.
pub fn live(company: &CompanyCard, toolbar: &[Button]) -> Markup {
    html! { (head(company, toolbar)) (general(company)) }
}

fn head(company: &CompanyCard, toolbar: &[Button]) -> Markup {
    html! {
        div id="card-head" data-live {
            header class="page-head card-head" {
                div class="titles" { h1 data-page-title { (company.title) } }
                div class="actions" { (apps::buttons(toolbar)) }
            }
        }
    }
}

fn general(company: &CompanyCard) -> Markup {
    html! {
        div class="columns" id="card-general" data-live {
            div class="stack" { @for each in &company.sections { (section(each)) } }
            div class="stack" {
                (contacts(company))
                (leads(&company.leads, t("companies.no_leads")))
                (timeline::panel(&company.timeline))
            }
        }
    }
}

fn contacts(company: &CompanyCard) -> Markup {
    html! {
        section class="panel" {
            header {
                h2 { (t("contacts.title")) }
                @if !company.contacts.is_empty() { span class="badge" { (company.contacts.len()) } }
            }
            @if company.contacts.is_empty() { p class="empty" { (t("companies.no_contacts")) } }
            ul class="people" {
                @for (each, primary) in &company.contacts {
                    (person(each, primary.then(|| t("companies.main"))))
                }
            }
        }
    }
}
