//! Apps on a page: tabs for the bound placements, each app in a frame of its own origin.

use maud::{Markup, html};

/// An app in a frame, opened for one showing of a page.
#[derive(Debug)]
pub struct AppFrame {
    /// The frame's secret number, new on every render.
    pub sid: String,
    /// The iframe's name, from which the app learns where it is.
    pub name: String,
    /// The app's own code.
    pub app: String,
    /// What the tab is called.
    pub title: String,
    /// The handler's address, with the portal's parameters.
    pub action: String,
    /// What is posted to the handler; empty for static pages, which are opened by their address.
    pub fields: Vec<(&'static str, String)>,
    /// Scheme, host and port of the handler: the only origin the page listens and speaks to.
    pub origin: String,
    /// The placement's code.
    pub placement: String,
    /// What the app may ask of this placement.
    pub commands: Vec<String>,
    /// What the app may listen to in this placement.
    pub events: Vec<String>,
    /// Whether the user administers the portal.
    pub admin: bool,
}

/// How a frame is shown; the app may be resized in a tab, not in a slider.
#[derive(Clone, Copy, Debug)]
pub enum Mode {
    /// In a tab of a card.
    Tab,
    /// On a page of its own.
    Page,
    /// On a page of its own, in a slider.
    Slider,
}

impl Mode {
    fn name(self) -> &'static str {
        match self {
            Self::Tab => "tab",
            Self::Page => "page",
            Self::Slider => "slider",
        }
    }
}

/// The apps of a card.
#[derive(Debug, Default)]
pub struct Apps {
    /// One tab for each.
    pub tabs: Vec<AppFrame>,
}

impl Apps {
    /// Where the page's apps come from.
    pub fn origins(&self) -> impl Iterator<Item = &str> {
        self.tabs.iter().map(|tab| tab.origin.as_str())
    }
}

/// A tab list whose first tab shows `first`, and one more tab for each app.
pub fn tabs(title: &str, first: &Markup, apps: &Apps) -> Markup {
    html! {
        div class="tabs" role="tablist" aria-label="Card" {
            (tab("general", title, true))
            @for (index, app) in apps.tabs.iter().enumerate() {
                (tab(&format!("app-{index}"), &app.title, false))
            }
        }
        div role="tabpanel" id="panel-general" aria-labelledby="tab-general" tabindex="0" { (first) }
        @for (index, app) in apps.tabs.iter().enumerate() {
            div role="tabpanel" id={ "panel-app-" (index) } aria-labelledby={ "tab-app-" (index) } hidden {
                (frame(app, Mode::Tab))
            }
        }
    }
}

fn tab(name: &str, title: &str, chosen: bool) -> Markup {
    html! {
        button type="button" role="tab" id={ "tab-" (name) } aria-controls={ "panel-" (name) }
            aria-selected=(chosen) data-name=(name) { (title) }
    }
}

/// An app's frame. The page's script opens it: a tab nobody looks at starts no app.
pub fn frame(app: &AppFrame, mode: Mode) -> Markup {
    let by_address = app.fields.is_empty();
    html! {
        div class={ "panel app" @if !matches!(mode, Mode::Tab) { " app-page" } }
            data-frame data-sid=(app.sid) data-app=(app.app) data-origin=(app.origin)
            data-placement=(app.placement) data-admin=(app.admin) data-mode=(mode.name())
            data-commands=(app.commands.join(" ")) data-events=(app.events.join(" "))
        {
            @if !by_address {
                form method="post" action=(app.action) target=(app.name) hidden {
                    @for (name, value) in &app.fields { input type="hidden" name=(name) value=(value); }
                }
            }
            iframe id={ "appframe_" (app.sid) } name=(app.name) title=(app.title)
                data-src=[by_address.then_some(&app.action)] {}
        }
    }
}
