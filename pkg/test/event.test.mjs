// What a portal delivers to a handler, read back.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { CrmError, init, parseEvent } from "../node.js";

before(() => init());

const FIELDS = {
  event: "ONCRMLEADADD",
  event_handler_id: "7",
  "data[FIELDS][ID]": "12",
  ts: "1714554000",
  "auth[access_token]": "s6p6eb1e",
  "auth[expires_in]": "3600",
  "auth[domain]": "example.bitrix24.com",
  "auth[client_endpoint]": "https://example.bitrix24.com/rest/",
  "auth[member_id]": "00112233",
  "auth[user_id]": "1",
  "auth[application_token]": "51856fefc120",
};
const EVENT = {
  event: "ONCRMLEADADD",
  event_handler_id: 7,
  data: { FIELDS: { ID: 12 } },
  ts: 1714554000,
  auth: {
    access_token: "s6p6eb1e",
    expires_in: 3600,
    domain: "example.bitrix24.com",
    client_endpoint: "https://example.bitrix24.com/rest/",
    member_id: "00112233",
    user_id: 1,
    application_token: "51856fefc120",
  },
};
const { data, auth, ...head } = EVENT;
const form = new URLSearchParams(FIELDS);
const formData = new FormData();
for (const [name, value] of Object.entries(FIELDS)) formData.set(name, value);

const BODIES = {
  "the text of a form": form.toString(),
  URLSearchParams: form,
  FormData: formData,
  "a flat object": FIELDS,
  "a nested object": { ...head, data: { FIELDS: { ID: "12" } }, auth: { ...auth, expires_in: "3600" } },
  "JSON text": ` ${JSON.stringify({ ...head, data: { FIELDS: { ID: "12" } }, auth })}`,
};

for (const [what, body] of Object.entries(BODIES)) {
  test(`${what} is read`, () => assert.deepEqual(parseEvent(body), EVENT));
}

test("the application token is compared", () => {
  assert.deepEqual(parseEvent(form, { applicationToken: "51856fefc120" }), EVENT);
  for (const applicationToken of ["51856fefc12", "51856fefc1200", "51856fefc121", "\0"]) {
    assert.throws(
      () => parseEvent(form, { applicationToken }),
      (error) => error instanceof CrmError && error.kind === "auth",
    );
  }
  assert.throws(() => parseEvent(form, "51856fefc120"), {
    kind: "validation",
    message: "parseEvent: options is not an object",
  });
  for (const applicationToken of [undefined, ""]) {
    assert.throws(() => parseEvent(form, { applicationToken }), {
      message: "parseEvent: applicationToken is empty or undefined: leave it out to check nothing",
    });
  }
  assert.throws(() => parseEvent("event=ONCRMLEADADD", { applicationToken: "51856fefc120" }), { kind: "auth" });
});

test("an event that nobody declared keeps its data", () => {
  assert.deepEqual(parseEvent("event=onSomethingElse&data[ID]=5"), { event: "ONSOMETHINGELSE", data: { ID: "5" } });
});

test("a body that has yet to be read is told how", () => {
  for (const body of [Promise.resolve(""), new Request("https://example.com/", { method: "POST", body: form })]) {
    assert.throws(() => parseEvent(body), {
      kind: "validation",
      message: "parseEvent: body has yet to be read: pass await request.text()",
    });
  }
});

test("what is no event is refused by a sentence", () => {
  for (const body of ["", "hello", "{", "{}", "null", '{"event":5}', "event=", {}]) {
    assert.throws(() => parseEvent(body), {
      kind: "protocol",
      message: "parseEvent: the body holds no event of a portal",
    });
  }
  for (const body of [undefined, null, 5, true]) assert.throws(() => parseEvent(body), { kind: "validation" });
  assert.throws(() => parseEvent(form, { applicationtoken: "x" }), { kind: "validation" });
});
