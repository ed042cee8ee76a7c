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

/// The wire's names of all methods, one a line, in the order of their rows.
#[wasm_bindgen(js_name = __names, skip_typescript)]
pub fn names() -> String {
    engine::names()
}

/// What a method does and how it pages, as JSON.
#[wasm_bindgen(js_name = __facts, skip_typescript)]
pub fn facts(row: usize) -> String {
    method(row).map(engine::facts).unwrap_or_default()
}

/// The value of an answer as JSON, after what it has cost; or `!` and why there is none, as JSON.
#[wasm_bindgen(js_name = __decode, skip_typescript)]
pub fn decode(row: usize, status: u16, answer: &[u8], raw: bool) -> String {
    marked(engine::decode(method(row), status, answer, raw))
}

/// The parts of a batch's answer as JSON; or `!` and why there are none, as JSON. A command's number is twice its row's, and
/// one more where its result stays raw.
#[wasm_bindgen(js_name = __decode_batch, skip_typescript)]
pub fn decode_batch(commands: &[i32], status: u16, answer: &[u8]) -> String {
    let commands: Vec<_> = commands.iter().map(|number| command(*number)).collect();
    marked(engine::decode_batch(&commands, status, answer))
}

fn command(number: i32) -> (Option<&'static Method>, bool) {
    let row = usize::try_from(number >> 1).ok();
    (row.and_then(method), number & 1 == 1)
}

fn marked(read: Result<String, String>) -> String {
    read.unwrap_or_else(|mut refusal| {
        refusal.insert(0, '!');
        refusal
    })
}

/// An event's data by its declaration.
#[wasm_bindgen(js_name = __event_data, skip_typescript)]
pub fn event_data(name: &str, json: &str) -> String {
    engine::event_data(name, json)
}
