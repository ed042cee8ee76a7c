// How much memory is held while all leads are gone through, one after another.

import { fork } from "node:child_process";
import { once } from "node:events";

import { withSandbox } from "./portal.mjs";

const COUNT = 100_000;
const CONTENDERS = ["crm-wasm, crmLeadListAll", "b24jssdk, fetchList", "b24jssdk, callList"];

/** The most that was held, each contender in a process of its own. */
export function measureMemory() {
  return withSandbox(COUNT, [], async ({ webhook }) => {
    const rows = [];
    for (const what of CONTENDERS) rows.push({ what, ...(await measured(what, webhook)) });
    return rows;
  });
}

async function measured(what, webhook) {
  const reader = fork(new URL("./reader.mjs", import.meta.url), [what, webhook], { execArgv: ["--expose-gc"] });
  const [figures] = await once(reader, "message");
  return figures;
}
