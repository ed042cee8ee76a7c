// Entry point for Node: the module's bytes are read from the file beside this one.

import { readFile } from "node:fs/promises";

import * as module from "./crm_wasm_bg.js";
import { runtime } from "./runtime.js";

export * from "./crm_wasm_bg.js";
export { CrmError } from "./error.js";

export const { init, connect } = runtime(module, () => readFile(new URL("./crm_wasm_bg.wasm", import.meta.url)));
