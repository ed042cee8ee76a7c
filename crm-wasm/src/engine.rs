//! What the client's JavaScript calls: text goes in and text comes out, nothing is kept and nothing waits.

use crate::error::Meanings;
use crate::json::escape::push_string;
use crate::json::{Problem, Shape, Walker};
use crate::schema::{Effect, Method, Type};
use crate::tables::{Tables, tables};

const BYTE_ORDER_MARK: char = '\u{feff}';

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
        Err(_) => list(&[Problem {
            path: "params".into(),
            message: "is no JSON".into(),
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

/// What a method does and how it pages, as JSON: `{"effect":"read","list":{"rows":"result","page":"start","key":"ID",
/// "selectKey":false}}`.
pub fn facts(row: &Method) -> String {
    let mut json = String::from("{\"effect\":\"");
    json.push_str(match row.effect {
        Effect::Read => "read\"",
        Effect::Write => "write\"",
        Effect::Create => "create\"",
        Effect::Delete => "delete\"",
    });
    if let Some(list) = &row.list {
        json.push_str(",\"list\":{\"rows\":\"");
        for (position, step) in list.rows.iter().enumerate() {
            json.push_str(if position == 0 { "" } else { "." });
            json.push_str(step);
        }
        json.push_str("\",\"page\":");
        push_string(&mut json, list.page);
        json.push_str(",\"key\":");
        push_string(&mut json, list.key);
        json.push_str(",\"selectKey\":");
        json.push_str(if list.select_key { "true}" } else { "false}" });
    }
    json.push('}');
    json
}

/// An answer with its result decoded by its method. What is no JSON passes as it came, for `JSON.parse` to say so.
pub fn answer(row: Option<&Method>, text: &str) -> String {
    let mut out = String::new();
    let text = unmarked(text);
    let read = walker().read_answer(text, shape((row, false)), &mut out);
    read.map_or_else(|_| text.to_owned(), |()| out)
}

/// The answer to a batch with the results of its commands decoded, each by its method unless it is raw. The commands have the
/// keys 0, 1, 2…
pub fn answers(commands: &[Command<'_>], text: &str) -> String {
    let mut out = String::new();
    let text = unmarked(text);
    let shapes: Vec<_> = commands.iter().copied().map(shape).collect();
    let read = walker().read_batch(text, &shapes, &mut out);
    read.map_or_else(|_| text.to_owned(), |()| out)
}

/// A command's method, where it is declared, and whether its result stays as the wire has it.
pub type Command<'r> = (Option<&'r Method>, bool);

fn shape((row, raw): Command<'_>) -> Shape<'_> {
    let (ty, list) = row.map_or((&Type::Any, None), |row| (&row.result, row.list.as_ref()));
    Shape { ty, list, raw }
}

fn unmarked(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// The kind of an error, and a word more where the same call may succeed later.
pub fn classify(status: u16, code: &str, description: &str) -> String {
    let Tables { codes, texts, .. } = tables();
    let (kind, retryable) = Meanings { codes, texts }.classify(status, code, description);
    let mut text = String::from(kind);
    text.push_str(if retryable { " retryable" } else { "" });
    text
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
                r#"{"effect":"read","list":{"rows":"result","page":"start","key":"ID","selectKey":false}}"#,
            ),
            (
                "crm.item.list",
                r#"{"effect":"read","list":{"rows":"result.items","page":"start","key":"id","selectKey":true}}"#,
            ),
        ];
        for (name, known) in rows {
            assert_eq!(facts(method(name)), known, "{name}");
        }
    }

    #[test]
    fn errors_mean_what_the_spec_says() {
        assert_eq!(classify(503, "QUERY_LIMIT_EXCEEDED", ""), "limit retryable");
        assert_eq!(classify(400, "", "Not found"), "notFound");
    }

    #[test]
    fn what_is_no_json_passes_as_it_came() {
        let lead = Some(method("crm.lead.get"));
        for text in ["", "<html>", r#"{"result":{"ID":"7""#] {
            assert_eq!(answer(lead, text), text);
            assert_eq!(answers(&[(lead, false)], text), text);
        }
        assert_eq!(
            answer(lead, "\u{feff}{\"result\":{\"ID\":\"7\"}}"),
            r#"{"result":{"ID":7}}"#
        );
    }
}
