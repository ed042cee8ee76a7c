// Which calls are sent again, and what is said of those that are not.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  call,
  connect,
  crmContactGet,
  crmItemDelete,
  crmLeadAdd,
  crmLeadContactDelete,
  crmLeadDelete,
  crmLeadGet,
  crmLeadUpdate,
} from "../node.js";
import { connected, failure, fakePortal } from "./portal.mjs";
import { TIME, held } from "./time.mjs";

const CALLS = {
  read: (options) => crmLeadGet({ id: 7 }, options),
  write: (options) => crmLeadUpdate({ id: 7, fields: { TITLE: "x" } }, options),
  delete: (options) => crmLeadDelete({ id: 7 }, options),
  create: (options) => crmLeadAdd({ fields: { TITLE: "x" } }, options),
  undeclared: (options) => call("crm.nobody.declared", {}, options),
};
const REPEATABLE = ["read", "write", "delete"];
const ALL = Object.keys(CALLS);

const error = (status, code) => ({ status, error: code, error_description: "x" });

/** What the portal does at first, the calls that are sent again then, and how the others fail. */
const FAULTS = [
  ["too many requests", error(503, "QUERY_LIMIT_EXCEEDED"), ALL, "limit", "rejected"],
  ["operating time used up", error(429, "operation_time_limit"), ALL, "limit", "rejected"],
  ["a gateway's 429", { status: 429, text: "<html>" }, ALL, "protocol", "rejected"],
  ["a dropped connection", { drop: true }, REPEATABLE, "network", "unknown"],
  ["half an answer", { cut: '{"result":true,"time":{}}' }, REPEATABLE, "network", "unknown"],
  ["half a text", { text: '{"result":tr' }, REPEATABLE, "protocol", "unknown"],
  ["a web page", { text: "<html>" }, REPEATABLE, "protocol", "unknown"],
  ["a web page of a gateway", { status: 502, text: "<html>" }, REPEATABLE, "protocol", "unknown"],
  ["an error of the server", error(500, "INTERNAL_SERVER_ERROR"), REPEATABLE, "server", "unknown"],
  ["no answer in time", undefined, REPEATABLE, "timeout", "unknown"],
  ["a refusal", error(403, "ACCESS_DENIED"), [], "permission", "rejected"],
  ["a wrong argument", error(400, "ERROR_ARGUMENT"), [], "validation", "rejected"],
  ["what is not there", error(400, "NOT_FOUND"), [], "notFound", "rejected"],
  ["a method that is missing", error(501, "NOT_IMPLEMENTED"), [], "server", "rejected"],
  ["a wrong token", error(401, "invalid_token"), [], "auth", "rejected"],
  ["a gateway's refusal", { status: 403, text: "<html>" }, [], "protocol", "rejected"],
];

/** Takes the chance out of the pauses: the longest, or none. */
function pauses(t, share = 0) {
  t.mock.method(Math, "random", () => share);
}

for (const [what, fault, again, kind, outcome] of FAULTS) {
  for (const [effect, send] of Object.entries(CALLS)) {
    const name = `${effect} after ${what}: ${again.includes(effect) ? "again" : "an error"}`;
    test(name, async (t) => {
      pauses(t);
      const up = held(t);
      const portal = await connected(t, ({ count }) => (count === 1 ? (fault ?? up()) : { result: true }));
      const options = { timeout: TIME };
      if (again.includes(effect)) {
        await send(options);
        assert.equal(portal.requests.length, 2);
      } else {
        const { kind: told, outcome: left } = await failure(send(options));
        assert.deepEqual([told, left, portal.requests.length], [kind, outcome, 1]);
      }
    });
  }
}

