// What a user sees when something goes wrong, and how they get on from there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { crmContactAdd, crmLeadAdd } from "crm-wasm";

import { launch } from "../support/browser.mjs";
import { session } from "../support/session.mjs";
import { openLead } from "./lead-card.mjs";

const its = session();
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("a portal that cannot be reached is an error with a retry, and the retry does what was asked", async () => {
  const id = await crmLeadAdd({ fields: { TITLE: "Unplugged" } });
  await crmContactAdd({ fields: { NAME: "Kurt", LAST_NAME: "Gödel" } });
  const card = await openLead(browser, its.sandbox, id);
  await card.showApp();
  await card.search.fill("gödel");
  const button = card.app.getByRole("button", { name: "Link Kurt Gödel" });
  await button.waitFor();
  const rest = `${its.sandbox.origin}/rest/**`;
  await card.page.route(rest, (route) => route.abort());
  await button.click();
  await card.problem.filter({ hasText: "The portal cannot be reached" }).waitFor();
  assert.equal(await card.linked.locator("[data-contact]").count(), 0, "the guess is taken back");
  await card.picture("mistake-unreachable");
  await card.page.unroute(rest);
  await card.problem.getByRole("button", { name: "Try again" }).click();
  await card.linked.getByText("Kurt Gödel").waitFor();
  await card.close();
});

test("an app opened outside a portal says where it belongs", async () => {
  const page = await browser.newPage();
  await page.goto(`${its.sandbox.appOrigin}/`);
  await page.getByText("open a lead and choose this app's tab").waitFor();
  await page.close();
});

// Last, because it ends this file's sandbox.
test("a stopped sandbox is an error with a retry", async () => {
  const id = await crmLeadAdd({ fields: { TITLE: "Stopped" } });
  const card = await openLead(browser, its.sandbox, id);
  await card.showApp();
  await its.sandbox.stop();
  await card.search.fill("anyone");
  await card.problem.filter({ hasText: "The portal cannot be reached" }).waitFor();
  await card.problem.getByRole("button", { name: "Try again" }).waitFor();
  await card.picture("mistake-stopped");
  await card.close();
});
