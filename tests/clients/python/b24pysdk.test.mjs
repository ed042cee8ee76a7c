// b24pysdk from PyPI: its services for leads, contacts, companies and custom fields. The script beside this file drives
// them.
//
// It calls https://{domain}/rest/… only, and takes no port in the domain. So the portal gets a name of its own in its
// certificate, and the client reaches it through a proxy, which is set in the environment as any Python program has it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Sandbox } from "../../support/sandbox.mjs";
import { startProxy } from "./proxy.mjs";
import { drive } from "./python.mjs";

const NAME = "portal.test";
const SEEDED = 120;
const ids = Array.from({ length: SEEDED }, (_, at) => at + 1);
let sandbox, proxy, gave;

before(async () => {
  const args = ["--seed", "none", "--leads", String(SEEDED), "--tls", "--tls-name", NAME];
  sandbox = await Sandbox.start({ args });
  proxy = await startProxy(new URL(sandbox.origin).port);
  const env = { HTTPS_PROXY: proxy.url, NO_PROXY: "", no_proxy: "", REQUESTS_CA_BUNDLE: sandbox.authority };
  const [, token] = /\/rest\/(.+)\/$/.exec(sandbox.webhook);
  gave = await drive("drive_b24pysdk.py", [NAME, token], env);
});
after(async () => {
  await proxy?.close();
  await sandbox?.stop();
});

// What a step gives when all is well.
const STEPS = {
  "a lead is made, changed, read and deleted": [
    "lead",
    { made: "int", changed: true, title: "Changed", deleted: true },
  ],
  "the fields of leads": ["lead_fields", "string"],
  "a page of leads": ["lead_page", ids.slice(50, 100)],
  "all leads, by batches of pages": ["lead_as_list", ids],
  "all leads, by their ids": ["lead_as_list_fast", ids],
  "the contacts of a lead": ["lead_contacts", { added: true, linked: [true], removed: true }],
  "the product rows of a lead": ["lead_product_rows", { done: true, names: ["Chair"] }],
  "a contact": ["contact", { phone: "+1555", changed: true, deleted: true, listed: [true] }],
  "the companies of a contact": ["contact_companies", { added: true, linked: [true] }],
  "a company": ["company", { changed: true, title: "Acme Ltd", listed: ["Acme Ltd"], deleted: true }],
  "the fields of companies": ["company_fields", "string"],
  "a batch with names": ["batch", { one: "1", page: 3 }],
  "more commands than a batch has room for": ["batches", ids],
};

for (const [name, [step, expected]] of Object.entries(STEPS)) test(name, () => assert.deepEqual(gave(step), expected));

for (const owner of ["lead", "contact", "company"]) {
  test(`a custom field of ${owner}: made, read, changed, listed, deleted`, () => {
    const expected = { name: "UF_CRM_PY_COLOUR", changed: true, sort: ["7"], deleted: true };
    assert.deepEqual(gave(`${owner}_userfield`), expected);
  });
}

test("the parts of a custom field", () => {
  assert.equal(gave("userfield_fields"), "string");
});

test("the types of custom fields", () => {
  assert.ok(gave("userfield_types").includes("enumeration"));
});

test("the parts of a list field's entry", () => {
  assert.deepEqual(gave("userfield_enumeration_fields"), ["DEF", "DEL", "ID", "SORT", "VALUE"]);
});

// The docs show the settings of one type only, so the sandbox has none and says so.
test("the settings of a type are refused by the method's name", () => {
  const message = "The sandbox does not implement crm.userfield.settings.fields.";
  assert.throws(() => gave("userfield_settings_fields"), { name: "BitrixAPIError", message });
});

test("errors: a record that is not there", () => {
  assert.throws(() => gave("missing_record"), { name: "BitrixAPIBadRequest", message: "Not found" });
});

test("errors: wrong arguments", () => {
  assert.throws(() => gave("wrong_arguments"), { name: "BitrixAPIBadRequest" });
});

test("errors: a wrong webhook", () => {
  assert.throws(() => gave("wrong_webhook"), { name: "BitrixAPIInvalidCredentials" });
});

test("the client asked for the portal by its name, at the port of HTTPS", () => {
  assert.deepEqual([...new Set(proxy.asked)], [`${NAME}:443`]);
});
