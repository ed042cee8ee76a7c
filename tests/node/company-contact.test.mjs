// crm.company.contact.*, a company's contacts, through the built package against the sandbox. They are the links of
// crm.contact.company seen from the other side: the primary mark says which company is a contact's main one.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";
import { linkErrorTests, linkFieldsTest } from "./links.mjs";

const MISSING = 999_999;
const its = session();
const functions = {
  add: ["crm.company.contact.add", crm.crmCompanyContactAdd],
  remove: ["crm.company.contact.delete", crm.crmCompanyContactDelete],
  getItems: ["crm.company.contact.items.get", crm.crmCompanyContactItemsGet],
  setItems: ["crm.company.contact.items.set", crm.crmCompanyContactItemsSet],
  removeItems: ["crm.company.contact.items.delete", crm.crmCompanyContactItemsDelete],
  fields: ["crm.company.contact.fields", crm.crmCompanyContactFields],
};
const { add, remove, getItems, setItems, removeItems } = functions;

const call = async ([name, method], params) => shaped(name, await method(params));
const link = (id, CONTACT_ID, more) => call(add, { id, fields: { CONTACT_ID, ...more } });
const links = (id) => call(getItems, { id });
const item = (CONTACT_ID, SORT, IS_PRIMARY) => ({ CONTACT_ID, SORT, ROLE_ID: 0, IS_PRIMARY });
const newCompany = () => crm.crmCompanyAdd({ fields: { TITLE: "company-contact.test" } });
const newContact = () => crm.crmContactAdd({ fields: { NAME: "company-contact.test" } });
const mainCompany = async (id) => (await crm.crmContactGet({ id })).COMPANY_ID || null;

test("crm.company.contact.add makes the company each contact's main one, and positions count by ten", async () => {
  const [company, ann, bob] = [await newCompany(), await newContact(), await newContact()];
  assert.equal(await link(company, ann), true);
  assert.equal(await link(company, bob, { IS_PRIMARY: false }), true);
  assert.deepEqual(await links(company), [item(ann, 10, true), item(bob, 20, true)]);
  assert.deepEqual([await mainCompany(ann), await mainCompany(bob)], [company, company]);
});

test("crm.company.contact.add takes the contact from its main company before, which keeps the link", async () => {
  const [before, after, ann] = [await newCompany(), await newCompany(), await newContact()];
  await link(before, ann);
  await link(after, ann, { SORT: 5 });
  assert.deepEqual(await links(before), [item(ann, 10, false)]);
  assert.deepEqual(await links(after), [item(ann, 5, true)]);
  assert.equal(await mainCompany(ann), after);
});

test("crm.company.contact.add answers false for what is linked already, and changes nothing", async () => {
  const [company, ann] = [await newCompany(), await newContact()];
  await link(company, ann);
  assert.equal(await link(company, ann, { SORT: 500 }), false);
  assert.deepEqual(await links(company), [item(ann, 10, true)]);
});

test("crm.company.contact.delete gives the contact its company with the lowest number, and no other mark", async () => {
  const [one, two, ann, bob] = [await newCompany(), await newCompany(), await newContact(), await newContact()];
  await link(one, ann);
  await link(two, ann);
  await link(two, bob);
  assert.equal(await call(remove, { id: two, fields: { CONTACT_ID: ann } }), true);
  assert.equal(await mainCompany(ann), one);
  assert.deepEqual(await links(one), [item(ann, 10, false)]);
  assert.deepEqual(await links(two), [item(bob, 20, true)]);
  assert.equal(await call(remove, { id: two, fields: { CONTACT_ID: ann } }), false);
});

test("crm.company.contact.items.get reads what crm.contact.company.add wrote, with the contact's own mark", async () => {
  const [one, two, ann] = [await newCompany(), await newCompany(), await newContact()];
  await crm.crmContactCompanyAdd({ id: ann, fields: { COMPANY_ID: one } });
  await crm.crmContactCompanyAdd({ id: ann, fields: { COMPANY_ID: two } });
  assert.deepEqual(await links(one), [item(ann, 10, true)]);
  assert.deepEqual(await links(two), [item(ann, 20, false)]);
});

test("crm.company.contact.items.get gives an administrator no links for a company that does not exist", async () => {
  assert.deepEqual(await links(MISSING), []);
});

test("crm.company.contact.items.set replaces the links, and an empty list clears them", async () => {
  const [company, ann, bob, eve] = [await newCompany(), await newContact(), await newContact(), await newContact()];
  await link(company, ann);
  const items = [{ CONTACT_ID: eve, SORT: 30 }, { CONTACT_ID: bob }];
  assert.equal(await call(setItems, { id: company, items }), true);
  assert.deepEqual(await links(company), [item(bob, 20, true), item(eve, 30, true)]);
  assert.deepEqual([await mainCompany(ann), await mainCompany(bob)], [null, company]);
  await call(setItems, { id: company, items: [] });
  assert.deepEqual(await links(company), []);
});

test("crm.company.contact.items.set leaves the main company of a contact whose link stays as it was", async () => {
  const [one, two, eve, ann] = [await newCompany(), await newCompany(), await newContact(), await newContact()];
  await link(one, eve);
  await link(one, ann);
  await link(two, ann);
  await call(setItems, { id: one, items: [{ CONTACT_ID: eve }, { CONTACT_ID: ann }] });
  assert.equal(await mainCompany(ann), two);
  await call(setItems, { id: one, items: [{ CONTACT_ID: eve }, { CONTACT_ID: ann, SORT: 30 }] });
  assert.equal(await mainCompany(ann), one, "moved, it counts as linked anew");
});

test("crm.company.contact.items.delete unlinks all, also when there is nothing to unlink", async () => {
  const [company, ann, bob] = [await newCompany(), await newContact(), await newContact()];
  await link(company, ann);
  await link(company, bob);
  assert.equal(await call(removeItems, { id: company }), true);
  assert.deepEqual(await links(company), []);
  assert.deepEqual([await mainCompany(ann), await mainCompany(bob)], [null, null]);
  assert.equal(await call(removeItems, { id: company }), true);
});

linkErrorTests({ its, key: "CONTACT_ID", functions });
linkFieldsTest({ key: "CONTACT_ID", functions });
