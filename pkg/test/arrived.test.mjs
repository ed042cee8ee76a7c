// What may have arrived: what a call is told when the answer to an attempt before is not known.

import assert from "node:assert/strict";
import { test } from "node:test";

import { batch, crmContactAdd, crmLeadAdd, crmLeadDelete, crmLeadGet, crmLeadUpdate } from "../node.js";
import { connected, failure } from "./portal.mjs";

const GONE = { error: "", error_description: "Not found" };
const REFUSED = { error: "ACCESS_DENIED", error_description: "no" };
const TITLE = { fields: { TITLE: "x" } };

/** The answer to a batch whose commands came to this: values, or errors where they have a code. */
function outcomes(...all) {
  const pick = (wanted) => Object.entries(all).filter(([, it]) => it !== undefined && wanted(it?.error === undefined));
  return {
    result: {
      result: Object.fromEntries(pick((good) => good)),
      result_error: Object.fromEntries(pick((good) => !good)),
    },
  };
}

/** A portal whose answer to the first request is lost, and that answers so from then on. */
const losing = (t, answer, settings) => {
  t.mock.method(Math, "random", () => 0);
  return connected(t, (request) => (request.count === 1 ? { drop: true } : answer(request)), settings);
};

const settled = async (promise) => {
  const [{ value, reason }] = await Promise.allSettled([promise]);
  return reason ? `${reason.kind} ${reason.outcome}` : value;
};

for (const autoBatch of [false, true]) {
  const together = (work, options) =>
    autoBatch
      ? Promise.all(work({ crmLeadDelete, crmLeadUpdate, crmLeadGet }).map(settled))
      : batch.settled(work, options).then((all) => Promise.all(all.map((it) => settled(promiseOf(it)))));
  const promiseOf = ({ value, reason }) => (reason ? Promise.reject(reason) : value);
  const how = autoBatch ? "autoBatch" : "batch()";

  test(`${how}: a delete whose answer was lost has found its record gone`, async (t) => {
    await losing(t, () => outcomes(GONE, true), { autoBatch });
    const work = (b) => [b.crmLeadDelete({ id: 7 }), b.crmLeadUpdate({ id: 8, ...TITLE })];
    assert.deepEqual(await together(work), [true, true]);
  });

  test(`${how}: a write that is refused after an answer was lost may have been done`, async (t) => {
    await losing(t, () => outcomes(REFUSED, REFUSED), { autoBatch });
    const work = (b) => [b.crmLeadUpdate({ id: 7, ...TITLE }), b.crmLeadGet({ id: 8 })];
    assert.deepEqual(await together(work), ["permission unknown", "permission rejected"]);
  });
}

test("what a batch did not do for the limits goes alone, and the batch before may have done it", async (t) => {
  const limit = { error: "QUERY_LIMIT_EXCEEDED", error_description: "x" };
  const answer = ({ method }) => (method === "batch" ? outcomes(limit, true) : { status: 400, ...GONE });
  const portal = await losing(t, answer, { autoBatch: true });
  const calls = [crmLeadDelete({ id: 7 }), crmLeadUpdate({ id: 8, ...TITLE })];
  assert.deepEqual(await Promise.all(calls), [true, true]);
  assert.deepEqual(
    portal.requests.map(({ method }) => method),
    ["batch", "batch", "crm.lead.delete"],
  );
});

const OTHERS = [
  ["a method", 404, { error: "ERROR_METHOD_NOT_FOUND", error_description: "Method not found!" }],
  ["an owner", 400, { error: "", error_description: "Owner entity not found" }],
  ["a user", 401, { error: "ERROR_X", error_description: "User not found" }],
];
for (const [what, status, error] of OTHERS) {
  test(`a delete is not done because ${what} is not found`, async (t) => {
    await losing(t, () => ({ status, ...error }));
    assert.equal((await failure(crmLeadDelete({ id: 7 }))).outcome, "unknown");
  });
}

