// The tests of a family of card layouts. Those of leads, contacts and companies behave alike.

import assert from "node:assert/strict";
import { test } from "node:test";

import { mistake, portal, provokeErrors } from "../support/errors.mjs";
import { shaped } from "../support/shape.mjs";

const NAMES = [{ name: "NAME" }, { name: "PHONE", optionFlags: true, options: { defaultCountry: "DE" } }];
const LAYOUT = [
  { name: "main", title: "Who it is", type: "section", elements: NAMES },
  { name: "more", title: "More", elements: [] },
];
const SHOWN = [LAYOUT[0], { ...LAYOUT[1], type: "section" }];

/**
 * @param it
 *   its: the session · functions: each method's name and function
 */
export function configurationTests({ its, functions }) {
  const { get, set, reset, force } = functions;
  const wire = (...args) => its.wire(...args);
  const call = async ([name, method], params) => shaped(name, await method(params));
  const denied = ([, method], more) => ({
    "Access denied.": portal("permission", () => method({ scope: "C", ...more }, its.outsider)),
  });

  test(`${get[0]} gives null until ${set[0]} has been called, then what was set`, async () => {
    assert.equal(await call(get, {}), null);
    assert.equal(await call(set, { data: LAYOUT }), true);
    assert.deepEqual(await call(get, {}), SHOWN);
    assert.deepEqual(await call(get, { scope: "P", userId: 1 }), SHOWN);
    assert.equal(await call(get, { scope: "C" }), null, "the common layout is another one");
  });

  test(`${get[0]} fails as documented`, (t) =>
    provokeErrors(t, get[0], { "Access denied.": portal("permission", () => get[1]({}, its.outsider)) }));

  test(`${set[0]} fails as documented`, (t) =>
    provokeErrors(t, set[0], {
      ...denied(set, { data: LAYOUT }),
      "Parameter 'data' must be array.": mistake(() => set[1]({ data: "x" }), "params.data", wire, { data: "x" }),
      "The data must be indexed array.": mistake(() => set[1]({ data: 1 }), "params.data", wire, {
        data: { main: LAYOUT[0] },
      }),
      "There are no data to write.": portal("validation", () => set[1]({ data: [] })),
      "The expected type is 'section'.": mistake(
        () => set[1]({ data: [{ ...LAYOUT[0], type: "column_of_mine" }] }),
        "params.data[0].type",
        wire,
        { data: [{ ...LAYOUT[0], type: "column_of_mine" }] },
      ),
      "does not have name.": mistake(
        () => set[1]({ data: [{ ...LAYOUT[0], elements: [{}] }] }),
        "params.data[0].elements[0].name",
        wire,
        { data: [{ ...LAYOUT[0], elements: [{}] }] },
      ),
      "does not have title.": mistake(() => set[1]({ data: [{ name: "x" }] }), "params.data[0].title", wire, {
        data: [{ name: "x" }],
      }),
    }));

  test(`${reset[0]} takes back what was set`, async () => {
    await call(set, { data: LAYOUT, scope: "C" });
    assert.equal(await call(reset, { scope: "C" }), true);
    assert.equal(await call(get, { scope: "C" }), null);
  });

  test(`${reset[0]} fails as documented`, (t) => provokeErrors(t, reset[0], denied(reset)));

  test(`${force[0]} drops the users' own layouts`, async () => {
    await call(set, { data: LAYOUT });
    assert.equal(await call(force, {}), true);
    assert.equal(await call(get, {}), null);
  });

  test(`${force[0]} fails as documented`, (t) =>
    provokeErrors(t, force[0], { "Access denied.": portal("permission", () => force[1]({}, its.outsider)) }));
}
