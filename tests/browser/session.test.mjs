// The session of the portal's own pages, as scripts in them use it; and BX24.js beside the client in a frame.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { pkg } from "../support/places.mjs";
import { Sandbox } from "../support/sandbox.mjs";

const HOUR = 3600;
const its = {};
before(async () => {
  its.sandbox = await Sandbox.start({ args: ["--app", "tests/browser/bare-app", "--mount", "/crm-wasm=pkg"] });
  its.browser = await launch();
  its.script = await readFile(join(pkg, "console.js"), "utf8");
});
after(async () => {
  await its.browser?.close();
  await its.sandbox?.stop();
});

/** A page of the portal with the client in it, in a browser of its own. */
async function portalPage(t, user) {
  const context = await its.browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  if (user) await page.goto(`${its.sandbox.origin}/_sandbox/login?user=${user}`);
  await page.goto(`${its.sandbox.origin}/crm/lead/`);
  // As in the browser's console, where a page's policy does not forbid scripts.
  await page.evaluate(its.script);
  await page.evaluate(() => crm.ready);
  return page;
}

/** What a call gives, or the error's facts. */
const title = (page) =>
  page.evaluate(() =>
    crm.crmLeadGet({ id: 1 }).then(
      ({ TITLE }) => TITLE,
      ({ kind, code, message }) => ({ kind, code, message }),
    ),
  );

test("a page of the portal is connected with its session, and acts as its visitor", async (t) => {
  for (const user of [1, 2]) {
    const page = await portalPage(t, user);
    const { domain, transport } = await page.evaluate(() => crm.portal);
    assert.deepEqual([domain, transport], [new URL(its.sandbox.origin).host, "session"]);
    assert.equal(await page.evaluate(() => crm.profile().then(({ ID }) => ID)), user);
  }
});

test("a sessid that grew stale is replaced, once for all calls", async (t) => {
  const page = await portalPage(t);
  const requests = [];
  page.on("response", (response) => response.url().includes("/rest/") && requests.push(response.status()));
  // Another tab logs in anew.
  await page.evaluate(() => fetch("/_sandbox/login?user=1"));
  assert.equal(typeof (await title(page)), "string");
  assert.deepEqual(requests, [401, 200]);
  assert.equal(typeof (await title(page)), "string");
  assert.deepEqual(requests, [401, 200, 200]);
});

test("whoever logged out is told to log in, and calls work when they have", async (t) => {
  const page = await portalPage(t);
  await page.evaluate(() => fetch("/_sandbox/logout"));
  const { kind, message } = await title(page);
  assert.equal(kind, "auth");
  assert.equal(message, "crmLeadGet: nobody is logged in to this portal: log in, then call again");
  await page.evaluate(() => fetch("/_sandbox/login?user=1"));
  assert.equal(typeof (await title(page)), "string");
});

test("a method for applications is refused, with the portal's reason", async (t) => {
  const page = await portalPage(t);
  const facts = await page.evaluate(() => crm.appInfo().catch(({ kind, code, status }) => ({ kind, code, status })));
  assert.ok(["auth", "permission"].includes(facts.kind), JSON.stringify(facts));
});

/** The app's frame in the lead card. */
async function appFrame(t) {
  const page = await its.browser.newPage();
  t.after(() => page.close());
  await page.goto(`${its.sandbox.origin}/crm/lead/details/1/#app-0`);
  const iframe = await page.waitForSelector('iframe[id^="appframe_"]');
  const frame = await iframe.contentFrame();
  await frame.waitForFunction(() => window.ask);
  return { page, frame };
}

const control = (path, body) =>
  fetch(`${its.sandbox.origin}/_sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("a frame that was idle for an hour works at once, and its calls share one refresh", async (t) => {
  t.after(() => control("clock", { reset: true }));
  const { page, frame } = await appFrame(t);
  await frame.evaluate(() =>
    import("/crm-wasm/index.js").then(async (crm) => void (await (window.it = crm).connect())),
  );
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await control("clock", { advance: HOUR + 1 });
  const read = () => Promise.all([1, 2, 3].map((id) => window.it.crmLeadGet({ id }).then(({ ID }) => ID)));
  assert.deepEqual(await frame.evaluate(read), [1, 2, 3]);
  assert.equal(asked.filter((path) => path === "/_sandbox/frame/refresh").length, 1);
});

// What the documentation of BX24.js says of the functions that an application may use.
function standInForBx24(name) {
  const [domain, , sid] = name.split("|");
  let auth = false;
  const waiting = new Map();
  addEventListener("message", ({ data }) => {
    const colon = data.indexOf(":");
    waiting.get(data.slice(0, colon))?.(JSON.parse(data.slice(colon + 1)));
  });
  const ask = (command, done) => {
    const callback = `bx${waiting.size}`;
    waiting.set(callback, done);
    parent.postMessage(`${command}::${callback}:${sid}`, "*");
  };
  const take = (data) => {
    const expires_in = Date.now() + data.AUTH_EXPIRES * 1000;
    auth = { access_token: data.AUTH_ID, refresh_token: data.REFRESH_ID, expires_in, domain, member_id: "" };
    return auth;
  };
  window.BX24 = {
    init: (done) => (auth ? done() : ask("getInitData", (data) => done(take(data)))),
    getAuth: () => auth && auth.expires_in > Date.now() && auth,
    refreshAuth: (done) => ask("refreshAuth", (data) => done?.(take(data))),
  };
}

test("a frame that lost its name uses the token of BX24.js, and has it refreshed by it", async (t) => {
  t.after(() => control("clock", { reset: true }));
  const { frame } = await appFrame(t);
  await frame.evaluate(`(${standInForBx24})(window.name); window.name = "mine";`);
  const portal = await frame.evaluate(async () => {
    window.it = await import("/crm-wasm/index.js");
    const { domain, transport, placement } = await window.it.connect();
    return [domain, transport, placement === undefined];
  });
  assert.deepEqual(portal, [new URL(its.sandbox.origin).host, "bx24", true]);
  const read = () => window.it.crmLeadGet({ id: 1 }).then(({ ID }) => ID);
  assert.equal(await frame.evaluate(read), 1);
  await control("clock", { advance: HOUR + 1 });
  assert.equal(await frame.evaluate(read), 1);
});
