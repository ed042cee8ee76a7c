// Entry point for bundlers that lose assets: the WebAssembly module's bytes are in a script.

import { runtime } from "./client.js";
import * as module from "./crm_wasm_bg.js";
import bytes from "./crm_wasm_bg.inline.js";

export { CrmError, batch, call, parseEvent } from "./client.js";
export * from "./methods.js";

export const { init, connect } = runtime(module, () => bytes);
