// The parameters of a method as a form: a control for each, and the values they hold together.
//
// A control is `{ element, read }`; `read` gives the value, undefined for one that is not sent, and throws a
// sentence when what was entered cannot be sent.

import { element } from "../ui/elements.js";
import { t } from "../ui/text.js";
import { objectControl } from "./objects.js";
import { controlOf } from "./types.js";

/** The controls of a method's parameters; `read()` settles with what they hold. */
export function paramControls(spec) {
  const controls = spec.params.map((param) => ({ name: param.name, ...paramControl(param, spec) }));
  return {
    elements: controls.map((control) => control.element),
    async read() {
      const params = {};
      for (const { name, read } of controls) {
        const value = await read();
        if (value !== undefined) params[name] = value;
      }
      return params;
    },
  };
}

function paramControl(param, spec) {
  const control = controlOf(param, spec, { objectControl, optional: !param.required });
  return { element: labelled(param, control), read: control.read };
}

/** A control under its name; groups of controls become a fieldset. */
export function labelled(field, control) {
  const title = field.title && field.title !== field.name ? ` ${field.title}` : "";
  const name = element(
    "span",
    { className: "param-name" },
    element("code", { textContent: field.name }),
    element("small", { textContent: `${title} · ${field.type}${field.required ? ` · ${t("form.required")}` : ""}` }),
  );
  const doc = element("small", { className: "param-doc", textContent: docOf(field) });
  if (control.group) {
    return element("fieldset", { className: "param group" }, element("legend", {}, name), doc, control.element);
  }
  return element("label", { className: "param field" }, name, control.element, doc);
}

function docOf({ doc, deprecated }) {
  return typeof deprecated === "string" ? `${doc} ${deprecated}` : doc;
}
