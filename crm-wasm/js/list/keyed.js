// A list read by its rows' key: each page asks for the rows behind the last key that was read. Rows that come or go meanwhile move
// no other row to another page.

import { failed } from "../error.js";
import { pageOf } from "./page.js";

/** Rows of a full page. */
const PAGE = 50;

/** Gives the function that reads the next rows. */
export function byKey({ link, request, params, page, key, groups, selectKey }) {
  const { select, filter = {} } = params;
  const hides = selectKey && select?.length && ![key, "*"].some((name) => select.includes(name));
  const query = { ...params, order: { [key]: "ASC" }, ...(hides && { select: [...select, key] }) };
  let last;
  let total;
  let loaded = 0;

  /** The query for the rows behind a key. Alternatives go into a group, or the key would be one of them. */
  const behind = (place) => ({
    ...query,
    filter: { ...(groups && "logic" in filter ? { 0: filter } : filter), [`>${key}`]: place },
    [page]: -1,
  });

  const check = (row) => {
    const place = Number(row[key]);
    if (!(place > (last ?? -Infinity)))
      throw failed("protocol", `the rows do not come by ascending ${key}: ${place} stands behind ${last}`);
    last = place;
    if (hides) delete row[key];
    return row;
  };

  return async (deadline) => {
    const isFirst = last === undefined;
    const { items, ...counted } = await pageOf(
      link,
      request,
      isFirst ? { ...query, [page]: 0 } : behind(last),
      deadline,
    );
    if (isFirst) total = counted.total;
    loaded += items.length;
    return { rows: items.map(check), more: items.length >= PAGE && !(isFirst && loaded >= total), total };
  };
}
