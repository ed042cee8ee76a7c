// The fault run in a placement's frame: Chromium's connections, its CORS, the token that the portal page gives.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CrmError } from "crm-wasm";

import { faultRun } from "../faults/run.mjs";
import { launch } from "../support/browser.mjs";
import { openLead } from "./lead-card.mjs";

/** What Chromium opens to one host. */
const CONNECTIONS = 6;

/** Chromium itself sends a request again when a connection that it used before ends without an answer: pages cannot tell. */
const RESENT = ["drop-before", "drop-after"];

const APP = ["--app", "examples/link-contacts", "--app-title", "Contacts", "--placement", "CRM_LEAD_DETAIL_TAB"];
const MOUNTS = ["--mount", "/node_modules/crm-wasm=pkg", "--mount", "/faults=tests/faults"];

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Sends calls from the app in the card of lead 1. */
async function inFrame(sandbox) {
  const card = await openLead(browser, sandbox, 1);
  await card.showApp();
  const { appFrame: frame } = card;
  await frame.evaluate(async () => {
    const { CrmError, connect } = await import("/node_modules/crm-wasm/index.js");
    const { MIX } = await import("/faults/mix.mjs");
    const [alone, auto] = await Promise.all(
      [false, true].map((autoBatch) => connect({ placement: true, limits: false, autoBatch })),
    );
    window.send = async (call, options) => {
      try {
        return { value: await MIX[call.what].send(call, { client: call.auto ? auto : alone, ...options }) };
      } catch (error) {
        const { message, kind, code, status, retryable, outcome } = error;
        const facts = { kind, code, status, retryable, outcome };
        return { failure: error instanceof CrmError ? { message, facts } : { message: `${error?.stack ?? error}` } };
      }
    };
  });
  return async (call, options) => {
    const { value, failure } = await frame.evaluate(([call, options]) => window.send(call, options), [call, options]);
    if (!failure) return value;
    throw failure.facts ? new CrmError(failure.message, failure.facts) : new Error(failure.message);
  };
}

test("200 calls of a frame through the faults: none hangs, none is done twice, none is told as it was not", async (t) => {
  const run = { calls: 200, seed: 3, sender: inFrame, atOnce: CONNECTIONS, args: [...APP, ...MOUNTS], without: RESENT };
  const { wrong, figures, seconds } = await faultRun(run);
  t.diagnostic(JSON.stringify({ ...figures, seconds }));
  assert.deepEqual(wrong, []);
});
