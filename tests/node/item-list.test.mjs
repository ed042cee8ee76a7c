// crm.item.list, leads, contacts and companies found by one method, through the built package against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, mistake, portal, provokeErrors, rejects } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const LEAD = 1;
const its = session();
const wire = (...args) => its.wire(...args);

const add = (fields) => crm.crmItemAdd({ entityTypeId: LEAD, fields }).then(({ item }) => item);
const list = async (params) => shaped("crm.item.list", await crm.crmItemList({ entityTypeId: LEAD, ...params }));

test("crm.item.list finds records of each kind", async () => {
  for (const entityTypeId of [1, 3, 4]) {
    const { items } = await list({ entityTypeId, order: { id: "ASC" } });
    assert.ok(items.length > 0);
    for (const item of items) assert.equal(item.entityTypeId, entityTypeId);
  }
});

test("crm.item.list pages, sorts and selects", async () => {
  const title = "item.test: listed";
  for (let n = 0; n < 52; n += 1) await add({ title, opportunity: n });
  const query = { filter: { title, ">=opportunity": 1 }, order: { id: "DESC" }, select: ["opportunity"] };
  const first = await list(query);
  assert.deepEqual([first.items.length, first.total, first.next], [50, 51, 50]);
  assert.deepEqual([first.items[0], first.items[49]], [{ opportunity: 51 }, { opportunity: 2 }]);
  const second = await list({ ...query, start: first.next });
  assert.deepEqual(second, { items: [{ opportunity: 1 }], total: 51 });
  assert.deepEqual(await list({ ...query, start: 49 }), first, "a page starts at a multiple of 50");
  assert.deepEqual(await list({ ...query, start: 100 }), { items: [], total: 51 });
  const { items, ...uncounted } = await list({ ...query, start: -1 });
  assert.deepEqual([items.length, uncounted], [50, {}]);
});

test("crm.item.list gives everything with fm unless select names fields", async () => {
  const { id } = await add({ fm: [{ typeId: "PHONE", value: "5" }] });
  for (const select of [undefined, ["*"], ["title", "*"]]) {
    const { items } = await list({ filter: { id }, select });
    assert.deepEqual([items.length, items[0].id, items[0].fm[0].value], [1, id, "5"]);
  }
  const { items } = await list({ filter: { id }, select: ["phone", "fm"] });
  assert.deepEqual(items, [{ phone: "5" }]);
});

test("crm.item.list leaves out what the caller may not see", async () => {
  const page = await crm.crmItemList({ entityTypeId: LEAD }, its.outsider);
  assert.deepEqual(page, { items: [], total: 0 });
});

// Conditions beside the mark that both leads have: "cheap" costs 1 and belongs to contact 1, "dear" costs 9 and to contact 2.
const CONDITIONS = [
  [{ opportunity: 1 }, ["cheap"]],
  [{ "!opportunity": 1 }, ["dear"]],
  [{ ">=opportunity": 2, "<=opportunity": 9 }, ["dear"]],
  [{ "@opportunity": [1, 9, 17] }, ["cheap", "dear"]],
  [{ "!@opportunity": [1, 9] }, []],
  [{ "%name": "hea" }, ["cheap"]],
  [{ "!%name": "hea" }, ["dear"]],
  [{ contactIds: [2] }, ["dear"]],
  [{ opened: false }, ["dear"]],
  [{ ">=createdTime": new Date(Date.now() - 3_600_000) }, ["cheap", "dear"]],
  [{ "<createdTime": new Date(0) }, []],
  [{ "<opportunity": 5, opened: false }, []],
  [{ 0: { logic: "OR", 0: { "<opportunity": 5 }, 1: { opened: false } } }, ["cheap", "dear"]],
  [{ 0: { logic: "OR", 0: { "<opportunity": 5, opened: false }, 1: { name: "dear" } } }, ["dear"]],
  [{ 0: { logic: "AND", 0: { "<opportunity": 5 }, 1: { opened: false } } }, []],
];

test("crm.item.list filters, also by groups of conditions", async (t) => {
  const title = "item.test: conditions";
  await add({ title, name: "cheap", opportunity: 1, contactIds: [1], opened: true });
  await add({ title, name: "dear", opportunity: 9, contactIds: [2], opened: false });
  for (const [condition, expected] of CONDITIONS) {
    await t.test(JSON.stringify(condition), async () => {
      const { items } = await list({ filter: { title, ...condition }, order: { id: "ASC" }, select: ["name"] });
      assert.deepEqual(
        items.map((item) => item.name),
        expected,
      );
    });
  }
});

// What crm.item.list refuses, and what it says. The client lets pass what it does not know.
const REFUSED = [
  [{ filter: { nothing: 1 } }, "Invalid filter: field 'NOTHING' is not allowed in filter"],
  [{ filter: { "!=myThing": 1 } }, "Invalid filter: field '!=MY_THING' is not allowed in filter"],
  [{ filter: { 0: { logic: "OR", nothing: 1 } } }, "Invalid filter: field 'NOTHING' is not allowed in filter"],
  [{ order: { nothing: "ASC" } }, "Invalid order: field 'NOTHING' is not allowed in order"],
];

test("crm.item.list names the field it refuses", async () => {
  for (const [params, description] of REFUSED) {
    const facts = { code: "INVALID_ARG_VALUE", kind: "validation", status: 400, method: "crm.item.list", description };
    await rejects(crm.crmItemList({ entityTypeId: LEAD, ...params }), facts);
  }
});

test("crm.item.list fails as documented", (t) =>
  provokeErrors(t, "crm.item.list", {
    100: mistake(() => crm.crmItemList({}), "params.entityTypeId", wire, {}),
    ENTITY_TYPE_NOT_SUPPORTED: portal("validation", () => crm.crmItemList({ entityTypeId: 5 })),
    NOT_FOUND: portal("notFound", () => crm.crmItemList({ entityTypeId: 999_999 }), /./),
    INVALID_ARG_VALUE: mistake(
      () => crm.crmItemList({ entityTypeId: LEAD, order: { id: "UP" } }),
      "params.order.id",
      wire,
      { entityTypeId: LEAD, order: { id: "UP" } },
    ),
    allowed_only_intranet_user: beyond("the sandbox's users are all employees"),
  }));
