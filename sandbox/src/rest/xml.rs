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
                let name = if is_name(key) { key } else { "item" };
                element(out, name, member);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| element(out, "item", item)),
        scalar => out.push_str(&escape(&cast::text(scalar))),
    }
}

/// Whether a key can be an element's name; others are written as if in a list.
fn is_name(key: &str) -> bool {
    let mut letters = key.chars();
    let first = letters.next();
    first.is_some_and(|letter| letter.is_alphabetic() || letter == '_')
        && letters.all(|letter| letter.is_alphanumeric() || "_-.".contains(letter))
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::encode;

    #[test]
    fn keys_that_are_no_names_are_items() {
        let body =
            json!({ "a b>": 1, "<x": 2, "": 3, "7": 4, "-y": 5, "UF_CRM_1": { "langAll": ["<"] } });
        let expected = "<response><item>1</item><item>2</item><item>3</item><item>4</item><item>5</item>\
                        <UF_CRM_1><langAll><item>&lt;</item></langAll></UF_CRM_1></response>";
        assert_eq!(encode(&body), expected);
    }
}
