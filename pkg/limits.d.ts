// How a client keeps the portal's limits and when it sends a call again: settings of `connect` for every way to a portal.

/** Settings of `connect` beside the way to the portal. */
export interface ClientSettings {
  /** Merges calls that are made in the same tick into batches, up to 50 in one request. Off unless said. */
  autoBatch?: boolean;
  /**
   * What the portal's plan allows, where it is not the usual; `false` keeps no limits at all.
   *
   * Calls to the same portal share one budget: all clients of a program, and in browsers all frames and tabs of the same origin.
   * A call that has to wait keeps its order; reads and other calls take turns. Waiting does not count against a call's `timeout`.
   *
   * ```js
   * await connect({ limits: { burst: 250, perSecond: 5 } });      // an Enterprise plan
   * ```
   */
  limits?: false | PortalLimits;
  /**
   * How often a call is sent again after a failure that may pass, 4 times unless said; 0 never does.
   *
   * | after | sent again |
   * | --- | --- |
   * | too many requests, operating time used up, a connection that never came to be | every call |
   * | a lost connection, a web page or half an answer, a server's failure (500 or more, but 501) | reads, updates, deletes |
   * | no answer in time | the same, twice at most |
   * | everything else, and a code that says why not, whatever the status | no call |
   *
   * A batch is sent again if all of its commands may be: one with a create counts as a create.
   *
   * Before the second attempt there is a pause of up to one second, before each later one of up to twice as long. `timeout` is
   * for each attempt; `signal` ends them all.
   */
  retries?: number;
  /**
   * Is told when a call waits for 100 milliseconds or longer. What it throws, or rejects with, is printed by `console.error` and
   * ends nothing.
   */
  onWait?: (wait: Wait) => void;
}

/**
 * What a portal's plan allows. What is left out is as in most plans.
 *
 * Clients of the same portal keep one budget: what the last of them was told holds for all, as long as it is connected.
 */
export interface PortalLimits {
  /** Requests at once, a whole number; 50 unless said. */
  burst?: number;
  /** Requests a second once those are spent, 0.001 at least; 2 unless said. To keep no limits, pass `limits: false`. */
  perSecond?: number;
  /** Seconds that one method may work in ten minutes, 20 at least; 480 unless said. `Infinity`: methods never wait for it. */
  operating?: number;
  /**
   * Milliseconds that a call waits at most when its method has used up its operating time; 60,000 unless said,
   * `Infinity` as long as it takes. Is it longer until the portal counts anew, the call fails at once, kind `limit`.
   */
  operatingWait?: number;
}

/** Why a call waits. */
export interface Wait {
  /**
   * `requests`: too many calls at once. `operating`: its method has used up its operating time. `retry`: it failed and is sent
   * again.
   */
  reason: "requests" | "operating" | "retry";
  /** The wire's name of the method, `crm.lead.list`; `batch` for a batch. */
  method: string;
  /** About how long. */
  milliseconds: number;
}
