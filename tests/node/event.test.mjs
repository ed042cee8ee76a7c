// event.*, and all twenty-one events: delivered to a handler by the sandbox and parsed by the package.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as crm from "crm-wasm";

import { mistake, portal, provokeErrors, rejects } from "../support/errors.mjs";
import { startHandler } from "../support/handler.mjs";
import { model } from "../support/model.mjs";
import { session } from "../support/session.mjs";
import { shaped, shapedEvent } from "../support/shape.mjs";

const its = session();
const wire = (...args) => its.appWire(...args);
const bind = (params, options = its.app) => crm.eventBind(params, options);
const unbind = (params, options = its.app) => crm.eventUnbind(params, options);
const EVENT = "ONCRMLEADADD";

let handler;
before(async () => (handler = await startHandler()));
after(() => handler?.close());

// For each kind of record: its functions, and the entity that its custom fields name.
const RECORDS = {
  LEAD: {
    entity: "CRM_LEAD",
    add: crm.crmLeadAdd,
    update: crm.crmLeadUpdate,
    remove: crm.crmLeadDelete,
    addField: crm.crmLeadUserfieldAdd,
    updateField: crm.crmLeadUserfieldUpdate,
    removeField: crm.crmLeadUserfieldDelete,
  },
  CONTACT: {
    entity: "CRM_CONTACT",
    add: crm.crmContactAdd,
    update: crm.crmContactUpdate,
    remove: crm.crmContactDelete,
    addField: crm.crmContactUserfieldAdd,
    updateField: crm.crmContactUserfieldUpdate,
    removeField: crm.crmContactUserfieldDelete,
  },
  COMPANY: {
    entity: "CRM_COMPANY",
    add: crm.crmCompanyAdd,
    update: crm.crmCompanyUpdate,
    remove: crm.crmCompanyDelete,
    addField: crm.crmCompanyUserfieldAdd,
    updateField: crm.crmCompanyUserfieldUpdate,
    removeField: crm.crmCompanyUserfieldDelete,
  },
};

// Does something, then waits for the event that it causes and gives its typed form.
async function delivered(event, cause) {
  await bind({ event, handler: handler.url });
  const id = await cause();
  const { type, body } = await handler.take((body) => new URLSearchParams(body).get("event") === event);
  assert.match(type, /^application\/x-www-form-urlencoded/);
  const parsed = crm.parseEvent(body);
  assert.equal(parsed.event, event);
  shapedEvent(event, parsed.data);
  assert.ok(Math.abs(parsed.ts - Date.now() / 1000) < 60, "ts is in seconds");
  assert.ok(parsed.auth.application_token);
  return { ...parsed, body, id };
}

test("every event of the spec is delivered here", () => {
  const tested = Object.keys(RECORDS).flatMap((kind) => [
    ...["ADD", "UPDATE", "DELETE"].map((change) => `ONCRM${kind}${change}`),
    ...["ADD", "UPDATE", "DELETE", "SETENUMVALUES"].map((change) => `ONCRM${kind}USERFIELD${change}`),
  ]);
  assert.deepEqual(model.events.map((event) => event.name).sort(), tested.sort());
});

for (const [kind, { entity, ...records }] of Object.entries(RECORDS)) {
  const newRecord = () => records.add({ fields: { TITLE: "event.test" } });
  const newField = (fields) =>
    records.addField({ fields: { USER_TYPE_ID: "string", FIELD_NAME: `E${Date.now()}`, ...fields } });

  test(`ONCRM${kind}ADD, UPDATE and DELETE are delivered and typed`, async () => {
    const added = await delivered(`ONCRM${kind}ADD`, newRecord);
    assert.deepEqual(added.data, { FIELDS: { ID: added.id } });
    const id = added.id;
    const updated = await delivered(`ONCRM${kind}UPDATE`, () => records.update({ id, fields: { COMMENTS: "new" } }));
    assert.deepEqual(updated.data, { FIELDS: { ID: id } });
    const deleted = await delivered(`ONCRM${kind}DELETE`, () => records.remove({ id }));
    assert.deepEqual(deleted.data, { FIELDS: { ID: id } });
  });

  test(`ONCRM${kind}USERFIELDADD, UPDATE, SETENUMVALUES and DELETE are delivered and typed`, async () => {
    const LIST = [{ VALUE: "One" }];
    const create = () => newField({ USER_TYPE_ID: "enumeration", LIST });
    const added = await delivered(`ONCRM${kind}USERFIELDADD`, create);
    const { ID, ENTITY_ID, FIELD_NAME } = added.data.FIELDS;
    assert.deepEqual([ID, ENTITY_ID, FIELD_NAME.startsWith("UF_CRM_E")], [added.id, entity, true]);
    const id = added.id;
    const updated = await delivered(`ONCRM${kind}USERFIELDUPDATE`, () =>
      records.updateField({ id, fields: { SORT: 5 } }),
    );
    assert.deepEqual(updated.data.FIELDS, { ID, ENTITY_ID, FIELD_NAME });
    const listed = await delivered(`ONCRM${kind}USERFIELDSETENUMVALUES`, () =>
      records.updateField({ id, fields: { LIST: [{ VALUE: "Two" }] } }),
    );
    assert.deepEqual(listed.data.FIELDS, { ID, ENTITY_ID, FIELD_NAME });
    const deleted = await delivered(`ONCRM${kind}USERFIELDDELETE`, () => records.removeField({ id }));
    assert.deepEqual(deleted.data.FIELDS, { ID, ENTITY_ID, FIELD_NAME });
  });
}

