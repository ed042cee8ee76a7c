// Where a redirect may lead, and what is said of one that leads nowhere.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newAddress } from "../../crm-wasm/js/transport/moved.js";
import { fromWire } from "../../crm-wasm/js/transport/token.js";
import { connect, crmLeadAdd, crmLeadGet } from "../node.js";
import { connected, failure, fakePortal } from "./portal.mjs";

const TITLE = { fields: { TITLE: "x" } };

test("a redirect leads to the host that was checked and no other", async () => {
  const address = { base: "https://old.bitrix24.com/rest/", host: "old.bitrix24.com", portals: ["*.bitrix24.com"] };
  const hosts = ["evil.example$'.bitrix24.com", "evil.example$`.bitrix24.com", "a$&b.bitrix24.com"];
  for (const host of hosts) {
    const location = `https://${host}/rest/crm.lead.get.json`;
    const { base } = await newAddress(address, "crm.lead.get", { status: 302, location });
    assert.equal(base, `https://${host}/rest/`);
  }
});

for (const [base, asked] of [
  ["http://127.0.0.1:8124/rest/", "http://127.0.0.1:8124/rest/server.time.json"],
  ["https://192.168.1.5/rest/", "https://192.168.1.5/rest/server.time.json"],
  ["https://old.bitrix24.com/rest/1/s3cr3t/", "https://old.bitrix24.com/rest/server.time.json"],
]) {
  test(`where a browser hides the redirect of ${base}, it is looked up without a secret`, async (t) => {
    const fetched = t.mock.method(globalThis, "fetch", async () => ({
      url: "https://new.bitrix24.com/rest/server.time.json",
    }));
    const address = { base, host: new URL(base).host };
    const found = newAddress(address, "crm.lead.get", { status: 302, location: "" }, { real: undefined });
    if (base.startsWith("https:")) assert.equal((await found).base, base.replace(address.host, "new.bitrix24.com"));
    else await assert.rejects(found);
    assert.equal(String(fetched.mock.calls[0].arguments[0]), asked);
  });
}

test("a redirect to another page says that the call was done, perhaps", async (t) => {
  const to = await fakePortal(() => ({ result: 6 }));
  t.after(to.close);
  const location = `${to.webhook}crm.lead.add.json`;
  const from = await connected(t, () => ({ status: 303, headers: { location }, text: "" }));
  const { kind, outcome } = await failure(crmLeadAdd(TITLE));
  assert.deepEqual([kind, outcome], ["protocol", "unknown"]);
  assert.deepEqual([from.requests.length, to.requests.length], [1, 0]);
});

test("a connection lost while a redirect is looked up is a failure of the network, and tried again", async (t) => {
  t.mock.method(Math, "random", () => 0);
  // As in browsers, which hide where to.
  const hidden = { status: 302, headers: {}, text: "" };
  let lost = 0;
  await connected(t, ({ verb }) => {
    if (verb === "POST") return lost ? { result: 5 } : hidden;
    lost += 1;
    return { drop: true };
  });
  assert.equal(await crmLeadAdd(TITLE), 5);
  const none = await connected(t, ({ verb }) => (verb === "POST" ? hidden : { drop: true }));
  const { kind, outcome, retryable } = await failure(crmLeadAdd(TITLE, { client: none.client }));
  assert.deepEqual([kind, outcome, retryable], ["network", "rejected", true]);
});

/** A client with the session of a portal's page. */
async function inSession(t, answer) {
  const portal = await fakePortal(answer);
  globalThis.location = { origin: portal.origin, host: portal.host };
  const client = await connect({ session: { sessid: "abcdabcd" }, limits: false, retries: 0 });
  t.after(async () => {
    delete globalThis.location;
    client.close();
    await portal.close();
  });
  return portal;
}

test("a session goes to its own host only", async (t) => {
  const to = await fakePortal(() => ({ result: { ID: "1" } }));
  t.after(to.close);
  await inSession(t, ({ url }) => ({ status: 302, headers: { location: `${to.origin}${url}` }, text: "" }));
  assert.equal((await failure(crmLeadGet({ id: 1 }))).kind, "protocol");
  assert.equal(to.requests.length, 0);
});

for (const sessid of [{ a: 1 }, 12345678, "a\nb", ""]) {
  test(`${JSON.stringify(sessid)} is not taken for a session`, async (t) => {
    const portal = await inSession(t, () => ({ status: 401, error: "session_failed", sessid }));
    assert.equal((await failure(crmLeadGet({ id: 1 }))).kind, "auth");
    assert.equal(portal.requests.length, 1);
  });
}

test("what the portal page gives instead of a token is none", () => {
  for (const AUTH_ID of [null, false, undefined, {}, ["x"]])
    assert.equal(fromWire({ AUTH_ID, AUTH_EXPIRES: null }).accessToken, "");
  assert.equal(fromWire({ AUTH_ID: "token" }).accessToken, "token");
});
