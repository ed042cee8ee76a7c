// A command to the portal page: what is sent is checked, and what comes back is judged.

import { failed, invalid, reported } from "../error.js";
import { bounded, checks, read } from "../options.js";
import { Snapshot } from "../snapshot.js";
import { ANSWER_TIME } from "../transport/frame.js";
import { MUTE, meaningOf, takesTime } from "./silence.js";

const OPTIONS = { timeout: checks.timeout, signal: checks.signal };

/** The function that sends a command and gives its answer, or what `result` makes of it; `own` are checks of its own options. */
export function asker(link, frame) {
  return (label, command, params, options, result, own) => {
    const work = async () => {
      const problems = [];
      const json = message(command, params, problems);
      const patience = takesTime(command) ? Infinity : ANSWER_TIME;
      const { timeout = patience, signal } = read(options, "options", { ...own, ...OPTIONS }, problems);
      check(link, problems);
      if (MUTE.includes(command)) return frame.tell(command, json);
      const settings = { timeout: bounded(timeout), signals: [signal, link.closed], why: meaningOf(command) };
      const answer = await frame.ask(command, json, settings);
      return label === "call" ? answer : judged(command, answer, result);
    };
    return reported(`placement.${label}`, "", () => link.secrets, work);
  };
}

/** Does something at once, unless there are problems; a failure leaves it as a CrmError. */
export function now(link, label, problems, work) {
  try {
    check(link, problems);
  } catch (failure) {
    throw failure.toError(`placement.${label}`, "", link.secrets);
  }
  return work();
}

/** A command's parameters as JSON, empty where it has none. */
export function message(command, params, problems) {
  if (typeof command !== "string" || !command)
    problems.push({ path: "command", message: "is not the name of a command" });
  return params === undefined ? "" : new Snapshot(params, "params", problems).textWithoutFiles();
}

function check(link, problems) {
  if (problems.length) throw invalid(problems);
  if (link.closed.aborted) throw failed("auth", "this portal was closed: await connect() again");
}

/** The kind of a refusal, where it is not one of rights. */
const KINDS = { __proto__: null, PATH_NOT_AVAILABLE: "notFound" };

/** The value of an answer. The page's, too, may be anything. */
function judged(command, answer, result) {
  const { errorCode, error } = Object(answer);
  // It answers with all of the application's options, whatever they are called.
  const code = command === "setAppOption" ? error === "access_denied" && error : (errorCode ?? error);
  if (code)
    throw failed(KINDS[code] ?? "permission", `the portal page refuses ${command} (${code})`, { code: `${code}` });
  try {
    if (!result || (answer && typeof answer === "object")) return result?.(answer);
  } catch {
    // It is not what it should be.
  }
  throw failed("protocol", `the portal page's answer to ${command} is not what was asked for`);
}
