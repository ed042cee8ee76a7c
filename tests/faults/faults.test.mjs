// A short fault run; `node tests/faults/run.mjs` is the long one.

import assert from "node:assert/strict";
import { test } from "node:test";

import { faultRun } from "./run.mjs";

test("600 calls through every fault: none hangs, none is done twice, none is said to be done and is not", async (t) => {
  const { calls, wrong, figures } = await faultRun({ calls: 600, seed: 7 });
  t.diagnostic(JSON.stringify(figures));
  assert.deepEqual(wrong, []);
  assert.equal(calls.length, 600);
  assert.ok(figures.attempts > 650, "there was something to get over");
});
