// Memory over many large answers: what an answer takes in the module's memory is free again for the next.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { batch, init } from "../node.js";
import { connected } from "./portal.mjs";

const { instantiate } = WebAssembly;

const ROWS = 50;
const COMMANDS = 50;

/** The answer to a batch of lists, about four megabytes. */
function largeAnswer() {
  const row = (id) => ({ ID: String(id), TITLE: `Lead ${id}`, OPPORTUNITY: "12.50", COMMENTS: "Übersee ".repeat(180) });
  const page = Array.from({ length: ROWS }, (_, id) => row(id));
  return JSON.stringify({ result: { result: Array(COMMANDS).fill(page), result_error: [] } });
}

test("batches of four megabytes do not take more and more memory", async (t) => {
  // The module's memory is its own: what is seen of it is the instance. Node's `fetch` makes one, too.
  let memory;
  t.mock.method(WebAssembly, "instantiate", async (...args) => {
    const made = await instantiate(...args);
    const { exports } = made.instance ?? made;
    if (exports.answer) ({ memory } = exports);
    return made;
  });
  await init(await readFile(new URL("../crm_wasm_bg.wasm", import.meta.url)));
  const text = largeAnswer();
  const { client } = await connected(t, () => ({ text }));
  const sizes = [];
  for (let time = 0; time < 50; time += 1) {
    const pages = await batch((b) => Array.from({ length: COMMANDS }, () => b.crmLeadList()), { client });
    assert.equal(pages[COMMANDS - 1].items[ROWS - 1].ID, ROWS - 1);
    sizes.push(memory.buffer.byteLength);
  }
  const length = Buffer.byteLength(text);
  assert.ok(length > 4_000_000);
  // It and what is made of it.
  assert.ok(sizes[0] > length && sizes[0] < 3 * length, `${sizes[0]} bytes for ${length}`);
  assert.equal(sizes.at(-1), sizes[0]);
});
