// CrmError, the one error of this package. The WebAssembly module imports it too.

/** What went wrong, with everything a program needs to decide what to do next. */
export class CrmError extends Error {
  /** @param {Partial<CrmError>} facts */
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
