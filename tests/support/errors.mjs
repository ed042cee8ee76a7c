// Provokes every documented error of a method and checks what the client makes of it.

import assert from "node:assert/strict";
import { CrmError } from "crm-wasm";

import { method } from "./model.mjs";

/**
 * Runs a subtest for each error that the spec documents for a method. `cases` has exactly one entry for each, by its code and
 * text: what {@link portal}, {@link mistake} or {@link beyond} give.
 */
export async function provokeErrors(t, name, cases) {
  const documented = new Map(method(name).errors.map((error) => [title(error), error]));
  assert.deepEqual(Object.keys(cases).sort(), [...documented.keys()].sort(), `the documented errors of ${name}`);
  for (const [key, provoke] of Object.entries(cases)) {
    await t.test(`${name}: ${key}`, { skip: provoke.reason }, () => provoke.run?.(name, documented.get(key)));
  }
}

/** What an entry of `cases` is called: the error's code, its text, or both; its meaning where it has neither. */
export function title({ code, text, doc }) {
  return [code, text].filter(Boolean).join(": ") || doc;
}

/** The portal refuses the call. `says` is its text where the documentation's is only an example. */
export function portal(kind, call, says) {
  return { run: (name, error) => rejects(call(), { ...documentedAs(error, says), kind, method: name }) };
}

/**
 * The client refuses the call before anything is sent, naming `path`; the portal, asked without the client with `params`,
 * answers as documented.
 */
export function mistake(call, path, wire, params) {
  return {
    async run(name, error) {
      const { problems } = await rejects(call(), { kind: "validation", method: name, status: 0 });
      assert.deepEqual(
        problems.map((problem) => problem.path),
        [path].flat(),
      );
      const { body } = await wire(name, params);
      assert.equal(body.error, error.code ?? "");
      if (error.text) assert.ok(body.error_description.includes(error.text), body.error_description);
    },
  };
}

/** No sandbox can be brought to answer so; the reason stands in the test's output. */
export function beyond(reason) {
  return { reason };
}

/** Fails unless the promise is rejected with a CrmError of these facts; gives the error. */
export async function rejects(promise, facts) {
  const error = await promise.then(
    (value) => assert.fail(`expected an error, got ${JSON.stringify(value)?.slice(0, 200)}`),
    (error) => error,
  );
  assert.ok(error instanceof CrmError, `a CrmError, not ${error?.stack ?? error}`);
  for (const [fact, expected] of Object.entries({ outcome: "rejected", ...facts })) {
    if (expected instanceof RegExp) assert.match(String(error[fact]), expected);
    else assert.deepEqual(error[fact], expected, `${fact} of: ${error.message}`);
  }
  return error;
}

function documentedAs({ code = "", text }, says) {
  const description = says ?? (text && new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i"));
  return { code, ...(description && { description }) };
}
