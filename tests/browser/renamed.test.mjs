// A portal under its old name, which redirects to the new one and lets other origins see that.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { serve } from "../support/files.mjs";
import { pkg } from "../support/places.mjs";
import { Sandbox } from "../support/sandbox.mjs";
import { control } from "../faults/control.mjs";
import { openLead } from "./lead-card.mjs";

let sandbox;
let files;
let browser;
let old;
const asked = [];
before(async () => {
  sandbox = await Sandbox.start();
  files = await serve(pkg);
  browser = await launch();
  old = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "content-type" };
    const status = request.method === "OPTIONS" ? 204 : 302;
    response.writeHead(status, { ...headers, location: sandbox.origin + request.url }).end();
  });
  await new Promise((resolve) => old.listen(0, "127.0.0.1", resolve));
});
after(async () => {
  await browser?.close();
  await files?.close();
  await sandbox?.stop();
  old?.close();
});

test("the call arrives whole at the new name, which is found out without the secret", async () => {
  const page = await browser.newPage();
  await page.goto(`${files.origin}/package.json`);
  const webhook = sandbox.webhook.replace(sandbox.origin, `http://127.0.0.1:${old.address().port}`);
  const title = await page.evaluate(async (webhook) => {
    const crm = await import("/index.js");
    await crm.connect({ webhook });
    const id = await crm.crmLeadAdd({ fields: { TITLE: "Sent on" } });
    return (await crm.crmLeadGet({ id })).TITLE;
  }, webhook);
  assert.equal(title, "Sent on");
  const path = new URL(webhook).pathname;
  const calls = asked.filter((request) => !request.startsWith("OPTIONS"));
  assert.deepEqual(calls, [`POST ${path}crm.lead.add.json`, "GET /rest/server.time.json"]);
  await page.close();
});

test("from a placement's frame, too, where the portal's front end lets other origins see it", async (t) => {
  const card = await openLead(browser, sandbox, 1);
  t.after(() => card.close());
  await card.showApp();
  await control(sandbox, "faults", { kind: "portal-renamed", cors: true });
  t.after(() => control(sandbox, "faults", undefined, "DELETE"));
  const id = await card.appFrame.evaluate(async () => {
    const { crmLeadGet } = await import("/node_modules/crm-wasm/index.js");
    return (await crmLeadGet({ id: 2 })).ID;
  });
  assert.equal(id, 2);
});
