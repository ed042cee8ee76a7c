// Those who wait for a turn.

import { LONGEST } from "../options.js";

/**
 * Makes a queue: a function that lets somebody wait in a row, and gives what takes that back.
 *
 * @param take gives how many may go, for a function that tells how many want to, and from when on
 * @param cost gives the milliseconds from one to the next
 */
export function makeQueue(take, cost) {
  const rows = makeRows();
  let turns = 0;
  let from = 0;
  let timer;
  let serving;

  const serve = async () => {
    if (serving || timer) return;
    for (serving = true; rows.size() && !timer;) {
      if (!turns) [turns, from] = await take(rows.size);
      const wait = from - Date.now();
      if (wait > 0 && rows.size()) later(wait);
      else for (; turns && rows.size(); turns -= 1) rows.next().go();
      // Left over when calls were aborted meanwhile: much later they would be too many.
      turns = Math.min(turns, 1);
    }
    serving = false;
  };

  const later = (wait) => {
    const on = () => {
      timer = undefined;
      // The clock may have been set back.
      from = 0;
      serve();
    };
    timer = setTimeout(on, Math.min(wait, LONGEST));
    rows.tell(wait, cost());
  };

  return (kind, go, tell) => {
    const leave = rows.add(kind, { go, tell });
    serve();
    return () => {
      leave();
      if (!rows.size()) timer = clearTimeout(timer);
    };
  };
}

/** Row 0, for those who had a turn before, comes first; rows 1 and 2 take turns; each is in the order in which they came. */
function makeRows() {
  const rows = [new Set(), new Set(), new Set()];
  let latest = 2;
  const size = () => rows.reduce((sum, row) => sum + row.size, 0);
  return {
    size,

    /** Lets somebody wait; gives what takes that back. */
    add(kind, place) {
      rows[kind].add(place);
      return () => rows[kind].delete(place);
    },

    /** The next one, who waits no longer. */
    next() {
      latest = 3 - latest;
      const row = [rows[0], rows[latest], rows[3 - latest]].find((it) => it.size);
      const [place] = row;
      row.delete(place);
      return place;
    },

    /** Tells those who are new how long it takes: now, not when they came, for many may have gone at once since. */
    tell(wait, cost) {
      for (const row of rows) {
        const others = size() - row.size;
        [...row].forEach((place, ahead) => {
          // Two rows take turns.
          if (!place.told) place.tell("requests", wait + (ahead + Math.min(ahead, others)) * cost);
          place.told = true;
        });
      }
    },
  };
}
