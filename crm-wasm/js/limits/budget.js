// What may be sent to a portal, and when.

/** The limits of one portal. */
export class Budget {
  /** Waits until a request may be sent. */
  async turn(_request, _deadline) {}

  /** Waits before another attempt. */
  async pause(_milliseconds, _failure, _request, _deadline) {}

  /** Forgets who waits. */
  close() {}
}
