// The calls of a fault run. Each has a record of its own and one thing to do to it, so that what became of it can be seen afterwards.

import * as crm from "crm-wasm";

/** What each kind of call does, how often it comes, and how dangerous it is to do twice. */
export const MIX = {
  get: { share: 0.2, effect: "read", send: ({ lead }, options) => crm.crmLeadGet({ id: lead }, options) },
  list: {
    share: 0.1,
    effect: "read",
    send: ({ lead }, options) => crm.crmLeadList({ filter: { ID: lead }, select: ["ID", "TITLE"] }, options),
  },
  update: {
    share: 0.2,
    effect: "write",
    send: ({ lead, title }, options) => crm.crmLeadUpdate({ id: lead, fields: { TITLE: title } }, options),
  },
  create: {
    share: 0.25,
    effect: "create",
    send: ({ title }, options) => crm.crmLeadAdd({ fields: { TITLE: title } }, options),
  },
  delete: { share: 0.1, effect: "delete", send: ({ lead }, options) => crm.crmLeadDelete({ id: lead }, options) },
  link: {
    share: 0.1,
    effect: "write",
    send: ({ lead, contact }, options) => crm.crmLeadContactAdd({ id: lead, fields: { CONTACT_ID: contact } }, options),
  },
  batch: {
    share: 0.05,
    effect: "create",
    send: ({ title, contact }, options) =>
      crm.batch((b) => {
        const made = b.crmLeadAdd({ fields: { TITLE: title } });
        return { made, linked: b.crmLeadContactAdd({ id: made, fields: { CONTACT_ID: contact } }) };
      }, options),
  },
};

/** How many calls go through a client with `autoBatch`, and how many of them at once. */
const AUTO = 0.2;
const TOGETHER = 6;

/** The calls of a run: the same for the same seed. `leads` are records to work on, `contact` is linked to them. */
export function plan(count, seed, leads, contact) {
  const throwDice = dice(seed);
  return Array.from({ length: count }, (_, number) => {
    let left = throwDice();
    const [what] = Object.entries(MIX).find(([, { share }]) => (left -= share) < 0) ?? ["get"];
    return {
      number,
      what,
      lead: leads[number],
      contact,
      title: `call${number}x`,
      effect: MIX[what].effect,
      app: throwDice() < 0.3,
      auto: throwDice() < AUTO,
    };
  });
}

/** Calls as they are made: those that become batches some at once, the others one by one. */
export function together(calls) {
  let open;
  const units = [];
  for (const call of calls) {
    if (call.auto && open?.length < TOGETHER) open.push(call);
    else units.push([call]);
    if (call.auto && units.at(-1)[0] === call) open = units.at(-1);
  }
  return units;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
