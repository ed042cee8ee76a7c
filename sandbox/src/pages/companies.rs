//! The list of companies.

use maud::{Markup, html};

use super::apps::{self, Button};
use super::filter_bar::{self, FilterBar};
use super::page::{Page, Place};
use super::parts::{count, pager, reach};
use super::text::{plural, t};
use super::view::company::{self, CompanyRow};
use super::view::{FilterChoices, Listing};

/// The list's address.
pub const PATH: &str = "/crm/company/";

/// The page with one page of companies.
pub fn page(
    listing: &Listing<CompanyRow>,
    choices: &FilterChoices,
    (toolbar, menu): (&[Button], &[Button]),
) -> Page {
    let bar = FilterBar {
        path: PATH,
        label: t("companies.search"),
        filter: &listing.filter,
        choices,
    };
    let body = html! {
        header class="page-head" {
            h1 { (t("companies.title")) }
            div class="actions" { (apps::buttons(toolbar)) }
        }
        (filter_bar::bar(&bar))
        (live(listing, menu))
    };
    Page::new(t("companies.title"), Place::Companies, body)
}

/// The part that changes, for a page that shows it already.
pub fn live(listing: &Listing<CompanyRow>, menu: &[Button]) -> Markup {
    html! {
        section class="panel list-panel" id="list" data-live data-follow="crm.company.* crm.contact.* crm.item.*" {
            (count(listing, "companies.count"))
            @if listing.rows.is_empty() { p class="empty" { (t("companies.none")) } }
            @else { (table(&listing.rows, menu)) }
            (pager(listing))
        }
    }
}

fn table(rows: &[CompanyRow], menu: &[Button]) -> Markup {
    html! {
        table class="rows" {
            thead {
                tr {
                    th scope="col" { (t("companies.company")) }
                    th scope="col" { (t("filter.type")) }
                    th scope="col" { (t("contacts.phone")) }
                    th scope="col" class="number" { (t("contacts.title")) }
                    th scope="col" { (t("list.created")) }
                    @if !menu.is_empty() { th scope="col" { (t("list.apps")) } }
                }
            }
            tbody { @for row in rows { (line(row, menu)) } }
        }
    }
}

fn line(row: &CompanyRow, menu: &[Button]) -> Markup {
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
            td { @if let Some(kind) = &row.kind { span class="badge" { (kind) } } }
            td class="phone" { @if let Some(phone) = &row.phone { (reach(phone)) } }
            td class="number" {
                @if row.contacts > 0 {
                    span class="bare-number" aria-hidden="true" { (row.contacts) }
                    span class="unit" { (plural("contacts.count", row.contacts)) }
                }
            }
            td class="when" { (row.created) }
            @if !menu.is_empty() { td { (apps::row_menu(menu, row.id)) } }
        }
    }
}
