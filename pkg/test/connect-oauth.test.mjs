// Access tokens over time: when they are renewed, and what the OAuth server makes of it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mock, test } from "node:test";
import { inspect } from "node:util";

import { connect, crmLeadGet } from "../node.js";
import { failure, fakePortal } from "./portal.mjs";

const SECRETS = ["0ld70k3n", "n3w70k3n", "r3fr35h0", "r3fr35h1", "cl13n753cr37"];

/** An OAuth server that answers as its test says: `{ status, body }`, or nothing to hang up. */
async function oauthServer(t, answer) {
  const requests = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    requests.push({ url: request.url, verb: request.method, ...Object.fromEntries(new URLSearchParams(text)) });
    const reply = answer(requests.length);
    if (!reply) return response.destroy();
    response.writeHead(reply.status ?? 200).end(reply.text ?? JSON.stringify(reply.body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return { origin: `http://127.0.0.1:${server.address().port}`, requests };
}

const pair = (count) => ({
  body: { access_token: `n3w70k3n${count}`, refresh_token: `r3fr35h${count}`, expires_in: 3600, domain: "oauth" },
});

/** A portal that takes each of the OAuth server's tokens and no other, connected with the application's credentials. */
async function application(t, { answer = pair, ...more } = {}) {
  const server = await oauthServer(t, answer);
  const portal = await fakePortal(({ body }) =>
    body.auth.startsWith("n3w70k3n")
      ? { result: { ID: "7" } }
      : { status: 401, error: "expired_token", error_description: `${body.auth}` },
  );
  const stored = [];
  const oauth = {
    endpoint: `${portal.origin}/rest/`,
    refreshToken: "r3fr35h0",
    clientId: "local.1",
    clientSecret: "cl13n753cr37",
    server: `${server.origin}/rest/`,
    onRefresh: (tokens) => void stored.push(tokens),
    ...more,
  };
  const client = await connect({ oauth, retries: 0 });
  t.after(() => [client.close(), portal.close()]);
  return { client, portal, server, stored };
}

function clean(error) {
  const text = `${inspect(error, { depth: 9 })}${error.stack}${JSON.stringify(error)}`;
  for (const secret of SECRETS) assert.ok(!text.includes(secret), `${secret} is in: ${text}`);
}

test("without an access token there is one before the first call, one for all who wait", async (t) => {
  const { portal, server, stored } = await application(t);
  await Promise.all(Array.from({ length: 10 }, () => crmLeadGet({ id: 7 })));
  assert.deepEqual([server.requests.length, portal.requests.length], [1, 10]);
  assert.deepEqual(server.requests[0], {
    url: "/oauth/token/",
    verb: "POST",
    grant_type: "refresh_token",
    client_id: "local.1",
    client_secret: "cl13n753cr37",
    refresh_token: "r3fr35h0",
  });
  assert.deepEqual(stored, [{ accessToken: "n3w70k3n1", refreshToken: "r3fr35h1", expiresIn: 3600 }]);
});

test("each renewal uses the refresh token of the one before", async (t) => {
  const { portal, server, stored } = await application(t, { accessToken: "0ld70k3n" });
  await crmLeadGet({ id: 7 });
  assert.equal(portal.requests.length, 2, "the old one was refused");
  mock.timers.enable({ apis: ["Date"], now: Date.now() });
  t.after(() => mock.timers.reset());
  mock.timers.tick(3_600_000);
  await crmLeadGet({ id: 7 });
  assert.deepEqual(
    server.requests.map(({ refresh_token }) => refresh_token),
    ["r3fr35h0", "r3fr35h1"],
  );
  assert.equal(stored[1].refreshToken, "r3fr35h2");
});

test("a renewal without a new refresh token keeps the old one", async (t) => {
  const answer = () => ({ body: { access_token: "n3w70k3n", expires_in: 3600 } });
  const { stored } = await application(t, { answer });
  await crmLeadGet({ id: 7 });
  assert.equal(stored[0].refreshToken, "r3fr35h0");
});

test("the application has stored the new tokens before they are used", async (t) => {
  const order = [];
  const onRefresh = async () => {
    await new Promise(setImmediate);
    order.push("stored");
  };
  const { portal } = await application(t, { onRefresh });
  await crmLeadGet({ id: 7 }).then(() => order.push("called"));
  assert.deepEqual([order, portal.requests.length], [["stored", "called"], 1]);
});

test("new tokens that could not be stored are told again, and not asked for again", async (t) => {
  let told = 0;
  const onRefresh = () => {
    if (++told === 1) throw new Error("cl13n753cr37");
  };
  const { server } = await application(t, { onRefresh });
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.equal(error.kind, "auth");
  assert.match(error.message, /onRefresh threw an error: the new tokens may not be stored$/);
  clean(error);
  await crmLeadGet({ id: 7 });
  assert.deepEqual([told, server.requests.length], [2, 1]);
});

const oauthError = (status, error, error_description) => () => ({ status, body: { error, error_description } });
const REFUSALS = [
  ["an unknown application, with status 200", oauthError(200, "wrong_client"), "auth", "wrong_client", false],
  ["a wrong secret", oauthError(400, "invalid_client", "no cl13n753cr37"), "auth", "invalid_client", false],
  ["a used refresh token", oauthError(400, "invalid_grant", "not r3fr35h0"), "auth", "invalid_grant", false],
  ["an application that is gone", oauthError(400, "NOT_INSTALLED"), "auth", "NOT_INSTALLED", false],
  ["its own trouble", oauthError(500, "server_error"), "server", "server_error", true],
  ["a gateway's page", () => ({ status: 502, text: "<html>" }), "server", "", true],
  ["a page that says all is well", () => ({ text: "<html>" }), "protocol", "", false],
  ["an error that is none", oauthError(400, null, null), "protocol", "", false],
  ["a number", () => ({ text: "5" }), "protocol", "", false],
  ["nothing", () => undefined, "network", "", true],
];

for (const [what, answer, kind, code, retryable] of REFUSALS) {
  test(`the OAuth server answers with ${what}: ${kind}`, async (t) => {
    const { portal, stored } = await application(t, { answer: (count) => (count > 9 ? pair(count) : answer()) });
    const error = await failure(crmLeadGet({ id: 7 }));
    assert.deepEqual(
      [error.kind, error.code, error.retryable, error.outcome, error.method],
      [kind, code, retryable, "rejected", "crm.lead.get"],
    );
    assert.match(error.message, /^crmLeadGet: the OAuth server (?!.*null)/);
    assert.deepEqual([portal.requests, stored], [[], []]);
    clean(error);
  });
}

/** The tokens that a portal was called with, and how often one was renewed, as the clock moves. */
async function clocked(t, expiresIn, refresh) {
  mock.timers.enable({ apis: ["Date"], now: Date.now() });
  t.after(() => mock.timers.reset());
  const portal = await fakePortal(() => ({ result: { ID: "7" } }));
  const oauth = { endpoint: `${portal.origin}/rest/`, accessToken: "first", expiresIn, refresh };
  const client = await connect({ oauth });
  t.after(() => [client.close(), portal.close()]);
  return {
    async after(seconds) {
      mock.timers.tick(seconds * 1000);
      await crmLeadGet({ id: 7 });
      return portal.requests.at(-1).body.auth;
    },
  };
}

test("a token is renewed half a minute before it expires", async (t) => {
  const its = await clocked(t, 3600, () => ({ accessToken: "second", expiresIn: 3600 }));
  assert.deepEqual([await its.after(3569), await its.after(1), await its.after(3569)], ["first", "second", "second"]);
});

test("a token of a short life is renewed in its last tenth", async (t) => {
  const its = await clocked(t, 10, () => ({ accessToken: "second" }));
  assert.deepEqual([await its.after(8), await its.after(1), await its.after(9999)], ["first", "second", "second"]);
});

test("when it cannot be renewed early, the old one is used as long as it is good", async (t) => {
  let asked = 0;
  const its = await clocked(t, 3600, () => {
    asked += 1;
    throw new Error("not now");
  });
  assert.deepEqual([await its.after(3575), await its.after(1), asked], ["first", "first", 1]);
  assert.equal((await failure(its.after(30))).kind, "auth");
});

test("a client secret in a page is warned about", async (t) => {
  const warn = mock.method(console, "warn", () => {});
  t.after(() => warn.mock.restore());
  await application(t);
  assert.equal(warn.mock.callCount(), 0);
  globalThis.document = {};
  t.after(() => delete globalThis.document);
  await application(t);
  assert.match(warn.mock.calls[0].arguments[0], /clientSecret is in a page, where everyone can read it/);
  clean({ stack: warn.mock.calls[0].arguments[0] });
});
