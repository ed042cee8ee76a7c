// Listeners whose storage, portal or portal's answers are not what they should be: no event is lost, and failures are errors.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { onCrmLeadAdd, onCrmLeadDelete } from "../node.js";
import { connected, failure } from "./portal.mjs";

/** A portal whose queue holds events by number; `answers` stand before its own, and give nothing to let it answer. */
async function queueing(t, ids, answers = {}) {
  const rows = ids.map((ID) => ({
    ID: `${ID}`,
    EVENT_NAME: "ONCRMLEADADD",
    EVENT_DATA: { FIELDS: { ID } },
    TIMESTAMP_X: "2026-11-20T10:00:00+03:00",
    MESSAGE_ID: `${ID}`.repeat(32).slice(0, 32),
    PROCESS_ID: "",
    ERROR: "0",
  }));
  const find = ({ filter }) => rows.filter((row) => Number(row.ID) === Number(filter.ID));
  const take = (gone) => rows.splice(0, rows.length, ...rows.filter((row) => !gone(row)));
  const own = {
    "app.info": () => ({ ID: 1 }),
    "event.offline.list": (body) => (body.filter.ID ? find(body) : rows.filter((row) => !row.PROCESS_ID)),
    "event.offline.get"(body) {
      const events = find(body).filter((row) => !row.PROCESS_ID);
      for (const row of events) row.PROCESS_ID = `p${row.ID}`.padEnd(32, "0");
      return { process_id: events[0]?.PROCESS_ID ?? null, events };
    },
    "event.offline.clear": ({ message_id }) => take((row) => message_id.includes(row.MESSAGE_ID)) && true,
  };
  const portal = await connected(t, async (request) => {
    const given = await answers[request.method]?.(request.body, rows);
    return given ?? { result: own[request.method]?.(request.body) ?? true };
  });
  return { ...portal, rows };
}

/** Listens; gives what was heard, and a wait for so much of it. */
async function hearing(t, options) {
  const heard = [];
  const errors = [];
  const listener = ({ data }) => void heard.push(data?.FIELDS?.ID);
  const stop = await onCrmLeadAdd(listener, { interval: 5, onError: (error) => errors.push(error), ...options });
  t.after(stop);
  const until = async (count) => {
    while (heard.length < count) await sleep(5);
    return heard;
  };
  return { stop, heard, errors, until };
}

/** A storage with this in it, whatever the key. */
const holding = (text) => ({ text, getItem: () => text, setItem: (_, now) => void (text = now), now: () => text });

test("rows that are none are passed over", async (t) => {
  const list = ({ filter }, rows) => !filter.ID && { result: [null, 5, "x", ...rows.filter((row) => !row.PROCESS_ID)] };
  await queueing(t, [1], { "event.offline.list": (...args) => list(...args) || undefined });
  const { until, errors } = await hearing(t);
  assert.deepEqual([await until(1), errors], [[1], []]);
});

for (const result of [null, true, {}, { events: null }, { events: "x" }]) {
  test(`a reservation that is answered ${JSON.stringify(result)} is an error, and its event comes all the same`, async (t) => {
    let odd = 0;
    const get = ({ filter }, rows) => {
      if (!filter.ID || (odd += 1) > 1) return undefined;
      rows[0].PROCESS_ID = "p".repeat(32);
      return { result };
    };
    await queueing(t, [1], { "event.offline.get": get });
    const { until, errors } = await hearing(t);
    assert.deepEqual(await until(1), [1]);
    assert.deepEqual(
      errors.map(({ name, kind, method }) => [name, kind, method]),
      [["CrmError", "protocol", "event.offline.get"]],
    );
  });
}

test("an event without data is delivered without", async (t) => {
  await queueing(t, [1], { "event.offline.get": (_, rows) => void delete rows[0]?.EVENT_DATA });
  const { until, errors } = await hearing(t);
  assert.deepEqual([await until(1), errors], [[undefined], []]);
});

for (const note of ["hello world", "5 foo", "1 clear error", 7, { id: 1 }, null, true]) {
  test(`a note that says ${JSON.stringify(note)} holds no event back`, async (t) => {
    const storage = holding(note);
    await queueing(t, [1], { "event.offline.foo": () => ({ status: 404, error: "ERROR_METHOD_NOT_FOUND" }) });
    const { until, errors, stop } = await hearing(t, { storage });
    assert.deepEqual([await until(1), errors], [[1], []]);
    await stop();
    assert.equal(storage.now(), "");
  });
}

for (const member of ["getItem", "setItem"]) {
  test(`a storage whose ${member} throws holds events back until it works again, and that is told once`, async (t) => {
    const storage = holding("");
    const works = storage[member];
    storage[member] = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    await queueing(t, [1, 2]);
    const { until, errors, heard } = await hearing(t, { storage });
    while (!errors.length) await sleep(5);
    assert.deepEqual([heard, errors.map(({ name }) => name)], [[], ["QuotaExceededError"]]);
    storage[member] = works;
    assert.deepEqual(await until(2), [1, 2]);
    assert.equal(errors.length, 1);
  });
}

test("a storage that throws once a listener is done does not have its event come again", async (t) => {
  const storage = holding("");
  const works = storage.setItem;
  storage.setItem = (key, text) => {
    if (!/clear/.test(text)) return works(key, text);
    storage.setItem = works;
    throw new DOMException("full", "QuotaExceededError");
  };
  const { rows } = await queueing(t, [1]);
  const { until, heard } = await hearing(t, { storage });
  await until(1);
  while (rows.length) await sleep(5);
  assert.deepEqual(heard, [1]);
});

