// The session of a portal's page, and what connect() finds by itself.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { connect, crmLeadGet } from "../node.js";
import { embed } from "./page.mjs";
import { failure, fakePortal } from "./portal.mjs";

const FRESH = "fr35h5355id";
const OLD = "0ld5355id";

/** Sets globals for one test. */
function globals(t, values) {
  for (const [name, value] of Object.entries(values)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    t.after(() => (before ? Object.defineProperty(globalThis, name, before) : delete globalThis[name]));
  }
}

/** A portal's page whose sessid the portal takes, or has replaced. */
async function portalPage(t, answer = () => ({ result: { ID: "7" } }), more = {}) {
  const portal = await fakePortal(answer);
  globals(t, { location: new URL(`${portal.origin}/crm/lead/`), BX: { bitrix_sessid: () => OLD }, ...more });
  t.after(() => portal.close());
  return portal;
}

async function open(t, options) {
  const client = await connect(options);
  t.after(() => client.close());
  return client;
}

const sessionFailed = ({ headers }) =>
  headers["x-bitrix-csrf-token"] === FRESH
    ? { result: { ID: "7" } }
    : { status: 401, error: "session_failed", error_description: "Sessid check failed", sessid: FRESH };

test("calls carry the page's sessid beside its cookies", async (t) => {
  const portal = await portalPage(t);
  const { fetch } = globalThis;
  const seen = [];
  globals(t, { fetch: (url, init) => (seen.push(init.credentials), fetch(url, init)) });
  const client = await open(t, { session: true });
  assert.deepEqual([client.transport, client.domain, client.placement], ["session", portal.host, undefined]);
  await crmLeadGet({ id: 7 });
  const [{ url, headers, body }] = portal.requests;
  assert.deepEqual([url, headers["x-bitrix-csrf-token"]], ["/rest/crm.lead.get.json", OLD]);
  assert.deepEqual([body, seen], [{ id: 7 }, ["same-origin"]]);
});

test("the sessid is found where pages keep it, or given", async (t) => {
  const message = (name) => (name === "bitrix_sessid" ? "fr0mm3554g3" : "");
  const portal = await portalPage(t, undefined, { BX: { message } });
  await open(t, { session: true });
  await crmLeadGet({ id: 7 });
  const client = await open(t, { session: { sessid: "g1v3n" } });
  await crmLeadGet({ id: 7 }, { client });
  assert.deepEqual(
    portal.requests.map(({ headers }) => headers["x-bitrix-csrf-token"]),
    ["fr0mm3554g3", "g1v3n"],
  );
});

test("a stale sessid is replaced by the one that the refusal tells, and stays replaced", async (t) => {
  const portal = await portalPage(t, sessionFailed);
  await open(t, { session: true });
  const leads = await Promise.all([crmLeadGet({ id: 7 }), crmLeadGet({ id: 7 })]);
  assert.deepEqual([leads.length, portal.requests.length], [2, 4]);
  await crmLeadGet({ id: 7 });
  assert.equal(portal.requests.length, 5);
});

test("a sessid that is refused again is an error without it", async (t) => {
  const answer = () => ({ status: 401, error: "session_failed", error_description: `not ${FRESH}`, sessid: FRESH });
  const portal = await portalPage(t, answer);
  await open(t, { session: true });
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.deepEqual([error.kind, error.code], ["auth", "session_failed"]);
  assert.ok(portal.requests.length < 6, "it is not tried for ever");
  assert.doesNotMatch(`${error.stack}${JSON.stringify(error)}`, /fr35h5355id|0ld5355id/);
});

test("nobody logged in is said so", async (t) => {
  const refusal = { error: "access_denied", error_description: "User not authorized", sessid: FRESH };
  await portalPage(t, () => ({ status: 401, ...refusal, extended_error: "user_not_authorized" }));
  await open(t, { session: true });
  const { kind, message, outcome } = await failure(crmLeadGet({ id: 7 }));
  const text = "crmLeadGet: nobody is logged in to this portal: log in, then call again";
  assert.deepEqual([kind, message, outcome], ["auth", text, "rejected"]);
});

