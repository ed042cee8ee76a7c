// Automatic batching: the calls of one tick become batches.

import { REPEATABLE, told } from "../retry.js";
import { Stop } from "../transport/deadline.js";
import { queryOf } from "./query.js";
import { LENGTH, sendTogether } from "./send.js";

/** Steps of a tick without another call after which no more is waited for: a call may be some awaits away. */
const QUIET = 16;

/** What a link does with a call when it batches by itself: it collects the calls of a tick. */
export function automatic(link) {
  const groups = new Map();
  let quiet = QUIET;
  const collect = () => {
    quiet += 1;
    if (quiet < QUIET) return queueMicrotask(collect);
    for (const group of groups.values()) send(link, group);
    groups.clear();
  };
  return (request, read, deadline) => {
    const query = queryOf(request.name, JSON.parse(request.body));
    if (!query) return link.exchange(request, read, deadline);
    // What may be done twice goes together: beside a create it could not be sent again. One time to answer in for all: a batch is
    // as patient as its calls.
    const kind = `${REPEATABLE.includes(request.effect)} ${request.timeout}`;
    const group = groups.get(kind) ?? [];
    groups.set(kind, group);
    if (quiet >= QUIET) queueMicrotask(collect);
    quiet = 0;
    return new Promise((resolve, reject) => {
      if (group.push({ request, query, read, deadline, resolve, reject }) < LENGTH) return;
      groups.delete(kind);
      send(link, group);
    });
  };
}

async function send(link, group) {
  const calls = group.filter(({ deadline }) => !deadline.signal.aborted);
  const alone = ({ request, read, deadline, resolve, reject }) =>
    link.exchange(request, read, deadline).then(resolve, reject);
  if (calls.length < 2) return calls.forEach(alone);
  const commands = calls.map(({ request, query, deadline }) => ({
    ...request,
    query,
    isGone: () => deadline.signal.aborted,
  }));
  const deadline = common(calls);
  try {
    const { timeout } = calls[0].request;
    // It waits for no method's limits: the others would wait, too.
    const outcomes = await sendTogether(link, commands, { timeout, methods: [] }, deadline);
    outcomes.forEach(({ value, failure }, key) => {
      const call = calls[key];
      if (!failure) return call.resolve(value);
      const { facts } = failure;
      if (link.again(facts, call.request.effect, 1) === undefined) return call.reject(failure);
      // By itself it is tried again as any call; the batch may have done it.
      call.deadline.trace = { earlier: deadline.trace.earlier || facts.outcome === "unknown" };
      alone(call);
    });
  } catch (failure) {
    for (const { request, reject } of calls) reject(told(failure, request.effect, deadline.trace.earlier));
  }
}

/** The deadline of a batch: it ends when the last of its calls does, and what may have arrived of it may have for all. */
function common(calls) {
  const signal = new Stop();
  const trace = {};
  let open = calls.length;
  for (const { deadline } of calls) {
    deadline.trace = trace;
    deadline.signal.addEventListener("abort", () => (open -= 1) || signal.abort());
  }
  return { signal, trace };
}
