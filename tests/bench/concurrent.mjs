// 1,000 leads asked for at once.

import { connect, crmLeadGet } from "crm-wasm";

import { median } from "./measure.mjs";
import { official, withSandbox } from "./portal.mjs";

const COUNT = 1000;
const ROUNDS = 5;
const IDS = Array.from({ length: COUNT }, (_, at) => at + 1);

/** How many requests that takes, and how long. */
export function measureConcurrent() {
  return withSandbox(COUNT, [], async ({ webhook }) => {
    const client = await connect({ webhook, limits: false });
    const merging = await connect({ webhook, limits: false, autoBatch: true });
    const { call } = official(webhook).actions.v2;
    const contenders = {
      "crm-wasm, autoBatch": (id) => crmLeadGet({ id }, { client: merging }),
      "crm-wasm": (id) => crmLeadGet({ id }, { client }),
      b24jssdk: async (id) => (await call.make({ method: "crm.lead.get", params: { id } })).getData().result,
    };
    const rows = [];
    for (const [what, get] of Object.entries(contenders)) rows.push({ what, ...(await measured(get)) });
    for (const portal of [client, merging]) portal.close();
    return rows;
  });
}

async function measured(get) {
  const taken = [];
  let requests = 0;
  const { fetch } = globalThis;
  globalThis.fetch = (...args) => {
    requests += 1;
    return fetch(...args);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const leads = await Promise.all(IDS.map(get));
    taken.push(performance.now() - start);
    if (leads.some(({ ID }, at) => Number(ID) !== IDS[at])) throw new Error("a lead came to the wrong caller");
  }
  globalThis.fetch = fetch;
  // The SDK has its own way to the network in Node: a request a call.
  return { requests: requests / ROUNDS || COUNT, ms: median(taken) };
}
