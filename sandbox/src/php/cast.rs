//! PHP's casts, and arrays seen as PHP sees them.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// `(int)$value`: the number a text begins with, 1 for a non-empty array, 0 for what is none.
pub fn int(value: &Value) -> i64 {
    match value {
        Value::Bool(yes) => i64::from(*yes),
        Value::Number(number) => number.as_i64().unwrap_or_else(|| truncate(float(value))),
        Value::String(text) => int_prefix(text),
        Value::Array(items) => i64::from(!items.is_empty()),
        Value::Object(items) => i64::from(!items.is_empty()),
        Value::Null => 0,
    }
}

/// `(float)$value`.
pub fn float(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().unwrap_or_default(),
        Value::String(text) => number_prefix(text).parse().unwrap_or_default(),
        #[expect(clippy::cast_precision_loss, reason = "the rest casts to 0 or 1")]
        other => int(other) as f64,
    }
}

/// `(string)$value`; an array has no text.
pub fn text(value: &Value) -> String {
    match value {
        Value::Bool(true) => "1".into(),
        Value::Number(number) if number.is_f64() => {
            number_text(number.as_f64().unwrap_or_default())
        }
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

/// `(bool)$value`: everything but `false`, 0, `""`, `"0"`, null and the empty array.
pub fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(yes) => *yes,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty() && text != "0",
        Value::Array(items) => !items.is_empty(),
        Value::Object(items) => !items.is_empty(),
    }
}

/// Whether the portal reads `value` as "Y".
pub fn is_yes(value: &Value) -> bool {
    matches!(value, Value::Bool(true)) || text(value).eq_ignore_ascii_case("Y")
}

/// Whether `value` is a PHP array.
pub fn is_array(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

/// The members of an array with their keys; none for a scalar.
pub fn entries(value: &Value) -> Vec<(Cow<'_, str>, &Value)> {
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(key, item)| (key.to_string().into(), item))
            .collect(),
        Value::Object(items) => items
            .iter()
            .map(|(key, item)| (Cow::from(key.as_str()), item))
            .collect(),
        _ => Vec::new(),
    }
}

/// The members of an array without their keys; none for a scalar.
pub fn values(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(items) => items.values().collect(),
        _ => Vec::new(),
    }
}

/// The member of that key, null where there is none.
pub fn member<'a>(value: &'a Value, key: &str) -> &'a Value {
    const NULL: &Value = &Value::Null;
    match value {
        Value::Object(items) => items.get(key).unwrap_or(NULL),
        Value::Array(items) => key
            .parse()
            .ok()
            .and_then(|at: usize| items.get(at))
            .unwrap_or(NULL),
        _ => NULL,
    }
}

/// Turns decoded JSON into PHP arrays: maps with the keys 0..n-1 are lists, an empty map too.
pub fn normalise(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(normalise).collect()),
        Value::Object(items) => array_from(
            items
                .into_iter()
                .map(|(key, item)| (key, normalise(item)))
                .collect(),
        ),
        scalar => scalar,
    }
}

/// The array of these members: a list when its keys are 0..n-1 in this order.
pub fn array_from(items: Map<String, Value>) -> Value {
    let is_list = items
        .keys()
        .enumerate()
        .all(|(at, key)| *key == at.to_string());
    if is_list {
        Value::Array(items.into_iter().map(|(_, item)| item).collect())
    } else {
        Value::Object(items)
    }
}

/// A float as PHP prints it: without a fraction when it has none.
pub fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

fn int_prefix(text: &str) -> i64 {
    let prefix = number_prefix(text);
    prefix
        .parse()
        .unwrap_or_else(|_| truncate(prefix.parse().unwrap_or_default()))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "this is the cast, and it saturates"
)]
fn truncate(number: f64) -> i64 {
    number as i64
}

/// The part of `text` that is a number: `"5abc"` gives `5`, `" -1.5e3x"` gives `-1.5e3`.
fn number_prefix(text: &str) -> &str {
    let text = text.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut end = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let whole = digits(end);
    end += whole;
    let mut fraction = 0;
    if bytes.get(end) == Some(&b'.') {
        fraction = digits(end + 1);
        if whole + fraction > 0 {
            end += 1 + fraction;
        }
    }
    if whole + fraction == 0 {
        return "";
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn int_takes_what_a_text_begins_with() {
        let cases = [
            (json!("5abc"), 5),
            (json!(" 12"), 12),
            (json!("-3.9"), -3),
            (json!("1e3"), 1000),
            (json!("abc"), 0),
            (json!("+"), 0),
            (json!([0]), 1),
            (json!([]), 0),
            (json!(true), 1),
            (json!(2.9), 2),
        ];
        for (value, expected) in cases {
            assert_eq!(int(&value), expected, "{value}");
        }
    }

    #[test]
    fn a_map_with_the_keys_of_a_list_is_one() {
        assert_eq!(normalise(json!({"0": "a", "1": {}})), json!(["a", []]));
        assert_eq!(
            normalise(json!({"1": "a", "0": "b"})),
            json!({"1": "a", "0": "b"})
        );
    }
}