test("autoBatch: what may be done twice goes alone after a failure that is worth it, a create does not", async (t) => {
  const broken = { error: "INTERNAL_SERVER_ERROR", error_description: "x" };
  const left = [undefined, broken];
  for (const first of left) {
    const portal = await connected(t, ({ method }) => (method === "batch" ? outcomes(first, 5) : { result: 6 }), {
      autoBatch: true,
    });
    const options = { client: portal.client };
    const reads = [crmLeadGet({ id: 1 }, options), crmLeadGet({ id: 2 }, options)];
    assert.deepEqual(await Promise.all(reads), [6, 5]);
    const creates = [crmLeadAdd(TITLE, options), crmLeadAdd(TITLE, options)];
    const { outcome, retryable } = await failure(creates[0]);
    assert.deepEqual([outcome, retryable], ["unknown", false]);
    assert.equal(await creates[1], 5);
    assert.equal(portal.requests.length, 3);
  }
});

for (const [status, error, outcome] of [
  [500, { error: "", error_description: "internal: row not found" }, "unknown"],
  [502, REFUSED, "unknown"],
  [501, REFUSED, "rejected"],
  [503, { error: "OVERLOAD_LIMIT", error_description: "x" }, "rejected"],
]) {
  test(`a create that ends with HTTP ${status} and ${JSON.stringify(error)} is ${outcome}`, async (t) => {
    await connected(t, () => ({ status, ...error }), { retries: 0 });
    assert.equal((await failure(crmLeadAdd(TITLE))).outcome, outcome);
  });
}

test("with halt a command that fails here waits for those before it", async (t) => {
  const portal = await connected(t, ({ count }) => (count === 1 ? { result: { ID: "1" } } : outcomes(GONE)));
  const [, got, added, last] = await batch.settled(
    (b) => {
      const lead = b.crmLeadGet({ id: 1 });
      return [lead, b.crmLeadGet({ id: lead.ID }), b.crmLeadAdd(TITLE), b.crmLeadGet({ id: lead.NOPE })];
    },
    { halt: true },
  );
  assert.equal(portal.requests.length, 2);
  assert.match(got.reason.message, /^crmLeadGet\[1\]: Not found/);
  assert.match(added.reason.message, /not run, because crmLeadGet\[1\] failed/);
  assert.match(last.reason.message, /not run, because crmLeadGet\[1\] failed/);
});

test("what batch() cannot fill in is refused before anything is sent", async (t) => {
  const portal = await connected(t, () => ({ result: 5 }));
  let old;
  await batch((b) => (old = b.crmLeadAdd(TITLE)));
  await assert.rejects(() => batch((b) => ({ lead: b.crmLeadAdd(TITLE), old })), /only be used in its own batch/);
  const holder = {};
  holder.self = [holder];
  await assert.rejects(() => batch((b) => [b.crmLeadAdd(TITLE), holder]), { kind: "validation", message: /itself/ });
  const within = (b) => {
    const lead = b.crmLeadAdd(TITLE);
    b.crmContactAdd({ fields: { COMMENTS: JSON.stringify({ lead }) } });
  };
  await assert.rejects(() => batch(within), { kind: "validation", message: /crmContactAdd\[1\]\.params .*a text/ });
  const again = { same: [1] };
  assert.deepEqual(await batch((b) => (b.crmLeadAdd(TITLE), [again, again])), [{ same: [1] }, { same: [1] }]);
  assert.equal(portal.requests.length, 2);
  assert.equal(typeof crmContactAdd, "function");
});

test("what building a batch throws comes out as it is", async (t) => {
  await connected(t, () => ({ result: 5 }));
  await assert.rejects(
    () =>
      batch(() => {
        throw new RangeError("mine");
      }),
    RangeError,
  );
});

for (const [what, answer] of [
  ["a code that is no text", { error: { code: { toString: 1, valueOf: 1 } } }],
  ["a text that is none", { error: "x", error_description: { toString: 1, valueOf: 1 } }],
  ["a code that is a list", { error: [{}] }],
  ["rows that are none", { result: "abc" }],
]) {
  test(`an answer with ${what} fails as others do`, async (t) => {
    const { client } = await connected(t, () => answer, { retries: 0 });
    for (const call of [
      () =>
        what.startsWith("rows")
          ? (async () => (await import("../node.js")).crmLeadList({}, { client }))()
          : crmLeadAdd(TITLE),
      () => batch((b) => [b.crmLeadGet({ id: 1 }), b.crmLeadGet({ id: 2 })]),
    ]) {
      const { name, kind } = await failure(call());
      assert.equal(name, "CrmError");
      assert.match(kind, /validation|protocol/);
    }
  });
}
