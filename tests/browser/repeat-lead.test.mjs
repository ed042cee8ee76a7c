// The main job, in a browser: a contact is linked in the app's tab, and the lead becomes a repeat lead.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { crmContactAdd, crmLeadAdd, crmLeadContactItemsGet, crmLeadGet } from "crm-wasm";

import { launch } from "../support/browser.mjs";
import { session } from "../support/session.mjs";
import { openLead } from "./lead-card.mjs";

const its = session();
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("a lead becomes a repeat lead and ordinary again, from the app's tab", async (t) => {
  const fields = { TITLE: "Office chairs", NAME: "Jo", LAST_NAME: "Doe", PHONE: [{ VALUE: "+1 555 0100" }] };
  const id = await crmLeadAdd({ fields });
  const grace = await crmContactAdd({ fields: { NAME: "Grace", LAST_NAME: "Hopper", POST: "Rear admiral" } });
  const alan = await crmContactAdd({
    fields: { NAME: "Alan", LAST_NAME: "Turing", PHONE: [{ VALUE: "+44 20 1912" }] },
  });
  const card = await openLead(browser, its.sandbox, id);
  const primary = async () => (await crmLeadContactItemsGet({ id })).find((link) => link.IS_PRIMARY)?.CONTACT_ID;

  await t.test("an ordinary lead shows its own contact fields and no badge", async () => {
    await card.field("PHONE").waitFor();
    assert.match(await card.field("NAME").innerText(), /Jo/);
    assert.deepEqual([await card.badge.count(), await card.contacts.count()], [0, 0]);
    await card.picture("1-ordinary-lead");
  });

  await t.test("the app's tab loads from another origin and shows the lead", async () => {
    await card.showApp();
    assert.notEqual(its.sandbox.appOrigin, its.sandbox.origin);
    assert.equal(await card.appFrame.evaluate(() => globalThis.origin), its.sandbox.appOrigin);
    assert.equal(await card.app.getByRole("heading", { level: 1 }).innerText(), "Office chairs");
    await card.picture("2-app-tab");
  });

  await t.test("a contact is found by name and linked", async () => {
    await card.search.fill("hopper");
    await card.app.getByText("1 contact found").waitFor();
    await card.picture("3-contact-found");
    await card.link("hopper", "Grace Hopper");
    assert.equal(await primary(), grace);
    await card.picture("4-contact-linked");
  });

  await t.test("the page shows a repeat lead with hidden contact fields and the contact listed", async () => {
    await card.showFields();
    await card.badge.waitFor();
    assert.match(await card.mainContact.innerText(), /Grace Hopper/);
    for (const hidden of ["NAME", "LAST_NAME", "PHONE", "EMAIL"]) assert.equal(await card.field(hidden).count(), 0);
    assert.equal((await crmLeadGet({ id })).IS_RETURN_CUSTOMER, true);
    await card.picture("5-repeat-lead");
  });

  await t.test("a second contact, found by phone, is made the primary one", async () => {
    await card.showApp();
    await card.link("+44 20", "Alan Turing");
    await card.press("Make Alan Turing the main contact");
    await card.status("Alan Turing is the main contact.");
    assert.equal(await primary(), alan);
    await card.picture("6-second-contact-primary");
    await card.showFields();
    await card.mainContact.filter({ hasText: "Alan Turing" }).waitFor();
    assert.equal(await card.contacts.count(), 2);
    await card.picture("7-second-contact-on-the-page");
  });

  await t.test("both are removed and the lead is ordinary again", async () => {
    await card.showApp();
    await card.press("Unlink Alan Turing");
    await card.status("Alan Turing is no longer linked.");
    assert.equal(await primary(), grace);
    await card.press("Unlink Grace Hopper");
    await card.status("Grace Hopper is no longer linked.");
    await card.picture("8-nobody-linked");
    await card.showFields();
    await card.field("PHONE").waitFor();
    assert.deepEqual([await card.badge.count(), await card.contacts.count()], [0, 0]);
    assert.equal((await crmLeadGet({ id })).IS_RETURN_CUSTOMER, false);
    await card.picture("9-ordinary-again");
  });

  await t.test("nothing was complained about in the browser's console", () => {
    assert.deepEqual(card.complaints, []);
  });
  await card.close();
});

test("a repeat lead can be converted to a deal only", async () => {
  const contact = await crmContactAdd({ fields: { NAME: "Ada" } });
  const id = await crmLeadAdd({ fields: { TITLE: "Known", CONTACT_IDS: [contact] } });
  const page = await browser.newPage();
  await page.goto(`${its.sandbox.origin}/crm/lead/details/${id}/`);
  await page.getByRole("link", { name: "Convert" }).click();
  assert.deepEqual(await page.getByRole("checkbox").evaluateAll((boxes) => boxes.map((box) => box.value)), ["deal"]);
  assert.equal(await page.getByRole("button", { name: "Convert" }).isDisabled(), true);
  await page.close();
});
