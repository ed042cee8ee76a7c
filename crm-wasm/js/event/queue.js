// A portal's offline queue, followed for all who listen to its events.
//
// An event is looked up, reserved, handed to its listeners and only then taken off the queue. The one in work is noted where a
// reload does not reach: who starts again asks what has become of it, so it is neither lost nor delivered twice. One at a time:
// what is reserved cannot be given back.

import { decode } from "../answer.js";
import { TIMEOUT } from "../call.js";
import { engine, factsOf } from "../engine.js";
import { reported } from "../error.js";
import { bounded } from "../options.js";
import { within } from "../transport/deadline.js";
import { hold } from "./hold.js";
import { explained } from "./rights.js";

/** Milliseconds between two looks into an empty queue: at first, and at most. */
const SOON = 2_000;
const LATE = 30_000;

const queues = new WeakMap();

/** The queue of a portal's application, or of one of its sources. */
export function queueOf(link, connector) {
  if (!queues.has(link)) queues.set(link, new Map());
  const known = queues.get(link);
  if (!known.has(connector)) known.set(connector, follow(link, connector));
  return known.get(connector);
}

function follow(link, connector) {
  // By name: { label, key, storage, listeners, release }, then whether it is held, its note once that was read, the work on it.
  const events = new Map();
  const { document } = globalThis;
  let asked = "";
  let running = false;
  let stirred = false;
  let stir = () => {};
  const wake = () => {
    stirred = true;
    stir();
  };

  const ask = (name, params, deadline) => {
    asked = name;
    const row = engine().__row(name);
    // As the wire has it: the tables know a source key for some of these methods only, and the portal goes by it in all.
    const body = JSON.stringify(connector ? { ...params, auth_connector: connector } : params);
    const { effect } = factsOf(row);
    const request = { row, name, label: name, body, effect, raw: false, timeout: TIMEOUT };
    const learn = (operating, resetAt) => link.learn(name, operating, resetAt);
    const send = (until) => link.call(request, (status, bytes) => decode(row, status, bytes, false, learn), until);
    return deadline ? send(deadline) : within(Infinity, [link.closed], send);
  };

  const note = (it, text) => {
    it.note = text;
    return it.storage.setItem(it.key, text);
  };

  /** Hands an event to its listeners, all at once; what to do with it then. */
  const deliver = async ({ listeners }, row) => {
    const heard = [...listeners];
    const ends = await Promise.allSettled(heard.map(async ({ listener }) => listener(eventOf(row, link.host))));
    ends.forEach(({ reason, status }, place) => status === "rejected" && tell(heard[place], reason));
    return ends.every(({ status }) => status === "fulfilled") ? "clear" : "error";
  };

  /** Delivers a reserved event, unless that is done, and reports it. */
  const finish = async (it, row, verdict) => {
    const { ID, MESSAGE_ID, PROCESS_ID } = row;
    if (!verdict) {
      if (!it.listeners.size) return;
      verdict = await deliver(it, row);
      await note(it, `${ID} ${verdict}`);
    }
    await ask(`event.offline.${verdict}`, { process_id: PROCESS_ID, message_id: [MESSAGE_ID] });
    await note(it, "");
  };

  /** Whether there was an event to be had. */
  const take = async (it, { ID }) => {
    // Before it is reserved, for when the answer gets lost.
    await note(it, `${ID}`);
    const { process_id: PROCESS_ID, events } = await ask("event.offline.get", { clear: 0, limit: 1, filter: { ID } });
    // None: another program of the application was faster.
    await (events.length ? finish(it, { ...events[0], PROCESS_ID }) : note(it, ""));
    return events.length > 0;
  };

  /** Goes on with what was in work when this page, or one before it, had to let go of it. */
  const resume = async (it) => {
    const [ID, verdict] = (it.note ?? (await it.storage.getItem(it.key)) ?? "").split(" ");
    const [row] = ID ? (await ask("event.offline.list", { filter: { ID } })).items : [];
    await (row?.PROCESS_ID && !row.ERROR ? finish(it, row, verdict) : note(it, ""));
  };

  /** Works off what is in the queue; whether there was anything. */
  const look = async () => {
    const wanted = new Map([...events].filter(([, { held, listeners }]) => held && listeners.size));
    for (const it of wanted.values()) if (it.note !== "") await (it.work = resume(it));
    const filter = { ERROR: 0, PROCESS_ID: "" };
    // What a list of names would do in a filter is not documented.
    if (wanted.size === 1) [filter.EVENT_NAME] = wanted.keys();
    let found = false;
    for (let start = wanted.size ? 0 : undefined; start !== undefined && !found;) {
      const page = await ask("event.offline.list", { filter, order: { TIMESTAMP_X: "ASC", ID: "ASC" }, start });
      for (const row of page.items) {
        const it = wanted.get(row.EVENT_NAME);
        if (it?.listeners.size) found = (await (it.work = take(it, row))) || found;
      }
      start = page.next;
    }
    return found;
  };

  const entries = () =>
    [...events.values()].flatMap(({ label, listeners }) => [...listeners].map((one) => [label, one]));

  /** Tells all who listen what keeps their events from them. */
  const complain = async (failure) => {
    for (const [label, entry] of entries()) {
      await reported(
        label,
        asked,
        () => link.secrets,
        () => explained(failure),
      ).catch((error) => tell(entry, error));
    }
  };

  const rest = (quiet, failing) => {
    const given = Math.min(...entries().map(([, { interval = Infinity }]) => interval));
    const grown = Math.min(SOON * 1.5 ** quiet, LATE);
    const pause = given === Infinity ? grown : failing ? Math.max(grown, given) : given;
    return new Promise((resolve) => {
      // A timer of no length is not what Infinity means.
      const timer = setTimeout(resolve, bounded(document?.hidden ? Math.max(pause, LATE) : pause));
      stir = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stirred) stir();
    });
  };

  const run = async () => {
    running = true;
    document?.addEventListener("visibilitychange", wake);
    link.closed.addEventListener("abort", wake);
    for (let quiet = 0, told; entries().length && !link.closed.aborted;) {
      stirred = false;
      let failing;
      const busy = await look().catch((failure) => (failing = failure) && false);
      const trouble = failing && (failing.text ?? String(failing));
      quiet = busy || !told !== !trouble ? 0 : quiet + 1;
      // The same trouble again is no news.
      if (failing && trouble !== told && !link.closed.aborted) await complain(failing);
      told = trouble;
      if (!busy) await rest(quiet, failing);
    }
    document?.removeEventListener("visibilitychange", wake);
    running = false;
    if (link.closed.aborted) for (const { release } of events.values()) release();
  };

  /** Adds a listener; gives the function that removes it, which settles when what it has in work is done. */
  const listen = (name, label, app, storage, { signal, ...entry }) => {
    let it = events.get(name);
    if (!it) {
      const key = `crm-wasm ${[link.host, app, connector, name]}`;
      events.set(name, (it = { label, key, storage, listeners: new Set() }));
      it.release = hold(key, () => {
        it.held = true;
        wake();
      });
    }
    it.listeners.add(entry);
    const leave = async () => {
      signal?.removeEventListener("abort", stop);
      it.listeners.delete(entry);
      wake();
      await it.work?.catch(() => {});
      // Another page may go on only now.
      if (it.listeners.size || events.get(name) !== it) return;
      events.delete(name);
      it.release();
    };
    let left;
    const stop = () => (left ??= leave());
    signal?.addEventListener("abort", stop);
    wake();
    if (!running) run();
    return stop;
  };

  return { ask, listen };
}

// In a task of its own: what it throws is its own.
function tell({ onError }, error) {
  queueMicrotask(() => onError(error));
}

/** An event as its handler would get it, but for what only a delivery has. */
function eventOf(row, domain) {
  const { EVENT_NAME: event, EVENT_DATA, EVENT_ADDITIONAL, TIMESTAMP_X, MESSAGE_ID, PROCESS_ID } = row;
  const user = Number(EVENT_ADDITIONAL?.user_id);
  return {
    event,
    data: JSON.parse(engine().__event_data(event, JSON.stringify(EVENT_DATA))),
    ts: Math.floor(Date.parse(TIMESTAMP_X) / 1000),
    auth: user ? { domain, user_id: user } : { domain },
    message_id: MESSAGE_ID,
    process_id: PROCESS_ID,
  };
}
