// Generated from spec/ by `cargo run -p codegen -- generate`. Do not edit by hand.

import { all, event, method } from "./client.js";

export const demoCardAdd = /* @__PURE__ */ method(0, "demo.card.add");
export const demoCardBind = /* @__PURE__ */ method(1, "demo.card.bind");
export const demoCardItemsGet = /* @__PURE__ */ method(2, "demo.card.items.get");
export const demoCardList = /* @__PURE__ */ method(3, "demo.card.list");
export const demoCardLogList = /* @__PURE__ */ method(4, "demo.card.log.list");
export const demoCardUpdate = /* @__PURE__ */ method(5, "demo.card.update");
export const type = /* @__PURE__ */ method(6, "type");

export const demoCardListAll = /* @__PURE__ */ all(3, "demo.card.list", "ID", "items", true);
export const demoCardLogListAll = /* @__PURE__ */ all(4, "demo.card.log.list");

export const onDemoCardAdd = /* @__PURE__ */ event("ONDEMOCARDADD", "onDemoCardAdd");
