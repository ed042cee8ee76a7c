// The official SDK's limiter against the portal's limits.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { B24Hook } from "@bitrix24/b24jssdk";

import { NO_LIMITS } from "./limits.mjs";
import { portal } from "./portal.mjs";

const it = portal(["--plan", "standard"]);

beforeEach(async () => {
  await it.control("faults", undefined, "DELETE");
  // A full bucket and no operating time spent: an hour has gone by.
  await it.control("clock", { advance: 3600 });
  await it.forgetCalls();
});

function hook(restrictionParams) {
  const b24 = B24Hook.fromWebhookUrl(it.webhook, { restrictionParams });
  b24.offClientSideWarning();
  return b24;
}

const get = (b24, id = 1) => b24.actions.v2.call.make({ method: "crm.lead.get", params: { id } });
const title = (response) => response.getData().result.TITLE;
const outcomes = async (filter) => (await it.calls(filter)).map((call) => call.status);

// The fifty it sends at once reach the portal a little apart, so one more may come too early; it is sent again.
test("with its defaults it brings more calls than the plan allows at once through", async () => {
  const b24 = hook();
  const answers = await Promise.all(Array.from({ length: 53 }, () => get(b24)));
  assert.equal(answers.filter(title).length, 53);
});

test("without a limiter, more calls at once than fifty are refused", async () => {
  const b24 = hook(NO_LIMITS);
  const calls = [];
  const refused = () => calls.filter((call) => call.status === "rejected");
  // On a slow machine not all of the first come at once.
  while (!refused().length) calls.push(...(await Promise.allSettled(Array.from({ length: 60 }, () => get(b24)))));
  assert.ok(calls.length - refused().length >= 50, `${refused().length} of ${calls.length} refused`);
  assert.equal(refused()[0].reason.code, "QUERY_LIMIT_EXCEEDED");
  assert.equal(refused()[0].reason.status, 503);
});

test("refused for too many requests, it waits and calls again", async () => {
  await it.control("faults", { kind: "limit", method: "crm.lead.get", count: 1 });
  const b24 = hook();
  assert.ok(title(await get(b24)));
  assert.deepEqual(await outcomes("method=crm.lead.get"), [503, 200]);
  assert.equal(b24.getHttpClient("v2").getStats().limitHits, 1);
});

test("refused three times, it gives up with the portal's code", async () => {
  await it.control("faults", { kind: "limit", method: "crm.lead.get", count: 3 });
  await assert.rejects(get(hook()), { code: "QUERY_LIMIT_EXCEEDED", status: 503 });
  assert.deepEqual(await outcomes("method=crm.lead.get"), [503, 503, 503]);
});

test("refused for too much operating time, it waits and calls again", async () => {
  await it.control("faults", { kind: "operating", method: "crm.lead.get", count: 1 });
  assert.ok(title(await get(hook())));
  assert.deepEqual(await outcomes("method=crm.lead.get"), [429, 200]);
});

test("it keeps the operating time that the portal tells", async () => {
  const b24 = hook();
  await get(b24);
  const { operatingStats } = b24.getHttpClient("v2").getStats();
  const [call] = await it.calls("method=crm.lead.get");
  assert.equal(operatingStats["crm.lead.get"], call.answer.time.operating);
});
