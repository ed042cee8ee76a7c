//! Events: a function each, which calls a listener.

use super::{
    link,
    text::{Doc, Text},
};
use crate::model::Event;

/// Declares an event's function.
pub fn event(text: &mut Text, event: &Event) {
    let mut doc = Doc::new(&format!(
        "Calls the listener for each `{}`: {}",
        event.name, event.doc
    ));
    doc.paragraph(
        "The portal queues the events for the application, also while the page is closed. For applications of \
         administrators only.",
    );
    doc.tag(
        "param",
        "listener Gets the events one by one. What it has not finished comes again.",
    );
    doc.tag("returns", "The function that ends it.");
    doc.tag("see", &link(&event.page));
    text.doc(0, &doc);
    text.line(
        0,
        &format!(
            "export function {}(listener: Listener<\"{}\">, options?: ListenOptions): Promise<Stop>;",
            event.js, event.name
        ),
    );
    text.gap();
}
