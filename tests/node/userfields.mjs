// The tests of a family of custom fields. Those of leads, contacts and companies behave alike.

import assert from "node:assert/strict";
import { test } from "node:test";

import { beyond, mistake, portal, provokeErrors } from "../support/errors.mjs";
import { shaped } from "../support/shape.mjs";

const MISSING = 999_999;

// What each type is created with, what comes back in SETTINGS, and what a record may hold in such a field.
const TYPES = [
  { type: "string", settings: { ROWS: 3, DEFAULT_VALUE: "x" }, value: "text" },
  { type: "integer", settings: { DEFAULT_VALUE: 5 }, value: "7" },
  { type: "double", settings: { PRECISION: 2 }, value: "1.5" },
  { type: "boolean", settings: { DISPLAY: "RADIO" }, value: "1" },
  { type: "date", settings: { DEFAULT_VALUE: { TYPE: "NOW" } } },
  { type: "datetime", settings: { DEFAULT_VALUE: { TYPE: "NONE" } } },
  { type: "enumeration", settings: { DISPLAY: "UI", LIST_HEIGHT: 4 } },
  { type: "crm_status", settings: { ENTITY_TYPE: "SOURCE" }, value: "CALL" },
  { type: "crm", settings: { CONTACT: true, LEAD: false }, value: "C_1" },
  { type: "money", settings: {}, value: "300|USD" },
  { type: "url", settings: {}, value: "https://example.com/?a=1&b=2" },
];

/**
 * @param it
 *   its: the session · entity: `CRM_LEAD` · other: creates a field of other records · addRecord, getRecord: the records that
 *   have the fields · functions: each method's name and function
 */
