// A list without a key, read by how many rows to skip.

import { pageOf } from "./page.js";

/** Gives the function that reads the next page. */
export function byOffset({ link, request, params, page }) {
  let start = 0;
  let first;
  return async (deadline) => {
    const { items, total, next } = await pageOf(link, request, { ...params, [page]: start }, deadline);
    const text = JSON.stringify(items[0]);
    // Past the end the portal gives the first page again: rows have gone meanwhile.
    const again = start > 0 && ((total > 0 && total <= start) || text === first);
    first ??= text;
    const more = next > start;
    start = next;
    return again ? { rows: [] } : { rows: items, more, total };
  };
}
