// The way to a portal: what is sent over it waits for the portal's limits, carries a proof of who calls, and is tried again where
// that is safe.

import { automatic } from "./batch/auto.js";
import { failed } from "./error.js";
import { budgetOf } from "./limits/budget.js";
import { pauseAfter } from "./retry.js";
import { Stop, pause, within } from "./transport/deadline.js";
import { post } from "./transport/http.js";
import { newAddress } from "./transport/moved.js";

/** Waits from here on are worth telling, in milliseconds. */
const NOTICEABLE = 100;

/** New proofs in an attempt: another program, or the portal, may have made the first one old. */
const PROOFS = 3;

/** What a delete answers that has done its work before. */
const DELETED = '{"result":true}';

/** The way to one portal. */
export class Link {
  #address;
  #credential;
  #settings;
  #budget;
  #closed = new Stop();

  /**
   * @param address from transport/address.js
   * @param credential proves who calls: `{ secrets, dress, renew }`, see transport/token.js for one
   * @param settings what `connect` was told about limits, batches and waiting: see connect/settings.js
   */
  constructor(address, credential, settings) {
    this.#address = address;
    this.#credential = credential;
    this.#settings = settings;
    if (settings.limits) this.#budget = budgetOf(address.host, settings.limits);
    if (settings.autoBatch) this.call = automatic(this);
  }

  /** Aborts when the portal is closed. */
  get closed() {
    return this.#closed;
  }

  /** The portal's host name. */
  get host() {
    return this.#address.host;
  }

  /** The texts that no message may hold. */
  get secrets() {
    return [this.#address.secret, ...this.#credential.secrets];
  }

  /**
   * Sends one method's request.
   *
   * @param request `{ row, name, label, body, effect, raw, timeout }`; `methods` are the names of those that a batch calls
   * @param read makes a value of a status and bytes, or throws a Failure; a third argument says whether an attempt before may
   *   have arrived
   */
  call(request, read, deadline) {
    return this.exchange(request, read, deadline);
  }

  /** Takes what an answer says a method has cost: seconds, and when they are counted anew. */
  learn(method, seconds, resetAt) {
    this.#budget?.learn(this.#key(method), seconds, resetAt);
  }

  /** The portal has refused a method, alone or in a batch, for what it has cost. */
  exhausted(method) {
    this.#budget?.exhausted(this.#key(method));
  }

  /** Sends a request by itself, again as long as that is safe and of use. */
  async exchange(request, read, deadline) {
    try {
      return await this.#attempts(request, read, deadline);
    } catch (failure) {
      // Whatever ended it: an attempt before may have done it.
      if (deadline.sent && failure?.facts && request.effect !== "read") failure.facts.outcome = "unknown";
      throw failure;
    }
  }

  async #attempts(request, read, deadline) {
    const { name, effect, methods = [name] } = request;
    const tell = (reason, milliseconds) => this.#tell(reason, name, milliseconds);
    const keys = methods.map((method) => this.#key(method));
    let arrived = false;
    for (let attempt = 1; ; attempt += 1) {
      // Who called has heard of it.
      if (deadline.signal.aborted) throw undefined;
      await this.#budget?.turn(request, keys, attempt > 1, deadline, tell);
      const since = Date.now();
      try {
        const value = await this.#attempt(request, read, deadline, arrived);
        this.#budget?.accepted();
        return value;
      } catch (failure) {
        const { facts } = failure ?? {};
        if (!facts) throw failure;
        // Gone, as was asked.
        if (arrived && effect === "delete" && facts.kind === "notFound")
          return read(200, new TextEncoder().encode(DELETED));
        arrived ||= facts.outcome === "unknown";
        deadline.sent = arrived;
        this.#hear(facts, name, since);
        const wait = pauseAfter(facts, effect, attempt, this.#settings.retries);
        if (wait === undefined) throw failure;
        tell("retry", wait);
        await pause(wait, deadline.signal);
      }
    }
  }

  /** Sends a request once; as often as its proof is refused and there is a new one, again. */
  #attempt({ name, body, timeout }, read, deadline, arrived) {
    return within(timeout, [deadline.signal], async (limit) => {
      const sent = (is) => {
        limit.sent = is;
        deadline.sent = is || arrived;
      };
      for (let proofs = 1; ; proofs += 1) {
        const dressed = await this.#credential.dress(body);
        let answer;
        try {
          answer = await this.#post(name, dressed, limit, sent);
          return read(answer.status, answer.bytes);
        } catch (failure) {
          // Refused for its proof, the call did not happen: sending it again cannot do it twice.
          if (failure?.facts?.outcome !== "unknown") sent(false);
          if (proofs > PROOFS || !(await this.#credential.renew(failure, dressed, answer?.bytes))) throw failure;
        }
      }
    });
  }

  /** Posts to where the portal is; a redirect, which nothing was done before, may tell that it is elsewhere now. */
  async #post(name, dressed, limit, sent) {
    for (let hops = 0; hops < 3; hops += 1) {
      const address = this.#address;
      sent(true);
      const answer = await post(`${address.base}${name}.json`, dressed, limit);
      if (answer.location === undefined) return answer;
      sent(false);
      const found = await newAddress(address, name, answer, limit);
      if (this.#address === address) this.#address = found;
    }
    throw failed("protocol", "the portal redirects again and again");
  }

  /** What a refusal says about the limits. */
  #hear({ code = "", kind, status }, name, since) {
    if (kind !== "limit") status && this.#budget?.accepted();
    else if (/^operation_time/i.test(code)) this.exhausted(name);
    else this.#budget?.refused(since);
  }

  #tell(reason, method, wait) {
    const { onWait } = this.#settings;
    // In a task of its own: what the listener throws is not the call's.
    if (onWait && wait >= NOTICEABLE) queueMicrotask(() => onWait({ reason, method, milliseconds: Math.ceil(wait) }));
  }

  // The portal counts what a method costs for each app and webhook. An app is this origin's; of webhooks the user is no secret.
  #key(method) {
    const [, user = ""] = /\/(\d+)\/\w+\/$/.exec(this.#address.base) ?? [];
    return `${method} ${user}`;
  }

  /** Ends everything under way. */
  close() {
    if (!this.#closed.aborted) this.#budget?.leave();
    this.#closed.abort();
  }
}
