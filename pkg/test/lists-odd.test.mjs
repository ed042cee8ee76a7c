// Whole lists from portals whose answers are not what they should be.

import assert from "node:assert/strict";
import { test } from "node:test";

import { all } from "../client.js";
import { crmLeadListAll } from "../node.js";
import { connected, failure } from "./portal.mjs";

const rows = (from, count = 50) => Array.from({ length: count }, (_, at) => ({ ID: String(from + at), TITLE: "x" }));
const byOffset = all("crmLeadList", "", "");
const signal = () => AbortSignal.timeout(60_000);

for (const [name, next] of [
  ["0", 0],
  ["the same", 50],
  ["no number", "soon"],
]) {
  test(`a list that is read by offset ends when its next start is ${name}`, async (t) => {
    const { requests } = await connected(t, ({ count }) => ({ result: rows(count * 50), next, total: 500 }));
    const found = await byOffset({}, { signal: signal() }).toArray();
    assert.equal(found.length, requests.length * 50);
    assert.ok(requests.length <= 2);
  });
}

test("a list that is read by offset and counts 0 rows loses none", async (t) => {
  await connected(t, ({ body }) => ({
    result: rows(body.start + 1),
    ...(body.start < 150 && { next: body.start + 50 }),
    total: 0,
  }));
  assert.equal((await byOffset({}, { signal: signal() }).toArray()).length, 200);
});

for (const result of [true, 5, "text", [null], [5]]) {
  for (const raw of [false, true]) {
    for (const read of [crmLeadListAll, byOffset]) {
      test(`${JSON.stringify(result)} is no list of rows (${read === byOffset ? "offset" : "key"}, raw ${raw})`, async (t) => {
        const { requests } = await connected(t, () => ({ result }), { retries: 0 });
        const error = await failure(read({}, { raw, signal: signal() }).toArray());
        assert.deepEqual([error.name, error.kind, requests.length], ["CrmError", "protocol", 1]);
      });
    }
  }
}

test("a map of rows is a list of them, and nothing at all is none", async (t) => {
  const answers = [{ 1: { ID: "1" }, 5: { ID: "5" } }, null];
  await connected(t, ({ count }) => ({ result: answers[count - 1] }));
  const read = () => crmLeadListAll({}, { raw: true, signal: signal() }).toArray();
  assert.deepEqual(await read(), [{ ID: "1" }, { ID: "5" }]);
  assert.deepEqual(await read(), []);
});

test("a page of a batch that is no list of rows is asked for again by itself", async (t) => {
  const { requests } = await connected(t, ({ method, count }) => {
    if (method === "batch") return { result: { result: [rows(51), true], result_error: [] } };
    return count === 1 ? { result: rows(1), total: 120 } : { result: rows(101, 20) };
  });
  const found = await crmLeadListAll({}, { signal: signal() }).toArray();
  assert.equal(found.length, 120);
  assert.deepEqual(
    requests.map(({ method }) => method),
    ["crm.lead.list", "batch", "crm.lead.list"],
  );
});

for (const [how, onProgress] of [
  ["throws", () => JSON.parse("mine")],
  ["rejects with", async () => JSON.parse("mine")],
]) {
  test(`what onProgress ${how} ends the reading with it`, async (t) => {
    const { requests } = await connected(t, () => ({ result: rows(1), total: 500 }));
    assert.equal((await failure(crmLeadListAll({}, { onProgress }).toArray())).name, "SyntaxError");
    assert.equal(requests.length, 1);
  });
}

/** A portal that finds rows with these keys as one does: those behind a key, so many in a page. */
const keyed = (t, keys, size, total) =>
  connected(t, ({ method, body }) => {
    const page = (place) => {
      const found = keys.filter((key) => !place || BigInt(key) > BigInt(place));
      return found.slice(0, size).map((ID) => ({ ID }));
    };
    if (method !== "batch") return { result: page(body.filter?.[">ID"]), total: body.start < 0 ? 0 : total };
    const result = [];
    for (const command of body.cmd) {
      const place = /filter\[(?:>|%3E)ID\]=(?:(\d+)|.*)$/.exec(command)[1];
      result.push(page(place ?? result.at(-1).at(49)?.ID));
    }
    return { result: { result, result_error: [] } };
  });
const read = (options) => crmLeadListAll({ select: ["TITLE"] }, { signal: signal(), ...options }).toArray();

for (const raw of [false, true]) {
  test(`keys beyond 2^53 are compared digit by digit (raw ${raw})`, async (t) => {
    const keys = Array.from({ length: 230 }, (_, at) => String(2n ** 53n - 10n + BigInt(at)));
    const { requests } = await keyed(t, keys, 50, 230);
    assert.deepEqual(
      (await read({ raw })).map(({ ID }) => String(ID)),
      keys,
    );
    assert.equal(requests.length, 2);
  });
}

test("a portal whose pages are shorter loses no rows", async (t) => {
  const keys = Array.from({ length: 45 }, (_, at) => String(at + 1));
  const { requests } = await keyed(t, keys, 20, 45);
  assert.deepEqual([(await read()).length, requests.length], [45, 4]);
});

for (const [name, row] of [
  ["without a key", {}],
  ["with null as its key", { ID: null }],
  ["with a text as its key", { ID: "x" }],
  ["with a number that has no end as its key", { ID: "1e999" }],
  ["with part of a number as its key", { ID: "9007199254740993.5" }],
]) {
  test(`a row ${name} is no row of a list that is read by it`, async (t) => {
    const { requests } = await connected(t, () => ({ result: Array(50).fill(row), total: 500 }));
    const error = await failure(read());
    assert.deepEqual([error.name, error.kind, requests.length], ["CrmError", "protocol", 1]);
    assert.match(error.message, /^crmLeadListAll: the rows do not come by ascending ID: /);
  });
}
