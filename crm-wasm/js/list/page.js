// One page of a list.

import { decode } from "../answer.js";

/** Reads a page. */
export function pageOf(link, request, params, deadline) {
  const { row, name, raw } = request;
  const learn = (operating, resetAt) => link.learn(name, operating, resetAt);
  const read = (status, bytes) => decode(row, status, bytes, raw, learn);
  return link.exchange({ ...request, body: JSON.stringify(params) }, read, deadline);
}
