// Time that is up when a test says so: how fast a machine is must not matter.

/** Timers of so many milliseconds, to be used where no other timer has that length. */
export const TIME = 54_321;

/**
 * Holds timers of these lengths, `TIME` if none is said; others run as ever. Gives `up()`, which ends those that are waiting.
 */
export function held(t, ...lengths) {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const holds = lengths.length ? lengths : [TIME];
  const waiting = new Map();
  t.mock.method(globalThis, "setTimeout", (work, length, ...rest) => {
    if (!holds.includes(length)) return set(work, length, ...rest);
    const timer = {};
    waiting.set(timer, work);
    return timer;
  });
  t.mock.method(globalThis, "clearTimeout", (timer) => void (waiting.delete(timer) || clear(timer)));
  return () => {
    const works = [...waiting.values()];
    waiting.clear();
    for (const work of works) work();
  };
}
