// One page of a list.

import { decode } from "../answer.js";

/** Reads a page. */
export function pageOf(link, request, params, deadline) {
  const { row, raw } = request;
  const read = (status, bytes) => decode(row, status, bytes, raw);
  return link.exchange({ ...request, body: JSON.stringify(params) }, read, deadline);
}
