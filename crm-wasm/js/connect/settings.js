// What `connect` can be told beside the way to the portal: the same for every way.

import { checks } from "../options.js";
import { RETRIES } from "../retry.js";

const LIMITS = ["burst", "perSecond", "operating", "operatingWait"];

function wrongLimits(value) {
  const good = ([name, number]) => LIMITS.includes(name) && typeof number === "number" && number > 0;
  const fits = value === false || (Object(value) === value && Object.entries(value).every(good));
  return !fits && `is neither false nor an object of positive numbers (${LIMITS.join(", ")})`;
}

/** The options, by name, and their checks. */
export const SETTINGS = {
  autoBatch: checks.raw,
  limits: wrongLimits,
  retries: (value) => !(Number.isInteger(value) && value >= 0) && "is not a number of retries (0: none)",
  onWait: checks.function,
};

/** What a link needs of them. */
export function settingsOf({ autoBatch = false, limits = {}, retries = RETRIES, onWait }) {
  return { autoBatch, limits, retries, onWait };
}
