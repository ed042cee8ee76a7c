// Generated from spec/ by `cargo run -p codegen -- generate`. Do not edit by hand.

import { all, event, method } from "./client.js";

export const demoCardAdd = /* @__PURE__ */ method("demo.card.add");
export const demoCardBind = /* @__PURE__ */ method("demo.card.bind");
export const demoCardItemsGet = /* @__PURE__ */ method("demo.card.items.get");
export const demoCardList = /* @__PURE__ */ method("demo.card.list");
export const demoCardLogList = /* @__PURE__ */ method("demo.card.log.list");
export const demoCardUpdate = /* @__PURE__ */ method("demo.card.update");
export const type = /* @__PURE__ */ method("type");

export const demoCardListAll = /* @__PURE__ */ all("demo.card.list", "ID", "items", true);
export const demoCardLogListAll = /* @__PURE__ */ all("demo.card.log.list");

export const onDemoCardAdd = /* @__PURE__ */ event("ONDEMOCARDADD", "onDemoCardAdd");
