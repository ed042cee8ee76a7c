//! The list of leads.

use maud::{Markup, html};

use super::apps::{self, Button};
use super::page::{Page, Place};
use super::parts::{avatar, count, pager, reach, repeat_badge, search_form, status};
use super::view::Listing;
use super::view::lead::LeadRow;

/// The page with one page of leads.
pub fn page(listing: &Listing<LeadRow>, toolbar: &[Button], menu: &[Button]) -> Page {
    let body = html! {
        header class="page-head" {
            h1 { "Leads" }
            div class="actions" {
                (apps::buttons(toolbar))
                (search_form("/crm/lead/", "Search leads", &listing.words))
            }
        }
        (live(listing, menu))
    };
    Page::new("Leads", Place::Leads, body)
}

/// The part that changes, for a page that shows it already.
pub fn live(listing: &Listing<LeadRow>, menu: &[Button]) -> Markup {
    html! {
        section class="panel list-panel" id="list" data-live {
            (count(listing, "lead"))
            @if listing.rows.is_empty() { p class="empty" { "There are no leads here." } }
            @else { (table(&listing.rows, menu)) }
            (pager(listing))
        }
    }
}

fn table(rows: &[LeadRow], menu: &[Button]) -> Markup {
    html! {
        table class="rows" {
            thead {
                tr {
                    th scope="col" { "Lead" }
                    th scope="col" { "Stage" }
                    th scope="col" { "Person" }
                    th scope="col" class="number" { "Amount" }
                    th scope="col" { "Created" }
                    @if !menu.is_empty() { th scope="col" { "Apps" } }
                }
            }
            tbody { @for row in rows { (line(row, menu)) } }
        }
    }
}

fn line(row: &LeadRow, menu: &[Button]) -> Markup {
    html! {
        tr data-lead=(row.id) {
            td {
                div class="record" {
                    span {
                        a class="title" href={ "/crm/lead/details/" (row.id) "/" } { (row.title) }
                        small { "Lead " (row.id) }
                    }
                }
            }
            td {
                div class="marks" {
                    (status(&row.stage))
                    @if row.repeat { (repeat_badge()) }
                }
            }
            td { (who(row)) }
            td class="number" { @if let Some(amount) = &row.amount { (amount) } }
            td class="when" { (row.created) }
            @if !menu.is_empty() { td { (apps::row_menu(menu, row.id)) } }
        }
    }
}

fn who(row: &LeadRow) -> Markup {
    html! {
        @if let Some(person) = &row.contact {
            div class="record" {
                (avatar(person))
                span {
                    a href=(person.path()) { (person.name()) }
                    @if let Some(phone) = person.phones.first() { small { (reach(phone)) } }
                }
            }
        } @else if let Some(name) = &row.own_name {
            span { (name) }
        }
    }
}
