//! Line icons, drawn on a 24 by 24 grid. They decorate; the text beside them carries the meaning.

use maud::{Markup, PreEscaped, Render, html};

/// The inside of an icon's SVG.
#[derive(Clone, Copy, Debug)]
pub struct Icon(&'static str);

impl Render for Icon {
    fn render(&self) -> Markup {
        html! {
            svg class="icon" viewBox="0 0 24 24" aria-hidden="true" { (PreEscaped(self.0)) }
        }
    }
}

/// The sandbox itself.
pub const PORTAL: Icon =
    Icon(r#"<path d="M12 3 4 7.5v9L12 21l8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"/>"#);
/// The start page.
pub const HOME: Icon =
    Icon(r#"<path d="m4 11 8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z"/>"#);
/// Leads.
pub const LEAD: Icon = Icon(r#"<path d="M4 5h16l-6 7.5V19l-4 1.5v-8z"/>"#);
/// Contacts.
pub const CONTACT: Icon =
    Icon(r#"<circle cx="12" cy="8" r="4"/><path d="M4.5 20c.8-3.8 3.8-6 7.5-6s6.7 2.2 7.5 6"/>"#);
/// A lead of somebody who is a customer already.
pub const REPEAT: Icon = Icon(
    r#"<path d="M4 11a8 8 0 0 1 13.7-4.7L20 8.5M20 4v4.5h-4.5M20 13a8 8 0 0 1-13.7 4.7L4 15.5M4 20v-4.5h4.5"/>"#,
);
/// A hint.
pub const HINT: Icon = Icon(r#"<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.100"/>"#);
