//! What the client's JavaScript calls: text goes in and text comes out, nothing is kept and nothing waits.

use crate::error::{Meanings, Refusal};
use crate::json::escape::push_string;
use crate::json::{Answer, Problem, Shape, Walker};
use crate::schema::{Effect, Method, Type};
use crate::tables::{Tables, tables};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The position of a method's row by the wire's name.
pub fn row(name: &str) -> Option<usize> {
    tables().methods.iter().position(|row| row.name == name)
}

/// A call's parameters as the portal takes them; or what is wrong with them, a list of `{path, message}`.
pub fn encode(row: &Method, text: &str) -> String {
    let mut body = String::new();
    match walker().encode(text, row.params, &mut body) {
        Ok(problems) if problems.is_empty() => body,
        Ok(problems) => list(&problems),
        // The text comes from JSON.stringify.
        Err(error) => list(&[Problem {
            path: "params".into(),
            message: error.text(),
        }]),
    }
}

/// The wire's names of all methods in the order of their rows, one a line.
pub fn names() -> String {
    let mut names = String::new();
    for row in tables().methods {
        names.push_str(if names.is_empty() { "" } else { "\n" });
        names.push_str(row.name);
    }
    names
}

/// What a method does and how it pages, as JSON: `{"effect":"read","list":{"page":"start","key":"ID","selectKey":false}}`.
pub fn facts(row: &Method) -> String {
    let mut json = String::from("{\"effect\":\"");
    json.push_str(match row.effect {
        Effect::Read => "read\"",
        Effect::Write => "write\"",
        Effect::Create => "create\"",
        Effect::Delete => "delete\"",
    });
    if let Some(list) = &row.list {
        json.push_str(",\"list\":{\"page\":");
        push_string(&mut json, list.page);
        json.push_str(",\"key\":");
        push_string(&mut json, list.key);
        json.push_str(",\"selectKey\":");
        json.push_str(if list.select_key { "true}" } else { "false}" });
    }
    json.push('}');
    json
}

/// An answer's value as text ready for `JSON.parse`, or why there is none, as JSON.
///
/// What the call has cost stands before the value, where the portal says it: `~seconds reset_at` and a line feed.
pub fn decode(
    row: Option<&Method>,
    status: u16,
    answer: &[u8],
    raw: bool,
) -> Result<String, String> {
    let shape = shape(row, raw);
    let read = json_text(answer).and_then(|text| {
        let answer = walker().read_answer(text, shape);
        value(status, answer.map_err(Refusal::NotJson)?)
    });
    read.map_err(|refusal| refusal.to_json(status, &meanings()))
}

/// The parts of a batch's answer as [`Walker::read_batch`] gives them, or why there are none, as JSON. The commands have the
/// keys 0, 1, 2…, each its row and whether it is raw.
pub fn decode_batch(
    commands: &[(Option<&Method>, bool)],
    status: u16,
    answer: &[u8],
) -> Result<String, String> {
    let shapes: Vec<_> = commands
        .iter()
        .map(|(row, raw)| shape(*row, *raw))
        .collect();
    let refuse = |answer: Answer<'_>| refusal(answer).to_json(status, &meanings());
    let read = json_text(answer).and_then(|text| {
        let answer = walker().read_batch(text, &shapes, &refuse);
        value(status, answer.map_err(Refusal::NotJson)?)
    });
    read.map_err(|refusal| refusal.to_json(status, &meanings()))
}

fn shape(row: Option<&Method>, raw: bool) -> Shape<'_> {
    let (ty, list) = row.map_or((&Type::Any, None), |row| (&row.result, row.list.as_ref()));
    Shape { ty, list, raw }
}

/// The text of an answer, where it may be JSON.
fn json_text(answer: &[u8]) -> Result<&str, Refusal> {
    let answer = answer.strip_prefix(BYTE_ORDER_MARK).unwrap_or(answer);
    match answer.trim_ascii_start().first() {
        None => return Err(Refusal::Empty),
        Some(b'<') => return Err(Refusal::Html),
        Some(_) => {}
    }
    str::from_utf8(answer).map_err(|_| Refusal::NotText)
}

