// What the portal answered: a value, or the failure it stands for.

import { engine } from "./engine.js";
import { failed } from "./error.js";

/**
 * The value of an answer.
 *
 * @param learn is told the seconds of work that the method has used up of its limit, and when they are counted anew
 */
export function decode(row, status, bytes, raw, learn) {
  return opened(engine().__decode(row, status, bytes, raw), status, learn);
}

/** What the engine made of an answer: behind a `!` stands why there is no value, behind a `~` what the work has cost. */
export function opened(text, status, learn) {
  if (text.startsWith("!")) throw failureOf(JSON.parse(text.slice(1)), status);
  if (!text.startsWith("~")) return JSON.parse(text);
  const end = text.indexOf("\n");
  const [operating, resetAt] = text.slice(1, end).split(" ").map(Number);
  learn?.(operating, resetAt);
  return JSON.parse(text.slice(end + 1));
}

/** The failure that an error of the portal stands for. */
export function failureOf({ kind, text, code, description, retryable }, status) {
  if (text) return garbled(text, status);
  // Some texts end in markup.
  const said = description.replaceAll("<br>", " ").trim() || "the portal refused the call";
  // 501 says that nothing was done.
  const outcome = kind === "server" && status !== 501 ? "unknown" : "rejected";
  const facts = { code, description, status, retryable, outcome };
  // With 200 it is one command of a batch that was refused.
  const where = [code, status !== 200 && `HTTP ${status}`].filter(Boolean).join(", ");
  return failed(kind, where ? `${said} (${where})` : said, facts);
}

// A gateway that turns a call away answers 4xx by itself; anything else may come after the portal's work.
function garbled(text, status) {
  const turnedAway = status >= 400 && status < 500;
  return failed("protocol", `${text} (HTTP ${status})`, {
    status,
    retryable: !turnedAway || status === 429,
    outcome: turnedAway ? "rejected" : "unknown",
  });
}
