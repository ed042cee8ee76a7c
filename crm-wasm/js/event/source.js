// One event of a queue: who listens to it, and what becomes of an occurrence.
//
// An occurrence is looked up, noted, reserved, handed to the listeners and only then taken off the queue. The note is where a reload
// does not reach: who starts again asks what has become of it, so it is neither lost nor delivered twice. One at a time: what is
// reserved cannot be given back.

import { engine } from "../engine.js";
import { failed } from "../error.js";
import { hold } from "./hold.js";

/** Whether a source is this page's to read, and somebody wants it to be read. */
export const isFollowed = ({ held, listeners }) => held && listeners.size > 0;

/** Asks for the right to read a source, unless it was asked for. */
export function claim(source, key, storage) {
  if (source.release) return;
  Object.assign(source, { key, storage });
  source.release = hold(key, () => {
    source.held = true;
    // Another page may have left a note.
    source.unread = !!storage;
    source.queue.wake();
  });
}

/** Gives that right up, if nobody listens any more, once what is in work is done: another page may go on only then. */
export async function leave(source) {
  await source.work?.catch(() => {});
  if (source.listeners.size) return;
  source.release?.();
  source.release = undefined;
  source.held = false;
}

/** Reserves an event and delivers it; whether it was still to be had. */
export async function take(source, { ID }) {
  // Before it is reserved, for when the answer gets lost.
  await note(source, `${ID}`);
  const method = "event.offline.get";
  const reserved = await source.queue.ask(method, { clear: false, limit: 1, filter: { ID } });
  if (!Array.isArray(reserved?.events))
    throw failed("protocol", "the portal's answer has no events").toError(method, method, []);
  const [event] = reserved.events;
  await (event ? deliver(source, { ...event, PROCESS_ID: reserved.process_id }) : note(source, ""));
  return !!event;
}

/** Goes on with what was in work when somebody had to let go of it, if there is anything. */
export async function resume(source) {
  if (source.unread) await read(source);
  if (!source.note) return;
  const [, ID, verdict] = /^(\d+)(?: (clear|error))?$/.exec(source.note) ?? [];
  const [row] = ID ? (await source.queue.ask("event.offline.list", { filter: { ID } })).items : [];
  if (!row?.PROCESS_ID || row.ERROR) await note(source, "");
  else await (verdict ? confirm(source, row, verdict) : deliver(source, row));
}

/** Hands what is reserved to the listeners, and reports how that ended. */
async function deliver(source, row) {
  if (!source.listeners.size) return;
  source.telling = true;
  const done = await Promise.all([...source.listeners].map((listener) => tell(source, listener, row)));
  source.telling = false;
  const verdict = done.includes(false) ? "error" : "clear";
  await note(source, `${row.ID} ${verdict}`);
  await confirm(source, row, verdict);
}

/** Whether a listener has done its work. */
async function tell(source, { listener, onError }, row) {
  const { scope, link } = source.queue;
  try {
    const event = eventOf(row, link.host);
    await (scope ? scope.run(source, listener, event) : listener(event));
    return true;
  } catch (error) {
    onError(error);
    return false;
  }
}

async function confirm(source, { MESSAGE_ID, PROCESS_ID }, verdict) {
  // Not as the tables know it: the source key is missing there, and the portal goes by it.
  await source.queue.ask(`event.offline.${verdict}`, { process_id: PROCESS_ID, message_id: [MESSAGE_ID] }, -1);
  await note(source, "");
}

/** Reads the note that may be another page's. Of what this page has had in work it knows itself, also where the storage failed. */
async function read(source) {
  const stored = String((await source.storage.getItem(source.key)) ?? "");
  if (!`${source.note ?? ""} `.startsWith(stored && `${stored} `)) source.note = stored;
  source.unread = false;
}

/** Notes what is in work: an event's id, and with it how it ended, once that is known. */
function note(source, text) {
  source.note = text;
  return source.storage?.setItem(source.key, text);
}

/** An event as its handler would get it, but for what only a delivery has. */
function eventOf(row, domain) {
  const { EVENT_NAME: event, EVENT_DATA, EVENT_ADDITIONAL, TIMESTAMP_X, MESSAGE_ID, PROCESS_ID } = row;
  return {
    event,
    data: JSON.parse(engine().__event_data(event, JSON.stringify(EVENT_DATA ?? null))),
    ts: Math.floor(Date.parse(TIMESTAMP_X) / 1000),
    auth: { domain, user_id: Number(EVENT_ADDITIONAL?.user_id) || undefined },
    message_id: MESSAGE_ID,
    process_id: PROCESS_ID,
  };
}
