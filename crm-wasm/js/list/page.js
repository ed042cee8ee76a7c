// One page of a list.

import { decode } from "../answer.js";
import { failed } from "../error.js";

/** Whether the rows of a page are objects. */
export const isGood = (page) => page.items.every((row) => row && typeof row === "object");

/** Reads a page. */
export function pageOf(link, request, params, deadline) {
  const { row, name, raw } = request;
  const learn = (operating, resetAt) => link.learn(name, operating, resetAt);
  const read = (status, bytes) => {
    const page = decode(row, status, bytes, raw, learn);
    if (isGood(page)) return page;
    throw failed("protocol", `the portal's answer has rows that are none (HTTP ${status})`, { status });
  };
  return link.exchange({ ...request, body: JSON.stringify(params) }, read, deadline);
}
