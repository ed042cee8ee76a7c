//! A page that is one app: its main page, or a placement that opens in a slider.

use maud::html;

use super::apps::{self, AppFrame, Mode};
use super::page::Page;

/// The page around the app.
pub fn page(app: &AppFrame, bare: bool) -> Page {
    let mode = if bare { Mode::Slider } else { Mode::Page };
    let body = html! {
        header class={ "page-head" @if bare { " visually-hidden" } } { h1 data-page-title { (app.title) } }
        (apps::frame(app, mode))
    };
    let origins = std::iter::once(app.frame.origin.as_str());
    Page::new(&*app.title, None, body)
        .bare(bare)
        .with_apps(origins)
}
