// pkg/console.js, one script for a browser's console: puts `crm` on the page, connects, and says what one can do.

import * as client from "../../../pkg/inline.js";
import { failure, greeting } from "./greeting.js";
import { help } from "./help.js";

/** Known by this: a second paste replaces the first. */
const OURS = Symbol.for("crm-wasm.console");

const taken = "crm" in globalThis && !globalThis.crm?.[OURS];
const name = taken ? "crm24" : "crm";

const crm = {
  ...client,
  [OURS]: true,
  /** The portal that calls go to, once there is one. */
  portal: undefined,
  /** Connects to another portal, or to this one when it did not work at first. */
  async connect(options) {
    const portal = await client.connect(options);
    if (!this.portal) use(portal);
    return portal;
  },
  /** Finds methods by words and shows them. */
  help: (asked) => console.log(help(typeof asked === "function" ? nameOf(asked) : asked, name)),
};

/** A function's own name, as the methods' are one by one. */
function nameOf(asked) {
  return Object.keys(crm).find((own) => crm[own] === asked) ?? "";
}

function use(portal) {
  crm.portal = portal;
  console.log(greeting(portal, name, taken));
}

globalThis[name] = crm;
/** Settles when the first connection is there or cannot be. */
crm.ready = client.connect().then(use, (error) => console.warn(failure(error, name, taken)));
