//! What the client's JavaScript calls: text goes in and text comes out, nothing is kept and nothing waits.

use crate::error::{Meanings, Refusal};
use crate::event;
use crate::json::escape::push_string;
use crate::json::{Problem, Walker};
use crate::schema::{Method, Type};
use crate::tables::tables;

/// The position of a method's row by the wire's name.
pub fn row(name: &str) -> Option<usize> {
    tables().methods
        .binary_search_by(|row| row.name.cmp(name))
        .ok()
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
            message: error.to_string(),
        }]),
    }
}

/// An answer's value as text ready for `JSON.parse`, or the facts of the error it holds as JSON.
pub fn decode(
    row: Option<&Method>,
    status: u16,
    answer: &[u8],
    raw: bool,
) -> Result<String, String> {
    let text = String::from_utf8_lossy(answer);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    value(row, status, text, raw).map_err(|refusal| {
        let meanings = Meanings {
            codes: tables().error_codes,
            texts: tables().error_texts,
        };
        meanings.facts(status, &refusal).to_json()
    })
}

fn value(row: Option<&Method>, status: u16, text: &str, raw: bool) -> Result<String, Refusal> {
    match text.trim_ascii_start().bytes().next() {
        None => return Err(Refusal::Empty),
        Some(b'<') => return Err(Refusal::Html),
        Some(_) => {}
    }
    let (ty, list) = row.map_or((&Type::Any, None), |row| (&row.result, row.list.as_ref()));
    let answer = walker()
        .read_answer(text, ty, list, raw)
        .map_err(Refusal::NotJson)?;
    if let Some(code) = answer.error {
        return Err(Refusal::Error {
            code,
            description: answer.error_description.unwrap_or_default(),
        });
    }
    answer
        .value
        .filter(|_| status < 400)
        .ok_or(Refusal::NoResult)
}

/// An event's data, typed by the event's declaration; of an event that nobody declared it stays as it came.
pub fn event_data(name: &str, json: &str) -> String {
    let ty = event::named(tables().events, name).map_or(Type::Any, |event| event.data);
    let mut typed = String::new();
    match walker().decode(json, &ty, &mut typed) {
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
