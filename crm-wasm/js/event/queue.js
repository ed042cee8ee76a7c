// A portal's offline queue, followed for all who listen to its events.
//
// An event is looked up, reserved, handed to its listeners and only then taken off the queue. The one in work is noted where a
// reload does not reach: who starts again asks what has become of it, so it is neither lost nor delivered twice. One at a time:
// what is reserved cannot be given back.

import { run } from "../call.js";
import { engine } from "../engine.js";
import { hold } from "./hold.js";

/** Milliseconds between two looks into an empty queue: at first, and at most. */
const SOON = 2_000;
const LATE = 30_000;
/** What timers can count. */
const LONGEST = 2 ** 31 - 1;

const queues = new WeakMap();

/** The queue of a portal's application, or of one of its sources. */
export function queueOf(link, client, connector) {
  if (!queues.has(link)) queues.set(link, new Map());
  const known = queues.get(link);
  if (!known.has(connector)) known.set(connector, follow(link, client, connector));
  return known.get(connector);
}

function follow(link, client, connector) {
  // By event: its listeners, the key and the storage of its note, whether it is held, the note, the work that is under way.
  const sources = new Map();
  // Knows in which event's listener one is; browsers cannot tell.
  const { AsyncLocalStorage } = globalThis.process?.getBuiltinModule?.("node:async_hooks") ?? {};
  const scope = AsyncLocalStorage && new AsyncLocalStorage();
  let running = false;
  let stirred = false;
  let stir = () => {};
  const wake = () => {
    stirred = true;
    stir();
  };
  const listeners = () => [...sources.values()].flatMap((it) => [...it.listeners]);

  const ask = async (name, params, row = engine().__row(name)) => {
    // Without a client of its own the call would go to the next default.
    if (link.closed.aborted) throw undefined;
    return run(row, name, name, { ...params, auth_connector: connector }, { client });
  };

  const note = (it, text) => {
    it.note = text;
    return it.storage?.setItem(it.key, text);
  };

  /** Delivers an event that is reserved, unless that was done, and reports how it ended. */
  const finish = async (it, row, verdict) => {
    const { ID, MESSAGE_ID, PROCESS_ID } = row;
    if (!verdict) {
      if (!it.listeners.size) return;
      verdict = "clear";
      const tell = async ({ listener, onError }) => {
        try {
          const event = eventOf(row, link.host);
          await (scope ? scope.run(it, listener, event) : listener(event));
        } catch (error) {
          verdict = "error";
          onError(error);
        }
      };
      it.telling = true;
      await Promise.all([...it.listeners].map(tell));
      it.telling = false;
      await note(it, `${ID} ${verdict}`);
    }
    // Not as the tables know it: the source key is missing there, and the portal goes by it.
    await ask(`event.offline.${verdict}`, { process_id: PROCESS_ID, message_id: [MESSAGE_ID] }, -1);
    await note(it, "");
  };

  /** Reserves an event and delivers it; whether it was still to be had. */
  const take = async (it, { ID }) => {
    // Before it is reserved, for when the answer gets lost.
    await note(it, `${ID}`);
    const { process_id: PROCESS_ID, events } = await ask("event.offline.get", {
      clear: false,
      limit: 1,
      filter: { ID },
    });
    await (events[0] ? finish(it, { ...events[0], PROCESS_ID }) : note(it, ""));
    return events.length;
  };

  /** Goes on with what was in work when somebody had to let go of it. */
  const resume = async (it) => {
    const [ID, verdict] = (it.note ?? (await it.storage?.getItem(it.key)) ?? "").split(" ");
    const [row] = ID ? (await ask("event.offline.list", { filter: { ID } })).items : [];
    await (row?.PROCESS_ID && !row.ERROR ? finish(it, row, verdict) : note(it, ""));
  };

  /** Works off what is in the queue; whether there was anything. */
  const look = async () => {
    const wanted = new Map([...sources].filter(([, { held, listeners }]) => held && listeners.size));
    for (const it of wanted.values()) if (it.note !== "") await (it.work = resume(it));
    const filter = { ERROR: false, PROCESS_ID: "" };
    // What a list of names would do in a filter is not documented.
    if (wanted.size === 1) [filter.EVENT_NAME] = wanted.keys();
    let found = 0;
    for (let start = 0, more = wanted.size; more && !found && listeners().length;) {
      const page = await ask("event.offline.list", { filter, order: { TIMESTAMP_X: "ASC", ID: "ASC" }, start });
      for (const row of page.items) {
        const it = wanted.get(row.EVENT_NAME);
        if (it?.listeners.size) found += await (it.work = take(it, row));
      }
      more = page.next > start;
      start = page.next;
    }
    return found;
  };

  const rest = (quiet, failing) =>
    new Promise((resolve) => {
      const given = Math.min(...listeners().map(({ interval }) => interval));
      const grown = Math.min(SOON * 1.5 ** quiet, LATE);
      const pause = failing || given === Infinity ? grown : Math.min(given, LONGEST);
      const timer = setTimeout(resolve, globalThis.document?.hidden ? Math.max(pause, LATE) : pause);
      stir = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stirred) stir();
    });

  const poll = async () => {
    running = true;
    link.closed.addEventListener("abort", wake);
    for (let quiet = 0, told; listeners().length && !link.closed.aborted;) {
      stirred = false;
      let failing;
      const found = await look().catch((error) => void (failing = error));
      quiet = found || !told !== !failing ? 0 : quiet + 1;
      // The same trouble again is no news.
      if (failing && `${failing}` !== told && !link.closed.aborted)
        for (const { onError } of listeners()) onError(failing);
      told = failing && `${failing}`;
      if (!found) await rest(quiet, failing);
    }
    running = false;
    if (link.closed.aborted) for (const { stop } of listeners()) stop();
  };

  /** Adds a listener; gives the function that removes it, which settles when what it has in work is done, in a listener at once. */
  return (name, key, storage, { signal, ...entry }) => {
    if (!sources.has(name)) sources.set(name, { listeners: new Set() });
    const it = sources.get(name);
    if (!it.release) Object.assign(it, { key, storage });
    it.release ??= hold(key, () => {
      it.held = true;
      // Another page may have left one.
      it.note ||= undefined;
      wake();
    });
    const stop = async () => {
      it.listeners.delete(entry);
      signal?.removeEventListener("abort", stop);
      wake();
      const ended = end();
      // A listener that waited for it would wait for itself.
      if (!it.telling || (scope && scope.getStore() !== it)) await ended;
    };
    const end = async () => {
      await it.work?.catch(() => {});
      // Another page may go on only now.
      if (it.listeners.size) return;
      it.release?.();
      it.release = undefined;
      it.held = false;
    };
    it.listeners.add(Object.assign(entry, { stop }));
    signal?.addEventListener("abort", stop);
    wake();
    if (!running) poll();
    return stop;
  };
}

/** An event as its handler would get it, but for what only a delivery has. */
function eventOf(row, domain) {
  const { EVENT_NAME: event, EVENT_DATA, EVENT_ADDITIONAL, TIMESTAMP_X, MESSAGE_ID, PROCESS_ID } = row;
  return {
    event,
    data: JSON.parse(engine().__event_data(event, JSON.stringify(EVENT_DATA))),
    ts: Math.floor(Date.parse(TIMESTAMP_X) / 1000),
    auth: { domain, user_id: Number(EVENT_ADDITIONAL?.user_id) || undefined },
    message_id: MESSAGE_ID,
    process_id: PROCESS_ID,
  };
}
