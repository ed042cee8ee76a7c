//! Apps on a page: tabs for the bound placements, each app in a frame of its own origin.

use maud::{Markup, html};

use super::text::t;
use crate::host::Frame;
use crate::model::MODEL;

/// An app in a frame, opened for one showing of a page.
#[derive(Debug)]
pub struct AppFrame {
    /// The opened frame.
    pub frame: Frame,
    /// The app's own code.
    pub app: String,
    /// What the tab is called.
    pub title: String,
    /// The placement's code.
    pub placement: String,
    /// Whether the user administers the portal.
    pub admin: bool,
}

impl AppFrame {
    // What the app may ask of its placement, and what it may listen to there.
    fn interface(&self) -> (String, String) {
        let spec = MODEL
            .placements
            .iter()
            .find(|spec| spec.code == self.placement);
        spec.map(|spec| (spec.commands.join(" "), spec.events.join(" ")))
            .unwrap_or_default()
    }
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

/// A button that opens an app in a slider.
#[derive(Debug)]
pub struct Button {
    /// What it is called.
    pub title: String,
    /// The path of the page with the app.
    pub path: String,
}

/// The apps of a card.
#[derive(Debug, Default)]
pub struct Apps {
    /// One tab for each.
    pub tabs: Vec<AppFrame>,
    /// One button for each.
    pub toolbar: Vec<Button>,
}

impl Apps {
    /// Where the page's apps come from.
    pub fn origins(&self) -> impl Iterator<Item = &str> {
        self.tabs.iter().map(|tab| tab.frame.origin.as_str())
    }
}

/// A tab list whose first tab shows `first`, and one more tab for each app.
pub fn tabs(title: &str, first: &Markup, apps: &Apps) -> Markup {
    html! {
        div class="tabs" role="tablist" aria-label=(t("card.parts")) {
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
        // A link, so that a click before the script runs is in the address when it does.
        a href={ "#" (name) } role="tab" id={ "tab-" (name) } aria-controls={ "panel-" (name) }
            aria-selected=(chosen) data-name=(name) { (title) }
    }
}

/// A bound placement's code, which leads to where it can be seen.
pub fn placement(code: &str, page: Option<&str>) -> Markup {
    html! {
        @if let Some(page) = page {
            a class="badge primary" href=(page) title=(t("apps.seen_beside")) { (code) }
        } @else {
            span class="badge primary" { (code) }
            span class="muted" { (t("apps.not_shown")) }
        }
    }
}

/// Buttons that open apps in a slider.
pub fn buttons(buttons: &[Button]) -> Markup {
    html! {
        @for button in buttons {
            a class="button" href=(button.path) data-slider=(button.title) { (button.title) }
        }
    }
}

/// The buttons of one row of a list.
pub fn row_menu(menu: &[Button], id: i64) -> Markup {
    html! {
        @for button in menu {
            a class="button" href={ (button.path) (id) } data-slider=(button.title) { (button.title) }
        }
    }
}

/// An app's frame. The page's script opens it: a tab nobody looks at starts no app.
pub fn frame(app: &AppFrame, mode: Mode) -> Markup {
    let Frame {
        sid,
        name,
        action,
        fields,
        is_static,
        origin,
    } = &app.frame;
    let (commands, events) = app.interface();
    html! {
        div class={ "panel app" @if !matches!(mode, Mode::Tab) { " app-page" } }
            data-frame data-sid=(sid) data-app=(app.app) data-origin=(origin)
            data-placement=(app.placement) data-admin=(app.admin) data-mode=(mode.name())
            data-commands=(commands) data-events=(events)
        {
            @if !is_static {
                form method="post" action=(action) target=(name) hidden {
                    @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
                }
            }
            iframe id={ "appframe_" (sid) } name=(name) title=(app.title)
                data-src=[is_static.then_some(action)] {}
        }
    }
}
