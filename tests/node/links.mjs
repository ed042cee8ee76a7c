// The tests of a family of links. A lead's contacts and a contact's companies behave alike; a company's contacts only fail
// and describe themselves like them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { mistake, portal, provokeErrors } from "../support/errors.mjs";
import { shaped } from "../support/shape.mjs";

const MISSING = 999_999;

/**
 * @param it
 *   its: the session · key: the linked record's field, `CONTACT_ID` · targets: gives two records to link ·
 *   newOwner: makes a record without links · getOwner: reads it · functions: each method's name and function
 */
export function linkTests({ its, key, targets, newOwner, getOwner, functions }) {
  const { add, remove, getItems, setItems, removeItems } = functions;
  const call = async ([name, method], params) => shaped(name, await method(params));
  const link = (id, target, more) => call(add, { id, fields: { [key]: target, ...more } });
  const links = (id) => call(getItems, { id });
  const item = (target, SORT, IS_PRIMARY) => ({ [key]: target, SORT, ROLE_ID: 0, IS_PRIMARY });

  test(`${add[0]} links, the first link is the primary one and positions count by ten`, async () => {
    const [ann, bob] = targets();
    const id = await newOwner();
    assert.equal(await link(id, ann), true);
    assert.equal((await getOwner(id))[key], ann);
    assert.equal(await link(id, bob), true);
    assert.deepEqual(await links(id), [item(ann, 10, true), item(bob, 20, false)]);
  });

  test(`${add[0]} answers false for what is linked already, and changes nothing`, async () => {
    const [ann] = targets();
    const id = await newOwner();
    await link(id, ann);
    assert.equal(await link(id, ann, { SORT: 500 }), false);
    assert.deepEqual(await links(id), [item(ann, 10, true)]);
  });

  test(`${add[0]} with IS_PRIMARY takes over from the one before`, async () => {
    const [ann, bob] = targets();
    const id = await newOwner();
    await link(id, ann);
    await link(id, bob, { IS_PRIMARY: true, SORT: 5 });
    assert.deepEqual(await links(id), [item(bob, 5, true), item(ann, 10, false)]);
  });

  test(`${remove[0]} unlinks one record, passes the primary mark on and answers false the second time`, async () => {
    const [ann, bob] = targets();
    const id = await newOwner();
    await link(id, ann);
    await link(id, bob);
    assert.equal(await call(remove, { id, fields: { [key]: ann } }), true);
    assert.deepEqual(await links(id), [item(bob, 20, true)]);
    assert.equal(await call(remove, { id, fields: { [key]: ann } }), false);
  });

  test(`${getItems[0]} gives an administrator no links for a record that does not exist`, async () => {
    assert.deepEqual(await links(MISSING), []);
  });

  test(`${setItems[0]} replaces the links, and an empty list clears them`, async () => {
    const [ann, bob] = targets();
    const id = await newOwner();
    await link(id, ann);
    assert.equal(await call(setItems, { id, items: [{ [key]: bob }, { [key]: ann, IS_PRIMARY: true }] }), true);
    assert.deepEqual(await links(id), [item(bob, 10, false), item(ann, 20, true)]);
    await call(setItems, { id, items: [] });
    assert.deepEqual(await links(id), []);
  });

  test(`${removeItems[0]} unlinks all, also when there is nothing to unlink`, async () => {
    const [ann, bob] = targets();
    const id = await newOwner();
    await link(id, ann);
    await link(id, bob);
    assert.equal(await call(removeItems, { id }), true);
    assert.deepEqual(await links(id), []);
    assert.equal((await getOwner(id))[key] || null, null);
    assert.equal(await call(removeItems, { id }), true);
  });

  linkErrorTests({ its, key, functions });
  linkFieldsTest({ key, functions });
}

/** Provokes the errors of the methods that write and read links; the parameters are those of {@link linkTests}. */
export function linkErrorTests({ its, key, functions }) {
  const { add, remove, getItems, setItems, removeItems } = functions;
  const wire = (...args) => its.wire(...args);
  // The mistakes of a call that names one linked record; `noun` is the word in which the texts differ.
  const linkErrors = ([, method], noun) => ({
    "ACCESS_DENIED: Access denied!": portal("permission", () => method({ id: 1, fields: { [key]: 1 } }, its.outsider)),
    "Not found.": portal("notFound", () => method({ id: MISSING, fields: { [key]: 1 } })),
    [`The parameter '${noun}' must be array.`]: mistake(() => method({ id: 1, fields: "x" }), "params.fields", wire, {
      id: 1,
      fields: "x",
    }),
    "The parameter 'fields' is not valid.": mistake(() => method({ id: 1, fields: {} }), `params.fields.${key}`, wire, {
      id: 1,
      fields: { SORT: 10 },
    }),
    "The parameter 'ownerEntityID' is invalid or not defined.": portal("validation", () =>
      method({ id: 0, fields: { [key]: 1 } }),
    ),
  });
  const itemsErrors = ([, method], more = {}) => ({
    "ACCESS_DENIED: Access denied!": portal("permission", () => method({ id: 1, ...more }, its.outsider)),
    "The parameter ownerEntityID is invalid or not defined.": portal("validation", () => method({ id: 0, ...more })),
  });

  test(`${add[0]} fails as documented`, (t) => provokeErrors(t, add[0], linkErrors(add, "fields")));

  test(`${remove[0]} fails as documented`, (t) => provokeErrors(t, remove[0], linkErrors(remove, "item")));

  test(`${getItems[0]} fails as documented`, (t) => provokeErrors(t, getItems[0], itemsErrors(getItems)));

  test(`${setItems[0]} fails as documented`, (t) =>
    provokeErrors(t, setItems[0], {
      ...itemsErrors(setItems, { items: [] }),
      "Not found.": portal("notFound", () => setItems[1]({ id: MISSING, items: [] })),
      "The parameter items must be array.": mistake(() => setItems[1]({ id: 1, items: "x" }), "params.items", wire, {
        id: 1,
        items: "x",
      }),
    }));

  test(`${removeItems[0]} fails as documented`, (t) => provokeErrors(t, removeItems[0], itemsErrors(removeItems)));
}

/** Reads what a link consists of. */
export function linkFieldsTest({ key, functions }) {
  const [name, method] = functions.fields;

  test(`${name} describes a link`, async () => {
    const described = shaped(name, await method());
    assert.deepEqual(Object.keys(described).sort(), [key, "IS_PRIMARY", "SORT"].sort());
    assert.equal(described[key].isRequired, true);
  });
}
