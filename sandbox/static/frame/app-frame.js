// One app in one iframe: opening it, checking who speaks, and answering its commands.

import { ask } from "./backend.js";
import { COMMANDS } from "./commands.js";
import { readMessage, writeReply } from "./message.js";
import { isAllowed } from "./rules.js";
import { SILENT } from "./silent.js";
import { element } from "../ui/elements.js";
import { t } from "../ui/text.js";

/** How long a page may load before it is taken for one that does not speak, in milliseconds. */
const PATIENCE = 4000;

const frames = new Set();

/** The page's side of one embedded app. */
export class AppFrame {
  #host;
  #window;
  #listeners = new Map();
  #opened = false;
  #waiting;
  #asked = Promise.resolve();

  /**
   * @param {HTMLElement} host the element the server rendered around the iframe
   * @param {object} page what the page can do for its apps: `reloadCard`, `setTitle`, …
   */
  constructor(host, page) {
    this.#host = host;
    this.page = page;
    this.iframe = host.querySelector("iframe");
    this.sid = host.dataset.sid;
    this.app = host.dataset.app;
    this.name = this.iframe.title;
    this.origin = host.dataset.origin;
    this.placement = host.dataset.placement;
    this.admin = host.dataset.admin === "true";
    this.mode = host.dataset.mode;
    this.commands = wordsOf(host.dataset.commands);
    this.events = wordsOf(host.dataset.events);
    this.firstRun = true;
  }

  /** Loads the app the first time it is asked for; a tab that nobody opens costs nothing. */
  open() {
    if (this.#opened) return;
    this.#opened = true;
    this.iframe.addEventListener("load", () => this.#host.classList.add("is-loaded"));
    this.#window = this.iframe.contentWindow;
    frames.add(this);
    const form = this.#host.querySelector("form");
    if (form) this.#post(form);
    else this.iframe.src = this.iframe.dataset.src;
  }

  // What a server answers to POST is hidden from this page; an app that never speaks is the only sign of a refusal.
  #post(form) {
    const hint = () =>
      this.#host.prepend(element("p", { className: "note plain", role: "status", textContent: t("apps.silent") }));
    this.iframe.addEventListener("load", () => (this.#waiting ??= setTimeout(hint, PATIENCE)), { once: true });
    form.submit();
  }

  #hear() {
    clearTimeout(this.#waiting);
    this.#waiting = 0;
    this.#host.querySelector(".note")?.remove();
  }

  /** Whether this message comes from the app, from the window and the origin it was registered with. */
  sent(event) {
    return event.source === this.#window && event.origin === this.origin;
  }

  /** Runs one message; whatever is unknown, denied or malformed stays without an answer, as on a real portal. */
  async receive(data) {
    const message = readMessage(data);
    if (message === null || message.sid !== this.sid) return;
    this.#hear();
    const command = COMMANDS.get(message.command);
    if (command === undefined || !isAllowed(message.command, this)) {
      this.page.explainSilence(message.command, this);
      return;
    }
    if (await this.#isSilenced(message.command)) return;
    const value = await command(this, message.params, message.callback);
    if (value !== SILENT) this.reply(message.callback, value);
  }

  /** Whether a fault keeps the answer back. One question at a time, so that messages stay in their order. */
  #isSilenced(command) {
    const answer = this.#asked.then(() => ask("silence", { sid: this.sid, command }));
    this.#asked = answer.catch(() => undefined);
    return answer.then(
      ({ silent }) => silent,
      () => false,
    );
  }

  /** Posts an answer to the app. */
  reply(callback, value) {
    if (callback !== "") this.iframe.contentWindow?.postMessage(writeReply(callback, value), this.origin);
  }

  /** Answers `callback` each time the placement's `event` happens. */
  subscribe(event, callback) {
    const listeners = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, [...listeners, callback]);
  }

  /** Tells the app that the placement's `event` happened. */
  emit(event, value) {
    for (const callback of this.#listeners.get(event) ?? []) this.reply(callback, value);
  }

  /** Sets the iframe's size in pixels; a tab is as wide as its card, whatever the app asks for. */
  resize(width, height) {
    if (this.mode !== "tab" && width !== undefined) this.iframe.style.width = width;
    if (height !== undefined) this.iframe.style.height = height;
    return { width: this.iframe.offsetWidth, height: this.iframe.offsetHeight };
  }
}

function wordsOf(text) {
  return text ? text.split(" ") : [];
}

/** Starts listening to every opened frame of this page. */
export function listen() {
  window.addEventListener("message", (event) => {
    for (const frame of frames) {
      if (frame.sent(event)) {
        frame.receive(event.data);
        return;
      }
    }
  });
}
