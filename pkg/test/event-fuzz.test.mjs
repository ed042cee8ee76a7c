// parseEvent meets bodies that nobody meant: it gives an event or throws a CrmError.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { CrmError, init, parseEvent } from "../node.js";

before(() => init());

const TEXT = "event=ONCRMLEADADD&data[FIELDS][ID]=Zo%C3%AB&ts=1714554000&auth[application_token]=51856fefc120";
const READ = { event: "ONCRMLEADADD", data: { FIELDS: { ID: "Zoë" } }, ts: 1714554000 };
const bytes = new TextEncoder().encode(TEXT);

const BODIES = {
  "a Buffer": Buffer.from(TEXT),
  "a Uint8Array in a larger buffer": new Uint8Array([0, 0, ...bytes, 0]).subarray(2, -1),
  "an ArrayBuffer": bytes.buffer,
  "a DataView": new DataView(bytes.buffer),
  "JSON in bytes": Buffer.from(JSON.stringify({ ...READ, auth: { application_token: "51856fefc120" } })),
};
for (const [what, body] of Object.entries(BODIES)) {
  test(`${what} is read as UTF-8`, () => {
    const { auth, ...event } = parseEvent(body, { applicationToken: "51856fefc120" });
    assert.deepEqual(event, READ);
    assert.deepEqual(auth, { application_token: "51856fefc120" });
  });
}

/** Whether a body is read or refused; the token is wanted half of the time. */
function meets(body, wanted) {
  try {
    assert.equal(typeof parseEvent(body, wanted ? { applicationToken: "x" } : undefined).event, "string");
  } catch (error) {
    assert.ok(error instanceof CrmError, `${error?.stack ?? error}`);
    assert.ok(error.message.startsWith("parseEvent: "), error.message);
  }
}

const thrower = () => {
  throw new Error("not to be looked at");
};
const deep = (levels) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test("objects and texts that were made to break it end in a CrmError", () => {
  const hostile = [
    new Proxy({}, { ownKeys: thrower }),
    new Proxy({}, { get: thrower }),
    { event: "E", get data() { return thrower(); } },
    { event: "E", auth: { application_token: { toString: 1 } } },
    { event: "E", auth: { application_token: ["x"] } },
    { "event[": { toString: thrower } },
    '{"event":"E","ts":{"toString":1},"auth":{"expires":{"valueOf":{}},"application_token":{"toString":2}}}',
    '{"event":"E","auth":"text"}',
    '{"event":"E","auth":null,"__proto__":{"event":"F"}}',
    `{"event":"ONCRMLEADADD","data":${deep(200_000)}}`,
    `event=ONCRMLEADADD&data${"[a]".repeat(5_000)}=1`,
    `event=E&${"[".repeat(50_000)}=1`,
    "event=%FF%FE&data[%00]=%",
    Symbol("event"),
    () => "event=E",
    new Map([["event", "E"]]),
    new Date(NaN),
  ]; // prettier-ignore
  for (const body of hostile) for (const wanted of [false, true]) meets(body, wanted);
  assert.throws(() => parseEvent({ event: "E", auth: { application_token: ["x"] } }, { applicationToken: "x" }), {
    kind: "auth",
  });
});

test("ten thousand bodies of the pieces of real ones are read or refused", () => {
  // The same row each time: what fails can be tried again.
  let state = 20_240_501;
  const random = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pieces = [...'=&[]%{}":,+.\0\\é', "event", "ONCRMLEADADD", "data", "[FIELDS][ID]", "auth", "application_token"];
  pieces.push(
    "ts",
    "7",
    "-1",
    "1e999",
    "null",
    "%C3",
    "%5B",
    "x",
    "__proto__",
    "toString",
    "[]",
    '{"event":"E"',
    "\uD800",
  );
  for (let round = 0; round < 10_000; round += 1) {
    const body = Array.from({ length: random(24) }, () => pieces[random(pieces.length)]).join("");
    meets(random(2) ? body : new TextEncoder().encode(body), random(2));
  }
});
