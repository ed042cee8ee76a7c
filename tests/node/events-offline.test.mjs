// onCrmLeadAdd and the rest: listeners that are fed from the offline queue, against the sandbox.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, test } from "node:test";
import * as crm from "crm-wasm";

import { rejects } from "../support/errors.mjs";
import { root } from "../support/places.mjs";
import { session } from "../support/session.mjs";

const its = session();
const QUICK = { interval: 30 };
const add = (TITLE = "heard") => crm.crmLeadAdd({ fields: { TITLE } });
const leads = (events) => events.map(({ data }) => data.FIELDS.ID);
const queued = async () => (await crm.eventOfflineList({}, its.app)).items;
const calls = async (method) => (await control(`calls?method=${method}`)).calls;

async function control(path, body, method = body ? "POST" : "GET") {
  const headers = { "content-type": "application/json" };
  const init = { method, headers, body: body && JSON.stringify(body) };
  return (await fetch(`${its.sandbox.origin}/_sandbox/${path}`, init)).json();
}

/** The application, connected once more. */
async function another(settings) {
  const { access_token: accessToken } = await control("tokens", { user: 1 });
  return crm.connect({ oauth: { endpoint: `${its.sandbox.origin}/rest/`, accessToken }, limits: false, ...settings });
}

/** What was heard, and a way to wait until `count` were. */
function hearing(work = () => {}) {
  const events = [];
  let arrived = () => {};
  const listener = async (event) => {
    events.push(event);
    arrived();
    await work(event);
  };
  const until = async (count) => {
    while (events.length < count) await new Promise((resolve) => (arrived = resolve));
    return events;
  };
  return { events, listener, until };
}

/** Where an application on a server would keep what outlives it. */
function storage() {
  const kept = new Map();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) };
}

