// One POST of JSON, and what comes back of it.

import { failed } from "../error.js";

const REDIRECTS = [301, 302, 303, 307, 308];

/** Node's words for a connection that never came to be: nothing was sent. Browsers do not tell. */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_CONNECT_TIMEOUT|(?!ERR_SSL)\w*CERT\w*|UNABLE_TO_VERIFY\w*)$/;

/**
 * Posts JSON and gives the answer's status and its bytes in the pieces that came; `location` is there when it is a redirect, empty
 * where a browser hides it.
 *
 * @param dressed `{ body, headers, credentials }`, as a credential dresses a body
 */
export async function post(url, { body, headers, credentials = "omit" }, signal) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      signal: signal.real,
      // Not followed: a redirect that keeps the body would carry a token to wherever it points, one that does not would call
      // the method without its parameters.
      redirect: "manual",
      // With a token they are left out: the cookies of another user would make the portal refuse it.
      credentials,
    });
    const { status, type } = response;
    const moved = type === "opaqueredirect" || REDIRECTS.includes(status);
    const location = moved ? (response.headers.get("location") ?? "") : undefined;
    return { status, location, bytes: await bytesOf(response) };
  } catch (error) {
    throw unreachable(error);
  }
}

// Piece by piece: by `arrayBuffer()` Node takes a tenth longer for a call. A redirect that a browser hides has no body.
async function bytesOf({ body }) {
  const reader = body?.getReader();
  const pieces = [];
  for (let piece; reader && (piece = (await reader.read()).value);) pieces.push(piece);
  return pieces;
}

/** The text of bytes in pieces. */
export function textOf(pieces) {
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
}

/** The failure of a request that got no answer. Node puts the reason into `cause`. */
export function unreachable(error) {
  const code = error?.cause?.code;
  const reason = code ?? error?.message ?? "no reason given";
  const outcome = UNSENT.test(reason) ? "rejected" : "unknown";
  const what = [
    (outcome === "rejected" || !code) && "the portal could not be reached",
    outcome === "unknown" && "the connection was lost before the answer was complete",
  ];
  const text = `${what.filter(Boolean).join(", or ")} (${reason})`;
  return failed("network", text, { retryable: true, outcome, cause: error });
}
