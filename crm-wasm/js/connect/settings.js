// What `connect` can be told beside the way to the portal: the same for every way.

import { Budget } from "../limits/budget.js";
import { checks } from "../options.js";

/** The options, by name, and their checks. */
export const SETTINGS = { autoBatch: checks.raw };

/** What a link needs of them. */
export function settingsOf({ autoBatch = false }) {
  return { autoBatch, budget: new Budget() };
}
