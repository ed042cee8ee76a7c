// crm.lead.contact.*, the links that make a repeat lead, through the built package against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { linkTests } from "./links.mjs";

let contacts;
const its = session({
  async prepare() {
    const add = (NAME) => crm.crmContactAdd({ fields: { NAME } });
    contacts = [await add("Ann"), await add("Bob")];
  },
});

const newLead = () => crm.crmLeadAdd({ fields: { TITLE: "lead-contact.test" } });
const isRepeat = async (id) => (await crm.crmLeadGet({ id })).IS_RETURN_CUSTOMER;

test("a lead is a repeat lead as long as a contact is linked to it", async () => {
  const id = await newLead();
  const [ann, bob] = contacts;
  assert.equal(await isRepeat(id), false);
  await crm.crmLeadContactAdd({ id, fields: { CONTACT_ID: ann } });
  assert.equal(await isRepeat(id), true);
  await crm.crmLeadContactAdd({ id, fields: { CONTACT_ID: bob } });
  await crm.crmLeadContactDelete({ id, fields: { CONTACT_ID: ann } });
  assert.equal(await isRepeat(id), true);
  await crm.crmLeadContactDelete({ id, fields: { CONTACT_ID: bob } });
  assert.equal(await isRepeat(id), false);
});

linkTests({
  its,
  key: "CONTACT_ID",
  targets: () => contacts,
  newOwner: newLead,
  getOwner: (id) => crm.crmLeadGet({ id }),
  functions: {
    add: ["crm.lead.contact.add", crm.crmLeadContactAdd],
    remove: ["crm.lead.contact.delete", crm.crmLeadContactDelete],
    getItems: ["crm.lead.contact.items.get", crm.crmLeadContactItemsGet],
    setItems: ["crm.lead.contact.items.set", crm.crmLeadContactItemsSet],
    removeItems: ["crm.lead.contact.items.delete", crm.crmLeadContactItemsDelete],
    fields: ["crm.lead.contact.fields", crm.crmLeadContactFields],
  },
});
