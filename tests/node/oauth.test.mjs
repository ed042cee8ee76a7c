// An application's server: its credentials at the portal's OAuth server, and what time and administrators do to tokens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { connect, crmLeadGet } from "crm-wasm";

import { session } from "../support/session.mjs";

const HOUR = 3600;
const its = session({ args: ["--app", "https://app.example/"], prepare });
let credentials;

async function control(path, body) {
  const headers = { "content-type": "application/json" };
  const init = body && { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(`${its.sandbox.origin}/_sandbox/${path}`, init);
  const text = await response.text();
  assert.ok(response.ok, `${path}: ${text}`);
  return text.startsWith("{") ? JSON.parse(text) : text;
}

// The client id and secret as a person finds them: on the page of the installed apps.
async function prepare() {
  const page = await control("apps/");
  const shown = (name) => new RegExp(`id="app-\\d+-${name}">([^<]+)<`).exec(page)[1];
  credentials = { clientId: shown("id"), clientSecret: shown("secret") };
}

/** An application as it starts with what it has stored, and what it stores from then on. */
async function application(t, more = {}) {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn } = await control("tokens", {});
  const stored = [];
  const oauth = {
    ...{ endpoint: `${its.sandbox.origin}/rest/`, server: `${its.sandbox.origin}/rest/` },
    ...{ accessToken, refreshToken, expiresIn, ...credentials },
    onRefresh: (tokens) => void stored.push(tokens),
    ...more,
  };
  const client = await connect({ oauth, retries: 0 });
  t.after(() => client.close());
  return { stored, oauth, client, title: async () => (await crmLeadGet({ id: 1 }, { client })).TITLE };
}

async function fault(t, rule) {
  await control("faults", rule);
  t.after(() => fetch(`${its.sandbox.origin}/_sandbox/faults`, { method: "DELETE" }));
}

const refusal = async (promise) => {
  const error = await promise.then(
    () => assert.fail("it was not refused"),
    (error) => error,
  );
  const { kind, code, retryable, outcome } = error;
  return { error, facts: [kind, code, retryable, outcome] };
};

test("a good token is used as it is", async (t) => {
  const app = await application(t);
  assert.ok(await app.title());
  assert.deepEqual(app.stored, []);
});

test("without a token the first calls wait for one refresh", async (t) => {
  const app = await application(t, { accessToken: undefined, expiresIn: undefined });
  await Promise.all(Array.from({ length: 5 }, app.title));
  assert.deepEqual([app.stored.length, app.stored[0].expiresIn], [1, HOUR]);
});

test("after an idle hour calls work at once, and each hour uses the refresh token of the one before", async (t) => {
  const app = await application(t);
  t.after(() => control("clock", { reset: true }));
  for (const hours of [1, 2, 3]) {
    await control("clock", { advance: HOUR + 1 });
    await Promise.all([app.title(), app.title(), app.title()]);
    assert.equal(app.stored.length, hours);
  }
  assert.equal(new Set(app.stored.map(({ refreshToken }) => refreshToken)).size, 3);
});

test("what was stored is enough to start again", async (t) => {
  const before = await application(t, { accessToken: undefined });
  await before.title();
  const { refreshToken } = before.stored.at(-1);
  const again = await application(t, { accessToken: undefined, refreshToken });
  assert.ok(await again.title());
});

test("a refresh token that was used is refused, and trying again is of no use", async (t) => {
  const first = await application(t, { accessToken: undefined });
  await first.title();
  const late = await application(t, { accessToken: undefined, refreshToken: first.oauth.refreshToken });
  const { error, facts } = await refusal(late.title());
  assert.deepEqual(facts, ["auth", "invalid_grant", false, "rejected"]);
  const text = "the OAuth server gave no new access token: Invalid or expired refresh_token (invalid_grant, HTTP 400)";
  assert.equal(error.message, `crmLeadGet: ${text}`);
});

test("what the OAuth server refuses is of kind auth, without the secret", async (t) => {
  for (const [wrong, code] of [
    [{ clientId: "local.0.0" }, "wrong_client"],
    [{ clientSecret: "n0753cr37" }, "invalid_client"],
    [{ refreshToken: "n070k3n" }, "invalid_grant"],
  ]) {
    const app = await application(t, { accessToken: undefined, ...wrong });
    const { error, facts } = await refusal(app.title());
    assert.deepEqual(facts, ["auth", code, false, "rejected"]);
    for (const secret of [app.oauth.clientSecret, app.oauth.refreshToken]) {
      assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(secret), `${error.stack}`);
    }
  }
});

test("a token that was revoked is refused by the portal", async (t) => {
  const app = await application(t);
  await fault(t, { kind: "revoked-token", count: 1 });
  assert.deepEqual((await refusal(app.title())).facts, ["auth", "invalid_token", false, "rejected"]);
});

test("a refresh that fails once leaves the refresh token good", async (t) => {
  const app = await application(t, { accessToken: undefined });
  await fault(t, { kind: "refresh-fails", count: 1 });
  assert.equal((await refusal(app.title())).facts[1], "invalid_grant");
  assert.ok(await app.title());
});

test("an OAuth server that is not there is a network error, and the call was not sent", async (t) => {
  const app = await application(t, { accessToken: undefined, server: "http://127.0.0.1:9" });
  const { error, facts } = await refusal(app.title());
  assert.deepEqual(facts, ["network", "", true, "rejected"]);
  assert.match(error.message, /^crmLeadGet: the OAuth server could not be reached \(/);
});
