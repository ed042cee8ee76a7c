// CrmError, the one error of this package, and the failures that become one.

import { tagOf } from "./snapshot.js";

/** What every error has, whatever else is known. */
const UNKNOWN = {
  kind: "",
  code: "",
  method: "",
  status: 0,
  description: "",
  retryable: false,
  outcome: "rejected",
  problems: Object.freeze([]),
};

/** What went wrong, with everything a program needs to decide what to do next. */
export class CrmError extends Error {
  /** @param {object} facts the members that runtime.d.ts declares */
  constructor(message, facts) {
    super(message);
    Object.assign(this, UNKNOWN, facts);
  }

  // Node prints it, and a minified class has another.
  static name = "CrmError";

  // On the prototype, as with the language's own errors: it is the class's name, not a fact of one error.
  get name() {
    return "CrmError";
  }
}

/** A failure on its way to the function that was called, which knows the name to put before it. */
export class Failure {
  /**
   * @param {string} text what to tell people
   * @param {object} facts the members of the CrmError it becomes; `fresh` are secrets that only this failure knows of
   */
  constructor(kind, text, facts) {
    this.text = text;
    this.facts = { kind, ...facts };
  }

  /** The same with other facts: several calls may end with this one. */
  but(facts) {
    return new Failure("", this.text, { ...this.facts, ...facts });
  }

  /** @param {string[]} secrets what must not be in it */
  toError(label, method, secrets) {
    const { cause, fresh = [], ...facts } = this.facts;
    const error = new CrmError(redact(label + this.text, secrets), redact({ ...facts, method }, secrets));
    // To be asked for, not printed with it: nobody knows what the application's own errors hold.
    if (cause !== undefined && !tells(cause, [...secrets, ...fresh]))
      Object.defineProperty(error, "cause", { get: () => cause, configurable: true });
    return error;
  }
}

/** A failure, its sentence to follow a name. */
export function failed(kind, text, facts) {
  return new Failure(kind, `: ${text}`, facts);
}

/** What was thrown, as a failure: other errors come of an answer that nobody foresaw. */
export function failureOf(error, outcome) {
  if (error instanceof Failure || error instanceof CrmError) return error;
  return failed("protocol", `something unforeseen came (${error?.message})`, { outcome, cause: error });
}

/** The failure of arguments: one problem on the line, several below each other. */
export function invalid(problems) {
  const sentences = problems.map(({ path, message }) => `${path} ${message}`);
  return new Failure("validation", (problems.length > 1 ? ":\n  " : ": ") + sentences.join("\n  "), { problems });
}

/** Does something; a failure leaves it as a CrmError. The one door for texts, so the one place that removes secrets. */
export async function reported(label, method, secrets, work) {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error, "unknown");
    throw failure instanceof Failure ? failure.toError(label, method, secrets()) : failure;
  }
}

/** Whether a secret is in a value, or may be: in what is nested deeply, or is of a kind that keeps its content to itself. */
function tells(value, secrets, depth = 4) {
  if (Object(value) !== value) return secrets.some((secret) => secret && String(value).includes(secret));
  if (!depth || !/^(Object|Array|Error|DOMException)$/.test(tagOf(value))) return typeof value !== "function";
  try {
    return ["message", ...Object.getOwnPropertyNames(value)].some((name) => tells(value[name], secrets, depth - 1));
  } catch {
    return true;
  }
}

/**
 * A text, or all texts in a value, without the secrets. One of fewer than four characters stays: hiding it would tell more than
 * it hides.
 */
function redact(value, secrets) {
  if (typeof value === "string") {
    return secrets.reduce((clean, secret) => (secret.length < 4 ? clean : clean.replaceAll(secret, "***")), value);
  }
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redact(member, secrets)]));
}
