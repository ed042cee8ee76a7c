// A tab that stays open longer than its access token lives.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { crmContactAdd, crmLeadAdd } from "crm-wasm";

import { launch } from "../support/browser.mjs";
import { session } from "../support/session.mjs";
import { openLead } from "./lead-card.mjs";

const HOUR = 3600;
const its = session();
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("calls at once after the token has expired share one refresh, and none of them fails", async () => {
  const id = await crmLeadAdd({ fields: { TITLE: "Left open" } });
  await crmContactAdd({ fields: { NAME: "Barbara", LAST_NAME: "Liskov" } });
  const card = await openLead(browser, its.sandbox, id);
  await card.page.clock.install();
  await card.showApp();
  const requests = [];
  card.page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ advance: HOUR });
  await fetch(`${its.sandbox.origin}/_sandbox/clock`, { method: "POST", headers, body });
  await card.page.clock.fastForward(HOUR * 1000);
  await card.search.fill("liskov");
  await card.app.getByText("1 contact found").waitFor();
  const count = (path) => requests.filter((requested) => requested.startsWith(path)).length;
  assert.ok(count("/rest/crm.contact.list") > 1, "one search is several calls");
  assert.equal(count("/_sandbox/frame/refresh"), 1);
  assert.deepEqual(card.complaints, []);
  await card.close();
});
