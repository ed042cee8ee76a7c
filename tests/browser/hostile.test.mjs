// What people type stays text: on the portal's page, in the app, and in what the app sends.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { crmContactAdd, crmContactGet, crmLeadAdd } from "crm-wasm";

import { launch } from "../support/browser.mjs";
import { session } from "../support/session.mjs";
import { openLead } from "./lead-card.mjs";

const HOSTILE = `<img src=x onerror="globalThis.pwned=1">"'><script>globalThis.pwned=2</script>\u2028${"&amp;"}`;
const its = session();
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("hostile titles and names are shown as they are and run nowhere", async () => {
  const id = await crmLeadAdd({ fields: { TITLE: HOSTILE, COMMENTS: "</textarea><script>pwned=3</script>" } });
  const contact = await crmContactAdd({
    fields: { NAME: HOSTILE, LAST_NAME: "Zzyzx", WEB: [{ VALUE: "javascript:pwned=4" }] },
  });
  const name = (await crmContactGet({ id: contact })).NAME;
  assert.equal(name, HOSTILE);
  const card = await openLead(browser, its.sandbox, id);
  await card.showApp();
  await card.search.fill("zzyzx");
  const found = card.app.locator(`[data-contact="${contact}"]`).first();
  await found.waitFor();
  assert.ok((await found.textContent()).includes(HOSTILE));
  await found.getByRole("button").click();
  await card.linked.locator(`[data-contact="${contact}"]`).waitFor();
  await card.picture("hostile-app");
  await card.showFields();
  await card.badge.waitFor();
  assert.ok((await card.contacts.first().textContent()).includes(HOSTILE));
  assert.equal(await card.page.locator("h1").first().textContent(), HOSTILE);
  for (const frame of card.page.frames()) assert.equal(await frame.evaluate(() => globalThis.pwned), undefined);
  assert.equal(await card.page.locator('a[href^="javascript:"]').count(), 0);
  await card.picture("hostile-page");
  await card.close();
});
