// Commands of a batch that the portal refuses for its limits: which are sent again.

import assert from "node:assert/strict";
import { test } from "node:test";

import { batch, crmLeadGet, crmLeadUpdate } from "../node.js";
import { connected } from "./portal.mjs";

const LIMIT = { error: "QUERY_LIMIT_EXCEEDED", error_description: "Too many requests" };
const DENIED = { error: "ACCESS_DENIED", error_description: "Access denied!" };

/** What a method gives; a list a lead of its own. */
const VALUES = {
  "crm.lead.get": { ID: "7" },
  "crm.lead.list": [{ ID: "12" }],
  "crm.lead.add": 30,
  "crm.lead.update": true,
};

/** A portal that answers, in turn, with these errors by the command's place; what it was asked for is in `asked`. */
async function refusing(t, rounds, settings) {
  t.mock.method(Math, "random", () => 0);
  const asked = [];
  const answer = ({ method, body, count }) => {
    if (method !== "batch") return asked.push(method) && { result: VALUES[method] };
    const names = body.cmd.map((command) => command.split("?")[0]);
    asked.push(names);
    const errors = rounds[count - 1] ?? {};
    const done = names.map((name, place) => [place, VALUES[name]]).filter(([place]) => !errors[place]);
    return { result: { result: Object.fromEntries(done), result_error: errors } };
  };
  return { ...(await connected(t, answer, settings)), asked };
}

const outcomes = (settled) => settled.map(({ value, reason }) => (reason ? `${reason.kind} ${reason.outcome}` : value));
const [get, list, add, update] = ["crm.lead.get", "crm.lead.list", "crm.lead.add", "crm.lead.update"];
const fields = { TITLE: "x" };

test("reads that were refused are sent again, those that were done are not", async (t) => {
  const { asked } = await refusing(t, [{ 0: LIMIT, 2: LIMIT }]);
  const values = await batch((b) => [b.crmLeadGet({ id: 7 }), b.crmLeadList(), b.crmLeadGet({ id: 7 }).ID]);
  assert.deepEqual(asked, [
    [get, list, get],
    [get, get],
  ]);
  assert.deepEqual([values[0].ID, values[1].items.length, values[2]], [7, 1, 7]);
});

test("so are creates after which nothing was done but refused", async (t) => {
  const { asked } = await refusing(t, [{ 1: LIMIT, 2: LIMIT }]);
  const values = await batch((b) => [b.crmLeadGet({ id: 7 }).ID, b.crmLeadAdd({ fields }), b.crmLeadAdd({ fields })]);
  assert.deepEqual(
    [asked, values],
    [
      [
        [get, add, add],
        [add, add],
      ],
      [7, 30, 30],
    ],
  );
});

test("what would come too late is not: the order is kept", async (t) => {
  const { asked } = await refusing(t, [{ 0: LIMIT, 2: LIMIT }]);
  const update7 = { id: 7, fields };
  const settled = await batch.settled((b) => [
    b.crmLeadUpdate(update7),
    b.crmLeadGet({ id: 7 }).ID,
    b.crmLeadGet({ id: 7 }).ID,
  ]);
  assert.deepEqual(asked, [[update, get, get], get]);
  assert.deepEqual(outcomes(settled), ["limit rejected", 7, 7]);
});

test("a read is not, when something was written after it", async (t) => {
  const { asked } = await refusing(t, [{ 0: LIMIT }]);
  const settled = await batch.settled((b) => [b.crmLeadGet({ id: 7 }), b.crmLeadUpdate({ id: 7, fields })]);
  assert.deepEqual([asked, outcomes(settled)], [[[get, update]], ["limit rejected", true]]);
});

test("what refers to it waits for it", async (t) => {
  const { asked } = await refusing(t, [{ 1: LIMIT }]);
  const { lead } = await batch((b) => {
    b.crmLeadGet({ id: 7 });
    return { lead: b.crmLeadGet({ id: b.crmLeadList().items[0].ID }).ID };
  });
  assert.deepEqual([asked, lead], [[[get, list], list, get], 7]);
});

test("a number of a record that the portal puts in itself is put in again", async (t) => {
  const { asked, requests } = await refusing(t, [{ 1: LIMIT }]);
  await batch((b) => b.crmLeadUpdate({ id: b.crmLeadAdd({ fields }), fields }));
  assert.deepEqual([asked, requests[1].body.id], [[[add, update], update], 30]);
});

test("a refusal of another kind is final", async (t) => {
  const { asked } = await refusing(t, [{ 0: DENIED, 1: LIMIT }]);
  const settled = await batch.settled((b) => [b.crmLeadGet({ id: 7 }), b.crmLeadGet({ id: 7 }).ID]);
  assert.deepEqual(
    [asked, outcomes(settled)],
    [
      [[get, get], get],
      ["permission rejected", 7],
    ],
  );
});

test("with halt nothing is, the rest of the batch was not run", async (t) => {
  const { asked } = await refusing(t, [{ 0: LIMIT }]);
  const options = { halt: true };
  const settled = await batch.settled((b) => [b.crmLeadGet({ id: 7 }), b.crmLeadGet({ id: 7 })], options);
  assert.deepEqual([asked.length, outcomes(settled)[0]], [1, "limit rejected"]);
});

test("as often as retries says, and a request that failed as a whole no oftener", async (t) => {
  const both = { 0: LIMIT, 1: LIMIT };
  const { asked, client } = await refusing(t, Array(9).fill(both), { retries: 2 });
  const settled = await batch.settled((b) => [b.crmLeadGet({ id: 7 }), b.crmLeadGet({ id: 7 })], { client });
  assert.deepEqual([asked.length, outcomes(settled)], [3, ["limit rejected", "limit rejected"]]);

  const whole = await connected(t, () => ({ status: 503, ...LIMIT }), { retries: 2 });
  await batch.settled((b) => [b.crmLeadGet({ id: 7 }), b.crmLeadGet({ id: 7 })], { client: whole.client });
  assert.equal(whole.requests.length, 3);
});

test("aborted in the pause before, they were not done", async (t) => {
  const controller = new AbortController();
  const { signal } = controller;
  const { asked } = await refusing(t, [{ 0: LIMIT, 1: LIMIT }], { onWait: () => controller.abort() });
  Math.random.mock.mockImplementation(() => 0.9);
  const settled = await batch.settled((b) => [b.crmLeadAdd({ fields }), b.crmLeadAdd({ fields })], { signal });
  assert.deepEqual([asked.length, outcomes(settled)], [1, ["aborted rejected", "aborted rejected"]]);
});

/** A portal that loses its first answer and refuses what comes then. */
const losing = (t, settings) => {
  t.mock.method(Math, "random", () => 0);
  return connected(t, ({ count }) => (count === 1 ? { drop: true } : { status: 403, ...DENIED }), settings);
};
const REFUSED = ["permission rejected", "permission unknown"];

test("a batch that is refused after an answer was lost may have written, and was not read", async (t) => {
  await losing(t);
  const settled = await batch.settled((b) => [b.crmLeadGet({ id: 7 }), b.crmLeadUpdate({ id: 8, fields })]);
  assert.deepEqual(outcomes(settled), REFUSED);
});

test("of calls that became a batch, too, each is told what was done of its own", async (t) => {
  await losing(t, { autoBatch: true });
  assert.deepEqual(
    outcomes(await Promise.allSettled([crmLeadGet({ id: 7 }), crmLeadUpdate({ id: 8, fields })])),
    REFUSED,
  );
});
