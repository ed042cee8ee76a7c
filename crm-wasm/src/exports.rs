//! What the module exports: the functions that the client's JavaScript calls.

use crate::engine;
use crate::schema::Method;
use crate::tables::tables;
use wasm_bindgen::prelude::*;

fn method(row: usize) -> Option<&'static Method> {
    tables().methods.get(row)
}

/// The row of a method's name, -1 when nobody declared it.
#[wasm_bindgen(js_name = __row, skip_typescript)]
pub fn row(name: &str) -> i32 {
    engine::row(name)
        .and_then(|row| i32::try_from(row).ok())
        .unwrap_or(-1)
}

/// Parameters as the portal takes them, or a list of problems.
#[wasm_bindgen(js_name = __encode, skip_typescript)]
pub fn encode(row: usize, text: &str) -> String {
    method(row)
        .map(|method| engine::encode(method, text))
        .unwrap_or_default()
}

/// The value of an answer as JSON; or `!` and why there is none, as JSON.
#[wasm_bindgen(js_name = __decode, skip_typescript)]
pub fn decode(row: usize, status: u16, answer: &[u8], raw: bool) -> String {
    engine::decode(method(row), status, answer, raw).unwrap_or_else(|mut refusal| {
        refusal.insert(0, '!');
        refusal
    })
}

/// An event's data by its declaration.
#[wasm_bindgen(js_name = __event_data, skip_typescript)]
pub fn event_data(name: &str, json: &str) -> String {
    engine::event_data(name, json)
}
