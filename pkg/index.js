// Entry point for browsers and bundlers: the module's file is found beside this one.

import * as module from "./crm_wasm_bg.js";
import { runtime } from "./runtime.js";

export * from "./crm_wasm_bg.js";
export { CrmError } from "./error.js";

export const { init, connect } = /* @__PURE__ */ runtime(module, () => new URL("./crm_wasm_bg.wasm", import.meta.url));
