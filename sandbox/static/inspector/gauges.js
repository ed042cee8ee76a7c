// How full the buckets of requests are, as the portal itself says.

import { element } from "../ui/elements.js";
import { t } from "../ui/text.js";

const ADDRESS = "/_sandbox/limits";
const PAUSE = 500;

/** The gauges, one for each bucket that has something in it. */
export class Gauges {
  #place;
  #isDue = true;

  constructor(place) {
    this.#place = place;
    this.#follow();
  }

  /** A call has come: some bucket may be fuller than shown. */
  look() {
    this.#isDue = true;
  }

  // Asks as long as something sinks: the portal's clock may be moved, and its buckets emptied.
  async #follow() {
    for (;;) {
      if (this.#isDue && !document.hidden) this.#isDue = this.#draw(await this.#read());
      await new Promise((resume) => setTimeout(resume, PAUSE));
    }
  }

  async #read() {
    this.#isDue = false;
    try {
      const response = await fetch(ADDRESS);
      return response.ok ? (await response.json()).buckets : [];
    } catch {
      return []; // The portal is away; the next call that comes asks again.
    }
  }

  #draw(buckets) {
    this.#place.replaceChildren(...buckets.map(gauge));
    return this.#isDue || buckets.length > 0;
  }
}

function gauge({ source, level, capacity }) {
  const meter = element("meter", {
    min: 0,
    max: capacity,
    low: capacity * 0.6,
    high: capacity * 0.85,
    optimum: 0,
    value: level,
  });
  meter.setAttribute("aria-label", `${t("inspector.bucket")}: ${source}`);
  const text = t("inspector.level", { level: level.toFixed(1), capacity });
  return element(
    "div",
    { className: "gauge" },
    element("span", { textContent: source }),
    meter,
    element("span", { className: "gauge-level", textContent: text }),
  );
}
