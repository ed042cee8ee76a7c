//! The module's face: one exported function per method, and under names with two underscores what the client's JavaScript calls.

use crate::schema::Method;
use crate::tables::tables;
use crate::engine;
use wasm_bindgen::JsValue as Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./client.js")]
extern "C" {
    /// The way of a call, `js/call.js`.
    fn run(row: usize, name: &str, label: &str, params: JsValue, options: JsValue) -> Promise;
}

/// Calls the method of a row. Not inlined: it would be, into every exported function.
#[inline(never)]
fn call(row: usize, params: JsValue, options: JsValue) -> Promise {
    let (name, label) = method(row).map_or(("", ""), |method| (method.name, method.js_name));
    run(row, name, label, params, options)
}

fn method(row: usize) -> Option<&'static Method> {
    tables().methods.get(row)
}

/// The row of a method's name, -1 when nobody declared it.
#[wasm_bindgen(js_name = __row, skip_typescript)]
pub fn row(name: &str) -> i32 {
    engine::row(name).and_then(|row| i32::try_from(row).ok()).unwrap_or(-1)
}

/// Parameters as the portal takes them, or a list of problems.
#[wasm_bindgen(js_name = __encode, skip_typescript)]
pub fn encode(row: usize, text: &str) -> String {
    method(row).map(|method| engine::encode(method, text)).unwrap_or_default()
}

/// The value of an answer as JSON; throws the facts of an error as JSON.
#[wasm_bindgen(js_name = __decode, skip_typescript)]
pub fn decode(row: usize, status: u16, answer: &[u8], raw: bool) -> Result<String, JsValue> {
    engine::decode(method(row), status, answer, raw).map_err(JsValue::from)
}

/// The body of a form as JSON.
#[wasm_bindgen(js_name = __form, skip_typescript)]
pub fn form(body: &str) -> String {
    engine::form(body)
}

/// An event's data by its declaration.
#[wasm_bindgen(js_name = __event_data, skip_typescript)]
pub fn event_data(name: &str, json: &str) -> String {
    engine::event_data(name, json)
}

include!(concat!(env!("OUT_DIR"), "/exports.rs"));
