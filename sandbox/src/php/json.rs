//! JSON as the portal writes it: quotes, slashes, tags and ampersands escaped, other letters plain,
//! floats without a fraction as integers, and arrays that are lists or objects by their keys.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::cast;

/// The text of `value`.
pub fn encode(value: &Value) -> String {
    let mut out = String::new();
    write_value(&mut out, value);
    out
}

fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(_) => out.push_str(&cast::text(value)),
        Value::String(text) => write_string(out, text),
        Value::Array(items) => write_list(out, items.iter()),
        Value::Object(items) => write_map(out, items),
    }
}

fn write_list<'a>(out: &mut String, items: impl Iterator<Item = &'a Value>) {
    out.push('[');
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push(',');
        }
        write_value(out, item);
    }
    out.push(']');
}

fn write_map(out: &mut String, items: &Map<String, Value>) {
    if items
        .keys()
        .enumerate()
        .all(|(at, key)| *key == at.to_string())
    {
        return write_list(out, items.values());
    }
    out.push('{');
    for (at, (key, item)) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write_string(out, key);
        out.push(':');
        write_value(out, item);
    }
    out.push('}');
}

fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\u0022"),
            '\'' => out.push_str("\\u0027"),
            '<' => out.push_str("\\u003C"),
            '>' => out.push_str("\\u003E"),
            '&' => out.push_str("\\u0026"),
            '/' => out.push_str("\\/"),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn s1_5_escapes_as_the_portal_does() {
        let value = json!({"a": "<b>\"O'Neil\" & Söhne/1\u{1}", "f": 2.0, "g": 0.25, "e": {}});
        let expected = r#"{"a":"\u003Cb\u003E\u0022O\u0027Neil\u0022 \u0026 Söhne\/1\u0001","f":2,"g":0.25,"e":[]}"#;
        assert_eq!(encode(&value), expected);
    }

    #[test]
    fn s1_5_keys_from_zero_make_a_list() {
        assert_eq!(encode(&json!({"0": 1, "1": 2})), "[1,2]");
        assert_eq!(encode(&json!({"1": 2})), r#"{"1":2}"#);
    }
}
