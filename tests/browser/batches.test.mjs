// Batches in a placement's frame, with the token that the portal page gave.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { session } from "../support/session.mjs";
import { openLead } from "./lead-card.mjs";

const its = session();
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Opens the app in the card of lead 1; `requests` are the methods it calls. */
async function open(t) {
  const card = await openLead(browser, its.sandbox, 1);
  t.after(() => card.close());
  await card.showApp();
  const requests = [];
  card.page.on("request", (request) => {
    const [, method] = /\/rest\/([\w.]+)\.json/.exec(request.url()) ?? [];
    if (method && request.method() === "POST") requests.push(method);
  });
  return { card, requests };
}

test("a lead is made and linked in one request, and what it refers to is checked", async (t) => {
  const { card, requests } = await open(t);
  const { lead, link, results } = await card.appFrame.evaluate(async () => {
    const { batch } = await import("/node_modules/crm-wasm/index.js");
    const made = await batch((b) => {
      const lead = b.crmLeadAdd({ fields: { TITLE: "Made in a frame: $result[0] & <b>" } });
      return { lead, link: b.crmLeadContactAdd({ id: lead, fields: { CONTACT_ID: 2 } }) };
    });
    const settled = await batch.settled((b) => {
      const missing = b.crmLeadGet({ id: 999_999 });
      return [missing, b.crmLeadUpdate({ id: missing.ID, fields: { TITLE: "Nobody's" } })];
    });
    return { ...made, results: settled.map(({ status, reason }) => [status, reason.kind]) };
  });
  assert.equal(link, true);
  assert.equal((await its.wire("crm.lead.get", { id: lead })).body.result.TITLE, "Made in a frame: $result[0] & <b>");
  assert.deepEqual(results, [
    ["rejected", "notFound"],
    ["rejected", "notFound"],
  ]);
  // A title that the portal would take for a reference goes by itself, before what needs its number.
  assert.deepEqual(requests, ["crm.lead.add", "crm.lead.contact.add", "crm.lead.get"]);
  assert.deepEqual(
    card.complaints.filter((text) => !text.includes("400")),
    [],
  );
});

test("calls of one tick are batches, each with its own result", async (t) => {
  const { card, requests } = await open(t);
  const right = await card.appFrame.evaluate(async () => {
    const { connect, crmLeadGet } = await import("/node_modules/crm-wasm/index.js");
    const client = await connect({ placement: true, autoBatch: true });
    const ids = Array.from({ length: 120 }, (_, at) => (at % 5) + 1);
    const leads = await Promise.all(ids.map((id) => crmLeadGet({ id }, { client })));
    return leads.filter(({ ID }, at) => ID === ids[at]).length;
  });
  assert.equal(right, 120);
  assert.deepEqual(requests, ["batch", "batch", "batch"]);
  assert.deepEqual(card.complaints, []);
});
