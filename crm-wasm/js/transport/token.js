// An access token that is renewed when it has expired, once for all calls that wait for it.

import { failed } from "../error.js";
import { time, within } from "./deadline.js";

/** How many of the last tokens are kept out of messages. */
const REMEMBERED = 4;

/** What the application's own renewal is given: while it is under way, all calls wait. */
const PATIENCE = 60_000;

/** An access token and its renewal. */
export class Token {
  #access;
  #expires;
  #seen = [];
  #source;
  #renewing;

  /**
   * @param given `{ accessToken, expiresIn }`; the lifetime in seconds, where it is known
   * @param source gives another such object, or throws a Failure; left out when there is no way
   */
  constructor(given, source) {
    this.#source = source;
    this.#set(given);
  }

  /** The tokens that no message may hold. */
  get secrets() {
    return this.#seen;
  }

  /** Whether a new token can be had at all. */
  get renewable() {
    return this.#source !== undefined;
  }

  /** The token to send: a new one if the clock says that this one has expired. */
  async current() {
    if (this.renewable && Date.now() >= this.#expires) await this.renew(this.#access);
    return this.#access;
  }

  /** Waits for another token than the one that was refused. Who comes while a renewal is under way waits for that one. */
  async renew(refused) {
    if (this.#access !== refused) return;
    // Nobody's call in particular, so no call's end stops it.
    this.#renewing ??= this.#source()
      .then((given) => this.#set(given))
      .finally(() => {
        this.#renewing = undefined;
      });
    await this.#renewing;
  }

  #set({ accessToken, expiresIn }) {
    this.#access = accessToken;
    this.#expires = expiresIn > 0 ? Date.now() + expiresIn * 1000 : Infinity;
    this.#seen = [accessToken, ...this.#seen].slice(0, REMEMBERED);
  }
}

/** The failure of a renewal. */
export function notRenewed(why) {
  return failed("auth", `the access token has expired and ${why}`, { retryable: true });
}

/** Renews by the application's own function. What it throws is not repeated: nobody knows the secrets in it. */
export function byFunction(refresh) {
  return async () => {
    let given;
    try {
      given = await within(PATIENCE, [], async () => refresh());
    } catch {
      throw notRenewed(`the refresh function failed, or gave nothing within ${time(PATIENCE)}`);
    }
    if (typeof given?.accessToken !== "string" || !given.accessToken)
      throw notRenewed("the refresh function gave no accessToken");
    return given;
  };
}

/** Renews by the portal page. It does not answer when it cannot: it shows an alert of its own. */
export function byFrame(frame) {
  return async () => {
    const answer = await frame.ask("refreshAuth").catch(() => undefined);
    const given = fromWire(answer);
    if (!given.accessToken) throw notRenewed("the portal page gave no new one");
    return given;
  };
}

/** A token as the portal page writes it, its lifetime in a string. */
export function fromWire(data) {
  return { accessToken: String(data?.AUTH_ID ?? ""), expiresIn: Number(data?.AUTH_EXPIRES) };
}
