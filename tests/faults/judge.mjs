// Whether the client told the truth about each call of a fault run: what is in the portal afterwards, and what the portal's journal
// says happened on the wire.

import { CrmError } from "crm-wasm";

import { faultOf } from "./faults.mjs";

/** How often a call is sent, and within an attempt with other proofs; the status that asks for one. */
const ATTEMPTS = 5;
const PROOFS = 4;
const EXPIRED = 401;

/** Everything that is wrong with what the client said, as sentences. */
export function judge(calls, records, journal) {
  return calls.flatMap((call) => {
    const wrong = [...done(call, records), ...told(call, journal.get(call.number) ?? [])];
    const how = `${call.what}${call.app ? ", app" : ""}${call.auto ? ", autoBatch" : ""}`;
    return wrong.map((sentence) => `call ${call.number} (${how}): ${sentence}`);
  });
}

/** How often what each call asks for is in the portal, and how often it may be. */
const TRACES = {
  update: ({ lead, title }, { titles }) => Number(titles.get(lead) === title),
  create: ({ title }, { count }) => count(title),
  batch: ({ title }, { count }) => count(title),
  delete: ({ lead }, { titles }) => Number(!titles.has(lead)),
  link: ({ lead }, { linked }) => Number(linked.has(lead)),
};

function* done(call, records) {
  const { what, error, settled } = call;
  if (!settled) return yield "hangs";
  const times = TRACES[what]?.(call, records);
  if (times === undefined) return;
  if (times > 1) yield `DUPLICATE: ${times} times in the portal`;
  if (!error && times === 0) yield "LOST: it was said to be done and is not";
  if (error && error.outcome === "rejected" && times > 0 && what !== "batch")
    yield "it was said not to be done, and is";
}

/** What the error says, beside what happened to the call's last attempt and to those before. */
function* told({ error, effect, what }, attempts) {
  // In a batch, and then by itself.
  for (const batched of [true, false]) {
    const sent = attempts.filter(({ method, status }) => (method === "batch") === batched && status !== EXPIRED);
    if (sent.length > ATTEMPTS) yield `sent too often: ${shown(sent)}`;
  }
  if (!error) return;
  if (!(error instanceof CrmError)) return yield `fails with ${error?.stack ?? error}`;
  // Calls share a token, which may become old again and again.
  if (error.kind === "auth" && attempts.slice(-PROOFS).filter(({ status }) => status === EXPIRED).length === PROOFS)
    return;
  // A command of a batch that the portal refuses for its operating time leaves no trace of that in the journal.
  if (what === "batch" && error.code === "OPERATION_TIME_LIMIT" && attempts.at(-1)?.status === 200) return;
  const faults = attempts.map(faultOf);
  const last = faults.at(-1);
  const about = `${error.kind}/${error.outcome} (${error.message}) after ${shown(attempts) || "nothing that arrived"}`;
  const before = faults.slice(0, -1).some((fault) => fault?.unknown) || isLost(attempts);
  const mayBe = last?.unknown || (effect !== "read" && before);
  if (effect === "create" && before) yield `${what} sent again: ${about}`;
  if (mayBe && error.outcome !== "unknown") yield `it may have been done: ${about}`;
  if (isOfTheMachine(error)) return;
  if (!last?.ends.includes(error.kind)) yield about;
  if (!mayBe && error.outcome === "unknown") yield `it was not done: ${about}`;
}

const shown = (attempts) => attempts.map(({ id, fault, status }) => `${id}: ${fault} ${status}`).join(", ");

/** Whether an attempt was answered well and made again all the same: the answer did not come in time, on a busy machine. */
function isLost(attempts) {
  return attempts.some((attempt, at) => {
    const again = attempts[at + 1]?.method === attempt.method;
    return again && attempt.status !== EXPIRED && !faultOf(attempt)?.ends.length;
  });
}

/**
 * What nobody ordered: a connection that ended before the request reached the portal, which has nothing to tell then, and on a busy
 * machine an answer that came too late. Said to be unknown, it is told as it was.
 */
function isOfTheMachine({ kind, outcome }) {
  return outcome === "unknown" && (kind === "network" || kind === "timeout");
}
