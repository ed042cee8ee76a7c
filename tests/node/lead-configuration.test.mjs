// crm.lead.details.configuration.* through the built package, against the sandbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { configurationTests } from "./configuration.mjs";

configurationTests({
  its: session(),
  functions: {
    get: ["crm.lead.details.configuration.get", crm.crmLeadDetailsConfigurationGet],
    set: ["crm.lead.details.configuration.set", crm.crmLeadDetailsConfigurationSet],
    reset: ["crm.lead.details.configuration.reset", crm.crmLeadDetailsConfigurationReset],
    force: [
      "crm.lead.details.configuration.forceCommonScopeForAll",
      crm.crmLeadDetailsConfigurationForceCommonScopeForAll,
    ],
  },
});

test("repeat leads have a layout of their own", async () => {
  const data = [{ name: "repeat", title: "Knows us", elements: [{ name: "TITLE" }] }];
  const repeat = { scope: "C", extras: { leadCustomerType: 2 } };
  await crm.crmLeadDetailsConfigurationSet({ data, ...repeat });
  assert.equal((await crm.crmLeadDetailsConfigurationGet(repeat))[0].name, "repeat");
  const ordinary = { scope: "C", extras: { leadCustomerType: 1 } };
  assert.equal(await crm.crmLeadDetailsConfigurationGet(ordinary), null);
  await crm.crmLeadDetailsConfigurationReset(repeat);
  assert.equal(await crm.crmLeadDetailsConfigurationGet(repeat), null);
});
