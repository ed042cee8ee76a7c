// Generated from spec/ by `cargo run -p codegen -- generate`. Do not edit by hand.

import { all, event, method } from "./client.js";

export const demoCardAdd = /* @__PURE__ */ method("demoCardAdd");
export const demoCardBind = /* @__PURE__ */ method("demoCardBind");
export const demoCardItemsGet = /* @__PURE__ */ method("demoCardItemsGet");
export const demoCardList = /* @__PURE__ */ method("demoCardList");
export const demoCardLogList = /* @__PURE__ */ method("demoCardLogList");
export const demoCardUpdate = /* @__PURE__ */ method("demoCardUpdate");
export const type = /* @__PURE__ */ method("type");

export const demoCardListAll = /* @__PURE__ */ all("demoCardList", "ID", "items", true);
export const demoCardLogListAll = /* @__PURE__ */ all("demoCardLogList");

export const onDemoCardAdd = /* @__PURE__ */ event("onDemoCardAdd");
