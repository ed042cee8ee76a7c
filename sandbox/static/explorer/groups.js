// Controls made of several: lists of values, chosen names, conditions and orders.

import { element } from "../ui/elements.js";
import { t } from "../ui/text.js";

const OPERATORS = ["=", "!", ">", ">=", "<", "<=", "@", "!@", "%", "=%", "!%"];

/** A list of values, each by a control that `make` makes. */
export function listControl(make, name) {
  const items = new Rows();
  const add = addButton(t("form.add_item", { name }), () => items.add(make()));
  const whole = element("div", { className: "rows-editor" }, items.element, add);
  return {
    group: true,
    element: whole,
    read: () =>
      items.read((values) => (values.length === 0 ? undefined : values.filter((value) => value !== undefined))),
  };
}

/** Names of an object's fields, chosen one by one. */
export function namesControl(object, usable) {
  const chosen = new Set();
  const marks = element("ul", { className: "marks" });
  const names = fieldsOf(object, usable).map(({ name }) => name);
  const picker = pickFrom(["*", "UF_*", ...names], t("form.add_field"), (name) => {
    chosen.add(name);
    draw();
  });
  const draw = () => {
    marks.replaceChildren(...[...chosen].map((name) => mark(name, () => chosen.delete(name) && draw())));
  };
  const whole = element("div", { className: "rows-editor" }, marks, picker);
  return { group: true, element: whole, read: () => (chosen.size === 0 ? undefined : [...chosen]) };
}

/** Conditions on an object's fields: name, operator, value. */
export function filterControl(object, make) {
  const rows = new Rows();
  const fields = fieldsOf(object, "filter");
  const picker = pickFrom(
    fields.map(({ name }) => name),
    t("form.add_condition"),
    (name) => {
      rows.add(
        condition(
          fields.find((field) => field.name === name),
          make,
        ),
      );
    },
  );
  const whole = element("div", { className: "rows-editor" }, rows.element, picker);
  const merge = (pairs) => (pairs.length === 0 ? undefined : Object.assign({}, ...pairs));
  return { group: true, element: whole, read: () => rows.read(merge) };
}

function condition(field, make) {
  const operator = element("select", {}, ...OPERATORS.map((sign) => new Option(sign, sign)));
  operator.setAttribute("aria-label", t("form.operator", { name: field.name }));
  const isGroup = field.type.endsWith("[]");
  const value = make(isGroup ? { ...field, type: "string", values: [] } : { ...field, required: false });
  value.element.setAttribute?.("aria-label", t("form.value", { name: field.name }));
  const whole = element(
    "div",
    { className: "condition" },
    element("code", { textContent: field.name }),
    operator,
    value.element,
  );
  const read = async () => {
    const sign = operator.value === "=" ? "" : operator.value;
    const given = await value.read();
    return { [`${sign}${field.name}`]: sign.endsWith("@") ? [given] : (given ?? "") };
  };
  return { element: whole, read };
}

/** Fields to sort by, each with its direction. */
export function orderControl(object) {
  const rows = new Rows();
  const names = fieldsOf(object, "order").map(({ name }) => name);
  const picker = pickFrom(names, t("form.add_order"), (name) => rows.add(direction(name)));
  const whole = element("div", { className: "rows-editor" }, rows.element, picker);
  const merge = (pairs) => (pairs.length === 0 ? undefined : Object.assign({}, ...pairs));
  return { group: true, element: whole, read: () => rows.read(merge) };
}

function direction(name) {
  const select = element("select", {}, new Option("ASC", "ASC"), new Option("DESC", "DESC"));
  select.setAttribute("aria-label", t("form.direction", { name }));
  const whole = element("div", { className: "condition" }, element("code", { textContent: name }), select);
  return { element: whole, read: () => ({ [name]: select.value }) };
}

/** Rows that come and go; what they hold is read in their order. */
export class Rows {
  #rows = new Map();
  element = element("div", { className: "editor-rows" });

  /** Adds a row for a control; `removed` runs when it goes again. */
  add(control, removed = () => {}) {
    const row = element("div", { className: "editor-row" }, control.element);
    const remove = element("button", { type: "button", className: "icon-button", textContent: "×" });
    remove.setAttribute("aria-label", t("form.remove"));
    remove.addEventListener("click", () => {
      this.#rows.delete(row);
      row.remove();
      removed();
    });
    row.append(remove);
    this.#rows.set(row, control);
    this.element.append(row);
    row.querySelector("input, select, textarea")?.focus();
  }

  /** What the rows hold, handed to `merge`. */
  async read(merge) {
    const values = [];
    for (const control of this.#rows.values()) values.push(await control.read());
    return merge(values);
  }
}

/** A list to pick a name from, which goes back to its prompt after each. */
export function pickFrom(names, prompt, pick) {
  const select = element(
    "select",
    { className: "picker" },
    new Option(prompt, ""),
    ...names.map((name) => new Option(name, name)),
  );
  select.setAttribute("aria-label", prompt);
  select.addEventListener("change", () => {
    const name = select.value;
    select.value = "";
    if (name !== "") pick(name);
  });
  return select;
}

function fieldsOf(object, usable) {
  return (object?.fields ?? []).filter((field) => field[usable] !== false);
}

function mark(name, remove) {
  const button = element("button", { type: "button", className: "badge primary", textContent: `${name} ×` });
  button.setAttribute("aria-label", `${t("form.remove")}: ${name}`);
  button.addEventListener("click", remove);
  return element("li", {}, button);
}

function addButton(name, act) {
  const button = element("button", { type: "button", className: "button small", textContent: name });
  button.addEventListener("click", act);
  return button;
}
