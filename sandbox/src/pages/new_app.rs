//! The page to install an app: where it is, what it may use, where it is bound.

use maud::{Markup, html};

use super::icons;
use super::install::{PATH, address, scope_boxes};
use super::page::{Page, Place};
use super::spec::SPEC;
use super::text::t;

/// The page to install an app, with what was wrong with the last try.
pub fn page(problem: Option<&str>) -> Page {
    let (shown, others): (Vec<_>, Vec<_>) = SPEC
        .placements
        .iter()
        .partition(|place| super::placements::is_shown(&place.code));
    let body = html! {
        p class="crumbs" { a href=(PATH) { (t("apps.title")) } }
        header class="page-head" { h1 { (t("apps.install")) } }
        @if let Some(problem) = problem { p class="note plain" role="alert" { (icons::HINT) span { (problem) } } }
        form class="panel install" method="post" action={ (PATH) "new/" } {
            (address("handler", t("apps.handler"), true))
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
            (installation())
            div class="actions" {
                button class="button primary" type="submit" { (t("apps.install_now")) }
                a class="button" href=(PATH) { (t("apps.cancel")) }
            }
        }
    };
    Page::new(t("apps.install"), Place::Apps, body)
}

/// What an app may want of its installation.
fn installation() -> Markup {
    html! {
        details class="installation" {
            summary { (t("apps.installation")) }
            (address("installer", t("apps.installer"), false))
            p class="muted" { (t("apps.installer_meaning")) }
            (address("callback", t("apps.callback"), false))
            p class="muted" { (t("apps.callback_meaning")) }
        }
    }
}

fn place_box(code: &str, doc: &str) -> Markup {
    html! {
        label class="check" {
            input type="checkbox" name="placement" value=(code) checked[code == "CRM_LEAD_DETAIL_TAB"];
            span { code { (code) } small { (doc) } }
        }
    }
}
