// One page of a list.

import { reader } from "../answer.js";
import { failed } from "../error.js";

/** Whether the rows of a page are objects. */
export const isGood = (page) => page.items.every((row) => row && typeof row === "object");

/** Reads a page. */
export function pageOf(link, request, params, deadline) {
  const decode = reader(link, request);
  const read = (status, bytes) => {
    const page = decode(status, bytes);
    if (isGood(page)) return page;
    throw failed("protocol", `the portal's answer has rows that are none (HTTP ${status})`, { status });
  };
  return link.exchange({ ...request, body: JSON.stringify(params) }, read, deadline);
}
