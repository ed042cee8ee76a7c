// crm.userfield.*, what custom fields are made of, through the built package against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const its = session();

test("crm.userfield.fields describes the parts of a custom field, which crm.lead.userfield.get reads", async () => {
  const parts = shaped("crm.userfield.fields", await crm.crmUserfieldFields());
  assert.deepEqual(parts.FIELD_NAME, { type: "string", title: "Code", isImmutable: true });
  assert.equal(parts.ID.isReadOnly, true);
  assert.equal(parts.LIST.isMultiple, true);
  const id = await crm.crmLeadUserfieldAdd({ fields: { USER_TYPE_ID: "string", FIELD_NAME: "PARTS" } });
  const unknown = Object.keys(await crm.crmLeadUserfieldGet({ id })).filter((name) => !(name in parts));
  assert.deepEqual(unknown, []);
});

test("crm.userfield.enumeration.fields describes the parts of a choice", async () => {
  const parts = shaped("crm.userfield.enumeration.fields", await crm.crmUserfieldEnumerationFields());
  assert.deepEqual(Object.keys(parts), ["ID", "SORT", "VALUE", "DEF", "DEL"]);
  assert.deepEqual(parts.ID, { type: "int", title: "ID", isReadOnly: true });
});

test("crm.userfield.types names types a field can be added with, an application's own among them", async () => {
  const types = shaped("crm.userfield.types", await crm.crmUserfieldTypes());
  assert.equal(types.length, 16);
  for (const { ID } of types) {
    const fields = { USER_TYPE_ID: ID, FIELD_NAME: `OF_${ID.toUpperCase()}` };
    assert.ok((await crm.crmContactUserfieldAdd({ fields })) > 0, ID);
  }
  await crm.userfieldtypeAdd({ USER_TYPE_ID: "shade", HANDLER: "http://127.0.0.1:9/", TITLE: "Shade" }, its.app);
  const own = shaped("crm.userfield.types", await crm.crmUserfieldTypes({}, its.app));
  assert.deepEqual(
    own.slice(16).map(({ title }) => title),
    ["Shade"],
  );
});
