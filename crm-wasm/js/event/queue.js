// A portal's offline queue, looked at again and again for all who listen to its events.

import { run } from "../call.js";
import { engine } from "../engine.js";
import { LONGEST } from "../options.js";
import { heed } from "../transport/deadline.js";
import { claim, isFollowed, leave, resume, take } from "./source.js";

/** Milliseconds between two looks into an empty queue: at first, and at most. */
const SOON = 2_000;
const LATE = 30_000;

const queues = new WeakMap();

/** The queue of a portal's application, or of one of its source keys. */
export function queueOf(link, client, connector) {
  if (!queues.has(link)) queues.set(link, new Map());
  const known = queues.get(link);
  if (!known.has(connector)) known.set(connector, makeQueue(link, client, connector));
  return known.get(connector);
}

function makeQueue(link, client, connector) {
  const { AsyncLocalStorage } = globalThis.process?.getBuiltinModule?.("node:async_hooks") ?? {};
  const queue = {
    link,
    /** By event: `{ queue, listeners, key, storage, note, unread, held, release, work, telling }`. */
    sources: new Map(),
    /** Knows in which source's listener one is; browsers cannot tell. */
    scope: AsyncLocalStorage && new AsyncLocalStorage(),
    running: false,
    /** Ends the pause between two looks. */
    wake() {},
    async ask(name, params, row = engine().__row(name)) {
      // Without a client of its own the call would go to the next default.
      heed(link.closed);
      return run(row, name, name, { ...params, auth_connector: connector }, { client });
    },
  };
  link.closed.addEventListener("abort", () => queue.wake());
  return queue;
}

/**
 * Adds a listener; gives the function that removes it, which settles when what it has in work is done, in a listener at once.
 *
 * @param key of the note of what is in work
 * @param entry `{ listener, onError, interval, signal }`
 */
export function listen(queue, name, key, storage, { signal, ...entry }) {
  const { sources, scope } = queue;
  if (!sources.has(name)) sources.set(name, { queue, listeners: new Set() });
  const source = sources.get(name);
  const stop = async () => {
    source.listeners.delete(entry);
    signal?.removeEventListener("abort", stop);
    queue.wake();
    const left = leave(source);
    // A listener that waited for it would wait for itself.
    if (!source.telling || (scope && scope.getStore() !== source)) await left;
  };
  source.listeners.add(Object.assign(entry, { stop }));
  signal?.addEventListener("abort", stop);
  // Since the last request, and no longer heard.
  if (signal?.aborted) stop();
  claim(source, key, storage);
  queue.wake();
  if (!queue.running) follow(queue);
  return stop;
}

const listenersOf = ({ sources }) => [...sources.values()].flatMap(({ listeners }) => [...listeners]);

/** Looks into the queue as long as somebody listens. */
async function follow(queue) {
  const { closed } = queue.link;
  queue.running = true;
  for (let quiet = 0, told; listenersOf(queue).length && !closed.aborted;) {
    const woken = new Promise((resolve) => (queue.wake = resolve));
    let words;
    let failing;
    const found = await look(queue).catch((error) => {
      failing = error;
      words = error?.message || typeof error;
    });
    quiet = found || !told !== !words ? 0 : quiet + 1;
    // The same trouble again is no news.
    if (words && words !== told && !closed.aborted) for (const { onError } of listenersOf(queue)) onError(failing);
    told = words;
    if (found) continue;
    const timer = setTimeout(queue.wake, pauseOf(queue, quiet, words));
    await woken;
    clearTimeout(timer);
  }
  queue.running = false;
  if (closed.aborted) for (const { stop } of listenersOf(queue)) stop();
}

/** Works off what is in the queue; whether there was anything. */
async function look({ ask, sources }) {
  const wanted = new Map([...sources].filter(([, source]) => isFollowed(source)));
  for (const source of wanted.values()) if (isFollowed(source)) await (source.work = resume(source));
  const filter = { ERROR: false, PROCESS_ID: "" };
  // What a list of names would do in a filter is not documented.
  if (wanted.size === 1) [filter.EVENT_NAME] = wanted.keys();
  let found = false;
  for (let start = 0, more = true; more && !found && [...wanted.values()].some(isFollowed);) {
    const page = await ask("event.offline.list", { filter, order: { TIMESTAMP_X: "ASC", ID: "ASC" }, start });
    for (const row of page.items) {
      const source = wanted.get(row?.EVENT_NAME);
      if (source && isFollowed(source)) found = (await (source.work = take(source, row))) || found;
    }
    more = page.next > start;
    start = page.next;
  }
  return found;
}

/** Milliseconds until the next look: as the listeners wish, else growing while nothing happens. */
function pauseOf(queue, quiet, failing) {
  const wished = Math.min(...listenersOf(queue).map(({ interval }) => interval));
  const grown = Math.min(SOON * 1.5 ** quiet, LATE);
  const pause = failing || wished === Infinity ? grown : Math.min(wished, LONGEST);
  return globalThis.document?.hidden ? Math.max(pause, LATE) : pause;
}
