// A number that all frames and tabs of an origin have in common.
//
// Web Locks let one at a time change it. Who has changed it last holds another lock, whose name is the number: a message may come
// later than the turn of the next one, the list of locks does not. Messages tell of what is not urgent, and keep the number when the
// tab that changed it is closed.

/** Whoever holds the lock for longer than this, in milliseconds, is not waited for. */
const PATIENCE = 1000;

/**
 * Shares a number and notes beside it, under a name. Where the platform has no locks, or forbids them, it is this instance's alone.
 *
 * @param notes gives the notes as they are here, for who asks
 * @param hear takes another's notes
 */
export function shared(name, notes, hear) {
  let number = 0;
  let letGo = () => {};
  const { locks, channel } = platform(name);

  const tell = () => channel?.postMessage([number, notes()]);
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (!data) return tell();
      number = Math.max(number, data[0]);
      hear(data[1]);
    };
    channel.postMessage(null);
  }

  const hold = () =>
    new Promise((held) => {
      const text = `${name} ${number}`;
      const holding = () =>
        new Promise((resolve) => {
          letGo();
          letGo = resolve;
          // A number that lies in the past says nothing.
          setTimeout(resolve, number - Date.now());
          held();
        });
      locks.request(text, { mode: "shared" }, holding).catch(held);
    });

  /** Changes the number. */
  const change = async (next) => {
    let changed = !locks;
    if (locks) {
      const alone = async () => {
        for (const lock of (await locks.query()).held) {
          if (lock.name.startsWith(`${name} `)) number = Math.max(number, lock.name.slice(name.length));
        }
        changed = true;
        number = next(number);
        await hold();
      };
      await locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, alone).catch(() => {});
    }
    if (!locks || !changed) number = next(number);
    tell();
  };
  return { change, tell, close: () => channel?.close() };
}

/** What browsers have for it. In Node a process is an instance, and an open channel would keep it alive. */
function platform(name) {
  const { navigator, BroadcastChannel, process } = globalThis;
  if (process?.versions?.node || !navigator?.locks || !BroadcastChannel) return {};
  return { locks: navigator.locks, channel: new BroadcastChannel(name) };
}