export function userFieldTests({ its, entity, other, addRecord, getRecord, functions }) {
  const { add, update, get, list, remove } = functions;
  const wire = (...args) => its.wire(...args);
  const call = async ([name, method], params) => shaped(name, await method(params));
  let count = 0;
  const newName = () => `T${(count += 1)}`;
  const newField = (fields) => call(add, { fields: { USER_TYPE_ID: "string", FIELD_NAME: newName(), ...fields } });
  const idErrors = ([, method], more) => ({
    "ID is not defined or invalid.": portal("validation", () => method({ id: 0, ...more })),
    "Access denied.": portal("permission", async () => method({ id: await other(), ...more })),
    "ERROR_NOT_FOUND: The entity with ID": portal("notFound", () => method({ id: MISSING, ...more })),
  });

  for (const { type, settings, value } of TYPES) {
    test(`${add[0]} creates a field of type ${type} with its settings, and ${get[0]} reads it`, async () => {
      const name = newName();
      const id = await newField({ USER_TYPE_ID: type, FIELD_NAME: name, SETTINGS: settings, LABEL: "Ours" });
      const field = await call(get, { id });
      assert.deepEqual([field.ID, field.ENTITY_ID, field.USER_TYPE_ID], [id, entity, type]);
      assert.deepEqual([field.FIELD_NAME, field.SORT, field.MULTIPLE], [`UF_CRM_${name}`, 100, false]);
      assert.equal(field.EDIT_FORM_LABEL.en, "Ours");
      for (const [key, sent] of Object.entries(settings)) assertWithin(field.SETTINGS[key], sent, key);
      if (value === undefined) return;
      const record = await getRecord(await addRecord({ [field.FIELD_NAME]: value }));
      assert.equal(record[field.FIELD_NAME], value, "a custom field's value passes through untouched");
    });
  }

  test(`${add[0]} keeps the choices of an enumeration and labels by language`, async () => {
    const LIST = [
      { VALUE: "North", SORT: 10, XML_ID: `${entity}-n` },
      { VALUE: "South", SORT: 20, DEF: true },
    ];
    const id = await newField({ USER_TYPE_ID: "enumeration", LIST, EDIT_FORM_LABEL: { en: "Region", de: "Gegend" } });
    const field = await call(get, { id });
    assert.deepEqual(
      field.LIST.map(({ VALUE, SORT, DEF }) => [VALUE, SORT, DEF]),
      [
        ["North", 10, false],
        ["South", 20, true],
      ],
    );
    assert.deepEqual([field.EDIT_FORM_LABEL.en, field.EDIT_FORM_LABEL.de], ["Region", "Gegend"]);
  });

  test(`${add[0]} fails as documented`, (t) =>
    provokeErrors(t, add[0], {
      "The 'USER_TYPE_ID' field is not found.": mistake(
        () => add[1]({ fields: { FIELD_NAME: "X" } }),
        "params.fields.USER_TYPE_ID",
        wire,
        { fields: { FIELD_NAME: "X" } },
      ),
      "The 'FIELD_NAME' field is not found.": mistake(
        () => add[1]({ fields: { USER_TYPE_ID: "string" } }),
        "params.fields.FIELD_NAME",
        wire,
        { fields: { USER_TYPE_ID: "string" } },
      ),
      "Access denied.": portal("permission", () =>
        add[1]({ fields: { USER_TYPE_ID: "string", FIELD_NAME: "X" } }, its.outsider),
      ),
      ERROR_CORE: portal("validation", () => newField({ FIELD_NAME: "ÜBER" }), /./),
    }));

  test(`${update[0]} changes labels and touches only the choices it names`, async () => {
    const LIST = [{ VALUE: "One" }, { VALUE: "Two" }, { VALUE: "Three" }];
    const id = await newField({ USER_TYPE_ID: "enumeration", LIST });
    const before = await call(get, { id });
    const [one, two] = before.LIST;
    const changes = [{ ID: one.ID, VALUE: "Uno" }, { ID: two.ID, DEL: true }, { VALUE: "Four" }];
    assert.equal(await call(update, { id, fields: { SORT: 7, MANDATORY: true, LIST: changes } }), true);
    const after = await call(get, { id });
    assert.deepEqual([after.SORT, after.MANDATORY, after.FIELD_NAME], [7, true, before.FIELD_NAME]);
    assert.deepEqual(after.LIST.map((choice) => choice.VALUE).sort(), ["Four", "Three", "Uno"]);
  });

  test(`${update[0]} fails as documented`, (t) =>
    provokeErrors(t, update[0], {
      ...idErrors(update, { fields: { SORT: 1 } }),
      "Parameter 'fields' must be array.": mistake(() => update[1]({ id: 1, fields: "x" }), "params.fields", wire, {
        id: 1,
        fields: "x",
      }),
      ERROR_CORE: portal(
        "validation",
        async () => {
          const id = await newField({ USER_TYPE_ID: "enumeration" });
          const LIST = [
            { VALUE: "a", XML_ID: "same" },
            { VALUE: "b", XML_ID: "same" },
          ];
          return update[1]({ id, fields: { LIST } });
        },
        /./,
      ),
    }));

  test(`${get[0]} fails as documented`, (t) => provokeErrors(t, get[0], idErrors(get)));

  test(`${list[0]} filters, sorts and labels in one language`, async () => {
    const [low, high] = [await newField({ SORT: 2 }), await newField({ SORT: 3, LABEL: "Labelled" })];
    const both = await call(list, { order: { SORT: "DESC" } });
    const ids = both.map((field) => field.ID);
    assert.ok(ids.indexOf(high) < ids.indexOf(low));
    const [one] = await call(list, { filter: { ID: high, LANG: "en" } });
    assert.deepEqual([one.ID, one.EDIT_FORM_LABEL], [high, "Labelled"]);
    assert.deepEqual(await call(list, { filter: { FIELD_NAME: "UF_CRM_NOBODY_HAS_THIS" } }), []);
  });

  test(`${list[0]} fails as documented`, (t) =>
    provokeErrors(t, list[0], {
      "Parameter 'order' must be array.": mistake(() => list[1]({ order: "x" }), "params.order", wire, { order: "x" }),
      "Parameter 'filter' must be array.": mistake(() => list[1]({ filter: "x" }), "params.filter", wire, {
        filter: "x",
      }),
      "Access denied.": portal("permission", () => list[1]({}, its.outsider)),
    }));

  test(`${remove[0]} deletes the field and its values`, async () => {
    const FIELD_NAME = newName();
    const id = await newField({ FIELD_NAME });
    const record = await addRecord({ [`UF_CRM_${FIELD_NAME}`]: "kept" });
    assert.equal(await call(remove, { id }), true);
    assert.equal(`UF_CRM_${FIELD_NAME}` in (await getRecord(record)), false);
    assert.deepEqual(await call(list, { filter: { ID: id } }), []);
  });

  test(`${remove[0]} fails as documented`, (t) =>
    provokeErrors(t, remove[0], {
      ...idErrors(remove),
      "Error deleting": beyond("the sandbox's database does not fail"),
    }));
}

// Settings come back with more keys than were sent.
function assertWithin(value, sent, key) {
  if (typeof sent !== "object") return assert.equal(value, sent, key);
  for (const [inner, expected] of Object.entries(sent)) assert.equal(value[inner], expected, `${key}.${inner}`);
}
