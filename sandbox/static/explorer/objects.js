// An object's fields: those that are required stand there, the others are picked.

import { element } from "../ui/elements.js";
import { t } from "../ui/text.js";
import { Rows, pickFrom } from "./groups.js";
import { labelled } from "./params.js";

/** A control for an object; `make(field)` makes those of its fields. */
export function objectControl(object, make) {
  const rows = new Rows();
  const used = new Set();
  const isExpected = ({ name, required }) => required || (object.multifield && OF_ENTRIES.includes(name));
  const fields = object.fields.filter((field) => !field.readonly || field.import);
  const picker = pickFrom(
    fields.map(({ name }) => name),
    t("form.add_field"),
    (name) => {
      const field = fields.find((each) => each.name === name);
      if (field && !used.has(name)) add(field);
    },
  );
  const add = (field) => {
    const control = make(field);
    used.add(field.name);
    sync();
    rows.add(named(field, control), () => {
      used.delete(field.name);
      sync();
    });
  };
  const sync = () => {
    for (const option of picker.options) option.disabled = used.has(option.value);
  };
  for (const field of fields.filter(isExpected)) add(field);
  const whole = element("div", { className: "rows-editor" }, rows.element, picker, ownField(object, add));
  return { group: true, element: whole, read: () => rows.read(merge) };
}

// An entry of PHONE, EMAIL and the like says nothing without these two.
const OF_ENTRIES = ["VALUE", "VALUE_TYPE"];

function named(field, control) {
  const read = async () => {
    const value = await control.read();
    // A field that stands there is sent: empty, it clears what the record holds.
    return { [field.name]: value === undefined ? "" : value };
  };
  return { element: labelled(field, control), read };
}

function merge(members) {
  return members.length === 0 ? undefined : Object.assign({}, ...members);
}

/** For objects with fields nobody declared: a name to type. */
function ownField(object, add) {
  const patterns = object.open ?? [];
  if (patterns.length === 0) return "";
  const input = element("input", { placeholder: patterns[0], autocomplete: "off" });
  input.setAttribute("aria-label", t("form.custom_field"));
  const button = element("button", { type: "button", className: "button small", textContent: t("form.add") });
  button.addEventListener("click", () => {
    const name = input.value.trim();
    input.value = "";
    if (name !== "") add({ name, type: "string", doc: t("form.custom_doc"), title: "", values: [] });
  });
  return element("div", { className: "own-field" }, input, button);
}
