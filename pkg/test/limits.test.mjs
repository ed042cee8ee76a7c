// The portal's limits as the client keeps them. Time is the test's own.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mock, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { inspect } from "node:util";

import { call, connect, crmLeadAdd, crmLeadGet, crmLeadUpdate } from "../node.js";
import { failure, fakePortal } from "./portal.mjs";

const NOW = Date.UTC(2026, 10, 20);
let portals = 0;

/**
 * A portal without a wire, and time that goes by only when the test says so: `pass(seconds)`, a quarter of a second at once, each
 * with all that happens then. `answer` is as in fakePortal.
 */
async function timed(t, answer, settings) {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: NOW });
  const requests = [];
  const { fetch } = globalThis;
  globalThis.fetch = async (url, { body }) => {
    requests.push({ method: /(\w[\w.]+)\.json$/.exec(url)[1], body: JSON.parse(body) });
    const { status, ...json } = await answer({ ...requests.at(-1), count: requests.length });
    return new Response(JSON.stringify(json), { status });
  };
  const webhook = `https://portal${(portals += 1)}.example/rest/1/s3cr3t/`;
  const client = await connect({ webhook, ...settings });
  t.after(() => {
    client.close();
    globalThis.fetch = fetch;
    mock.timers.reset();
  });
  const pass = async (seconds) => {
    for (let quarter = 0; quarter < seconds * 4; quarter += 1) {
      mock.timers.tick(250);
      await quiet();
    }
  };
  return { client, webhook, requests, pass, methods: () => requests.map(({ method }) => method) };
}

/** Waits until nothing happens any more by itself. */
async function quiet() {
  for (let turns = 0; turns < 8; turns += 1) await turn();
}

/** A leaking bucket as the portal has it: whether it takes one more. */
function bucket({ burst = 50, perSecond = 2 } = {}) {
  let level = 0;
  let at = 0;
  return () => {
    const left = Math.max(0, level - ((Date.now() - at) / 1000) * perSecond);
    if (left + 1 > burst) return false;
    level = left + 1;
    at = Date.now();
    return true;
  };
}

const REFUSAL = { status: 503, error: "QUERY_LIMIT_EXCEEDED", error_description: "Too many requests" };
const BLOCKED = { status: 429, error: "OPERATION_TIME_LIMIT", error_description: "Method is blocked" };
const ids = (count) => Array.from({ length: count }, (_, index) => index + 1);

test("500 calls at once are all answered, and none is refused", async (t) => {
  const takes = bucket();
  let refused = 0;
  const answer = ({ body }) => (takes() ? { result: { ID: String(body.id) } } : ((refused += 1), REFUSAL));
  const portal = await timed(t, answer);
  let done = 0;
  const all = Promise.all(ids(500).map((id) => crmLeadGet({ id }).then((lead) => ((done += 1), lead))));
  await quiet();
  assert.equal(portal.requests.length, 49, "what fits at once, less one");
  await portal.pass(10);
  assert.equal(portal.requests.length, 49 + 20);
  await portal.pass(216);
  assert.deepEqual([done, refused], [500, 0]);
  const order = portal.requests.map(({ body }) => body.id).slice(49);
  assert.deepEqual(
    order,
    [...order].sort((one, other) => one - other),
    "in the order in which they were made",
  );
  await all;
});

test("a portal with another plan has other limits", async (t) => {
  const portal = await timed(t, () => ({ result: {} }), { limits: { burst: 250, perSecond: 5 } });
  const all = Promise.all(ids(300).map((id) => crmLeadGet({ id })));
  await quiet();
  assert.equal(portal.requests.length, 249);
  await portal.pass(5);
  assert.equal(portal.requests.length, 249 + 25);
  await portal.pass(6);
  await all;
});

test("without limits nothing waits", async (t) => {
  const portal = await timed(t, () => ({ result: {} }), { limits: false });
  await Promise.all(ids(120).map((id) => crmLeadGet({ id })));
  assert.equal(portal.requests.length, 120);
});

test("all clients of a portal share its budget, also one that is connected when another was closed", async (t) => {
  const portal = await timed(t, () => ({ result: {} }));
  const other = await connect({ webhook: portal.webhook });
  await Promise.all(ids(40).map((id) => crmLeadGet({ id })));
  other.close();
  const third = await connect({ oauth: { endpoint: `${new URL(portal.webhook).origin}/rest/`, accessToken: "t0k3n" } });
  t.after(() => third.close());
  const rest = Promise.all(ids(20).map((id) => crmLeadGet({ id }, { client: third })));
  await quiet();
  assert.equal(portal.requests.length, 49);
  await portal.pass(6);
  await rest;
});

