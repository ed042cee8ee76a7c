// What may be sent to a portal, and when. All who are connected to a portal share its budget.
//
// The portal counts requests with a leaking bucket. Here that is one number: the time at which the bucket will be empty. A request
// moves it by what it costs, and may be sent when the bucket is not fuller than full.

import { waiting } from "../transport/deadline.js";
import { operatingTime } from "./operating.js";
import { shared } from "./shared.js";

/** The limits of most plans: requests at once, requests a second, seconds in ten minutes, milliseconds to wait for those. */
const USUAL = { burst: 50, perSecond: 2, operating: 480, operatingWait: 60_000 };

/** How many times slower than allowed requests are at most sent while other programs spend the budget, too. */
const SLOWEST = 8;
/** What an answer leaves of that. */
const RECOVERY = 0.9;

/** A number further in the future than this, in milliseconds, is from before the clock was set back. */
const ASTRAY = 60_000;

const budgets = new Map();

/** The budget of a portal; who no longer needs it says so with `leave`. */
export function budgetOf(domain, limits) {
  for (const [name, budget] of budgets) if (budget.isForgotten()) budgets.delete(name);
  const budget = budgets.get(domain) ?? new Budget(domain);
  budgets.set(domain, budget);
  budget.join(limits);
  return budget;
}

class Budget {
  #limits = USUAL;
  #users = 0;
  // Those that are sent again come first; then reads and all others in turn, each in their order.
  #queues = [new Set(), new Set(), new Set()];
  #turn = 1;
  #untold = [];
  // What the shared number gave: how many may be sent, and from when on.
  #free = 0;
  #from = 0;
  #empty = 0;
  #serving = false;
  #timer;
  #slowness = 1;
  #refused = 0;
  #operating = operatingTime(() => this.#shared.tell());
  #shared;

  constructor(domain) {
    const { exhausted } = this.#operating;
    const notes = () => [this.#slowness, [...exhausted]];
    this.#shared = shared(`crm-wasm ${domain}`, notes, ([slowness, others]) => {
      this.#slowness = slowness;
      for (const [key, until] of others) exhausted.set(key, until);
    });
  }

  /** Somebody needs it, and may know better what the portal's plan allows. */
  join(limits) {
    this.#users += 1;
    this.#limits = { ...this.#limits, ...limits };
  }

  leave() {
    this.#users -= 1;
  }

  /** Whether nobody needs it and nothing is left to remember; it is at an end then. */
  isForgotten() {
    const forgotten = !this.#users && this.#empty < Date.now();
    if (forgotten) this.#shared.close();
    return forgotten;
  }

  /**
   * Waits until a request may be sent.
   *
   * @param keys the methods that it calls, each with who calls it
   * @param again whether it was sent before
   * @param tell is told why the request waits, and about how many milliseconds
   */
  async turn({ effect }, keys, again, { signal }, tell) {
    for (const key of keys) await this.#operating.turn(key, this.#limits.operatingWait, signal, tell);
    await waiting(signal, (go) => {
      const queue = this.#queues[again ? 0 : effect === "read" ? 1 : 2];
      const place = { go, tell, ahead: Math.min(2 * queue.size, this.#waiting()) };
      queue.add(place);
      this.#untold.push(place);
      this.#serve();
      return () => {
        place.gone = queue.delete(place);
        if (!this.#waiting() && this.#timer) this.#rest();
      };
    });
  }

  /** The portal has taken a request. */
  accepted() {
    this.#slowness = Math.max(1, this.#slowness * RECOVERY);
  }

  /** The portal has refused a request, sent at this time, for being one too many: others spend the budget, too. */
  refused(sent) {
    // Requests that were under way together are refused together, which is one piece of news.
    if (sent > this.#refused) this.#slowness = Math.min(SLOWEST, this.#slowness * 2);
    this.#refused = Date.now();
    this.#shared.change((empty) => (this.#empty = Math.max(empty, Date.now() + this.#depth())));
  }

  /** Takes what an answer says a method has cost. */
  learn(key, seconds, resetAt) {
    this.#operating.learn(key, seconds, resetAt, this.#limits.operating);
  }

  /** The portal has refused a method for what it has cost. */
  exhausted(key) {
    this.#operating.refused(key);
  }

  #waiting() {
    return this.#queues.reduce((sum, { size }) => sum + size, 0);
  }

  /** Milliseconds that it takes a full bucket to run empty. One place stays free: not all requests travel equally long. */
  #depth() {
    const { burst, perSecond } = this.#limits;
    return (Math.max(2, burst) - 1) * (1000 / perSecond);
  }

  /** Sends those who wait on their way as the bucket allows. */
  async #serve() {
    if (this.#serving) return;
    this.#serving = true;
    while (this.#waiting()) {
      if (!this.#free) await this.#take();
      const left = this.#from - Date.now();
      if (left > 0) {
        this.#timer = setTimeout(() => {
          this.#rest();
          this.#serve();
        }, left);
        return this.#tell(left);
      }
      for (; this.#free && this.#waiting(); this.#free -= 1) this.#first().go();
      // Left over when calls were aborted meanwhile: much later they would be too many.
      this.#free = Math.min(this.#free, 1);
    }
    this.#untold = [];
    this.#serving = false;
  }

  #rest() {
    this.#timer = clearTimeout(this.#timer);
    this.#serving = false;
  }

  /** Takes turns for those who wait: as many as may be sent now, or the next one, which nobody else gets then. */
  async #take() {
    await this.#shared.change((empty) => {
      const now = Date.now();
      const full = now + this.#depth();
      const start = empty > full + ASTRAY ? now : Math.max(empty, now);
      const cost = this.#cost();
      this.#free = Math.max(1, Math.min(Math.floor((full - start) / cost), this.#waiting()));
      this.#empty = start + this.#free * cost;
      this.#from = this.#empty - this.#depth();
      return this.#empty;
    });
  }

  /** Milliseconds that a request costs. */
  #cost() {
    return (1000 / this.#limits.perSecond) * this.#slowness;
  }

  /** Takes the next one out of the queues. */
  #first() {
    const [again, ...others] = this.#queues;
    this.#turn = 1 - this.#turn;
    const queue = [again, others[this.#turn], others[1 - this.#turn]].find(({ size }) => size);
    const [place] = queue;
    queue.delete(place);
    place.gone = true;
    return place;
  }

  #tell(left) {
    for (const { gone, tell, ahead } of this.#untold) if (!gone) tell("requests", left + ahead * this.#cost());
    this.#untold = [];
  }
}
