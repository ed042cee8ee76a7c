// Whole lists through the built package against the sandbox: each row once, whatever happens meanwhile, and no more requests than
// they take.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { all } from "../../pkg/client.js";
import { rejects } from "../support/errors.mjs";
import { watch } from "../support/requests.mjs";
import { session } from "../support/session.mjs";

const its = session({ args: ["--leads", "3000"] });

/** Watches a test's requests. */
function watching(t, before) {
  const watched = watch(before);
  t.after(watched.end);
  return watched;
}

/** No record has this number. */
const NOBODY = 10 ** 8;
const ids = (rows) => rows.map((row) => row.ID ?? row.id);
const isOnce = (rows) => ids(rows).every((id, at, all) => at === 0 || all[at - 1] < id);
const add = async (TITLE) => (await its.wire("crm.lead.add", { fields: { TITLE } })).body.result;
const remove = (some) => Promise.all(some.map((id) => its.wire("crm.lead.delete", { id })));

/** All ids of a list, by the portal's own pages. */
async function wireIds(params = {}, method = "crm.lead.list") {
  const found = [];
  for (let start = 0; start !== undefined;) {
    const { body } = await its.wire(method, { ...params, order: { ID: "ASC" }, select: ["ID"], start });
    found.push(...body.result.map(({ ID }) => Number(ID)));
    start = body.next;
  }
  return found;
}

test("all rows come once, the first page by itself and then 2,500 in a request", async (t) => {
  const expected = await wireIds();
  const watched = watching(t);
  const rows = await crm.crmLeadListAll().toArray();
  assert.deepEqual(ids(rows), expected);
  assert.equal(typeof rows[0].OPPORTUNITY, "number");
  // 50 and 2,500, and the rest with one page that could be full.
  const rest = Math.floor((expected.length - 2550) / 50) + 1;
  assert.deepEqual(watched.requests, ["crm.lead.list", "batch of 50", `batch of ${rest}`]);
});

test("a loop takes the rows one by one, and another loop reads them anew", async () => {
  const rows = crm.crmLeadListAll({ filter: { "<=ID": 120 } });
  for (let time = 0; time < 2; time++) {
    const taken = [];
    for await (const row of rows) taken.push(row);
    assert.deepEqual(ids(taken), await wireIds({ filter: { "<=ID": 120 } }));
  }
});

test("nothing is sent before a row is wanted, and nothing after the last that is", async (t) => {
  const watched = watching(t);
  const rows = crm.crmLeadListAll();
  assert.deepEqual(watched.requests, []);
  const taken = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length === 50) break;
  }
  assert.deepEqual(watched.requests, ["crm.lead.list"]);
  for await (const row of rows) if (row.ID > taken.at(-1).ID) break;
  assert.deepEqual(watched.requests, ["crm.lead.list", "crm.lead.list", "batch of 50"]);
});

for (const [count, requests] of [
  [0, ["crm.lead.list"]],
  [49, ["crm.lead.list"]],
  [50, ["crm.lead.list"]],
  [51, ["crm.lead.list", "crm.lead.list"]],
  [100, ["crm.lead.list", "batch of 2"]],
  [2500, ["crm.lead.list", "batch of 50"]],
  [2550, ["crm.lead.list", "batch of 50", "crm.lead.list"]],
]) {
  test(`${count} rows take ${requests.join(" and ")}`, async (t) => {
    const some = (await wireIds()).slice(0, count);
    const filter = { "<=ID": some.at(-1) ?? NOBODY, ">=ID": some[0] ?? NOBODY };
    const watched = watching(t);
    const rows = await crm.crmLeadListAll({ select: ["ID"], filter }).toArray();
    assert.deepEqual(ids(rows), some);
    assert.deepEqual(watched.requests, requests);
  });
}

test("rows that others add and remove meanwhile make none come twice and none be missing", async (t) => {
  const before = await wireIds();
  let read = 0;
  const gone = new Set();
  const come = [];
  const meanwhile = async (_request, number) => {
    if (number === 1) return;
    // Those that were read last and those that come next, and new ones.
    const at = before[read];
    const some = before.filter((id) => !gone.has(id) && Math.abs(id - at) < 60 && id % 2);
    await remove(some);
    some.forEach((id) => gone.add(id));
    for (let count = 0; count < 30; count++) come.push(await add("Added meanwhile"));
  };
  const watched = watching(t, meanwhile);
  const rows = [];
  const onProgress = ({ loaded }) => (read = loaded);
  for await (const row of crm.crmLeadListAll({ select: ["TITLE"] }, { onProgress })) rows.push(row);
  assert.ok(isOnce(rows));
  const got = new Set(ids(rows));
  assert.deepEqual(
    before.filter((id) => !gone.has(id) && !got.has(id)),
    [],
    "rows that stayed are missing",
  );
  assert.ok(watched.requests.length > 2 && gone.size > 50);
  await remove(come);
});

