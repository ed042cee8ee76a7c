// What every caller may ask, and the directories, through the built package against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, mistake, portal, provokeErrors } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const its = session();
const wire = (...args) => its.wire(...args);

test("profile tells who the caller is", async () => {
  const admin = shaped("profile", await crm.profile());
  assert.deepEqual([admin.ID, admin.ADMIN], [1, true]);
  const clerk = shaped("profile", await crm.profile({}, its.clerk));
  assert.equal(clerk.ADMIN, false);
  assert.notEqual(clerk.ID, admin.ID);
});

test("profile fails as documented", (t) =>
  provokeErrors(t, "profile", { ACCESS_DENIED: beyond("every caller of the sandbox is a user") }));

test("scope names the caller's permissions, or all there are", async () => {
  const own = shaped("scope", await crm.scope());
  const all = shaped("scope", await crm.scope({ full: true }));
  assert.ok(own.includes("crm"));
  assert.ok(all.length >= own.length);
});

test("method.get knows which methods there are", async () => {
  const state = async (name) => shaped("method.get", await crm.methodGet({ name }));
  assert.deepEqual(await state("crm.lead.contact.add"), { isExisting: true, isAvailable: true });
  assert.deepEqual(await state("crm.lead.nothing"), { isExisting: false, isAvailable: false });
});

test("server.time is now", async () => {
  const time = shaped("server.time", await crm.serverTime());
  assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60_000);
});

test("crm.status.list gives the stages of leads in their order", async () => {
  const order = { SORT: "ASC" };
  const stages = shaped("crm.status.list", await crm.crmStatusList({ filter: { ENTITY_ID: "STATUS" }, order }));
  assert.deepEqual(
    stages.map((stage) => [stage.STATUS_ID, stage.SORT, stage.SYSTEM]),
    [
      ["NEW", 10, true],
      ["IN_PROCESS", 20, false],
      ["PROCESSED", 30, false],
      ["CONVERTED", 40, true],
      ["JUNK", 50, true],
    ],
  );
});

test("crm.status.list fails as documented", (t) =>
  provokeErrors(t, "crm.status.list", {
    "Access denied.": portal("permission", () => crm.crmStatusList({}, its.outsider)),
    "Parameter 'order' must be array.": mistake(() => crm.crmStatusList({ order: "x" }), "params.order", wire, {
      order: "x",
    }),
    "Parameter 'filter' must be array.": mistake(() => crm.crmStatusList({ filter: "x" }), "params.filter", wire, {
      filter: "x",
    }),
    "must be a string": mistake(
      () => crm.crmStatusList({ filter: { ENTITY_ID: ["STATUS"] } }),
      "params.filter.ENTITY_ID",
      wire,
      { filter: { ENTITY_ID: ["STATUS"] } },
    ),
  }));
