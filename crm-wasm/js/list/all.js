// Whole lists: the functions that give all rows of a list, a request's rows at a time and no sooner than they are wanted.

import { OPTIONS, TIMEOUT, encode, parameters } from "../call.js";
import { factsOf, methodOf } from "../engine.js";
import { reported } from "../error.js";
import { bounded, checks, read } from "../options.js";
import { linkOf, notConnected } from "../portal.js";
import { within } from "../transport/deadline.js";
import { byKey } from "./keyed.js";
import { byOffset } from "./offset.js";

const KNOWN = {
  ...OPTIONS,
  limit: (value) => !(Number.isInteger(value) && value > 0) && "is not a positive number of rows",
  onProgress: checks.function,
};

/**
 * The function that gives all rows of a list.
 *
 * @param method the name of the function that gives a page of it
 * @param key the rows' key, where the list can be read by it
 * @param path where an answer has the rows, `items`; empty where it is the rows
 * @param groups whether conditions can stand in groups
 */
export function all(method, key, path, groups) {
  const label = `${method}All`;
  return (params, options) => {
    const problems = [];
    // Read at once, so that what the caller changes later does not count.
    const given = read(options, "options", KNOWN, problems);
    const snapshot = parameters(params, problems);
    const list = { method, label, key, path, groups, given, snapshot, problems };
    return {
      async *[Symbol.asyncIterator]() {
        const step = stepOf(list);
        for await (const rows of portions(list, step)) {
          for (const item of rows) {
            if (given.signal?.aborted) await step(() => {});
            yield item;
          }
        }
      },
      async toArray() {
        const items = [];
        for await (const rows of portions(list, stepOf(list))) items.push(...rows);
        return items;
      },
    };
  };
}

/** Does something on the way to the list's portal; a failure leaves it as a CrmError. */
function stepOf(list) {
  const { method, label, given } = list;
  const link = linkOf(given.client);
  return async (work) => {
    [list.row, list.name] = methodOf(method, label);
    return reported(
      label,
      list.name,
      () => link?.secrets ?? [],
      () => within(Infinity, [given.signal, link?.closed], (deadline) => work(link, deadline)),
    );
  };
}

/** The rows of each request. */
async function* portions(list, step) {
  const { limit = Infinity, onProgress } = list.given;
  let loaded = 0;
  let next;
  for (let more = true; more;) {
    const portion = await step(async (link, deadline) => {
      next ??= await pagerOf(list, link);
      return next(deadline, limit - loaded);
    });
    const rows = portion.rows.slice(0, limit - loaded);
    loaded += rows.length;
    more = portion.more && loaded < limit;
    // Rows that came or went meanwhile make no difference to what is left.
    const total = more ? Math.min(limit, Math.max(loaded, portion.total)) : loaded;
    await onProgress?.({ loaded, total: total || 0 });
    yield rows;
  }
}

async function pagerOf(list, link) {
  const { row, name, label, key, snapshot, problems, given } = list;
  const { page, selectKey } = factsOf(row).list;
  const text = await snapshot.text();
  const found = [...problems];
  for (const [param, message] of [
    [page, "is not taken: all pages are read"],
    [key && "order", `is not taken: rows come by ascending ${key}`],
  ]) {
    if (param in Object(JSON.parse(text))) found.push({ path: `params.${param}`, message });
  }
  const params = JSON.parse(encode(row, text, found));
  if (!link) throw notConnected();
  const request = {
    row,
    name,
    label,
    effect: "read",
    raw: given.raw ?? false,
    timeout: bounded(given.timeout ?? TIMEOUT),
  };
  const source = { ...list, link, request, params, page, selectKey };
  return key ? byKey(source) : byOffset(source);
}
