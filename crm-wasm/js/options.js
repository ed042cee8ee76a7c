// Reads options and notes everything that is wrong with them.

/** What timers can count, in milliseconds: what is longer would end at once. */
export const LONGEST = 2 ** 31 - 1;

/** The checks of options that several functions share: each gives what is wrong with a value, or nothing. */
export const checks = {
  timeout: (value) =>
    !(typeof value === "number" && value > 0) && "is not a positive number of milliseconds (Infinity: no limit)",
  // Known by what it can do: signals of other frames are no instances of this one's class.
  signal: (value) =>
    !(typeof value?.aborted === "boolean" && typeof value.addEventListener === "function") && "is not an AbortSignal",
  raw: (value) => typeof value !== "boolean" && "is not a boolean",
  text: (value) => typeof value !== "string" && "is not a string",
  function: (value) => typeof value !== "function" && "is not a function",
};

/**
 * Gives the options whose checks find nothing wrong.
 *
 * @param known the check of each option by its name; options by any other name are problems
 */
export function read(options, path, known, problems) {
  const good = {};
  if (options === undefined || options === null) return good;
  if (typeof options !== "object") {
    problems.push({ path: path || "options", message: "is not an object" });
    return good;
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const wrong = Object.hasOwn(known, name)
      ? known[name](value)
      : `is not an option (${Object.keys(known).join(", ")})`;
    if (wrong) problems.push({ path: path ? `${path}.${name}` : name, message: wrong });
    else good[name] = value;
  }
  return good;
}

/** A time that timers take. */
export function bounded(timeout) {
  return timeout > LONGEST ? Infinity : timeout;
}

/** A listener whose failure is reported and ends nothing: it is not the failure of what it is told about. */
export function harmless(listener) {
  return async (told) => {
    try {
      await listener(told);
    } catch (error) {
      console.error(error);
    }
  };
}
