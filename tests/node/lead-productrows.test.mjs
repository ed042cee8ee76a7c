// crm.lead.productrows.* through the built package, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { mistake, portal, provokeErrors } from "../support/errors.mjs";
import { session } from "../support/session.mjs";
import { shaped } from "../support/shape.mjs";

const MISSING = 999_999;
const its = session();
const wire = (...args) => its.wire(...args);
const set = (params, options) => crm.crmLeadProductrowsSet(params, options);

test("crm.lead.productrows.set replaces the rows, and the lead's amount follows", async () => {
  const id = await crm.crmLeadAdd({ fields: { TITLE: "rows" } });
  const rows = [
    { PRODUCT_NAME: "Chair", PRICE: 49.9, QUANTITY: 2, MEASURE_CODE: 796 },
    { PRODUCT_NAME: "Table", PRICE: "100.2", TAX_RATE: 19, TAX_INCLUDED: true },
  ];
  assert.equal(shaped("crm.lead.productrows.set", await set({ id, rows })), true);
  const stored = shaped("crm.lead.productrows.get", await crm.crmLeadProductrowsGet({ id }));
  assert.deepEqual(
    stored.map(({ PRODUCT_NAME, PRICE, QUANTITY, OWNER_ID }) => [PRODUCT_NAME, PRICE, QUANTITY, OWNER_ID]),
    [
      ["Chair", 49.9, 2, id],
      ["Table", 100.2, 1, id],
    ],
  );
  assert.deepEqual(
    stored.map((row) => [row.TAX_RATE, row.TAX_INCLUDED]),
    [
      [null, false],
      [19, true],
    ],
  );
  assert.equal((await crm.crmLeadGet({ id })).OPPORTUNITY, 200);
  await set({ id, rows: [] });
  assert.deepEqual(await crm.crmLeadProductrowsGet({ id }), []);
});

test("crm.lead.productrows.set leaves an amount alone that was entered by hand", async () => {
  const id = await crm.crmLeadAdd({ fields: { OPPORTUNITY: 7, IS_MANUAL_OPPORTUNITY: true } });
  await set({ id, rows: [{ PRODUCT_NAME: "Chair", PRICE: 49.9 }] });
  assert.equal((await crm.crmLeadGet({ id })).OPPORTUNITY, 7);
});

test("crm.lead.productrows.get fails as documented", (t) =>
  provokeErrors(t, "crm.lead.productrows.get", {
    "The parameter id is invalid or not defined.": portal("validation", () => crm.crmLeadProductrowsGet({ id: 0 })),
    "Access denied.": portal("permission", () => crm.crmLeadProductrowsGet({ id: 1 }, its.outsider)),
  }));

test("crm.lead.productrows.set fails as documented", (t) =>
  provokeErrors(t, "crm.lead.productrows.set", {
    "The parameter id is invalid or not defined.": portal("validation", () => set({ id: 0, rows: [] })),
    "The parameter rows must be array.": mistake(() => set({ id: 1, rows: "x" }), "params.rows", wire, {
      id: 1,
      rows: "x",
    }),
    "Access denied.": portal("permission", () => set({ id: 1, rows: [] }, its.outsider)),
    "Not found.": portal("notFound", () => set({ id: MISSING, rows: [] })),
    "ERROR_CORE: Discount Rate (DISCOUNT_RATE) is required": portal("validation", () =>
      set({ id: 1, rows: [{ PRODUCT_NAME: "x", PRICE: 1, DISCOUNT_TYPE_ID: 2, DISCOUNT_SUM: 1 }] }),
    ),
    "ERROR_CORE: Discount Sum (DISCOUNT_SUM) is required": portal("validation", () =>
      set({ id: 1, rows: [{ PRODUCT_NAME: "x", PRICE: 1, DISCOUNT_TYPE_ID: 1, DISCOUNT_RATE: 5 }] }),
    ),
  }));
