// Tabs of one origin share a portal's budget.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { serve } from "../support/files.mjs";
import { excused } from "../support/late.mjs";
import { pkg } from "../support/places.mjs";
import { Sandbox } from "../support/sandbox.mjs";

let sandbox;
let files;
let browser;
before(async () => {
  sandbox = await Sandbox.start({ args: ["--plan", "standard"] });
  files = await serve(pkg);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await files?.close();
  await sandbox?.stop();
});

/** A tab that is connected to the portal; `open` more in the same context. */
async function tab(context) {
  const page = await context.newPage();
  // Any page of the origin does.
  await page.goto(`${files.origin}/package.json`);
  await page.evaluate(async (webhook) => {
    const crm = await import("/index.js");
    await crm.connect({ webhook });
    globalThis.calls = async (count, at) => {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now() - 20)));
      // Both at the same moment: no timer is as exact.
      while (Date.now() < at);
      await Promise.all(Array.from({ length: count }, () => crm.call("server.time")));
    };
  }, sandbox.webhook);
  return page;
}

const calls = (page, count, at = 0) => page.evaluate((given) => globalThis.calls(...given), [count, at]);

/** Checks that so many calls were answered, and none refused but what the machine excuses. */
async function assertAnswered(count, began) {
  const response = await fetch(`${sandbox.origin}/_sandbox/calls?method=server.time&limit=500`);
  const { calls } = await response.json();
  const refused = calls.filter(({ status }) => status === 503).length;
  assert.equal(calls.length - refused, count);
  assert.ok(refused <= excused(calls, began), `${refused} refused`);
}

async function fresh() {
  await fetch(`${sandbox.origin}/_sandbox/limits`, { method: "DELETE" });
  await fetch(`${sandbox.origin}/_sandbox/calls`, { method: "DELETE" });
  const context = await browser.newContext();
  // A tab that waits too long for the others goes on alone: not because this machine is slow.
  await context.addInitScript(() => (AbortSignal.timeout = () => new AbortController().signal));
  return context;
}

test("two tabs that call at once spend one budget: neither is refused, neither starves", async () => {
  const context = await fresh();
  const tabs = [await tab(context), await tab(context)];
  const began = Date.now() + 500;
  const ends = await Promise.all(tabs.map((page) => calls(page, 32, began).then(() => Date.now() - began)));
  await assertAnswered(64, began);
  // The budget takes 7.5 seconds for it. Who starves gets an eighth of it.
  assert.ok(Math.max(...ends) < 40_000, `${ends} ms`);
  await context.close();
});

test("a tab that is opened later knows what was spent, also by one that is closed", async () => {
  const context = await fresh();
  const first = await tab(context);
  const second = await tab(context);
  const began = Date.now();
  await calls(first, 45);
  await first.close();
  await calls(second, 8);
  const third = await tab(context);
  await calls(third, 6);
  await assertAnswered(59, began);
  await context.close();
});

test("an origin that may not lock anything goes on alone", async () => {
  const context = await fresh();
  await context.addInitScript(() => {
    navigator.locks.request = () => Promise.reject(new DOMException("no", "SecurityError"));
  });
  const alone = await tab(context);
  const began = Date.now();
  await calls(alone, 20);
  await assertAnswered(20, began);
  await context.close();
});