test("another user's session that may not call is the portal's own refusal", async (t) => {
  const refusal = { error: "access_denied", error_description: "Access denied for this type of user", type: "bot" };
  await portalPage(t, () => ({ status: 401, ...refusal }));
  await open(t, { session: true });
  assert.match((await failure(crmLeadGet({ id: 7 }))).message, /Access denied for this type of user/);
});

test("a page without a sessid is no portal's", async (t) => {
  globals(t, { location: new URL("https://example.com/"), BX: {} });
  const error = await failure(connect({ session: true }));
  assert.match(error.message, /^connect: session is not known: this page has no BX.bitrix_sessid\(\), pass/);
});

test("connect() takes the session of a portal's page", async (t) => {
  await portalPage(t);
  assert.equal((await open(t)).transport, "session");
});

test("connect() prefers the frame of a placement, and outside of all says what to pass", async (t) => {
  const portal = await portalPage(t);
  embed(t, { name: `${portal.host}|0|5id`, origin: portal.origin, answer: () => ({ AUTH_ID: "t" }) });
  assert.equal((await open(t)).transport, "placement");
  delete globalThis.window;
  globals(t, { BX: undefined });
  const { message } = await failure(connect());
  assert.match(message, /are needed outside a placement and a portal's page: \{ webhook \} or \{ oauth: \{ endpoint,/);
});

/** A stand-in for BX24.js: what its documentation says of these functions. */
function bx24({ domain, token = "bx2470k3n", ready = true, expires = 3_600_000, refresh }) {
  let auth = ready && { access_token: token, refresh_token: "r", expires_in: Date.now() + expires, domain };
  return {
    init(done) {
      auth = { access_token: token, refresh_token: "r", expires_in: Date.now() + expires, domain };
      setImmediate(done);
    },
    getAuth: () => auth,
    refreshAuth: refresh ?? ((done) => setImmediate(done, { ...auth, access_token: "n3w70k3n" })),
  };
}

const byToken = ({ body }) =>
  body.auth === "0ld70k3n" ? { status: 401, error: "expired_token", error_description: "" } : { result: { ID: "7" } };

for (const ready of [true, false]) {
  test(`BX24.js ${ready ? "with" : "before it has"} a token is reused where the frame has lost its name`, async (t) => {
    const portal = await portalPage(t, byToken, { BX: undefined });
    globals(t, { BX24: bx24({ domain: portal.host, ready }) });
    const client = await open(t);
    assert.deepEqual([client.transport, client.domain, client.placement], ["bx24", portal.host, undefined]);
    await crmLeadGet({ id: 7 });
    assert.equal(portal.requests[0].body.auth, "bx2470k3n");
  });
}

test("BX24.js renews its token for us, early and after a refusal", async (t) => {
  const portal = await portalPage(t, byToken, { BX: undefined });
  mock.timers.enable({ apis: ["Date"], now: Date.now() });
  t.after(() => mock.timers.reset());
  for (const [given, sent] of [
    [{ expires: 1000 }, ["n3w70k3n"]],
    [{ token: "0ld70k3n" }, ["0ld70k3n", "n3w70k3n"]],
  ]) {
    globals(t, { BX24: bx24({ domain: portal.host, ...given }) });
    const client = await open(t);
    mock.timers.tick(1000);
    portal.requests.length = 0;
    await crmLeadGet({ id: 7 }, { client });
    assert.deepEqual(
      portal.requests.map(({ body }) => body.auth),
      sent,
    );
  }
});

test("BX24.js stands in when the page that embeds the app is silent, and is an error when it is silent too", async (t) => {
  const portal = await portalPage(t, byToken, { BX: undefined });
  globals(t, { BX24: bx24({ domain: portal.host }) });
  const { messages } = embed(t, { name: `${portal.host}|0|5id`, origin: portal.origin, answer: () => undefined });
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const connecting = open(t);
  while (!messages.length) await new Promise(setImmediate);
  mock.timers.tick(10_000);
  assert.equal((await connecting).transport, "bx24");
  globals(t, { BX24: { getAuth: () => false, init() {}, refreshAuth() {} } });
  delete globalThis.window;
  const waiting = failure(connect());
  await new Promise(setImmediate);
  mock.timers.tick(10_000);
  assert.equal((await waiting).message, "connect: BX24 got no token within 10 s");
});
