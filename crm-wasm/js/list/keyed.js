// A list read by its rows' key: each page asks for the rows behind the last key that was read. Rows that come or go meanwhile move
// no other row to another page.
//
// Many pages go in one batch, where each asks for the rows behind the last one of the page before. Behind the list's end there is
// no such row, and what the portal makes of the question then is not looked at.

import { queryOf } from "../batch/query.js";
import { LENGTH, sendTogether } from "../batch/send.js";
import { failed } from "../error.js";
import { isGood, pageOf } from "./page.js";

/** Rows of a full page. */
const PAGE = 50;

/** Gives the function that reads the next rows: as many as are wanted, or more. */
export function byKey({ link, request, params, page, key, path, groups, selectKey }) {
  const { filter, select, ...others } = params;
  const { [`>${key}`]: _, ...conditions } = filter ?? {};
  const hides = selectKey && select?.length && !select.some((name) => name === key || name === "*");
  const query = { ...others, order: { [key]: "ASC" } };
  if (select?.length) query.select = hides ? [...select, key] : select;
  let last;
  let total;
  let loaded = 0;
  let more = true;
  // Pages to try where it is unknown how many there are.
  let ramp = 0.5;
  let alone = false;

  /** The rows behind a key, which stands last. Alternatives become a group, or the key would be one of them. */
  const behind = (place) => ({
    ...query,
    [page]: -1,
    filter: { ...(groups && "logic" in conditions ? { 0: filter } : conditions), [`>${key}`]: place },
  });

  const one = (asked, deadline) => pageOf(link, request, asked, deadline);

  const accept = (items) => {
    for (const row of items) {
      const place = Number(row[key]);
      // Whatever the portal does, no row comes twice.
      if (last !== undefined && !(place > last))
        throw failed("protocol", `the rows do not come by ascending ${key}: ${place} stands behind ${last}`);
      last = place;
      if (hides) delete row[key];
    }
    loaded += items.length;
    more = items.length >= PAGE;
    return items;
  };

  const first = async (deadline) => {
    const { items, ...counted } = await one({ ...query, filter, [page]: 0 }, deadline);
    total = counted.total;
    accept(items);
    more &&= loaded !== total;
    return items;
  };

  const pagesFor = (wanted) => {
    const rest = total - loaded;
    // One more than those that are full shows that nothing is behind them.
    const pages = rest >= 0 ? Math.floor(rest / PAGE) + 1 : (ramp *= 2);
    return Math.min(pages, LENGTH, Math.ceil(wanted / PAGE));
  };

  const together = async (pages, text, deadline) => {
    const unfinished = text.slice(0, text.lastIndexOf("=") + 1);
    const place = [...path.split(".").filter(Boolean), PAGE - 1, key].map((part) => `[${part}]`).join("");
    const commands = Array.from({ length: pages }, (_command, at) => {
      const query = at ? `${unfinished}$result[${at - 1}]${place}` : text;
      return { ...request, query };
    });
    const rows = [];
    for (const { value } of await sendTogether(link, commands, { halt: true, ...request }, deadline)) {
      // Asked again by itself, a page that failed comes or fails as a call does.
      alone = !(value && isGood(value));
      if (alone) break;
      rows.push(...accept(value.items));
      if (!more) break;
    }
    return rows;
  };

  const next = async (deadline, wanted) => {
    const pages = pagesFor(wanted);
    const text = pages > 1 && !alone && queryOf(request.name, behind(last));
    if (text) return together(pages, text, deadline);
    alone = false;
    return accept((await one(behind(last), deadline)).items);
  };

  return async (deadline, wanted) => {
    const rows = await (last === undefined ? first(deadline) : next(deadline, wanted));
    return { rows, more, total };
  };
}
