//! What pages answer when they have nothing to show.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::page::Page;
use super::text::t;
use crate::rest::error::RestError;

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// There is no such record.
    #[error("{kind} {id} does not exist")]
    NoRecord {
        /// What was asked for, `Lead`.
        kind: &'static str,
        /// The id that nothing has.
        id: i64,
    },
    /// The visitor may not see this, or has no rights in the CRM.
    #[error("Access denied.")]
    Denied,
    /// What the visitor wanted was refused.
    #[error("{}", error.text())]
    Refused {
        /// Why.
        error: RestError,
        /// The path of the record that it was wanted of.
        back: String,
    },
    /// The spec has no such method.
    #[error("No method is called {0}")]
    NoMethod(String),
    /// There is no such app, or it has no page here.
    #[error("No such app is installed")]
    NoApp,
    /// Neither this portal nor the real one has such an address.
    #[error("No page is at {0}")]
    NoPage(String),
    /// The portal's database failed.
    #[error("The database could not be read: {0}")]
    Store(#[from] rusqlite::Error),
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let status = match self {
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Denied => StatusCode::FORBIDDEN,
            Self::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::NOT_FOUND,
        };
        let (title, advice) = match &self {
            Self::Denied => (t("missing.denied"), choose_another()),
            Self::Refused { back, .. } => (t("missing.refused"), nothing_done(back)),
            _ => (t("missing.title"), html! { p { (t("missing.advice")) } }),
        };
        page(title, &self.to_string(), &advice, status).into_response()
    }
}

fn choose_another() -> Markup {
    html! {
        p { (t("missing.rights")) " " a href="/" { (t("missing.choose")) } }
    }
}

fn nothing_done(back: &str) -> Markup {
    html! {
        p { (t("missing.nothing_done")) }
        a class="button" href=(back) { (t("convert.back")) }
    }
}

/// A page of the real portal that this one does not have.
pub fn elsewhere(path: &str) -> Page {
    let advice = html! {
        p { (t("missing.elsewhere")) }
    };
    let what = format!("SANDBOX_NOT_IMPLEMENTED: {path}");
    page(
        t("missing.not_here"),
        &what,
        &advice,
        StatusCode::NOT_IMPLEMENTED,
    )
}

fn page(title: &str, what: &str, advice: &Markup, status: StatusCode) -> Page {
    let body = html! {
        header class="page-head" { h1 { (title) } }
        section class="panel narrow" {
            p { strong { (what) } }
            (advice)
        }
    };
    Page::new(title, None, body).status(status)
}
