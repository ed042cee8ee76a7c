//! The inspector: every call as it happens, and the faults that are played. The page's script
//! fills it from the journal (`/_sandbox/calls`) and from `/_sandbox/faults`.

use maud::{Markup, html};

use super::icons;
use super::page::{Page, Place};
use super::spec::SPEC;
use super::text::t;

/// The page.
pub fn page() -> Page {
    let body = html! {
        header class="page-head" {
            div {
                h1 { (t("inspector.title")) }
                p class="intro" { (t("inspector.intro")) }
            }
            div class="actions" {
                button class="button" type="button" id="pause" aria-pressed="false" { (t("inspector.pause")) }
                button class="button" type="button" id="clear" { (t("inspector.clear")) }
                a class="button" href="#faults" { (t("faults.title")) }
            }
        }
        (filters())
        section class="gauges" id="gauges" aria-label=(t("inspector.gauges")) {}
        div class="inspector" {
            section class="panel list-panel" aria-label=(t("inspector.calls")) {
                p class="count" id="summary" role="status" { (t("inspector.waiting")) }
                ol class="calls" id="calls" {}
            }
            section class="panel call-detail" id="detail" aria-label=(t("inspector.detail")) tabindex="-1" {
                p class="empty" { (t("inspector.choose")) }
            }
        }
        (faults())
        (names())
    };
    Page::new(t("inspector.title"), Place::Inspector, body)
        .wide()
        .script("inspector.js")
}

fn filters() -> Markup {
    let callers = ["webhook", "app", "session", "nobody"];
    html! {
        form class="filter" id="call-filter" role="search" {
            label class="field inline" {
                span { (t("inspector.method")) }
                input type="search" name="method" list="method-names" placeholder="crm.lead.*" autocomplete="off";
            }
            label class="field inline" {
                span { (t("inspector.caller")) }
                select name="caller" {
                    option value="" { (t("filter.any")) }
                    @for kind in callers { option value=(kind) { (kind) } }
                }
            }
            label class="field inline" {
                span { (t("inspector.text")) }
                input type="search" name="text" autocomplete="off";
            }
            label class="check" { input type="checkbox" name="failed"; (t("inspector.failed")) }
        }
    }
}

fn faults() -> Markup {
    html! {
        section class="panel faults" id="faults" {
            header { h2 { (t("faults.title")) } }
            p class="muted" { (t("faults.intro")) }
            form id="fault-form" {
                label class="field" {
                    span { (t("faults.kind")) }
                    select name="kind" required aria-describedby="fault-doc" {}
                }
                label class="field" {
                    span { (t("faults.method")) }
                    input name="method" list="method-names" placeholder="crm.lead.*" autocomplete="off";
                }
                label class="field" {
                    span { (t("faults.caller")) }
                    input name="caller" placeholder="webhook:1" autocomplete="off";
                }
                label class="field" {
                    span { (t("faults.count")) }
                    input name="count" type="number" min="1" value="1";
                }
                label class="field" {
                    span { (t("faults.probability")) }
                    input name="probability" type="number" min="0" max="1" step="0.05" placeholder="1";
                }
                div class="fault-settings" id="fault-settings" {}
                p class="muted" id="fault-doc" {}
                div class="actions" { button class="button primary" type="submit" { (icons::BOLT) (t("faults.add")) } }
            }
            ul class="fault-list" id="fault-list" {}
        }
    }
}

/// Suggestions for fields that take a method's name.
fn names() -> Markup {
    html! {
        datalist id="method-names" {
            @for method in &SPEC.methods { option value=(method.name) {} }
        }
    }
}
