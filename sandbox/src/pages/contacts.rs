//! The list of contacts.

use maud::{Markup, html};

use super::apps::{self, Button};
use super::page::{Page, Place};
use super::parts::{avatar, count, pager, reach, search_form};
use super::view::contact::ContactRow;
use super::view::{Listing, Reach};

/// The page with one page of contacts.
pub fn page(listing: &Listing<ContactRow>, toolbar: &[Button], menu: &[Button]) -> Page {
    let body = html! {
        header class="page-head" {
            h1 { "Contacts" }
            div class="actions" {
                (apps::buttons(toolbar))
                (search_form("/crm/contact/", "Search contacts", &listing.words))
            }
        }
        (live(listing, menu))
    };
    Page::new("Contacts", Place::Contacts, body)
}

/// The part that changes, for a page that shows it already.
pub fn live(listing: &Listing<ContactRow>, menu: &[Button]) -> Markup {
    html! {
        section class="panel list-panel" id="list" data-live {
            (count(listing, "contact"))
            @if listing.rows.is_empty() { p class="empty" { "There are no contacts here." } }
            @else { (table(&listing.rows, menu)) }
            (pager(listing))
        }
    }
}

fn table(rows: &[ContactRow], menu: &[Button]) -> Markup {
    html! {
        table class="rows" {
            thead {
                tr {
                    th scope="col" { "Contact" }
                    th scope="col" { "Phone" }
                    th scope="col" { "E-mail" }
                    th scope="col" class="number" { "Leads" }
                    th scope="col" { "Created" }
                    @if !menu.is_empty() { th scope="col" { "Apps" } }
                }
            }
            tbody { @for row in rows { (line(row, menu)) } }
        }
    }
}

fn line(row: &ContactRow, menu: &[Button]) -> Markup {
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
            td class="phone" { (first(&person.phones)) }
            td { (first(&person.emails)) }
            td class="number" {
                @if row.leads > 0 {
                    (row.leads) span class="unit" { " lead" @if row.leads > 1 { "s" } }
                }
            }
            td class="when" { (row.created) }
            @if !menu.is_empty() { td { (apps::row_menu(menu, person.id)) } }
        }
    }
}

fn first(reaches: &[Reach]) -> Markup {
    html! { @if let Some(each) = reaches.first() { (reach(each)) } }
}