test("a write among many reads is the next but one", async (t) => {
  const portal = await timed(t, () => ({ result: true }), { limits: { burst: 2, perSecond: 2 } });
  const reads = Promise.all(ids(20).map((id) => crmLeadGet({ id })));
  const writes = Promise.all(ids(3).map((id) => crmLeadUpdate({ id, fields: { TITLE: "x" } })));
  await portal.pass(4);
  const places = portal.methods().flatMap((method, place) => (method === "crm.lead.update" ? [place] : []));
  assert.ok(places[0] <= 2 && places[2] <= 6, `places ${places}`);
  const updates = portal.requests.filter(({ method }) => method === "crm.lead.update");
  assert.deepEqual(
    updates.map(({ body }) => Number(body.id)),
    [1, 2, 3],
  );
  await portal.pass(10);
  await Promise.all([reads, writes]);
});

test("a call that is aborted while it waits was never sent, and takes nobody's turn", async (t) => {
  const portal = await timed(t, () => ({ result: {} }), { limits: { burst: 2, perSecond: 1 } });
  const controller = new AbortController();
  const { signal } = controller;
  const first = crmLeadGet({ id: 1 });
  const waiting = ids(5).map((id) => failure(crmLeadAdd({ fields: { TITLE: `${id}` } }, { signal })));
  const last = crmLeadGet({ id: 7 });
  await quiet();
  controller.abort();
  for (const error of await Promise.all(waiting))
    assert.deepEqual([error.kind, error.outcome], ["aborted", "rejected"]);
  await portal.pass(1.25);
  await Promise.all([first, last]);
  assert.deepEqual(portal.methods(), ["crm.lead.get", "crm.lead.get"]);
});

test("closing the portal ends who waits", async (t) => {
  const portal = await timed(t, () => ({ result: {} }), { limits: { burst: 1, perSecond: 0.01 } });
  await crmLeadGet({ id: 1 });
  const rest = ids(3).map((id) => failure(crmLeadGet({ id })));
  await quiet();
  portal.client.close();
  for (const error of await Promise.all(rest)) assert.equal(error.kind, "aborted");
});

test("waiting does not count against the timeout", async (t) => {
  const portal = await timed(t, () => ({ result: {} }), { limits: { burst: 2, perSecond: 0.5 } });
  const all = Promise.all(ids(5).map((id) => crmLeadGet({ id }, { timeout: 1000 })));
  await portal.pass(10);
  assert.equal((await all).length, 5);
});

test("onWait is told who waits, why and about how long", async (t) => {
  const told = [];
  const settings = { limits: { burst: 2, perSecond: 2 }, onWait: (wait) => told.push(wait) };
  const portal = await timed(t, () => ({ result: {} }), settings);
  const all = Promise.all(ids(4).map((id) => crmLeadGet({ id })));
  await portal.pass(2);
  await all;
  assert.deepEqual(
    told.map(({ reason, method }) => `${reason} ${method}`),
    Array(3).fill("requests crm.lead.get"),
  );
  for (const { milliseconds } of told) assert.ok(milliseconds >= 500 && milliseconds <= 3000, `${milliseconds}`);
});

test("onWait is told the wait that there is, not that of those who went at once", async (t) => {
  const waits = [];
  const portal = await timed(t, () => ({ result: {} }), { onWait: ({ milliseconds }) => waits.push(milliseconds) });
  const since = Date.now();
  const ends = ids(60).map((id) => crmLeadGet({ id }).then(() => Date.now() - since));
  await quiet();
  await portal.pass(12);
  const waited = (await Promise.all(ends)).filter((milliseconds) => milliseconds > 0);
  assert.equal(waits.length, waited.length);
  waits.forEach((told, place) => assert.ok(Math.abs(told - waited[place]) <= 500, `${told} for ${waited[place]}`));
});

