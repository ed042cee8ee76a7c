// A placeholder of a batch starts with NUL and passes every check; a text of somebody's that starts so does not.

import assert from "node:assert/strict";
import { test } from "node:test";

import { batch, call, crmLeadAdd, crmLeadGet, crmLeadListAll, crmLeadUpdate } from "../node.js";
import { connected, failure } from "./portal.mjs";

const MESSAGE = "hold a text that starts with a NUL character";
const CALLS = {
  "for all parameters of a kind": () => crmLeadAdd({ fields: "\0x" }),
  "for an id": () => crmLeadGet({ id: "\0x" }),
  "for a text": () => crmLeadAdd({ fields: { TITLE: "\0" } }),
  "in a list": () => crmLeadAdd({ fields: { PHONE: ["\0x"] } }),
  "for a name": () => crmLeadAdd({ fields: { "\0x": 1 } }),
  "for a filter of a whole list": () => crmLeadListAll({ filter: "\0x" }).toArray(),
  "made by toJSON": () => crmLeadUpdate({ id: { toJSON: () => "\0x" }, fields: {} }),
};

for (const [name, make] of Object.entries(CALLS)) {
  test(`a text that starts with NUL, ${name}, is a problem`, async (t) => {
    const { requests } = await connected(t, () => ({ result: true }));
    const error = await failure(make());
    assert.deepEqual([error.kind, error.problems], ["validation", [{ path: "params", message: MESSAGE }]]);
    assert.equal(requests.length, 0);
  });
}

test("a text that starts with NUL is a problem in a batch, beside references and as what one stands for", async (t) => {
  const { requests } = await connected(t, () => ({ result: { TITLE: "\0x", ID: "1" } }));
  const beside = await failure(
    batch((b) => b.crmLeadUpdate({ id: b.crmLeadGet({ id: 1 }), fields: { TITLE: "\0x" } })),
  );
  assert.deepEqual(beside.problems, [{ path: "crmLeadUpdate[1].params", message: MESSAGE }]);
  assert.equal(requests.length, 0);
  const result = await failure(batch((b) => b.crmLeadUpdate({ id: 1, fields: b.crmLeadGet({ id: 1 }).TITLE })));
  assert.match(result.message, /^crmLeadUpdate\[1\]: params hold a text that starts with a NUL character/);
  assert.equal(requests.length, 1);
});

test("NUL elsewhere in a text, and what only looks like one, pass", async (t) => {
  const { requests } = await connected(t, () => ({ result: 1 }));
  const fields = { TITLE: "a\0b", COMMENTS: '"\0', POST: "\\u0000", NAME: '["\\u0000"]' };
  await crmLeadAdd({ fields });
  assert.deepEqual(requests[0].body.fields, fields);
  await call("nobody.declared.this", { text: "\0x" });
  assert.equal(requests[1].body.text, "\0x");
});
