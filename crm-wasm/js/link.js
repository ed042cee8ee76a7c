// The way to a portal: what is sent over it waits for the portal's limits, carries a proof of who calls, and is tried again where
// that is safe.

import { automatic } from "./batch/auto.js";
import { failed, failureOf } from "./error.js";
import { budgetOf } from "./limits/budget.js";
import { isGone, pauseAfter, told } from "./retry.js";
import { Stop, heed, pause, within } from "./transport/deadline.js";
import { post } from "./transport/http.js";
import { newAddress } from "./transport/moved.js";

/** Waits from here on are worth telling, in milliseconds. */
const NOTICEABLE = 100;

/** How often a call may be turned away for its proof or address: another program, or the portal, may have made a new one old. */
const TURNED_AWAY = 3;

/** Redirects to what came of a request: it was done. */
const SEE_OTHER = 303;
const DONE = { status: SEE_OTHER, outcome: "unknown" };

/** What a delete answers that has done its work before. */
const DELETED = '{"result":true}';

/** The way to one portal. */
export class Link {
  #address;
  #credential;
  #settings;
  #budget;
  /** Who a webhook's calls are; of others nothing. */
  #user;
  #closed = new Stop();

  /**
   * @param address from transport/address.js
   * @param credential proves who calls: `{ secrets, ready, dress, renew }`, see transport/token.js for one
   * @param settings what `connect` was told about limits, batches and waiting: see connect/settings.js
   */
  constructor(address, credential, settings) {
    this.#address = address;
    this.#credential = credential;
    this.#settings = settings;
    [, this.#user = ""] = /\/(\d+)\/\w+\/$/.exec(address.base) ?? [];
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

  /** The milliseconds after which a call that failed is to be sent again; undefined when it is not. */
  again(facts, effect, attempt) {
    return pauseAfter(facts, effect, attempt, this.#settings.retries);
  }

  /** Lets them go by. */
  rest(name, wait, signal) {
    this.#tell("retry", name, wait);
    return pause(wait, signal);
  }

  /** Sends a request by itself, again as long as that is safe and of use. */
  async exchange(request, read, deadline) {
    const { name, effect, methods } = request;
    const { trace } = deadline;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(request, read, deadline, attempt > 1);
      } catch (error) {
        const failure = failureOf(error, trace.now || trace.earlier ? "unknown" : "rejected");
        const { facts = {} } = failure;
        // Gone, as was asked.
        if (trace.earlier && isGone(facts, effect) && !methods) return read(200, [new TextEncoder().encode(DELETED)]);
        trace.earlier ||= facts.outcome === "unknown";
        trace.now = false;
        const wait = this.again(facts, effect, attempt);
        // Of a batch each command's caller is told what its own effect makes of it.
        if (wait === undefined) throw methods ? failure : told(failure, effect, trace.earlier);
        await this.rest(name, wait, deadline.signal);
      }
    }
  }

  /** Sends a request until it is not turned away. Each time it waits for the limits. */
  async #attempt(request, read, deadline, again) {
    const { name, methods = [name] } = request;
    const tell = (reason, milliseconds) => this.#tell(reason, name, milliseconds);
    for (let away = 0; ; away += 1) {
      heed(deadline.signal);
      const keys = methods.map((method) => this.#key(method));
      await this.#budget?.turn(request, keys, again || away > 0, deadline, tell);
      const since = Date.now();
      try {
        const done = await this.#once(request, read, deadline, away < TURNED_AWAY);
        if (!done) continue;
        this.#budget?.accepted();
        return done[0];
      } catch (failure) {
        this.#hear(failure, name, since);
        throw failure;
      }
    }
  }

  /**
   * Sends a request once and gives its value, in a list; nothing when it was turned away before anything was done, for the proof
   * that came with it or because the portal is elsewhere now, and may be sent again.
   */
  #once(request, read, { signal, trace }, more) {
    const work = async (inner) => {
      await this.#credential.ready?.(this.#closed);
      // Its time was up meanwhile, and another attempt may be under way.
      heed(inner.signal);
      const address = this.#address;
      // Made last, for a batch leaves out the calls that were given up by now.
      const dressed = this.#credential.dress(request.body);
      trace.now = true;
      const answer = await post(`${address.base}${request.name}.json`, dressed, inner.signal);
      if (answer.location === undefined) return this.#understood(answer, dressed, read, trace, more);
      if (answer.status === SEE_OTHER) throw failed("protocol", "the portal answers with another page", DONE);
      trace.now = false;
      if (!more) throw failed("protocol", "the portal redirects again and again");
      const found = await newAddress(address, request.name, answer, inner.signal);
      // Another call may have found it.
      if (this.#address === address) this.#address = found;
      return undefined;
    };
    return within(request.timeout, [signal], work, trace);
  }

  async #understood(answer, dressed, read, trace, more) {
    try {
      return [read(answer.status, answer.bytes, trace.earlier)];
    } catch (failure) {
      // Refused for its proof, the call did not happen: sending it again cannot do it twice.
      if (failure.facts?.outcome === "rejected") trace.now = false;
      if (!more || !(await this.#credential.renew(failure, { ...dressed, ...answer }, this.#closed))) throw failure;
      return undefined;
    }
  }

  /** What a refusal says about the limits. */
  #hear({ facts: { code = "", kind, status } = {} }, name, since) {
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
    return `${method} ${this.#user}`;
  }

  /** Ends everything under way. */
  close() {
    if (!this.#closed.aborted) this.#budget?.leave();
    this.#closed.abort("its portal was closed");
  }
}
