// crm.status.*, the directories, through the built package against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { mistake, portal, provokeErrors, rejects } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const MISSING = 999_999;
const its = session();
const wire = (...args) => its.wire(...args);
const add = (fields, options) => crm.crmStatusAdd({ fields: { NAME: "Ours", ...fields } }, options);

test("crm.status.add adds a stage of leads, and crm.status.get reads it back typed", async () => {
  const fields = { ENTITY_ID: "STATUS", STATUS_ID: "UC_TRIAL", NAME: "Trial", SORT: "35", COLOR: "39A8EF" };
  const ID = shaped("crm.status.add", await crm.crmStatusAdd({ fields }));
  const stage = shaped("crm.status.get", await crm.crmStatusGet({ id: ID }));
  const own = { ID, SORT: 35, COLOR: "#39A8EF", NAME_INIT: "", SYSTEM: false, SEMANTICS: "P", CATEGORY_ID: null };
  assert.deepEqual(stage, { ...fields, ...own, EXTRA: { SEMANTICS: "process", COLOR: "#39A8EF" } });
  const lead = await crm.crmLeadAdd({ fields: { STATUS_ID: "UC_TRIAL" } });
  assert.equal((await crm.crmLeadGet({ id: lead })).STATUS_ID, "UC_TRIAL");
});

test("crm.status.add makes up a position; what is no stage has neither colour nor meaning", async () => {
  const id = await add({ ENTITY_ID: "SOURCE", STATUS_ID: "fair", COLOR: "#39A8EF", SEMANTICS: "S" });
  const { SORT, COLOR, SEMANTICS, EXTRA } = shaped("crm.status.get", await crm.crmStatusGet({ id }));
  assert.deepEqual({ SORT, COLOR, SEMANTICS, EXTRA }, { SORT: 10, COLOR: null, SEMANTICS: null, EXTRA: undefined });
});

const CODES = [
  ["that a stage has already", "STATUS", "NEW"],
  ["that an entry of the directory has already", "SOURCE", "CALL"],
  ["with other characters in a stage", "STATUS", "lower case"],
  ["with 22 characters in a stage", "STATUS", "S".repeat(22)],
  ["with 51 characters", "SOURCE", "S".repeat(51)],
];
for (const [what, ENTITY_ID, STATUS_ID] of CODES) {
  test(`crm.status.add refuses a code ${what}`, () =>
    rejects(add({ ENTITY_ID, STATUS_ID }), { code: "ERROR_CORE", kind: "validation", method: "crm.status.add" }));
}

test("crm.status.add takes codes as long as they may be", async () => {
  assert.ok((await add({ ENTITY_ID: "STATUS", STATUS_ID: "L".repeat(21) })) > 0);
  assert.ok((await add({ ENTITY_ID: "SOURCE", STATUS_ID: "L".repeat(50) })) > 0);
});

test("crm.status.add fails as documented", (t) => {
  const fields = { ENTITY_ID: "SOURCE", STATUS_ID: "DENIED" };
  const without = (name) =>
    mistake(() => add({ ...fields, [name]: undefined }), `params.fields.${name}`, wire, {
      fields: { NAME: "Ours", ...fields, [name]: undefined },
    });
  return provokeErrors(t, "crm.status.add", {
    "The field ENTITY_ID is required.": without("ENTITY_ID"),
    "The field STATUS_ID is required.": without("STATUS_ID"),
    "Specified entity type is not supported.": portal("validation", () => add({ ...fields, ENTITY_ID: "NOTHING" })),
    "Parameter 'fields' must be array.": mistake(() => crm.crmStatusAdd({ fields: "x" }), "params.fields", wire, {
      fields: "x",
    }),
    "Access denied.": portal("permission", () => add(fields, its.clerk)),
    "NAME is missing, or a deal's stage would come after the final one. The text is in the portal's language.": portal(
      "validation",
      () => add({ ...fields, NAME: " " }),
      /name/,
    ),
    ERROR_CORE: portal("validation", () => add({ ENTITY_ID: "SOURCE", STATUS_ID: "CALL" }), /CALL/),
  });
});

test("crm.status.update changes name, position and colour, and nothing else", async () => {
  const id = await add({ ENTITY_ID: "STATUS", STATUS_ID: "UC_BEFORE", COLOR: "#000000" });
  const fields = { NAME: " After ", SORT: 36, COLOR: "FFFFFF", STATUS_ID: "UC_AFTER", SEMANTICS: "F" };
  assert.equal(shaped("crm.status.update", await crm.crmStatusUpdate({ id, fields })), true);
  const { NAME, SORT, COLOR, STATUS_ID, SEMANTICS } = await crm.crmStatusGet({ id });
  assert.deepEqual([NAME, SORT, COLOR, STATUS_ID, SEMANTICS], ["After", 36, "#FFFFFF", "UC_BEFORE", "P"]);
  await crm.crmStatusUpdate({ id, fields: { NAME: "" } });
  assert.equal((await crm.crmStatusGet({ id })).NAME, "After", "an empty name changes nothing");
});

