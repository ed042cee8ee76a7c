//! What a portal's `placement` can do; `portal.js` gives these functions their names.

use std::rc::Rc;

use js_sys::{Function, JSON, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::bag::{Bag, MILLISECONDS, milliseconds};
use super::options::signal;
use super::portal::numbered;
use super::throw::crm_error;
use super::{SharedPortal, Target};
use crate::error::Failure;
use crate::json::Problem;
use crate::snapshot::Snapshot;
use crate::transport::body::quote;
use crate::transport::deadline::Deadline;
use crate::transport::frame::Frame;
use crate::transport::token::FRAME_TIMEOUT;

/// Sends a command and gives its answer.
#[wasm_bindgen(js_name = __frame_call, skip_typescript)]
pub fn frame_call(id: u32, command: JsValue, params: JsValue, options: JsValue) -> Promise {
    let mut problems = Vec::new();
    let message = Message::read(&command, &params, &mut problems);
    let mut bag = Bag::open(&options, "options", &["timeout", "signal"], &mut problems);
    let timeout = bag.take("timeout", MILLISECONDS, milliseconds).unwrap_or(Some(FRAME_TIMEOUT));
    let signal = bag.take("signal", "is not an AbortSignal", signal);
    future_to_promise(async move {
        let portal = numbered(id);
        let work = async {
            let deadline = Deadline::start(timeout, signal).map_err(|_| Failure::Aborted { sent: false })?;
            let (portal, frame) = connected(portal.as_ref())?;
            portal.attend(&deadline);
            let message = message.checked(problems)?;
            frame.ask(&message.command, &message.json, &deadline).await
        };
        let json = work.await.map_err(|failure| crm_error(&Target::outside("placement.call"), failure, portal.as_deref()))?;
        Ok(JSON::parse(&json).unwrap_or(JsValue::UNDEFINED))
    })
}

/// Sends a command that has no answer.
#[wasm_bindgen(js_name = __frame_send, skip_typescript)]
pub fn frame_send(id: u32, command: JsValue, params: JsValue) -> Result<(), JsValue> {
    let mut problems = Vec::new();
    let message = Message::read(&command, &params, &mut problems);
    let portal = numbered(id);
    let work = || {
        let (_, frame) = connected(portal.as_ref())?;
        let message = message.checked(problems)?;
        frame.tell(&message.command, &message.json)
    };
    work().map_err(|failure| crm_error(&Target::outside("placement.send"), failure, portal.as_deref()))
}

/// Hears an event; gives what `__frame_off` takes.
#[wasm_bindgen(js_name = __frame_on, skip_typescript)]
pub fn frame_on(id: u32, event: JsValue, listener: Function) -> Result<JsValue, JsValue> {
    let portal = numbered(id);
    let work = || {
        let (_, frame) = connected(portal.as_ref())?;
        let name = event.as_string().ok_or_else(|| wrong("event", "is not a string"))?;
        let mut json = "{\"event\":".to_owned();
        quote(&name, &mut json);
        json.push('}');
        frame.hear(&json, listener)
    };
    work().map(JsValue::from).map_err(|failure| crm_error(&Target::outside("placement.on"), failure, portal.as_deref()))
}

/// Stops hearing an event.
#[wasm_bindgen(js_name = __frame_off, skip_typescript)]
pub fn frame_off(id: u32, callback: JsValue) {
    let portal = numbered(id);
    if let (Some(frame), Some(callback)) = (portal.as_ref().and_then(|it| it.frame()), callback.as_string()) {
        frame.forget(&callback);
    }
}

/// A command and its parameters.
struct Message {
    command: String,
    json: String,
}

impl Message {
    fn read(command: &JsValue, params: &JsValue, problems: &mut Vec<Problem>) -> Self {
        let name = command.as_string().filter(|name| !name.is_empty());
        if name.is_none() {
            problems.push(Problem { path: "command".into(), message: "is not the name of a command".into() });
        }
        let json = if params.is_undefined() { String::new() } else { Snapshot::of_message(params, problems) };
        Self { command: name.unwrap_or_default(), json }
    }

    fn checked(self, problems: Vec<Problem>) -> Result<Self, Failure> {
        if problems.is_empty() { Ok(self) } else { Err(Failure::Validation(problems)) }
    }
}

fn connected(portal: Option<&SharedPortal>) -> Result<(&SharedPortal, &Rc<Frame>), Failure> {
    let portal = portal.ok_or(Failure::NotConnected)?;
    Ok((portal, portal.frame().ok_or(Failure::NotConnected)?))
}

fn wrong(path: &str, message: &str) -> Failure {
    Failure::Validation(vec![Problem { path: path.into(), message: message.into() }])
}
