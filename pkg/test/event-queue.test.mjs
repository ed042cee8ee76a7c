// Listeners at a queue that is answered as no portal should, and what they leave behind.

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { call, onCrmLeadAdd } from "../node.js";
import { connected, failure } from "./portal.mjs";

/** A portal with a queue of its own answers. */
const portal = (t, answers) =>
  connected(t, ({ method, ...request }) => {
    const usual = { "app.info": { result: { ID: 1 } }, "event.offline.list": { result: [] } };
    return { ...usual, ...answers }[method]?.call?.(null, request) ?? usual[method] ?? { result: true };
  });
/** Listens without another look by itself while a test runs. */
const ONCE = { interval: 1e9 };
/** As long as a few requests take: what would be asked has been asked then. */
const aWhile = async () => {
  for (let time = 0; time < 10; time += 1) await call("server.time");
};
const NOTHING = () => ({ result: { process_id: null, events: [] } });
const EVENT = {
  EVENT_NAME: "ONCRMLEADADD",
  EVENT_DATA: { FIELDS: { ID: 7 } },
  TIMESTAMP_X: "2026-11-20T10:00:00+03:00",
};

test("pages whose next start does not grow are read once in a look, and no more after stop()", async (t) => {
  const other = { ID: "1", EVENT_NAME: "OTHER" };
  let lists = 0;
  await portal(t, {
    "event.offline.get": NOTHING,
    "event.offline.list": () => ((lists += 1), { result: [other], next: 50, total: 100 }),
  });
  const stop = await onCrmLeadAdd(() => {}, ONCE);
  while (lists < 2) await sleep(1);
  await aWhile();
  assert.equal(lists, 2, "the first page, and the one that says it is followed by itself");
  await stop();
  await aWhile();
  assert.equal(lists, 2);
});

test("a look ends with the last listener", async (t) => {
  let lists = 0;
  let stop;
  await portal(t, {
    "event.offline.get": NOTHING,
    "event.offline.list": ({ body }) => ((lists += 1), lists === 3 && stop(), { result: [], next: body.start + 50 }),
  });
  stop = await onCrmLeadAdd(() => {}, ONCE);
  while (lists < 3) await sleep(1);
  await aWhile();
  assert.equal(lists, 3);
});

test("who stops, and who is stopped with the portal, leaves nothing at the signal", async (t) => {
  const { client } = await portal(t, { "event.offline.get": NOTHING });
  const { signal } = new AbortController();
  const listen = () => onCrmLeadAdd(() => {}, { client, signal });
  for (let time = 0; time < 3; time += 1) await (await listen())();
  assert.equal(getEventListeners(signal, "abort").length, 0);
  await listen();
  await listen();
  assert.equal(getEventListeners(signal, "abort").length, 2);
  client.close();
  while (getEventListeners(signal, "abort").length) await sleep(1);
});

test("a signal that aborts at the very end of the beginning stops the listener", async (t) => {
  const { requests } = await portal(t, { "event.offline.get": NOTHING });
  const controller = new AbortController();
  const { signal } = controller;
  const remove = signal.removeEventListener.bind(signal);
  signal.removeEventListener = (...args) => {
    remove(...args);
    if (requests.at(-1).method === "app.info") controller.abort();
  };
  await onCrmLeadAdd(() => {}, { signal, interval: 5 });
  const { length } = requests;
  await sleep(100);
  assert.ok(requests.length <= length + 1, `${requests.length - length} requests more`);
});

test("what onError throws or rejects with is printed and ends nothing", async (t) => {
  const printed = t.mock.method(console, "error", () => {});
  const row = (ID) => ({ ...EVENT, ID, MESSAGE_ID: `${ID}`.repeat(32), ERROR: "0" });
  const left = [row("1"), row("2")];
  const taken = () => {
    const [event] = left.splice(0, 1);
    return { result: { process_id: event.ID.repeat(32), events: [event] } };
  };
  await portal(t, {
    "event.offline.get": ({ body }) => (body.filter.ID ? taken() : NOTHING()),
    "event.offline.list": () => ({ result: left, total: left.length }),
  });
  let ended;
  const both = new Promise((resolve) => (ended = resolve));
  let count = 0;
  const stop = await onCrmLeadAdd(
    () => {
      throw new Error("from the listener");
    },
    {
      onError() {
        count += 1;
        if (count === 1) throw new Error("thrown");
        ended();
        return Promise.reject(new Error("rejected"));
      },
    },
  );
  await both;
  await stop();
  assert.deepEqual(
    printed.mock.calls.map(({ arguments: [error] }) => error.message),
    ["thrown", "rejected"],
  );
});

test("a plan that lets no event be reserved is said at once", async (t) => {
  const text = "This feature is not available in the current plan";
  await portal(t, {
    "event.offline.get": () => ({ status: 403, error: "WRONG_LICENSE", error_description: text }),
  });
  const error = await failure(onCrmLeadAdd(() => {}));
  assert.deepEqual([error.kind, error.code, error.method], ["permission", "WRONG_LICENSE", "event.offline.get"]);
  assert.match(error.message, /^onCrmLeadAdd: This feature .* a plan with offline events\. Without, bind a handler/);
});

for (const [where, hidden] of [
  ["a listener", false],
  ["a listener of a browser", true],
]) {
  test(`stop() in ${where} does not wait for it, and the event is confirmed`, async (t) => {
    // Browsers cannot tell who waits.
    if (hidden) t.mock.method(process, "getBuiltinModule", () => undefined);
    const row = { ...EVENT, ID: "1", MESSAGE_ID: "1".repeat(32), ERROR: "0" };
    const { promise: cleared, resolve } = deferred();
    let reserved = false;
    await portal(t, {
      "event.offline.list": () => ({ result: reserved ? [] : [row] }),
      "event.offline.get": ({ body }) => {
        if (!body.filter.ID) return NOTHING();
        reserved = true;
        return { result: { process_id: "p", events: [row] } };
      },
      "event.offline.clear": () => (resolve("cleared"), { result: true }),
    });
    const stop = await onCrmLeadAdd(async () => {
      await sleep(5);
      await stop();
    });
    assert.equal(await Promise.race([cleared, sleep(60_000, "stuck", { ref: false })]), "cleared");
    await stop();
  });
}

function deferred() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
