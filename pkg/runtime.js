// What the entry points share: loading the WebAssembly module once, and connecting.

import { CrmError } from "./error.js";
import { portalOf } from "./portal.js";

/**
 * Gives an entry point its `init` and `connect`.
 *
 * @param module the glue, `crm_wasm_bg.js`
 * @param locate gives the module's place when the user named none: whatever `init` takes
 */
export function runtime(module, locate) {
  module.__wbg_set_wasm(refusal);
  let ready;

  const init = (input) => {
    ready ??= load(module, input ?? locate()).catch((error) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };

  const connect = async (options) => {
    await init();
    return portalOf(module, await module.__connect(options));
  };

  return { init, connect };
}

// Stands in for the module until it is loaded, so that a call made too early says so.
const refusal = new Proxy(
  {},
  {
    get(_, name) {
      throw failure("auth", `${String(name)}: crm-wasm is not ready. Await connect() first.`);
    },
  },
);

async function load(module, input) {
  const source = await fetched(await input);
  const imports = { "./crm_wasm_bg.js": module };
  try {
    const { exports } = await instantiate(source, imports);
    exports.__wbindgen_start(module.__wbg_set_wasm(exports));
  } catch (error) {
    throw compileFailure(error);
  }
}

// An address becomes a response that is known to be good; everything else stays what it is.
async function fetched(input) {
  const address = typeof input === "string" || input instanceof URL;
  let response = input;
  if (address) {
    try {
      response = await fetch(input);
    } catch (error) {
      throw failure("network", `crm-wasm: could not load ${input} (${error.message}).${ADVICE}`);
    }
  }
  if (typeof Response === "function" && response instanceof Response && !response.ok) {
    throw failure("network", `crm-wasm: could not load ${response.url}: HTTP status ${response.status}.${ADVICE}`, response);
  }
  return response;
}

const ADVICE = " Pass the address or the bytes of crm_wasm_bg.wasm to init().";

async function instantiate(source, imports) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source, imports).then((exports) => ({ exports: exports.exports }));
  if (!(typeof Response === "function" && source instanceof Response)) return (await WebAssembly.instantiate(source, imports)).instance;
  // Servers that do not know .wasm send another type, which the streaming way refuses.
  const streams = source.headers.get("content-type")?.startsWith("application/wasm") && WebAssembly.instantiateStreaming;
  const made = streams
    ? WebAssembly.instantiateStreaming(source, imports)
    : WebAssembly.instantiate(await source.arrayBuffer(), imports);
  return (await made).instance;
}

function compileFailure(error) {
  const blocked = /content.security.policy|unsafe-eval|wasm-eval|\bCSP\b/i.test(error.message);
  return failure(
    "protocol",
    blocked
      ? "crm-wasm: the page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src."
      : `crm-wasm: crm_wasm_bg.wasm could not be started (${error.message}).${ADVICE}`,
  );
}

function failure(kind, message, { status = 0 } = {}) {
  return new CrmError(message, { kind, status, retryable: kind === "network" });
}
