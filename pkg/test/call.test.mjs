// A call's way to the portal and back.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  CrmError,
  batch,
  call,
  crmContactAdd,
  crmLeadAdd,
  crmLeadContactAdd,
  crmLeadGet,
  crmLeadList,
} from "../node.js";
import { connected, failure } from "./portal.mjs";
import { TIME, held } from "./time.mjs";

test("parameters go out as the portal takes them", async (t) => {
  const portal = await connected(t, () => ({ result: true }));
  const result = await crmLeadContactAdd({ id: "7", fields: { CONTACT_ID: 12, IS_PRIMARY: true, SORT: undefined } });
  assert.equal(result, true);
  const [request] = portal.requests;
  assert.equal(request.verb, "POST");
  assert.equal(request.method, "crm.lead.contact.add");
  assert.equal(request.headers["content-type"], "application/json");
  assert.equal(request.body.fields.IS_PRIMARY, "Y");
  assert.equal(Number(request.body.id), 7);
  assert.deepEqual(Object.keys(request.body.fields).sort(), ["CONTACT_ID", "IS_PRIMARY"]);
});

test("a result comes back typed, raw as the wire has it", async (t) => {
  await connected(t, () => ({
    result: { ID: "7", OPENED: "Y", OPPORTUNITY: "10.50", TITLE: "A", BIRTHDATE: "", UF_CRM_1: "5" },
  }));
  const lead = await crmLeadGet({ id: 7 });
  assert.deepEqual(lead, { ID: 7, OPENED: true, OPPORTUNITY: 10.5, TITLE: "A", BIRTHDATE: null, UF_CRM_1: "5" });
  const raw = await crmLeadGet({ id: 7 }, { raw: true });
  assert.deepEqual(raw, { ID: "7", OPENED: "Y", OPPORTUNITY: "10.50", TITLE: "A", BIRTHDATE: "", UF_CRM_1: "5" });
});

test("a list comes back as rows, total and next", async (t) => {
  await connected(t, () => ({ result: [{ ID: "1" }, { ID: "2" }], total: 120, next: 50 }));
  assert.deepEqual(await crmLeadList(), { items: [{ ID: 1 }, { ID: 2 }], total: 120, next: 50 });
});

test("text in any script arrives whole, both ways", async (t) => {
  const title = "Заявка — 「見積」 🦊 \u2028 \"'\\/<&>";
  const portal = await connected(t, ({ body }) => ({ result: { TITLE: body.fields?.TITLE ?? title } }));
  await crmLeadAdd({ fields: { TITLE: title } });
  assert.equal(portal.requests[0].body.fields.TITLE, title);
  assert.equal((await crmLeadGet({ id: 1 })).TITLE, title);
});

test("dates and files are sent as the portal takes them", async (t) => {
  const portal = await connected(t, () => ({ result: 1 }));
  const moment = new Date("2026-11-20T10:00:00.000Z");
  const photo = new File([new Uint8Array([0, 255, 16])], "фото.png");
  await call("crm.test.files", { moment, photo, blob: new Blob(["ab"]), list: [photo, new Blob([])] });
  const { body } = portal.requests[0];
  assert.equal(new Date(body.moment).getTime(), moment.getTime());
  assert.deepEqual(body.photo, { fileData: ["фото.png", "AP8Q"] });
  assert.deepEqual(body.blob, { fileData: ["file", "YWI="] });
  assert.deepEqual(body.list, [{ fileData: ["фото.png", "AP8Q"] }, { fileData: ["file", ""] }]);
});

test("a Date means the day on the caller's calendar, in every time zone", async (t) => {
  const portal = await connected(t, () => ({ result: 1 }));
  const home = process.env.TZ;
  t.after(() => (home === undefined ? delete process.env.TZ : (process.env.TZ = home)));
  for (const zone of ["Pacific/Auckland", "Asia/Kolkata", "UTC", "America/St_Johns", "America/Los_Angeles"]) {
    process.env.TZ = zone;
    for (const day of [new Date(2001, 10, 11), new Date("2001-11-11")]) {
      await crmContactAdd({ fields: { NAME: zone, BIRTHDATE: day } });
      assert.equal(portal.requests.at(-1).body.fields.BIRTHDATE, "2001-11-11", `${zone}: ${day}`);
    }
  }
});

test("an object says with toJSON what it wants to be", async (t) => {
  const portal = await connected(t, () => ({ result: 1 }));
  class Money {
    toJSON() {
      return { amount: 5, at: new Date(0) };
    }
  }
  await call("crm.test.json", { money: new Money(), none: null, proto: Object.assign(Object.create(null), { a: 1 }) });
  assert.deepEqual(portal.requests[0].body, {
    money: { amount: 5, at: "1970-01-01T00:00:00.000+00:00" },
    none: null,
    proto: { a: 1 },
  });
});

test("what the caller changes after the call does not count", async (t) => {
  const portal = await connected(t, () => ({ result: 1 }));
  const params = { fields: { TITLE: "before" } };
  const promise = crmLeadAdd(params);
  params.fields.TITLE = "after";
  await promise;
  assert.equal(portal.requests[0].body.fields.TITLE, "before");
});

