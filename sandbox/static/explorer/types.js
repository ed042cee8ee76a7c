// A control for every type of the spec; what has none of its own is entered as JSON.

import { element } from "../ui/elements.js";
import { t } from "../ui/text.js";
import { filterControl, listControl, namesControl, orderControl } from "./groups.js";

/**
 * A control for a field.
 *
 * @param {object} field as the spec has it
 * @param {object} spec the form's objects and directories
 * @param {{ objectControl: Function, optional: boolean }} how
 */
export function controlOf(field, spec, how) {
  const { type, values = [] } = field;
  const inside = (word) => (type.startsWith(`${word}<`) && type.endsWith(">") ? type.slice(word.length + 1, -1) : null);
  const make = (inner, optional = false) => controlOf(inner, spec, { ...how, optional });
  if (inside("status") && spec.entries[inside("status")]?.length > 0) {
    return choiceControl(spec.entries[inside("status")], { ...field, other_values: false }, how);
  }
  if (values.length > 0)
    return choiceControl(
      values.map(({ value, doc }) => [value, doc]),
      field,
      how,
    );
  if (type.includes(" | ")) return jsonControl(field);
  if (type.endsWith("[]")) {
    const item = { ...field, type: type.slice(0, -2), values: [] };
    return listControl(() => make(item), field.name);
  }
  if (inside("select")) return namesControl(spec.objects[inside("select")], "select");
  if (inside("order")) return orderControl(spec.objects[inside("order")]);
  if (inside("filter")) return filterControl(spec.objects[inside("filter")], make);
  if (inside("status")) return textControl("text");
  if (inside("id")) return numberControl({ step: 1, min: 0 });
  if (spec.objects[type]) return how.objectControl(spec.objects[type], make);
  return (PLAIN[type] ?? jsonControl)(field, spec, how);
}

const PLAIN = {
  string: () => textControl("text"),
  url: () => textControl("url"),
  text: () => textareaControl(),
  integer: () => numberControl({ step: 1 }),
  double: () => numberControl({ step: "any" }),
  flag: (_, __, how) => flagControl(how.optional),
  bit: (_, __, how) => flagControl(how.optional, 1, 0),
  boolean: (_, __, how) => flagControl(how.optional),
  date: () => textControl("date"),
  datetime: () => momentControl(),
  file: () => fileControl(),
  event: (field, spec, how) =>
    choiceControl(
      spec.events.map((name) => [name, ""]),
      field,
      how,
    ),
  placement: (field, spec, how) =>
    choiceControl(
      spec.placements.map((name) => [name, ""]),
      field,
      how,
    ),
};

function textControl(type) {
  const input = element("input", { type, autocomplete: "off" });
  return { element: input, read: () => (input.value === "" ? undefined : input.value) };
}

function textareaControl() {
  const input = element("textarea", { rows: 3 });
  return { element: input, read: () => (input.value === "" ? undefined : input.value) };
}

function numberControl(limits) {
  const input = element("input", { type: "number", ...limits });
  return { element: input, read: () => (input.value === "" ? undefined : Number(input.value)) };
}

function flagControl(optional, yes = true, no = false) {
  if (!optional) {
    const input = element("input", { type: "checkbox" });
    return { element: input, read: () => (input.checked ? yes : no) };
  }
  const select = element(
    "select",
    {},
    new Option("", ""),
    new Option(t("form.yes"), "Y"),
    new Option(t("form.no"), "N"),
  );
  return { element: select, read: () => (select.value === "" ? undefined : select.value === "Y" ? yes : no) };
}

function momentControl() {
  const input = element("input", { type: "datetime-local", step: 1 });
  return { element: input, read: () => (input.value === "" ? undefined : new Date(input.value).toISOString()) };
}

function fileControl() {
  const input = element("input", { type: "file" });
  const read = async () => {
    const [file] = input.files;
    if (file === undefined) return undefined;
    return { fileData: [file.name, await base64(file)] };
  };
  return { element: input, read };
}

function base64(file) {
  return new Promise((settle, fail) => {
    const reader = new FileReader();
    reader.onload = () => settle(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}

/** A choice of known values; where others may exist too, they are suggestions only. */
function choiceControl(choices, field, { optional }) {
  if (field.other_values) return suggestionControl(choices);
  const options = choices.map(([value, title]) => new Option(title ? `${value} – ${title}` : value, value));
  const select = element("select", {}, ...(optional || field.required ? [new Option("", "")] : []), ...options);
  return { element: select, read: () => (select.value === "" ? undefined : select.value) };
}

let lists = 0;

function suggestionControl(choices) {
  const id = `suggestions-${++lists}`;
  const input = element("input", { autocomplete: "off" });
  input.setAttribute("list", id);
  const list = element("datalist", { id }, ...choices.map(([value, title]) => new Option(title || value, value)));
  const whole = element("span", { className: "with-list" }, input, list);
  return { element: whole, read: () => (input.value === "" ? undefined : input.value) };
}

function jsonControl(field) {
  const input = element("textarea", { rows: 3, className: "code-input", placeholder: "JSON", spellcheck: false });
  const read = () => {
    if (input.value.trim() === "") return undefined;
    try {
      input.setCustomValidity("");
      return JSON.parse(input.value);
    } catch (error) {
      input.setCustomValidity(error.message);
      throw new Error(t("form.bad_json", { name: field.name, reason: error.message }), { cause: error });
    }
  };
  return { element: input, read };
}
