// What is written by hand in this package: loading, a call's options, errors.
// The functions of the portal's methods are declared in index.d.ts, which re-exports this file.

import type { BatchOutcome } from "./batch.js";
import type { Portal } from "./connect.js";

/**
 * Makes the module ready. Optional: {@link connect} calls it. Later calls return the first one's promise; after a failure the
 * next call tries again.
 *
 * @param input Where the WebAssembly module is, for bundlers and servers that do not find it by themselves: its address, a
 *   `Response`, its bytes, or a compiled `WebAssembly.Module`. The file is exported as `crm-wasm/crm_wasm_bg.wasm`.
 * @throws {CrmError} kind `network` when the module cannot be loaded, `protocol` when it cannot be compiled. When the page's
 *   Content-Security-Policy is the reason, the message names the missing `'wasm-unsafe-eval'`.
 */
export function init(
  input?: URL | string | Response | Promise<Response> | BufferSource | WebAssembly.Module,
): Promise<void>;

/** Options of a call. */
export interface CallOptions {
  /** The portal to call, when it is not the first connected one. */
  client?: Portal;
  /** Ends the call. The portal may have done what it was asked to: see {@link CrmError.outcome}. */
  signal?: AbortSignal;
  /**
   * Milliseconds that the portal has to answer, 65,000 unless said: it gives up after 60,000 itself. `Infinity` for no limit. Each
   * time the call is sent again (`retries` of `connect`) it has as long; waiting for the portal's limits does not count.
   */
  timeout?: number;
  /**
   * Gives values as the portal wrote them: numbers in strings, `"Y"` and `"N"`, `[]` for an empty map. A list is still a page,
   * its rows are as written. A bare number beyond 2^53 loses digits here, as it does in `JSON.parse`.
   */
  raw?: boolean;
}

/** What went wrong, in a word a program can act on. */
export type CrmErrorKind =
  | "validation"
  | "auth"
  | "permission"
  | "notFound"
  | "limit"
  | "network"
  | "timeout"
  | "aborted"
  | "protocol"
  | "server";

/** One thing wrong with what was passed. */
export interface Problem {
  /** Where, as `params.fields.CONTACT_ID` or `params.items[2].SORT`. */
  path: string;
  /** What, as `is missing (integer, the contact to link)`. */
  message: string;
}

/**
 * The one error of this package. It never holds a token or a webhook's secret.
 *
 * ```js
 * try {
 *   await crmLeadContactAdd({ id, fields: { CONTACT_ID } });
 * } catch (error) {
 *   if (error instanceof CrmError && error.kind === "notFound") …
 * }
 * ```
 */
export class CrmError extends Error {
  private constructor();
  readonly name: "CrmError";
  /** What went wrong, in a word. */
  readonly kind: CrmErrorKind;
  /** The portal's error code, `QUERY_LIMIT_EXCEEDED`; often empty in CRM, and empty when the portal did not answer. */
  readonly code: string;
  /** The wire's name of the called method, `crm.lead.contact.add`; empty outside a call. */
  readonly method: string;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The portal's own text, in the portal's language; empty when it gave none. */
  readonly description: string;
  /**
   * Whether it is safe and of use to make the same call later, unchanged. False after a create whose `outcome` is `unknown`: it would
   * make a second record.
   */
  readonly retryable: boolean;
  /** `rejected`: the portal did not do what it was asked to. `unknown`: it may have, the answer did not arrive. */
  readonly outcome: "rejected" | "unknown";
  /** What was wrong with the arguments; empty unless `kind` is `validation`. */
  readonly problems: readonly Problem[];
  /**
   * What was behind it: what your `refresh` or `onRefresh` threw, the `reason` of your signal, the error of `fetch`. Printing the error
   * does not print it, and one that holds a token or a webhook's secret is left out.
   */
  readonly cause?: unknown;
  /** Of a batch that failed: what came of each of its commands, in the order in which they were added. */
  readonly results?: readonly BatchOutcome[];
}