for (const [name, read, method] of [
  ["crm.lead.list", (filter) => crm.crmLeadListAll({ select: ["ID"], filter }), "ID"],
  ["crm.item.list", (filter) => crm.crmItemListAll({ entityTypeId: 1, select: ["id"], filter }), "id"],
]) {
  test(`${name}: what the portal answers behind a page that is suddenly short gives no rows`, async (t) => {
    const made = [];
    for (let count = 0; count < 400; count++) made.push(await add("Soon gone"));
    const [from] = made;
    // Counted, then removed: the next request asks for pages that are no more; one leaves a page short, one leaves none.
    for (const left of [130, 100]) {
      const watched = watching(t, (_request, number) => number === 2 && remove(made.splice(left)));
      const rows = await read({ [`>=${method}`]: from }).toArray();
      watched.end();
      assert.deepEqual(ids(rows), made);
      assert.match(watched.requests[1], /^batch of [2-8]$/);
      assert.equal(watched.requests.length, 2);
    }
    await remove(made);
  });
}

test("conditions hold, those on the key too", async () => {
  const all = await wireIds();
  const [low, high] = [all[70], all[400]];
  for (const filter of [
    { ">ID": low },
    { ">=ID": low, "<ID": high },
    { ">ID": low, ">=ID": low - 10, "<=ID": high },
    { ID: [low, high, NOBODY] },
    { "=ID": low },
    { "@ID": all.filter((_, at) => at % 3 === 0).slice(0, 200) },
    { "!ID": low, "<ID": high },
    { "!@ID": [low, high] },
    { "<ID": all[0] },
    { STATUS_ID: ["NEW", "IN_PROCESS"], "%TITLE": "a" },
    { ">=DATE_CREATE": new Date(0), "!OPENED": false },
  ]) {
    const wire = Object.fromEntries(
      Object.entries(filter).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
    );
    if ("!OPENED" in wire) wire["!OPENED"] = "N";
    const rows = await crm.crmLeadListAll({ select: ["ID"], filter }).toArray();
    assert.deepEqual(ids(rows), await wireIds({ filter: wire }), JSON.stringify(filter));
  }
});

for (const logic of ["logic", "LOGIC"]) {
  test(`conditions in groups stay alternatives (${logic})`, async (t) => {
    const all = await wireIds();
    const [low, high] = [all[100], all.at(-100)];
    const watched = watching(t);
    const filter = { [logic]: "OR", 0: { "<id": low }, 1: { ">=id": high } };
    const rows = await crm.crmItemListAll({ entityTypeId: 1, filter, select: ["id"] }).toArray();
    assert.deepEqual(
      ids(rows),
      all.filter((id) => id < low || id >= high),
    );
    assert.deepEqual(watched.requests, ["crm.item.list", "batch of 4"]);
  });
}

test("rows have what was selected and no more", async () => {
  const keys = async (read, select) => {
    const rows = await read(select).toArray();
    assert.ok(rows.length > 100);
    return [...new Set(rows.flatMap(Object.keys))].sort();
  };
  const end = (await wireIds())[150];
  const leads = (select) => crm.crmLeadListAll({ select, filter: { "<ID": end } });
  const items = (select) => crm.crmItemListAll({ entityTypeId: 1, select, filter: { "<id": end } });
  assert.deepEqual(await keys(leads, ["TITLE"]), ["ID", "TITLE"]);
  assert.deepEqual(await keys(leads, ["ID"]), ["ID"]);
  assert.ok((await keys(leads, [])).includes("OPPORTUNITY"));
  assert.deepEqual(await keys(items, ["title"]), ["title"]);
  assert.deepEqual(await keys(items, ["title", "id"]), ["id", "title"]);
  for (const select of [[], ["*"], undefined]) {
    assert.ok((await keys(items, select)).includes("id"), JSON.stringify(select));
  }
});

