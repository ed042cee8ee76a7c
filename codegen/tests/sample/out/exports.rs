/// Makes a card.
///
/// Calls `demo.card.add`. Documentation: <https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-add.html>
#[wasm_bindgen(js_name = "demoCardAdd", skip_typescript)]
pub fn demo_card_add(params: JsValue, options: JsValue) -> Promise {
    call(0, params, options)
}
/// Opens a page of an application beside cards.
///
/// Calls `demo.card.bind`. Documentation: <https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-bind.html>
#[wasm_bindgen(js_name = "demoCardBind", skip_typescript)]
pub fn demo_card_bind(params: JsValue, options: JsValue) -> Promise {
    call(1, params, options)
}
/// Reads cards.
///
/// Calls `demo.card.items.get`. Documentation: <https://apidocs.bitrix24.com/api-reference/elsewhere/items.html>
#[wasm_bindgen(js_name = "demoCardItemsGet", skip_typescript)]
pub fn demo_card_items_get(params: JsValue, options: JsValue) -> Promise {
    call(2, params, options)
}
/// Finds cards.
///
/// Calls `demo.card.list`. Documentation: <https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-list.html>
#[wasm_bindgen(js_name = "demoCardList", skip_typescript)]
pub fn demo_card_list(params: JsValue, options: JsValue) -> Promise {
    call(3, params, options)
}
/// Finds cards that were made.
///
/// Calls `demo.card.log.list`. Documentation: <https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-log-list.html>
#[wasm_bindgen(js_name = "demoCardLogList", skip_typescript)]
pub fn demo_card_log_list(params: JsValue, options: JsValue) -> Promise {
    call(4, params, options)
}
/// Changes a card.
///
/// Calls `demo.card.update`. Documentation: <https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-update.html>
#[wasm_bindgen(js_name = "demoCardUpdate", skip_typescript)]
pub fn demo_card_update(params: JsValue, options: JsValue) -> Promise {
    call(5, params, options)
}
/// Reads who calls. Its name is a reserved word in Rust.
///
/// Calls `type`. Documentation: <https://apidocs.bitrix24.com/api-reference/common/type.html>
#[wasm_bindgen(js_name = "type", skip_typescript)]
pub fn type_(params: JsValue, options: JsValue) -> Promise {
    call(6, params, options)
}
