//! The start page: what this portal is and how to reach it.

use maud::{Markup, html};

use super::icons::{self, Icon};
use super::page::{Page, Place};

/// What the start page tells.
#[derive(Debug)]
pub struct Start {
    /// The address of a ready webhook.
    pub webhook: Option<String>,
    /// How many leads there are.
    pub leads: usize,
    /// How many contacts there are.
    pub contacts: usize,
    /// Apps of this portal.
    pub apps: Vec<InstalledApp>,
}

/// An app and where it is bound.
#[derive(Debug)]
pub struct InstalledApp {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// The address of its own page.
    pub handler: String,
    /// Where it is bound.
    pub bindings: Vec<Bound>,
}

/// A binding of an app.
#[derive(Debug)]
pub struct Bound {
    /// The placement's code.
    pub placement: String,
    /// The address opened there.
    pub handler: String,
    /// Whether this sandbox has a page that shows the placement.
    pub shown: bool,
}

/// The start page.
pub fn page(start: &Start) -> Page {
    let body = html! {
        header class="page-head" {
            div {
                h1 { "A portal to develop against" }
                p class="intro" {
                    "It answers Bitrix24's REST calls for leads and contacts, opens your app inside a card, "
                    "and keeps everything on this machine. What it does not do it refuses by name."
                }
            }
        }
        div class="tiles" {
            (tile("/crm/lead/", icons::LEAD, start.leads, "leads"))
            (tile("/crm/contact/", icons::CONTACT, start.contacts, "contacts"))
        }
        div class="stack" {
            @if let Some(webhook) = &start.webhook { (webhook_panel(webhook)) }
            (apps(&start.apps))
        }
    };
    Page::new("Start", Place::Start, body)
}

fn tile(path: &str, icon: Icon, count: usize, name: &str) -> Markup {
    html! {
        a class="panel tile" href=(path) {
            span class="mark" { (icon) }
            span { strong { (count) } (name) }
        }
    }
}

fn webhook_panel(webhook: &str) -> Markup {
    html! {
        section class="panel" {
            header { h2 { "Webhook" } }
            p class="muted" {
                "Calls with this address need no other sign-in. Put a method's name behind it, for example "
                code { "crm.lead.list" } "."
            }
            div class="copyline" {
                code id="webhook" { (webhook) }
                button class="button" type="button" data-copy="webhook" { "Copy" }
            }
            a href={ (webhook) "crm.lead.list.json" } { "See the leads as REST answers them" }
        }
    }
}

fn apps(apps: &[InstalledApp]) -> Markup {
    html! {
        section class="panel" {
            header { h2 { "Apps" } }
            @if apps.is_empty() {
                p class="empty" {
                    "No app is bound. Start the sandbox with "
                    code { "--app FOLDER --placement CRM_LEAD_DETAIL_TAB" } "."
                }
            }
            ul class="apps" { @for each in apps { (app(each)) } }
        }
    }
}

fn app(app: &InstalledApp) -> Markup {
    html! {
        li {
            p class="line" {
                a href={ "/marketplace/app/" (app.code) "/" } { strong { (app.title) } }
                code class="muted" { (app.handler) }
            }
            @for bound in &app.bindings {
                p class="line" {
                    span class="badge primary" { (bound.placement) }
                    @if bound.handler != app.handler { code class="muted" { (bound.handler) } }
                    @if !bound.shown { span class="muted" { "No page of this sandbox shows this placement." } }
                }
            }
        }
    }
}
