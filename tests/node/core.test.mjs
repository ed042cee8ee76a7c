// What every caller may ask, through the built package against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, portal, provokeErrors } from "../support/errors.mjs";
import { model } from "../support/model.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const its = session();

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

test("methods names what the caller may call, what there is, or what a permission is for", async () => {
  const own = shaped("methods", await crm.methods());
  assert.deepEqual(
    own.filter((name) => name !== name.toLowerCase() || name.startsWith("crm.item.")),
    [],
  );
  const full = shaped("methods", await crm.methods({ full: true }));
  const declared = model.methods.filter(({ family }) => family !== "crm.item").map(({ name }) => name.toLowerCase());
  assert.deepEqual(lacking(full, declared), []);
  assert.deepEqual(lacking(full, own), []);
  const ofCrm = await crm.methods({ scope: "crm" });
  assert.ok(ofCrm.includes("crm.lead.add") && !ofCrm.includes("profile"));
  assert.deepEqual(await crm.methods({ scope: "crm", full: true }), ofCrm, "scope outweighs full");
  const free = await crm.methods({ scope: "" });
  assert.ok(free.includes("profile") && !free.includes("crm.lead.add"));
  assert.deepEqual(await crm.methods({ scope: "nothing" }), []);
});

test("method.get knows crm.item.add, which methods leaves out", async () => {
  assert.deepEqual(await crm.methodGet({ name: "crm.item.add" }), { isExisting: true, isAvailable: true });
});

test("events names what the application may subscribe to, or what a permission is for", async () => {
  const own = shaped("events", await crm.events({}, its.app));
  assert.ok(own.includes("ONCRMLEADADD") && own.includes("ONAPPINSTALL"));
  const full = shaped("events", await crm.events({ FULL: true }, its.app));
  const declared = model.events.map((event) => event.name);
  assert.deepEqual(lacking(full, [...declared, ...own]), []);
  const ofCrm = await crm.events({ SCOPE: "crm", FULL: true }, its.app);
  assert.ok(ofCrm.includes("ONCRMLEADADD") && !ofCrm.includes("ONAPPINSTALL"), "SCOPE outweighs FULL");
  const free = await crm.events({ SCOPE: "" }, its.app);
  assert.ok(free.includes("ONAPPINSTALL") && !free.includes("ONCRMLEADADD"));
});

test("events fails as documented", (t) =>
  provokeErrors(t, "events", { WRONG_AUTH_TYPE: portal("permission", () => crm.events()) }));

function lacking(names, expected) {
  return expected.filter((name) => !names.includes(name));
}
