// Those who wait for a turn.

import { LONGEST } from "../options.js";

/**
 * Makes a queue: a function that lets somebody wait in a row, and gives what takes that back. Row 0, for those who had a turn
 * before, comes first; rows 1 and 2 take turns; each is in the order in which they came.
 *
 * @param take gives how many may go, for a function that tells how many want to, and from when on
 * @param cost gives the milliseconds from one to the next
 */
export function makeQueue(take, cost) {
  const rows = [new Set(), new Set(), new Set()];
  let size = 0;
  let latest = 2;
  let turns = 0;
  let from = 0;
  let timer;
  let serving = false;

  const leave = (row, place) => {
    if (row.delete(place)) size -= 1;
  };

  const next = () => {
    latest = 3 - latest;
    const row = [rows[0], rows[latest], rows[3 - latest]].find((it) => it.size);
    const [place] = row;
    leave(row, place);
    place.go();
  };

  const rest = () => {
    timer = clearTimeout(timer);
    serving = false;
  };

  const later = (wait) => {
    const on = () => {
      rest();
      serve();
    };
    timer = setTimeout(on, Math.min(wait, LONGEST));
    for (const row of rows) tellNew(row, wait);
  };

  // Now, not when they came: many may have gone at once since. Two rows take turns.
  const tellNew = (row, wait) => {
    let ahead = 0;
    for (const place of row) {
      if (!place.told) place.tell("requests", wait + (ahead + Math.min(ahead, size - row.size)) * cost());
      place.told = true;
      ahead += 1;
    }
  };

  async function serve() {
    if (serving) return;
    for (serving = true; size && !timer;) {
      if (!turns) [turns, from] = await take(() => size);
      const wait = from - Date.now();
      if (wait > 0 && size) later(wait);
      else for (; turns && size; turns -= 1) next();
      // Left over when calls were aborted meanwhile: much later they would be too many.
      turns = Math.min(turns, 1);
    }
    serving = !!timer;
  }

  return (kind, go, tell) => {
    const row = rows[kind];
    const place = { go, tell };
    row.add(place);
    size += 1;
    serve();
    return () => {
      leave(row, place);
      if (!size && timer) rest();
    };
  };
}
