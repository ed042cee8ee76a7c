//! A call from the exported function to the promise's value.

mod bag;
mod connect;
mod options;
mod parse_event;
mod placement;
mod portal;
mod throw;

use std::borrow::Cow;
use std::rc::Rc;

use js_sys::{JSON, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::error::{Failure, Garbage};
use crate::json::{Answer, Problem, Walker};
use crate::schema::{Method, Type};
use crate::snapshot::Snapshot;
use crate::tables::{METHODS, OBJECTS};
use crate::transport::deadline::Deadline;
use crate::transport::http::Reply;
use options::CallOptions;
use portal::Portal;
use throw::crm_error;

/// Knows the objects of the spec.
pub const WALKER: Walker = Walker::new(&OBJECTS);

/// What is called, and how messages name it.
pub struct Target {
    /// The wire's name.
    method: Cow<'static, str>,
    /// The name the caller wrote.
    label: Cow<'static, str>,
    /// The method's row; none for a method that nobody declared.
    row: Option<&'static Method>,
}

impl Target {
    /// What is no method of the portal: `connect`, `parseEvent`.
    pub const fn outside(label: &'static str) -> Self {
        Self { method: Cow::Borrowed(""), label: Cow::Borrowed(label), row: None }
    }
}

/// Calls the method of a row. What every generated export does.
pub fn call(method: usize, params: JsValue, options: JsValue) -> Promise {
    let target = METHODS.get(method).map_or(Target::outside("call"), |row| Target {
        method: row.name.into(),
        label: row.js_name.into(),
        row: Some(row),
    });
    start(target, &params, &options, Vec::new())
}

/// Calls a method by the wire's name; one that nobody declared takes and gives everything as it is.
#[wasm_bindgen(js_name = call, skip_typescript)]
pub fn call_by_name(name: JsValue, params: JsValue, options: JsValue) -> Promise {
    let name = name.as_string().unwrap_or_default();
    let row = METHODS.binary_search_by(|row| row.name.cmp(name.as_str())).ok().and_then(|place| METHODS.get(place));
    let mut problems = Vec::new();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_')) {
        let message = "is not the name of a method (letters, digits, dots: crm.lead.get)";
        problems.push(Problem { path: "name".into(), message: message.into() });
        return start(Target::outside("call"), &params, &options, problems);
    }
    start(Target { method: name.clone().into(), label: name.into(), row }, &params, &options, problems)
}

/// Reads the arguments at once, so that what the caller changes later does not count; the rest comes with time.
fn start(target: Target, params: &JsValue, options: &JsValue, mut problems: Vec<Problem>) -> Promise {
    let options = CallOptions::read(options, &mut problems);
    let snapshot = Snapshot::of_params(params, &mut problems);
    future_to_promise(async move {
        let portal = options.portal.clone();
        let done = run(&target, options, snapshot, problems).await;
        done.map_err(|failure| crm_error(&target, failure, portal.as_deref()))
    })
}

async fn run(
    target: &Target,
    options: CallOptions,
    snapshot: Snapshot,
    problems: Vec<Problem>,
) -> Result<JsValue, Failure> {
    let deadline = Deadline::start(options.timeout, options.signal).map_err(|_| Failure::Aborted { sent: false })?;
    let text = deadline.until(snapshot.text()).await?;
    let body = encode(target, &text?, problems)?;
    let portal = options.portal.ok_or(Failure::NotConnected)?;
    let reply = portal.send(&target.method, &body, &deadline).await?;
    value(target, &reply, options.raw)
}

/// The parameters as the portal takes them, or everything that is wrong with them.
fn encode(target: &Target, text: &str, mut problems: Vec<Problem>) -> Result<String, Failure> {
    let mut body = String::new();
    if let Some(row) = target.row {
        let found = WALKER.encode(text, row.params, &mut body).unwrap_or_default();
        // Where JavaScript could not say a value, the text has a null: what is said about that is no news.
        let known = problems.len();
        for problem in found {
            let told = problems.iter().take(known).any(|it| problem.path.starts_with(&it.path));
            if !told {
                problems.push(problem);
            }
        }
    } else {
        body.push_str(text);
    }
    if problems.is_empty() { Ok(body) } else { Err(Failure::Validation(problems)) }
}

/// The answer's value, or the error it holds.
fn value(target: &Target, reply: &Reply, raw: bool) -> Result<JsValue, Failure> {
    let status = reply.status;
    let garbled = |what| Failure::Garbled { status, what };
    let answer = read(target, &reply.text, raw).map_err(garbled)?;
    if let Some(code) = answer.error {
        let description = answer.error_description.unwrap_or_default();
        return Err(Failure::Refused { status, code, description });
    }
    if status >= 400 {
        return Err(garbled(Garbage::NoResult));
    }
    let text = answer.value.ok_or_else(|| garbled(Garbage::NoResult))?;
    JSON::parse(&text).map_err(|_| garbled(Garbage::NoResult))
}

fn read(target: &Target, text: &str, raw: bool) -> Result<Answer, Garbage> {
    match text.trim_start().chars().next() {
        None => return Err(Garbage::Empty),
        Some('<') => return Err(Garbage::Html),
        Some(_) => {}
    }
    let (ty, list) = target.row.map_or((&Type::Any, None), |row| (&row.result, row.list.as_ref()));
    WALKER.read_answer(text, ty, list, raw).map_err(Garbage::NotJson)
}

/// Whether an answer says that the token has expired.
pub fn says_expired(reply: &Reply) -> bool {
    let code = || WALKER.read_answer(&reply.text, &Type::Any, None, true).ok()?.error;
    reply.status == 401 && code().is_some_and(|code| code.eq_ignore_ascii_case("expired_token"))
}

/// A portal's connection, shared by its calls.
pub type SharedPortal = Rc<Portal>;
