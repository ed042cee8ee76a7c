// event.offline.* through the built package, with an application's token, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, mistake, portal, provokeErrors } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const EVENT = "ONCRMLEADUPDATE";
const its = session({ prepare: ({ app }) => crm.eventBind({ event: EVENT, event_type: "offline" }, app) });
const wire = (...args) => its.appWire(...args);
const get = async (params = {}) => shaped("event.offline.get", await crm.eventOfflineGet(params, its.app));
const list = async (params = {}) => shaped("event.offline.list", await crm.eventOfflineList(params, its.app));

// Makes one event: an update of a new lead.
async function change() {
  const id = await crm.crmLeadAdd({ fields: { TITLE: "queued" } });
  await crm.crmLeadUpdate({ id, fields: { TITLE: "queued and changed" } });
  return id;
}
const leads = (events) => events.map((event) => Number(event.EVENT_DATA.FIELDS.ID));

test("event.offline.list shows what is queued, once for each record, and event.offline.get takes it", async () => {
  await get();
  const id = await change();
  await crm.crmLeadUpdate({ id, fields: { TITLE: "once more" } });
  const queued = await list();
  assert.deepEqual([queued.total, leads(queued.items)], [1, [id]]);
  assert.deepEqual([queued.items[0].EVENT_NAME, queued.items[0].ERROR], [EVENT, false]);
  assert.equal(queued.items[0].MESSAGE_ID.length, 32);
  const taken = await get();
  assert.deepEqual([taken.process_id, leads(taken.events)], [null, [id]]);
  assert.deepEqual((await get()).events, []);
});

test("event.offline.get takes as many as asked for, in the order asked for", async () => {
  await get();
  const ids = [await change(), await change(), await change()];
  const { events } = await get({ limit: 2, order: { ID: "DESC" } });
  assert.deepEqual(leads(events), [ids[2], ids[1]]);
  assert.deepEqual(leads((await get({ filter: { EVENT_NAME: EVENT } })).events), [ids[0]]);
});

test("what was reserved is cleared or marked as failed by its process", async () => {
  await get();
  const ids = [await change(), await change()];
  const reserved = await get({ clear: false });
  assert.equal(reserved.process_id.length, 32);
  assert.deepEqual(leads(reserved.events), ids);
  assert.deepEqual((await get()).events, [], "nobody else gets what is reserved");
  const { process_id } = reserved;
  const message_id = [reserved.events[0].MESSAGE_ID];
  const failed = await crm.eventOfflineError({ process_id, message_id }, its.app);
  assert.equal(shaped("event.offline.error", failed), true);
  assert.deepEqual(
    (await list()).items.map((row) => row.ERROR),
    [true, false],
  );
  const cleared = await crm.eventOfflineClear({ process_id, id: [reserved.events[1].ID] }, its.app);
  assert.equal(shaped("event.offline.clear", cleared), true);
  assert.deepEqual(leads((await list()).items), [ids[0]]);
  await crm.eventOfflineClear({ process_id }, its.app);
  assert.equal((await list()).total, 0);
});

// Who may not: an application of somebody who is no administrator, and a webhook, which is no application.
const refusals = (call) => ({
  ACCESS_DENIED: portal("permission", () => call(its.clerk)),
  WRONG_AUTH_TYPE: portal("permission", () => call({ client: its.portal })),
});

test("event.offline.get fails as documented", (t) =>
  provokeErrors(t, "event.offline.get", {
    ...refusals((options) => crm.eventOfflineGet({}, options)),
    WRONG_LICENSE: beyond("the sandbox's portal has the highest plan"),
    ERROR_ARGUMENT: portal("validation", () => get({ limit: 0 })),
  }));

test("event.offline.list fails as documented", (t) =>
  provokeErrors(t, "event.offline.list", {
    ...refusals((options) => crm.eventOfflineList({}, options)),
    ERROR_ARGUMENT: portal("validation", () => list({ filter: { NOBODY: 1 } })),
  }));

test("event.offline.clear fails as documented", (t) =>
  provokeErrors(t, "event.offline.clear", {
    ...refusals((options) => crm.eventOfflineClear({ process_id: "x" }, options)),
    ERROR_ARGUMENT: mistake(() => crm.eventOfflineClear({}, its.app), "params.process_id", wire, {}),
  }));

test("event.offline.error fails as documented", (t) =>
  provokeErrors(t, "event.offline.error", {
    ...refusals((options) => crm.eventOfflineError({ process_id: "x" }, options)),
    ERROR_ARGUMENT: portal("validation", () =>
      crm.eventOfflineError({ process_id: "x", message_id: ["too short"] }, its.app),
    ),
  }));