test("when another program spends the budget too, requests become fewer and then more again, and every call is answered", async (t) => {
  const takes = bucket();
  let refused = 0;
  const told = [];
  const answer = () => (takes() ? { result: {} } : ((refused += 1), REFUSAL));
  const portal = await timed(t, answer, { onWait: ({ reason }) => told.push(reason) });
  for (let spent = 0; spent < 48; spent += 1) takes();
  const all = Promise.all(ids(80).map((id) => crmLeadGet({ id })));
  await quiet();
  const atOnce = refused;
  // The other program takes every second place, for twenty seconds.
  for (let second = 0; second < 20; second += 1) {
    takes();
    await portal.pass(1);
  }
  await portal.pass(100);
  const leads = await all;
  assert.equal(leads.length, 80);
  assert.ok(atOnce > 40, "the first ones could not know");
  assert.ok(refused - atOnce < 30, `${refused - atOnce} were refused after that`);
  assert.ok(told.includes("retry") && told.includes("requests"));
});

const worked = (operating, inSeconds) => ({
  result: {},
  time: { operating, operating_reset_at: Math.floor(Date.now() / 1000) + inSeconds },
});

test("a method near its operating limit waits until it is counted anew, others do not", async (t) => {
  const told = [];
  const portal = await timed(t, ({ method }) => worked(method === "crm.lead.get" ? 475 : 1, 30), {
    onWait: (wait) => told.push(wait),
  });
  await crmLeadGet({ id: 1 });
  const second = crmLeadGet({ id: 2 });
  await call("crm.contact.get", { id: 1 });
  await portal.pass(28);
  assert.deepEqual(portal.methods(), ["crm.lead.get", "crm.contact.get"]);
  assert.deepEqual(told, [{ reason: "operating", method: "crm.lead.get", milliseconds: 30_000 }]);
  await portal.pass(3);
  await second;
  assert.equal(portal.requests.length, 3);
});

test("a wait that is too long is an error at once, which says until when", async (t) => {
  const portal = await timed(t, () => worked(479, 300));
  await crmLeadGet({ id: 1 });
  const error = await failure(crmLeadGet({ id: 2 }));
  assert.deepEqual(
    [error.kind, error.code, error.outcome, error.retryable],
    ["limit", "OPERATION_TIME_LIMIT", "rejected", true],
  );
  assert.match(
    error.message,
    /^crmLeadGet: the method has used up its operating time at the portal until \d\d:\d\d:\d\d, in 300 s$/,
  );
  await portal.pass(301);
  await crmLeadGet({ id: 2 });
});

test("a portal's clock that goes wrong makes nobody wait for longer than ten minutes", async (t) => {
  await timed(t, () => worked(479, 86_400));
  await crmLeadGet({ id: 1 });
  assert.match((await failure(crmLeadGet({ id: 2 }))).message, /in 600 s$/);
});

test("a method that the portal refuses for its operating time waits, others do not", async (t) => {
  const portal = await timed(t, ({ count }) => (count === 1 ? BLOCKED : { result: {} }));
  const first = crmLeadAdd({ fields: { TITLE: "A create, too: it was refused" } });
  await portal.pass(2);
  await call("crm.contact.get", { id: 1 });
  assert.deepEqual(portal.methods(), ["crm.lead.add", "crm.contact.get"]);
  await portal.pass(60);
  await first;
  assert.equal(portal.requests.length, 3);
});

test("another webhook's operating time is its own", async (t) => {
  const portal = await timed(t, () => worked(479, 300));
  const other = await connect({ webhook: portal.webhook.replace("/1/", "/2/") });
  t.after(() => other.close());
  await crmLeadGet({ id: 1 });
  await crmLeadGet({ id: 1 }, { client: other });
});

test("a clock that is set back does not hold calls back", async (t) => {
  const portal = await timed(t, () => ({ result: {} }));
  await Promise.all(ids(49).map((id) => crmLeadGet({ id })));
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: NOW - 3_600_000 });
  const later = crmLeadGet({ id: 50 });
  await portal.pass(1);
  await later;
});

test("a clock that is set back by less than a full bucket's time holds calls back by little", async (t) => {
  const portal = await timed(t, () => ({ result: {} }));
  await crmLeadGet({ id: 1 });
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: NOW - 59_000 });
  const later = crmLeadGet({ id: 2 });
  await portal.pass(1);
  await later;
});

test("a clock that is set back while calls wait holds them back by little", async (t) => {
  const portal = await timed(t, () => ({ result: {} }), { limits: { burst: 2, perSecond: 1 } });
  const all = Promise.all(ids(4).map((id) => crmLeadGet({ id })));
  await quiet();
  assert.equal(portal.requests.length, 1);
  const { now } = Date;
  t.mock.method(Date, "now", () => now() - 3_600_000);
  await portal.pass(3);
  await all;
});

