// The list of calls, newest first, narrowed down by the filter over it.

import { properName } from "../ui/code.js";
import { element } from "../ui/elements.js";
import { plural, t } from "../ui/text.js";

const KEPT = 1000;
const SHOWN = 200;

/** Whether a call did not do what was asked. */
export function hasFailed({ status, fault }) {
  return status !== 200 || fault !== null;
}

/** The list. `choose(entry, byHand)` is called with the call to look at. */
export class CallList {
  #entries = [];
  #waiting = [];
  #rows = new Map();
  #chosen = null;
  #drawn = false;
  paused = false;

  constructor({ list, summary, filter, choose }) {
    Object.assign(this, { list, summary, filter, choose });
    filter.addEventListener("input", () => this.draw());
    filter.addEventListener("submit", (event) => event.preventDefault());
    list.addEventListener("keydown", (event) => this.#move(event));
  }

  /** Takes a call in; it is shown with the next {@link draw}. */
  add(entry) {
    if (this.paused) {
      this.#waiting.push(entry);
      return;
    }
    this.#entries.unshift(entry);
    for (const gone of this.#entries.splice(KEPT)) this.#rows.delete(gone.id);
  }

  /** Holds new calls back, or lets those in that came meanwhile. */
  pause(paused) {
    this.paused = paused;
    if (!paused) for (const entry of this.#waiting.splice(0)) this.add(entry);
    this.draw();
  }

  /** Forgets every call. */
  clear() {
    this.#entries = [];
    this.#waiting = [];
    this.#rows.clear();
    this.draw();
  }

  /** Chooses the call of that number; false when it is not among the kept ones. */
  show(id) {
    const entry = this.#entries.find((each) => each.id === id);
    if (entry === undefined) return false;
    this.#choose(entry, false);
    this.#rows.get(id)?.scrollIntoView({ block: "nearest" });
    return true;
  }

  /** Shows what the filter lets through; many calls at once are drawn once. */
  draw() {
    if (this.#drawn) return;
    this.#drawn = true;
    queueMicrotask(() => {
      this.#drawn = false;
      this.#drawNow();
    });
  }

  #drawNow() {
    const wanted = this.#entries.filter(wantedBy(new FormData(this.filter)));
    const rows = wanted.slice(0, SHOWN).map((entry) => this.#row(entry));
    // Rows that stay where they are keep the focus.
    const shown = new Set(rows);
    for (const old of [...this.list.children]) if (!shown.has(old)) old.remove();
    rows.forEach((row, at) => {
      if (this.list.children[at] !== row) this.list.insertBefore(row, this.list.children[at] ?? null);
    });
    this.summary.textContent = this.#describe(wanted.length);
  }

  #describe(count) {
    if (this.paused) return t("inspector.paused", { n: this.#waiting.length });
    if (this.#entries.length === 0) return t("inspector.waiting");
    const failed = this.#entries.filter(hasFailed).length;
    return `${plural("inspector.count", count)} · ${plural("inspector.count_failed", failed)}`;
  }

  #row(entry) {
    const known = this.#rows.get(entry.id);
    if (known !== undefined) return known;
    const button = element(
      "button",
      { type: "button", className: "call" },
      statusMark(entry),
      element("code", { textContent: properName(entry.method) || t("inspector.no_method") }),
      element("span", { className: "call-caller", textContent: callerName(entry) }),
      element("span", { className: "call-time", textContent: `${Math.round(entry.duration_ms)} ms` }),
      element("time", { textContent: clockTime(entry.moment) }),
    );
    button.addEventListener("click", () => this.#choose(entry, true));
    const row = element("li", {}, button);
    this.#rows.set(entry.id, row);
    return row;
  }

  #choose(entry, byHand) {
    this.#rows.get(this.#chosen)?.firstElementChild.removeAttribute("aria-current");
    this.#chosen = entry.id;
    this.#row(entry).firstElementChild.setAttribute("aria-current", "true");
    this.choose(entry, byHand);
  }

  #move(event) {
    const row = event.target.closest("li");
    const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[event.key];
    if (!next) return;
    event.preventDefault();
    next.firstElementChild.focus();
    next.firstElementChild.click();
  }
}

/** The status as a coloured word. */
export function statusMark(entry) {
  const { status, fault } = entry;
  const tone = hasFailed(entry) ? "failure" : "success";
  const text = status === 0 ? t("inspector.no_answer") : String(status);
  return element("span", { className: `status ${tone}`, textContent: fault === null ? text : `${text} ⚡` });
}

/** Who called, in a word or two. */
export function callerName({ caller }) {
  return caller.name === "" ? caller.kind : caller.name;
}

/** The time of day of a moment. */
export function clockTime(moment) {
  return moment.slice(11, 19);
}

function wantedBy(filter) {
  const method = pattern(filter.get("method").trim());
  const caller = filter.get("caller");
  const text = filter.get("text").trim().toLowerCase();
  const failed = filter.get("failed") !== null;
  return (entry) =>
    method.test(entry.method) &&
    (caller === "" || entry.caller.kind === caller) &&
    (!failed || hasFailed(entry)) &&
    (text === "" || JSON.stringify([entry.params, entry.answer]).toLowerCase().includes(text));
}

// A star stands for any letters; without one the words may stand anywhere in the name.
function pattern(words) {
  const parts = words.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const whole = parts.length > 1 ? `^${parts.join(".*")}$` : parts[0];
  return new RegExp(whole, "i");
}
