//! The list of leads.

use maud::{Markup, html};

use super::page::{Page, Place};
use super::parts::{avatar, pager, reach, repeat_badge, status};
use super::view::Listing;
use super::view::lead::LeadRow;

/// The page with one page of leads.
pub fn page(listing: &Listing<LeadRow>) -> Page {
    let body = html! {
        header class="page-head" {
            div {
                h1 { "Leads" }
                p class="intro" { (listing.total) " in this portal" }
            }
        }
        section class="panel list-panel" {
            @if listing.rows.is_empty() { p class="empty" { "There are no leads here." } }
            @else { (table(&listing.rows)) }
            (pager(listing))
        }
    };
    Page::new("Leads", Place::Leads, body)
}

fn table(rows: &[LeadRow]) -> Markup {
    html! {
        table class="rows" {
            thead {
                tr {
                    th scope="col" { "Lead" }
                    th scope="col" { "Stage" }
                    th scope="col" { "Person" }
                    th scope="col" class="number" { "Amount" }
                    th scope="col" { "Created" }
                }
            }
            tbody { @for row in rows { (line(row)) } }
        }
    }
}

fn line(row: &LeadRow) -> Markup {
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
