// What companies, contacts and leads refuse alike.

import { test } from "node:test";

import { beyond, mistake, portal, provokeErrors } from "../support/errors.mjs";

const MISSING = 999_999;

/**
 * Provokes the errors of the methods that write and read a kind of record.
 *
 * @param it
 *   its: the session · noun: what the portal calls a record · change: fields that one may have · least: what an update must have
 *   besides its number · wrong: something that is no object · functions: each method's name and function · more: the errors of a
 *   kind's own, by function
 */
export function recordErrorTests({ its, noun, change, least = {}, wrong, functions, more = {} }) {
  const { add, update, get, list, remove } = functions;
  const wire = (...args) => its.wire(...args);
  const fails = ([name], errors) => void test(`${name} fails as documented`, (t) => provokeErrors(t, name, errors));
  const denied = ([, method], params) => portal("permission", () => method(params, its.outsider));
  const badId = ([, method], more) => portal("validation", () => method({ id: 0, ...more }));
  const noObject = ([, method], key, params) => {
    const sent = (value) => ({ ...params, [key]: value });
    return mistake(() => method(sent(wrong)), `params.${key}`, wire, sent("x"));
  };

  fails(add, {
    "Access denied.": denied(add, { fields: {} }),
    "Parameter 'fields' must be array.": noObject(add, "fields"),
    "Parameter 'params' must be array.": noObject(add, "params"),
    ERROR_CORE: portal("validation", () => add[1]({ fields: { EMAIL: [{ VALUE: "no address" }] } }), /address/),
    ...more.add,
  });

  fails(update, {
    "ID is not defined or invalid.": badId(update, least),
    [`${noun} is not found`]: portal("notFound", () => update[1]({ id: MISSING, fields: change })),
    "Access denied.": denied(update, { id: 1, fields: change }),
    "Parameter 'fields' must be array.": noObject(update, "fields", { id: 1 }),
    "Parameter 'params' must be array.": noObject(update, "params", { id: 1, ...least }),
    ERROR_CORE: portal("validation", () => update[1]({ id: 1, fields: { EMAIL: [{ VALUE: "@" }] } }), /address/),
    ...more.update,
  });

  fails(get, {
    "ID is not defined or invalid.": badId(get),
    "Not found": portal("notFound", () => get[1]({ id: MISSING })),
    "Access denied.": denied(get, { id: 1 }),
  });

  fails(list, {
    "Access denied.": denied(list, {}),
    "Parameter 'order' must be array.": noObject(list, "order"),
    "Parameter 'filter' must be array.": noObject(list, "filter"),
    "Failed to get list. General error.": beyond("the sandbox's database does not fail"),
  });

  fails(remove, {
    "ID is not defined or invalid.": badId(remove),
    "Access denied.": denied(remove, { id: 1 }),
    ...(more.remove ?? { "ERROR_CORE: Element not found": portal("notFound", () => remove[1]({ id: MISSING })) }),
  });
}
