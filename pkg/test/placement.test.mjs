// The placement transport, against a page and a portal made here.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { connect, crmLeadGet } from "../node.js";
import { embed } from "./page.mjs";
import { failure, fakePortal } from "./portal.mjs";

const SID = "0123456789abcdef0123456789abcdef";
const TOKENS = { AUTH_ID: "f1rst70k3n", AUTH_EXPIRES: "3600", REFRESH_ID: "r3fr35h70k3n" };
const INIT = {
  ...TOKENS,
  LANG: "en",
  DOMAIN: "portal.example",
  PROTOCOL: 0,
  PATH: "/rest",
  MEMBER_ID: "00112233",
  IS_ADMIN: true,
  FIRST_RUN: false,
  INSTALL: false,
  USER_OPTIONS: [],
  APP_OPTIONS: { color: "red" },
  PLACEMENT: "CRM_LEAD_DETAIL_TAB",
  PLACEMENT_OPTIONS: { ID: "8061" },
};

/** A page and its portal; `answers` are by command, values or functions of the parameters. */
async function placed(t, answers = {}, respond = () => ({ result: { ID: "7" } })) {
  const portal = await fakePortal(respond);
  const table = {
    getInitData: INIT,
    refreshAuth: { ...TOKENS, AUTH_ID: "s3c0nd70k3n" },
    setInstall: (params) => params,
    ...answers,
  };
  const answer = ({ command, params }) =>
    typeof table[command] === "function" ? table[command](params) : table[command];
  const page = embed(t, { name: `${portal.host}|0|${SID}`, origin: portal.origin, answer });
  t.after(() => portal.close());
  return { portal, page };
}

async function opened(t, answers, respond) {
  const its = await placed(t, answers, respond);
  const client = await connect();
  t.after(() => client.close());
  return { ...its, client };
}

test("connect() shakes hands with the page and knows the placement", async (t) => {
  const { page, portal, client } = await opened(t);
  assert.deepEqual(page.commands(), ["getInitData"]);
  assert.equal(page.messages[0].target, portal.origin);
  assert.equal(page.messages[0].sid, SID);
  assert.deepEqual([client.domain, client.transport], [portal.host, "placement"]);
  const { code, options, info } = client.placement;
  assert.deepEqual({ code, options }, { code: "CRM_LEAD_DETAIL_TAB", options: { ID: "8061" } });
  assert.deepEqual(info, {
    lang: "en",
    memberId: "00112233",
    isAdmin: true,
    firstRun: false,
    install: false,
    userOptions: {},
    appOptions: { color: "red" },
  });
});

test("calls carry the page's token in their body", async (t) => {
  const { portal } = await opened(t);
  assert.equal((await crmLeadGet({ id: 7 })).ID, 7);
  const [{ url, body, headers }] = portal.requests;
  assert.equal(url, "/rest/crm.lead.get.json");
  assert.equal(body.auth, TOKENS.AUTH_ID);
  assert.equal(headers.authorization, undefined);
});

test("options may come as text, as an empty list or not at all", async (t) => {
  for (const [given, options] of [
    ['{"ID":"5"}', { ID: "5" }],
    [[], {}],
    ["", {}],
    [undefined, {}],
  ]) {
    const { client } = await opened(t, { getInitData: { ...INIT, PLACEMENT_OPTIONS: given } });
    assert.deepEqual(client.placement.options, options);
    client.close();
  }
});

test("the first run is told to the portal", async (t) => {
  const { page, client } = await opened(t, { getInitData: { ...INIT, FIRST_RUN: true } });
  assert.deepEqual(page.commands(), ["getInitData", "setInstall"]);
  assert.deepEqual(page.messages[1].params, { install: true });
  assert.equal(client.placement.info.firstRun, true);
});

test("a closed placement sends nothing and hears nothing, and says so", async (t) => {
  const { page, client } = await opened(t);
  const sent = page.messages.length;
  client.close();
  for (const use of [() => client.placement.send("reloadWindow"), () => client.placement.on("onEvent", () => {})]) {
    assert.throws(use, { name: "CrmError", kind: "auth" });
  }
  assert.equal(page.messages.length, sent);
});

