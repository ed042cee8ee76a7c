// Operating time: what a method may cost its caller in ten minutes.

import { failed } from "../error.js";
import { pause, time } from "../transport/deadline.js";

/** Seconds below the limit at which a method has to wait: calls under way have yet to be counted. */
const MARGIN = 10;

/** What the portal counts, in milliseconds: ten minutes, in steps of one. */
const WINDOW = 600_000;
const STEP = 60_000;

/**
 * Keeps which methods have to wait. A key is a method and who calls it.
 *
 * @param plan `{ operating, operatingWait }`, which may become others
 * @param changed is told when that changes
 */
export function operatingTime(plan, changed) {
  const exhausted = new Map();
  const wait = (key, until) => {
    exhausted.set(key, until);
    changed();
  };
  return {
    exhausted,

    /** Takes from an answer how many seconds a method has cost, and when (Unix seconds) the first of them are forgotten. */
    learn(key, seconds, resetAt) {
      const now = Date.now();
      // The portal's clock need not be this one's.
      if (seconds > plan.operating - MARGIN) wait(key, Math.min(Math.max(resetAt * 1000, now), now + WINDOW));
      else if (exhausted.delete(key)) changed();
    },

    /** The portal refuses the method and does not say for how long. */
    refused(key) {
      const soon = Date.now() + STEP;
      if (!(exhausted.get(key) > soon)) wait(key, soon);
    },

    /** Waits until a method may be called, or fails when that is too far away. */
    async turn(key, signal, tell) {
      for (let left; (left = exhausted.get(key) - Date.now()) > 0;) {
        // From before the clock was set back.
        if (left > WINDOW) return void exhausted.delete(key);
        if (left > plan.operatingWait) throw tooFar(exhausted.get(key), left);
        tell("operating", left);
        await pause(left, signal);
      }
    },
  };
}

function tooFar(until, left) {
  const clock = new Date(until).toTimeString().slice(0, 8);
  const text = `the method has used up its operating time at the portal until ${clock}, in ${time(Math.ceil(left / 1000) * 1000)}`;
  return failed("limit", text, { code: "OPERATION_TIME_LIMIT", retryable: true });
}
