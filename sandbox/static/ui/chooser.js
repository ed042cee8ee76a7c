// A dialog to choose records from: search, mark, confirm.

import { element, iconButton } from "./elements.js";
import { t } from "./text.js";

const SEARCH_DELAY = 200;
let names = 0;

/**
 * Lets the user choose.
 *
 * @param {object} options
 * @param {string} options.title what is chosen
 * @param {boolean} options.several whether more than one can be marked
 * @param {{ type: string, name: string, search: Function, load: Function }[]} options.sources where items come from:
 *   `search(words)` finds them, `load(ids)` gives those that are marked at the start
 * @param {string[]} [options.selected] ids marked at the start
 * @returns {Promise<object[] | null>} the chosen items with their type; null when the user cancelled
 */
export function chooseFrom(options) {
  return new Promise((settle) => new Chooser(options, settle).show());
}

class Chooser {
  #chosen = new Map();
  #request = 0;

  constructor(options, settle) {
    this.options = options;
    this.settle = settle;
    this.source = options.sources[0];
    this.name = `chooser-${++names}`;
  }

  show() {
    this.search = element("input", {
      type: "search",
      id: this.name,
      placeholder: t("choose.search"),
      autocomplete: "off",
    });
    this.list = element("div", { className: "chooser-list" });
    this.list.setAttribute("role", "group");
    this.list.setAttribute("aria-label", t("choose.results"));
    this.confirm = element("button", { type: "submit", className: "button primary", textContent: t("choose.choose") });
    this.dialog = element("dialog", { className: "chooser" }, this.#form());
    this.dialog.setAttribute("aria-label", this.options.title);
    this.dialog.addEventListener("close", () => this.#finish());
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.#markFirst();
  }

  async #markFirst() {
    const { selected = [], sources } = this.options;
    const loads = selected.length > 0 ? sources.map((source) => this.#itemsOf(source, source.load(selected))) : [];
    // Marks that cannot be read are not worth a dialog that does not open.
    const items = await Promise.all(loads).catch(() => []);
    for (const item of items.flat()) this.#mark(item, true);
    await this.#load();
  }

  async #itemsOf({ type }, found) {
    return (await found).map((item) => ({ ...item, type }));
  }

  #form() {
    const cancel = element("button", { type: "button", className: "button", textContent: t("choose.cancel") });
    cancel.addEventListener("click", () => this.dialog.close());
    const label = element("label", {
      htmlFor: this.name,
      className: "visually-hidden",
      textContent: t("choose.search"),
    });
    const form = element(
      "form",
      { method: "dialog" },
      element(
        "header",
        {},
        element("h2", { textContent: this.options.title }),
        iconButton(t("choose.cancel"), () => this.dialog.close()),
      ),
      this.#sources(),
      label,
      this.search,
      this.list,
      element("footer", {}, cancel, this.confirm),
    );
    form.addEventListener("submit", () => (this.confirmed = true));
    this.search.addEventListener("input", () => this.#loadSoon());
    // Enter in the search field searches; it must not confirm a choice nobody made.
    this.search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    return form;
  }

  #sources() {
    const bar = element("div", { className: "segments", hidden: this.options.sources.length < 2 });
    for (const source of this.options.sources) {
      const radio = element("input", { type: "radio", name: `${this.name}-source`, checked: source === this.source });
      radio.addEventListener("change", () => {
        this.source = source;
        this.#load();
      });
      bar.append(element("label", {}, radio, element("span", { textContent: source.name })));
    }
    return bar;
  }

  #loadSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#load(), SEARCH_DELAY);
  }

  async #load() {
    const request = ++this.#request;
    try {
      const items = await this.#itemsOf(this.source, this.source.search(this.search.value.trim()));
      if (request === this.#request) this.#draw(items);
    } catch (error) {
      if (request === this.#request) this.#draw([], error.message);
    }
  }

  #draw(items, note = t("choose.nothing")) {
    const nothing = element("p", { className: "empty", textContent: note });
    this.list.replaceChildren(...(items.length > 0 ? items.map((item) => this.#row(item)) : [nothing]));
    this.#count();
  }

  #row(item) {
    const input = element("input", {
      type: this.options.several ? "checkbox" : "radio",
      name: `${this.name}-item`,
      checked: this.#chosen.has(item.id),
    });
    input.addEventListener("change", () => {
      this.#mark(item, input.checked);
      this.#count();
    });
    const text = element(
      "span",
      {},
      element("strong", { textContent: item.title }),
      element("small", { textContent: item.desc ?? "" }),
    );
    return element("label", { className: "chooser-row" }, input, text);
  }

  #mark(item, marked) {
    if (!this.options.several) this.#chosen.clear();
    if (marked) this.#chosen.set(item.id, item);
    else this.#chosen.delete(item.id);
  }

  #count() {
    const count = this.#chosen.size;
    this.confirm.disabled = count === 0;
    this.confirm.textContent =
      this.options.several && count > 0 ? t("choose.choose_n", { n: count }) : t("choose.choose");
  }

  #finish() {
    this.dialog.remove();
    this.settle(this.confirmed ? [...this.#chosen.values()] : null);
  }
}
