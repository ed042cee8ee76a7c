// Goes through all leads of a portal and tells how much memory it held beyond what it began with.

import { connect, crmLeadListAll } from "crm-wasm";

import { official } from "./portal.mjs";

const [what, webhook] = process.argv.slice(2);
const EVERY = 500;
const client = await connect({ webhook, limits: false });
const { fetchList, callList } = official(webhook).actions.v2;
const sdk = { method: "crm.lead.list", params: {} };

const READERS = {
  "crm-wasm, crmLeadListAll": () => crmLeadListAll({}, { client }),
  async *"b24jssdk, fetchList"() {
    for await (const rows of fetchList.make(sdk)) yield* rows;
  },
  async *"b24jssdk, callList"() {
    yield* (await callList.make(sdk)).getData();
  },
};

const held = () => {
  globalThis.gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1e6;
};
const start = held();
let seen = 0;
let most = 0;
for await (const _ of READERS[what]()) {
  seen += 1;
  if (seen % EVERY === 1) most = Math.max(most, held() - start);
}
process.send({ leads: seen, "most, MB": most }, () => process.exit());
