//! Apps and webhooks: which there are, and how to take one away. Plain forms that work without
//! scripts.

use std::fmt::Display;

use maud::{Markup, html};

use super::apps::placement;
use super::page::{Page, Place};
use super::spec::SPEC;
use super::text::{fill, t};
use super::view::filter::Choices;
use super::webhooks;

/// The page's address.
pub const PATH: &str = "/_sandbox/apps/";

/// What the page shows.
#[derive(Debug)]
pub struct Overview {
    /// Installed apps.
    pub apps: Vec<Installed>,
    /// Incoming webhooks.
    pub incoming: Vec<Hook>,
    /// Outgoing webhooks.
    pub outgoing: Vec<Told>,
    /// Users: ids and names.
    pub users: Choices,
    /// What was just made, by its key.
    pub made: String,
}

/// An installed app.
#[derive(Debug)]
pub struct Installed {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// The address of its page.
    pub handler: String,
    /// What it may use.
    pub scopes: Vec<String>,
    /// Its client id.
    pub client_id: String,
    /// Its client secret.
    pub client_secret: String,
    /// What its handlers recognise the portal by.
    pub application_token: String,
    /// Its version.
    pub version: i64,
    /// Whether its installation is finished.
    pub is_finished: bool,
    /// Where it is bound: code, address, and where that can be seen.
    pub bindings: Vec<(String, String, Option<String>)>,
}

/// An incoming webhook.
#[derive(Debug)]
pub struct Hook {
    /// Whose rights it has.
    pub user: String,
    /// Its secret.
    pub secret: String,
    /// Its address.
    pub address: String,
    /// What it may use.
    pub scopes: Vec<String>,
}

/// An outgoing webhook.
#[derive(Debug)]
pub struct Told {
    /// The number of the app underneath.
    pub id: i64,
    /// The addresses that are told.
    pub handler: String,
    /// The events.
    pub events: Vec<String>,
    /// What the handler recognises the portal by.
    pub application_token: String,
}

/// The page with everything there is.
pub fn page(overview: &Overview) -> Page {
    let body = html! {
        header class="page-head" {
            div {
                h1 { (t("apps.title")) }
                p class="intro" { (t("apps.intro")) }
            }
            div class="actions" { a class="button primary" href={ (PATH) "new/" } { (t("apps.install")) } }
        }
        div class="stack" {
            (apps(overview))
            (webhooks::incoming(overview))
            (webhooks::outgoing(overview))
        }
    };
    Page::new(t("apps.title"), Place::Apps, body)
}

fn apps(overview: &Overview) -> Markup {
    html! {
        section class="panel" {
            header { h2 { (t("apps.installed")) } }
            @if overview.apps.is_empty() { p class="empty" { (t("apps.none")) } }
            ul class="entries" { @for app in &overview.apps { (installed(app, &overview.made)) } }
        }
    }
}

fn installed(app: &Installed, made: &str) -> Markup {
    let key = format!("app-{}", app.id);
    html! {
        li id=(key) class=[(made == key).then_some("is-new")] {
            div class="entry-head" {
                div {
                    p class="line" {
                        a href={ "/marketplace/app/" (app.client_id) "/" } { strong { (app.title) } }
                        (scopes(&app.scopes))
                        span class="muted" { (fill("apps.version", &[("n", &app.version)])) }
                        @if !app.is_finished { span class="badge waiting" { (t("apps.unfinished")) } }
                    }
                    code class="muted" { (app.handler) }
                }
                (ends(app))
            }
            @for (code, handler, page) in &app.bindings {
                p class="line" {
                    (placement(code, page.as_deref()))
                    @if *handler != app.handler { code class="muted" { (handler) } }
                }
            }
            details open[made == key] {
                summary { (t("apps.credentials")) }
                dl class="credentials" {
                    (secret(&format!("{key}-id"), "client_id", &app.client_id))
                    (secret(&format!("{key}-secret"), "client_secret", &app.client_secret))
                    (secret(&format!("{key}-token"), "application_token", &app.application_token))
                }
            }
        }
    }
}

/// What ends this version of an app, or the app.
fn ends(app: &Installed) -> Markup {
    let named = [("name", &app.title as &dyn Display)];
    html! {
        div class="ends" {
            form method="post" action={ (PATH) (app.id) "/update" } {
                button class="button small" type="submit" title=(t("apps.update_meaning"))
                    aria-label=(fill("apps.update_named", &named)) { (t("apps.update")) }
            }
            form method="post" action={ (PATH) (app.id) "/remove" } {
                label class="check" title=(t("apps.clean_meaning")) {
                    input type="checkbox" name="clean" value="1"; span { (t("apps.clean")) }
                }
                button class="button small" type="submit" aria-label=(fill("apps.remove_named", &named)) {
                    (t("apps.remove"))
                }
            }
        }
    }
}

/// A value to copy, with its name.
pub(super) fn secret(id: &str, name: &str, value: &str) -> Markup {
    html! {
        div {
            dt { (name) }
            dd class="copyline" {
                code id=(id) { (value) }
                button class="button small" type="button" data-copy=(id)
                    aria-label=(fill("copy.named", &[("name", &name)])) { (t("copy.button")) }
            }
        }
    }
}

/// What somebody may use.
pub(super) fn scopes(scopes: &[String]) -> Markup {
    html! { @for scope in scopes { span class="badge" { (scope) } } }
}

/// A button that takes something away.
pub(super) fn remove(action: &str, name: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            button class="button small" type="submit" aria-label=(fill("apps.remove_named", &[("name", &name)])) {
                (t("apps.remove"))
            }
        }
    }
}

/// A field for an address.
pub(super) fn address(name: &str, label: &str, required: bool) -> Markup {
    html! {
        label class="field wide" {
            span { (label) }
            input type="url" name=(name) required[required] placeholder="http://127.0.0.1:3000/" autocomplete="off";
        }
    }
}

/// What somebody is to be allowed to use.
pub(super) fn scope_boxes(checked: &[&str]) -> Markup {
    html! {
        fieldset class="boxes" {
            legend { (t("apps.rights")) }
            @for scope in SPEC.scopes() {
                label class="check" {
                    input type="checkbox" name="scope" value=(scope) checked[checked.contains(&scope)]; code { (scope) }
                }
            }
        }
    }
}
