// The connected portals: what each call needs of its portal, and which is the default.

import { Failure, failed, invalid, reported } from "./error.js";
import { bounded, checks, read } from "./options.js";
import { Snapshot } from "./snapshot.js";
import { ANSWER_TIME } from "./transport/frame.js";
import { post } from "./transport/http.js";

/** The first is the default. */
const portals = [];

/** What is behind the objects that `connect` gives: secrets stay out of what can be printed. */
const links = new WeakMap();

/** The way to a portal. */
class Link {
  #address;
  #token;
  #closing = new AbortController();

  /**
   * @param address from address.js
   * @param token left out with a webhook, whose address is the proof
   */
  constructor(address, token) {
    this.#address = address;
    this.#token = token;
  }

  /** Aborts when the portal is closed. */
  get closed() {
    return this.#closing.signal;
  }

  /** The texts that no message may hold. */
  get secrets() {
    return [this.#address.secret, ...(this.#token?.secrets ?? [])];
  }

  /**
   * Posts a method's body and decodes the answer; with a token that has expired, once more with a new one.
   *
   * @param decode makes a value of a status and bytes, or throws a Failure
   */
  async send(method, body, deadline, decode) {
    const url = `${this.#address.base}${method}.json`;
    const attempt = async (text) => {
      const { status, bytes } = await post(url, text, deadline);
      return decode(status, bytes);
    };
    if (!this.#token) return attempt(body);
    const access = await this.#token.current();
    try {
      return await attempt(withToken(body, access));
    } catch (failure) {
      if (!this.#token.renewable || !saysExpired(failure)) throw failure;
    }
    // Refused for its token, the call did not happen: sending it again cannot do it twice.
    deadline.sent = false;
    await this.#token.renew(access);
    return attempt(withToken(body, await this.#token.current()));
  }

  close() {
    this.#closing.abort();
  }
}

// In the body, because the portal's CORS answer does not allow an Authorization header; last, because there the last of two equal
// names counts. A body is a JSON object.
function withToken(body, token) {
  return `${body.slice(0, -1)}${body.length > 2 ? "," : ""}"auth":${JSON.stringify(token)}}`;
}

function saysExpired({ facts }) {
  return facts?.status === 401 && facts.code?.toLowerCase() === "expired_token";
}

/** Makes the object that `connect` gives, and the first one the default. */
export function openPortal(transport, address, token, frame, context) {
  const link = new Link(address, token);
  const portal = Object.freeze({
    domain: address.host,
    transport,
    placement: frame && Object.freeze({ ...context, ...commands(link, frame) }),
    close() {
      const place = portals.indexOf(portal);
      if (place >= 0) portals.splice(place, 1);
      frame?.close();
      link.close();
    },
  });
  links.set(portal, link);
  portals.push(portal);
  return portal;
}

/** Whether something is a portal that `connect` gave. */
export function isPortal(value) {
  return links.has(value);
}

/** The way to a portal, or to the default one; undefined when there is none or it was closed. */
export function linkOf(portal = portals[0]) {
  const link = links.get(portal);
  return link?.closed.aborted ? undefined : link;
}

/** The failure of a call that has nowhere to go. */
export function notConnected() {
  return failed("auth", "no portal is connected: await connect() first");
}

/** What a placement's frame can do. */
function commands(link, frame) {
  const call = (command, params, options) =>
    reported(
      "placement.call",
      "",
      () => link.secrets,
      () => {
        const problems = [];
        const json = message(command, params, problems);
        const { timeout = ANSWER_TIME, signal } = read(
          options,
          "options",
          { timeout: checks.timeout, signal: checks.signal },
          problems,
        );
        if (problems.length) throw invalid(problems);
        if (link.closed.aborted) throw notConnected();
        return frame.ask(command, json, { timeout: bounded(timeout), signals: [signal, link.closed] });
      },
    );
  const check = (label, problems) => {
    const failure = problems.length ? invalid(problems) : link.closed.aborted && notConnected();
    if (failure) throw failure.toError(label, "", link.secrets);
  };
  return {
    call,
    send(command, params) {
      const problems = [];
      const json = message(command, params, problems);
      check("placement.send", problems);
      frame.tell(command, json);
    },
    on(event, listener) {
      const problems = [];
      if (typeof event !== "string" || !event) problems.push({ path: "event", message: "is not the name of an event" });
      if (typeof listener !== "function") problems.push({ path: "listener", message: "is not a function" });
      check("placement.on", problems);
      return frame.hear(event, listener);
    },
    resize: (width, height) => call("resizeWindow", { width, height }),
    interface: () => call("getInterface"),
  };
}

function message(command, params, problems) {
  if (typeof command !== "string" || !command)
    problems.push({ path: "command", message: "is not the name of a command" });
  return params === undefined ? "" : new Snapshot(params, "params", problems).textWithoutFiles();
}
