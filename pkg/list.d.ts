// All rows of a list: what the functions that end in All give and take.
// index.d.ts re-exports this file.

import type { CallOptionsWith } from "./types.js";

/**
 * All rows of a list, to be taken one by one or at once. They are read as they are taken, up to 2,500 in a request; no more than one
 * request's rows wait in memory.
 *
 * ```js
 * for await (const lead of crmLeadListAll({ filter: { STATUS_ID: "NEW" } })) …     // break ends the reading
 * const leads = await crmLeadListAll({ select: ["ID", "TITLE"] }).toArray();
 * ```
 *
 * Nothing is sent before the first row is asked for, and what is wrong with the parameters is said then. Each loop, and each
 * `toArray()`, reads the list anew.
 */
export interface Rows<Row> extends AsyncIterable<Row> {
  [Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined>;
  /** Reads all rows into an array. */
  toArray(): Promise<Row[]>;
}

/** Options of the functions that give all rows of a list. */
export interface ListOptions<Raw extends boolean = boolean> extends CallOptionsWith<Raw> {
  /** How many rows at most; no more requests are made than these take. */
  limit?: number;
  /**
   * Hears how far the reading is, after each request; a promise it gives is waited for. What it throws or rejects with ends the
   * reading, and is what the loop or `toArray()` fails with.
   *
   * ```js
   * onProgress: ({ loaded, total }) => (bar.value = loaded / total)
   * ```
   */
  onProgress?: (progress: ListProgress) => void | Promise<void>;
}

/** How far the reading of a list is. */
export interface ListProgress {
  /** How many rows have been read. */
  loaded: number;
  /** How many there will be: counted with the first request, in the end the same as `loaded`. */
  total: number;
}
