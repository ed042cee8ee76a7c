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
/// Companies.
pub const COMPANY: Icon = Icon(
    r#"<path d="M5 21V4.500a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1V21M15 9h3a1 1 0 0 1 1 1v11M3 21h18M8.500 8h3M8.500 12h3M8.500 16h3"/>"#,
);
/// Apps and webhooks.
pub const APPS: Icon = Icon(
    r#"<rect x="4" y="4" width="6.500" height="6.500" rx="1.500"/><rect x="13.500" y="4" width="6.500" height="6.500" rx="1.500"/><rect x="4" y="13.500" width="6.500" height="6.500" rx="1.500"/><path d="M16.750 13.500v6.500M13.500 16.750H20"/>"#,
);
/// The inspector.
pub const PULSE: Icon = Icon(r#"<path d="M3 12.500h4l2.500-7 4.500 13 2.500-6H21"/>"#);
/// Methods.
pub const METHOD: Icon = Icon(r#"<path d="m8.500 7-5 5 5 5M15.500 7l5 5-5 5M13.500 5l-3 14"/>"#);
/// Something that fails on purpose.
pub const BOLT: Icon = Icon(r#"<path d="M13 3 5.5 13.500H11L10 21l8-10.500h-5.500z"/>"#);
/// A filter.
pub const FILTER: Icon = Icon(r#"<path d="M4 7h16M7 12h10M10.500 17h3"/>"#);
/// A hint.
pub const HINT: Icon = Icon(r#"<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.100"/>"#);