test("an event carries a token to call back with, and parseEvent checks the application's own", async () => {
  await unbind({ event: EVENT, handler: handler.url });
  const { auth, body, id } = await delivered(EVENT, () => crm.crmLeadAdd({ fields: { TITLE: "Called back" } }));
  const client = await crm.connect({ oauth: { endpoint: auth.client_endpoint, accessToken: auth.access_token } });
  assert.equal((await crm.crmLeadGet({ id }, { client })).TITLE, "Called back");
  const { application_token: applicationToken } = auth;
  assert.equal(crm.parseEvent(new URLSearchParams(body), { applicationToken }).event, EVENT);
  const refused = async () => crm.parseEvent(body, { applicationToken: "another" });
  const error = await rejects(refused(), { kind: "auth" });
  assert.ok(!`${error.stack}`.includes(applicationToken), "no token in the error");
});

test("event.get lists the subscriptions and event.unbind ends them", async () => {
  const url = `${handler.url}/listed`;
  assert.equal(shaped("event.bind", await bind({ event: "ONCRMLEADDELETE", handler: url, auth_type: 1 })), true);
  const found = async () =>
    shaped("event.get", await crm.eventGet({}, its.app)).filter((binding) => binding.handler === url);
  assert.deepEqual(await found(), [{ event: "ONCRMLEADDELETE", handler: url, auth_type: 1, offline: false }]);
  const ended = await unbind({ event: "ONCRMLEADDELETE", handler: url });
  assert.deepEqual(shaped("event.unbind", ended), { count: 1 });
  assert.deepEqual(await found(), []);
  assert.deepEqual(await unbind({ event: "ONCRMLEADDELETE", handler: url }), { count: 0 });
});

const refusals = (call) => ({
  WRONG_AUTH_TYPE: portal("permission", () => call({ client: its.portal })),
});
const OFFLINE = { event: EVENT, event_type: "offline" };

test("event.bind fails as documented", (t) =>
  provokeErrors(t, "event.bind", {
    ...refusals((options) => bind({ event: EVENT, handler: handler.url }, options)),
    "ERROR_EVENT_NOT_FOUND: Event not found": portal("notFound", () =>
      bind({ event: "ONNOTHING", handler: handler.url }),
    ),
    ERROR_ARGUMENT: portal("validation", () => bind({ event: EVENT })),
    "ERROR_WRONG_HANDLER_URL: Wrong handler URL": portal("validation", () =>
      bind({ event: EVENT, handler: "http://localhost/" }),
    ),
    ERROR_UNSUPPORTED_PROTOCOL: portal("validation", () => bind({ event: EVENT, handler: "ftp://127.0.0.1/" })),
    "ERROR_CORE: Handler already binded": portal("validation", async () => {
      await bind({ event: EVENT, handler: `${handler.url}/twice` });
      return bind({ event: EVENT, handler: `${handler.url}/twice` });
    }),
    ACCESS_DENIED: portal("permission", () => bind(OFFLINE, its.clerk)),
  }));

test("event.unbind fails as documented", (t) =>
  provokeErrors(t, "event.unbind", {
    ...refusals((options) => unbind({ event: EVENT, handler: handler.url }, options)),
    ERROR_ARGUMENT: mistake(() => unbind({}), "params.event", wire, {}),
    ACCESS_DENIED: portal("permission", () => unbind(OFFLINE, its.clerk)),
  }));

test("event.get fails as documented", (t) =>
  provokeErrors(
    t,
    "event.get",
    refusals((options) => crm.eventGet({}, options)),
  ));
