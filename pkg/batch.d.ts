// Batches: calls that are built first and sent together.
// index.d.ts re-exports this file.

import type { Methods, SelectedResults } from "./index.js";
import type { CallOptions, CrmError } from "./runtime.js";
import type { CallOptionsWith } from "./types.js";

/**
 * Sends many calls in one request, up to 50; more are split.
 *
 * ```js
 * const { lead, link } = await batch((b) => {
 *   const lead = b.crmLeadAdd({ fields: { TITLE: "Call back" } });
 *   return { lead, link: b.crmLeadContactAdd({ id: lead, fields: { CONTACT_ID: 12 } }) };
 * });
 * ```
 *
 * `build` adds commands: `b` has a function for every method, which takes what the method takes and gives a reference to the
 * result. References and their parts (`page.items[0].ID`) can be parameters of later commands, and `build` returns those whose
 * values are wanted, in any structure of objects and arrays. The promise gives the same structure with the values.
 *
 * Commands are run in their order. One that refers to a part of a result is sent in a later request with the value in it; one whose
 * reference has no value is never sent. Only `create` methods' ids are known without another request.
 *
 * A command that the portal refuses for its limits is sent again as a call is, where that keeps the order: when none after it was
 * done, or when it reads and so did those. Any other fails with kind `limit`, `retryable`. With `halt` none is sent again.
 *
 * @throws {CrmError} The failure of the first command that failed, whether its value was asked for or not; `results` of the error
 *   tells what came of each. Kind `validation` when parameters are wrong: all that is wrong with all commands, and nothing is sent. What
 *   came of a reference is checked when it is there: by then the commands before it were done, and `results` tells which.
 */
export const batch: {
  <const Built>(build: (b: Batch) => Built, ...options: BatchRest<Built>): Promise<BatchValues<Built>>;
  /**
   * Does the same and never fails for a command: gives for each reference whether its command was done, as `Promise.allSettled`
   * does.
   *
   * ```js
   * const [one, two] = await batch.settled((b) => [b.crmLeadDelete({ id: 1 }), b.crmLeadDelete({ id: 2 })]);
   * if (one.status === "rejected") one.reason.kind;
   * ```
   *
   * @throws {CrmError} Kind `validation` when parameters are wrong.
   */
  settled<const Built>(build: (b: Batch) => Built, ...options: BatchRest<Built>): Promise<BatchOutcomes<Built>>;
};

/** The options of a batch, which an async function cannot build: its commands are to be added at once. */
export type BatchRest<Built> =
  Built extends ReferenceTo<unknown>
    ? [options?: BatchOptions]
    : Built extends Promise<unknown>
      ? [mistake: "build is async: add the commands at once, their values come with the batch"]
      : [options?: BatchOptions];

/** Options of a batch. */
export interface BatchOptions extends Omit<CallOptions, "raw"> {
  /**
   * Whether the first failure ends the batch: no command after it is run.
   *
   * @default false
   */
  halt?: boolean;
}

/** What a batch is built with: a function for every method, under the name that its own function has. */
export type Batch = { readonly [Name in keyof Methods as FunctionName<Name>]: Command<Name> } & {
  /** Adds a command by the method's name on the wire; one that is not in {@link Methods} takes and gives anything. */
  call<Name extends string, Raw extends boolean = false>(
    name: Name,
    ...rest: Rest<Name extends keyof Methods ? Methods[Name]["params"] : object, Raw>
  ): Reference<Name extends keyof Methods ? Given<Methods[Name]["result"], Raw> : any>;
};

/** The name of a method's function: `crmLeadAdd` for `crm.lead.add`. */
export type FunctionName<Name extends string> = Name extends `${infer Head}.${infer Tail}`
  ? `${Head}${Capitalize<FunctionName<Tail>>}`
  : Name;

/** Adds a command and gives a reference to its result. */
type Command<Name extends keyof Methods> = Name extends keyof SelectedResults<[]>
  ? <const Select extends readonly Choice<Methods[Name]["params"]>[] = readonly [], Raw extends boolean = false>(
      ...rest: Rest<Omit<Methods[Name]["params"], "select">, Raw, { select?: Select }>
    ) => Reference<Given<SelectedResults<Select>[Name], Raw>>
  : <Raw extends boolean = false>(
      ...rest: Rest<Methods[Name]["params"], Raw>
    ) => Reference<Given<Methods[Name]["result"], Raw>>;

type Choice<Params> = Params extends { select?: readonly (infer Name)[] } ? Name : never;

type Rest<Params, Raw extends boolean, More = unknown> = {} extends Params
  ? [params?: Inner<Params> & More, options?: Pick<CallOptionsWith<Raw>, "raw">]
  : [params: Inner<Params> & More, options?: Pick<CallOptionsWith<Raw>, "raw">];

// Nobody knows the wire's own values: they may be anything, everywhere.
type Given<Result, Raw extends boolean> = [Raw] extends [false] ? Result : any;

declare const value: unique symbol;

/** Stands for a value that there is not yet. */
export interface ReferenceTo<Value> {
  readonly [value]: Value;
}

/**
 * Stands for a command's result, or for a part of it: what can be got from the value can be got from its reference. There is no
 * value before the batch was sent, so it cannot be compared, printed or put into a text.
 */
export type Reference<Value> = 0 extends 1 & Value ? any : ReferenceTo<Value> & Parts<Value>;

type Parts<Value> =
  NonNullable<Value> extends readonly (infer Item)[]
    ? Items<Item | undefined> & { readonly length: Reference<number | Lost<Value>> }
    : NonNullable<Value> extends object
      ? { readonly [Name in keyof NonNullable<Value>]-?: Reference<NonNullable<Value>[Name] | Lost<Value>> }
      : unknown;

// A part of nothing is missing.
type Lost<Value> = Extract<Value, null | undefined> extends never ? never : undefined;

// By name, so that those of a page are there for who has to look whether an item of an index is.
type Items<Item> = { readonly [Place in Places]: Reference<Item> } & { readonly [place: number]: Reference<Item> };
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Places = Digit | `${1 | 2 | 3 | 4}${Digit}`;

/**
 * Parameters in a batch: at any place a reference may stand for the value. One that is null or missing when the time comes is a
 * failure of its command where a value is needed.
 */
export type BatchParams<Params> = [Params] extends [never]
  ? never
  : Inner<Params> | ReferenceTo<Params | null | undefined>;

type Inner<Params> = Params extends Date | Blob
  ? Params
  : Params extends object
    ? { [Name in keyof Params]: BatchParams<Params[Name]> }
    : Params;

/** What was built, with values in the place of references. */
export type BatchValues<Built> = 0 extends 1 & Built
  ? unknown
  : Built extends ReferenceTo<infer Value>
    ? Value
    : Built extends Date
      ? Built
      : Built extends object
        ? { -readonly [Name in keyof Built]: BatchValues<Built[Name]> }
        : Built;

/** What was built, with outcomes in the place of references. */
export type BatchOutcomes<Built> = 0 extends 1 & Built
  ? BatchOutcome
  : Built extends ReferenceTo<infer Value>
    ? BatchOutcome<Value>
    : Built extends Date
      ? Built
      : Built extends object
        ? { -readonly [Name in keyof Built]: BatchOutcomes<Built[Name]> }
        : Built;

/** What came of a command. */
export type BatchOutcome<Value = unknown> =
  | { status: "fulfilled"; value: Value }
  /** `cause` of the reason is the failure of another command that kept this one from being run. */
  | { status: "rejected"; reason: CrmError };
