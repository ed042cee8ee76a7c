// Whole lists in a placement's frame, with the token that the portal page gave.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { session } from "../support/session.mjs";
import { openLead } from "./lead-card.mjs";

const its = session({ args: ["--leads", "3000"] });
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("an app in a frame reads all leads, 2,500 in a request, and stops when it is told to", async () => {
  const total = (await its.wire("crm.lead.list")).body.total;
  const card = await openLead(browser, its.sandbox, 1);
  await card.showApp();
  const requests = [];
  card.page.on("request", (request) => {
    const [, method] = /\/rest\/([\w.]+)\.json/.exec(request.url()) ?? [];
    if (method === "batch" || method === "crm.lead.list") requests.push(method);
  });

  const read = await card.appFrame.evaluate(async () => {
    const { crmLeadListAll } = await import("/node_modules/crm-wasm/index.js");
    const heard = [];
    const onProgress = ({ loaded, total }) => heard.push([loaded, total]);
    const rows = await crmLeadListAll({ select: ["TITLE"] }, { onProgress }).toArray();
    return { heard, rows: rows.length, different: new Set(rows.map(({ ID }) => ID)).size, first: rows[0] };
  });
  assert.deepEqual(read.heard, [
    [50, total],
    [2550, total],
    [total, total],
  ]);
  assert.deepEqual([read.rows, read.different, typeof read.first.TITLE], [total, total, "string"]);
  assert.deepEqual(requests.splice(0), ["crm.lead.list", "batch", "batch"]);

  const kind = await card.appFrame.evaluate(async () => {
    const { crmLeadListAll } = await import("/node_modules/crm-wasm/index.js");
    const controller = new AbortController();
    try {
      for await (const lead of crmLeadListAll({}, { signal: controller.signal })) if (lead.ID > 10) controller.abort();
    } catch (error) {
      return error.kind;
    }
  });
  assert.equal(kind, "aborted");
  assert.deepEqual(requests, ["crm.lead.list"]);
  assert.deepEqual(card.complaints, []);
  await card.close();
});
