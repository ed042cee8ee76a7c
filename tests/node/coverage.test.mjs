// No method of the spec is left out of the tests in this folder, and no documented error.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as crm from "crm-wasm";

import { model } from "../support/model.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const sources = readdirSync(folder)
  .filter((name) => name !== "coverage.test.mjs")
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

test("the package exports a function for each method and each list, and each is called by a test", () => {
  const lists = model.methods.filter(({ list }) => list).map(({ js }) => ({ js: `${js}All` }));
  for (const { js } of [...model.methods, ...lists]) {
    assert.equal(typeof crm[js], "function", js);
    assert.match(sources, new RegExp(`\\bcrm\\.${js}\\b`), `crm.${js} is not called`);
  }
});

test("the package exports a function for each event", () => {
  for (const { js } of model.events) assert.equal(typeof crm[js], "function", js);
});

test("each method's result is compared with the spec", () => {
  const missing = names(model.methods).filter(
    (name) => !occurs(`shaped\\(`, name) && !occurs(`\\[`, name) && !isKept(name),
  );
  assert.deepEqual(missing, []);
});

test("each method's documented errors are provoked", () => {
  const documented = names(model.methods.filter(({ errors }) => errors.length > 0));
  const missing = documented.filter((name) => !occurs(`provokeErrors\\(\\s*t,`, name) && !occurs(`\\[`, name));
  assert.deepEqual(missing, []);
});

const names = (methods) => methods.map(({ name }) => name);

// After `[` it stands in a row of a shared suite: `add: ["crm.lead.contact.add", crm.crmLeadContactAdd]`.
function occurs(before, name) {
  return new RegExp(`${before}\\s*"${name.replaceAll(".", "\\.")}",`).test(sources);
}

// What an application and its user keep is tested by one loop over the two families.
function isKept(name) {
  const family = name.slice(0, name.lastIndexOf("."));
  return sources.includes(`name: "${family}", get: crm.`);
}
