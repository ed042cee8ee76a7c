// A list read by its rows' key: each page asks for the rows behind the last key that was read. Rows that come or go meanwhile move
// no other row to another page.

import { queryOf } from "../batch/query.js";
import { LENGTH, sendTogether } from "../batch/send.js";
import { failed } from "../error.js";
import { isGood, pageOf } from "./page.js";
import { questions } from "./question.js";

/** Rows of a full page. */
const PAGE = 50;

/** Gives the function that reads the next rows: as many as are wanted, or more. */
export function byKey(source) {
  const { link, request, key } = source;
  const { hides, counted, behind } = questions(source);
  let last;
  let total;
  let loaded = 0;
  let full = PAGE;
  let alone;
  // Pages to try where it is unknown how many there are.
  let ramp = 0.5;

  const accept = (rows) => {
    for (const row of rows) {
      last = follower(row, key, last);
      if (hides) delete row[key];
    }
    loaded += rows.length;
    return rows.length >= full;
  };

  const first = async (deadline) => {
    const { items: rows, ...page } = await pageOf(link, request, counted, deadline);
    total = page.total;
    // More are counted than came: this portal's pages are shorter, and nobody knows by how much.
    if (rows.length && rows.length < Math.min(PAGE, total)) full = 1;
    return { rows, more: accept(rows) && loaded !== total };
  };

  const next = async (deadline, wanted) => {
    const rest = total - loaded;
    // One more than those that are full shows that nothing is behind them.
    const count = Math.min(rest >= 0 ? Math.floor(rest / PAGE) + 1 : (ramp *= 2), LENGTH, Math.ceil(wanted / PAGE));
    const text = count > 1 && full === PAGE && !alone && queryOf(request.name, behind(last));
    const pages = text
      ? await chained(source, text, count, deadline)
      : [await pageOf(link, request, behind(last), deadline)];
    // Asked again by itself, a page that failed comes or fails as a call does.
    alone = text && pages.length < count;
    const rows = [];
    for (const { items } of pages) {
      rows.push(...items);
      if (!accept(items)) return { rows };
    }
    return { rows, more: true };
  };

  return async (...args) => ({ ...(await (last === undefined ? first : next)(...args)), total });
}

/** The key of a row. Whatever the portal does, no row comes twice: it has to stand behind the last one. */
function follower(row, key, last = -Infinity) {
  const place = placeOf(row[key]);
  if (place > last) return place;
  throw failed("protocol", `the rows do not come by ascending ${key}: ${row[key]} stands behind ${last}`);
}

/**
 * Asks for many pages in one batch, each for the rows behind the last one of the page before; gives those up to the first that failed.
 * Behind the list's end there is no such row: what the portal makes of the question then is not to be looked at.
 *
 * @param text the first page's command
 */
async function chained({ link, request, path, key }, text, count, deadline) {
  const unfinished = text.slice(0, text.lastIndexOf("=") + 1);
  const place = [...path.split(".").filter(Boolean), PAGE - 1, key].map((part) => `[${part}]`).join("");
  const commands = Array.from({ length: count }, (_, at) => ({
    ...request,
    query: at ? `${unfinished}$result[${at - 1}]${place}` : text,
  }));
  const pages = [];
  for (const { value } of await sendTogether(link, commands, { halt: true, ...request }, deadline)) {
    if (!value || !isGood(value)) break;
    pages.push(value);
  }
  return pages;
}

/** A key as a number, which may be larger than those that are exact. */
function placeOf(key) {
  const place = Number(key);
  return place >= 2 ** 53 && /^\d+$/.test(key) ? BigInt(key) : place;
}