test("a portal that nothing reaches is tried again, also with a create: nothing was sent", async (t) => {
  pauses(t);
  const reasons = [];
  // No free port: another test may get that.
  const webhook = "http://127.0.0.1:2/rest/1/s3cr3tw3bh00k/";
  const client = await connect({ webhook, limits: false, onWait: ({ reason }) => reasons.push(reason) });
  t.after(() => client.close());
  t.mock.method(Math, "random", () => 0.11);
  const { kind, outcome } = await failure(crmLeadAdd({ fields: { TITLE: "x" } }, { client }));
  assert.deepEqual([kind, outcome], ["network", "rejected"]);
  assert.deepEqual(reasons, Array(4).fill("retry"));
});

test("a call is sent five times and no more; retries says otherwise", async (t) => {
  pauses(t);
  for (const [retries, times] of [
    [undefined, 5],
    [1, 2],
    [0, 1],
  ]) {
    const portal = await connected(t, () => ({ status: 502, text: "<html>" }), { retries });
    const { kind, status } = await failure(crmLeadGet({ id: 7 }, { client: portal.client }));
    assert.deepEqual([kind, status, portal.requests.length], ["protocol", 502, times]);
  }
});

test("what never answers is asked three times", async (t) => {
  pauses(t);
  const portal = await connected(t, held(t));
  const { kind, message } = await failure(crmLeadGet({ id: 7 }, { timeout: TIME }));
  assert.deepEqual([kind, message, portal.requests.length], ["timeout", `crmLeadGet: no answer within ${TIME} ms`, 3]);
});

test("pauses double and have a longest", async (t) => {
  const waits = [];
  pauses(t, 0.99);
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const settings = { retries: 7, onWait: ({ milliseconds }) => waits.push(milliseconds) };
  const portal = await connected(t, () => ({ status: 502, text: "<html>" }), settings);
  let over = false;
  const failing = failure(crmLeadGet({ id: 7 }, { timeout: Infinity })).then(() => (over = true));
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve));
    if (waits.length === portal.requests.length) t.mock.timers.tick(30_000);
  }
  await failing;
  assert.deepEqual(waits, [990, 1980, 3960, 7920, 15_840, 29_700, 29_700]);
});

test("a signal ends the pause before the next attempt", async (t) => {
  pauses(t, 1);
  const controller = new AbortController();
  const portal = await connected(t, () => ({ drop: true }), { onWait: () => controller.abort() });
  const ended = await failure(crmLeadUpdate({ id: 7, fields: { TITLE: "x" } }, { signal: controller.signal }));
  assert.deepEqual([ended.kind, ended.outcome, portal.requests.length], ["aborted", "unknown", 1]);
});

test("a write that may have been done stays unknown, whatever ends it", async (t) => {
  pauses(t);
  for (const [send, outcome] of [
    [CALLS.write, "unknown"],
    [CALLS.read, "rejected"],
  ]) {
    const refused = error(403, "ACCESS_DENIED");
    const portal = await connected(t, ({ count }) => (count === 1 ? { drop: true } : refused));
    const ended = await failure(send({ client: portal.client }));
    assert.deepEqual([ended.kind, ended.outcome, portal.requests.length], ["permission", outcome, 2]);
  }
});

test("a delete that may have been done and finds nothing has done its work", async (t) => {
  pauses(t);
  const gone = error(400, "NOT_FOUND");
  const answer = ({ count }) => (count === 1 ? { drop: true } : gone);
  const portal = await connected(t, answer);
  assert.equal(await crmLeadDelete({ id: 7 }), true);
  assert.equal(portal.requests.length, 2);
  const other = await connected(t, answer);
  await crmItemDelete({ entityTypeId: 1, id: 7 }, { client: other.client });
  const refused = await connected(t, ({ count }) => (count === 1 ? error(503, "QUERY_LIMIT_EXCEEDED") : gone));
  const { kind } = await failure(crmLeadDelete({ id: 7 }, { client: refused.client }));
  assert.equal(kind, "notFound", "nothing was done before, so it was never there");
});

