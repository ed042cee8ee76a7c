// crm.item.*, leads, contacts and companies by one set of methods, through the built package against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, mistake, portal, provokeErrors, rejects } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const MISSING = 999_999;
const LEAD = 1;
const CONTACT = 3;
const COMPANY = 4;
const NO_GUESTS = beyond("the sandbox's users are all employees");
const its = session({ prepare: addCustomFields });
const wire = (...args) => its.wire(...args);

const add = async (fields, entityTypeId = LEAD) => (await crm.crmItemAdd({ entityTypeId, fields })).item;
const get = async (id, more) => (await crm.crmItemGet({ entityTypeId: LEAD, id, ...more })).item;
const update = async (id, fields, more) => (await crm.crmItemUpdate({ entityTypeId: LEAD, id, fields, ...more })).item;
const listed = async (params) => (await crm.crmItemList({ entityTypeId: LEAD, ...params })).items;

// A record of each kind, and what the classic method calls two of its fields.
const KINDS = [
  {
    entityTypeId: LEAD,
    classic: { read: crm.crmLeadGet, fields: { TITLE: "title", STATUS_ID: "stageId" } },
    fields: {
      title: 'Call back <b>today</b> & "tomorrow"',
      name: "Zoë",
      stageId: "IN_PROCESS",
      opportunity: 1500.5,
      currencyId: "EUR",
      isManualOpportunity: true,
      opened: false,
      birthdate: "1990-02-03",
      assignedById: 1,
      observers: [2],
      contactIds: [2, 1],
    },
  },
  {
    entityTypeId: CONTACT,
    classic: { read: crm.crmContactGet, fields: { LAST_NAME: "lastName", TYPE_ID: "typeId" } },
    fields: { lastName: "O'Hara", typeId: "SUPPLIER", export: false, categoryId: 0, leadId: 1, companyIds: [2, 1] },
  },
  {
    entityTypeId: COMPANY,
    classic: { read: crm.crmCompanyGet, fields: { TITLE: "title", COMPANY_TYPE: "typeId" } },
    fields: {
      title: "Oak & Sons",
      typeId: "PARTNER",
      industry: "BANKING",
      employees: "EMPLOYEES_2",
      revenue: 12.5,
      isMyCompany: true,
      contactIds: [2, 1],
    },
  },
];

for (const { entityTypeId, classic, fields } of KINDS) {
  test(`crm.item.add and crm.item.get give a record of kind ${entityTypeId}, the one of the classic methods`, async () => {
    const { item } = shaped("crm.item.add", await crm.crmItemAdd({ entityTypeId, fields }));
    for (const [name, sent] of Object.entries(fields)) assert.deepEqual(item[name], sent, name);
    assert.equal(item.entityTypeId, entityTypeId);
    assert.deepEqual(shaped("crm.item.get", await crm.crmItemGet({ entityTypeId, id: item.id })).item, item);
    const record = await classic.read({ id: item.id });
    for (const [name, ours] of Object.entries(classic.fields)) assert.equal(record[name], fields[ours], name);
  });

  test(`crm.item.fields describes the fields of kind ${entityTypeId}`, async () => {
    const { fields: described } = shaped("crm.item.fields", await crm.crmItemFields({ entityTypeId }));
    for (const name of Object.keys(fields)) assert.equal(described[name]?.isReadOnly, false, name);
    assert.deepEqual(
      [described.createdTime.upperName, described.createdTime.isReadOnly, described.id.upperName],
      ["CREATED_TIME", true, "ID"],
    );
    assert.equal(described.fm.isMultiple, true);
  });

  test(`crm.item.delete deletes a record of kind ${entityTypeId} once`, async () => {
    const { id } = await add({}, entityTypeId);
    assert.deepEqual(shaped("crm.item.delete", await crm.crmItemDelete({ entityTypeId, id })), []);
    await rejects(crm.crmItemGet({ entityTypeId, id }), {
      code: "NOT_FOUND",
      kind: "notFound",
      method: "crm.item.get",
    });
  });
}

test("crm.item.get has numbers as numbers on the wire already, and only flags become booleans", async () => {
  const { id } = await add({ opportunity: 7.25, opened: false, contactIds: [1] });
  const { body } = await wire("crm.item.get", { entityTypeId: LEAD, id });
  const sent = body.result.item;
  assert.deepEqual([sent.id, sent.opportunity, sent.opened, sent.contactIds], [id, 7.25, "N", [1]]);
  const item = await get(id);
  assert.deepEqual([item.id, item.opportunity, item.opened, item.contactIds], [id, 7.25, false, [1]]);
  assert.deepEqual(
    [item.companyId, item.birthdate, item.isReturnCustomer, item.createdTime],
    [0, null, true, sent.createdTime],
  );
});

