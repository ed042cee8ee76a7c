// What `crm-wasm/console` puts on the page.

import type * as client from "./index.js";

declare global {
  /** All functions of crm-wasm, for the browser's console. On pages that have a `crm` of their own it is `crm24`. */
  var crm: typeof client & {
    /** The portal that calls go to, once there is one. */
    portal: client.Portal | undefined;
    /** Settles when the connection that is tried at the start is there, or cannot be. */
    ready: Promise<void>;
    /** Prints methods, events and objects that have these words or this name. */
    help(words?: string): void;
  };
}
