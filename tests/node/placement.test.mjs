// placement.* through the built package, with an application's token, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { beyond, mistake, portal, provokeErrors } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const its = session();
const wire = (...args) => its.appWire(...args);
const HANDLER = "http://127.0.0.1:9/tab";
const IN_CRM = [
  "CRM_ANALYTICS_MENU",
  "CRM_ANALYTICS_TOOLBAR",
  "CRM_BANK_DETAIL_AUTOCOMPLETE",
  "CRM_COMPANY_DETAIL_ACTIVITY",
  "CRM_COMPANY_DETAIL_TAB",
  "CRM_COMPANY_DETAIL_TOOLBAR",
  "CRM_COMPANY_DOCUMENTGENERATOR_BUTTON",
  "CRM_COMPANY_LIST_MENU",
  "CRM_COMPANY_LIST_TOOLBAR",
  "CRM_CONTACT_DETAIL_ACTIVITY",
  "CRM_CONTACT_DETAIL_TAB",
  "CRM_CONTACT_DETAIL_TOOLBAR",
  "CRM_CONTACT_DOCUMENTGENERATOR_BUTTON",
  "CRM_CONTACT_LIST_MENU",
  "CRM_CONTACT_LIST_TOOLBAR",
  "CRM_DETAIL_SEARCH",
  "CRM_FUNNELS_TOOLBAR",
  "CRM_LEAD_ACTIVITY_TIMELINE_MENU",
  "CRM_LEAD_DETAIL_ACTIVITY",
  "CRM_LEAD_DETAIL_TAB",
  "CRM_LEAD_DETAIL_TOOLBAR",
  "CRM_LEAD_DOCUMENTGENERATOR_BUTTON",
  "CRM_LEAD_LIST_MENU",
  "CRM_LEAD_LIST_TOOLBAR",
  "CRM_LEAD_ROBOT_DESIGNER_TOOLBAR",
  "CRM_REQUISITE_AUTOCOMPLETE",
];
const LIST_MENU = { PLACEMENT: "CRM_CONTACT_LIST_MENU", HANDLER };
const bind = (params, options = its.app) => crm.placementBind(params, options);
const unbind = (params, options = its.app) => crm.placementUnbind(params, options);
// Who may not: an application of somebody who is no administrator, and a webhook, which is no application.
const refusals = (call) => ({
  ACCESS_DENIED: portal("permission", () => call(its.clerk)),
  WRONG_AUTH_TYPE: portal("permission", () => call({ client: its.portal })),
});

test("placement.bind, get and unbind", async () => {
  const LANG_ALL = { de: { TITLE: "Kontakte", GROUP_NAME: "Wir" } };
  const params = { ...LIST_MENU, TITLE: "Contacts", DESCRIPTION: "Ours", LANG_ALL };
  assert.equal(shaped("placement.bind", await bind(params)), true);
  const bound = shaped("placement.get", await crm.placementGet({}, its.app)).find((one) => one.handler === HANDLER);
  assert.deepEqual(
    [bound.placement, bound.title, bound.description, bound.userId],
    ["CRM_CONTACT_LIST_MENU", "Contacts", "Ours", 0],
  );
  assert.equal(bound.langAll.de.TITLE, "Kontakte");
  const { count } = shaped("placement.unbind", await unbind({ PLACEMENT: "CRM_CONTACT_LIST_MENU" }));
  assert.equal(count, 2, "the portal counts each binding twice");
  assert.deepEqual(await unbind({ PLACEMENT: "CRM_CONTACT_LIST_MENU" }), { count: 0 });
});

test("a bound placement shows as a tab in the contact's card", async () => {
  const TITLE = "Bound by a test";
  await bind({ PLACEMENT: "CRM_CONTACT_DETAIL_TAB", HANDLER, TITLE });
  const page = await fetch(`${its.sandbox.origin}/crm/contact/details/1/`);
  assert.match(await page.text(), new RegExp(TITLE));
  await unbind({ PLACEMENT: "CRM_CONTACT_DETAIL_TAB", HANDLER });
});

test("placement.bind fails as documented", (t) =>
  provokeErrors(t, "placement.bind", {
    ...refusals((options) => bind(LIST_MENU, options)),
    "ERROR_PLACEMENT_NOT_FOUND: Placement not found": portal("notFound", () =>
      bind({ PLACEMENT: "CRM_NOWHERE_TAB", HANDLER }),
    ),
    "ERROR_PLACEMENT_MAX_COUNT: Placement max count": beyond("the placements of leads and contacts have no limit"),
    "ERROR_PLACEMENT_USER_MODE: User mode is not available.": portal("validation", () =>
      bind({ ...LIST_MENU, USER_ID: 1 }),
    ),
    ERROR_ARGUMENT: mistake(() => bind({ PLACEMENT: "CRM_CONTACT_LIST_MENU" }), "params.HANDLER", wire, {
      PLACEMENT: "CRM_CONTACT_LIST_MENU",
    }),
    EMPTY_ERROR_HANDLER_URL: beyond("the sandbox has no PAGE_BACKGROUND_WORKER"),
    "ERROR_WRONG_HANDLER_URL: Wrong handler URL": portal("validation", () =>
      bind({ ...LIST_MENU, HANDLER: "http://localhost/" }),
    ),
    ERROR_UNSUPPORTED_PROTOCOL: portal("validation", () => bind({ ...LIST_MENU, HANDLER: "ftp://127.0.0.1/" })),
    "ERROR_CORE: Unable to set placement handler": portal("validation", async () => {
      await bind({ ...LIST_MENU, HANDLER: `${HANDLER}/twice` });
      return bind({ ...LIST_MENU, HANDLER: `${HANDLER}/twice` });
    }),
  }));

test("placement.unbind fails as documented", (t) =>
  provokeErrors(t, "placement.unbind", {
    ...refusals((options) => unbind(LIST_MENU, options)),
    ERROR_ARGUMENT: mistake(() => unbind({}), "params.PLACEMENT", wire, {}),
  }));

test("placement.get fails as documented", (t) =>
  provokeErrors(
    t,
    "placement.get",
    refusals((options) => crm.placementGet({}, options)),
  ));

test("placement.list names all placements, or those of a scope", async () => {
  const list = async (params) => shaped("placement.list", await crm.placementList(params, its.app)).sort();
  const cases = [
    [{}, [...IN_CRM, "USERFIELD_TYPE"]],
    [{ FULL: true }, [...IN_CRM, "USERFIELD_TYPE"]],
    [{ SCOPE: "crm" }, IN_CRM],
    [{ SCOPE: "placement" }, ["USERFIELD_TYPE"]],
    [{ SCOPE: "task", FULL: true }, []],
  ];
  for (const [params, codes] of cases) assert.deepEqual(await list(params), codes, JSON.stringify(params));
});

test("placement.list fails as documented", (t) =>
  provokeErrors(t, "placement.list", {
    WRONG_AUTH_TYPE: portal("permission", () => crm.placementList({}, { client: its.portal })),
  }));
