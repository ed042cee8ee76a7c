// The client's JavaScript: what only JavaScript can do. It is built into pkg/client.js.
//
// A call (call.js) takes a copy of its parameters (snapshot.js), has the WebAssembly module (engine.js) check and convert them,
// sends them over its portal's link (link.js, which waits for limits/, goes by transport/ and tries again by retry.js) and has the
// module convert the answer (answer.js). What fails becomes a CrmError (error.js). connect/ makes portals, with placement/ in a
// frame; batch/, list/ and event/ make of many calls what people want of them.

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
    const opening = connectTo(options);
    opening.catch(() => {});
    try {
      // The portal page may answer meanwhile.
      await init();
    } catch (error) {
      opening.then((portal) => portal.close()).catch(() => {});
      throw error;
    }
    return opening;
  };
  return { init, connect };
}