test("companies, contacts and queued events are lists like others", async (t) => {
  for (const [method, wire] of [
    [crm.crmCompanyListAll, "crm.company.list"],
    [crm.crmContactListAll, "crm.contact.list"],
  ]) {
    const add = wire.replace("list", "add");
    for (let count = 0; count < 120; count++) await its.wire(add, { fields: { NAME: "One", TITLE: "of many" } });
    assert.deepEqual(ids(await method().toArray()), await wireIds({}, wire));
  }
  const entityTypeId = 4;
  const items = await crm.crmItemListAll({ entityTypeId }).toArray();
  assert.deepEqual(ids(items), await wireIds({}, "crm.company.list"));

  await crm.eventBind({ event: "ONCRMLEADUPDATE", event_type: "offline" }, its.app);
  const changed = (await wireIds()).slice(0, 130);
  for (const id of changed) await its.wire("crm.lead.update", { id, fields: { TITLE: "Changed" } });
  const watched = watching(t);
  const events = await crm.eventOfflineListAll({}, its.app).toArray();
  assert.deepEqual(
    events.map((event) => Number(event.EVENT_DATA.FIELDS.ID)),
    changed,
  );
  assert.deepEqual(watched.requests, ["event.offline.list", "batch of 2"]);
});

test("progress tells how many there are, and what has been read of them", async () => {
  const total = (await wireIds()).length;
  const heard = [];
  const onProgress = (progress) => heard.push(progress);
  await crm.crmLeadListAll({ select: ["ID"] }, { onProgress }).toArray();
  assert.deepEqual(heard, [
    { loaded: 50, total },
    { loaded: 2550, total },
    { loaded: total, total },
  ]);
  heard.length = 0;
  await crm.crmLeadListAll({ filter: { ID: NOBODY } }, { onProgress }).toArray();
  assert.deepEqual(heard, [{ loaded: 0, total: 0 }]);
  heard.length = 0;
  await crm.crmLeadListAll({}, { onProgress, limit: 120 }).toArray();
  assert.deepEqual(heard, [
    { loaded: 50, total: 120 },
    { loaded: 120, total: 120 },
  ]);
});

test("a limit is not exceeded, nor is more read than it takes", async (t) => {
  const all = await wireIds();
  for (const [limit, requests] of [
    [10, ["crm.lead.list"]],
    [50, ["crm.lead.list"]],
    [120, ["crm.lead.list", "batch of 2"]],
  ]) {
    const watched = watching(t);
    assert.deepEqual(ids(await crm.crmLeadListAll({}, { limit }).toArray()), all.slice(0, limit));
    watched.end();
    assert.deepEqual(watched.requests, requests);
  }
});

test("raw gives rows as the portal wrote them", async () => {
  const rows = await crm.crmLeadListAll({ select: ["OPENED"], filter: { "<ID": 120 } }, { raw: true }).toArray();
  assert.deepEqual(Object.keys(rows[0]).sort(), ["ID", "OPENED"]);
  assert.deepEqual([typeof rows.at(-1).ID, "YN".includes(rows[0].OPENED)], ["string", true]);
});

test("an abort ends the reading, during a request and between rows", async (t) => {
  const facts = { kind: "aborted", method: "crm.lead.list" };
  const asked = new AbortController();
  const watched = watching(t, (_request, number) => number === 2 && asked.abort());
  const outcome = await crm
    .crmLeadListAll({}, { signal: asked.signal })
    .toArray()
    .catch((error) => error);
  assert.deepEqual([outcome.kind, outcome.name], ["aborted", "CrmError"]);
  assert.equal(watched.requests.length, 2);
  watched.end();

  const taking = new AbortController();
  const rows = crm.crmLeadListAll({}, { signal: taking.signal })[Symbol.asyncIterator]();
  await rows.next();
  taking.abort();
  await rejects(rows.next(), facts);
  assert.deepEqual(await rows.next(), { value: undefined, done: true });
  await rejects(crm.crmLeadListAll({}, { signal: AbortSignal.abort() }).toArray(), facts);
});

test("a closed portal ends the reading", async () => {
  const client = await crm.connect({ webhook: its.sandbox.webhook });
  const rows = crm.crmLeadListAll({}, { client })[Symbol.asyncIterator]();
  for (let count = 0; count < 50; count++) await rows.next();
  client.close();
  await rejects(rows.next(), { kind: "aborted" });
});

