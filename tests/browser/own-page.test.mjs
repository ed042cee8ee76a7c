// What the sandbox's README promises a new user: a page of their own as a placement, a call in the inspector, a failure.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { serve } from "../support/files.mjs";
import { pkg, root } from "../support/places.mjs";
import { Sandbox } from "../support/sandbox.mjs";

const LEAD = "Website enquiry: oak tables for 40 seats";
const LIMIT = "CrmError: crmLeadGet: Too many requests (QUERY_LIMIT_EXCEEDED, HTTP 503)";
const folder = mkdtempSync(join(tmpdir(), "my-page-"));
let browser;
let server;
before(async () => {
  writeFileSync(join(folder, "index.html"), pageOfReadme());
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(pkg, join(folder, "node_modules", "crm-wasm"), "junction");
  mkdirSync(join(folder, "silent"));
  writeFileSync(join(folder, "silent", "index.html"), "<!doctype html><title>Silent</title><h1>Silent</h1>");
  server = await serve(folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The README's page, which stands there as an indented block. */
function pageOfReadme() {
  const readme = readFileSync(join(root, "sandbox", "README.md"), "utf8");
  const block = /^ {4}<!doctype html>\n(?:(?: {4}.*)?\n)+/m.exec(readme);
  return block[0].replace(/^ {4}/gm, "");
}

/** Starts a portal with that page as a tab of leads, and opens lead 1 there. */
async function bind(path) {
  const sandbox = await Sandbox.start({ args: ["--app", server.origin + path] });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${sandbox.origin}/crm/lead/details/1/`);
  await page.getByRole("tab", { name: "My app" }).click();
  const app = page.frameLocator('iframe[id^="appframe_"]');
  return { sandbox, context, page, app, close: () => Promise.all([context.close(), sandbox.stop()]) };
}

test("the README's page is bound, its call is in the inspector, and fails from there and from outside", async () => {
  const { sandbox, context, app, close } = await bind("/index.html");
  try {
    const shows = (text) => app.locator("output", { hasText: text }).waitFor();
    const read = app.getByRole("button", { name: "Read the lead" });
    await shows(LEAD);

    const inspector = await context.newPage();
    await inspector.goto(`${sandbox.origin}/_sandbox/inspector/`);
    await inspector.locator(".call", { hasText: "crm.lead.get" }).first().click();
    await inspector.locator("#detail", { hasText: LEAD }).waitFor();
    await inspector.getByRole("button", { name: "Make it fail" }).click();
    await inspector.getByRole("button", { name: "Make calls fail" }).click();
    await inspector.getByText("Played 0 of 1 times").waitFor();
    await read.click();
    await shows(LIMIT);
    await inspector.getByText("Played 1 of 1 times").waitFor();
    await read.click();
    await shows(LEAD);

    const answer = await fetch(`${sandbox.origin}/_sandbox/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "limit", method: "crm.lead.get", caller: "app", count: 1 }),
    });
    assert.equal(answer.status, 201);
    await read.click();
    await shows(LIMIT);
  } finally {
    await close();
  }
});

test("a page that was opened by POST and does not speak is explained", async () => {
  const { page, close } = await bind("/silent/");
  try {
    await page.locator(".app.is-loaded").waitFor();
    await page.clock.fastForward("00:10");
    await page.getByRole("status").getByText("This page has not spoken to the portal.").waitFor();
  } finally {
    await close();
  }
});

test("a page that speaks is not explained, however it was opened", async () => {
  const { app, page, close } = await bind("/");
  try {
    await app.locator("output", { hasText: LEAD }).waitFor();
    await page.clock.fastForward("00:10");
    assert.equal(await page.locator(".app .note").count(), 0);
  } finally {
    await close();
  }
});
