// An access token that is renewed before it expires, once for all calls that wait for it.

import { Failure, failed } from "../error.js";
import { time, within } from "./deadline.js";

/** How many of the last tokens are kept out of messages. */
const REMEMBERED = 8;

/** How long before its end a token is renewed: it takes a while to the portal. Of short lives at most a tenth, in seconds. */
const MARGIN = 30;

/** What a renewal outside the portal is given: while it is under way, all calls wait. In milliseconds. */
export const PATIENCE = 60_000;

/**
 * The credential of an access token: what a link dresses its calls with.
 *
 * @param given `{ accessToken, expiresIn, refreshToken }`; the lifetime in seconds, where it is known. Without a token the first
 *   call waits for one.
 * @param source gives another such object, or throws a Failure; left out when there is no way
 */
export function tokenCredential(given, source) {
  let access;
  let early;
  let late;
  let renewing;
  let secrets = [];
  const set = (tokens) => {
    access = tokens.accessToken;
    [early, late] = timesOf(tokens);
    secrets = [access, tokens.refreshToken, ...secrets].filter(Boolean).slice(0, REMEMBERED);
  };
  /** Waits for another token than the one that was refused. Who comes while a renewal is under way waits for that one. */
  const renewed = async (refused, closed) => {
    if (access !== refused) return;
    // Nobody's call in particular, so no call's end stops it.
    renewing ??= source(closed)
      .then(set)
      .finally(() => (renewing = undefined));
    await renewing;
  };
  set(given);
  return {
    /** The tokens that no message may hold. */
    get secrets() {
      return secrets;
    },
    /** Gets a new token if this one was refused, or the clock says that it expires. */
    async ready(closed) {
      if (!source || Date.now() < early) return;
      await renewed(access, closed).catch((failure) => {
        if (Date.now() >= late) throw failure;
        // The old one is good for some more seconds.
        early = late;
      });
    },
    dress: (body) => ({ token: access, body: dressed(body, access) }),
    /** After a failure: whether it was the token that was refused and there is another one now. */
    async renew({ facts }, { token }, closed) {
      if (facts?.status !== 401 || facts.code?.toLowerCase() !== "expired_token") return false;
      // It stays expired.
      facts.retryable &&= !!source;
      if (!source) return false;
      // Nobody is to come with it again.
      if (token === access) early = late = 0;
      await renewed(token, closed);
      return true;
    },
  };
}

/** When a token is to be renewed, and when it has expired. Without one that was before. */
function timesOf({ accessToken, expiresIn }) {
  const life = expiresIn > 0 ? expiresIn : Infinity;
  const late = accessToken === undefined ? 0 : Date.now() + life * 1000;
  return [late - Math.min(MARGIN, life / 10) * 1000, late];
}

/**
 * A body, which is a JSON object, with a token. In the body, because the portal's CORS answer does not allow an Authorization header;
 * last, because there the last of two equal names counts.
 */
function dressed(body, token) {
  return `${body.slice(0, -1)}${body.length > 2 ? "," : ""}"auth":${JSON.stringify(token)}}`;
}

/** The failure of a renewal; final, unless its facts say that another one may do. */
export function notRenewed(why, facts) {
  return failed("auth", `the access token has expired and ${why}`, facts);
}

/**
 * What came of the application's own function: it threw, or took too long. What it throws is not repeated: nobody knows the secrets
 * in it.
 */
export function troubled(error) {
  return error instanceof Failure
    ? [
        error.facts.kind === "timeout"
          ? `gave nothing within ${time(PATIENCE)}`
          : "was not waited for: its portal was closed",
      ]
    : ["threw an error", error];
}

/** Renews by the application's own function. */
export function byFunction(refresh) {
  return async (closed) => {
    let given;
    try {
      given = await within(PATIENCE, [closed], async () => refresh());
    } catch (error) {
      const [what, cause] = troubled(error);
      throw notRenewed(`the refresh function ${what}`, { retryable: true, cause });
    }
    if (typeof given?.accessToken !== "string" || !given.accessToken)
      throw notRenewed("the refresh function gave no accessToken");
    return given;
  };
}

/** Renews by the portal page. It does not answer when it cannot: it shows an alert of its own. */
export function byFrame(frame) {
  return async () => {
    const given = fromWire(await frame.ask("refreshAuth").catch(() => undefined));
    if (!given.accessToken) throw notRenewed("the portal page gave no new one");
    return given;
  };
}

/** A token as the portal page writes it, its lifetime in a string. */
export function fromWire(data) {
  const { AUTH_ID, REFRESH_ID, AUTH_EXPIRES } = Object(data);
  const [accessToken, refreshToken] = [AUTH_ID, REFRESH_ID].map((token) => (typeof token === "string" ? token : ""));
  return { accessToken, refreshToken, expiresIn: Number(AUTH_EXPIRES) };
}
