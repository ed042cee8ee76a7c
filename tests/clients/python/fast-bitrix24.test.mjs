// fast_bitrix24 from PyPI: what its users do with a webhook. The script beside this file does it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Sandbox } from "../../support/sandbox.mjs";
import { drive } from "./python.mjs";

const SEEDED = 120;
const ids = (count) => Array.from({ length: count }, (_, at) => at + 1);
let sandbox, gave;

before(async () => {
  sandbox = await Sandbox.start({ args: ["--seed", "none", "--leads", String(SEEDED)] });
  gave = await drive("drive_fast_bitrix24.py", [sandbox.webhook]);
});
after(() => sandbox?.stop());

test("get_all: every row of a list with several pages, once", () => {
  assert.deepEqual(gave("get_all"), ids(SEEDED));
});

test("get_all: the rows that a filter leaves", () => {
  assert.deepEqual(gave("get_all_filtered"), ids(60));
});

test("get_all: no rows", () => {
  assert.deepEqual(gave("get_all_of_nothing"), []);
});

test("get_all: the answer of a method without pages", () => {
  assert.equal(gave("get_all_of_a_method_without_pages"), "string");
});

test("get_by_ID: more records than a batch has room for", () => {
  assert.deepEqual(gave("get_by_id"), Object.fromEntries(ids(70).map((id) => [id, String(id)])));
});

test("get_by_ID: the list of each record, empty ones too", async () => {
  const links = gave("get_by_id_of_links");
  for (const id of [1, 2]) {
    const { body } = await sandbox.wire("crm.lead.contact.items.get", { id });
    assert.deepEqual(links[id], body.result);
  }
});

test("list_and_get: all records whole", () => {
  assert.deepEqual(gave("list_and_get"), { count: SEEDED, whole: true });
});

test("call: one command", () => {
  assert.equal(gave("call_one"), SEEDED + 1);
});

test("call: sixty commands in two batches, with what addresses have to escape", () => {
  const titles = ids(60).map((id) => `Made ${String(id - 1).padStart(2, "0")} & more`);
  assert.deepEqual(gave("call_many"), titles);
});

test("call_batch: a command takes a value from an earlier one", () => {
  assert.equal(gave("call_batch"), true);
});

test("call: parameters as they are", () => {
  assert.equal(gave("call_raw"), "7");
});

test("errors: a record that is not there has the portal's text", () => {
  const error = { name: "ErrorInServerResponseException", message: /'error_description': 'Not found'/ };
  assert.throws(() => gave("missing_record"), error);
});

test("errors: a wrong method has the portal's code", () => {
  const error = { name: "ErrorInServerResponseException", message: /ERROR_METHOD_NOT_FOUND/ };
  assert.throws(() => gave("wrong_method"), error);
});

test("errors: a wrong webhook has the status", () => {
  assert.throws(() => gave("wrong_webhook"), { name: "ClientResponseError", message: /^401/ });
});
