//! The list of contacts.

use maud::{Markup, html};

use super::page::{Page, Place};
use super::parts::{avatar, pager, reach};
use super::view::contact::ContactRow;
use super::view::{Listing, Reach};

/// The page with one page of contacts.
pub fn page(listing: &Listing<ContactRow>) -> Page {
    let body = html! {
        header class="page-head" {
            div {
                h1 { "Contacts" }
                p class="intro" { (listing.total) " in this portal" }
            }
        }
        section class="panel list-panel" {
            @if listing.rows.is_empty() { p class="empty" { "There are no contacts here." } }
            @else { (table(&listing.rows)) }
            (pager(listing))
        }
    };
    Page::new("Contacts", Place::Contacts, body)
}

fn table(rows: &[ContactRow]) -> Markup {
    html! {
        table class="rows" {
            thead {
                tr {
                    th scope="col" { "Contact" }
                    th scope="col" { "Phone" }
                    th scope="col" { "E-mail" }
                    th scope="col" class="number" { "Leads" }
                    th scope="col" { "Created" }
                }
            }
            tbody { @for row in rows { (line(row)) } }
        }
    }
}

fn line(row: &ContactRow) -> Markup {
    let person = &row.person;
    html! {
        tr data-contact=(person.id) {
            td {
                div class="record" {
                    (avatar(person))
                    span {
                        a class="title" href=(person.path()) { (person.name()) }
                        @if let Some(post) = &person.post { small { (post) } }
                    }
                }
            }
            td { (first(&person.phones)) }
            td { (first(&person.emails)) }
            td class="number" { @if row.leads > 0 { (row.leads) } }
            td class="when" { (row.created) }
        }
    }
}

fn first(reaches: &[Reach]) -> Markup {
    html! { @if let Some(each) = reaches.first() { (reach(each)) } }
}
