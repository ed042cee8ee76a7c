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

test("the package exports a function for each method, and each is called by a test", () => {
  for (const { js } of model.methods) {
    assert.equal(typeof crm[js], "function", js);
    assert.match(sources, new RegExp(`\\bcrm\\.${js}\\b`), `crm.${js} is not called`);
  }
});

test("each method's result is compared with the spec", () => {
  const missing = model.methods.filter(({ name }) => {
    const [, keeper] = /^(app\.option|user\.option)\./.exec(name) ?? [];
    const shared = isRow(name) || (keeper && sources.includes(`name: "${keeper}"`));
    return !shared && !sources.includes(`shaped("${name}"`);
  });
  assert.deepEqual(
    missing.map(({ name }) => name),
    [],
  );
});

test("each method's documented errors are provoked", () => {
  const documented = model.methods.filter(({ errors }) => errors.length > 0);
  const missing = documented.filter(({ name }) => !isRow(name) && !sources.includes(`provokeErrors(t, "${name}"`));
  assert.deepEqual(
    missing.map(({ name }) => name),
    [],
  );
});

// Shared suites take rows such as `add: ["crm.lead.contact.add", crm.crmLeadContactAdd]`.
function isRow(name) {
  return new RegExp(`\\[\\s*"${name.replaceAll(".", "\\.")}",`).test(sources);
}
