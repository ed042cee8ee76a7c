// Faults of the portal's page, as an embedded app meets them; over HTTPS, as apps of real portals are embedded.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { Sandbox } from "../support/sandbox.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/**
 * Opens the bare app in a lead's card, has it ask in this order, and gives the answers once `last` is there. After each question
 * `between` is waited for.
 */
async function answers(faults, asked, last, between) {
  const rules = faults.flatMap((fault) => ["--fault", fault]);
  const sandbox = await Sandbox.start({ args: ["--tls", "--app", "tests/browser/bare-app", ...rules] });
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  try {
    await page.goto(`${sandbox.origin}/crm/lead/details/1/`);
    await page.getByRole("tab", { name: "My app" }).click();
    const app = page.frameLocator('iframe[id^="appframe_"]');
    await app.getByText("Answers:").waitFor();
    const frame = page.frames().find((frame) => frame.url().startsWith(sandbox.appOrigin));
    for (const question of asked) {
      await frame.evaluate(([command, callback]) => window.ask(command, callback), question);
      await between?.(page);
    }
    await app.getByText(last).waitFor();
    return (await app.locator("output").textContent()).trim().split(" ");
  } finally {
    await page.close();
    await sandbox.stop();
  }
}

test("without a fault each question is answered", async () => {
  const asked = [
    ["getInitData", "one"],
    ["getInitData", "two"],
  ];
  assert.deepEqual((await answers([], asked, "two")).sort(), ["one", "two"]);
});

test("a silent parent leaves what the rule names without an answer, and nothing else", async () => {
  const asked = [
    ["getInitData", "one"],
    ["refreshAuth", "two"],
    ["getInitData", "three"],
    ["refreshAuth", "four"],
  ];
  const rule = "kind=silent-parent,method=refreshAuth,count=1";
  assert.deepEqual((await answers([rule], asked, "four")).sort(), ["four", "one", "three"]);
});

/** Waits until the portal has played its fault. */
const played = (page) =>
  page.waitForFunction(async () => {
    const { faults } = await (await fetch("/_sandbox/faults")).json();
    return faults[0].played > 0;
  });

test("a refresh that fails is never answered", async () => {
  const asked = [
    ["refreshAuth", "one"],
    ["refreshAuth", "two"],
  ];
  assert.deepEqual(await answers(["kind=refresh-fails,count=1"], asked, "two", played), ["two"]);
});
