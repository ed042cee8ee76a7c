// The portal's own pages, as somebody at a keyboard or with a mouse uses them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { crmLeadAdd, crmLeadGet, crmLeadUpdate } from "crm-wasm";

import { launch } from "../support/browser.mjs";
import { startHandler } from "../support/handler.mjs";
import { screenshot } from "../support/places.mjs";
import { Sandbox } from "../support/sandbox.mjs";
import { session } from "../support/session.mjs";

const HOSTILE = `<img src=x onerror="globalThis.pwned=1">`;
const its = session();
let browser;
let page;
let complaints;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Opens a path in a fresh page that notes what the browser complains about. */
async function open(path) {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(its.sandbox.origin + path);
}

const stage = (id) => page.locator(`[data-stage="${id}"]`);
const card = (id) => page.locator(`.board-card[data-lead="${id}"]`);

test("a card is moved by the keyboard: the lead changes, a webhook is told, the card remembers the call", async () => {
  const handler = await startHandler();
  try {
    await open("/_sandbox/apps/");
    const form = page.locator("#outgoing form.inline-form");
    await form.getByLabel("Address to tell").fill(handler.url);
    await form.getByLabel("ONCRMLEADUPDATE", { exact: true }).check();
    await form.getByRole("button", { name: "Add an outgoing webhook" }).click();
    await page.locator("#outgoing .is-new").waitFor();

    const id = await crmLeadAdd({ fields: { TITLE: HOSTILE, STATUS_ID: "NEW" } });
    await open("/crm/lead/kanban/");
    await stage("NEW").locator(card(id)).getByRole("button").press("Enter");
    const menu = page.getByRole("menu");
    await menu.getByRole("menuitemradio", { name: "Unassigned" }).press("ArrowDown");
    await page.keyboard.press("Enter");
    await stage("IN_PROCESS").locator(card(id)).waitFor();
    await page.getByRole("status").getByText("is at “In progress” now.").waitFor();
    assert.equal((await crmLeadGet({ id })).STATUS_ID, "IN_PROCESS");

    const { body } = await handler.take((text) => text.includes("ONCRMLEADUPDATE"));
    const told = new URLSearchParams(body);
    assert.equal(told.get("data[FIELDS][ID]"), String(id));
    assert.ok(told.get("auth[application_token]"));
    assert.equal(told.get("auth[access_token]"), null);

    await open(`/crm/lead/details/${id}/`);
    const timeline = page.locator("#card-timeline");
    await timeline.getByText("crm.lead.update").waitFor();
    assert.match(await timeline.textContent(), /STATUS_ID.*Alma Berg \(session\)/);
    assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
  } finally {
    await handler.close();
  }
});

test("a card is moved by dragging it, and a change from elsewhere moves it too", async () => {
  const id = await crmLeadAdd({ fields: { TITLE: "Dragged", STATUS_ID: "NEW" } });
  await open("/crm/lead/kanban/");
  await stage("NEW")
    .locator(card(id))
    .dragTo(stage("PROCESSED"), { targetPosition: { x: 80, y: 80 } });
  await page.getByRole("status").getByText("“Dragged” is at “Processed” now.").waitFor();
  assert.equal((await crmLeadGet({ id })).STATUS_ID, "PROCESSED");
  await crmLeadUpdate({ id, fields: { STATUS_ID: "JUNK" } });
  await stage("JUNK").locator(card(id)).waitFor();
  assert.deepEqual(complaints, []);
});

