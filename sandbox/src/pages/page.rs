//! The frame every page shares: navigation, styles, and what the browser may load.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::icons::{self, Icon};
use super::text::t;

/// A page of the portal, ready to be sent.
#[must_use]
pub struct Page {
    title: String,
    // What the navigation marks; nothing when the page is no place.
    place: Option<Place>,
    // Shown in a slider: without navigation.
    bare: bool,
    // Without a limit to its width, for boards and tools.
    wide: bool,
    app_origins: Vec<String>,
    script: Option<&'static str>,
    body: Markup,
    status: StatusCode,
}

impl Page {
    /// A page with navigation and without apps.
    pub fn new(title: impl Into<String>, place: impl Into<Option<Place>>, body: Markup) -> Self {
        Self {
            title: title.into(),
            place: place.into(),
            bare: false,
            wide: false,
            script: None,
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

    /// Gives the page the whole width of the window.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Adds a script of the page's own, from `static/`.
    pub fn script(mut self, path: &'static str) -> Self {
        self.script = Some(path);
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

    // Everything comes from the portal itself; only apps come from elsewhere, each in its frame. What people try in the
    // browser's console may be WebAssembly.
    fn policy(&self) -> String {
        let apps = self.app_origins.join(" ");
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data:; connect-src 'self'; frame-src 'self' {apps}; form-action 'self' {apps}; \
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
                    title { (self.title) @if !self.bare { " · " (t("nav.sandbox")) } }
                    link rel="icon" href="/_sandbox/static/icon.svg" type="image/svg+xml";
                    @for name in STYLES {
                        link rel="stylesheet" href={ "/_sandbox/static/styles/" (name) ".css" };
                    }
                    script src="/_sandbox/bx.js" {}
                    script type="module" src="/_sandbox/static/portal.js" {}
                    @if let Some(script) = self.script {
                        script type="module" src={ "/_sandbox/static/" (script) } {}
                    }
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
                a class="skip" href="#content" { (t("nav.skip")) }
                div class="shell" {
                    (navigation(self.place))
                    main class={ "main" @if self.wide { " wide" } } id="content" { (self.body) }
                }
            }
        }
    }
}

const STYLES: [&str; 6] = ["base", "lists", "card", "overlay", "board", "tools"];

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
    /// Companies.
    Companies,
    /// Apps and webhooks.
    Apps,
    /// The inspector.
    Inspector,
    /// The method explorer.
    Methods,
}

/// A place with its path, the key of its name, and its icon.
type Entry = (Place, &'static str, &'static str, Icon);

const PORTAL: [Entry; 4] = [
    (Place::Start, "/", "nav.start", icons::HOME),
    (Place::Leads, "/crm/lead/", "nav.leads", icons::LEAD),
    (
        Place::Contacts,
        "/crm/contact/",
        "nav.contacts",
        icons::CONTACT,
    ),
    (
        Place::Companies,
        "/crm/company/",
        "nav.companies",
        icons::COMPANY,
    ),
];

const TOOLS: [Entry; 3] = [
    (Place::Apps, "/_sandbox/apps/", "nav.apps", icons::APPS),
    (
        Place::Inspector,
        "/_sandbox/inspector/",
        "nav.inspector",
        icons::PULSE,
    ),
    (
        Place::Methods,
        "/_sandbox/methods/",
        "nav.methods",
        icons::METHOD,
    ),
];

fn navigation(current: Option<Place>) -> Markup {
    html! {
        header class="side" {
            div class="side-content" {
                a class="brand" href="/" aria-label=(t("nav.sandbox")) {
                    span class="mark" { (icons::PORTAL) }
                    span class="name" { (t("nav.sandbox")) }
                }
                (entries(t("nav.portal"), &PORTAL, current))
                p class="nav-title" aria-hidden="true" { (t("nav.tools")) }
                (entries(t("nav.tools"), &TOOLS, current))
            }
        }
    }
}

fn entries(label: &str, entries: &[Entry], current: Option<Place>) -> Markup {
    html! {
        nav class="nav" aria-label=(label) {
            @for (place, path, name, icon) in entries {
                a href=(path) aria-current=[(Some(*place) == current).then_some("page")] { (icon) span { (t(name)) } }
            }
        }
    }
}
