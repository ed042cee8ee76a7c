// userfieldtype.* through the built package, with an application's token, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { mistake, portal, provokeErrors } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const its = session();
const wire = (...args) => its.appWire(...args);
const HANDLER = "http://127.0.0.1:9/field";
const TITLE = "Ours";
const add = (params, options = its.app) => crm.userfieldtypeAdd(params, options);
const update = (params, options = its.app) => crm.userfieldtypeUpdate(params, options);
const remove = (params, options = its.app) => crm.userfieldtypeDelete(params, options);
const find = async (code) => {
  const types = shaped("userfieldtype.list", await crm.userfieldtypeList({}, its.app));
  return types.find((type) => type.USER_TYPE_ID === code);
};
// Who may not: an application of somebody who is no administrator, and a webhook, which is no application.
const refusals = (call) => ({
  ACCESS_DENIED: portal("permission", () => call(its.clerk)),
  WRONG_AUTH_TYPE: portal("permission", () => call({ client: its.portal })),
});

test("a type is added, listed, changed, used by a custom field and removed", async () => {
  const USER_TYPE_ID = "stars";
  const type = { USER_TYPE_ID, HANDLER, TITLE, OPTIONS: { height: 40 } };
  assert.equal(shaped("userfieldtype.add", await add(type)), true);
  const added = await find(USER_TYPE_ID);
  assert.deepEqual([added.HANDLER, added.TITLE, added.OPTIONS.height], [HANDLER, TITLE, 40]);
  const changed = await update({ ...type, TITLE: "Stars", DESCRIPTION: "One to five" });
  assert.equal(shaped("userfieldtype.update", changed), true);
  assert.deepEqual(
    [(await find(USER_TYPE_ID)).TITLE, (await find(USER_TYPE_ID)).DESCRIPTION],
    ["Stars", "One to five"],
  );
  const { ID } = shaped("app.info", await crm.appInfo({}, its.app));
  const fields = { USER_TYPE_ID: `rest_${ID}_${USER_TYPE_ID}`, FIELD_NAME: "STARS" };
  const field = await crm.crmLeadUserfieldGet({ id: await crm.crmLeadUserfieldAdd({ fields }) });
  assert.equal(field.USER_TYPE_ID, fields.USER_TYPE_ID);
  assert.equal(shaped("userfieldtype.delete", await remove({ USER_TYPE_ID })), true);
  assert.equal(await find(USER_TYPE_ID), undefined);
});

test("userfieldtype.add fails as documented", (t) =>
  provokeErrors(t, "userfieldtype.add", {
    ...refusals((options) => add({ USER_TYPE_ID: "x", HANDLER }, options)),
    "ERROR_CORE: Unable to set placement handler": portal("validation", async () => {
      await add({ USER_TYPE_ID: "twice", HANDLER: `${HANDLER}/twice` });
      return add({ USER_TYPE_ID: "twice", HANDLER: `${HANDLER}/again` });
    }),
    ERROR_ARGUMENT: mistake(() => add({ HANDLER }), "params.USER_TYPE_ID", wire, { HANDLER }),
  }));

test("userfieldtype.update fails as documented", (t) =>
  provokeErrors(t, "userfieldtype.update", {
    ...refusals((options) => update({ USER_TYPE_ID: "x", HANDLER, TITLE }, options)),
    "ERROR_CORE: Unable to set placement handler": portal("validation", async () => {
      await add({ USER_TYPE_ID: "first", HANDLER: `${HANDLER}/first` });
      await add({ USER_TYPE_ID: "second", HANDLER: `${HANDLER}/second` });
      return update({ USER_TYPE_ID: "second", HANDLER: `${HANDLER}/first`, TITLE });
    }),
    ERROR_ARGUMENT: mistake(() => update({ HANDLER, TITLE }), "params.USER_TYPE_ID", wire, { HANDLER, TITLE }),
    "ERROR_NOT_FOUND: User Field Type not found": portal("notFound", () =>
      update({ USER_TYPE_ID: "nobody", HANDLER, TITLE }),
    ),
  }));

test("userfieldtype.list fails as documented", (t) =>
  provokeErrors(
    t,
    "userfieldtype.list",
    refusals((options) => crm.userfieldtypeList({}, options)),
  ));

test("userfieldtype.delete fails as documented", (t) =>
  provokeErrors(t, "userfieldtype.delete", {
    ...refusals((options) => remove({ USER_TYPE_ID: "x" }, options)),
    ERROR_ARGUMENT: mistake(() => remove({}), "params.USER_TYPE_ID", wire, {}),
    "ERROR_NOT_FOUND: User Field Type not found": portal("notFound", () => remove({ USER_TYPE_ID: "nobody" })),
  }));
