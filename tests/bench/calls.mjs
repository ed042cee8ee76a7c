// One call after another: crm.lead.get, crm.lead.list of 50 rows of 40 fields, and a batch of 50 such lists.

import { batch, connect, crmLeadGet, crmLeadList } from "crm-wasm";

import { race } from "./measure.mjs";
import { WEBHOOK, bare, official, withCanned } from "./portal.mjs";

const PAGES = Array.from({ length: 50 }, (_, at) => ({ start: at * 50 }));
const CMD = PAGES.map(({ start }) => `crm.lead.list?start=${start}`);

/** How long each takes, and as a multiple of `fetch` and `JSON.parse`. Many short rounds: a burst of other work spoils few. */
export function measureCalls() {
  return withCanned(async (origin) => {
    const webhook = origin + WEBHOOK;
    const client = await connect({ webhook: `${webhook}/`, limits: false });
    const { call, batch: calls } = official(webhook).actions.v2;
    const rows = [
      await contest(
        "crm.lead.get",
        { rounds: 150, times: 20 },
        {
          bare: () => bare(webhook, "crm.lead.get", { id: 7 }),
          ours: () => crmLeadGet({ id: 7 }, { client }),
          b24jssdk: async () => (await call.make({ method: "crm.lead.get", params: { id: 7 } })).getData(),
        },
      ),
      await contest(
        "crm.lead.list, 50 × 40",
        { rounds: 150, times: 10 },
        {
          bare: () => bare(webhook, "crm.lead.list", {}),
          ours: () => crmLeadList({}, { client }),
          b24jssdk: async () => (await call.make({ method: "crm.lead.list", params: {} })).getData(),
        },
      ),
      await contest(
        "batch of 50 lists, 4 MB",
        { rounds: 45, times: 1 },
        {
          bare: () => bare(webhook, "batch", { halt: 0, cmd: CMD }),
          ours: () => batch((b) => PAGES.map((page) => b.crmLeadList(page)), { client }),
          b24jssdk: async () => (await calls.make({ calls: PAGES.map((page) => ["crm.lead.list", page]) })).getData(),
        },
      ),
    ];
    client.close();
    return rows;
  });
}

async function contest(what, rounds, contenders) {
  for (const [name, contender] of Object.entries(contenders)) {
    if (!(await contender())) throw new Error(`${name} gave nothing for ${what}`);
  }
  const { bare: base, ours, b24jssdk } = await race(contenders, rounds);
  return { what, "bare, ms": base, "crm-wasm": ours / base, b24jssdk: b24jssdk / base };
}