// Every test listens in the same queue.
const stops = [];
const listen = async (on, listener, options) => {
  const stop = await on(listener, { ...its.app, ...QUICK, ...options });
  stops.push(stop);
  return stop;
};
beforeEach(async () => {
  for (const error of [false, true]) await crm.eventOfflineGet({ limit: 1000, error }, its.app);
});
afterEach(async () => {
  await control("faults", undefined, "DELETE");
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

test("events come one by one, in the queue's order, typed as to a handler, and are confirmed", async () => {
  const heard = hearing();
  await listen(crm.onCrmLeadAdd, heard.listener);
  const ids = [await add(), await add(), await add()];
  const [first] = await heard.until(3);
  assert.deepEqual(leads(heard.events), ids);
  const { ts, message_id, process_id, ...rest } = first;
  assert.deepEqual(rest, {
    event: "ONCRMLEADADD",
    data: { FIELDS: { ID: ids[0] } },
    auth: { domain: new URL(its.sandbox.origin).host, user_id: 1 },
  });
  assert.ok(Math.abs(ts - Date.now() / 1000) < 60, "ts is in seconds");
  assert.deepEqual([message_id.length, process_id.length], [32, 32]);
  await stops.pop()();
  assert.deepEqual(await queued(), []);
  assert.equal(new Set(heard.events.map((event) => event.process_id)).size, 3);
});

test("what happened while nobody listened is delivered later", async () => {
  const nobody = hearing();
  await (
    await listen(crm.onCrmLeadAdd, nobody.listener)
  )();
  const id = await add();
  const heard = hearing();
  await listen(crm.onCrmLeadAdd, heard.listener);
  await heard.until(1);
  assert.deepEqual([leads(nobody.events), leads(heard.events)], [[], [id]]);
});

test("an event stays in the queue until its listener's promise is fulfilled, and the next one waits", async () => {
  let finish;
  const heard = hearing(() => new Promise((resolve) => (finish = resolve)));
  await listen(crm.onCrmLeadAdd, heard.listener);
  const ids = [await add(), await add()];
  await heard.until(1);
  const rows = await queued();
  assert.deepEqual(
    rows.map(({ PROCESS_ID }) => PROCESS_ID),
    [heard.events[0].process_id, ""],
  );
  assert.deepEqual(leads(heard.events), [ids[0]]);
  finish();
  await heard.until(2);
  assert.deepEqual(
    (await queued()).map(({ EVENT_DATA }) => Number(EVENT_DATA.FIELDS.ID)),
    [ids[1]],
  );
  finish();
});

test("what a listener throws reaches onError, the event is marked as failed and does not come again", async () => {
  const errors = [];
  const heard = hearing(() => {
    if (heard.events.length === 1) throw new Error("cannot do that");
  });
  await listen(crm.onCrmLeadAdd, heard.listener, { onError: (error) => errors.push(error.message) });
  const ids = [await add(), await add()];
  await heard.until(2);
  await stops.pop()();
  const rows = await queued();
  assert.deepEqual(
    rows.map(({ EVENT_DATA, ERROR }) => [Number(EVENT_DATA.FIELDS.ID), ERROR]),
    [[ids[0], true]],
  );
  assert.deepEqual(errors, ["cannot do that"]);
  const later = hearing();
  await listen(crm.onCrmLeadAdd, later.listener);
  const last = await add();
  await later.until(1);
  assert.deepEqual(leads(later.events), [last]);
});

test("listeners of several events share one reading of the queue, in its order", async () => {
  const order = [];
  const note = (event) => order.push(`${event.event} ${event.data.FIELDS.ID}`);
  const added = hearing(note);
  const deleted = hearing(note);
  await listen(crm.onCrmLeadAdd, added.listener);
  await listen(crm.onCrmLeadDelete, deleted.listener);
  await listen(crm.onCrmContactAdd, () => {});
  const [one, two] = [await add(), await add()];
  await crm.crmLeadDelete({ id: one });
  await deleted.until(1);
  await added.until(2);
  assert.deepEqual(order.toSorted(), [`ONCRMLEADADD ${one}`, `ONCRMLEADADD ${two}`, `ONCRMLEADDELETE ${one}`]);
  assert.ok(order.indexOf(`ONCRMLEADADD ${one}`) < order.indexOf(`ONCRMLEADDELETE ${one}`));
  await Promise.all(stops.splice(0).map((stop) => stop()));
  const before = (await calls("event.offline.list")).length;
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.equal((await calls("event.offline.list")).length, before, "nobody listens, nothing is asked");
});

test("all who listen to an event get it; one that stops does not stop the others", async () => {
  const [one, two] = [hearing(), hearing()];
  const stop = await listen(crm.onCrmLeadAdd, one.listener);
  await listen(crm.onCrmLeadAdd, two.listener);
  const first = await add();
  await Promise.all([one.until(1), two.until(1)]);
  await stop();
  const second = await add();
  await two.until(2);
  assert.deepEqual([leads(one.events), leads(two.events)], [[first], [first, second]]);
  one.events[0].data.FIELDS.ID = "changed";
  assert.equal(two.events[0].data.FIELDS.ID, first, "each has an event of its own");
});

test("stop waits for the event in work, and delivers no more", async () => {
  let finish;
  const heard = hearing(() => new Promise((resolve) => (finish = resolve)));
  const stop = await listen(crm.onCrmLeadAdd, heard.listener);
  const [, left] = [await add(), await add()];
  await heard.until(1);
  const stopped = stop();
  assert.equal(await Promise.race([stopped.then(() => "stopped"), "in work"]), "in work");
  finish();
  await stopped;
  assert.deepEqual(
    (await queued()).map(({ EVENT_DATA, PROCESS_ID }) => [Number(EVENT_DATA.FIELDS.ID), PROCESS_ID]),
    [[left, ""]],
    "what was not begun is free for others",
  );
  assert.equal(await stop(), undefined, "once more does no harm");
});

test("a signal stops too, before and after the start", async () => {
  const controller = new AbortController();
  const heard = hearing();
  await listen(crm.onCrmLeadAdd, heard.listener, { signal: controller.signal });
  await add();
  await heard.until(1);
  controller.abort();
  await stops.pop()();
  await add();
  await rejects(crm.onCrmLeadAdd(heard.listener, { ...its.app, signal: controller.signal }), { kind: "aborted" });
  assert.equal(heard.events.length, 1);
});

/** Listens in a process that is killed with an event in work; gives what it had noted of it, and the event. */
async function killedAtWork() {
  const script = `
    import { connect, onCrmLeadAdd } from "crm-wasm";
    const [endpoint, accessToken] = process.argv.slice(1);
    const client = await connect({ oauth: { endpoint, accessToken }, limits: false });
    const say = (what) => process.stdout.write(JSON.stringify(what) + "\\n");
    const storage = { getItem: () => null, setItem: (key, text) => say({ key, text }) };
    await onCrmLeadAdd((event) => (say({ event }), new Promise(() => {})), { client, interval: 30, storage });
    say({ ready: true });
  `;
  const { access_token, client_endpoint } = await control("tokens", { user: 1 });
  const args = ["--input-type=module", "--eval", script, client_endpoint, access_token];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const kept = storage();
  const ids = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { key, text, event, ready } = JSON.parse(line);
    if (key) kept.setItem(key, text);
    if (ready) ids.push(await add(), await add());
    if (event) {
      child.kill("SIGKILL");
      return { kept, event, ids };
    }
  }
  throw new Error("it ended before it had heard anything");
}

test("an event that was in work when its program died is delivered to the next one", async () => {
  const { kept, event, ids } = await killedAtWork();
  const heard = hearing();
  await listen(crm.onCrmLeadAdd, heard.listener, { storage: kept });
  await heard.until(2);
  assert.deepEqual(leads(heard.events), ids);
  assert.deepEqual(heard.events[0], event, "under the same process id");
  await stops.pop()();
  assert.deepEqual(await queued(), []);
});

test("an event that was being reserved when its listener stopped is delivered to the next one", async () => {
  const kept = storage();
  const nobody = hearing();
  let note;
  const noted = new Promise((resolve) => (note = resolve));
  const setItem = (key, text) => (kept.setItem(key, text), text && note());
  await listen(crm.onCrmLeadAdd, nobody.listener, { storage: { ...kept, setItem } });
  await control("faults", { kind: "slow", ms: 200, method: "event.offline.get", count: 1 });
  const ids = [await add()];
  await noted;
  await stops.pop()();
  ids.push(await add());
  const heard = hearing();
  await listen(crm.onCrmLeadAdd, heard.listener);
  await heard.until(2);
  assert.deepEqual([leads(nobody.events), leads(heard.events)], [[], ids]);
});

test("an event whose listener had returned when its program went is confirmed and not delivered again", async () => {
  const kept = storage();
  const first = await another();
  await control("faults", { kind: "timeout", method: "event.offline.clear", count: 1, executed: false });
  const done = hearing();
  await crm.onCrmLeadAdd(done.listener, { client: first, ...QUICK, storage: kept });
  await add();
  await done.until(1);
  while (!JSON.stringify(await control("faults")).includes('"played":1')) await new Promise(setImmediate);
  assert.match([...kept.kept.values()].join(), /^\d+ clear$/);
  first.close();
  const heard = hearing();
  await listen(crm.onCrmLeadAdd, heard.listener, { storage: kept });
  const next = await add();
  await heard.until(1);
  await stops.pop()();
  assert.deepEqual(leads(heard.events), [next]);
  assert.deepEqual(await queued(), []);
});

test("an event whose reservation was answered into the void is found again", async () => {
  const errors = [];
  const heard = hearing();
  await listen(crm.onCrmLeadAdd, heard.listener, { onError: (error) => errors.push(error) });
  await control("faults", { kind: "drop-after", method: "event.offline.get", count: 1 });
  const id = await add();
  await heard.until(1);
  await stops.pop()();
  assert.deepEqual(leads(heard.events), [id]);
  assert.deepEqual(await queued(), []);
  assert.ok(errors.every((error) => error instanceof crm.CrmError && error.kind === "network"));
});

test("two programs of one application share what there is: nothing is delivered twice", async () => {
  const client = await another();
  const order = [];
  const [one, two] = [hearing(({ process_id }) => order.push(process_id)), hearing()];
  await listen(crm.onCrmLeadAdd, one.listener);
  await listen(crm.onCrmLeadAdd, two.listener, { client });
  await control("faults", { kind: "duplicate-event", method: "ONCRMLEADADD" });
  const ids = [];
  for (let count = 0; count < 12; count += 1) ids.push(await add());
  while (one.events.length + two.events.length < ids.length) await new Promise(setImmediate);
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await control("faults", undefined, "DELETE");
  assert.deepEqual([...leads(one.events), ...leads(two.events)].toSorted(), ids);
  assert.deepEqual(await queued(), []);
  client.close();
});

test("what a source changes itself does not come back to it, and to another it does", async () => {
  const [own, mirror] = [hearing(), hearing()];
  await listen(crm.onCrmLeadAdd, own.listener);
  await listen(crm.onCrmLeadAdd, mirror.listener, { connector: "mirror" });
  await its.appWire("crm.lead.add", { fields: { TITLE: "the mirror's" }, auth_connector: "mirror" });
  const byPackage = await crm.crmLeadAdd({ fields: { TITLE: "the application's" } }, its.app);
  const last = await add("somebody else's");
  await Promise.all([own.until(2), mirror.until(2)]);
  await Promise.all(stops.splice(0).map((stop) => stop()));
  assert.deepEqual([leads(own.events).length, leads(own.events).at(-1)], [2, last]);
  assert.ok(!leads(own.events).includes(byPackage));
  assert.deepEqual(leads(mirror.events), [byPackage, last]);
  assert.deepEqual((await crm.eventOfflineList({ auth_connector: "mirror" }, its.app)).items, []);
});

test("who may not read the queue is told what it takes", async () => {
  const said = async (options, code, text, method = "event.bind") => {
    const error = await rejects(
      crm.onCrmLeadAdd(() => {}, options),
      { kind: "permission", code, method, status: 403 },
    );
    assert.equal(
      error.message,
      `onCrmLeadAdd: ${text} (${code}, HTTP 403). The offline queue takes an application (in a placement or by oauth, not a` +
        " webhook), an administrator and a plan with offline events. Without, bind a handler by eventBind and read what it gets" +
        " by parseEvent.",
    );
  };
  await said({ client: its.portal }, "WRONG_AUTH_TYPE", "Current authorization type is denied for this method");
  await said(its.clerk, "ACCESS_DENIED", "Access denied!");
  await control("conditions", { WRONG_LICENSE: true });
  const { body } = await its.appWire("event.offline.get", { clear: 0 });
  await said(its.app, "WRONG_LICENSE", body.error_description, "event.offline.get");
  await control("conditions", { WRONG_LICENSE: false });
});

test("a queue that cannot be read is reported once, and read again", async () => {
  await control("faults", { kind: "html", method: "event.offline.list" });
  const errors = [];
  const heard = hearing();
  const client = await another({ retries: 0 });
  await new Promise((resolve, reject) => {
    const onError = (error) => resolve(errors.push(error));
    listen(crm.onCrmLeadAdd, heard.listener, { client, onError }).catch(reject);
  });
  const { length } = await calls("event.offline.list");
  while ((await calls("event.offline.list")).length < length + 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await control("faults", undefined, "DELETE");
  const id = await add();
  await heard.until(1);
  assert.deepEqual(leads(heard.events), [id]);
  assert.equal(errors.length, 1);
  assert.match(errors[0].message, /^event\.offline\.list: .*502/);
  assert.equal(errors[0].method, "event.offline.list");
});

test("wrong arguments are named", async () => {
  const error = await rejects(crm.onCrmLeadAdd(undefined, { interval: 0, storage: {}, often: 1 }), {
    kind: "validation",
  });
  assert.deepEqual(
    error.problems.map(({ path }) => path),
    ["listener", "options.interval", "options.storage", "options.often"],
  );
});
