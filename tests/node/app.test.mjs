// app.* and user.option.*, what an application keeps on a portal, through the built package against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, mistake, portal, provokeErrors } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const its = session();
const wire = (...args) => its.appWire(...args);
const asWebhook = () => ({ client: its.portal });

test("app.info tells an application how it stands", async () => {
  const info = shaped("app.info", await crm.appInfo({}, its.app));
  assert.deepEqual([info.INSTALLED, info.PAYMENT_EXPIRED], [true, false]);
  assert.ok(info.VERSION >= 1 && info.ID > 0);
});

test("app.info tells a webhook what it may use", async () => {
  const info = shaped("app.info", await crm.appInfo());
  assert.ok(info.SCOPE.includes("crm"));
});

test("app.info fails as documented", (t) =>
  provokeErrors(t, "app.info", {
    "ACCESS_DENIED: Application context required": beyond("the package does not call with the portal's session yet"),
  }));

// Options of an application and of its user differ in who may set them.
const KEEPERS = [
  { name: "app.option", get: crm.appOptionGet, set: crm.appOptionSet },
  { name: "user.option", get: crm.userOptionGet, set: crm.userOptionSet },
];
for (const { name, get, set } of KEEPERS) {
  test(`${name}.set keeps values and ${name}.get gives one or all`, async () => {
    assert.equal(shaped(`${name}.set`, await set({ options: { colour: "red", size: 5 } }, its.app)), true);
    await set({ options: { colour: "blue" } }, its.app);
    const all = shaped(`${name}.get`, await get({}, its.app));
    assert.deepEqual([all.colour, String(all.size)], ["blue", "5"]);
    assert.equal(shaped(`${name}.get`, await get({ option: "colour" }, its.app)), "blue");
    assert.equal((await get({ option: "nobody kept this" }, its.app)) || null, null);
  });
}

test("a user's options are that user's own", async () => {
  await crm.userOptionSet({ options: { mine: "admin's" } }, its.app);
  assert.equal((await crm.userOptionGet({ option: "mine" }, its.clerk)) || null, null);
  await crm.userOptionSet({ options: { mine: "clerk's" } }, its.clerk);
  assert.equal(await crm.userOptionGet({ option: "mine" }, its.app), "admin's");
});

const noContext = (call) => ({
  "ACCESS_DENIED: Application context required": portal("permission", () => call(asWebhook())),
});

test("app.option.get fails as documented", (t) =>
  provokeErrors(
    t,
    "app.option.get",
    noContext((options) => crm.appOptionGet({}, options)),
  ));

test("app.option.set fails as documented", (t) =>
  provokeErrors(t, "app.option.set", {
    "ERROR_ARGUMENT: options": mistake(() => crm.appOptionSet({}, its.app), "params.options", wire, {}),
    ACCESS_DENIED: portal("permission", () => crm.appOptionSet({ options: { a: 1 } }, its.clerk)),
  }));

test("user.option.get fails as documented", (t) =>
  provokeErrors(
    t,
    "user.option.get",
    noContext((options) => crm.userOptionGet({}, options)),
  ));

test("user.option.set fails as documented", (t) =>
  provokeErrors(t, "user.option.set", {
    "ERROR_ARGUMENT: options": mistake(() => crm.userOptionSet({}, its.app), "params.options", wire, {}),
    ...noContext((options) => crm.userOptionSet({ options: { a: 1 } }, options)),
  }));
