// A call of a method, made of what its parameters are.

import data from "./help.json";

const objects = new Map(data.objects.map((object) => [object.name, object]));

const VALUES = {
  integer: "1",
  double: "1.5",
  flag: "true",
  boolean: "true",
  date: "new Date()",
  datetime: "new Date()",
  file: "file",
  any: '"…"',
  event: '"ONCRMLEADADD"',
};

/** A call that names what has to be named, and something of the rest where nothing has. */
export function exampleOf(method, name) {
  return `await ${name}.${method.js}(${paramsOf(method)})`;
}

/** What such a call passes. */
export function paramsOf({ params }) {
  const shown = membersOf(params, 0);
  return shown && `{ ${shown} }`;
}

function membersOf(fields, depth) {
  const sent = fields.filter(({ readonly }) => !readonly);
  const required = sent.filter((field) => field.required);
  const chosen = required.length ? required : sent.slice(0, 1);
  return chosen.map((field) => `${key(field.name)}: ${valueOf(field, depth)}`).join(", ");
}

function key(name) {
  return /^\w+$/.test(name) ? name : JSON.stringify(name);
}

function valueOf({ type, values }, depth) {
  if (values) return JSON.stringify(values[0]);
  const [first] = type.split(" | ");
  const item = /^\(?(.+?)\)?\[\]$/.exec(first)?.[1];
  if (item) return `[${valueOf({ type: item }, depth)}]`;
  const [, kind, of] = /^(\w+)(?:<(.+)>)?$/.exec(first) ?? [];
  if (kind === "id") return "1";
  if (kind === "map") return `{ name: ${valueOf({ type: of }, depth)} }`;
  if (["select", "filter", "order"].includes(kind)) return aboutFields(kind, objects.get(of), depth);
  const object = objects.get(kind);
  if (object) return depth < 3 ? `{ ${membersOf(object.fields, depth + 1)} }` : "{}";
  return VALUES[kind] ?? '"…"';
}

function aboutFields(kind, object, depth) {
  const [id, other = id] = object?.fields ?? [{ name: "ID", type: "integer" }];
  if (kind === "select") return `["${id.name}", "${other.name}"]`;
  return kind === "order" ? `{ ${key(id.name)}: "ASC" }` : `{ ${key(other.name)}: ${valueOf(other, depth + 1)} }`;
}