test("call() is the same by name, and takes methods nobody declared", async (t) => {
  const portal = await connected(t, () => ({ result: { ID: "7", EMPTY: [] } }));
  assert.deepEqual(await call("crm.lead.get", { id: 7 }), { ID: 7, EMPTY: [] });
  assert.deepEqual(await call("crm.nobody.declared", { Anything: [1, "2"] }), { ID: "7", EMPTY: [] });
  assert.deepEqual(portal.requests[1].body, { Anything: [1, "2"] });
});

test("a byte order mark before the answer is no matter", async (t) => {
  await connected(t, () => ({ text: '\ufeff{"result":{"ID":"1"}}' }));
  assert.equal((await crmLeadGet({ id: 1 })).ID, 1);
});

/** What a call makes of one answer is seen when there is one; retry.test.mjs is about more. */
const ONCE = { retries: 0 };

const REFUSALS = [
  [401, "expired_token", "The access token provided has expired.", "auth", true, "rejected"],
  [401, "INVALID_CREDENTIALS", "Invalid request credentials", "auth", false, "rejected"],
  [403, "ACCESS_DENIED", "Access denied!", "permission", false, "rejected"],
  [400, "", "Not found", "notFound", false, "rejected"],
  [400, "ERROR_CORE", "Lead is not found<br>", "notFound", false, "rejected"],
  [400, "ERROR_CORE", 'The field "Work e-mail" contains an incorrect address.<br>', "validation", false, "rejected"],
  [404, "ERROR_METHOD_NOT_FOUND", "Method not found!", "notFound", false, "rejected"],
  [503, "QUERY_LIMIT_EXCEEDED", "Too many requests", "limit", true, "rejected"],
  [500, "INTERNAL_SERVER_ERROR", "Internal server error", "server", true, "unknown"],
  [400, "A_NEW_CODE", "Etwas Neues", "validation", false, "rejected"],
  [200, "", "Something else", "validation", false, "rejected"],
];

for (const [status, code, description, kind, retryable, outcome] of REFUSALS) {
  test(`${status} ${code || "without a code"}: ${description} is ${kind}`, async (t) => {
    await connected(t, () => ({ status, error: code, error_description: description }), ONCE);
    const error = await failure(crmLeadGet({ id: 7 }));
    assert.ok(error instanceof CrmError && error instanceof Error);
    const { message, problems, ...facts } = error;
    assert.deepEqual(facts, { kind, code, method: "crm.lead.get", status, description, retryable, outcome });
    assert.deepEqual(problems, []);
    assert.match(error.message, /^crmLeadGet: [^<]+ \([^)]*HTTP \d+\)$/);
    assert.equal(error.name, "CrmError");
  });
}

const GARBAGE = [
  [
    "a web page",
    { status: 502, text: "<html><body>Bad Gateway" },
    /web page instead of JSON \(HTTP 502\)/,
    true,
    "unknown",
  ],
  [
    "a login page",
    { status: 200, text: "\n<!DOCTYPE html>" },
    /web page instead of JSON \(HTTP 200\)/,
    true,
    "unknown",
  ],
  ["a front end's refusal", { status: 403, text: "<h1>403" }, /web page/, false, "rejected"],
  ["nothing", { status: 500, text: "" }, /answer is empty \(HTTP 500\)/, true, "unknown"],
  ["cut JSON", { status: 200, text: '{"result":{"ID":"7"' }, /answer is no JSON \(HTTP 200\)/, true, "unknown"],
  ["no result", { status: 200, text: '{"time":{}}' }, /neither a result nor an error/, true, "unknown"],
  [
    "a redirect",
    { status: 302, headers: { location: "/elsewhere" }, text: "" },
    /redirects to another page, a login perhaps/,
    false,
    "rejected",
  ],
];

for (const [what, reply, message, retryable, outcome] of GARBAGE) {
  test(`${what} instead of an answer is kind protocol`, async (t) => {
    const portal = await connected(t, () => reply, ONCE);
    const error = await failure(crmLeadGet({ id: 7 }));
    assert.equal(error.kind, "protocol");
    assert.match(error.message, message);
    assert.equal(error.status, reply.status);
    assert.deepEqual([error.retryable, error.outcome], [retryable, outcome]);
    assert.equal(portal.requests.length, 1);
  });
}

test("a portal that cannot be reached is kind network, and was sent nothing", async (t) => {
  const portal = await connected(t, () => ({ result: 1 }), ONCE);
  await portal.close();
  const error = await failure(crmLeadGet({ id: 7 }));
  assert.equal(error.kind, "network");
  assert.match(error.message, /^crmLeadGet: the portal could not be reached \(ECONNREFUSED\)$/);
  assert.equal(error.cause.cause.code, "ECONNREFUSED");
  assert.deepEqual([error.retryable, error.outcome, error.status], [true, "rejected", 0]);
});

