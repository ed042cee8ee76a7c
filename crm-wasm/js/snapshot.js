// What was passed, as JSON, written at once; what JSON cannot say is a problem in it and not a silent null.

import { invalid } from "./error.js";

/** Levels of nesting; the portal's own limit is not far above, and stacks are not endless. */
const DEPTH = 100;

/** What JSON cannot say, by `typeof`. */
const UNSAYABLE = {
  bigint: "is a BigInt, which JSON cannot hold: pass a string of digits",
  function: "is a function, which JSON cannot hold",
  symbol: "is a symbol, which JSON cannot hold",
  undefined: "is undefined, which a list cannot hold: leave it out or pass null",
};

/** Half of a pair of code units that is one character; PHP refuses a body with one, and calls the method without its parameters. */
const HALF = /\p{Surrogate}/u;

/** The place of a file in a text: JSON never holds the character itself. */
const SLOT = "\0";

/** Writes a value that is to be sent as JSON; adds to `problems`. Files are read by `text()`. */
export class Snapshot {
  #text;
  #files = [];
  #ancestors = [];
  #problems;

  constructor(value, path, problems) {
    this.#problems = problems;
    this.#text = this.#value(value, path);
  }

  /** The whole, the files read and put in as the portal takes them. */
  async text() {
    const parts = this.#text.split(SLOT);
    for (const [at, { blob, path }] of this.#files.entries()) {
      try {
        const fileData = [blob.name ?? "file", base64(new Uint8Array(await blob.arrayBuffer()))];
        parts[at] += JSON.stringify({ fileData });
      } catch {
        throw invalid([{ path, message: "is a file that cannot be read" }]);
      }
    }
    return parts.join("");
  }

  /** The whole where there can be no files. */
  textWithoutFiles() {
    for (const { path } of this.#files) this.#refuse(path, "is a file, which cannot be sent here");
    return this.#text;
  }

  #refuse(path, message) {
    this.#problems.push({ path, message });
    return "null";
  }

  #value(value, path) {
    if (typeof value === "object" && value !== null) return this.#object(value, path);
    if (typeof value === "string") return this.#string(value, path);
    if (typeof value === "number" && !Number.isFinite(value)) {
      return this.#refuse(path, `is ${Number.isNaN(value) ? "NaN" : "infinite"}, expected a number`);
    }
    const unsayable = UNSAYABLE[typeof value];
    return unsayable ? this.#refuse(path, unsayable) : `${value}`;
  }

  #string(value, path) {
    if (HALF.test(value)) this.#refuse(path, "holds half a character (a lone surrogate): cut texts with Array.from");
    return JSON.stringify(value);
  }

  #object(value, path) {
    if (this.#ancestors.includes(value)) return this.#refuse(path, "is a cycle: the value holds itself");
    if (this.#ancestors.length >= DEPTH) return this.#refuse(path, `is nested deeper than ${DEPTH} levels`);
    this.#ancestors.push(value);
    const text = this.#structure(value, path);
    this.#ancestors.pop();
    return text;
  }

  #structure(value, path) {
    const tag = tagOf(value);
    if (tag === "Date")
      return Number.isNaN(+value) ? this.#refuse(path, "is an invalid Date") : JSON.stringify(momentOf(value));
    if (tag === "File" || tag === "Blob") return this.#file(value, path);
    if (typeof value.toJSON === "function") return this.#said(value, path);
    if (tag === "Array") return `[${Array.from(value, (item, place) => this.#value(item, `${path}[${place}]`))}]`;
    if (tag === "Object") return `{${this.#members(value, path)}}`;
    return this.#refuse(path, `is a ${tag}, which JSON cannot hold`);
  }

  #said(value, path) {
    let said;
    try {
      said = value.toJSON("");
    } catch (error) {
      return this.#refuse(path, `has a toJSON that fails (${error?.message ?? "no reason given"})`);
    }
    return this.#value(said, path);
  }

  // Members that are undefined count as left out.
  #members(value, path) {
    const members = [];
    for (const name of Object.keys(value)) {
      const at = path ? `${path}.${name}` : name;
      let member;
      try {
        member = value[name];
      } catch {
        this.#refuse(at, "has a getter that fails");
        continue;
      }
      if (member !== undefined) members.push(`${this.#string(name, at)}:${this.#value(member, at)}`);
    }
    return members;
  }

  #file(blob, path) {
    this.#files.push({ blob, path });
    return SLOT;
  }
}

/** What an object calls itself, `Map`; objects of another frame are no instances of this one's classes. */
export function tagOf(value) {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** ISO 8601 with the caller's own offset: where only the day is wanted, it is the day on the caller's calendar. */
function momentOf(date) {
  const offset = -date.getTimezoneOffset();
  const local = new Date(+date + offset * 60_000).toISOString().slice(0, -1);
  const two = (number) => String(Math.trunc(Math.abs(number))).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}

function base64(bytes) {
  const pieces = [];
  // As many as a call may have arguments, and a multiple of three so that the pieces join.
  for (let from = 0; from < bytes.length; from += 24_576) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 24_576))));
  }
  return pieces.join("");
}
