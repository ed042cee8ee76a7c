// An app that nobody has touched for an hour: its token is too old, whatever its clock says.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { connect, crmLeadAdd, crmLeadGet } from "crm-wasm";

import { Sandbox } from "../support/sandbox.mjs";
import { control, statuses, token } from "./control.mjs";

const HOUR = 3600;
let sandbox;
// Each test has a portal of its own, whose limits nothing has used up: a clock that stands still would wait for them for ever.
beforeEach(async () => (sandbox = await Sandbox.start()));
afterEach(() => sandbox?.stop());

/** An application with a token of the portal, and how often it got a new one. */
async function application(t) {
  const app = { renewed: 0 };
  const refresh = () => ((app.renewed += 1), token(sandbox));
  app.client = await connect({ oauth: { endpoint: `${sandbox.origin}/rest/`, ...(await token(sandbox)), refresh } });
  t.after(() => app.client.close());
  return app;
}

/** Calls as an app makes them when somebody comes back to it. */
async function comeBack({ client }) {
  const reads = Array.from({ length: 20 }, () => crmLeadGet({ id: 1 }, { client }));
  const created = crmLeadAdd({ fields: { TITLE: "After lunch" } }, { client });
  await Promise.all([...reads, created]);
  return statuses(sandbox);
}

test("when its clock says so, it gets one new token before anything is sent", async (t) => {
  const app = await application(t);
  await control(sandbox, "clock", { advance: HOUR + 60 });
  mock.timers.enable({ apis: ["Date"], now: Date.now() + (HOUR + 60) * 1000 });
  t.after(() => mock.timers.reset());
  const seen = await comeBack(app);
  assert.deepEqual([new Set(seen), seen.length, app.renewed], [new Set([200]), 21, 1]);
});

test("when its clock stood still, one refusal is enough for all, and one new token", async (t) => {
  const app = await application(t);
  await control(sandbox, "clock", { advance: HOUR + 60 });
  const seen = await comeBack(app);
  assert.equal(seen.filter((status) => status === 200).length, 21);
  assert.equal(app.renewed, 1);
});

test("when its clock is an hour early, it still works", async (t) => {
  mock.timers.enable({ apis: ["Date"], now: Date.now() - HOUR * 1000 });
  t.after(() => mock.timers.reset());
  const app = await application(t);
  assert.deepEqual(new Set(await comeBack(app)), new Set([200]));
  mock.timers.reset();
  assert.deepEqual(new Set(await comeBack(app)), new Set([200]));
});