test("crm.status.update keeps what an entry of the portal was called first", async () => {
  const [stage] = await crm.crmStatusList({ filter: { ENTITY_ID: "STATUS", STATUS_ID: "NEW" } });
  await crm.crmStatusUpdate({ id: stage.ID, fields: { NAME: "Seen to" } });
  const { NAME, NAME_INIT } = await crm.crmStatusGet({ id: stage.ID });
  assert.deepEqual([NAME, NAME_INIT], ["Seen to", stage.NAME]);
});

test("crm.status.update fails as documented", (t) => {
  const fields = { NAME: "x" };
  return provokeErrors(t, "crm.status.update", {
    "ID is not defined or invalid.": portal("validation", () => crm.crmStatusUpdate({ id: 0, fields })),
    "Status is not found.": portal("notFound", () => crm.crmStatusUpdate({ id: MISSING, fields })),
    "Parameter 'fields' must be array.": mistake(
      () => crm.crmStatusUpdate({ id: 1, fields: "x" }),
      "params.fields",
      wire,
      { id: 1, fields: "x" },
    ),
    "Access denied.": portal("permission", () => crm.crmStatusUpdate({ id: 1, fields }, its.clerk)),
  });
});

test("crm.status.get fails as documented", (t) =>
  provokeErrors(t, "crm.status.get", {
    "ID is not defined or invalid.": portal("validation", () => crm.crmStatusGet({ id: 0 })),
    "CRM Status is not found.": portal("notFound", () => crm.crmStatusGet({ id: MISSING })),
    "Access denied.": portal("permission", () => crm.crmStatusGet({ id: 1 }, its.outsider)),
  }));

test("crm.status.list gives the portal's own stages of leads in their order", async () => {
  const filter = { ENTITY_ID: "STATUS", SYSTEM: true };
  const stages = shaped("crm.status.list", await crm.crmStatusList({ filter, order: { SORT: "DESC" } }));
  assert.deepEqual(
    stages.map((stage) => [stage.STATUS_ID, stage.SORT, stage.EXTRA.SEMANTICS]),
    [
      ["JUNK", 50, "failure"],
      ["CONVERTED", 40, "success"],
      ["NEW", 10, "process"],
    ],
  );
});

test("crm.status.list gives all entries at once, more than a page of other lists", async () => {
  for (let n = 0; n < 20; n += 1) await add({ ENTITY_ID: "HONORIFIC", STATUS_ID: `H${n}` });
  const counted = await Promise.all(
    (await crm.crmStatusEntityTypes()).map(({ ID }) => crm.crmStatusEntityItems({ entityId: ID })),
  );
  const entries = shaped("crm.status.list", await crm.crmStatusList());
  assert.equal(entries.length, counted.flat().length);
  assert.ok(entries.length > 50);
  const sorts = entries.map((entry) => entry.SORT);
  assert.deepEqual(
    sorts,
    sorts.toSorted((a, b) => a - b),
  );
});

const CONDITIONS = [
  ["words of the name", { NAME: "find SURELY" }, 1],
  ["a position", { ENTITY_ID: "SOURCE", SORT: 777 }, 1],
  ["an empty value, which asks for nothing", { STATUS_ID: "FOUND", ENTITY_ID: "" }, 1],
  ["a field that nobody filters by", { STATUS_ID: "FOUND", COLOR: "#123456" }, 1],
  ["an operator, of which there are none", { STATUS_ID: "FOUND", "!STATUS_ID": "FOUND" }, 1],
  ["another directory", { STATUS_ID: "FOUND", ENTITY_ID: "STATUS" }, 0],
  ["a meaning it does not have", { STATUS_ID: "FOUND", SEMANTICS: "S" }, 0],
];

test("crm.status.list finds by equality, and names by their words", async (t) => {
  await add({ ENTITY_ID: "SOURCE", STATUS_ID: "FOUND", NAME: "Surely to find", SORT: 777 });
  for (const [what, filter, expected] of CONDITIONS) {
    await t.test(what, async () => {
      const found = shaped("crm.status.list", await crm.crmStatusList({ filter }));
      assert.deepEqual(
        found.map((entry) => entry.STATUS_ID),
        Array(expected).fill("FOUND"),
      );
    });
  }
});

