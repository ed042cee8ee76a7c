// crm.company.* through the built package, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, portal } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";
import { recordErrorTests } from "./records.mjs";

// The smallest picture there is: a transparent pixel.
const PIXEL = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const DAY = 86_400_000;
const its = session();
const newCompany = (fields) => crm.crmCompanyAdd({ fields });
// The portal keeps whole seconds.
const wholeSeconds = (time) => new Date(Math.floor(time / 1000) * 1000);

test("crm.company.add creates a company and crm.company.get reads it back typed", async () => {
  const fields = {
    TITLE: "Zoë & Söhne",
    COMPANY_TYPE: "SUPPLIER",
    INDUSTRY: "BANKING",
    EMPLOYEES: "EMPLOYEES_2",
    REVENUE: 1250.5,
    CURRENCY_ID: "USD",
    OPENED: false,
    IS_MY_COMPANY: true,
    PHONE: [{ VALUE: "+7 900", VALUE_TYPE: "WORK" }],
    WEB: [{ VALUE: "zoe.example", VALUE_TYPE: "OTHER" }],
  };
  const id = shaped("crm.company.add", await crm.crmCompanyAdd({ fields }));
  const company = shaped("crm.company.get", await crm.crmCompanyGet({ id }));
  const { PHONE, WEB, ...scalars } = fields;
  for (const [name, sent] of Object.entries(scalars)) assert.equal(company[name], sent, name);
  assert.deepEqual([company.ID, company.HAS_PHONE, company.HAS_EMAIL], [id, true, false]);
  const entries = (list) => list.map(({ VALUE, VALUE_TYPE }) => ({ VALUE, VALUE_TYPE }));
  assert.deepEqual([entries(company.PHONE), entries(company.WEB)], [PHONE, WEB]);
});

test("crm.company.add makes up a name and takes each directory's first entry when nothing is sent", async () => {
  const id = shaped("crm.company.add", await crm.crmCompanyAdd());
  const company = shaped("crm.company.get", await crm.crmCompanyGet({ id }));
  const { TITLE, COMPANY_TYPE, INDUSTRY, EMPLOYEES, OPENED, IS_MY_COMPANY } = company;
  assert.deepEqual([TITLE, COMPANY_TYPE, INDUSTRY, EMPLOYEES], [`Company #${id}`, "CUSTOMER", "IT", "EMPLOYEES_1"]);
  assert.deepEqual([OPENED, IS_MY_COMPANY], [true, false]);
});

test("crm.company.add and crm.company.update link the contacts of CONTACT_ID, which never comes back", async () => {
  const [ann, bob] = [await newContact("Ann"), await newContact("Bob")];
  const id = await newCompany({ TITLE: "company.test", CONTACT_ID: [ann, `${bob}`] });
  const linked = async () => (await crm.crmCompanyContactItemsGet({ id })).map((link) => link.CONTACT_ID);
  assert.deepEqual(await linked(), [ann, bob]);
  assert.equal((await crm.crmCompanyGet({ id })).CONTACT_ID, undefined);
  await crm.crmCompanyUpdate({ id, fields: { CONTACT_ID: [bob] } });
  assert.deepEqual(await linked(), [bob]);
});

test("crm.company.add takes a picture as a Blob and crm.company.get says where it is", async () => {
  const LOGO = new File([Buffer.from(PIXEL, "base64")], "pixel.gif", { type: "image/gif" });
  const id = await newCompany({ TITLE: "Pixel", LOGO });
  const { LOGO: logo } = shaped("crm.company.get", await crm.crmCompanyGet({ id }));
  assert.ok(logo.id > 0);
  const image = await fetch(new URL(logo.downloadUrl, its.sandbox.origin));
  assert.equal(Buffer.from(await image.arrayBuffer()).toString("base64"), PIXEL);
});

test("crm.company.add with IMPORT sets when the company was created", async () => {
  const DATE_CREATE = wholeSeconds(Date.now() + DAY);
  const id = await crm.crmCompanyAdd({ fields: { TITLE: "Imported", DATE_CREATE }, params: { IMPORT: true } });
  const company = await crm.crmCompanyGet({ id });
  assert.equal(Date.parse(company.DATE_CREATE), DATE_CREATE.getTime());
});

test("crm.company.update changes what is sent and nothing else", async () => {
  const id = await newCompany({ TITLE: "Before", COMMENTS: "Stays", EMAIL: [{ VALUE: "a@b.example" }] });
  const { EMAIL } = await crm.crmCompanyGet({ id });
  const changes = { TITLE: "After", EMAIL: [{ ID: EMAIL[0].ID, VALUE: "c@d.example", VALUE_TYPE: "HOME" }] };
  assert.equal(shaped("crm.company.update", await crm.crmCompanyUpdate({ id, fields: changes })), true);
  const company = await crm.crmCompanyGet({ id });
  assert.deepEqual([company.TITLE, company.COMMENTS], ["After", "Stays"]);
  assert.deepEqual(
    company.EMAIL.map(({ VALUE, VALUE_TYPE }) => [VALUE, VALUE_TYPE]),
    [["c@d.example", "HOME"]],
  );
});

