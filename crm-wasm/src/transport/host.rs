//! What is used of the JavaScript around the module, where `js-sys` and `web-sys` would insist on a window.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::RequestInit;

#[wasm_bindgen]
extern "C" {
    /// The host's `fetch`, looked up at each call: pages and tests replace it.
    #[wasm_bindgen(js_name = fetch)]
    pub fn fetch(url: &str, init: &RequestInit) -> Promise;

    /// Gives a number in browsers, an object in Node.
    #[wasm_bindgen(js_name = setTimeout)]
    pub fn set_timeout(closure: &Function, milliseconds: u32) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    pub fn clear_timeout(timer: &JsValue);

    /// The kind of an object in brackets, `[object Map]`; right for objects of other frames too, unlike `instanceof`.
    #[wasm_bindgen(js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    pub fn tag(value: &JsValue) -> String;

    /// The frame's window.
    pub type Window;

    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Option<Window>;

    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Window) -> JsValue;

    #[wasm_bindgen(method, getter)]
    pub fn parent(this: &Window) -> Parent;

    #[wasm_bindgen(method, js_name = addEventListener)]
    pub fn add_event_listener(this: &Window, event: &str, listener: &Function);

    #[wasm_bindgen(method, js_name = removeEventListener)]
    pub fn remove_event_listener(this: &Window, event: &str, listener: &Function);

    /// The window of the page that embeds the frame.
    pub type Parent;

    #[wasm_bindgen(method, catch, js_name = postMessage)]
    pub fn post_message(this: &Parent, message: &JsValue, origin: &str) -> Result<(), JsValue>;
}

/// The window; none outside a page.
pub fn window() -> Option<Window> {
    WINDOW.with(|window| window.as_ref().map(|it| JsValue::from(it).unchecked_into()))
}
