// What connect takes, and what its portals do with tokens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { connect, crmLeadAdd, crmLeadGet } from "../node.js";
import { connected, failure, fakePortal } from "./portal.mjs";
import { TIME, held } from "./time.mjs";

const HTTPS = "https://example.bitrix24.com/rest/";

const WRONG = [
  [undefined, "options"],
  [{}, "options"],
  [null, "options"],
  ["https://example.bitrix24.com/rest/1/s3cr3t/", "options"],
  [{ webhok: "x" }, "webhok"],
  [{ webhook: 5 }, "webhook"],
  [{ webhook: `${HTTPS}1/s3cr3t/`, oauth: {} }, "options"],
  [{ oauth: "t0k3n" }, "oauth"],
  [{ oauth: {} }, "oauth.endpoint"],
  [{ oauth: { endpoint: HTTPS, accessToken: "" } }, "oauth.accessToken"],
  [{ oauth: { endpoint: "https://example.com", accessToken: "t" } }, "oauth.endpoint"],
  [{ oauth: { endpoint: HTTPS, accessToken: "t", refresh: "r" } }, "oauth.refresh"],
  [{ oauth: { endpoint: HTTPS, accessToken: "t", expiresIn: -1 } }, "oauth.expiresIn"],
  [{ oauth: { endpoint: HTTPS, accessToken: "t", refreshTokn: "r" } }, "oauth.refreshTokn"],
  [{ oauth: { endpoint: HTTPS, accessToken: "t", refreshToken: "r" } }, "oauth.clientId"],
  [{ oauth: { endpoint: HTTPS, clientId: "i", clientSecret: "s" } }, "oauth.refreshToken"],
  [{ oauth: { endpoint: HTTPS, refreshToken: "r", clientId: "", clientSecret: "s" } }, "oauth.clientId"],
  [{ oauth: { endpoint: HTTPS, refreshToken: "r", clientId: "i", clientSecret: "s", server: "x" } }, "oauth.server"],
  [
    { oauth: { endpoint: HTTPS, refreshToken: "r", clientId: "i", clientSecret: "s", refresh: () => {} } },
    "oauth.refresh",
  ],
  [{ session: "5e551d" }, "session"],
  [{ session: { sessid: 5 } }, "session.sessid"],
  [{ session: true }, "session"],
  [{ placement: true }, "placement"],
  [{ placement: { portals: "all" } }, "placement.portals"],
];

for (const [options, path] of WRONG) {
  test(`connect(${JSON.stringify(options)}) says what is wrong`, async () => {
    const error = await failure(connect(options));
    assert.equal(error.kind, "validation");
    assert.match(error.message, /^connect:/);
    assert.equal(error.problems[0].path, path);
  });
}

for (const way of ["webhook", "oauth", "session", "placement"]) {
  test(`a ${way} that is undefined is said to be so, and not looked for elsewhere`, async () => {
    const error = await failure(connect({ [way]: undefined, autoBatch: true }));
    const [{ path, message }, ...others] = error.problems;
    assert.deepEqual([path, message, others], [way, "is undefined: is an environment variable not set?", []]);
  });
}

test("an undefined way beside one with a value is left out", async () => {
  (await connect({ webhook: `${HTTPS}1/s3cr3t/`, oauth: undefined })).close();
});

const ADDRESSES = [
  "example.bitrix24.com/rest/1/s3cr3t/",
  "ftp://example.com/rest/1/s3cr3t/",
  "http://example.com/rest/1/s3cr3t/",
  "http://127.0.0.1.example.com/rest/1/s3cr3t/",
  "http://10.0.0.1/rest/1/s3cr3t/",
  "https://user:s3cr3t@example.com/rest/1/s3cr3t/",
  "https://example.com/rest/1/",
  "https://example.com/rest/s3cr3t/1x/",
  "https://example.com/rest/1/s3cr3t/?a=1",
  "https://example.com/rest/1/s3cr3t/profile.json",
];

for (const webhook of ADDRESSES) {
  test(`${webhook} is no webhook, and the message does not repeat it`, async () => {
    const error = await failure(connect({ webhook }));
    assert.equal(error.problems[0].path, "webhook");
    assert.doesNotMatch(`${error.stack}${JSON.stringify(error)}`, /s3cr3t/);
  });
}