test("everything that is wrong is said at once, when the first row is asked for, and nothing is sent", async (t) => {
  const watched = watching(t);
  const params = { order: { ID: "DESC" }, start: 50, filter: { ID: "x" }, select: "ID" };
  const wrong = crm.crmLeadListAll(params, { limit: 0.5, onProgress: 1 });
  const facts = { kind: "validation", message: /^crmLeadListAll:\n/ };
  for (const first of [() => wrong.toArray(), () => wrong[Symbol.asyncIterator]().next()]) {
    const { problems } = await rejects(first(), facts);
    assert.deepEqual(problems.map(({ path }) => path).sort(), [
      "options.limit",
      "options.onProgress",
      "params.filter.ID",
      "params.order",
      "params.select",
      "params.start",
    ]);
  }
  await rejects(crm.crmItemListAll({}).toArray(), { kind: "validation", message: /entityTypeId is missing/ });
  await rejects(crm.crmItemListAll(7).toArray(), { kind: "validation" });
  assert.deepEqual(watched.requests, []);
});

test("what the portal refuses is said as for a call", async () => {
  await rejects(crm.crmLeadListAll({}, its.outsider).toArray(), {
    kind: "permission",
    method: "crm.lead.list",
    message: /^crmLeadListAll: Access denied\./,
  });
});

test("a page that fails in a batch is asked for again by itself", async (t) => {
  const expected = await wireIds();
  const faults = `${its.sandbox.origin}/_sandbox/faults`;
  const fault = { kind: "operating", method: "crm.lead.list", skip: 20, count: 1 };
  const headers = { "content-type": "application/json" };
  await fetch(faults, { method: "POST", headers, body: JSON.stringify(fault) });
  t.after(() => fetch(faults, { method: "DELETE" }));
  const watched = watching(t);
  const rows = await crm.crmLeadListAll({ select: ["ID"] }).toArray();
  assert.deepEqual(ids(rows), expected);
  assert.deepEqual(watched.requests.slice(0, 3), ["crm.lead.list", "batch of 50", "crm.lead.list"]);
  assert.match(watched.requests[3], /^batch of/);
});

test("a text that the portal would take for a reference is read page by page", async (t) => {
  const filter = { "!TITLE": "$result[0][0][TITLE]", "<ID": 200 };
  const expected = await wireIds({ filter });
  const watched = watching(t);
  assert.deepEqual(ids(await crm.crmLeadListAll({ filter }).toArray()), expected);
  assert.deepEqual(new Set(watched.requests), new Set(["crm.lead.list"]));
});

test("rows in another order are an error and not rows that come twice", async (t) => {
  const page = (from) => Array.from({ length: 50 }, (_, at) => ({ ID: String(from + at) }));
  const time = { start: 0, finish: 0, duration: 0, processing: 0, date_start: "", date_finish: "" };
  const batch = {
    result: [page(51), page(1)],
    result_error: [],
    result_total: [0, 0],
    result_next: [],
    result_time: [],
  };
  const answers = [
    { result: page(1), total: 200, next: 50, time },
    { result: batch, time },
  ];
  const watched = watching(t, (_request, number) => Response.json(answers[number - 1]));
  const error = await crm
    .crmLeadListAll({ select: ["ID"] })
    .toArray()
    .catch((error) => error);
  assert.deepEqual([error.kind, watched.requests.length], ["protocol", 2]);
  assert.match(error.message, /do not come by ascending ID: 1 stands behind 100/);
});

// No list of the spec is read so; this is what one without a key would be.
test("a list without a key is read by offset, and the first page is not taken for one behind the end", async (t) => {
  const byOffset = all("crmLeadList");
  const expected = await wireIds();
  const order = { ID: "DESC" };
  const heard = [];
  const rows = await byOffset({ select: ["ID"], order }, { onProgress: ({ loaded }) => heard.push(loaded) }).toArray();
  assert.deepEqual(ids(rows), expected.toReversed());
  assert.deepEqual(heard.slice(0, 3), [50, 100, 150]);

  // Of three pages the last is gone when it is asked for: the portal gives the first one again.
  for (const [left, last] of [
    [100, 130],
    [40, 90],
  ]) {
    const made = [];
    for (let count = 0; count < last; count++) made.push(await add("Soon gone"));
    const pages = Math.ceil(last / 50);
    const watched = watching(t, (_request, number) => number === pages && remove(made.splice(left)));
    const filter = { ">=ID": made[0] };
    const found = ids(await byOffset({ select: ["ID"], filter }).toArray());
    watched.end();
    assert.ok(isOnce(found.map((ID) => ({ ID }))), "no row comes twice");
    assert.equal(watched.requests.length, pages);
    await remove(made);
  }
  await rejects(byOffset({ start: 50 }).toArray(), { kind: "validation", message: /start is not taken/ });
});
