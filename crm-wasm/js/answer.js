// What the portal answered: a value, or the failure it stands for.

import { engine } from "./engine.js";
import { failed } from "./error.js";

/** The value of an answer; the engine throws why there is none, as JSON. */
export function decode(row, status, bytes, raw) {
  let text;
  try {
    text = engine().__decode(row, status, bytes, raw);
  } catch (refusal) {
    throw typeof refusal === "string" ? failureOf(JSON.parse(refusal), status) : refusal;
  }
  return JSON.parse(text);
}

function failureOf({ kind, text, code, description, retryable }, status) {
  if (text) return garbled(text, status);
  // Some texts end in markup.
  const said = description.replaceAll("<br>", " ").trim() || "the portal refused the call";
  const facts = { code, description, status, retryable, outcome: kind === "server" ? "unknown" : "rejected" };
  return failed(kind, `${said} (${code && `${code}, `}HTTP ${status})`, facts);
}

// A gateway that turns a call away answers 4xx by itself; anything else may come after the portal's work.
function garbled(text, status) {
  const turnedAway = status >= 400 && status < 500;
  return failed("protocol", `${text} (HTTP ${status})`, {
    status,
    retryable: status === 429 || status >= 500,
    outcome: turnedAway ? "rejected" : "unknown",
  });
}
