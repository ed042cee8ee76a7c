//! Leads by stage: a column for each, cards that are dragged or moved by their menu.

use maud::{Markup, html};

use super::apps::{self, Button};
use super::filter_bar::{self, FilterBar};
use super::leads::{PATH as LIST, views};
use super::page::{Page, Place};
use super::parts::{avatar, repeat_badge};
use super::text::{fill, plural, t};
use super::view::board::{Board, Column};
use super::view::lead::LeadRow;
use super::view::{FilterChoices, Stage};

/// The board's address.
pub const PATH: &str = "/crm/lead/kanban/";

/// The page with the board.
pub fn page(board: &Board, choices: &FilterChoices, toolbar: &[Button]) -> Page {
    let bar = FilterBar {
        path: PATH,
        label: t("leads.search"),
        filter: &board.filter,
        choices,
    };
    let body = html! {
        header class="page-head" {
            h1 { (t("leads.title")) }
            div class="actions" { (apps::buttons(toolbar)) (views(&board.filter, PATH)) }
        }
        (filter_bar::bar(&bar))
        (live(board))
    };
    Page::new(t("leads.title"), Place::Leads, body)
        .wide()
        .script("board.js")
}

/// The part that changes, for a page that shows it already.
pub fn live(board: &Board) -> Markup {
    html! {
        div class="board" id="board" data-live data-follow="crm.lead.* crm.item.*" {
            @for column in &board.columns { (self::column(column, board)) }
        }
    }
}

fn column(column: &Column, board: &Board) -> Markup {
    let Stage { id, name, tone } = &column.stage;
    let heading = format!("stage-{id}");
    html! {
        section class={ "board-column " (tone.class()) } data-stage=(id) data-stage-name=(name)
            aria-labelledby=(heading)
        {
            header {
                h2 id=(heading) { (name) }
                span class="badge" aria-label=(plural("leads.count", column.total)) { (column.total) }
            }
            ul class="board-cards" { @for lead in &column.cards { (card(lead)) } }
            @if column.cards.is_empty() { p class="empty" { (t("board.empty")) } }
            @if column.total > column.cards.len() {
                a href=(board.filter.at_stage(id).address(LIST, &[])) {
                    (fill("board.all", &[("n", &column.total)]))
                }
            }
        }
    }
}

fn card(lead: &LeadRow) -> Markup {
    let menu = fill("board.move", &[("title", &lead.title)]);
    html! {
        li class="board-card" draggable="true" data-lead=(lead.id) data-title=(lead.title) {
            div class="board-card-head" {
                a class="title" draggable="false" href={ "/crm/lead/details/" (lead.id) "/" } { (lead.title) }
                button class="icon-button" type="button" data-move aria-haspopup="menu"
                    aria-label=(menu) title=(t("board.move.hint")) { "⋯" }
            }
            @if let Some(amount) = &lead.amount { p class="amount" { (amount) } }
            @if lead.repeat { div class="marks" { (repeat_badge()) } }
            div class="board-card-foot" {
                @if let Some(person) = &lead.contact {
                    (avatar(person)) span { (person.name()) }
                } @else if let Some(name) = &lead.own_name { span { (name) } }
                small { (lead.created) }
            }
        }
    }
}