test("crm.item.update changes what is sent and nothing else", async () => {
  const birthdate = new Date(2001, 10, 11);
  const { id } = await add({ title: "Before", name: "Ann", post: "Baker", birthdate, contactIds: [1] });
  const fields = { title: "", name: null, post: "", stageId: "PROCESSED", contactIds: [3, 2], id: 7, nothing: "x" };
  const { item } = shaped("crm.item.update", await crm.crmItemUpdate({ entityTypeId: LEAD, id, fields }));
  assert.deepEqual(
    [item.id, item.title, item.stageId, item.birthdate, item.contactIds, item.nothing],
    [id, "Before", "PROCESSED", "2001-11-11", [3, 2], undefined],
  );
  assert.deepEqual([item.name || null, item.post || null], [null, null], "null and nothing empty a field");
});

test("crm.item.update leaves isMyCompany as it was when the company was added", async () => {
  const { id } = await add({ title: "Ours", isMyCompany: true }, COMPANY);
  const item = await update(id, { isMyCompany: false, revenue: 3 }, { entityTypeId: COMPANY });
  assert.deepEqual([item.isMyCompany, item.revenue], [true, 3]);
});

const entries = ({ fm }) => fm.map(({ typeId, valueType, value }) => [typeId, valueType, value]);

test("crm.item.add takes phones and e-mail addresses as a list", async () => {
  const item = await add({
    fm: [
      { typeId: "PHONE", valueType: "MOBILE", value: "+49 30 1" },
      { typeId: "EMAIL", value: "zoe@example.com" },
    ],
  });
  assert.deepEqual(entries(item), [
    ["PHONE", "MOBILE", "+49 30 1"],
    ["EMAIL", "WORK", "zoe@example.com"],
  ]);
  assert.deepEqual(
    [item.phone, item.phoneMobile, item.phoneWork, item.email, item.hasPhone, item.hasEmail],
    ["+49 30 1", "+49 30 1", "", "zoe@example.com", true, true],
  );
});

test("crm.item.update changes, deletes and adds entries of fm by their keys", async () => {
  const phones = ["1", "2"].map((value) => ({ typeId: "PHONE", value }));
  const { id, fm } = await add({ fm: phones });
  const item = await update(id, {
    fm: {
      [fm[0].id]: { typeId: "PHONE", valueType: "HOME", value: "3" },
      [fm[1].id]: { typeId: "PHONE", value: "" },
      n0: { typeId: "WEB", value: "https://example.com/" },
    },
  });
  assert.deepEqual(entries(item), [
    ["PHONE", "HOME", "3"],
    ["WEB", "WORK", "https://example.com/"],
  ]);
  assert.equal(item.fm[0].id, fm[0].id);
});

// What a custom field is called here, by its name in the classic methods.
const CUSTOM = { UF_CRM_NOTE: "ufCrmNote", UF_CRM_1720019876534: "ufCrm_1720019876534" };

async function addCustomFields() {
  const create = (FIELD_NAME, USER_TYPE_ID) => crm.crmLeadUserfieldAdd({ fields: { FIELD_NAME, USER_TYPE_ID } });
  await create("NOTE", "string");
  await create("1720019876534", "integer");
  await create("PAPER", "file");
}

test("crm.item.* has names of its own for custom fields", async () => {
  const item = await add({ ufCrmNote: "kept", ufCrm_1720019876534: 5 });
  assert.deepEqual([item.ufCrmNote, item.ufCrm_1720019876534, item.UF_CRM_NOTE], ["kept", 5, undefined]);
  const { fields } = await crm.crmItemFields({ entityTypeId: LEAD });
  for (const [classic, ours] of Object.entries(CUSTOM)) assert.equal(fields[ours].upperName, classic);
  const params = { filter: { id: item.id, "=ufCrmNote": "kept" }, select: Object.values(CUSTOM) };
  assert.deepEqual(await listed(params), [{ ufCrmNote: "kept", ufCrm_1720019876534: 5 }]);
});