fn value(status: u16, answer: Answer<'_>) -> Result<String, Refusal> {
    let cost = answer.cost;
    if answer.error.is_some() || answer.value.is_none() || status >= 400 {
        return Err(refusal(answer));
    }
    let mut value = answer.value.unwrap_or_default();
    if cost.is_some() {
        let mut prefix = String::from("~");
        cost.push(&mut prefix, " ");
        prefix.push('\n');
        value.insert_str(0, &prefix);
    }
    Ok(value)
}

/// Why an answer has no value.
fn refusal(answer: Answer<'_>) -> Refusal {
    match answer.error {
        Some(code) => Refusal::Error {
            code,
            description: answer.error_description.unwrap_or_default(),
        },
        None => Refusal::NoResult,
    }
}

/// An event's data, typed by the event's declaration; of an event that nobody declared it stays as it came.
pub fn event_data(name: &str, json: &str) -> String {
    let ty = tables()
        .events
        .iter()
        .find(|event| event.name == name)
        .map_or(&Type::Any, |event| &event.data);
    let mut typed = String::new();
    match walker().decode(json, ty, &mut typed) {
        Ok(()) => typed,
        // The text comes from JSON.stringify.
        Err(_) => json.to_owned(),
    }
}

fn meanings() -> Meanings {
    let Tables { codes, texts, .. } = tables();
    Meanings { codes, texts }
}

fn walker() -> Walker {
    Walker::new(tables().objects)
}

/// Problems as JSON.
fn list(problems: &[Problem]) -> String {
    let mut json = String::new();
    for problem in problems {
        json.push_str(if json.is_empty() {
            "[{\"path\":"
        } else {
            ",{\"path\":"
        });
        push_string(&mut json, &problem.path);
        json.push_str(",\"message\":");
        push_string(&mut json, &problem.message);
        json.push('}');
    }
    json.push(']');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    fn method(name: &str) -> &'static Method {
        row(name).and_then(|row| tables().methods.get(row)).unwrap()
    }

    #[test]
    fn names_stand_in_the_order_of_their_rows() {
        let names = names();
        let rows: Vec<_> = names.lines().map(row).collect();
        assert_eq!(
            rows,
            (0..tables().methods.len()).map(Some).collect::<Vec<_>>()
        );
    }

    #[test]
    fn facts_say_what_a_method_does_and_how_it_pages() {
        let rows = [
            ("crm.lead.get", r#"{"effect":"read"}"#),
            ("crm.lead.add", r#"{"effect":"create"}"#),
            (
                "crm.lead.list",
                r#"{"effect":"read","list":{"page":"start","key":"ID","selectKey":false}}"#,
            ),
            (
                "crm.item.list",
                r#"{"effect":"read","list":{"page":"start","key":"id","selectKey":true}}"#,
            ),
        ];
        for (name, known) in rows {
            assert_eq!(facts(method(name)), known, "{name}");
        }
    }

    #[test]
    fn what_a_call_has_cost_stands_before_its_value() {
        let rows = [
            (
                r#""operating":0.25,"operating_reset_at":1714554600"#,
                "~0.25 1714554600\ntrue",
            ),
            (r#""operating":3"#, "~3 0\ntrue"),
            (r#""operating":0,"operating_reset_at":1714554600"#, "true"),
            (r#""start":1714554600.5"#, "true"),
        ];
        for (time, text) in rows {
            let answer = format!(r#"{{"result":true,"time":{{{time}}}}}"#);
            assert_eq!(
                decode(None, 200, answer.as_bytes(), false).as_deref(),
                Ok(text),
                "{time}"
            );
        }
    }

    #[test]
    fn commands_are_told_why_they_failed_by_the_errors_of_the_spec() {
        let answer = br#"{"result":{"result":[],"result_error":{"1":{"error":"QUERY_LIMIT_EXCEEDED","error_description":"?"}}}}"#;
        let commands = [(None, false), (Some(method("crm.lead.get")), false)];
        let error = r#"{"1":{"retryable":true,"kind":"limit","code":"QUERY_LIMIT_EXCEEDED","description":"?"}}"#;
        let parts = [
            r#"{"value":{},"total":{},"next":{},"error":"#,
            error,
            r#","operating":{}}"#,
        ]
        .concat();
        assert_eq!(decode_batch(&commands, 200, answer), Ok(parts));
        assert!(decode_batch(&commands, 200, b"<html>").is_err());
        assert!(decode_batch(&commands, 502, br#"{"result":[]}"#).is_err());
    }
}
