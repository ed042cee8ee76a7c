// The fault run: many calls against a portal that fails in every way it can, and a look at what became of each.
//
//     node tests/faults/run.mjs [calls] [seed]

import { pathToFileURL } from "node:url";
import { connect } from "crm-wasm";

import { Sandbox } from "../support/sandbox.mjs";
import { control, token } from "./control.mjs";
import { misbehave } from "./faults.mjs";
import { judge } from "./judge.mjs";
import { MIX, plan, together } from "./mix.mjs";

/** Calls under way at once, and between two looks into the journal, which keeps 2000. */
const AT_ONCE = 100;
const WAVE = 700;

/** Milliseconds for an attempt: at least, and on a slow machine. */
const TIMEOUT = [2000, 10_000];
/** Milliseconds for all of a call: five attempts and the pauses between them, alone and before in a batch, and the machine. */
const bound = (timeout) => 2 * (5 * timeout + 15_000) + 10_000;

/**
 * Runs it and gives `{ calls, wrong, seconds, … }`: what is wrong with what the client said, and figures.
 *
 * @param options.sender makes, for the sandbox, what sends a call: in this process unless it is given
 * @param options.atOnce calls under way at once
 * @param options.args of the sandbox
 * @param options.without kinds of faults to leave out
 */
export async function faultRun({ calls: count, seed, sender = clientsOf, atOnce = AT_ONCE, args = [], without = [] }) {
  const sandbox = await Sandbox.start({ args: ["--seed", "demo", "--leads", String(count), ...args] });
  try {
    const leads = [...(await titles(sandbox)).keys()].slice(-count);
    const { body } = await sandbox.wire("crm.contact.add", { fields: { NAME: "Linked by the run" } });
    const calls = plan(count, seed, leads, body.result);
    const send = await sender(sandbox);
    const timeout = await enough(sandbox, atOnce);
    await misbehave(sandbox, seed, without);
    const began = Date.now();
    const journal = new Map();
    const numbers = new Map(calls.map(({ number, lead }) => [lead, number]));
    for (let from = 0, after = 0; from < count; from += WAVE) {
      const settleAll = (unit) => Promise.all(unit.map((call) => settle(call, send, timeout)));
      await inLanes(together(calls.slice(from, from + WAVE)), settleAll, atOnce);
      after = await read(sandbox, after, journal, numbers);
    }
    const seconds = (Date.now() - began) / 1000;
    const faults = await control(sandbox, "faults");
    await control(sandbox, "faults", undefined, "DELETE");
    const wrong = judge(calls, await recordsOf(sandbox, calls), journal);
    return { calls, wrong, seconds, figures: figures(calls, journal, faults.faults) };
  } finally {
    await sandbox.stop();
  }
}

/** Milliseconds that are enough for an answer while there are as many calls as there will be. */
async function enough(sandbox, atOnce) {
  const [least, most] = TIMEOUT;
  const began = Date.now();
  await Promise.all(Array.from({ length: atOnce }, () => sandbox.wire("crm.lead.get", { id: 1 })));
  return Math.min(most, Math.max(least, 10 * (Date.now() - began)));
}

/** Sends calls by a webhook's client and by an app's, whose token is renewed when it expires, without and with `autoBatch`. */
async function clientsOf(sandbox) {
  const refresh = () => token(sandbox);
  const both = async (autoBatch) => {
    const settings = { limits: false, autoBatch };
    const oauth = { endpoint: `${sandbox.origin}/rest/`, ...(await refresh()), refresh };
    return {
      webhook: await connect({ webhook: sandbox.webhook, ...settings }),
      app: await connect({ oauth, ...settings }),
    };
  };
  const clients = { alone: await both(false), auto: await both(true) };
  const clientOf = ({ auto, app }) => clients[auto ? "auto" : "alone"][app ? "app" : "webhook"];
  return (call, options) => MIX[call.what].send(call, { client: clientOf(call), ...options });
}