test("a method that was exhausted before the clock was set back is called", async (t) => {
  const portal = await timed(t, ({ count }) => (count === 1 ? worked(475, 30) : { result: {} }));
  await crmLeadGet({ id: 1 });
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: NOW - 3_600_000 });
  const later = crmLeadGet({ id: 2 });
  await portal.pass(1);
  await later;
});

test("the limits of a client that was closed go with it", async (t) => {
  const portal = await timed(t, () => ({ result: {} }), { limits: { burst: 250, perSecond: 5 } });
  const other = await connect({ webhook: portal.webhook, limits: { burst: 2, perSecond: 0.5 } });
  other.close();
  const all = Promise.all(ids(300).map((id) => crmLeadGet({ id })));
  await quiet();
  assert.equal(portal.requests.length, 249);
  await portal.pass(11);
  await all;
});

test("the slowest and the fastest limits there can be are kept", async (t) => {
  const slow = await timed(t, () => ({ result: {} }), { limits: { burst: 2, perSecond: 0.001 } });
  await crmLeadGet({ id: 1 });
  const later = crmLeadGet({ id: 2 });
  await slow.pass(900);
  assert.equal(slow.requests.length, 1);
  await slow.pass(101);
  await later;
  const many = {
    burst: Number.MAX_SAFE_INTEGER,
    perSecond: Number.MAX_VALUE,
    operating: Infinity,
    operatingWait: Infinity,
  };
  const fast = await connect({ webhook: slow.webhook.replace("portal", "fast"), limits: many });
  t.after(() => fast.close());
  await Promise.all(ids(120).map((id) => crmLeadGet({ id }, { client: fast })));
  assert.equal(slow.requests.length, 122);
});

test("what onWait throws or rejects with is printed, and ends neither the call nor the program", async (t) => {
  const printed = t.mock.method(console, "error", () => {});
  let count = 0;
  const onWait = () => {
    count += 1;
    if (count > 1) return Promise.reject(new Error("rejected"));
    throw new Error("thrown");
  };
  const portal = await timed(t, () => ({ result: {} }), { limits: { burst: 2, perSecond: 2 }, onWait });
  const all = Promise.all(ids(3).map((id) => crmLeadGet({ id })));
  await portal.pass(2);
  assert.equal((await all).length, 3);
  assert.deepEqual(
    printed.mock.calls.map(({ arguments: [error] }) => error.message),
    ["thrown", "rejected"],
  );
});

const WRONG = [
  [{ limits: true }, "limits"],
  [{ limits: { burst: 0 } }, "limits"],
  [{ limits: { perSecond: "2" } }, "limits"],
  [{ limits: { perSecond: Infinity } }, "limits"],
  [{ limits: { perSecond: NaN } }, "limits"],
  [{ limits: { perSecond: Number.MIN_VALUE } }, "limits"],
  [{ limits: { burst: Infinity } }, "limits"],
  [{ limits: { burst: 0.5 } }, "limits"],
  [{ limits: { operating: NaN } }, "limits"],
  [{ limits: { operatingWait: -1 } }, "limits"],
  [{ limits: { perMinute: 2 } }, "limits"],
  [{ retries: -1 }, "retries"],
  [{ retries: 1.5 }, "retries"],
  [{ onWait: "log" }, "onWait"],
];

for (const [settings, path] of WRONG) {
  test(`connect(${inspect(settings)}) says what is wrong`, async () => {
    const error = await failure(connect({ webhook: "https://example.bitrix24.com/rest/1/s3cr3t/", ...settings }));
    assert.deepEqual([error.kind, error.problems[0].path], ["validation", path]);
  });
}

test("who connects and closes again and again leaves nothing that keeps a program alive", async (t) => {
  const portal = await fakePortal(() => ({ result: {} }));
  t.after(() => portal.close());
  const source = `
    import { connect, crmLeadGet } from ${JSON.stringify(new URL("../node.js", import.meta.url).href)};
    const portal = await connect({ webhook: ${JSON.stringify(portal.webhook)}, limits: { burst: 2, perSecond: 0.001 } });
    const ended = AbortSignal.timeout(200);
    await crmLeadGet({ id: 1 });
    await crmLeadGet({ id: 2 }, { signal: ended }).catch((error) => console.log(error.kind));`;
  const args = ["--input-type=module", "--eval", source];
  const printed = await new Promise((resolve, reject) =>
    execFile(process.execPath, args, { timeout: 60_000 }, (error, out) => (error ? reject(error) : resolve(out))),
  );
  assert.equal(printed, "aborted\n");
});
