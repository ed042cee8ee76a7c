//! References to what earlier commands answered: `$result[lead][ID]`.
//!
//! A reference reaches from its dollar to the next blank; what is glued to its last bracket is
//! lost. Its brackets are walked for as long as there is something: a part that is missing or null
//! ends the walk, and what was reached by then is the value.

use serde_json::Value;

use crate::php::cast;

const KINDS: [&str; 5] = ["result", "next", "total", "time", "error"];

/// The value with references to `answers` replaced, at any depth. Keys stay as they are.
pub fn fill(value: Value, answers: &Value) -> Value {
    match value {
        Value::String(text) => fill_text(text, answers),
        Value::Array(items) => items.into_iter().map(|item| fill(item, answers)).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(key, member)| (key, fill(member, answers)))
            .collect(),
        scalar => scalar,
    }
}

fn fill_text(text: String, answers: &Value) -> Value {
    let found = find(&text);
    if let [only] = found[..]
        && only.len() == text.len()
    {
        return resolve(only, answers).into_value();
    }
    let mut filled = text.clone();
    for reference in found {
        // Inside a text only numbers and texts have a place.
        let value = resolve(reference, answers).into_value();
        if value.is_number() || value.is_string() {
            filled = filled.replace(reference, &cast::text(&value));
        }
    }
    Value::String(filled)
}

/// Every reference in the text, from its dollar to the next blank.
fn find(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        rest = &rest[at..];
        let end = rest
            .find(|letter: char| letter.is_ascii_whitespace() || letter == '\u{b}')
            .unwrap_or(rest.len());
        if is_reference(&rest[..end]) {
            found.push(&rest[..end]);
            rest = &rest[end..];
        } else {
            rest = &rest[1..];
        }
    }
    found
}

fn is_reference(run: &str) -> bool {
    kind(run).is_some() && !parts(run).is_empty()
}

/// The kind as it is written: it is recognised in any case.
fn kind(run: &str) -> Option<&str> {
    let name = &run[1..];
    KINDS
        .iter()
        .filter_map(|kind| name.get(..kind.len()))
        .zip(KINDS)
        .find(|(written, kind)| written.eq_ignore_ascii_case(kind))
        .map(|(written, _)| written)
}

/// What stands in its brackets.
fn parts(run: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = run;
    while let Some((_, inside)) = rest.split_once('[') {
        let Some((part, after)) = inside.split_once(']') else {
            break;
        };
        if !part.is_empty() {
            parts.push(part);
        }
        rest = after;
    }
    parts
}

/// How far a walk has come.
enum Reached<'a> {
    Value(&'a Value),
    Letter(String),
}

impl Reached<'_> {
    /// PHP's array of it: maps with a list's keys are lists.
    fn into_value(self) -> Value {
        match self {
            Self::Value(value) => cast::normalise(value.clone()),
            Self::Letter(letter) => Value::String(letter),
        }
    }
}

fn resolve<'a>(reference: &str, answers: &'a Value) -> Reached<'a> {
    // Kinds are looked up as they are written, so `$RESULT[a]` finds nothing to walk into.
    let mut reached = Reached::Value(answers);
    for part in kind(reference).into_iter().chain(parts(reference)) {
        let Some(next) = step(&reached, part) else {
            break;
        };
        reached = next;
    }
    reached
}

/// PHP's `isset($value[$part])`, and the member if it is.
fn step<'a>(reached: &Reached<'a>, part: &str) -> Option<Reached<'a>> {
    match reached {
        Reached::Value(Value::String(text)) => letter(text, part),
        Reached::Letter(text) => letter(text, part),
        Reached::Value(value) => {
            let member = cast::member(value, part);
            (!member.is_null()).then_some(Reached::Value(member))
        }
    }
}

/// The letter of a text at that place, counted from its end when negative. PHP counts bytes.
fn letter<'a>(text: &str, part: &str) -> Option<Reached<'a>> {
    let at: i64 = part
        .parse()
        .ok()
        .filter(|at: &i64| at.to_string() == part)?;
    let at = if at < 0 {
        i64::try_from(text.len()).ok()? + at
    } else {
        at
    };
    let byte = text.as_bytes().get(usize::try_from(at).ok()?)?;
    Some(Reached::Letter(
        String::from_utf8_lossy(&[*byte]).into_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answers() -> Value {
        json!({
            "result": {
                "add": 7,
                "lead": { "ID": "12", "TITLE": "Call", "COMPANY_ID": null },
                "list": [{ "ID": "3" }, { "ID": "4" }],
                "done": true,
            },
            "error": { "bad": { "error": "", "error_description": "Not found" } },
            "total": { "list": 2 },
            "next": {},
            "time": {},
        })
    }

    #[test]
    fn s2_a_whole_value_takes_any_type() {
        let all = answers();
        let cases = [
            ("$result[add]", json!(7)),
            ("$result[lead][ID]", json!("12")),
            ("$result[list][1][ID]", json!("4")),
            ("$result[list]", json!([{ "ID": "3" }, { "ID": "4" }])),
            ("$result[done]", json!(true)),
            ("$total[list]", json!(2)),
            ("$error[bad][error_description]", json!("Not found")),
            ("$Result[lead][ID]", all.clone()),
        ];
        for (text, expected) in cases {
            let expected = cast::normalise(expected);
            assert_eq!(fill(json!(text), &all), expected, "{text}");
        }
    }

    #[test]
    fn s2_the_walk_stops_at_what_is_missing_or_null() {
        let all = answers();
        let cases = [
            ("$result[lead][NOPE]", all["result"]["lead"].clone()),
            ("$result[lead][COMPANY_ID]", all["result"]["lead"].clone()),
            ("$result[lead][NOPE][ID]", all["result"]["lead"].clone()),
            ("$result[add][ID]", json!(7)),
            ("$result[nokey]", all["result"].clone()),
            ("$next[list]", json!([])),
            ("$result[lead][TITLE][0]", json!("C")),
            ("$result[lead][TITLE][-1]", json!("l")),
            ("$result[lead][TITLE][0][0][1]", json!("C")),
            ("$result[lead][TITLE][x]", json!("Call")),
        ];
        for (text, expected) in cases {
            assert_eq!(fill(json!(text), &all), expected, "{text}");
        }
    }

    #[test]
    fn s2_the_run_to_the_next_blank_is_the_reference() {
        let all = answers();
        let cases = [
            ("$result[lead][ID],x", json!("12")),
            ("$result[lead][ID],x y", json!("12 y")),
            (
                "Lead $result[lead][ID] of $total[list]",
                json!("Lead 12 of 2"),
            ),
            ("a$result[add]", json!("a7")),
        ];
        for (text, expected) in cases {
            assert_eq!(fill(json!(text), &all), expected, "{text}");
        }
    }

    #[test]
    fn s2_what_is_no_reference_stays() {
        let all = answers();
        for text in [
            "$result",
            "$result add",
            "$results",
            "$other[add]",
            "$result[]",
            "$result[add",
            "5 $",
            "x $result[lead] y",
            "x $result[done] y",
        ] {
            assert_eq!(fill(json!(text), &all), json!(text));
        }
    }

    #[test]
    fn s2_values_at_any_depth_but_no_keys() {
        let filled = fill(
            json!({ "$result[add]": [{ "a": "$result[add]" }] }),
            &answers(),
        );
        assert_eq!(filled, json!({ "$result[add]": [{ "a": 7 }] }));
    }
}