test("who listens again knows that a listener was done, also where its storage could not note it", async (t) => {
  const storage = holding("");
  const works = storage.setItem;
  storage.setItem = (key, text) => {
    if (/clear/.test(text)) throw new DOMException("full", "QuotaExceededError");
    works(key, text);
  };
  const { rows } = await queueing(t, [1]);
  const first = await hearing(t, { storage, interval: 1e9 });
  while (!first.errors.length) await sleep(5);
  await first.stop();
  assert.deepEqual([first.heard, rows.length, storage.now()], [[1], 1, "1"]);
  storage.setItem = works;
  const { heard } = await hearing(t, { storage });
  while (rows.length) await sleep(5);
  assert.deepEqual(heard, []);
});

for (const thrown of [Symbol("full"), Object.create(null), null, undefined]) {
  test(`a storage that throws ${typeof thrown} ${String(thrown?.description)} is told, too, and ends nothing`, async (t) => {
    const storage = holding("");
    const works = storage.setItem;
    storage.setItem = () => {
      throw thrown;
    };
    await queueing(t, [1]);
    const { until, errors } = await hearing(t, { storage });
    while (!errors.length) await sleep(5);
    storage.setItem = works;
    assert.deepEqual([await until(1), errors], [[1], [thrown]]);
  });
}

/** A portal with two events whose first reservation is answered late; gives a listener that stops meanwhile. */
async function stoppedMeanwhile(t, options) {
  let arrived;
  const asked = new Promise((resolve) => (arrived = resolve));
  const slow = async ({ filter }) => {
    if (filter.ID !== 1) return;
    arrived();
    await sleep(50);
  };
  const { rows } = await queueing(t, [1, 2], { "event.offline.get": slow });
  const first = await hearing(t, options);
  await asked;
  await first.stop();
  return { ...first, rows };
}

test("what another page left in the meantime is gone on with", async (t) => {
  const storage = holding("");
  const first = await stoppedMeanwhile(t, { storage });
  assert.equal(storage.now(), "1");
  // That page has delivered the first and reserved the second.
  first.rows.shift();
  first.rows[0].PROCESS_ID = "q".repeat(32);
  storage.setItem("", "2");
  const { until } = await hearing(t, { storage });
  assert.deepEqual([first.heard, await until(1)], [[], [2]]);
});

test("what was in work without a storage is gone on with by a listener that has one", async (t) => {
  const first = await stoppedMeanwhile(t);
  const { until } = await hearing(t, { storage: holding("") });
  assert.deepEqual([first.heard, await until(2)], [[], [1, 2]]);
});

test("the note of an event that nobody listens to any more is left to other pages", async (t) => {
  const notes = new Map();
  const storage = {
    getItem: (key) => notes.get(key) ?? (key.endsWith("ADD") ? "1" : ""),
    setItem: (key, text) => void notes.set(key, text),
  };
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  let busy;
  const list = async ({ filter }) => {
    if (Number(filter.ID) !== 1) return undefined;
    if (busy === undefined) return { status: 400, error: "NOT_NOW" };
    busy = true;
    await gate;
  };
  await queueing(t, [], { "event.offline.list": list });
  const { errors } = await hearing(t, { storage });
  while (!errors.length) await sleep(5);
  await sleep(50);
  // Both are looked at from now on, and the first one keeps the queue busy.
  busy = false;
  const stop = await onCrmLeadDelete(() => {}, { storage });
  while (!busy) await sleep(5);
  await stop();
  storage.getItem = () => "9";
  go();
  await sleep(50);
  assert.deepEqual(
    [...notes.keys()].filter((name) => name.endsWith("DELETE")),
    [],
  );
});

for (const [method, result] of [
  ["app.info", null],
  ["event.get", true],
  ["event.get", [null]],
]) {
  test(`${method} answered ${JSON.stringify(result)} is a CrmError`, async (t) => {
    const bound = () => (method === "event.get" ? { status: 400, error: "ERROR_CORE" } : undefined);
    await queueing(t, [], { [method]: () => ({ result }), "event.bind": bound });
    const error = await failure(onCrmLeadAdd(() => {}));
    assert.deepEqual([error.name, error.kind], ["CrmError", "protocol"]);
    assert.match(error.message, /^onCrmLeadAdd: /);
  });
}

test("a subscription under another source key is not this one", async (t) => {
  const answers = {
    "event.bind": () => ({ status: 400, error: "ERROR_CORE", error_description: "Unable to set event handler" }),
    "event.get": () => ({ result: [{ event: "ONCRMLEADADD", connector_id: "other", offline: 1 }] }),
  };
  await queueing(t, [], answers);
  assert.equal((await failure(onCrmLeadAdd(() => {}))).code, "ERROR_CORE");
  await (
    await onCrmLeadAdd(() => {}, { connector: "other" })
  )();
});

test("an empty source key is none", async (t) => {
  const { requests } = await queueing(t, [1]);
  const all = await Promise.all([hearing(t), hearing(t, { connector: "" })]);
  for (const { until } of all) assert.deepEqual(await until(1), [1]);
  assert.ok(requests.every(({ body }) => !("auth_connector" in body)));
});
