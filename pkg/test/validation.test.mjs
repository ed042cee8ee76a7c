// Everything wrong with a call is found before anything is sent.

import assert from "node:assert/strict";
import { test } from "node:test";

import { call, crmLeadContactAdd, crmLeadGet, crmLeadProductrowsSet } from "../node.js";
import { connected, failure } from "./portal.mjs";

/** The problems of a call, by path; checks that nothing was sent. */
async function problems(t, make) {
  const portal = await connected(t, () => ({ result: true }));
  const error = await failure(make());
  assert.equal(error.kind, "validation", error.message);
  assert.deepEqual([error.outcome, error.retryable, portal.requests.length], ["rejected", false, 0]);
  return {
    error,
    paths: error.problems.map(({ path }) => path),
    messages: error.problems.map(({ message }) => message),
  };
}

test("a missing field is named with what it is", async (t) => {
  const { error } = await problems(t, () => crmLeadContactAdd({ id: 7, fields: {} }));
  assert.match(error.message, /^crmLeadContactAdd: params\.fields\.CONTACT_ID is missing \(.+\)$/);
});

test("all problems of a call are reported at once", async (t) => {
  const { error, paths } = await problems(t, () =>
    crmLeadContactAdd({ id: "x", fields: { SORT: 1.5, IS_PRIMARY: "maybe" } }),
  );
  assert.deepEqual(paths.sort(), [
    "params.fields.CONTACT_ID",
    "params.fields.IS_PRIMARY",
    "params.fields.SORT",
    "params.id",
  ]);
  assert.equal(error.message.split("\n").length, 5);
});

const cycle = { name: "a" };
cycle.self = { cycle };

const UNSAYABLE = [
  ["NaN", { a: NaN }, "params.a", /NaN/],
  ["Infinity", { a: { b: -Infinity } }, "params.a.b", /infinite/],
  ["a BigInt", { a: [1, 10n] }, "params.a[1]", /BigInt/],
  ["a function", { a: () => 1 }, "params.a", /function/],
  ["a symbol", { a: Symbol("s") }, "params.a", /symbol/],
  ["undefined in a list", { a: [undefined] }, "params.a[0]", /undefined/],
  ["a hole in a list", { a: Object.assign([], { 1: 1 }) }, "params.a[0]", /undefined/],
  ["a cycle", { a: cycle }, "params.a.self.cycle", /cycle/],
  ["a Map", { a: new Map() }, "params.a", /is a Map/],
  ["a Set", { a: new Set() }, "params.a", /is a Set/],
  ["a promise", { a: Promise.resolve(1) }, "params.a", /is a Promise/],
  ["bytes", { a: new Uint8Array(1) }, "params.a", /is a Uint8Array/],
  ["an error", { a: new Error("x") }, "params.a", /is a Error/],
  ["half a character", { a: ["😀", "😀".slice(0, 1)] }, "params.a[1]", /half a character/],
  ["the other half", { a: { b: `${"😀".slice(1)}!` } }, "params.a.b", /half a character/],
  ["half a character of a toJSON", { a: { toJSON: () => "\ud83d" } }, "params.a", /half a character/],
  ["half a character in a name", { "a\udc00": 1 }, "params.a\udc00", /half a character/],
  ["an invalid Date", { a: new Date(NaN) }, "params.a", /invalid Date/],
  [
    "a toJSON that fails",
    {
      a: {
        toJSON: () => {
          throw new Error("x");
        },
      },
    },
    "params.a",
    /toJSON/,
  ],
  [
    "a getter that fails",
    {
      get a() {
        throw new Error("x");
      },
    },
    "params.a",
    /getter/,
  ],
];

for (const [what, params, path, message] of UNSAYABLE) {
  test(`${what} is a problem and not a silent null`, async (t) => {
    const found = await problems(t, () => call("crm.nobody.declared", params));
    assert.deepEqual(found.paths, [path]);
    assert.match(found.messages[0], message);
  });
}

test("a value that JSON cannot hold is one problem, not two", async (t) => {
  const { paths } = await problems(t, () => crmLeadContactAdd({ id: NaN, fields: { CONTACT_ID: 10n } }));
  assert.deepEqual(paths, ["params.id", "params.fields.CONTACT_ID"]);
});

test("what JSON cannot hold hides no problem of its neighbours", async (t) => {
  const rows = Array.from({ length: 11 }, () => ({ PRICE: 1 }));
  rows[1] = NaN;
  rows[10] = { PRICE: NaN, PRICE_NETTO: "much" };
  const { paths } = await problems(t, () => crmLeadProductrowsSet({ id: 1, rows }));
  assert.deepEqual(paths, ["params.rows[1]", "params.rows[10].PRICE", "params.rows[10].PRICE_NETTO"]);
});

test("the same object twice is no cycle", async (t) => {
  const portal = await connected(t, () => ({ result: 1 }));
  const shared = { a: 1 };
  await call("crm.nobody.declared", { x: shared, y: [shared, shared] });
  assert.deepEqual(portal.requests[0].body, { x: { a: 1 }, y: [{ a: 1 }, { a: 1 }] });
});

test("deep nesting is a problem, not a crash", async (t) => {
  let deep = {};
  for (let level = 0; level < 5000; level++) deep = { deep };
  const { messages } = await problems(t, () => call("crm.nobody.declared", deep));
  assert.match(messages[0], /deeper than 100 levels/);
});

for (const params of ["7", 7, [7], true, () => 1, new Date(0)]) {
  test(`parameters cannot be ${Object.prototype.toString.call(params)}`, async (t) => {
    const { paths } = await problems(t, () => call("crm.nobody.declared", params));
    assert.equal(paths[0], "params");
  });
}

for (const name of [undefined, "", "crm lead", "../profile", "crm.lead.get?x", 5]) {
  test(`${JSON.stringify(name)} is no method's name`, async (t) => {
    const { paths } = await problems(t, () => call(name));
    assert.deepEqual(paths, ["name"]);
  });
}

test("options are checked too", async (t) => {
  const wrong = { client: {}, signal: {}, timeout: -1, raw: "yes", timeuot: 5 };
  const { paths } = await problems(t, () => crmLeadGet({ id: 1 }, wrong));
  const expected = ["options.client", "options.raw", "options.signal", "options.timeout", "options.timeuot"];
  assert.deepEqual(paths.sort(), expected);
});

test("Infinity and very long times are no limit, not no time", async (t) => {
  await connected(t, () => ({ result: { ID: "1" } }));
  for (const timeout of [Infinity, 1e12]) assert.equal((await crmLeadGet({ id: 1 }, { timeout })).ID, 1);
});
