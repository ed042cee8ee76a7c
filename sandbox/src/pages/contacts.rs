//! The list of contacts.

use maud::{Markup, html};

use super::apps::{self, Button};
use super::filter_bar::{self, FilterBar};
use super::page::{Page, Place};
use super::parts::{avatar, count, pager, reach};
use super::text::{plural, t};
use super::view::contact::ContactRow;
use super::view::{FilterChoices, Listing, Reach};

/// The list's address.
pub const PATH: &str = "/crm/contact/";

/// The page with one page of contacts.
pub fn page(
    listing: &Listing<ContactRow>,
    choices: &FilterChoices,
    (toolbar, menu): (&[Button], &[Button]),
) -> Page {
    let bar = FilterBar {
        path: PATH,
        label: t("contacts.search"),
        filter: &listing.filter,
        choices,
    };
    let body = html! {
        header class="page-head" {
            h1 { (t("contacts.title")) }
            div class="actions" { (apps::buttons(toolbar)) }
        }
        (filter_bar::bar(&bar))
        (live(listing, menu))
    };
    Page::new(t("contacts.title"), Place::Contacts, body)
}

/// The part that changes, for a page that shows it already.
pub fn live(listing: &Listing<ContactRow>, menu: &[Button]) -> Markup {
    html! {
        section class="panel list-panel" id="list" data-live data-follow="crm.contact.* crm.item.*" {
            (count(listing, "contacts.count"))
            @if listing.rows.is_empty() { p class="empty" { (t("contacts.none")) } }
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
                    th scope="col" { (t("contacts.contact")) }
                    th scope="col" { (t("contacts.phone")) }
                    th scope="col" { (t("contacts.email")) }
                    th scope="col" class="number" { (t("leads.title")) }
                    th scope="col" { (t("list.created")) }
                    @if !menu.is_empty() { th scope="col" { (t("list.apps")) } }
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
                    span class="bare-number" aria-hidden="true" { (row.leads) }
                    span class="unit" { (plural("leads.count", row.leads)) }
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