test("an event needs a name and a listener", async (t) => {
  const { client } = await opened(t);
  assert.throws(() => client.placement.on("", null), { kind: "validation", message: /event .*\n.*listener/ });
});

test("a page on https is asked on https", async (t) => {
  const sent = embed(t, { name: `portal.example|1|${SID}`, origin: "https://portal.example", answer: () => INIT });
  const client = await connect();
  assert.equal(sent.messages[0].target, "https://portal.example");
  assert.equal(client.domain, "portal.example");
  client.close();
  assert.equal(sent.listeners.size, 0, "a closed portal listens no more");
});

test("a name that no portal gave is no placement", async (t) => {
  for (const name of [
    "",
    "app",
    "a|b",
    `|1|${SID}`,
    "host|1|",
    `ho st|1|${SID}`,
    `user@host|1|${SID}`,
    `host/path|1|${SID}`,
    `h|2|${SID}`,
  ]) {
    embed(t, { name, origin: "https://host", answer: () => INIT });
    const error = await failure(connect());
    assert.equal(error.kind, "validation", name);
    assert.match(error.message, /^connect: options are needed outside a placement/);
  }
});

test("only listed portals may embed the app", async (t) => {
  const { page } = await placed(t);
  const error = await failure(connect({ placement: { portals: ["*.bitrix24.com", "0.0.1"] } }));
  assert.deepEqual([error.kind, error.problems[0].path, page.messages.length], ["validation", "placement.portals", 0]);
  (await connect({ placement: { portals: ["*.bitrix24.com", "127.0.0.1"] } })).close();
  (await connect({ placement: true })).close();
});

test("messages of others are not heard", async (t) => {
  const { page, client } = await opened(t, { reloadData: () => undefined });
  const promise = client.placement.call("reloadData");
  const { callback } = page.messages.at(-1);
  page.post(`${callback}:"from another origin"`, { from: "https://evil.example" });
  page.post(`${callback}:"from another window"`, { source: {} });
  page.post({ callback }, {});
  page.post("noise", {});
  page.post(`${callback}:"from the page"`);
  assert.equal(await promise, "from the page");
});

test("a silent page is given up after ten seconds", async (t) => {
  const { page } = await placed(t, { getInitData: undefined });
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const promise = failure(connect());
  await Promise.resolve();
  while (!page.messages.length) await new Promise(setImmediate);
  mock.timers.tick(9_999);
  await Promise.resolve();
  mock.timers.tick(1);
  const error = await promise;
  assert.deepEqual([error.kind, error.retryable], ["timeout", true]);
  assert.equal(error.message, "connect: the portal page gave no answer to getInitData within 10 s");
  assert.equal(page.listeners.size, 0, "a failed connection listens no more");
});

test("a command may take as long as its caller says, and be aborted", async (t) => {
  const { client } = await opened(t, { selectCRM: () => undefined });
  const late = await failure(client.placement.call("selectCRM", {}, { timeout: 20 }));
  assert.equal(
    late.message,
    "placement.call: the portal page gave no answer to selectCRM within 20 ms: the user may have closed the dialog",
  );
  const controller = new AbortController();
  const promise = failure(client.placement.call("selectCRM", {}, { timeout: Infinity, signal: controller.signal }));
  controller.abort();
  assert.equal((await promise).kind, "aborted");
  const wrong = await failure(client.placement.call("selectCRM", { value: NaN }, { timeot: 1 }));
  assert.deepEqual(
    wrong.problems.map(({ path }) => path),
    ["params.value", "options.timeot"],
  );
});

