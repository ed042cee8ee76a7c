// connect({ autoBatch: true }): calls of one tick become batches by themselves.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { rejects } from "../support/errors.mjs";
import { session } from "../support/session.mjs";

const MISSING = 999_999;
const AUTO = {};
const its = session({
  async prepare({ sandbox }) {
    AUTO.client = await crm.connect({ webhook: sandbox.webhook, autoBatch: true, limits: false });
  },
});
const get = (id, options) => crm.crmLeadGet({ id }, { ...AUTO, ...options });
const update = (id, TITLE, options) => crm.crmLeadUpdate({ id, fields: { TITLE } }, { ...AUTO, ...options });
const newLead = (TITLE = "auto") => crm.crmLeadAdd({ fields: { TITLE } });
/** What work gave, and the requests that it made; `before` runs before each, and may give its answer. */
async function sent(work, before = () => {}) {
  const { fetch } = globalThis;
  const seen = [];
  globalThis.fetch = async (url, init) => {
    const [, method] = /([^/]+)\.json$/.exec(url);
    const body = JSON.parse(init.body);
    seen.push({ method, body });
    return (await before(init, seen.length)) ?? fetch(url, init);
  };
  try {
    const given = await work();
    const requests = seen.map(({ method, body }) => (method === "batch" ? `batch of ${body.cmd.length}` : method));
    return { given, requests, seen };
  } finally {
    globalThis.fetch = fetch;
  }
}

test("1,000 calls of one tick are 20 requests, each with its own answer", async () => {
  const ids = Array.from({ length: 1000 }, (_, at) => (at % 30) + 1);
  const { given, requests } = await sent(() => Promise.all(ids.map((id) => get(id))));
  assert.deepEqual(requests, Array(20).fill("batch of 50"));
  assert.deepEqual(
    given.map(({ ID }) => ID),
    ids,
  );
  assert.deepEqual(given[0], await crm.crmLeadGet({ id: 1 }));
});

test("a single call goes as it is, and without the option all do", async () => {
  assert.deepEqual((await sent(() => get(1))).requests, ["crm.lead.get"]);
  const all = () => Promise.all([1, 2].map((id) => crm.crmLeadGet({ id })));
  assert.deepEqual((await sent(all)).requests, ["crm.lead.get", "crm.lead.get"]);
});

test("calls that other calls of the tick lead to go with them; those of later ticks do not", async () => {
  const one = async (id) => {
    await null;
    await null;
    return get(id);
  };
  const { requests } = await sent(() => Promise.all([get(1), one(2), Promise.resolve(3).then(one)]));
  assert.equal(requests.length, 1);
  const later = () => Promise.all([get(1), new Promise((done) => setTimeout(() => done(get(2)), 1))]);
  assert.deepEqual((await sent(later)).requests, ["crm.lead.get", "crm.lead.get"]);
});

test("what comes next in many flows at once goes together again", async () => {
  const ids = await Promise.all([newLead(), newLead(), newLead()]);
  const flow = async (id) => {
    const { TITLE } = await get(id);
    await update(id, `${TITLE} ${id}`);
    return get(id);
  };
  const { given, requests } = await sent(() => Promise.all(ids.map(flow)));
  assert.deepEqual(requests, ["batch of 3", "batch of 3", "batch of 3"]);
  assert.deepEqual(
    given.map(({ TITLE }) => TITLE),
    ids.map((id) => `auto ${id}`),
  );
});

test("a failure is its call's own, as without a batch", async () => {
  const { given } = await sent(() =>
    Promise.allSettled([
      get(1),
      get(MISSING),
      update(MISSING, "x"),
      crm.crmItemGet({ entityTypeId: 1, id: MISSING }, AUTO),
      get(2),
    ]),
  );
  assert.deepEqual([given[0].value.ID, given[4].value.ID], [1, 2]);
  assert.deepEqual(
    given.slice(1, 4).map(({ reason }) => [reason.kind, reason.method, reason.message]),
    [
      ["notFound", "crm.lead.get", "crmLeadGet: Not found"],
      ["notFound", "crm.lead.update", "crmLeadUpdate: Lead is not found"],
      ["notFound", "crm.item.get", "crmItemGet: Element not found (NOT_FOUND)"],
    ],
  );
});

