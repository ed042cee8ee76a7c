//! What the client's JavaScript calls: text goes in and text comes out, nothing is kept and nothing waits.

use crate::error::{Meanings, Refusal};
use crate::json::escape::push_string;
use crate::json::{Problem, Walker};
use crate::schema::{Method, Type};
use crate::tables::{ERROR_CODES, ERROR_TEXTS, EVENTS, tables};

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

/// An answer's value as text ready for `JSON.parse`, or why there is none, as JSON.
pub fn decode(
    row: Option<&Method>,
    status: u16,
    answer: &[u8],
    raw: bool,
) -> Result<String, String> {
    value(row, status, answer, raw).map_err(|refusal| {
        let meanings = Meanings {
            codes: &ERROR_CODES,
            texts: &ERROR_TEXTS,
        };
        refusal.to_json(status, &meanings)
    })
}

fn value(row: Option<&Method>, status: u16, answer: &[u8], raw: bool) -> Result<String, Refusal> {
    let answer = answer.strip_prefix(BYTE_ORDER_MARK).unwrap_or(answer);
    match answer.trim_ascii_start().first() {
        None => return Err(Refusal::Empty),
        Some(b'<') => return Err(Refusal::Html),
        Some(_) => {}
    }
    let text = str::from_utf8(answer).map_err(|_| Refusal::NotText)?;
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
    let ty = EVENTS
        .iter()
        .find(|(event, _)| *event == name)
        .map_or(&Type::Any, |(_, ty)| ty);
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