test("parameters with colons arrive whole; a command with one goes as an object", async (t) => {
  const { page, client } = await opened(t, {
    setTitle: (params) => params,
    "im:setImTextareaContent": (params) => params,
  });
  const params = { title: "a:b|c", text: "12:30" };
  assert.deepEqual(await client.placement.call("setTitle", params), params);
  assert.deepEqual(await client.placement.call("im:setImTextareaContent", params), params);
  const { message } = page.messages.at(-1);
  assert.deepEqual(
    { ...message, callback: 0, requestId: 0 },
    { method: "im:setImTextareaContent", params, appSid: SID, callback: 0, requestId: 0 },
  );
});

test("every event reaches its listener, the first one too, until it stops", async (t) => {
  const { page, client } = await opened(t);
  const heard = [];
  const stop = client.placement.on("Calendar.customView:refreshEntries", (payload) => heard.push(payload));
  const { command, params, callback } = page.messages.at(-1);
  assert.deepEqual([command, params], ["placementBindEvent", { event: "Calendar.customView:refreshEntries" }]);
  page.post(`${callback}:{"a":1}`);
  page.post(`${callback}:`);
  await new Promise(setImmediate);
  assert.deepEqual(heard, [{ a: 1 }, undefined]);
  stop();
  page.post(`${callback}:{"a":2}`);
  await new Promise(setImmediate);
  assert.equal(heard.length, 2);
});

test("resize, interface and send are messages by those names", async (t) => {
  const known = { command: ["reloadData"], event: [] };
  const { page, client } = await opened(t, { resizeWindow: (size) => ({ ...size, width: 800 }), getInterface: known });
  assert.deepEqual(await client.placement.resize("100%", 300), { width: 800, height: 300 });
  assert.deepEqual(await client.placement.interface(), known);
  client.placement.send("reloadWindow");
  assert.equal(page.messages.at(-1).message, `reloadWindow:::${SID}`);
});

test("twenty calls with an expired token share one refresh", async (t) => {
  const expired = { status: 401, error: "expired_token", error_description: "The access token provided has expired." };
  const answer = ({ body }) => (body.auth === "s3c0nd70k3n" ? { result: { ID: String(body.id) } } : expired);
  const { page, portal } = await opened(t, {}, answer);
  const ids = Array.from({ length: 20 }, (_, index) => index + 1);
  const leads = await Promise.all(ids.map((id) => crmLeadGet({ id })));
  assert.deepEqual(
    leads.map(({ ID }) => ID),
    ids,
  );
  assert.deepEqual(page.commands(), ["getInitData", "refreshAuth"]);
  assert.equal(portal.requests.length, 40);
});

test("a call is sent again with a new token three times, not for ever", async (t) => {
  const expired = { status: 401, error: "EXPIRED_TOKEN", error_description: "The access token provided has expired." };
  const { portal } = await opened(t, {}, () => expired);
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.deepEqual([error.kind, error.code, portal.requests.length], ["auth", "EXPIRED_TOKEN", 4]);
});

test("a token that the clock says has expired is refreshed before it is sent", async (t) => {
  const { portal } = await opened(t, { getInitData: { ...INIT, AUTH_EXPIRES: "0.001" } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await crmLeadGet({ id: 7 });
  assert.deepEqual(
    portal.requests.map(({ body }) => body.auth),
    ["s3c0nd70k3n"],
  );
});

test("a page that gives no new token fails the call, and the next one asks again", async (t) => {
  const expired = { status: 401, error: "expired_token", error_description: "x" };
  let asked = 0;
  const refresh = () => ((asked += 1) > 1 ? { ...TOKENS, AUTH_ID: "s3c0nd70k3n" } : {});
  const answer = ({ body }) => (body.auth === "s3c0nd70k3n" ? { result: { ID: "7" } } : expired);
  await opened(t, { refreshAuth: refresh }, answer);
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.equal(error.message, "crmLeadGet: the access token has expired and the portal page gave no new one");
  assert.deepEqual([error.kind, error.outcome, error.retryable], ["auth", "rejected", false]);
  assert.equal(asked, 1);
  assert.equal((await crmLeadGet({ id: 7 })).ID, 7);
});
