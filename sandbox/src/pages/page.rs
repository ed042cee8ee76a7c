//! The frame every page shares: navigation, styles, and what the browser may load.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::icons::{self, Icon};

/// A page of the portal, ready to be sent.
#[must_use]
pub struct Page {
    title: String,
    place: Place,
    // Shown in a slider: without navigation.
    bare: bool,
    app_origins: Vec<String>,
    body: Markup,
    status: StatusCode,
}

impl Page {
    /// A page with navigation and without apps.
    pub fn new(title: impl Into<String>, place: Place, body: Markup) -> Self {
        Self {
            title: title.into(),
            place,
            bare: false,
            app_origins: Vec::new(),
            body,
            status: StatusCode::OK,
        }
    }

    /// Leaves the navigation out when `bare`.
    pub fn bare(mut self, bare: bool) -> Self {
        self.bare = bare;
        self
    }

    /// Lets the page embed apps from these origins and send forms to them.
    pub fn with_apps<'a>(mut self, origins: impl Iterator<Item = &'a str>) -> Self {
        self.app_origins = origins.map(str::to_owned).collect();
        self.app_origins.sort();
        self.app_origins.dedup();
        self
    }

    /// Answers with another status than 200.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    // Everything comes from the portal itself; only apps come from elsewhere, each in its frame.
    fn policy(&self) -> String {
        let apps = self.app_origins.join(" ");
        format!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
             connect-src 'self'; frame-src 'self' {apps}; form-action 'self' {apps}; \
             frame-ancestors 'self'; base-uri 'none'"
        )
    }

    fn document(&self) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) @if !self.bare { " · Portal sandbox" } }
                    link rel="icon" href="/_sandbox/static/icon.svg" type="image/svg+xml";
                    @for name in STYLES {
                        link rel="stylesheet" href={ "/_sandbox/static/styles/" (name) ".css" };
                    }
                    script type="module" src="/_sandbox/static/portal.js" {}
                }
                body { (self.shell()) }
            }
        }
    }

    fn shell(&self) -> Markup {
        html! {
            @if self.bare {
                div class="shell bare" { main class="main" { (self.body) } }
            } @else {
                a class="skip" href="#content" { "Skip to the content" }
                div class="shell" {
                    (navigation(self.place))
                    main class="main" id="content" { (self.body) }
                }
            }
        }
    }
}

const STYLES: [&str; 4] = ["base", "lists", "card", "overlay"];

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.document()).into_response();
        let headers = response.headers_mut();
        // A handler's origin comes from a stored address; one that no header can hold is not let in.
        let policy = HeaderValue::from_str(&self.policy())
            .unwrap_or(HeaderValue::from_static("default-src 'none'"));
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        );
        response
    }
}

/// A place in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The start page.
    Start,
    /// Leads.
    Leads,
    /// Contacts.
    Contacts,
}

const PLACES: [(Place, &str, &str, Icon); 3] = [
    (Place::Start, "/", "Start", icons::HOME),
    (Place::Leads, "/crm/lead/", "Leads", icons::LEAD),
    (Place::Contacts, "/crm/contact/", "Contacts", icons::CONTACT),
];

fn navigation(current: Place) -> Markup {
    html! {
        div class="side" {
            div class="side-content" {
                a class="brand" href="/" {
                    span class="mark" { (icons::PORTAL) }
                    span class="name" { "Portal sandbox" }
                }
                nav class="nav" aria-label="Portal" {
                    @for (place, path, name, icon) in PLACES {
                        a href=(path) aria-current=[(place == current).then_some("page")] {
                            (icon) (name)
                        }
                    }
                }
            }
        }
    }
}
