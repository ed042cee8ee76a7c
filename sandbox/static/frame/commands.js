// Every command of the protocol by name. A command takes (frame, params, callback) and gives its answer, or SILENT.

import { CHOICES } from "./choices.js";
import { PLACEMENT } from "./placement.js";
import { SESSION } from "./session.js";
import { WINDOW } from "./window.js";

/** A map, not an object: an app chooses the names it sends. */
export const COMMANDS = new Map(Object.entries({ ...SESSION, ...WINDOW, ...CHOICES, ...PLACEMENT }));
