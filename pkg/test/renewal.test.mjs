// A token that is renewed, and a portal that is closed, while calls are under way.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { call, connect, crmLeadAdd, crmLeadGet, crmLeadUpdate } from "../node.js";
import { failure, fakePortal } from "./portal.mjs";
import { TIME, held } from "./time.mjs";

const TITLE = { fields: { TITLE: "x" } };
const EXPIRED = { status: 401, error: "expired_token" };
const commands = ({ cmd }) => ({ result: { result: cmd.map((_, place) => 100 + place), result_error: [] } });

/** A portal that knows the token `new`, and a client that has `old`; `renewals` are the renewals under way. */
async function renewing(t, answer, settings, life) {
  const portal = await fakePortal((request) => (request.body.auth === "new-token" ? answer(request) : EXPIRED));
  const renewals = [];
  const refresh = () => new Promise((resolve, reject) => renewals.push({ resolve, reject }));
  const oauth = {
    endpoint: `${portal.origin}/rest/`,
    accessToken: "old-token",
    refresh,
    ...(life && { expiresIn: life }),
  };
  const client = await connect({ oauth, limits: false, ...settings });
  // A short life is over then.
  await sleep(2);
  t.after(async () => {
    client.close();
    await portal.close();
  });
  const arrival = async (list = renewals) => {
    while (!list.length) await sleep(1);
  };
  return { ...portal, client, renewals, arrival, renew: () => renewals.pop().resolve({ accessToken: "new-token" }) };
}

for (const life of [1e-6, undefined]) {
  test(`a call that is given up during a renewal (life: ${life}) is not executed with its batch`, async (t) => {
    const portal = await renewing(t, ({ body }) => commands(body), { autoBatch: true }, life);
    const abort = new AbortController();
    const given = failure(crmLeadAdd(TITLE, { signal: abort.signal }));
    const kept = crmLeadAdd({ fields: { TITLE: "kept" } });
    await portal.arrival();
    abort.abort();
    assert.equal((await given).outcome, "rejected");
    portal.renew();
    assert.equal(await kept, 101);
    assert.deepEqual(portal.requests.at(-1).body.cmd, [null, "crm.lead.add?fields[TITLE]=kept"]);
  });
}

test("calls that start during a renewal wait for it", async (t) => {
  const portal = await renewing(t, () => ({ result: { ID: "1" } }));
  const first = crmLeadGet({ id: 1 });
  await portal.arrival();
  const others = Array.from({ length: 20 }, (_, place) => crmLeadGet({ id: place + 2 }));
  await sleep(20);
  portal.renew();
  await Promise.all([first, ...others]);
  assert.equal(portal.requests.filter(({ body }) => body.auth === "old-token").length, 1);
});

test("a call with a new proof takes another turn of the budget", async (t) => {
  const waits = [];
  const portal = await renewing(t, () => ({ result: { ID: "1" } }), {
    // Within a test there is no third place.
    limits: { burst: 3, perSecond: 0.001 },
    onWait: ({ reason }) => waits.push(reason),
  });
  const ended = [crmLeadGet({ id: 1 }), crmLeadGet({ id: 2 })].map((it) => it.catch(({ kind }) => kind));
  await portal.arrival();
  portal.renew();
  await Promise.race([portal.arrival(waits), ...ended]);
  assert.equal(portal.requests.length, 2, "there were two places: a third request waits");
  portal.client.close();
  assert.deepEqual(await Promise.all(ended), ["aborted", "aborted"]);
  assert.deepEqual(new Set(waits), new Set(["requests"]));
});

test("each call has its own truth of a renewal that failed", async (t) => {
  t.mock.method(Math, "random", () => 0);
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
  // By then the token is old.
  const portal = await renewing(t, () => (t.mock.timers.tick(80), { drop: true }));
  const update = failure(crmLeadUpdate({ id: 7, ...TITLE }));
  await portal.arrival();
  // The first attempt is lost, the second has to wait for another token.
  const { client } = portal;
  portal.renewals.pop().resolve({ accessToken: "new-token", expiresIn: 0.05 });
  await portal.arrival();
  const create = failure(crmLeadAdd(TITLE, { client }));
  await sleep(5);
  for (const { reject } of portal.renewals) reject(new Error("no"));
  assert.deepEqual([(await update).outcome, (await create).outcome], ["unknown", "rejected"]);
});

test("an attempt whose time was up in a renewal sends nothing later", async (t) => {
  t.mock.method(Math, "random", () => 0.9);
  // The attempt's time, and that of the pause before the next one, which never ends here.
  const up = held(t, TIME, 900);
  const waits = [];
  const onWait = ({ reason }) => waits.push(reason);
  const portal = await renewing(t, () => ({ result: 5 }), { onWait }, 1e-6);
  const abort = new AbortController();
  const adding = failure(crmLeadAdd(TITLE, { timeout: TIME, signal: abort.signal }));
  await portal.arrival();
  up();
  await portal.arrival(waits);
  portal.renew();
  assert.equal(await call("after.it"), 5);
  abort.abort();
  assert.equal((await adding).outcome, "rejected");
  assert.deepEqual(
    portal.requests.map(({ method }) => method),
    ["after.it"],
  );
});

test("calls end with their portal, and say so", async (t) => {
  const portal = await renewing(t, () => undefined);
  const reading = failure(crmLeadGet({ id: 1 }));
  await portal.arrival();
  portal.client.close();
  const { kind, message } = await reading;
  assert.deepEqual([kind, message], ["aborted", "crmLeadGet: its portal was closed"]);
});

test("a closed portal does not keep Node alive for a renewal that never ends", async () => {
  const script = `
    import { connect, crmLeadGet } from ${JSON.stringify(new URL("../node.js", import.meta.url).href)};
    const oauth = { endpoint: "http://127.0.0.1:9/rest/", accessToken: "old", expiresIn: 1e-6 };
    const client = await connect({ oauth: { ...oauth, refresh: () => new Promise(() => {}) } });
    setTimeout(() => client.close(), 50);
    await crmLeadGet({ id: 1 }).catch(() => {});`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
  const timer = setTimeout(() => child.kill(), 60_000);
  const [code] = await once(child, "exit");
  clearTimeout(timer);
  assert.equal(code, 0);
});

test("many calls may have one signal, and leave nothing on it", async (t) => {
  const portal = await renewing(t, () => ({ result: 5 }));
  const abort = new AbortController();
  let listening = 0;
  let most = 0;
  for (const [name, step] of [
    ["addEventListener", 1],
    ["removeEventListener", -1],
  ]) {
    const real = abort.signal[name].bind(abort.signal);
    abort.signal[name] = (...args) => {
      most = Math.max(most, (listening += step));
      real(...args);
    };
  }
  const calls = Array.from({ length: 20 }, (_, place) => crmLeadGet({ id: place + 1 }, { signal: abort.signal }));
  await portal.arrival();
  portal.renew();
  await Promise.all(calls);
  assert.deepEqual([most, listening], [1, 0]);
  const given = failure(crmLeadGet({ id: 1 }, { signal: abort.signal }));
  abort.abort();
  assert.equal((await given).kind, "aborted");
  assert.equal((await failure(crmLeadGet({ id: 1 }, { signal: abort.signal }))).kind, "aborted");
});
