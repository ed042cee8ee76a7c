//! The list of leads.

use maud::{Markup, html};

use super::apps::{self, Button};
use super::board;
use super::filter_bar::{self, FilterBar};
use super::page::{Page, Place};
use super::parts::{avatar, count, pager, reach, repeat_badge, status};
use super::text::t;
use super::view::lead::LeadRow;
use super::view::{Filter, FilterChoices, Listing};

/// The list's address.
pub const PATH: &str = "/crm/lead/";

/// The page with one page of leads.
pub fn page(
    listing: &Listing<LeadRow>,
    choices: &FilterChoices,
    (toolbar, menu): (&[Button], &[Button]),
) -> Page {
    let bar = FilterBar {
        path: PATH,
        label: t("leads.search"),
        filter: &listing.filter,
        choices,
    };
    let body = html! {
        header class="page-head" {
            h1 { (t("leads.title")) }
            div class="actions" { (apps::buttons(toolbar)) (views(&listing.filter, PATH)) }
        }
        (filter_bar::bar(&bar))
        (live(listing, menu))
    };
    Page::new(t("leads.title"), Place::Leads, body)
}

/// The same leads as a list or as a board.
pub fn views(filter: &Filter, current: &str) -> Markup {
    let ways = [(PATH, t("leads.list")), (board::PATH, t("leads.board"))];
    html! {
        nav class="segments" aria-label=(t("leads.views")) {
            @for (path, name) in ways {
                a href=(filter.address(path, &[])) aria-current=[(path == current).then_some("page")] { (name) }
            }
        }
    }
}

/// The part that changes, for a page that shows it already.
pub fn live(listing: &Listing<LeadRow>, menu: &[Button]) -> Markup {
    html! {
        section class="panel list-panel" id="list" data-live data-follow="crm.lead.* crm.item.*" {
            (count(listing, "leads.count"))
            @if listing.rows.is_empty() { p class="empty" { (t("leads.none")) } }
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
                    th scope="col" { (t("leads.lead")) }
                    th scope="col" { (t("leads.stage")) }
                    th scope="col" { (t("leads.person")) }
                    th scope="col" class="number" { (t("leads.amount")) }
                    th scope="col" { (t("list.created")) }
                    th scope="col" class="spare" { (t("list.responsible")) }
                    @if !menu.is_empty() { th scope="col" { (t("list.apps")) } }
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
                        small { (t("leads.lead")) " " (row.id) }
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
            td class="spare" { @if let Some(name) = &row.responsible { (name) } }
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
