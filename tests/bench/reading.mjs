// 100,000 leads read, under the limit that a portal has: 50 requests at once, then two a second.

import { connect, crmLeadListAll } from "crm-wasm";

import { bare, official, withSandbox } from "./portal.mjs";

const COUNT = 100_000;
const PAGE = 50;
/** Pages of the official SDK that are really read. */
const SAMPLE = 20;
const PARAMS = { select: ["ID", "TITLE", "STATUS_ID", "DATE_CREATE"] };

/** How long reading takes. What the limit adds to the official SDK's pages is reckoned, not waited for. */
export async function measureReading() {
  // Each on a portal of its own: they would spend one budget.
  const requests = await withSandbox(COUNT, [], ({ webhook }) => timed(() => bareBatches(webhook)));
  const ours = await withSandbox(COUNT, ["--plan", "standard"], async ({ webhook }) => {
    const client = await connect({ webhook });
    const seconds = await timed(() => count(crmLeadListAll(PARAMS, { client })));
    client.close();
    return seconds;
  });
  const page = await withSandbox(COUNT, [], ({ webhook }) => timed(() => sdkPages(webhook, SAMPLE)));
  const pages = COUNT / PAGE;
  const sdk = Math.max((pages - 50) / 2, (page / SAMPLE) * pages);
  return [
    { what: "40 batches of 50 pages, bare, no limit", seconds: requests },
    { what: "crm-wasm, crmLeadListAll, the limit kept", seconds: ours, ratio: ours / requests },
    { what: `b24jssdk, fetchList: ${pages} requests, the limit reckoned`, seconds: sdk, ratio: sdk / requests },
  ];
}

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function count(leads) {
  let seen = 0;
  for await (const { ID } of leads) {
    seen += 1;
    if (!(ID > 0)) throw new Error("a row without its number");
  }
  if (seen !== COUNT) throw new Error(`${seen} leads came, there are ${COUNT}`);
}

/** As many requests as the rows need, each with the pages that follow the last row of the one before. */
async function bareBatches(webhook) {
  const select = PARAMS.select.map((name, at) => `select[${at}]=${name}`).join("&");
  for (let last = 0; last < COUNT;) {
    const cmd = Array.from({ length: PAGE }, (_, at) => {
      const after = at ? `$result[${at - 1}][${PAGE - 1}][ID]` : last;
      return `crm.lead.list?${select}&order[ID]=ASC&filter[>ID]=${encodeURIComponent(after)}&start=-1`;
    });
    const { result } = await bare(webhook, "batch", { halt: 0, cmd });
    last = Number(result.result.at(-1).at(-1).ID);
  }
}

async function sdkPages(webhook, pages) {
  const { fetchList } = official(webhook).actions.v2;
  let seen = 0;
  for await (const rows of fetchList.make({ method: "crm.lead.list", params: PARAMS })) {
    seen += 1;
    if (!rows.length) throw new Error("an empty page");
    if (seen === pages) return;
  }
}