test("crm.status.list fails as documented", (t) =>
  provokeErrors(t, "crm.status.list", {
    "Access denied.": portal("permission", () => crm.crmStatusList({}, its.outsider)),
    "Parameter 'order' must be array.": mistake(() => crm.crmStatusList({ order: "x" }), "params.order", wire, {
      order: "x",
    }),
    "Parameter 'filter' must be array.": mistake(() => crm.crmStatusList({ filter: "x" }), "params.filter", wire, {
      filter: "x",
    }),
    "must be a string": mistake(
      () => crm.crmStatusList({ filter: { ENTITY_ID: ["STATUS"] } }),
      "params.filter.ENTITY_ID",
      wire,
      { filter: { ENTITY_ID: ["STATUS"] } },
    ),
  }));

test("crm.status.delete deletes an entry, and the portal's own when forced", async () => {
  const id = await add({ ENTITY_ID: "SOURCE", STATUS_ID: "GONE" });
  assert.equal(shaped("crm.status.delete", await crm.crmStatusDelete({ id })), true);
  const filter = { ENTITY_ID: "INDUSTRY", SYSTEM: true };
  const [own] = await crm.crmStatusList({ filter });
  assert.equal(await crm.crmStatusDelete({ id: own.ID, params: { FORCED: true } }), true);
  assert.deepEqual(await crm.crmStatusList({ filter }), []);
});

test("crm.status.delete fails as documented", (t) => {
  const remove = (id, options) => crm.crmStatusDelete({ id }, options);
  return provokeErrors(t, "crm.status.delete", {
    "ID is not defined or invalid.": portal("validation", () => remove(0)),
    "Status is not found.": portal("notFound", () => remove(MISSING)),
    'CRM System Status can be deleted only if parameter FORCED is specified and equal to "Y".': portal(
      "validation",
      async () => remove((await crm.crmStatusList({ filter: { ENTITY_ID: "STATUS", STATUS_ID: "NEW" } }))[0].ID),
    ),
    "There are active items in this status.": portal("validation", async () => {
      const id = await add({ ENTITY_ID: "STATUS", STATUS_ID: "UC_TAKEN" });
      await crm.crmLeadAdd({ fields: { STATUS_ID: "UC_TAKEN" } });
      return remove(id);
    }),
    "Access denied.": portal("permission", () => remove(1, its.clerk)),
  });
});

test("crm.status.fields describes an entry", async () => {
  const fields = shaped("crm.status.fields", await crm.crmStatusFields());
  const { isReadOnly, isImmutable, isRequired } = fields.STATUS_ID;
  assert.deepEqual({ isReadOnly, isImmutable, isRequired }, { isReadOnly: false, isImmutable: true, isRequired: true });
  assert.deepEqual([fields.ID.isReadOnly, fields.SYSTEM.isReadOnly, fields.NAME.isRequired], [true, true, true]);
});

test("crm.status.entity.types names the directories, and where the way of leads begins and ends", async () => {
  const directories = shaped("crm.status.entity.types", await crm.crmStatusEntityTypes());
  const ids = directories.map((directory) => directory.ID);
  const expected = ["COMPANY_TYPE", "CONTACT_TYPE", "EMPLOYEES", "HONORIFIC", "INDUSTRY", "SOURCE", "STATUS"];
  assert.deepEqual(ids.toSorted(), expected);
  const { ENTITY_TYPE_ID, SEMANTIC_INFO } = directories.find((directory) => directory.ID === "STATUS");
  assert.deepEqual(
    [ENTITY_TYPE_ID, SEMANTIC_INFO.START_FIELD, SEMANTIC_INFO.FINAL_SUCCESS_FIELD],
    [1, "NEW", "CONVERTED"],
  );
});

test("crm.status.entity.items gives a directory's entries in their order, in whatever case it is asked for", async () => {
  const items = shaped("crm.status.entity.items", await crm.crmStatusEntityItems({ entityId: "EMPLOYEES" }));
  assert.deepEqual(
    items.map(({ STATUS_ID, SORT }) => [STATUS_ID, SORT]),
    [
      ["EMPLOYEES_1", 10],
      ["EMPLOYEES_2", 20],
      ["EMPLOYEES_3", 30],
      ["EMPLOYEES_4", 40],
    ],
  );
  assert.deepEqual(await crm.crmStatusEntityItems({ entityId: "employees" }), items);
  assert.deepEqual(shaped("crm.status.entity.items", await crm.crmStatusEntityItems({ entityId: "NOTHING" })), []);
});

test("crm.status.entity.items fails as documented", (t) =>
  provokeErrors(t, "crm.status.entity.items", {
    "The parameter entityId is not defined or invalid.": mistake(
      () => crm.crmStatusEntityItems({}),
      "params.entityId",
      wire,
      {},
    ),
    "Access denied.": portal("permission", () => crm.crmStatusEntityItems({ entityId: "STATUS" }, its.outsider)),
  }));
