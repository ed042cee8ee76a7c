// crm.contact.* through the built package, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, portal } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";
import { recordErrorTests } from "./records.mjs";

// The smallest picture there is: a transparent pixel.
const PIXEL = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const its = session();

test("crm.contact.add creates a contact and crm.contact.get reads it back typed", async () => {
  const fields = {
    NAME: "Zoë",
    LAST_NAME: "O'Hara",
    TYPE_ID: "SUPPLIER",
    BIRTHDATE: new Date(2001, 10, 11),
    OPENED: false,
    EXPORT: true,
    COMPANY_IDS: [2, "1"],
    PHONE: [{ VALUE: "+7 900", VALUE_TYPE: "MOBILE" }],
    IM: [{ VALUE: "@zoe", VALUE_TYPE: "TELEGRAM" }],
  };
  const id = shaped("crm.contact.add", await crm.crmContactAdd({ fields }));
  const contact = shaped("crm.contact.get", await crm.crmContactGet({ id }));
  const { NAME, LAST_NAME, TYPE_ID, BIRTHDATE, OPENED, EXPORT, COMPANY_ID, HAS_PHONE, HAS_EMAIL } = contact;
  assert.deepEqual([NAME, LAST_NAME, TYPE_ID, BIRTHDATE], ["Zoë", "O'Hara", "SUPPLIER", "2001-11-11"]);
  assert.deepEqual([OPENED, EXPORT, COMPANY_ID, HAS_PHONE, HAS_EMAIL], [false, true, 2, true, false]);
  assert.deepEqual(
    contact.IM.map(({ VALUE, VALUE_TYPE }) => [VALUE, VALUE_TYPE]),
    [["@zoe", "TELEGRAM"]],
  );
  assert.equal(contact.COMPANY_IDS, undefined, "COMPANY_IDS never comes back");
});

test("crm.contact.add takes a picture as a Blob and crm.contact.get says where it is", async () => {
  const PHOTO = new File([Buffer.from(PIXEL, "base64")], "pixel.gif", { type: "image/gif" });
  const id = await crm.crmContactAdd({ fields: { NAME: "Pixel", PHOTO } });
  const { PHOTO: photo } = shaped("crm.contact.get", await crm.crmContactGet({ id }));
  assert.ok(photo.id > 0);
  const image = await fetch(new URL(photo.downloadUrl, its.sandbox.origin));
  assert.equal(Buffer.from(await image.arrayBuffer()).toString("base64"), PIXEL);
});

test("crm.contact.add with IMPORT sets when the contact was created", async () => {
  // The portal keeps whole seconds.
  const DATE_CREATE = new Date(Math.floor(Date.now() / 1000 + 86_400) * 1000);
  const id = await crm.crmContactAdd({ fields: { NAME: "Imported", DATE_CREATE }, params: { IMPORT: true } });
  const contact = await crm.crmContactGet({ id });
  assert.equal(Date.parse(contact.DATE_CREATE), DATE_CREATE.getTime());
});

test("crm.contact.update changes what is sent and nothing else", async () => {
  const id = await crm.crmContactAdd({
    fields: { NAME: "Before", LAST_NAME: "Stays", EMAIL: [{ VALUE: "a@b.example" }] },
  });
  const { EMAIL } = await crm.crmContactGet({ id });
  const changes = { NAME: "After", EMAIL: [{ ID: EMAIL[0].ID, VALUE: "c@d.example", VALUE_TYPE: "HOME" }] };
  assert.equal(shaped("crm.contact.update", await crm.crmContactUpdate({ id, fields: changes })), true);
  const contact = await crm.crmContactGet({ id });
  assert.deepEqual([contact.NAME, contact.LAST_NAME], ["After", "Stays"]);
  assert.deepEqual(
    contact.EMAIL.map(({ VALUE, VALUE_TYPE }) => [VALUE, VALUE_TYPE]),
    [["c@d.example", "HOME"]],
  );
});

test("crm.contact.list finds by name and by the start of a phone, with the fields asked for", async () => {
  const LAST_NAME = "contact.test: listed";
  await crm.crmContactAdd({ fields: { NAME: "Ann", LAST_NAME, PHONE: [{ VALUE: "+1555001" }] } });
  await crm.crmContactAdd({ fields: { NAME: "Bob", LAST_NAME } });
  const select = ["NAME", "PHONE"];
  const order = { NAME: "DESC" };
  const both = shaped("crm.contact.list", await crm.crmContactList({ filter: { LAST_NAME }, select, order }));
  assert.deepEqual([both.items.map((contact) => contact.NAME), both.total], [["Bob", "Ann"], 2]);
  assert.equal(both.items[0].PHONE, undefined);
  assert.equal(both.items[1].PHONE[0].VALUE, "+1555001");
  const one = await crm.crmContactList({ filter: { LAST_NAME, PHONE: "+1555" } });
  assert.deepEqual([one.total, one.items[0].NAME], [1, "Ann"]);
  const uncounted = shaped("crm.contact.list", await crm.crmContactList({ filter: { LAST_NAME }, start: -1 }));
  assert.deepEqual([uncounted.items.length, uncounted.next], [2, undefined]);
});

test("crm.contact.delete deletes once", async () => {
  const id = await crm.crmContactAdd({ fields: { NAME: "Gone" } });
  assert.equal(shaped("crm.contact.delete", await crm.crmContactDelete({ id })), true);
  assert.equal((await crm.crmContactList({ filter: { ID: id } })).total, 0);
});

test("crm.contact.fields describes every declared field", async () => {
  const fields = shaped("crm.contact.fields", await crm.crmContactFields());
  assert.equal(fields.PHOTO.type, "file");
  assert.equal(fields.TYPE_ID.statusType, "CONTACT_TYPE");
  assert.equal(fields.LEAD_ID.isReadOnly, true);
});

const NO_QUOTA = {
  "The portal's disk space is used up. The text says so in its language.": beyond("the sandbox's disk has no quota"),
};
recordErrorTests({
  its,
  noun: "Contact",
  change: { NAME: "x" },
  least: { fields: {} },
  wrong: 1,
  functions: {
    add: ["crm.contact.add", crm.crmContactAdd],
    update: ["crm.contact.update", crm.crmContactUpdate],
    get: ["crm.contact.get", crm.crmContactGet],
    list: ["crm.contact.list", crm.crmContactList],
    remove: ["crm.contact.delete", crm.crmContactDelete],
  },
  more: {
    add: NO_QUOTA,
    update: {
      ...NO_QUOTA,
      ERROR_CORE: portal(
        "validation",
        async () => {
          const id = await crm.crmContactAdd({ fields: { NAME: "Named" } });
          return crm.crmContactUpdate({ id, fields: { NAME: "", LAST_NAME: "" } });
        },
        /./,
      ),
    },
  },
});