async function settle(call, send, timeout) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, bound(timeout))));
  const ended = send(call, { timeout }).then(
    (value) => Object.assign(call, { settled: true, value }),
    (error) => Object.assign(call, { settled: true, error }),
  );
  await Promise.race([ended, late]);
  clearTimeout(timer);
}

async function inLanes(calls, work, atOnce = AT_ONCE) {
  const left = calls.values();
  const lane = async () => {
    for (const call of left) await work(call);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Adds the attempts of a wave to the journal, each to its call. */
async function read(sandbox, after, journal, numbers) {
  const { calls } = await control(sandbox, `calls?after=${after}&limit=2000`);
  if (calls.length === 2000) throw new Error("the journal has forgotten calls: make waves smaller");
  for (const entry of calls.sort((one, other) => one.id - other.id)) {
    for (const number of callsOf(entry, numbers)) {
      if (!journal.has(number)) journal.set(number, []);
      journal.get(number).push(entry);
    }
  }
  return calls.at(-1)?.id ?? after;
}

/** The numbers of the calls that an entry of the journal is of: of a batch, all that are in it. */
function callsOf({ method, params }, numbers) {
  const commands = method === "batch" ? Object.values(params?.cmd ?? {}) : [JSON.stringify(params)];
  const found = commands.filter(Boolean).map((text) => {
    const [, mark] = /call(\d+)x/.exec(text) ?? [];
    const [, id] = /\b(?:id|ID\]?)"?[=:]"?(\d+)/.exec(text) ?? [];
    return mark ? Number(mark) : numbers.get(Number(id));
  });
  // What links the lead that a command of the batch makes has no record of its own.
  return new Set(method === "batch" ? found.filter((number) => number !== undefined) : found);
}

/** What is in the portal, asked without the client. */
async function recordsOf(sandbox, calls) {
  const all = await titles(sandbox);
  const counts = new Map();
  for (const title of all.values()) counts.set(title, (counts.get(title) ?? 0) + 1);
  const linked = new Set();
  await inLanes(
    calls.filter(({ what }) => what === "link"),
    async ({ lead, contact }) => {
      const { body } = await sandbox.wire("crm.lead.contact.items.get", { id: lead });
      if (body.result?.some(({ CONTACT_ID }) => Number(CONTACT_ID) === contact)) linked.add(lead);
    },
  );
  return { titles: all, linked, count: (title) => counts.get(title) ?? 0 };
}

/** The leads' titles by number. */
async function titles(sandbox) {
  const found = new Map();
  for (let last = 0, rows = [0]; rows.length; last = Number(rows.at(-1)?.ID)) {
    const params = { select: ["ID", "TITLE"], order: { ID: "ASC" }, filter: { ">ID": last }, start: -1 };
    rows = (await sandbox.wire("crm.lead.list", params)).body.result;
    for (const { ID, TITLE } of rows) found.set(Number(ID), TITLE);
  }
  return found;
}

function figures(calls, journal, rules) {
  const failed = calls.filter(({ error }) => error);
  return {
    attempts: [...journal.values()].flat().length,
    faults: rules.map(({ kind, status = "", played }) => `${played} ${kind} ${status}`.trim()).join(", "),
    done: calls.length - failed.length,
    failed: tally(failed.map(({ error }) => `${error.kind}/${error.outcome}`)),
  };
}

function tally(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [calls = 10_000, seed = 1] = process.argv.slice(2).map(Number);
  const { wrong, seconds, figures: shown } = await faultRun({ calls, seed });
  console.log(`${calls} calls, seed ${seed}, ${seconds.toFixed(1)} s`);
  console.log(shown);
  for (const sentence of wrong) console.log(sentence);
  console.log(
    wrong.length ? `${wrong.length} wrong` : "every call ended, was done once at most, and was told as it was",
  );
  process.exitCode = wrong.length ? 1 : 0;
}
