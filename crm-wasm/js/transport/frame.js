// The frame of a placement: asks the portal page and hears what it says.
//
// A message to the page is COMMAND:JSON:CALLBACK:APP_SID, an answer is CALLBACK:JSON. The page does not say no: it is silent about
// what it does not know, what it forbids and what its user cancels.

import { failed } from "../error.js";
import { parsed } from "../json.js";
import { time, within } from "./deadline.js";

/** How long the page has to answer, in milliseconds. */
export const ANSWER_TIME = 10_000;

/**
 * What a frame's name, DOMAIN|PROTOCOL|APP_SID, tells about the page that embeds it; undefined when no portal named it.
 *
 * @returns {{ host: string, origin: string, sid: string } | undefined}
 */
export function pageOf(name) {
  const [, domain, protocol, sid] = /^([^|]+)\|([01])\|([^|:]+)$/.exec(name) ?? [];
  try {
    const { host, origin, pathname, search, hash, username } = new URL(
      `http${protocol === "1" ? "s" : ""}://${domain}`,
    );
    const isHost = pathname === "/" && !search && !hash && !username;
    return sid && isHost ? { host, origin, sid } : undefined;
  } catch {
    return undefined;
  }
}

/** The connection to the page that embeds the app. */
export class Frame {
  #window;
  #page;
  #waiting = new Map();
  #count = 0;
  // Another library in the same frame may wait for answers too.
  #prefix = `crm${Math.random().toString(36).slice(2)}x`;
  #listener = (event) => this.#receive(event);

  /** Starts to listen to the page. */
  constructor(window, page) {
    this.#window = window;
    this.#page = page;
    window.addEventListener("message", this.#listener);
  }

  /** Sends a command and waits for its answer; undefined when that is empty. `why` says what silence means. */
  async ask(command, json = "", { timeout = ANSWER_TIME, signals = [], why } = {}) {
    const callback = this.#newCallback();
    try {
      return await within(timeout, signals, ({ trace }) => {
        const answer = new Promise((resolve) => this.#waiting.set(callback, resolve));
        this.#post(command, json, callback);
        trace.now = true;
        return answer;
      });
    } catch (failure) {
      const closed = signals.find((signal) => signal?.why)?.why;
      throw silent(failure.facts, command, timeout, closed, why) ?? failure;
    } finally {
      this.#waiting.delete(callback);
    }
  }

  /** Sends a command that has no answer. */
  tell(command, json = "") {
    this.#post(command, json, "");
  }

  /** Hears an event; gives the function that stops. */
  hear(event, listener) {
    const callback = this.#newCallback();
    // In a task of its own: what the listener throws is the page's to report, not ours.
    this.#waiting.set(callback, (payload) => queueMicrotask(() => listener(payload)));
    // Some commands answer again and again: they are events by another name.
    if (/^bind.+Callback$/.test(event)) this.#post(event, "", callback);
    else this.#post("placementBindEvent", JSON.stringify({ event }), callback);
    return () => void this.#waiting.delete(callback);
  }

  /** Stops listening. */
  close() {
    this.#window.removeEventListener("message", this.#listener);
  }

  #newCallback() {
    this.#count += 1;
    return this.#prefix + this.#count;
  }

  // To the portal's origin and no other. A command with a colon would break the text form, so it goes as an object.
  #post(method, json, callback) {
    const { origin, sid: appSid } = this.#page;
    const message = method.includes(":")
      ? { method, params: json && JSON.parse(json), callback, appSid, requestId: callback }
      : [method, json, callback, appSid].join(":");
    this.#window.parent.postMessage(message, origin);
  }

  // Any window can post messages here; only those of the page that embeds the frame, from the portal's origin, count.
  #receive({ source, origin, data }) {
    if (source !== this.#window.parent || origin !== this.#page.origin || typeof data !== "string") return;
    const colon = data.indexOf(":");
    this.#waiting.get(data.slice(0, colon))?.(parsed(data.slice(colon + 1)));
  }
}

/** The failure of a command that got no answer. */
function silent(facts, command, timeout, closed, why) {
  const ends = { timeout: `within ${time(timeout)}`, aborted: `before ${closed ?? "its caller aborted it"}` };
  const how = ends[facts?.kind];
  if (!how) return undefined;
  const text = `the portal page gave no answer to ${command} ${how}${why && !closed ? `: ${why}` : ""}`;
  return failed(facts.kind, text, { ...facts, retryable: facts.kind === "timeout" && !why });
}
