//! The list of companies.

use maud::{Markup, html};

use super::page::{Page, Place};
use super::parts::search_form;
use super::text::{fill, plural, t};
use super::view::company::{self, CompanyRow};

/// The list's address.
pub const PATH: &str = "/crm/company/";

/// The page with the companies that hold `words`.
pub fn page(rows: &[CompanyRow], words: &str) -> Page {
    let body = html! {
        header class="page-head" {
            h1 { (t("companies.title")) }
            div class="actions" { (search_form(PATH, t("companies.search"), words)) }
        }
        (live(rows, words))
    };
    Page::new(t("companies.title"), Place::Companies, body)
}

/// The part that changes, for a page that shows it already.
pub fn live(rows: &[CompanyRow], words: &str) -> Markup {
    html! {
        section class="panel list-panel" id="list" data-live data-follow="crm.company.* crm.contact.* crm.item.*" {
            p class="count" {
                (plural("companies.count", rows.len()))
                @if !words.is_empty() { " " (fill("list.for", &[("words", &words)])) }
            }
            @if rows.is_empty() { p class="empty" { (t("companies.none")) } }
            @else { (table(rows)) }
        }
    }
}

fn table(rows: &[CompanyRow]) -> Markup {
    html! {
        table class="rows" {
            thead {
                tr {
                    th scope="col" { (t("companies.company")) }
                    th scope="col" class="number" { (t("contacts.title")) }
                    th scope="col" class="number" { (t("leads.title")) }
                }
            }
            tbody { @for row in rows { (line(row)) } }
        }
    }
}

fn line(row: &CompanyRow) -> Markup {
    html! {
        tr data-company=(row.id) {
            td {
                div class="record" {
                    span {
                        a class="title" href=(company::path(row.id)) { (row.title) }
                        small { (t("companies.company")) " " (row.id) }
                    }
                }
            }
            td class="number" { (number("contacts.count", row.contacts)) }
            td class="number" { (number("leads.count", row.leads)) }
        }
    }
}

/// A number under its heading, with its noun where a narrow screen shows no headings.
fn number(key: &str, n: usize) -> Markup {
    html! {
        span class="bare-number" aria-hidden="true" { (n) }
        span class="unit" { (plural(key, n)) }
    }
}
