//! The card of a company.

use maud::{Markup, html};

use super::contact::leads;
use super::page::{Page, Place};
use super::parts::person;
use super::text::t;
use super::view::company::CompanyCard;

/// The card.
pub fn page(company: &CompanyCard, bare: bool) -> Page {
    let body = html! {
        p class="crumbs" {
            a href="/crm/company/" { (t("companies.title")) } " / " (t("companies.company")) " " (company.id)
        }
        (live(company))
    };
    Page::new(&*company.title, Place::Companies, body).bare(bare)
}

/// The parts that change while the card is open, for a page that shows it already.
pub fn live(company: &CompanyCard) -> Markup {
    html! {
        div id="card-head" data-live {
            header class="page-head" { h1 data-page-title { (company.title) } }
        }
        div class="columns" id="card-general" data-live {
            div class="stack" { (contacts(company)) }
            div class="stack" { (leads(&company.leads, t("companies.no_leads"))) }
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
