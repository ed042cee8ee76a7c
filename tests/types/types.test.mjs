// Compiles the samples in this folder, and checks that none of the methods is left out.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { model } from "../support/model.mjs";
import { tool } from "../support/packed.mjs";
import { pkg } from "../support/places.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const samples = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const declarations = readFileSync(join(pkg, "index.d.ts"), "utf8");

// A directive must meet an error, so tsc proves each bad call bad.
for (const config of ["tsconfig.json", "tsconfig.nodenext.json"]) {
  test(`the samples compile with ${config}`, () => tool("tsc", ["--project", join(folder, config)]));
}

/** Lists have a second function, for all of their rows. */
const functions = model.methods.flatMap((method) => [
  method,
  ...(method.list ? [{ ...method, js: `${method.js}All` }] : []),
]);

test("every function has a call that compiles and one that must not", () => {
  const missing = functions.flatMap(({ js }) => {
    const { good, bad } = calls(js);
    return [good === 0 && `${js}: no good call`, bad === 0 && `${js}: no bad call`].filter(Boolean);
  });
  assert.deepEqual(missing, []);
});

// A bad call begins on the line after its directive, which says what is wrong.
function calls(js) {
  const count = { good: 0, bad: 0 };
  for (const sample of samples) {
    const lines = readFileSync(join(folder, sample), "utf8").split("\n");
    lines.forEach((line, at) => {
      if (!new RegExp(`\\b${js}\\(`).test(line)) return;
      count[/@ts-expect-error: \S/.test(lines[at - 1]) ? "bad" : "good"] += 1;
    });
  }
  return count;
}

test("every function is documented, links its page, and names its replacement when it is deprecated", () => {
  const problems = [...functions, ...model.events].flatMap((method) => {
    const doc = docOf(method.js);
    const replacement = functionOf(method.deprecated?.use);
    return [
      !doc && `${method.js}: no comment`,
      doc && !doc.includes("https://") && `${method.js}: no link to the documentation`,
      replacement && !/@deprecated/.test(doc) && `${method.js}: not marked as deprecated`,
      replacement && !doc.includes(replacement) && `${method.js}: does not name ${replacement}`,
      !replacement && /@deprecated/.test(doc) && `${method.js}: marked as deprecated, and is not`,
    ].filter(Boolean);
  });
  assert.deepEqual(problems, []);
});

// The function of a method; its name on the wire where the package has none.
function functionOf(name) {
  return model.methods.find((method) => method.name === name)?.js ?? name;
}

// The comment right before a function's first declaration.
function docOf(js) {
  const at = declarations.search(new RegExp(`export function ${js}\\b`));
  const before = declarations.slice(0, Math.max(at, 0)).trimEnd();
  return before.endsWith("*/") ? before.slice(before.lastIndexOf("/**")) : "";
}
