// The WebAssembly module: the tables and what converts between JavaScript's JSON and the portal's. It is loaded once.

import { CrmError } from "./error.js";
import { functionsOf } from "./module.js";

const FILE = "crm-wasm: crm_wasm_bg.wasm could not be";
const ADVICE = "Pass its address or its bytes to init().";

let glue;
let locate;
let ready;
let functions;

/**
 * Says where the module is.
 *
 * @param module its glue, crm_wasm_bg.js
 * @param place gives its address or its bytes, for when the application names none
 */
export function use(module, place) {
  glue = module;
  locate = place;
}

/** The functions of the module, for whom it must be loaded. */
export function engine(caller) {
  if (!functions) throw failure("auth", `${caller}: crm-wasm is not ready. Await connect() or init() first.`);
  return functions;
}

let methods;

/** All methods by their functions' names: the row of each, and its name on the wire. */
export function methodsFor(caller) {
  const names = engine(caller).__names();
  methods ??= new Map(names.split("\n").map((name, row) => [functionName(name), [row, name]]));
  return methods;
}

/** The row and the wire's name of a function's method: the module has it, unless it was loaded from another version's file. */
export function methodOf(label, caller = label) {
  const method = methodsFor(caller).get(label);
  if (!method) throw failure("protocol", `${caller}: ${FILE} used, it is of another version of the package. ${ADVICE}`);
  return method;
}

/** As the generator makes function names: crm.lead.get, crmLeadGet. */
function functionName(name) {
  return name.replace(/[._]+(.)/g, (_, letter) => letter.toUpperCase());
}

const facts = new Map();

/**
 * What is known of a method beside its parameters and its result: `{ effect, list }`, where `list` says how it pages:
 * `{ rows, page, selectKey }`, the path to the rows, the parameter that says where a page starts, and whether rows have their key
 * only when it is selected. Of a method that nobody declared, nothing.
 */
export function factsOf(row) {
  if (row < 0) return {};
  if (!facts.has(row)) facts.set(row, JSON.parse(functions.__facts(row)));
  return facts.get(row);
}

/** Loads the module; later calls give the first one's promise, after a failure the next one tries again. */
export function init(input) {
  ready ??= load(input).catch((error) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

async function load(input) {
  const source = await responseOf(await (input ?? locate()));
  try {
    const { exports } = await instantiate(source, { "./crm_wasm_bg.js": glue });
    glue.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    functions = functionsOf(exports);
  } catch (error) {
    throw compileFailure(error);
  }
}

// An address becomes a response that is known to be good; everything else stays what it is.
async function responseOf(input) {
  let response = input;
  if (typeof input === "string" || input instanceof URL) {
    try {
      response = await fetch(input);
    } catch (error) {
      throw failure("network", `${FILE} loaded from ${input} (${error.message}). ${ADVICE}`);
    }
  }
  if (isResponse(response) && !response.ok) {
    const { status, url } = response;
    throw failure("network", `${FILE} loaded from ${url} (HTTP ${status}). ${ADVICE}`, status);
  }
  return response;
}

async function instantiate(source, imports) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source, imports);
  const bytes = isResponse(source) ? undefined : source;
  // Servers that do not know .wasm send another type, which the streaming way refuses.
  const streams =
    !bytes && WebAssembly.instantiateStreaming && source.headers.get("content-type")?.startsWith("application/wasm");
  const made = streams
    ? WebAssembly.instantiateStreaming(source, imports)
    : WebAssembly.instantiate(bytes ?? (await source.arrayBuffer()), imports);
  return (await made).instance;
}

function isResponse(value) {
  return typeof Response === "function" && value instanceof Response;
}

function compileFailure(error) {
  const blocked = /content.security.policy|unsafe-eval|wasm-eval|\bCSP\b/i.test(error.message);
  const text = blocked
    ? "crm-wasm: the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src."
    : `${FILE} started (${error.message}). ${ADVICE}`;
  return failure("protocol", text);
}

function failure(kind, message, status = 0) {
  return new CrmError(message, { kind, status, retryable: kind === "network" });
}
