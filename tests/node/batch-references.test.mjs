// What a reference that has no value must never do: reach another record. The portal by itself would take record 1.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { model } from "../support/model.mjs";
import { session } from "../support/session.mjs";
import { watch } from "../support/requests.mjs";

const { batch } = crm;
const its = session();
/** A lead that the portal refuses to create. */
const REFUSED = { fields: { EMAIL: [{ VALUE: "no address", VALUE_TYPE: "WORK" }] } };

const creates = {
  "crm.lead.": (b) => b.crmLeadAdd(REFUSED),
  "crm.contact.": (b) => b.crmContactAdd(REFUSED),
  "crm.company.": (b) => b.crmCompanyAdd(REFUSED),
  "crm.status.": (b) => b.crmStatusAdd({ fields: { ENTITY_ID: "NOWHERE", STATUS_ID: "X", NAME: "x" } }),
};
const family = (name) => Object.keys(creates).find((start) => name.startsWith(start));
const idOf = ({ params }) => params.find(({ name }) => /^id$/i.test(name))?.name;
const methods = model.methods.filter((method) => family(method.name) && idOf(method));
const readers = methods.filter(({ effect }) => effect === "read");

/** What can be read of the records that have the number 1. */
async function firstRecords() {
  const records = {};
  for (const method of readers) {
    const { body } = await its.wire(method.name, { [idOf(method)]: 1 });
    records[method.name] = body.result ?? body.error_description;
  }
  return records;
}

/** Parameters with which a method would do something, beside the id. */
function others({ name, params }) {
  const link = /\.(contact|company)\.(\w+)/.exec(name.slice(family(name).length - 1));
  const target = link && { [`${link[1].toUpperCase()}_ID`]: 2 };
  const known = {
    fields:
      target ??
      (name.includes("userfield") ? { SORT: 7 } : { [/contact|status/.test(name) ? "NAME" : "TITLE"]: "Hit" }),
    items: [target],
    rows: [{ PRODUCT_NAME: "Hit", PRICE: 1 }],
  };
  return Object.fromEntries(params.filter(({ name }) => name in known).map(({ name }) => [name, known[name]]));
}

test("the portal by itself takes a reference to what has failed for record 1", async () => {
  const cmd = { first: "crm.lead.get?id=1", failed: "crm.lead.get?id=999999", hit: "crm.lead.get?id=$result[failed]" };
  const { body } = await its.wire("batch", { cmd });
  assert.equal(body.result.result.hit.ID, "1");
});

for (const halt of [false, true]) {
  test(`no id is that of record 1 when the create it refers to has failed, ${halt ? "with" : "without"} halt`, async () => {
    await crm.crmLeadUserfieldAdd({ fields: { USER_TYPE_ID: "string", FIELD_NAME: `FIRST_${halt}` } });
    const before = await firstRecords();
    for (const method of methods) {
      const watched = watch();
      const outcomes = await batch.settled(
        (b) => {
          b.crmLeadGet({ id: 1 });
          const created = creates[family(method.name)](b);
          return [created, b[method.js]({ ...others(method), [idOf(method)]: created })];
        },
        { halt },
      );
      watched.end();
      const [{ reason: cause }, { status, reason }] = outcomes;
      assert.equal(status, "rejected", method.name);
      assert.match(reason.message, /not run, because crm\w+Add\[1\]/, method.name);
      assert.deepEqual([reason.cause, reason.outcome, reason.method], [cause, "rejected", method.name]);
      const [{ body }] = watched.seen;
      assert.match(body.cmd[2], /\b(id|ID)=0\$result\[1\]/, "the portal was asked for it");
    }
    assert.ok(methods.length > 30, `${methods.length} methods were tried`);
    assert.deepEqual(await firstRecords(), before);
  });
}

test("a reference to another method's result than a number is resolved by the client and never sent", async () => {
  const before = await firstRecords();
  const builds = [
    (b) => b.crmLeadUpdate({ id: b.crmLeadGet({ id: 999_999 }).ID, fields: { TITLE: "Hit" } }),
    (b) => b.crmLeadUpdate({ id: b.crmLeadGet({ id: 1 }).COMPANY_IDS, fields: { TITLE: "Hit" } }),
    (b) => b.crmLeadUpdate({ id: b.crmLeadList({ filter: { ID: 999_999 } }).items[0].ID, fields: { TITLE: "Hit" } }),
    (b) => b.crmLeadUpdate({ id: b.crmLeadFields(), fields: { TITLE: "Hit" } }),
    (b) => b.crmLeadUpdate({ id: b.crmLeadList(), fields: { TITLE: "Hit" } }),
    (b) => b.crmContactDelete({ id: b.crmLeadAdd(REFUSED) }),
    (b) => b.crmLeadProductrowsSet({ id: 1, rows: b.crmLeadDetailsConfigurationGet({}) }),
    (b) => b.call("crm.deal.delete", { ID: b.crmLeadAdd(REFUSED) }),
    (b) => b.call("crm.lead.nothing", { id: b.crmLeadGet({ id: 1 }).NOTHING }),
    (b) => b.crmLeadContactDelete({ id: 1, fields: { CONTACT_ID: b.crmContactAdd(REFUSED) } }),
    (b) => b.crmItemUpdate({ entityTypeId: 1, id: b.crmLeadAdd(REFUSED), fields: { title: "Hit" } }),
  ];
  for (const build of builds) {
    const watched = watch();
    const outcome = await batch.settled(build);
    watched.end();
    assert.equal(outcome.reason?.outcome, "rejected", build);
    assert.match(outcome.reason.message, /crm\w+\[0\]/, build);
    assert.equal(watched.requests.length, 1, `the second command of ${build} is not sent`);
  }
  assert.deepEqual(await firstRecords(), before);
});

test("a number that was created is the id of what follows, in the same request and in later ones", async () => {
  const { item, row, user, status } = await batch((b) => {
    const lead = b.crmLeadAdd({ fields: { TITLE: "Served" } });
    b.crmLeadProductrowsSet({ id: lead, rows: [{ PRODUCT_NAME: "Chair", PRICE: 5, QUANTITY: 2 }] });
    const field = b.crmLeadUserfieldAdd({ fields: { USER_TYPE_ID: "string", FIELD_NAME: "SERVED" } });
    const entry = b.crmStatusAdd({ fields: { ENTITY_ID: "SOURCE", STATUS_ID: "SERVED", NAME: "Served", SORT: 900 } });
    return {
      item: b.crmItemGet({ entityTypeId: 1, id: lead }).item.title,
      row: b.crmLeadProductrowsGet({ id: lead })[0].PRODUCT_NAME,
      user: b.crmLeadUserfieldGet({ id: field }).FIELD_NAME,
      status: b.crmStatusGet({ id: entry }).STATUS_ID,
    };
  });
  assert.deepEqual([item, row, user, status], ["Served", "Chair", "UF_CRM_SERVED", "SERVED"]);
});
