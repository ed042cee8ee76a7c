// What may be sent to a portal, and when. All who are connected to a portal share its budget.

import { waiting } from "../transport/deadline.js";
import { makeBucket } from "./bucket.js";
import { operatingTime } from "./operating.js";
import { makeQueue } from "./queue.js";
import { shared } from "./shared.js";

/** The limits of most plans: requests at once, requests a second, seconds in ten minutes, milliseconds to wait for those. */
const USUAL = { burst: 50, perSecond: 2, operating: 480, operatingWait: 60_000 };

const budgets = new Map();

/** The budget of a portal; who no longer needs it says so with `leave`. */
export function budgetOf(domain, limits) {
  for (const [name, budget] of budgets) if (budget.isForgotten()) budgets.delete(name);
  const budget = budgets.get(domain) ?? makeBudget(domain);
  budgets.set(domain, budget);
  return budget.join(limits);
}

function makeBudget(domain) {
  const users = new Set();
  const plan = {};
  const operating = operatingTime(plan, () => common.tell());
  const bucket = makeBucket(plan, (next) => common.change(next));
  const notes = () => [bucket.slowness(), [...operating.exhausted]];
  const common = shared(`crm-wasm ${domain}`, bucket.bounded, notes, ([slowness, exhausted]) => {
    bucket.hear(slowness);
    for (const [key, until] of exhausted) operating.exhausted.set(key, Number(until));
  });
  const queue = makeQueue(bucket.take, bucket.cost);
  const allow = () => Object.assign(plan, USUAL, ...users);

  const budget = {
    accepted: bucket.accepted,
    refused: bucket.refused,
    learn: operating.learn,
    exhausted: operating.refused,

    /**
     * Waits until a request may be sent.
     *
     * @param keys the methods that it calls, each with who calls it
     * @param again whether it was sent before
     * @param tell is told why the request waits, and about how many milliseconds
     */
    async turn({ effect }, keys, again, { signal }, tell) {
      for (const key of keys) await operating.turn(key, signal, tell);
      await waiting(signal, (go) => queue(again ? 0 : effect === "read" ? 1 : 2, go, tell));
    },

  };

  return {
    /** Somebody needs it, and may know better what the portal's plan allows: of those who do, the last one. */
    join(told) {
      const user = { ...told };
      users.add(user);
      allow();
      return { ...budget, leave: () => users.delete(user) && allow() };
    },

    /** Whether nobody needs it and nothing is left to remember; it is at an end then. */
    isForgotten() {
      const forgotten = !users.size && bucket.isEmpty();
      if (forgotten) common.close();
      return forgotten;
    },
  };
}
