// No token and no webhook's secret is in anything a person or a log can see.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { call, connect, crmLeadGet } from "../node.js";
import { embed } from "./page.mjs";
import { connected, failure, fakePortal } from "./portal.mjs";

const SECRETS = ["s3cr3tw3bh00k", "0ld70k3n", "n3w70k3n", "r3fr35h70k3n"];

/** Everything that prints an object. */
function printed(value) {
  const deep = inspect(value, { depth: Infinity, showHidden: true, getters: true });
  const own = Object.getOwnPropertyNames(value).map((name) => String(value[name]));
  return [deep, String(value), JSON.stringify(value), value.message, value.stack, ...own].join("\n");
}

function clean(value) {
  const text = printed(value);
  for (const secret of SECRETS) assert.ok(!text.includes(secret), `${secret} is in: ${text}`);
}

test("a secret is found in any writing, and no fact is lost for it", async (t) => {
  const answer = ({ body }) => ({ status: 400, error: "ERROR_CORE", error_description: `status: ${body.auth}` });
  for (const secret of ['qu"o\\te', "status", "true"]) {
    const portal = await fakePortal(answer);
    const client = await connect({ oauth: { endpoint: `${portal.origin}/rest/`, accessToken: secret } });
    t.after(() => [client.close(), portal.close()]);
    const error = await failure(crmLeadGet({ id: 7 }, { client }));
    assert.equal(error.status, 400);
    assert.ok(!error.description.includes(secret), error.description);
  }
});

const tell = (request) => `it was ${request.url} with ${request.body.auth}`;

const ANSWERS = {
  "an error that repeats the address": (request) => ({
    status: 400,
    error: request.url,
    error_description: tell(request),
  }),
  "an error with an error as its code": (request) => ({
    status: 401,
    error: "NO_AUTH_FOUND",
    error_description: tell(request),
  }),
  "a web page that repeats it": (request) => ({ status: 502, text: `<html>${tell(request)}` }),
  "text that repeats it": (request) => ({ status: 200, text: tell(request) }),
  "a redirect to it": (request) => ({
    status: 302,
    headers: { location: `https://example.com${request.url}` },
    text: "",
  }),
};

for (const [what, answer] of Object.entries(ANSWERS)) {
  test(`webhook: ${what}`, async (t) => {
    await connected(t, answer, { retries: 0 });
    clean(await failure(crmLeadGet({ id: 7 })));
  });

  test(`token: ${what}`, async (t) => {
    const portal = await fakePortal(answer);
    const client = await connect({
      oauth: { endpoint: `${portal.origin}/rest/`, accessToken: "0ld70k3n" },
      retries: 0,
    });
    t.after(() => [client.close(), portal.close()]);
    clean(await failure(crmLeadGet({ id: 7 })));
    clean(client);
  });
}

test("a portal that is gone", async (t) => {
  const portal = await connected(t, () => undefined, { retries: 0 });
  await portal.close();
  clean(await failure(crmLeadGet({ id: 7 })));
});

test("a fetch that repeats its address", async (t) => {
  await connected(t, () => undefined, { retries: 0 });
  const { fetch } = globalThis;
  t.after(() => {
    globalThis.fetch = fetch;
  });
  globalThis.fetch = async (url, { body }) => {
    throw new TypeError(`Failed to parse ${url} ${body}`, { cause: new Error(`${url}`) });
  };
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.match(error.message, /Failed to parse/);
  clean(error);
});

test("causes that hold a secret are left out", async (t) => {
  await connected(t, () => undefined, { retries: 0 });
  const holding = [
    "s3cr3tw3bh00k",
    new Error("s3cr3tw3bh00k"),
    Object.assign(new Error("x"), { config: { headers: { a: ["s3cr3tw3bh00k"] } } }),
    new Error("x", { cause: new Map([["s3cr3tw3bh00k", 1]]) }),
    new Error("x", { cause: new AggregateError([new Error("s3cr3tw3bh00k")]) }),
  ];
  for (const reason of holding) {
    const error = await failure(crmLeadGet({ id: 7 }, { signal: AbortSignal.abort(reason) }));
    assert.equal(error.cause, undefined);
    clean(error);
  }
});

test("an onRefresh that throws what it was told", async (t) => {
  const tokens = { access_token: "n3w70k3n", refresh_token: "r3fr35h70k3n", expires_in: 60 };
  t.mock.method(globalThis, "fetch", async () => Response.json(tokens));
  const given = { refreshToken: "0ld70k3n", clientId: "id", clientSecret: "s3cr3tw3bh00k" };
  for (const text of ["insert r3fr35h70k3n", "the database is away for 60 s"]) {
    const onRefresh = () => Promise.reject(new Error(text));
    const oauth = { ...given, endpoint: "https://example.bitrix24.com/rest/", onRefresh };
    const client = await connect({ oauth });
    t.after(() => client.close());
    const error = await failure(crmLeadGet({ id: 7 }, { client }));
    assert.match(error.message, /onRefresh threw an error: the new tokens may not be stored$/);
    assert.equal(error.cause?.message, text.includes("r3fr35h70k3n") ? undefined : text);
    clean(error);
  }
});

test("parameters that hold the secret by mistake", async (t) => {
  await connected(t, () => undefined);
  clean(await failure(call("crm.lead.get", { id: "s3cr3tw3bh00k", s3cr3tw3bh00k: 1 })));
});

test("tokens of before and after a refresh", async (t) => {
  const answer = (request) => ({
    status: 401,
    error: "expired_token",
    error_description: `not 0ld70k3n, ${tell(request)}`,
  });
  const portal = await fakePortal(answer);
  const refresh = () => ({ accessToken: "n3w70k3n" });
  const client = await connect({ oauth: { endpoint: `${portal.origin}/rest/`, accessToken: "0ld70k3n", refresh } });
  t.after(() => [client.close(), portal.close()]);
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.match(error.description, /^not \*\*\*, it was \/rest\/crm\.lead\.get\.json with \*\*\*$/);
  clean(error);
});

test("a placement and its portal", async (t) => {
  const portal = await fakePortal((request) => ({
    status: 400,
    error: "",
    error_description: `${tell(request)} r3fr35h70k3n`,
  }));
  const data = { AUTH_ID: "0ld70k3n", REFRESH_ID: "r3fr35h70k3n", PLACEMENT_OPTIONS: { ID: "1" } };
  embed(t, { name: `${portal.host}|0|sid`, origin: portal.origin, answer: () => data });
  const client = await connect();
  t.after(() => [client.close(), portal.close()]);
  clean(client);
  clean(await failure(crmLeadGet({ id: 7 })));
});
