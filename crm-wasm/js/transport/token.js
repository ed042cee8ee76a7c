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

  /**
   * Puts the token into a body, which is a JSON object: a new one if the clock says that this one has expired. In the body,
   * because the portal's CORS answer does not allow an Authorization header; last, because there the last of two equal names
   * counts.
   */
  async dress(body) {
    if (this.#source && Date.now() >= this.#expires) await this.#renew(this.#access);
    const token = this.#access;
    return { token, body: `${body.slice(0, -1)}${body.length > 2 ? "," : ""}"auth":${JSON.stringify(token)}}` };
  }

  /** After a failure: whether it was the token that was refused and there is another one now. */
  async renew({ facts }, { token }) {
    if (!this.#source || facts?.status !== 401 || facts.code?.toLowerCase() !== "expired_token") return false;
    await this.#renew(token);
    return true;
  }

  /** Waits for another token than the one that was refused. Who comes while a renewal is under way waits for that one. */
  async #renew(refused) {
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
