//! Where an app sends a user to let it in, when nobody knows yet who that is.

use axum::http::StatusCode;
use maud::{Markup, html};

use super::page::Page;
use super::text::{fill, t};

/// Somebody the visitor may be.
#[derive(Debug)]
pub struct Choice {
    /// The user's name.
    pub name: String,
    /// Whether the user administers the portal.
    pub is_admin: bool,
    /// Where the choice leads.
    pub address: String,
}

/// Asks the visitor who they are; `app` wants to act for them.
pub fn choice(app: &str, users: &[Choice]) -> Page {
    let body = html! {
        p { (fill("login.wish", &[("app", &app)])) }
        ul {
            @for user in users {
                li {
                    a href=(user.address) { (user.name) }
                    @if user.is_admin { " " span class="muted" { (t("login.admin")) } }
                }
            }
        }
    };
    page(t("login.title"), &body)
}

/// Says why the app is not let in.
pub fn refusal(problem: &str, status: StatusCode) -> Page {
    page(t("login.refused"), &html! { p { (problem) } }).status(status)
}

fn page(title: &str, content: &Markup) -> Page {
    let body = html! {
        header class="page-head" { h1 { (title) } }
        section class="panel narrow" { (content) }
    };
    Page::new(title, None, body).bare(true)
}
