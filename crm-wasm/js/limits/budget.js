// What may be sent to a portal, and when. All who are connected to a portal share its budget.
//
// The portal counts requests with a leaking bucket. Here that is one number: the time at which the bucket will be empty. A request
// moves it by what it costs, and may be sent when the bucket is not fuller than full.

import { waiting } from "../transport/deadline.js";
import { operatingTime } from "./operating.js";
import { makeQueue } from "./queue.js";
import { shared } from "./shared.js";

/** The limits of most plans: requests at once, requests a second, seconds in ten minutes, milliseconds to wait for those. */
const USUAL = { burst: 50, perSecond: 2, operating: 480, operatingWait: 60_000 };

/** How many times slower than allowed requests are at most sent while other programs spend the budget, too. */
const SLOWEST = 8;
/** What an answer leaves of that. */
const RECOVERY = 0.9;

/** Turns beyond a full bucket: tabs take theirs ahead. What is further in the future is from before the clock was set back. */
const AHEAD = 10;

const budgets = new Map();

/** The budget of a portal; who no longer needs it says so with `leave`. */
export function budgetOf(domain, limits) {
  for (const [name, budget] of budgets) if (budget.isForgotten()) budgets.delete(name);
  const budget = budgets.get(domain) ?? makeBudget(domain);
  budgets.set(domain, budget);
  return budget.join(limits);
}

function makeBudget(domain) {
  let limits = USUAL;
  const users = new Set();
  let slowness = 1;
  let lastRefusal = 0;
  // When the bucket will be empty, as far as is known here.
  let empty = 0;

  const operating = operatingTime(() => common.tell());
  const common = shared(
    `crm-wasm ${domain}`,
    (number) => (number > Date.now() + depth() + AHEAD * cost() ? Date.now() + depth() : number),
    () => [slowness, [...operating.exhausted]],
    ([theirs, exhausted]) => {
      slowness = Math.min(SLOWEST, Math.max(1, Number(theirs) || 1));
      for (const [key, until] of exhausted) operating.exhausted.set(key, Number(until));
    },
  );

  /** Milliseconds that it takes a full bucket to run empty. One place stays free: not all requests travel equally long. */
  const depth = () => ((Math.max(2, limits.burst) - 1) * 1000) / limits.perSecond;
  /** Milliseconds that a request costs. */
  const cost = () => (1000 / limits.perSecond) * slowness;
  const change = (next) => common.change((number) => (empty = next(number, Date.now())));

  /** Takes turns for so many: as many as may be sent now, or the next one, which nobody else gets then; and when. */
  const take = async (wanted) => {
    let turns;
    await change((number, now) => {
      const start = Math.max(number, now);
      turns = Math.min(Math.floor((now + depth() - start) / cost()), wanted());
      turns = turns >= 1 ? turns : 1;
      return start + turns * cost();
    });
    return [turns, empty - depth()];
  };
  const queue = makeQueue(take, cost);

  const allow = () => (limits = Object.assign({}, USUAL, ...users));

  return {
    /** Somebody needs it, and may know better what the portal's plan allows: of those who do, the last one. */
    join(told) {
      const user = { ...told };
      users.add(user);
      allow();
      return {
        ...this,
        leave() {
          users.delete(user);
          allow();
        },
      };
    },

    /** Whether nobody needs it and nothing is left to remember; it is at an end then. */
    isForgotten() {
      const forgotten = !users.size && empty < Date.now();
      if (forgotten) common.close();
      return forgotten;
    },

    /**
     * Waits until a request may be sent.
     *
     * @param keys the methods that it calls, each with who calls it
     * @param again whether it was sent before
     * @param tell is told why the request waits, and about how many milliseconds
     */
    async turn({ effect }, keys, again, { signal }, tell) {
      for (const key of keys) await operating.turn(key, limits.operatingWait, signal, tell);
      await waiting(signal, (go) => queue(again ? 0 : effect === "read" ? 1 : 2, go, tell));
    },

    /** The portal has taken a request. */
    accepted() {
      slowness = Math.max(1, slowness * RECOVERY);
    },

    /** The portal has refused a request, sent at this time, for being one too many: others spend the budget, too. */
    refused(sent) {
      // Requests that were under way together are refused together, which is one piece of news.
      if (sent > lastRefusal) slowness = Math.min(SLOWEST, slowness * 2);
      lastRefusal = Date.now();
      change((number, now) => Math.max(number, now + depth()));
    },

    /** Takes what an answer says a method has cost. */
    learn: (key, seconds, resetAt) => operating.learn(key, seconds, resetAt, limits.operating),

    /** The portal has refused a method for what it has cost. */
    exhausted: operating.refused,
  };
}
