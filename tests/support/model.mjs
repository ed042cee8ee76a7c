// The whole API as `codegen model` prints it: what the tests are measured against.

import { execFileSync } from "node:child_process";

import { root } from "./places.mjs";

const options = { cwd: root, encoding: "utf8", maxBuffer: 64 << 20 };

/** The resolved model of the spec; its shape is documented in codegen/README.md. */
export const model = JSON.parse(execFileSync("cargo", ["run", "--quiet", "--package=codegen", "--", "model"], options));

const methods = new Map(model.methods.map((method) => [method.name, method]));
const objects = new Map(model.objects.map((object) => [object.name, object]));
const events = new Map(model.events.map((event) => [event.name, event]));

/** The method of a wire name. */
export const method = (name) => methods.get(name) ?? unknown("method", name);

/** The object of a spec name. */
export const object = (name) => objects.get(name) ?? unknown("object", name);

/** The event of a wire name. */
export const event = (name) => events.get(name) ?? unknown("event", name);

function unknown(kind, name) {
  throw new Error(`the spec declares no ${kind} ${name}`);
}
