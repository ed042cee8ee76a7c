// Compares a decoded value with the type that the spec declares for it.

import assert from "node:assert/strict";

import { method, event, object } from "./model.mjs";

/** Fails unless the result of a method has the declared shape; gives the result back. */
export function shaped(name, value) {
  const { result, list } = method(name);
  const problems = [];
  if (list) page(result, value, name, problems);
  else fits(result, value, name, problems);
  assert.deepEqual(problems, [], `${name} gives what the spec declares`);
  return value;
}

/** Fails unless an event's data has the declared shape. */
export function shapedEvent(name, data) {
  const problems = [];
  fits({ type: event(name).data }, data, name, problems);
  assert.deepEqual(problems, [], `${name} brings what the spec declares`);
}

function page(result, value, path, problems) {
  if (!Array.isArray(value?.items)) return problems.push(`${path}: no page, ${JSON.stringify(value)}`);
  value.items.forEach((row, at) => fits({ ...result, partial: true }, row, `${path}[${at}]`, problems));
  fits({ type: "integer", optional: true }, value.total, `${path}.total`, problems);
  fits({ type: "integer", optional: true }, value.next, `${path}.next`, problems);
}

function fits(field, value, path, problems) {
  if (value === undefined && field.optional) return;
  if (value === null && field.nullable) return;
  const wrong = problems.length;
  for (const type of field.type.split(" | ")) {
    const found = [];
    check(type.trim(), value, path, found, field);
    if (found.length === 0) return void (problems.length = wrong);
    problems.push(...found);
  }
}

// What a scalar type's decoded value is. `none` is the portal's zero for "no record".
const SCALARS = {
  string: (value) => typeof value === "string",
  integer: Number.isInteger,
  double: (value) => typeof value === "number" && Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value),
  datetime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value),
  file: (value) => Number.isInteger(value?.id),
  id: (value) => Number.isInteger(value) && value >= 0,
  any: () => true,
};
const SAME = { text: "string", url: "string", flag: "boolean", bit: "boolean", event: "string", placement: "string" };

function check(type, value, path, problems, field) {
  const generic = /^(\w+)<(.+)>$/.exec(type);
  if (type.endsWith("[]")) return each(type.slice(0, -2), value, path, problems, field, Array.isArray(value));
  if (generic?.[1] === "map") return each(generic[2], value, path, problems, field, isRecord(value));
  if (type === "enum") return enumerated(field, value, path, problems);
  const name = generic ? { id: "id", status: "string" }[generic[1]] : (SAME[type] ?? type);
  if (!SCALARS[name]) return record(object(type), value, path, problems, field.partial);
  if (!SCALARS[name](value)) problems.push(`${path}: ${JSON.stringify(value)} is no ${type}`);
}

function each(type, value, path, problems, field, isContainer) {
  if (!isContainer) return problems.push(`${path}: ${JSON.stringify(value)} is no list or map of ${type}`);
  for (const [key, item] of Object.entries(value))
    fits({ values: field.values, type }, item, `${path}.${key}`, problems);
}

function enumerated({ values = [], other_values: open }, value, path, problems) {
  const listed = open ? typeof value === "string" : values.some((known) => known.value === value);
  if (!listed) problems.push(`${path}: ${JSON.stringify(value)} is none of the listed values`);
}

function record({ name, fields, nullable, open }, value, path, problems, partial) {
  if (!isRecord(value)) return problems.push(`${path}: ${JSON.stringify(value)} is no ${name}`);
  for (const field of fields) {
    const missing = partial && value[field.name] === undefined;
    if (missing || field.writeonly) continue;
    fits({ ...field, nullable: field.nullable ?? nullable }, value[field.name], `${path}.${field.name}`, problems);
  }
  if (open?.length || name === "Any") return;
  const declared = new Set(fields.map((field) => field.name));
  for (const key of Object.keys(value)) if (!declared.has(key)) problems.push(`${path}.${key}: nobody declared it`);
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
