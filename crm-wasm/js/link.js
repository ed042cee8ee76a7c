// The way to a portal: what is sent over it waits for the portal's limits, carries a proof of who calls, and is tried again where
// that is safe.

import { automatic } from "./batch/auto.js";
import { pauseAfter } from "./retry.js";
import { within } from "./transport/deadline.js";
import { post } from "./transport/http.js";

/** The way to one portal. */
export class Link {
  #address;
  #credential;
  #budget;
  #closing = new AbortController();

  /**
   * @param address from transport/address.js
   * @param credential proves who calls: `{ secrets, dress, renew }`, see transport/token.js for one
   * @param settings what `connect` was told about limits, batches and waiting: see connect/settings.js
   */
  constructor(address, credential, { budget, autoBatch }) {
    this.#address = address;
    this.#credential = credential;
    this.#budget = budget;
    if (autoBatch) this.call = automatic(this);
  }

  /** Aborts when the portal is closed. */
  get closed() {
    return this.#closing.signal;
  }

  /** The texts that no message may hold. */
  get secrets() {
    return [this.#address.secret, ...this.#credential.secrets];
  }

  /**
   * Sends one method's request.
   *
   * @param request `{ row, name, label, body, effect, raw, timeout }`
   * @param read makes a value of a status and bytes, or throws a Failure
   */
  call(request, read, deadline) {
    return this.exchange(request, read, deadline);
  }

  /** Sends a request by itself, again as long as that is safe and of use. */
  async exchange(request, read, deadline) {
    for (let attempt = 1; ; attempt += 1) {
      await this.#budget.turn(request, deadline);
      const { sent } = deadline;
      deadline.sent = true;
      try {
        return await this.#attempt(request, read, deadline);
      } catch (failure) {
        if (failure.facts?.outcome !== "unknown") deadline.sent = sent;
        const pause = pauseAfter(failure, request, attempt);
        if (pause === undefined) throw failure;
        await this.#budget.pause(pause, failure, request, deadline);
      }
    }
  }

  /** Sends a request once; when its proof is refused, once more with a new one. */
  #attempt({ name, body, timeout }, read, deadline) {
    const url = `${this.#address.base}${name}.json`;
    return within(timeout, [deadline.signal], async (limit) => {
      const once = async (dressed) => {
        const { status, bytes } = await post(url, dressed, limit);
        return read(status, bytes);
      };
      const dressed = await this.#credential.dress(body);
      try {
        return await once(dressed);
      } catch (failure) {
        // Refused for its proof, the call did not happen: sending it again cannot do it twice.
        limit.sent = false;
        if (!(await this.#credential.renew(failure, dressed))) throw failure;
      }
      return once(await this.#credential.dress(body));
    });
  }

  /** Ends everything under way. */
  close() {
    this.#closing.abort();
    this.#budget.close();
  }
}
