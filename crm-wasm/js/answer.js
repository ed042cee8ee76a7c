// What the portal answered: a value, or the failure it stands for.

import { engine, factsOf } from "./engine.js";
import { failed } from "./error.js";
import { textOf } from "./transport/http.js";

/**
 * The value of an answer.
 *
 * @param bytes in pieces
 * @param learn is told the seconds of work that the method has used up of its limit, and when they are counted anew
 */
export function decode(row, status, bytes, raw, learn) {
  const read = () => (raw ? textOf(bytes) : engine().__answer(row, bytes));
  const { result, total, next, time } = envelope(read, status, bytes);
  const value = valueOf(row, result, total, next);
  if (status >= 400 || value === undefined) throw garbled("has neither a result nor an error", status);
  spent(time, learn);
  return value;
}

/** What makes the value of an answer to a request, and tells the link what it has cost. */
export function reader(link, { row, name, raw }) {
  return (status, bytes) => decode(row, status, bytes, raw, (...cost) => link.learn(name, ...cost));
}

/**
 * What came of each command of a batch, in their order: `{ value }` or `{ failure }`, or neither of one that was not run.
 *
 * @param commands `{ row, raw }`
 * @param learn is told the command and what it has cost
 */
export function decodeBatch(commands, status, bytes, learn) {
  const rows = Int32Array.from(commands, ({ row, raw }) => row * 2 + Number(raw));
  const { result } = envelope(() => engine().__answers(rows, bytes), status, bytes);
  if (status >= 400 || result === undefined) throw garbled("has neither a result nor an error", status);
  // PHP writes parts with keys without a gap as lists, which are read as maps are.
  const part = (name, key) => result?.[name]?.[key];
  return commands.map((command, key) => {
    spent(part("result_time", key), (...cost) => learn(command, ...cost));
    const error = part("result_error", key);
    if (error) return { failure: refused(error, "", status, "") };
    const wire = part("result", key);
    if (wire === undefined) return {};
    const value = valueOf(command.row, wire, part("result_total", key), part("result_next", key));
    return value === undefined ? { failure: garbled("has no rows", status) } : { value };
  });
}

/** An answer as JSON that is no error. */
function envelope(read, status, bytes) {
  let answer;
  try {
    answer = JSON.parse(read()) ?? {};
  } catch {
    const text = textOf(bytes).trim();
    if (text[0] === "<") throw garbled("is a web page instead of JSON", status);
    throw garbled(text ? "is no JSON" : "is empty", status);
  }
  // A success may say "error": false.
  if (answer.error || answer.error === "") throw refused(answer.error, answer.error_description, status);
  return answer;
}

/** The result of a method, of one with pages the page: none where the answer has no rows. */
function valueOf(row, result, total, next) {
  const { list } = factsOf(row);
  if (!list) return result;
  const items = list.rows.split(".").reduce((found, name) => found?.[name], { result });
  if (items !== null && typeof items !== "object") return undefined;
  const page = { items: Object.values(items ?? []) };
  if (total != null) page.total = Number(total);
  if (next != null) page.next = Number(next);
  return page;
}

function spent(time, learn) {
  if (time?.operating > 0) learn?.(time.operating, time.operating_reset_at ?? 0);
}

/**
 * The failure that an error of the portal stands for. A command of a batch has no status of its own but the batch's,
 * which its text leaves out.
 *
 * @param error its code, or an object with code and text by the names of the protocol's third version or of a batch
 */
function refused(error, text, status, http = `HTTP ${status}`) {
  const code = said(error.code ?? error.error ?? error);
  const description = said(error.message ?? error.error_description ?? text);
  const [kind, retryable] = engine().__classify(status, code, description);
  // Some texts end in markup.
  const sentence = description.replaceAll("<br>", " ").trim() || "the portal refused the call";
  // Whatever it says, a server that breaks down may do so after its work. 501 says that nothing was done.
  const broken = (status >= 500 || kind === "server") && status !== 501 && kind !== "limit";
  const outcome = broken ? "unknown" : "rejected";
  const facts = { code, description, status, retryable: !!retryable, outcome };
  const where = [code, http].filter(Boolean).join(", ");
  return failed(kind, where ? `${sentence} (${where})` : sentence, facts);
}

/** A text, or a number as one; of anything else nothing. */
function said(value) {
  return ["string", "number"].includes(typeof value) ? `${value}` : "";
}

// A gateway that turns a call away answers 4xx by itself; anything else may come after the portal's work.
function garbled(text, status) {
  const turnedAway = status >= 400 && status < 500;
  return failed("protocol", `the portal's answer ${text} (HTTP ${status})`, {
    status,
    retryable: !turnedAway || status === 429,
    outcome: turnedAway ? "rejected" : "unknown",
  });
}
