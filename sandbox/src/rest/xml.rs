//! Answers as XML (reference §1.6): no header and no attributes, only elements.

use std::fmt::Write as _;

use serde_json::Value;

use crate::php::cast;

/// The value as XML: keys are elements, members of lists are `<item>`.
pub fn encode(body: &Value) -> String {
    let mut out = String::from("<response>");
    write_xml(&mut out, body);
    out.push_str("</response>");
    out
}

fn write_xml(out: &mut String, value: &Value) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let name = if key.starts_with(|c: char| c.is_ascii_digit()) {
                    "item"
                } else {
                    key
                };
                element(out, name, member);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| element(out, "item", item)),
        scalar => out.push_str(&escape(&cast::text(scalar))),
    }
}

fn element(out: &mut String, name: &str, value: &Value) {
    let _ = write!(out, "<{name}>");
    write_xml(out, value);
    let _ = write!(out, "</{name}>");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