test("what a batch cannot carry goes alone, and stays what it is", async () => {
  const id = await newLead();
  const odd = [
    update(id, "Costs $result[0][ID]"),
    crm.crmLeadContactItemsSet({ id: 1, items: [] }, AUTO),
    crm.call("batch", { cmd: [] }, AUTO),
  ];
  const { requests } = await sent(() => Promise.all([...odd, get(1), get(2)]));
  assert.deepEqual(requests.sort(), ["batch of 0", "batch of 2", "crm.lead.contact.items.set", "crm.lead.update"]);
  assert.equal((await crm.crmLeadGet({ id })).TITLE, "Costs $result[0][ID]");
});

test("aborting a call that waits leaves it out, and the others go", async () => {
  const controller = new AbortController();
  const calls = [get(1), update(2, "Aborted", { signal: controller.signal }), get(3)];
  const { given, seen } = await sent(() => {
    controller.abort();
    return Promise.allSettled(calls);
  });
  assert.deepEqual([given[0].value.ID, given[2].value.ID], [1, 3]);
  assert.deepEqual([given[1].reason.kind, given[1].reason.outcome], ["aborted", "rejected"]);
  assert.equal(seen.length, 1);
  assert.notEqual((await crm.crmLeadGet({ id: 2 })).TITLE, "Aborted");
});

test("aborting a call under way ends that call only", async () => {
  const controller = new AbortController();
  const before = () => {
    controller.abort();
    // Heard before the answer comes.
    return new Promise((done) => setTimeout(done, 20));
  };
  const { given, requests } = await sent(
    () => Promise.allSettled([get(1), update(2, "May be", { signal: controller.signal }), get(3)]),
    before,
  );
  assert.deepEqual([given[0].value?.ID, given[2].value?.ID], [1, 3]);
  assert.deepEqual([given[1].reason.kind, given[1].reason.outcome], ["aborted", "unknown"]);
  assert.deepEqual(requests, ["batch of 3"]);
});

test("when all calls of a batch are aborted, the request is", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  let request;
  const before = (init) => {
    request = init;
    controller.abort();
    return new Promise(() => {});
  };
  const { given } = await sent(() => Promise.allSettled([get(1, { signal }), get(2, { signal })]), before);
  assert.deepEqual(
    given.map(({ reason }) => reason.kind),
    ["aborted", "aborted"],
  );
  assert.ok(request.signal.aborted);
});

test("creates go with creates: what may be sent again is not kept from it", async () => {
  const { given, requests, seen } = await sent(
    () =>
      Promise.allSettled([
        get(1),
        crm.crmLeadAdd({ fields: { TITLE: "auto" } }, AUTO),
        update(1, "auto"),
        crm.crmLeadAdd({ fields: { TITLE: "auto" } }, AUTO),
        get(2),
      ]),
    (_, number) => (number > 2 ? undefined : new Response("<html>", { status: 502 })),
  );
  assert.deepEqual(requests, ["batch of 3", "batch of 2", "batch of 3"]);
  assert.ok(seen[1].body.cmd.every((command) => command.startsWith("crm.lead.add")));
  assert.deepEqual(
    given.map(({ status, reason }) => reason?.outcome ?? status),
    ["fulfilled", "unknown", "fulfilled", "unknown", "fulfilled"],
  );
});

test("calls that give the portal different times to answer are batches of their own", async () => {
  const { requests } = await sent(() =>
    Promise.all([get(1), get(2, { timeout: 50_000 }), get(3), get(4, { timeout: 50_000 })]),
  );
  assert.deepEqual(requests, ["batch of 2", "batch of 2"]);
});

test("a call that the portal refuses for a limit within a batch is tried again by itself", async () => {
  const { origin } = its.sandbox;
  const fault = { kind: "operating", method: "crm.contact.get", count: 1 };
  const headers = { "content-type": "application/json" };
  await fetch(`${origin}/_sandbox/faults`, { method: "POST", headers, body: JSON.stringify(fault) });
  const { given, requests } = await sent(() => Promise.all([get(1), crm.crmContactGet({ id: 1 }, AUTO)]));
  assert.deepEqual(requests, ["batch of 2", "crm.contact.get"]);
  assert.deepEqual([given[0].ID, given[1].ID], [1, 1]);
});

test("wrong parameters are found before anything is collected", async () => {
  const { given, requests } = await sent(() => Promise.allSettled([get("x"), get(1)]));
  assert.deepEqual(requests, ["crm.lead.get"]);
  await rejects(Promise.reject(given[0].reason), { kind: "validation", message: /^crmLeadGet: params\.id/ });
});
