//! Apps and webhooks: which there are, how to add one, how to take one away. Plain forms that work
//! without scripts.

use maud::{Markup, html};

use super::apps::placement;
use super::icons;
use super::page::{Page, Place};
use super::spec::SPEC;
use super::text::{fill, t};
use super::view::filter::Choices;

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
            (incoming(overview))
            (outgoing(overview))
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
                    }
                    code class="muted" { (app.handler) }
                }
                (remove(&format!("{PATH}{}/remove", app.id), &app.title))
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

fn secret(id: &str, name: &str, value: &str) -> Markup {
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

fn scopes(scopes: &[String]) -> Markup {
    html! { @for scope in scopes { span class="badge" { (scope) } } }
}

fn remove(action: &str, name: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            button class="button small" type="submit" aria-label=(fill("apps.remove_named", &[("name", &name)])) {
                (t("apps.remove"))
            }
        }
    }
}

fn incoming(overview: &Overview) -> Markup {
    html! {
        section class="panel" id="incoming" {
            header { h2 { (t("hooks.incoming")) } }
            p class="muted" { (t("hooks.incoming_intro")) }
            ul class="entries" {
                @for hook in &overview.incoming {
                    @let id = format!("hook-{}", hook.secret);
                    li class=[(overview.made == id).then_some("is-new")] {
                        div class="entry-head" {
                            p class="line" { strong { (hook.user) } (scopes(&hook.scopes)) }
                            (remove(&format!("{PATH}incoming/{}/remove", hook.secret), &hook.user))
                        }
                        div class="copyline" {
                            code id=(id) { (hook.address) }
                            button class="button small" type="button" data-copy=(id)
                                aria-label=(fill("copy.named", &[("name", &hook.address)])) { (t("copy.button")) }
                        }
                    }
                }
            }
            form class="inline-form" method="post" action={ (PATH) "incoming" } {
                label class="field" {
                    span { (t("hooks.user")) }
                    select name="user" { @for (id, name) in &overview.users { option value=(id) { (name) } } }
                }
                (scope_boxes(&["crm", "user", "placement"]))
                button class="button" type="submit" { (t("hooks.add_incoming")) }
            }
        }
    }
}

fn outgoing(overview: &Overview) -> Markup {
    html! {
        section class="panel" id="outgoing" {
            header { h2 { (t("hooks.outgoing")) } }
            p class="muted" { (t("hooks.outgoing_intro")) }
            ul class="entries" {
                @for hook in &overview.outgoing {
                    @let key = format!("out-{}", hook.id);
                    li class=[(overview.made == key).then_some("is-new")] {
                        div class="entry-head" {
                            code { (hook.handler) }
                            (remove(&format!("{PATH}{}/remove", hook.id), &hook.handler))
                        }
                        p class="line" { @for event in &hook.events { span class="badge primary" { (event) } } }
                        dl class="credentials" { (secret(&key, "application_token", &hook.application_token)) }
                    }
                }
            }
            form class="inline-form" method="post" action={ (PATH) "outgoing" } {
                (address("handler", t("hooks.handler")))
                fieldset class="boxes" {
                    legend { (t("hooks.events")) }
                    @for event in &SPEC.events {
                        label class="check" title=(event.doc) {
                            input type="checkbox" name="event" value=(event.name); code { (event.name) }
                        }
                    }
                }
                button class="button" type="submit" { (t("hooks.add_outgoing")) }
            }
        }
    }
}

fn address(name: &str, label: &str) -> Markup {
    html! {
        label class="field wide" {
            span { (label) }
            input type="url" name=(name) required placeholder="http://127.0.0.1:3000/" autocomplete="off";
        }
    }
}

fn scope_boxes(checked: &[&str]) -> Markup {
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

/// The page to install an app, with what was wrong with the last try.
pub fn new(problem: Option<&str>) -> Page {
    let (shown, others): (Vec<_>, Vec<_>) = SPEC
        .placements
        .iter()
        .partition(|place| super::placements::is_shown(&place.code));
    let body = html! {
        p class="crumbs" { a href=(PATH) { (t("apps.title")) } }
        header class="page-head" { h1 { (t("apps.install")) } }
        @if let Some(problem) = problem { p class="note plain" role="alert" { (icons::HINT) span { (problem) } } }
        form class="panel install" method="post" action={ (PATH) "new/" } {
            (address("handler", t("apps.handler")))
            p class="muted" { (t("apps.opened_by")) }
            label class="field" {
                span { (t("apps.name")) }
                input name="title" required placeholder=(t("apps.name_example")) autocomplete="off";
            }
            fieldset class="boxes places" {
                legend { (t("apps.placements")) }
                @for place in shown { (place_box(&place.code, &place.doc)) }
                details {
                    summary { (t("apps.other_placements")) }
                    @for place in others { (place_box(&place.code, &place.doc)) }
                }
            }
            (scope_boxes(&["crm", "placement", "user"]))
            div class="actions" {
                button class="button primary" type="submit" { (t("apps.install_now")) }
                a class="button" href=(PATH) { (t("apps.cancel")) }
            }
        }
    };
    Page::new(t("apps.install"), Place::Apps, body)
}

fn place_box(code: &str, doc: &str) -> Markup {
    html! {
        label class="check" {
            input type="checkbox" name="placement" value=(code) checked[code == "CRM_LEAD_DETAIL_TAB"];
            span { code { (code) } small { (doc) } }
        }
    }
}