test("crm.company.update moves the last activity forward and never back", async () => {
  const id = await newCompany({ TITLE: "Active" });
  const moved = async (LAST_ACTIVITY_TIME) => {
    await crm.crmCompanyUpdate({ id, fields: { LAST_ACTIVITY_TIME } });
    return Date.parse((await crm.crmCompanyGet({ id })).LAST_ACTIVITY_TIME);
  };
  const tomorrow = wholeSeconds(Date.now() + DAY);
  assert.equal(await moved(tomorrow), tomorrow.getTime());
  assert.equal(await moved(new Date(tomorrow - 1000)), tomorrow.getTime());
});

test("crm.company.list finds by name and by the start of a phone, with the fields asked for", async () => {
  const COMMENTS = "company.test: listed";
  await newCompany({ TITLE: "Acorn", COMMENTS, REVENUE: 10, PHONE: [{ VALUE: "+1555001" }] });
  await newCompany({ TITLE: "Birch", COMMENTS, REVENUE: 20 });
  const filter = { "@TITLE": ["Acorn", "Birch"] };
  const select = ["TITLE", "REVENUE", "PHONE"];
  const both = shaped("crm.company.list", await crm.crmCompanyList({ filter, select, order: { TITLE: "DESC" } }));
  assert.deepEqual(
    both.items.map(({ TITLE, REVENUE }) => [TITLE, REVENUE]),
    [
      ["Birch", 20],
      ["Acorn", 10],
    ],
  );
  assert.deepEqual([both.total, both.items[0].PHONE, both.items[1].PHONE[0].VALUE], [2, undefined, "+1555001"]);
  const one = await crm.crmCompanyList({ filter: { ...filter, PHONE: "+1555" } });
  assert.deepEqual([one.total, one.items[0].TITLE, one.items[0].COMMENTS], [1, "Acorn", COMMENTS]);
  const richer = await crm.crmCompanyList({ filter: { ...filter, ">REVENUE": 15 } });
  assert.deepEqual([richer.total, richer.items[0].TITLE], [1, "Birch"]);
  const uncounted = shaped("crm.company.list", await crm.crmCompanyList({ filter, start: -1 }));
  assert.deepEqual([uncounted.items.length, uncounted.next], [2, undefined]);
});

test("crm.company.delete deletes, and frees the company's contacts", async () => {
  const id = await newCompany({ TITLE: "Gone" });
  const contact = await newContact("Ann", { COMPANY_IDS: [id] });
  assert.equal((await crm.crmContactGet({ id: contact })).COMPANY_ID, id);
  assert.equal(shaped("crm.company.delete", await crm.crmCompanyDelete({ id })), true);
  assert.equal((await crm.crmCompanyList({ filter: { ID: id } })).total, 0);
  assert.equal((await crm.crmContactGet({ id: contact })).COMPANY_ID || null, null);
});

test("crm.company.fields describes every declared field", async () => {
  const fields = shaped("crm.company.fields", await crm.crmCompanyFields());
  assert.equal(fields.LOGO.type, "file");
  assert.equal(fields.COMPANY_TYPE.statusType, "COMPANY_TYPE");
  assert.deepEqual(
    [fields.TITLE.isRequired, fields.LEAD_ID.isReadOnly, fields.CONTACT_ID.isMultiple],
    [true, true, true],
  );
});

function newContact(NAME, more) {
  return crm.crmContactAdd({ fields: { NAME, LAST_NAME: "company.test", ...more } });
}

const NO_QUOTA = {
  "The portal's disk space is used up. The text says so in its language.": beyond("the sandbox's disk has no quota"),
};
recordErrorTests({
  its,
  noun: "Company",
  change: { TITLE: "x" },
  least: { fields: {} },
  wrong: [],
  functions: {
    add: ["crm.company.add", crm.crmCompanyAdd],
    update: ["crm.company.update", crm.crmCompanyUpdate],
    get: ["crm.company.get", crm.crmCompanyGet],
    list: ["crm.company.list", crm.crmCompanyList],
    remove: ["crm.company.delete", crm.crmCompanyDelete],
  },
  more: {
    add: NO_QUOTA,
    update: NO_QUOTA,
    // Nothing in the answer tells it from another failure.
    remove: {
      "There is no such company. The text is empty too.": portal(
        "validation",
        () => crm.crmCompanyDelete({ id: 999_999 }),
        /^$/,
      ),
    },
  },
});
