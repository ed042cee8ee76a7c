//! `parseEvent`: a handler's request body becomes a typed event.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{FormData, UrlSearchParams};

use super::bag::Bag;
use super::throw::crm_error;
use super::{Target, WALKER};
use crate::error::{Failure, Garbage};
use crate::event::{envelope, named, same_token};
use crate::json::Problem;
use crate::snapshot::Snapshot;
use crate::tables::EVENTS;

/// Reads a delivered event. Takes the body as text, as form data, or as the object a framework made of it.
#[wasm_bindgen(js_name = parseEvent, skip_typescript)]
pub fn parse_event(body: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    read(&body, &options).map_err(|failure| crm_error(&Target::outside("parseEvent"), failure, None))
}

fn read(body: &JsValue, options: &JsValue) -> Result<JsValue, Failure> {
    let mut problems = Vec::new();
    let mut bag = Bag::open(options, "options", &["applicationToken"], &mut problems);
    let expected = bag.take("applicationToken", "is not a string", JsValue::as_string);
    let text = text(body, &mut problems);
    let text = text.filter(|_| problems.is_empty()).ok_or(Failure::Validation(problems))?;
    let event = envelope(&text).ok().and_then(|json| JSON::parse(&json).ok()).unwrap_or_default();
    let name = member(&event, "event").as_string().ok_or(no_event())?;
    if let Some(expected) = expected {
        let given = member(&member(&event, "auth"), "application_token").as_string().unwrap_or_default();
        if !same_token(&expected, &given) {
            return Err(Failure::WrongSender);
        }
    }
    type_data(&event, &name).map_err(|_| no_event())?;
    Ok(event)
}

/// Gives an event's data the types that the spec says; of an event nobody declared it stays as it came.
fn type_data(event: &JsValue, name: &str) -> Result<(), JsValue> {
    let Some(row) = named(&EVENTS, name) else { return Ok(()) };
    Reflect::set(event, &"event".into(), &row.name.into())?;
    let data = member(event, "data");
    if !data.is_undefined() {
        let mut typed = String::new();
        let text = String::from(JSON::stringify(&data)?);
        WALKER.decode(&text, &row.data, &mut typed).map_err(|_| JsValue::UNDEFINED)?;
        Reflect::set(event, &"data".into(), &JSON::parse(&typed)?)?;
    }
    Ok(())
}

/// The body as text: a form or JSON.
fn text(body: &JsValue, problems: &mut Vec<Problem>) -> Option<String> {
    if let Some(text) = body.as_string() {
        return Some(text);
    }
    if let Some(form) = body.dyn_ref::<UrlSearchParams>() {
        return Some(String::from(form.to_string()));
    }
    if body.is_instance_of::<FormData>() {
        return flat(body);
    }
    if !body.is_object() {
        let message = "is neither text nor form data nor an object".into();
        problems.push(Problem { path: "body".into(), message });
        return None;
    }
    // Frameworks that do not know PHP's brackets leave them in the names.
    let bracketed = |name: JsValue| name.as_string().is_some_and(|name| name.contains('['));
    if Object::keys(body.unchecked_ref::<Object>()).iter().any(bracketed) { flat(body) } else { Some(Snapshot::of_message(body, problems)) }
}

/// A flat list or record of names and values, written as a form.
fn flat(pairs: &JsValue) -> Option<String> {
    let form = UrlSearchParams::new_with_record_from_str_to_str(pairs.unchecked_ref()).ok()?;
    Some(String::from(form.to_string()))
}

fn member(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn no_event() -> Failure {
    Failure::Garbled { status: 0, what: Garbage::Other("the body holds no event of a portal") }
}
