// Whole lists: the functions that give all rows of a list, a request's rows at a time and no sooner than they are wanted.

import { OPTIONS, TIMEOUT, encode, functionName, parameters } from "../call.js";
import { factsOf, rowOf } from "../engine.js";
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
 * @param name the wire's name
 * @param key the rows' key, where the list can be read by it
 * @param path where an answer has the rows, `items`; empty where it is the rows
 * @param groups whether conditions can stand in groups
 */
export function all(name, key, path, groups) {
  const label = `${functionName(name)}All`;
  return (params, options) => {
    const problems = [];
    // Read at once, so that what the caller changes later does not count.
    const given = read(options, "options", KNOWN, problems);
    const snapshot = parameters(params, problems);
    const list = { name, label, key, path, groups, given, snapshot, problems };
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
function stepOf({ label, name, given: { client, signal } }) {
  const link = linkOf(client);
  return (work) =>
    reported(
      label,
      name,
      () => link?.secrets ?? [],
      () => within(Infinity, [signal, link?.closed], (deadline) => work(link, deadline)),
    );
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
    onProgress?.({ loaded, total: total || 0 });
    yield rows;
  }
}

async function pagerOf(list, link) {
  const { name, label, key, snapshot, problems, given } = list;
  const row = rowOf(name, label);
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
