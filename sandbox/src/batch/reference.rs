//! References to what earlier commands answered: `$result[lead][ID]`.
//!
//! A reference reaches from its dollar to the next blank; what is glued to its last bracket is
//! lost. Its brackets are walked for as long as there is something: a part that is missing or null
//! ends the walk, and what was reached by then is the value.

use std::borrow::Cow;

use serde_json::Value;

use crate::php::cast;

const KINDS: [&str; 5] = ["result", "next", "total", "time", "error"];

/// The value with references to `answers` replaced, at any depth. Keys stay as they are.
pub fn fill(value: Value, answers: &Value) -> Value {
    match value {
        Value::String(text) => fill_text(&text, answers),
        Value::Array(items) => items.into_iter().map(|item| fill(item, answers)).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(key, member)| (key, fill(member, answers)))
            .collect(),
        scalar => scalar,
    }
}

fn fill_text(text: &str, answers: &Value) -> Value {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, reference, after)) = next(rest) {
        let value = resolve(reference, answers);
        if reference.len() == text.len() {
            return value;
        }
        filled.push_str(before);
        // Inside a text only numbers and texts have a place.
        if value.is_number() || value.is_string() {
            filled.push_str(&cast::text(&value));
        } else {
            filled.push_str(reference);
        }
        rest = after;
    }
    filled.push_str(rest);
    Value::String(filled)
}

/// The first reference in the text, from its dollar to the next blank, between what is before and
/// after it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let is_blank = |letter: char| letter.is_ascii_whitespace() || letter == '\u{b}';
    let mut at = 0;
    loop {
        at += text[at..].find('$')?;
        let (before, rest) = text.split_at(at);
        if kind(rest).is_none() {
            at += 1;
            continue;
        }
        let (run, after) = rest.split_at(rest.find(is_blank).unwrap_or(rest.len()));
        if !parts(run).is_empty() {
            return Some((before, run, after));
        }
        // Without a bracket in the run there is no other reference in it either.
        at += run.len();
    }
}

/// The kind as it is written: it is recognised in any case.
fn kind(run: &str) -> Option<&str> {
    let name = &run[1..];
    KINDS.into_iter().find_map(|kind| {
        let written = name.get(..kind.len())?;
        written.eq_ignore_ascii_case(kind).then_some(written)
    })
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

/// What a reference leads to, as PHP's array: maps with a list's keys are lists.
fn resolve(reference: &str, answers: &Value) -> Value {
    // Kinds are looked up as they are written, so `$RESULT[a]` finds nothing to walk into.
    let mut reached = Cow::Borrowed(answers);
    for part in kind(reference).into_iter().chain(parts(reference)) {
        let Some(next) = step(&reached, part) else {
            break;
        };
        reached = next;
    }
    cast::normalise(reached.into_owned())
}

/// PHP's `isset($value[$part])`, and the member if it is. What was taken out of a text is owned.
fn step<'a>(reached: &Cow<'a, Value>, part: &str) -> Option<Cow<'a, Value>> {
    match reached {
        Cow::Borrowed(array) if cast::is_array(array) => {
            let member = cast::member(array, part);
            (!member.is_null()).then_some(Cow::Borrowed(member))
        }
        scalar => letter(scalar.as_str()?, part).map(Cow::Owned),
    }
}

/// The letter of a text at that place, counted from its end when negative. PHP counts bytes.
fn letter(text: &str, part: &str) -> Option<Value> {
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
    Some(String::from_utf8_lossy(&[*byte]).into())
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
            (
                "$result[list] $result[list][0][ID]",
                json!("$result[list] 3"),
            ),
            ("$$result[add]", json!("$7")),
            ("$resulté[add]", json!(7)),
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
