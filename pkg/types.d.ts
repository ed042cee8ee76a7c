// What the generated declarations in index.d.ts are made of, and the function that takes the names declared there.

import type { Methods } from "./index.js";
import type { CallOptions } from "./runtime.js";

/** The number of a record, to be sent. Digits in a string will do; what comes back is always a number. */
export type Id = number | `${bigint}`;

/** A day or a moment, to be sent: a `Date` or ISO 8601 text. What comes back is text. */
export type DateInput = Date | string;

/** A file, to be sent. */
export type FileInput =
  | File
  | Blob
  /** A name and the content in Base64, without `data:` in front. */
  | { fileData: readonly [name: string, base64: string] }
  /** A file that is there already: it stays, or goes when `remove` is given. */
  | { id: Id; remove?: "Y" };

/** A file, as it comes back. */
export interface FileInfo {
  /** The file's number. */
  id: number;
  /** Where to see it, below the portal's address. */
  showUrl: string;
  /** Where to download it, below the portal's address. */
  downloadUrl: string;
}

/** One page of a list. */
export interface Page<Row> {
  /** The rows, 50 at most. */
  items: Row[];
  /** How many rows there are on all pages. Missing or 0 where the portal did not count. */
  total?: number;
  /** Where the next page starts; missing on the last one. */
  next?: number;
}

/** What a method without parameters takes. */
export type NoParams = Record<string, never>;

/** The options of a call whose `raw` is known, so that the type of its result is. */
export interface CallOptionsWith<Raw extends boolean> extends CallOptions {
  raw?: Raw;
}

/** A call's result: of unknown shape where `raw` asks for the wire's own values, or may do so. */
export type Answer<Result, Raw extends boolean> = [Raw] extends [false] ? Result : unknown;

/** Declared custom fields, to be sent: text may be a `Date`. */
export type CustomInput<Fields> = { [Name in keyof Fields]?: Sent<Fields[Name]> };

type Sent<Value> = unknown extends Value
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Sent<Item>[]
    : string extends Value
      ? Value | Date
      : Value;

/** How to sort. */
export type Direction = "ASC" | "DESC";

/** Directions by field name. The first field counts first. */
export type Order<Name extends string> = { [Field in Name]?: Direction };

/**
 * Conditions on fields, all of which must hold. The operator stands in front of the name: `{ ">=DATE_CREATE": new Date(0) }`.
 *
 * - no operator or `=`: is this, or one of these · `!` or `!=`: is not · `@`: is one of these · `!@`: is none of these
 * - `>`, `>=`, `<`, `<=`: compares
 * - `%`: contains · `=%` and `%=`: is like, with `%` for anything · `!%`, `!=%`, `!%=`: the opposites, on custom fields only:
 *   on others the portal ignores the `!`
 *
 * `""` and null ask for empty fields, with `!` for filled ones. An empty list is refused: the portal would take it for no
 * condition. Names in `Bare` stand without operators. The rarer operators `?`, `+`, `*` and `!>` are not typed: what they do
 * depends on the field's storage and the portal's version.
 */
export type Filter<Fields, Bare = unknown> = {
  [Name in keyof Fields as `${"" | "=" | "!" | "!=" | "@" | "!@"}${Name & string}`]?:
    OneOrMore<Compared<Fields[Name]>> | "" | null;
} & {
  [Name in keyof Fields as Comparable<Fields, Name, `${">" | ">=" | "<" | "<="}${Name & string}`>]?: Compared<
    Fields[Name]
  >;
} & {
  [Name in keyof Fields as Texts<Fields, Name, `${"!" | ""}${"%" | "=%" | "%="}${Name & string}`>]?: string;
} & {
  [Name in keyof Bare]?: Bare[Name];
};

/**
 * Conditions in groups, where a method takes them: those of a group must all hold, or one of them where `logic` is `OR`.
 *
 * ```js
 * { "@sourceId": ["WEB", "CALL"], 0: { logic: "OR", 0: { "!=name": "" }, 1: { "!=lastName": "" } } }
 * ```
 */
export interface FilterGroups<Conditions> {
  /** How the conditions and groups beside it are joined. Left out, all must hold. */
  logic?: "AND" | "OR";
  /** Groups bear numbers: 0, 1, 2 … */
  [group: number]: Conditions;
}

type OneOrMore<Value> = Value | readonly Value[];
// A multiple field is compared by one of its values.
type Compared<Value> = unknown extends Value
  ? Value
  : Value extends readonly (infer Item)[]
    ? Item
    : Exclude<Value, null>;
type Comparable<Fields, Name extends keyof Fields, Key> = Fields[Name] extends boolean ? never : Key;
// Anything may be a text.
type Texts<Fields, Name extends keyof Fields, Key> = unknown extends Fields[Name]
  ? Key
  : Compared<Fields[Name]> extends string
    ? Key
    : never;

/**
 * What is left of `Row` by selecting `Select`: the named fields, and `Key`, which always comes.
 *
 * `*` stands for all fields but custom ones and those in `ByName`, `UF_*` for the custom ones. An empty list, or none, is `*`.
 * Where the names are only known when the program runs, any field may be missing.
 */
export type Selected<
  Row,
  Key extends keyof Row,
  ByName extends keyof Row,
  Select extends readonly string[],
> = number extends Select["length"]
  ? Pick<Row, Key> & Partial<Row>
  : Pick<Row, Key | Named<Row, ByName, Select extends readonly [] ? "*" : Select[number]>> &
      Custom<Row, Select[number]>;

type Named<Row, ByName extends keyof Row, Name extends string> =
  (Name extends keyof Row ? Name : never) | (Name extends "*" ? Exclude<keyof Row, ByName | `UF_${string}`> : never);

type Custom<Row, Name extends string> = "UF_*" extends Name
  ? { [Field in keyof Row as Field extends `UF_${string}` ? Field : never]: Row[Field] }
  : unknown;

/** The names of the methods that need no parameters. */
export type MethodsWithoutParams = {
  [Name in keyof Methods]: {} extends Methods[Name]["params"] ? Name : never;
}[keyof Methods];

/**
 * Calls a method by its name on the wire: the same as its function, typed by the same map.
 *
 * A method that is not in {@link Methods} can be called too. Its parameters and its result pass as they are.
 */
export function call<Name extends MethodsWithoutParams, Raw extends boolean = false>(
  name: Name,
  params?: Methods[Name]["params"],
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Methods[Name]["result"], Raw>>;
export function call<Name extends keyof Methods, Raw extends boolean = false>(
  name: Name,
  params: Methods[Name]["params"],
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Methods[Name]["result"], Raw>>;
export function call<Name extends string>(
  name: Name extends keyof Methods ? "(its parameters are missing, or wrong)" : Name,
  params?: object,
  options?: CallOptions,
): Promise<unknown>;

export {};
