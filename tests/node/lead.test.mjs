// crm.lead.* through the built package, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";
import { recordErrorTests } from "./records.mjs";

const its = session();

test("crm.lead.add creates a lead with every kind of field, and crm.lead.get reads it back typed", async () => {
  const fields = {
    TITLE: 'Call back <b>today</b> & "tomorrow"',
    NAME: "Zoë",
    STATUS_ID: "NEW",
    OPPORTUNITY: 1500.5,
    CURRENCY_ID: "EUR",
    OPENED: false,
    IS_MANUAL_OPPORTUNITY: true,
    BIRTHDATE: "1990-02-03",
    ASSIGNED_BY_ID: "1",
    PHONE: [{ VALUE: "+49 30 1234", VALUE_TYPE: "WORK" }],
    EMAIL: [{ VALUE: "zoe@example.com" }],
  };
  const id = shaped("crm.lead.add", await crm.crmLeadAdd({ fields, params: { REGISTER_SONET_EVENT: false } }));
  const lead = shaped("crm.lead.get", await crm.crmLeadGet({ id }));
  assert.equal(lead.ID, id);
  const { TITLE, NAME, STATUS_ID, OPPORTUNITY, CURRENCY_ID, OPENED, IS_MANUAL_OPPORTUNITY, BIRTHDATE } = lead;
  assert.deepEqual(
    { TITLE, NAME, STATUS_ID, OPPORTUNITY, CURRENCY_ID, OPENED, IS_MANUAL_OPPORTUNITY, BIRTHDATE },
    { ...Object.fromEntries(Object.entries(fields).slice(0, 8)) },
  );
  assert.equal(lead.ASSIGNED_BY_ID, 1);
  assert.equal(lead.IS_RETURN_CUSTOMER, false);
  assert.deepEqual([lead.HAS_PHONE, lead.HAS_EMAIL, lead.HAS_IMOL], [true, true, false]);
  assert.deepEqual(
    lead.PHONE.map(({ VALUE, VALUE_TYPE }) => [VALUE, VALUE_TYPE]),
    [["+49 30 1234", "WORK"]],
  );
  assert.deepEqual(
    lead.EMAIL.map(({ VALUE, VALUE_TYPE }) => [VALUE, VALUE_TYPE]),
    [["zoe@example.com", "WORK"]],
  );
});

test("crm.lead.add without fields makes up a title", async () => {
  const id = await crm.crmLeadAdd();
  const lead = await crm.crmLeadGet({ id });
  assert.equal(lead.TITLE, `Lead #${id}`);
  assert.equal(lead.BIRTHDATE, null);
});

test("crm.lead.update changes what is sent and nothing else", async () => {
  const id = await crm.crmLeadAdd({
    fields: { TITLE: "Before", NAME: "Ann", PHONE: [{ VALUE: "1" }, { VALUE: "2" }] },
  });
  const { PHONE } = await crm.crmLeadGet({ id });
  const changes = { TITLE: "After", NAME: null, PHONE: [{ ID: PHONE[0].ID, DELETE: true }, { VALUE: "3" }] };
  assert.equal(shaped("crm.lead.update", await crm.crmLeadUpdate({ id, fields: changes })), true);
  const lead = await crm.crmLeadGet({ id });
  assert.equal(lead.TITLE, "After");
  assert.ok(!lead.NAME, "null clears a field");
  assert.deepEqual(
    lead.PHONE.map((phone) => phone.VALUE),
    ["2", "3"],
  );
});

test("crm.lead.list pages, filters, sorts and selects", async () => {
  const mark = "lead.test: listed";
  for (let n = 0; n < 52; n += 1) await crm.crmLeadAdd({ fields: { TITLE: mark, OPPORTUNITY: n } });
  const query = { filter: { TITLE: mark, ">=OPPORTUNITY": 1 }, order: { ID: "DESC" }, select: ["ID", "OPPORTUNITY"] };
  const first = shaped("crm.lead.list", await crm.crmLeadList(query));
  assert.deepEqual([first.items.length, first.total, first.next], [50, 51, 50]);
  assert.deepEqual(Object.keys(first.items[0]).sort(), ["ID", "OPPORTUNITY"]);
  assert.deepEqual([first.items[0].OPPORTUNITY, first.items[49].OPPORTUNITY], [51, 2]);
  const second = shaped("crm.lead.list", await crm.crmLeadList({ ...query, start: first.next }));
  assert.deepEqual([second.items.map((lead) => lead.OPPORTUNITY), second.next], [[1], undefined]);
  const none = shaped("crm.lead.list", await crm.crmLeadList({ filter: { TITLE: `${mark}: not this one` } }));
  assert.deepEqual(none, { items: [], total: 0 });
});

test("crm.lead.list takes dates and lists as conditions", async () => {
  const id = await crm.crmLeadAdd({ fields: { TITLE: "lead.test: conditions", STATUS_ID: "IN_PROCESS" } });
  const found = async (filter) => (await crm.crmLeadList({ filter: { ...filter, ID: id }, select: ["ID"] })).total;
  assert.equal(await found({ ">=DATE_CREATE": new Date(Date.now() - 3_600_000) }), 1);
  assert.equal(await found({ "<DATE_CREATE": new Date(0) }), 0);
  assert.equal(await found({ "@STATUS_ID": ["NEW", "IN_PROCESS"] }), 1);
  assert.equal(await found({ "!STATUS_ID": "IN_PROCESS" }), 0);
  assert.equal(await found({ "%TITLE": "condit" }), 1);
});

test("crm.lead.delete deletes once", async () => {
  const id = await crm.crmLeadAdd();
  assert.equal(shaped("crm.lead.delete", await crm.crmLeadDelete({ id })), true);
  assert.equal((await crm.crmLeadList({ filter: { ID: id } })).total, 0);
});

test("crm.lead.fields describes every declared field", async () => {
  const fields = shaped("crm.lead.fields", await crm.crmLeadFields());
  assert.equal(fields.ID.isReadOnly, true);
  assert.equal(fields.STATUS_ID.statusType, "STATUS");
  assert.equal(fields.PHONE.isMultiple, true);
  assert.equal(fields.CONTACT_ID.isDeprecated, true);
});

recordErrorTests({
  its,
  noun: "Lead",
  change: { TITLE: "x" },
  wrong: "x",
  functions: {
    add: ["crm.lead.add", crm.crmLeadAdd],
    update: ["crm.lead.update", crm.crmLeadUpdate],
    get: ["crm.lead.get", crm.crmLeadGet],
    list: ["crm.lead.list", crm.crmLeadList],
    remove: ["crm.lead.delete", crm.crmLeadDelete],
  },
});
