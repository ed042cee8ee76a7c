//! What the client's JavaScript calls: text goes in and text comes out, nothing is kept and nothing waits.

use crate::error::Meanings;
use crate::json::escape::push_string;
use crate::json::{Problem, Shape, Walker};
use crate::schema::{Effect, Method, Type};
use crate::tables::{Tables, tables};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The position of a method's row by the wire's name.
pub fn row(name: &str) -> Option<usize> {
    tables().methods.iter().position(|row| row.name == name)
}

/// A call's parameters as the portal takes them; or what is wrong with them, a list of `{path, message}`.
pub fn encode(row: &Method, text: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    match walker().encode(text, row.params, &mut body) {
        Ok(problems) if problems.is_empty() => body,
        Ok(problems) => list(&problems),
        // The text comes from JSON.stringify.
        Err(_) => list(&[Problem {
            path: b"params".into(),
            message: b"is no JSON".into(),
        }]),
    }
}

/// The wire's names of all methods in the order of their rows, one a line.
pub fn names() -> Vec<u8> {
    let mut names = Vec::new();
    for row in tables().methods {
        names.extend_from_slice(if names.is_empty() { b"" } else { b"\n" });
        names.extend_from_slice(row.name.as_bytes());
    }
    names
}

/// What a method does and how it pages, as JSON: `{"effect":"read","list":{"rows":"result","page":"start","selectKey":false}}`.
pub fn facts(row: &Method) -> Vec<u8> {
    let mut json = b"{\"effect\":".to_vec();
    let effect = match row.effect {
        Effect::Read => "read",
        Effect::Write => "write",
        Effect::Create => "create",
        Effect::Delete => "delete",
    };
    push_string(&mut json, effect.as_bytes());
    if let Some(list) = &row.list {
        json.extend_from_slice(b",\"list\":{\"rows\":\"");
        for (position, step) in list.rows.iter().enumerate() {
            json.extend_from_slice(if position == 0 { b"" } else { b"." });
            json.extend_from_slice(step.as_bytes());
        }
        json.extend_from_slice(b"\",\"page\":");
        push_string(&mut json, list.page.as_bytes());
        json.extend_from_slice(b",\"selectKey\":");
        json.extend_from_slice(if list.select_key { b"true}" } else { b"false}" });
    }
    json.push(b'}');
    json
}

/// An answer with its result decoded by its method. What is no JSON passes as it came, for `JSON.parse` to say so.
pub fn answer(row: Option<&Method>, text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let text = unmarked(text);
    let read = walker().read_answer(text, shape((row, false)), &mut out);
    read.map_or_else(|_| text.to_owned(), |()| out)
}

/// The answer to a batch with the results of its commands decoded, each by its method unless it is raw. The commands have the
/// keys 0, 1, 2…
pub fn answers(commands: &[Command<'_>], text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
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

fn unmarked(text: &[u8]) -> &[u8] {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// The kind of an error, and a word more where the same call may succeed later.
pub fn classify(status: u16, code: &[u8], description: &[u8]) -> Vec<u8> {
    let Tables { codes, texts, .. } = tables();
    let (kind, retryable) = Meanings { codes, texts }.classify(status, code, description);
    let mut text = Vec::from(kind);
    text.extend_from_slice(if retryable { b" retryable" } else { b"" });
    text
}

/// An event's data, typed by the event's declaration; of an event that nobody declared it stays as it came.
pub fn event_data(name: &[u8], json: &[u8]) -> Vec<u8> {
    let ty = tables()
        .events
        .iter()
        .find(|event| event.name.as_bytes() == name)
        .map_or(&Type::Any, |event| &event.data);
    let mut typed = Vec::new();
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
fn list(problems: &[Problem]) -> Vec<u8> {
    let mut json = Vec::new();
    for problem in problems {
        json.push(if json.is_empty() { b'[' } else { b',' });
        json.extend_from_slice(b"{\"path\":");
        push_string(&mut json, &problem.path);
        json.extend_from_slice(b",\"message\":");
        push_string(&mut json, &problem.message);
        json.push(b'}');
    }
    json.push(b']');
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
        let names = String::from_utf8(names()).unwrap();
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
                r#"{"effect":"read","list":{"rows":"result","page":"start","selectKey":false}}"#,
            ),
            (
                "crm.item.list",
                r#"{"effect":"read","list":{"rows":"result.items","page":"start","selectKey":true}}"#,
            ),
        ];
        for (name, known) in rows {
            let facts = String::from_utf8(facts(method(name))).unwrap();
            assert_eq!(facts, known, "{name}");
        }
    }

    #[test]
    fn errors_mean_what_the_spec_says() {
        assert_eq!(
            classify(503, b"QUERY_LIMIT_EXCEEDED", b""),
            b"limit retryable"
        );
        assert_eq!(classify(400, b"", b"Not found"), b"notFound");
    }

    #[test]
    fn what_is_no_json_passes_as_it_came() {
        let lead = Some(method("crm.lead.get"));
        for text in ["", "<html>", r#"{"result":{"ID":"7""#] {
            let text = text.as_bytes();
            assert_eq!(answer(lead, text), text);
            assert_eq!(answers(&[(lead, false)], text), text);
        }
        assert_eq!(
            answer(lead, "\u{feff}{\"result\":{\"ID\":\"7\"}}".as_bytes()),
            br#"{"result":{"ID":7}}"#
        );
    }
}
