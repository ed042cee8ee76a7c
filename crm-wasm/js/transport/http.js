// One POST of JSON, and what comes back of it.

import { failed } from "../error.js";

const REDIRECTS = [301, 302, 303, 307, 308];

/** Node's words for a connection that never came to be: nothing was sent. Browsers do not tell. */
const UNSENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Posts JSON and gives the answer's status and bytes; `location` is there when it is a redirect, empty where a browser hides it.
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
    const moved = type === "opaqueredirect" || REDIRECTS.includes(status);
    const location = moved ? (response.headers.get("location") ?? "") : undefined;
    return { status, location, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    throw unreachable(error);
  }
}

// Node puts the reason into `cause`.
function unreachable(error) {
  const reason = error?.cause?.code ?? error?.message ?? "no reason given";
  const outcome = UNSENT.test(reason) ? "rejected" : "unknown";
  return failed("network", `the portal could not be reached (${reason})`, { retryable: true, outcome });
}
