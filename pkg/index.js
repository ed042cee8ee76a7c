// Entry point for browsers and bundlers: the WebAssembly module is found beside this file.

import { runtime } from "./client.js";
import * as module from "./crm_wasm_bg.js";

export { CrmError, batch, call, parseEvent } from "./client.js";
export * from "./methods.js";

export const { init, connect } = runtime(module, () => new URL("./crm_wasm_bg.wasm", import.meta.url));
