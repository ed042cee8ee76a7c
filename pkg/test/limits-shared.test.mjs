// What other tabs tell about the budget, be it right, wrong or of another version. The platform's locks and channel are the test's.

import assert from "node:assert/strict";
import { test } from "node:test";

/** A browser where another tab holds the lock that says this number: its channel, and `turn()`, which asks for a turn. */
async function tab(t, number) {
  const held = [`crm-wasm ${t.name} ${number}`];
  const locks = {
    request: async (_name, _options, work) => work(),
    query: async () => ({ held: held.map((name) => ({ name })) }),
  };
  let channel;
  class Channel {
    constructor() {
      channel = this;
    }
    postMessage() {
      if (this.closed) throw new DOMException("the channel is closed", "InvalidStateError");
    }
    close() {
      this.closed = true;
    }
  }
  const own = { navigator: { locks }, BroadcastChannel: Channel, process: { versions: {} } };
  const before = Object.keys(own).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
  for (const [name, value] of Object.entries(own))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  t.after(restore);
  function restore() {
    for (const [name, descriptor] of before) {
      delete globalThis[name];
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    }
  }
  const { budgetOf } = await import("../../crm-wasm/js/limits/budget.js");
  const budget = budgetOf(t.name, {});
  const signal = { addEventListener() {}, removeEventListener() {} };
  const waits = [];
  const turn = (keys = ["m"]) =>
    budget.turn({ effect: "read" }, keys, false, { signal }, (_reason, wait) => waits.push(wait));
  restore();
  return { budget, budgetOf, channel, turn, waits };
}

for (const data of [
  ["x", [1, []]],
  [1],
  [NaN, ["y", [["m", "x"]]]],
  { later: 2 },
  "text",
  [Infinity, [-5, 7]],
  [5n, [2n, [["m", 9n]]]],
]) {
  test(`a message that says ${typeof data === "object" ? Object.values(data).map(String).join(" ") : data} hurts nobody`, async (t) => {
    const { channel, turn } = await tab(t);
    channel.onmessage({ data });
    await turn();
    await turn();
  });
}

for (const number of ["x", "NaN", "", "1 2", "Infinity", `${Date.now() + 1e12}`]) {
  test(`a lock of the name "${number}" hurts nobody`, async (t) => {
    const { turn, waits } = await tab(t, number);
    await turn();
    assert.ok(
      waits.every((wait) => wait <= 500),
      `${waits}`,
    );
  });
}

test("what another tab has spent is spent", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.UTC(2026, 10, 20) });
  const { turn, waits } = await tab(t, Date.now() + 24_500);
  let over = false;
  const had = turn().then(() => (over = true));
  while (!waits.length && !over) await new Promise(setImmediate);
  assert.deepEqual(waits, [500]);
  t.mock.timers.tick(500);
  await had;
});

test("a budget whose channel was closed still gives turns", async (t) => {
  const { budget, budgetOf, turn, channel } = await tab(t);
  budget.leave();
  await new Promise((resolve) => setTimeout(resolve, 5));
  budgetOf("another", {}).leave();
  assert.ok(channel.closed);
  await turn();
  await turn();
});
