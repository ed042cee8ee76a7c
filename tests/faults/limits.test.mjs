// The limits of a real plan, kept in real time; pkg/test/limits.test.mjs has the long stretches.

import assert from "node:assert/strict";
import { after, beforeEach, before, test } from "node:test";
import { connect, crmLeadAdd, crmLeadGet } from "crm-wasm";

import { rejects } from "../support/errors.mjs";
import { excused } from "../support/late.mjs";
import { Sandbox } from "../support/sandbox.mjs";
import { control, statuses } from "./control.mjs";

let sandbox;
before(async () => (sandbox = await Sandbox.start({ args: ["--plan", "standard"] })));
after(() => sandbox?.stop());
beforeEach(async () => {
  for (const what of ["limits", "calls", "faults"]) await control(sandbox, what, undefined, "DELETE");
});

/** Calls as another program would, many at once, until the portal refuses. */
async function spend() {
  while ((await many(10, () => sandbox.wire("server.time"))).every(({ status }) => status === 200));
}

const many = (count, call) => Promise.all(Array.from({ length: count }, (_, index) => call(index)));

test("more calls than fit at once are all answered, and none is refused", async (t) => {
  const client = await connect({ webhook: sandbox.webhook });
  t.after(() => client.close());
  const began = Date.now();
  await many(58, () => crmLeadGet({ id: 1 }, { client }));
  const { calls } = await control(sandbox, "calls?method=crm.lead.get&limit=500");
  const refused = calls.filter(({ status }) => status !== 200).length;
  assert.ok(refused <= excused(calls, began), `${refused} refused`);
});

test("when another program has spent the budget, calls wait, say so, and are answered; creates are made once", async (t) => {
  const reasons = new Set();
  const client = await connect({ webhook: sandbox.webhook, onWait: ({ reason }) => reasons.add(reason) });
  t.after(() => client.close());
  await spend();
  let over = false;
  const adding = many(4, (index) => crmLeadAdd({ fields: { TITLE: `Squeezed in ${index}` } }, { client }));
  const ended = adding.catch(() => {}).then(() => (over = true));
  // The other program goes on, so that the budget stays spent however slow this machine is.
  while (!over && !reasons.has("retry")) await spend();
  const made = await adding;
  await ended;
  assert.equal(new Set(made).size, 4);
  const seen = await statuses(sandbox, "crm.lead.add");
  assert.equal(seen.filter((status) => status === 200).length, 4);
  assert.ok(seen.includes(503) && reasons.has("retry"), `${seen}`);
});

test("a method that the portal blocks is not called until it may be; others go on", async (t) => {
  await control(sandbox, "faults", { kind: "operating", method: "crm.lead.add", count: 1 });
  const client = await connect({ webhook: sandbox.webhook, limits: { operatingWait: 1000 } });
  t.after(() => client.close());
  const add = () => crmLeadAdd({ fields: { TITLE: "Later" } }, { client });
  const blocked = { kind: "limit", code: "OPERATION_TIME_LIMIT", retryable: true };
  await rejects(add(), blocked);
  await rejects(add(), { ...blocked, status: 0 });
  assert.equal((await crmLeadGet({ id: 1 }, { client })).ID, 1);
  assert.deepEqual(await statuses(sandbox, "crm.lead.add"), [429]);
});
