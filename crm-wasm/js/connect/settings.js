// What `connect` can be told beside the way to the portal: the same for every way.

import { checks, harmless } from "../options.js";
import { RETRIES } from "../retry.js";

/** The least of each limit; the first is whole, and only waiting and working may be endless. */
const LEAST = { burst: 1, perSecond: 0.001, operating: 20, operatingWait: 0 };

function wrongLimits(value) {
  const good = ([name, number]) =>
    typeof number === "number" &&
    number >= LEAST[name] &&
    (name === "burst" ? Number.isSafeInteger(number) : name !== "perSecond" || number < Infinity);
  const fits = value === false || (Object(value) === value && Object.entries(value).every(good));
  const least = Object.entries(LEAST).map(([name, number]) => `${name} (${number} or more)`);
  return !fits && `is neither false nor an object of numbers: ${least.join(", ")}; burst is whole`;
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
  return { autoBatch, limits, retries, onWait: onWait && harmless(onWait) };
}
