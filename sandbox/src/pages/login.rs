//! Who looks at the pages: the choice of a user, the goodbye, and why an app is not let in.

use axum::http::StatusCode;
use maud::{Markup, html};

use super::page::Page;
use super::text::{fill, t};
use crate::store::users::User;

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

impl Choice {
    /// The users who may log in, each with the address that does it.
    pub fn among(users: &[User], address: impl Fn(&User) -> String) -> Vec<Self> {
        let active = users.iter().filter(|user| user.active);
        let choices = active.map(|user| Self {
            name: user.full_name(),
            is_admin: user.is_admin,
            address: address(user),
        });
        choices.collect()
    }
}

/// Why the visitor is asked.
#[derive(Clone, Copy, Debug)]
pub enum Reason<'a> {
    /// They want to log in.
    Wish,
    /// They wanted to be a user who is not there.
    NoUser(&'a str),
    /// This app wants to act for them.
    App(&'a str),
}

impl Reason<'_> {
    fn question(self) -> String {
        match self {
            Self::Wish => t("login.who").to_owned(),
            Self::NoUser(user) => fill("login.nobody", &[("user", &user)]),
            Self::App(app) => fill("login.wish", &[("app", &app)]),
        }
    }
}

/// Asks the visitor who they are.
pub fn choice(reason: Reason<'_>, users: &[Choice]) -> Page {
    let body = html! {
        p { (reason.question()) }
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

/// What is left when somebody has logged out.
pub fn goodbye() -> Page {
    let body = html! {
        p { (t("login.next")) }
        a class="button" href="/_sandbox/login" { (t("login.title")) }
    };
    page(t("login.out"), &body)
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
