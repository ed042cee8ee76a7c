//! The start page: what this portal is and how to reach it.

use maud::{Markup, html};

use super::apps::placement;
use super::icons::{self, Icon};
use super::page::{Page, Place};
use super::text::{fill, t};

/// What the start page tells.
#[derive(Debug)]
pub struct Start {
    /// The address of a webhook of the visitor's own.
    pub webhook: Option<String>,
    /// How many leads there are.
    pub leads: usize,
    /// How many contacts there are.
    pub contacts: usize,
    /// How many companies there are.
    pub companies: usize,
    /// Apps of this portal.
    pub apps: Vec<InstalledApp>,
    /// Everybody who may look at the portal.
    pub visitors: Vec<Visitor>,
}

/// Somebody whose eyes the portal can be seen with.
#[derive(Debug)]
pub struct Visitor {
    /// The user.
    pub id: i64,
    /// The user's name.
    pub name: String,
    /// Whether the page is the user's at present.
    pub is_present: bool,
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
    /// Where this sandbox shows the placement, if it does.
    pub page: Option<String>,
}

/// The start page.
pub fn page(start: &Start) -> Page {
    let body = html! {
        header class="page-head" {
            div {
                h1 { (t("start.title")) }
                p class="intro" { (t("start.intro")) }
            }
        }
        div class="tiles" {
            (tile("/crm/lead/", icons::LEAD, start.leads, t("nav.leads")))
            (tile("/crm/contact/", icons::CONTACT, start.contacts, t("nav.contacts")))
            (tile("/crm/company/", icons::COMPANY, start.companies, t("nav.companies")))
            (tool("/_sandbox/apps/", icons::APPS, t("nav.apps"), t("start.apps_intro")))
            (tool("/_sandbox/inspector/", icons::PULSE, t("nav.inspector"), t("start.inspector")))
            (tool("/_sandbox/methods/", icons::METHOD, t("nav.methods"), t("start.methods")))
        }
        div class="stack" {
            (webhook_panel(start.webhook.as_deref()))
            (apps(&start.apps))
            (visitors(&start.visitors))
        }
    };
    Page::new(t("nav.start"), Place::Start, body)
}

fn tile(path: &str, icon: Icon, count: usize, name: &str) -> Markup {
    html! {
        a class="panel tile" href=(path) {
            span class="mark" { (icon) }
            span { strong { (count) } (name) }
        }
    }
}

fn tool(path: &str, icon: Icon, name: &str, what: &str) -> Markup {
    html! {
        a class="panel tile" href=(path) {
            span class="mark" { (icon) }
            span { strong { (name) } span class="muted" { (what) } }
        }
    }
}

fn webhook_panel(webhook: Option<&str>) -> Markup {
    html! {
        section class="panel" {
            header { h2 { (t("start.webhook")) } }
            @if let Some(webhook) = webhook {
                (ready(webhook))
            } @else {
                p class="empty" {
                    (t("start.no_webhook")) " "
                    a href="/_sandbox/apps/#incoming" { (t("start.make_webhook")) }
                }
            }
        }
    }
}

fn ready(webhook: &str) -> Markup {
    html! {
        p class="muted" { (fill("start.webhook_intro", &[("method", &"crm.lead.list")])) }
        div class="copyline" {
            code id="webhook" { (webhook) }
            button class="button" type="button" data-copy="webhook" { (t("copy.button")) }
        }
        a href={ (webhook) "crm.lead.list.json" } { (t("start.leads_json")) }
    }
}

fn apps(apps: &[InstalledApp]) -> Markup {
    html! {
        section class="panel" {
            header { h2 { (t("start.apps")) } a href="/_sandbox/apps/" { (t("start.manage")) } }
            @if apps.is_empty() {
                p class="empty" {
                    (t("start.no_app")) " "
                    a href="/_sandbox/apps/new/" { (t("apps.install")) }
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
                    (placement(&bound.placement, bound.page.as_deref()))
                    @if bound.handler != app.handler { code class="muted" { (bound.handler) } }
                }
            }
        }
    }
}

fn visitors(visitors: &[Visitor]) -> Markup {
    html! {
        section class="panel" {
            header { h2 { (t("start.visitor")) } }
            p class="muted" { (t("start.visitor_intro")) }
            p class="line" {
                @for visitor in visitors {
                    @if visitor.is_present {
                        strong aria-current="true" { (visitor.name) }
                    } @else {
                        a class="button small" href={ "/_sandbox/login?user=" (visitor.id) } { (visitor.name) }
                    }
                }
            }
        }
    }
}
