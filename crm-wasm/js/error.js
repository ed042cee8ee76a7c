// CrmError, the one error of this package, and the failures that become one.

/** What went wrong, with everything a program needs to decide what to do next. */
export class CrmError extends Error {
  /** @param {object} facts the members that runtime.d.ts declares; what is left out is nothing known */
  constructor(message, facts) {
    super(message);
    this.kind = facts.kind;
    this.code = facts.code ?? "";
    this.method = facts.method ?? "";
    this.status = facts.status ?? 0;
    this.description = facts.description ?? "";
    this.retryable = facts.retryable ?? false;
    this.outcome = facts.outcome ?? "rejected";
    this.problems = facts.problems ?? [];
  }
}

// On the prototype, as with the language's own errors: it is the class's name, not a fact of one error.
Object.defineProperty(CrmError.prototype, "name", { value: "CrmError", configurable: true, writable: true });

/** A failure on its way to the function that was called, which knows the name to put before it. */
export class Failure {
  /**
   * @param {string} text what to tell people
   * @param {object} facts the members of the CrmError it becomes
   */
  constructor(kind, text, facts) {
    this.text = text;
    this.facts = { kind, ...facts };
  }

  static validation(problems) {
    const sentences = problems.map(({ path, message }) => `${path} ${message}`);
    return new Failure("validation", (problems.length > 1 ? "\n  " : "") + sentences.join("\n  "), { problems });
  }

  /** @param {string[]} secrets what must not be in it */
  toError(label, method, secrets) {
    const { code = "", description = "", problems = [] } = this.facts;
    const clean = (text) => redact(text, secrets);
    return new CrmError(clean(`${label}: ${this.text}`).replace(": \n", ":\n"), {
      ...this.facts,
      method,
      code: clean(code),
      description: clean(description),
      problems: problems.map(({ path, message }) => ({ path: clean(path), message: clean(message) })),
    });
  }
}

/** Does something; a failure leaves it as a CrmError. The one door for texts, so the one place that removes secrets. */
export async function reported(label, method, secrets, work) {
  try {
    return await work();
  } catch (failure) {
    throw failure instanceof Failure ? failure.toError(label, method, secrets()) : failure;
  }
}

/** The text without the secrets. One of fewer than four characters stays: hiding it would tell more than it hides. */
export function redact(text, secrets) {
  return secrets.reduce((clean, secret) => (secret.length < 4 ? clean : clean.replaceAll(secret, "***")), text);
}