test("the inspector shows a call as it happens, and makes the next one fail", async () => {
  await open("/_sandbox/inspector/");
  await page.locator("#fault-form option").first().waitFor({ state: "attached" });
  await crmLeadAdd({ fields: { TITLE: HOSTILE } });
  const call = page.locator(".call", { hasText: "crm.lead.add" }).first();
  await call.click();
  const detail = page.locator("#detail");
  const code = await detail.locator("pre.code").allTextContents();
  assert.match(code[0], /import \{ crmLeadAdd \} from "crm-wasm";\n\nconst result = await crmLeadAdd\(\{/);
  assert.match(code[1], /^curl 'http:.*WEBHOOK_SECRET\/crm\.lead\.add\.json'/);
  assert.ok(!code.join().includes(new URL(its.sandbox.webhook).pathname.split("/")[3]), "no secret is shown");
  assert.equal(await detail.locator("img").count(), 0);
  await page.screenshot({ path: screenshot("inspector") });

  await detail.getByRole("button", { name: "Make it fail" }).click();
  await page.getByRole("button", { name: "Make calls fail" }).click();
  await page.getByText("Played 0 of 1 times").waitFor();
  assert.ok((await crmLeadAdd({ fields: {} })) > 0, "what was refused is sent again");
  await page.getByText("Played 1 of 1 times").waitFor();
  await page.getByLabel("Failed only").check();
  await page.locator(".call", { hasText: "503" }).waitFor();
  await page.getByRole("button", { name: /^Remove/ }).click();
  await page.locator("#fault-list li").waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);
});

test("a method is found by words, filled in, and run", async () => {
  await open("/_sandbox/methods/");
  await page.getByRole("searchbox").fill("create lead");
  await page.getByRole("link", { name: "crm.lead.add", exact: true }).click();
  const fields = page.locator("fieldset", { hasText: "fields" }).first();
  await fields.getByLabel("Add a field…").first().selectOption("TITLE");
  await fields.getByLabel("TITLE").fill("From the explorer");
  await fields.getByLabel("Add a field…").first().selectOption("STATUS_ID");
  await fields.getByLabel("STATUS_ID").selectOption("PROCESSED");
  await fields.getByLabel("Add a field…").first().selectOption("OPENED");
  await fields.getByLabel("OPENED").check();
  const expected = { TITLE: "From the explorer", STATUS_ID: "PROCESSED", OPENED: true };
  const code = await page.locator("#code pre").first().textContent();
  for (const [name, value] of Object.entries(expected))
    assert.ok(code.includes(`${name}: ${JSON.stringify(value)}`), code);
  await fields.getByLabel("TITLE").press("Control+Enter");
  const answer = page.locator("#answer pre");
  await answer.waitFor();
  const { result } = JSON.parse(await answer.textContent());
  const lead = await crmLeadGet({ id: result });
  assert.deepEqual([lead.TITLE, lead.STATUS_ID], ["From the explorer", "PROCESSED"]);
  assert.deepEqual(complaints, []);
});

test("an app is installed from the page and opens where it was bound", async () => {
  await open("/_sandbox/apps/new/");
  await page.getByLabel("Address of its page").fill(`${its.sandbox.appOrigin}/index.html`);
  await page.getByLabel("Name").fill(HOSTILE);
  await page.getByLabel(/^CRM_COMPANY_DETAIL_TAB/).check();
  await page.getByRole("button", { name: "Install" }).click();
  const made = page.locator(".is-new");
  await made.getByText("client_secret").waitFor();
  assert.match(await made.locator("code").nth(1).textContent(), /^local\./);
  await page.goto(`${its.sandbox.origin}/crm/company/details/1/`);
  await page.getByRole("tab", { name: HOSTILE }).click();
  await page.frameLocator("iframe:visible").locator("body").waitFor();
  assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
});

test("a tab that is chosen before the page's script runs opens its app when it does", async () => {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const context = await browser.newContext();
  try {
    const early = await context.newPage();
    await early.route("**/portal.js", async (route) => {
      await released;
      await route.continue();
    });
    await early.goto(`${its.sandbox.origin}/crm/lead/details/1/`, { waitUntil: "commit" });
    await early.getByRole("tab", { name: "Contacts" }).click();
    release();
    await early.frameLocator("iframe:visible").getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await early.getByRole("tab", { name: "Contacts" }).getAttribute("aria-selected"), "true");
  } finally {
    release();
    await context.close();
  }
});

test("an app acts for whoever the start page says looks at it", async () => {
  await open("/");
  await page.getByRole("link", { name: "Noah Keller" }).click();
  await page.locator("[aria-current=true]", { hasText: "Noah Keller" }).waitFor();
  await page.goto(`${its.sandbox.origin}/crm/lead/details/1/#app-0`);
  await page.frameLocator("iframe:visible").getByRole("heading", { level: 1 }).waitFor();
  const { calls } = await (await fetch(`${its.sandbox.origin}/_sandbox/calls?caller=app:2&limit=1`)).json();
  assert.equal(calls[0]?.caller.user, 2);
});

test("the gauges show the buckets, and that they were emptied", async () => {
  const limited = await Sandbox.start({ args: ["--plan", "enterprise"] });
  try {
    await open("/");
    await page.goto(`${limited.origin}/_sandbox/inspector/`);
    await page.getByText("Waiting for the first call.").waitFor();
    for (let n = 0; n < 240; n += 1) await limited.wire("scope");
    const gauge = page.getByRole("meter");
    await gauge.waitFor();
    await fetch(`${limited.origin}/_sandbox/limits`, { method: "DELETE" });
    // By itself it would take 48 seconds.
    await gauge.waitFor({ state: "detached", timeout: 25_000 });
  } finally {
    await limited.stop();
  }
});
