// A number that all frames and tabs of an origin have in common.
//
// Web Locks let one at a time change it. Who has changed it last holds another lock, whose name is the number: a message may come
// later than the turn of the next one, the list of locks does not. Messages tell of what is not urgent, and keep the number when the
// tab that changed it is closed. Another tab may have another version of this: what it says is taken with care.

import { LONGEST } from "../options.js";

/** Whoever holds the lock for longer than this, in milliseconds, is not waited for. */
const PATIENCE = 1000;

/**
 * Shares a number and notes beside it, under a name. Where the platform has no locks, or forbids them, it is this instance's alone.
 *
 * @param bounded gives a number that can be, for one that anybody may have told
 * @param notes gives the notes as they are here, for who asks
 * @param hear takes another's notes
 */
export function shared(name, bounded, notes, hear) {
  const { locks, channel } = platform(name);
  const show = shower(locks, name);
  let number = 0;

  const merge = (told) => (number = Math.max(bounded(number), bounded(Number(told) || 0)));
  const tell = () => {
    try {
      channel?.postMessage([number, notes()]);
    } catch {
      // The channel is closed: nobody needs to hear it.
    }
  };
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (!data) return tell();
      try {
        merge(data[0]);
        hear(data[1]);
      } catch {
        // It is not what is told here.
      }
    };
    channel.postMessage(null);
  }

  /** Changes the number. */
  const change = async (next) => {
    let changed;
    const alone = async () => {
      for (const lock of (await locks.query()).held) {
        if (lock.name.startsWith(`${name} `)) merge(lock.name.slice(name.length));
      }
      changed = true;
      number = next(bounded(number));
      await show(number);
    };
    if (locks) await locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, alone).catch(() => {});
    if (!changed) number = next(bounded(number));
    tell();
  };
  return { change, tell, close: () => channel?.close() };
}

/** What shows a number to others: it holds the lock that has its name, and lets go of the one before. */
function shower(locks, name) {
  let letGo = () => {};
  return (number) =>
    new Promise((held) => {
      const holding = () =>
        new Promise((resolve) => {
          letGo();
          letGo = resolve;
          // A number that lies in the past says nothing.
          setTimeout(resolve, Math.min(number - Date.now(), LONGEST));
          held();
        });
      locks.request(`${name} ${number}`, { mode: "shared" }, holding).catch(held);
    });
}

/** What browsers have for it. In Node a process is an instance, and an open channel would keep it alive. */
function platform(name) {
  const { navigator, BroadcastChannel, process } = globalThis;
  if (process?.versions?.node || !navigator?.locks || !BroadcastChannel) return {};
  return { locks: navigator.locks, channel: new BroadcastChannel(name) };
}