test("a link that is removed twice says what the portal says", async (t) => {
  pauses(t);
  await connected(t, ({ count }) => (count === 1 ? { drop: true } : { result: false }));
  assert.equal(await crmLeadContactDelete({ id: 7, fields: { CONTACT_ID: 1 } }), false);
});

/** Two portals: one that says where it is now, and the new one. */
async function renamed(t, { status = 302, location, settings } = {}) {
  const to = await fakePortal(({ body }) => ({ result: { ID: "7", TITLE: body.id ?? body.fields?.TITLE } }));
  t.after(() => to.close());
  const headers = ({ url }) => ({
    location: location?.(url) ?? `${to.origin.replace("127.0.0.1", "localhost")}${url}`,
  });
  const from = await connected(t, (request) => ({ status, headers: headers(request), text: "" }), settings);
  return { from, to };
}

for (const status of [301, 302, 307, 308]) {
  test(`a portal that was renamed (${status}) gets the same request under its new name, and all later ones`, async (t) => {
    const { from, to } = await renamed(t, { status });
    await crmLeadAdd({ fields: { TITLE: "x" } });
    await crmLeadGet({ id: 7 });
    assert.deepEqual([from.requests.length, to.requests.length], [1, 2]);
    const [first] = to.requests;
    assert.deepEqual(
      [first.verb, first.url, first.body],
      ["POST", "/rest/1/s3cr3tw3bh00k/crm.lead.add.json", { fields: { TITLE: "x" } }],
    );
    assert.equal(from.client.domain, from.host, "the name it was connected by");
  });
}

const ELSEWHERE = [
  ["a page of its own", () => "/auth/?backurl=x"],
  ["another path", (url) => `http://localhost:1/other${url}`],
  ["an address without TLS", (url) => `http://portal.example${url}`],
  ["an address that its word is not good enough for", (url) => `https://portal.example${url}`],
  ["nothing that is an address", () => "http://["],
];

for (const [what, location] of ELSEWHERE) {
  test(`a redirect to ${what} is an error, and nothing is sent there`, async (t) => {
    const { from, to } = await renamed(t, { location });
    const fetched = t.mock.method(globalThis, "fetch");
    const { kind, status, outcome, message } = await failure(crmLeadAdd({ fields: { TITLE: "x" } }));
    assert.deepEqual([kind, status, outcome], ["protocol", 302, "rejected"]);
    assert.match(message, /^crmLeadAdd: the portal redirects to .+: connect to the address that REST is at$/);
    assert.deepEqual([from.requests.length, to.requests.length, fetched.mock.callCount()], [1, 0, 1]);
  });
}

test("two portals that redirect to each other are an error", async (t) => {
  const location = (url) => `http://localhost:${new URL(from.origin).port}${url}`;
  const headers = ({ url, headers: { host } }) => ({
    location: host.startsWith("localhost") ? `${from.origin}${url}` : location(url),
  });
  const from = await connected(t, (request) => ({ status: 302, headers: headers(request), text: "" }));
  assert.equal((await failure(crmLeadGet({ id: 7 }))).kind, "protocol");
  assert.equal(from.requests.length, 4);
});

test("where the answer hides where to, that is found out without anything secret", async (t) => {
  const { from, to } = await renamed(t);
  const { fetch } = globalThis;
  t.mock.method(globalThis, "fetch", async (url, init) => {
    const response = await fetch(url, init);
    // As in browsers.
    return init.redirect === "manual" && response.status === 302
      ? { type: "opaqueredirect", status: 0, headers: new Headers(), arrayBuffer: async () => new ArrayBuffer(0) }
      : response;
  });
  await crmContactGet({ id: 7 });
  const asked = from.requests[1];
  assert.deepEqual([asked.verb, asked.url, asked.headers.cookie], ["GET", "/rest/server.time.json", undefined]);
  assert.deepEqual(
    to.requests.map(({ verb, method }) => `${verb} ${method}`),
    ["GET server.time", "POST crm.contact.get"],
  );
});
