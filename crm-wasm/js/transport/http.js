// One POST of JSON, and what comes back of it.

import { Failure, failed } from "../error.js";

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Posts JSON and gives the answer's status and bytes.
 *
 * @param dressed `{ body, headers, credentials }`, as a credential dresses a body
 */
export async function post(url, { body, headers, credentials = "omit" }, deadline) {
  deadline.sent = true;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      signal: deadline.signal,
      // Not followed: a redirect that keeps the body would carry a token to wherever it points, one that does not would call
      // the method without its parameters.
      redirect: "manual",
      // With a token they are left out: the cookies of another user would make the portal refuse it.
      credentials,
    });
    const { status, type } = response;
    if (type === "opaqueredirect" || REDIRECTS.includes(status)) throw moved(status);
    return { status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    throw error instanceof Failure ? error : unreachable(error);
  }
}

function moved(status) {
  const text = "the portal redirects to another address; if it was renamed, connect to its new one";
  return failed("protocol", text, { status });
}

// Node puts the reason into `cause`.
function unreachable(error) {
  const reason = error?.cause?.code ?? error?.message ?? "no reason given";
  return failed("network", `the portal could not be reached (${reason})`, { retryable: true, outcome: "unknown" });
}
