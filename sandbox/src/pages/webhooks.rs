//! Webhooks on the page with the apps.

use maud::{Markup, html};

use super::install::{Overview, PATH, address, remove, scope_boxes, scopes, secret};
use super::spec::SPEC;
use super::text::{fill, t};

/// Incoming webhooks, and a form to add one.
pub fn incoming(overview: &Overview) -> Markup {
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

/// Outgoing webhooks, and a form to add one.
pub fn outgoing(overview: &Overview) -> Markup {
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
                (address("handler", t("hooks.handler"), true))
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
