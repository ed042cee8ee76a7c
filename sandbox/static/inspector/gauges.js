// How full each caller's bucket of requests is: raised by calls, sinking by itself.

import { element } from "../ui/elements.js";
import { t } from "../ui/text.js";
import { callerName } from "./calls.js";

const TICK = 500;

/** The gauges, one for each caller that has something in its bucket. */
export class Gauges {
  #levels = new Map();

  constructor(place) {
    this.place = place;
    this.capacity = Number(place.dataset.capacity ?? 0);
    this.leak = Number(place.dataset.leak ?? 0);
    if (this.capacity > 0) setInterval(() => this.#draw(), TICK);
  }

  /** Notes the level that a call left. */
  see(entry) {
    if (entry.bucket === null) return;
    const name = `${callerName(entry)} (${entry.caller.kind})`;
    this.#levels.set(name, { level: entry.bucket, at: Date.parse(entry.moment) });
    this.newest = Math.max(this.newest ?? 0, Date.parse(entry.moment));
    // The portal's clock may have been moved; time passes here by this machine's.
    this.seenAt = performance.now();
  }

  #draw() {
    const now = (this.newest ?? 0) + (performance.now() - (this.seenAt ?? 0));
    const levels = [...this.#levels].map(([name, { level, at }]) => [
      name,
      Math.max(0, level - ((now - at) / 1000) * this.leak),
    ]);
    const filled = levels.filter(([, level]) => level > 0.05);
    this.place.replaceChildren(...filled.map(([name, level]) => this.#gauge(name, level)));
  }

  #gauge(name, level) {
    const text = t("inspector.level", { level: level.toFixed(1), capacity: this.capacity });
    const meter = element("meter", {
      min: 0,
      max: this.capacity,
      low: this.capacity * 0.6,
      high: this.capacity * 0.85,
      optimum: 0,
      value: level,
    });
    meter.setAttribute("aria-label", `${t("inspector.bucket")}: ${name}`);
    return element(
      "div",
      { className: "gauge" },
      element("span", { textContent: name }),
      meter,
      element("span", { className: "gauge-level", textContent: text }),
    );
  }
}