test("a connection that is lost is not one that never was", async (t) => {
  await connected(t, () => ({ drop: true }), ONCE);
  const error = await failure(crmLeadGet({ id: 7 }));
  const text = "the connection was lost before the answer was complete";
  assert.equal(error.message, `crmLeadGet: ${text} (UND_ERR_SOCKET)`);
  assert.deepEqual([error.retryable, error.outcome], [true, "unknown"]);
});

test("a create that may have been done is not worth another try", async (t) => {
  await connected(t, () => ({ drop: true }), ONCE);
  const error = await failure(crmLeadAdd({}));
  assert.deepEqual([error.retryable, error.outcome], [false, "unknown"]);
  const unknown = await failure(call("crm.nobody.declared"));
  assert.deepEqual([unknown.retryable, unknown.outcome], [false, "unknown"]);
});

test("a create of a batch that may have been done is not worth another try", async (t) => {
  const broken = { error: "INTERNAL_SERVER_ERROR", error_description: "x" };
  await connected(t, () => ({ result: { result: [], result_error: { 0: broken, 1: broken } } }), ONCE);
  const done = await batch.settled((b) => [b.crmLeadAdd({}), b.crmLeadGet({ id: 1 })]);
  assert.deepEqual(
    done.map(({ reason }) => [reason.outcome, reason.retryable]),
    [
      ["unknown", false],
      ["unknown", true],
    ],
  );
});

test("a timeout ends the call and the request", async (t) => {
  const portal = await connected(t, held(t), ONCE);
  const error = await failure(crmLeadGet({ id: 7 }, { timeout: TIME }));
  assert.equal(error.kind, "timeout");
  assert.equal(error.message, `crmLeadGet: no answer within ${TIME} ms`);
  assert.deepEqual([error.retryable, error.outcome], [true, "unknown"]);
  assert.equal(portal.requests.length, 1);
});

test("a signal ends the call", async (t) => {
  const arrived = deferred();
  await connected(t, () => void arrived.resolve());
  const controller = new AbortController();
  const promise = failure(crmLeadGet({ id: 7 }, { signal: controller.signal }));
  await arrived.promise;
  controller.abort("a reason that is no Error");
  const error = await promise;
  assert.deepEqual([error.kind, error.outcome, error.cause], ["aborted", "unknown", "a reason that is no Error"]);
});

test("a signal whose time is up is the reason that the call tells", async (t) => {
  await connected(t, () => undefined);
  const error = await failure(crmLeadGet({ id: 7 }, { signal: AbortSignal.timeout(20) }));
  assert.deepEqual([error.kind, error.cause.name], ["aborted", "TimeoutError"]);
  assert.equal(error.message, "crmLeadGet: aborted by the caller, whose signal's time was up");
});

test("a signal that is aborted already sends nothing", async (t) => {
  const portal = await connected(t, () => ({ result: 1 }));
  const error = await failure(crmLeadGet({ id: 7 }, { signal: AbortSignal.abort() }));
  assert.deepEqual([error.kind, error.outcome, portal.requests.length], ["aborted", "rejected", 0]);
});

test("closing a portal ends its calls; later ones say that it was closed", async (t) => {
  const arrived = deferred();
  const portal = await connected(t, () => void arrived.resolve());
  const promise = failure(crmLeadGet({ id: 7 }));
  await arrived.promise;
  portal.client.close();
  assert.equal((await promise).kind, "aborted");
  const later = await failure(crmLeadGet({ id: 7 }));
  const text = "its portal was closed: await connect() again, or pass another portal as client";
  assert.deepEqual([later.kind, later.message], ["auth", `crmLeadGet: ${text}`]);
});

test("the first portal is the default, options.client chooses another", async (t) => {
  await connected(t, () => ({ result: { TITLE: "first" } }));
  const second = await connected(t, () => ({ result: { TITLE: "second" } }));
  assert.equal((await crmLeadGet({ id: 1 })).TITLE, "first");
  assert.equal((await crmLeadGet({ id: 1 }, { client: second.client })).TITLE, "second");
});

test("once the default is closed, calls do not go to another portal; the next connected is the default", async (t) => {
  const first = await connected(t, () => ({ result: { TITLE: "first" } }));
  const second = await connected(t, () => ({ result: { TITLE: "second" } }));
  first.client.close();
  assert.equal((await failure(crmLeadGet({ id: 1 }))).kind, "auth");
  assert.equal((await crmLeadGet({ id: 1 }, { client: second.client })).TITLE, "second");
  await connected(t, () => ({ result: { TITLE: "third" } }));
  assert.equal((await crmLeadGet({ id: 1 })).TITLE, "third");
  assert.equal(second.requests.length, 1);
});

test("a hundred calls at once each get their own answer", async (t) => {
  await connected(t, ({ body }) => ({ result: { ID: String(body.id) } }));
  const ids = Array.from({ length: 100 }, (_, index) => index + 1);
  const leads = await Promise.all(ids.map((id) => crmLeadGet({ id })));
  assert.deepEqual(
    leads.map((lead) => lead.ID),
    ids,
  );
});

function deferred() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