test("crm.item.* has the classic names of custom fields when asked to", async () => {
  const useOriginalUfNames = true;
  const fields = { UF_CRM_NOTE: "first", ufCrmNote: "dropped" };
  const { item } = await crm.crmItemAdd({ entityTypeId: LEAD, fields, useOriginalUfNames });
  assert.deepEqual([item.UF_CRM_NOTE, item.ufCrmNote], ["first", undefined]);
  const changed = await update(item.id, { UF_CRM_NOTE: "second" }, { useOriginalUfNames });
  assert.equal(changed.UF_CRM_NOTE, "second");
  assert.equal((await get(item.id, { useOriginalUfNames })).UF_CRM_NOTE, "second");
  const described = await crm.crmItemFields({ entityTypeId: LEAD, useOriginalUfNames });
  assert.ok(described.fields.UF_CRM_NOTE);
  const params = { filter: { UF_CRM_NOTE: "second" }, order: { UF_CRM_NOTE: "ASC" }, select: ["id", "UF_CRM_NOTE"] };
  assert.deepEqual(await listed({ ...params, useOriginalUfNames }), [{ id: item.id, UF_CRM_NOTE: "second" }]);
});

test("crm.item.* stores a custom field's file and says where it is", async () => {
  const { id, ufCrmPaper } = await add({ ufCrmPaper: ["note.txt", Buffer.from("paper").toString("base64")] });
  assert.deepEqual(Object.keys(ufCrmPaper).sort(), ["id", "url", "urlMachine"]);
  assert.equal(await (await fetch(ufCrmPaper.urlMachine)).text(), "paper");
  const kept = await update(id, { ufCrmPaper: { id: ufCrmPaper.id } });
  assert.equal(kept.ufCrmPaper.id, ufCrmPaper.id);
  const cleared = await update(id, { ufCrmPaper: { id: MISSING } });
  assert.equal(cleared.ufCrmPaper, null);
});

const missing = (method, name, params) => mistake(() => method(params), `params.${name}`, wire, params);
const common = (method, more) => ({
  ENTITY_TYPE_NOT_SUPPORTED: portal("validation", () => method({ entityTypeId: 5, ...more })),
  NOT_FOUND: portal("notFound", () => method({ entityTypeId: MISSING, ...more }), /./),
  allowed_only_intranet_user: NO_GUESTS,
});
const denied = (method, more) => ({
  ACCESS_DENIED: portal("permission", () => method({ entityTypeId: LEAD, ...more }, its.outsider)),
});
const noStage = (method, more) => ({
  CRM_FIELD_ERROR_VALUE_NOT_VALID: portal("validation", () =>
    method({ entityTypeId: LEAD, ...more, fields: { stageId: "NOTHING" } }),
  ),
});

test("crm.item.add fails as documented", (t) =>
  provokeErrors(t, "crm.item.add", {
    100: missing(crm.crmItemAdd, "fields", { entityTypeId: LEAD }),
    ...common(crm.crmItemAdd, { fields: {} }),
    ...denied(crm.crmItemAdd, { fields: {} }),
    ...noStage(crm.crmItemAdd),
  }));

test("crm.item.update fails as documented", (t) =>
  provokeErrors(t, "crm.item.update", {
    100: missing(crm.crmItemUpdate, "id", { entityTypeId: LEAD, fields: {} }),
    ...common(crm.crmItemUpdate, { id: 1, fields: {} }),
    ...denied(crm.crmItemUpdate, { id: 1, fields: {} }),
    ...noStage(crm.crmItemUpdate, { id: 1 }),
  }));

test("crm.item.get fails as documented", (t) =>
  provokeErrors(t, "crm.item.get", {
    100: missing(crm.crmItemGet, "id", { entityTypeId: LEAD }),
    ...common(crm.crmItemGet, { id: 1 }),
    ...denied(crm.crmItemGet, { id: 1 }),
  }));

test("crm.item.delete fails as documented", (t) =>
  provokeErrors(t, "crm.item.delete", {
    100: missing(crm.crmItemDelete, "id", { entityTypeId: LEAD }),
    ...common(crm.crmItemDelete, { id: 1 }),
    ...denied(crm.crmItemDelete, { id: 1 }),
  }));

test("crm.item.fields fails as documented", (t) =>
  provokeErrors(t, "crm.item.fields", {
    100: missing(crm.crmItemFields, "entityTypeId", {}),
    ...common(crm.crmItemFields),
    ...denied(crm.crmItemFields),
  }));

for (const [name, method, more] of [
  ["crm.item.get", crm.crmItemGet, {}],
  ["crm.item.update", crm.crmItemUpdate, { fields: {} }],
  ["crm.item.delete", crm.crmItemDelete, {}],
]) {
  test(`${name} does not find a record that is not there`, () =>
    rejects(method({ entityTypeId: LEAD, id: MISSING, ...more }), {
      code: "NOT_FOUND",
      kind: "notFound",
      method: name,
    }));
}
