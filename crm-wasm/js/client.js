// The client's JavaScript: what only JavaScript can do. It is built into pkg/client.js.
//
// A call (call.js) takes a copy of its parameters (snapshot.js), has the WebAssembly module (engine.js) check and convert them,
// sends them to its portal (portal.js, transport/) and has the module convert the answer. What fails becomes a CrmError (error.js).
// connect.js makes portals, event.js reads what a portal delivers to a handler.

import { connectTo } from "./connect/connect.js";
import { init, use } from "./engine.js";

export { batch } from "./batch/batch.js";
export { call, method } from "./call.js";
export { CrmError } from "./error.js";
export { parseEvent } from "./event/parse.js";
export { event } from "./event/poll.js";
export { all } from "./list/all.js";

/**
 * Gives an entry point its `init` and `connect`.
 *
 * @param module the WebAssembly module's glue, crm_wasm_bg.js
 * @param place gives the module's address or bytes, for when the application names none
 */
export function runtime(module, place) {
  use(module, place);
  const connect = async (options) => {
    await init();
    return connectTo(options);
  };
  return { init, connect };
}
