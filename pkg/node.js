// Entry point for Node: the WebAssembly module's bytes are read from the file beside this one.

import { readFile } from "node:fs/promises";

import { runtime } from "./client.js";
import * as module from "./crm_wasm_bg.js";

export { CrmError, batch, call, parseEvent } from "./client.js";
export * from "./methods.js";

export const { init, connect } = runtime(module, () => readFile(new URL("./crm_wasm_bg.wasm", import.meta.url)));