test("webhooks are taken as people write them", async () => {
  for (const webhook of [
    "https://example.bitrix24.com/rest/1/s3cr3t/",
    " https://example.bitrix24.com/rest/1/s3cr3t",
    "https://example.bitrix24.com//rest/1/s3cr3t//",
    "https://example.bitrix24.com/portal/rest/12/s3cr3t/",
  ]) {
    const portal = await connect({ webhook });
    assert.deepEqual(
      [portal.domain, portal.transport, portal.placement],
      ["example.bitrix24.com", "webhook", undefined],
    );
    portal.close();
  }
  for (const host of ["localhost:8124", "127.0.0.1", "[::1]:80", "x.localhost"]) {
    (await connect({ webhook: `http://${host}/rest/1/s3cr3t/` })).close();
  }
});

/** A portal that takes one token, connected with another one. */
async function expired(t, refresh, more) {
  const portal = await fakePortal(({ body }) =>
    body.auth === "n3w70k3n"
      ? { result: { ID: "7" } }
      : { status: 401, error: "expired_token", error_description: "x" },
  );
  const client = await connect({
    oauth: { endpoint: `${portal.origin}/rest/`, accessToken: "0ld70k3n", refresh, ...more },
  });
  t.after(async () => {
    client.close();
    await portal.close();
  });
  return portal;
}

test("an access token is renewed by the application's function, once for all who wait", async (t) => {
  let refreshed = 0;
  const refresh = async () => {
    refreshed += 1;
    return { accessToken: "n3w70k3n", expiresIn: 3600 };
  };
  const portal = await expired(t, refresh);
  const leads = await Promise.all(Array.from({ length: 10 }, () => crmLeadGet({ id: 7 })));
  assert.deepEqual([leads.length, refreshed, portal.requests.length], [10, 1, 20]);
});

test("without a function the portal's own error is given", async (t) => {
  const portal = await expired(t);
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.deepEqual([error.kind, error.code, error.status, portal.requests.length], ["auth", "expired_token", 401, 1]);
});

const FAILED = "the refresh function threw an error";
const FAILURES = [
  [
    "throws",
    () => {
      throw new Error("s3cr3tw3bh00k");
    },
    FAILED,
  ],
  ["rejects", () => Promise.reject("s3cr3tw3bh00k"), FAILED],
  ["gives nothing", () => undefined, "the refresh function gave no accessToken"],
  ["gives no text", () => ({ accessToken: 5 }), "the refresh function gave no accessToken"],
];

for (const [what, refresh, reason] of FAILURES) {
  test(`a refresh that ${what} fails the call without repeating what it said`, async (t) => {
    await expired(t, refresh);
    const error = await failure(crmLeadGet({ id: 7 }));
    assert.equal(error.message, `crmLeadGet: the access token has expired and ${reason}`);
    assert.deepEqual([error.kind, error.retryable], ["auth", reason === FAILED]);
  });
}

test("what a refresh throws is the error's cause, which is not printed with it", async (t) => {
  const cause = new Error("the token service is down");
  await expired(t, () => Promise.reject(cause));
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.equal(error.cause, cause);
  assert.ok(!inspect(error).includes(cause.message), inspect(error));
});

test("a token that has expired and cannot be renewed is not worth another try", async (t) => {
  await expired(t, undefined);
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.deepEqual([error.kind, error.code, error.retryable], ["auth", "expired_token", false]);
});

test("a call says that its portal was closed", async (t) => {
  const { client } = await connected(t, () => undefined);
  const ended = failure(crmLeadGet({ id: 7 }));
  client.close();
  assert.equal((await ended).message, "crmLeadGet: its portal was closed");
});

test("a create that was refused for its token did not happen, however long the refresh takes", async (t) => {
  const { promise, resolve } = deferred();
  t.after(() => resolve({ accessToken: "n3w70k3n" }));
  const up = held(t);
  await expired(t, () => {
    const always = setInterval(up, 1);
    t.after(() => clearInterval(always));
    return promise;
  });
  const error = await failure(crmLeadAdd({}, { timeout: TIME }));
  assert.deepEqual([error.kind, error.outcome], ["timeout", "rejected"]);
});

test("a method that the portal says it lacks is not worth another try", async (t) => {
  await connected(t, () => ({ status: 501, error: "SANDBOX_NOT_IMPLEMENTED", error_description: "not here" }));
  const { retryable, outcome } = await failure(crmLeadGet({ id: 7 }));
  assert.deepEqual([retryable, outcome], [false, "rejected"]);
});

test("a portal cannot be changed, and close may be called twice", async () => {
  const portal = await connect({ webhook: `${HTTPS}1/s3cr3t/` });
  assert.throws(() => {
    portal.domain = "evil.example";
  }, TypeError);
  portal.close();
  portal.close();
});

function deferred() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
