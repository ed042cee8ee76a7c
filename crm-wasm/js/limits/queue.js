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
  let untold = [];

  const leave = (row, place) => {
    if (row.delete(place)) size -= 1;
    place.gone = true;
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
    for (const { gone, tell, ahead } of untold) if (!gone) tell("requests", wait + ahead * cost());
    untold = [];
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
    if (!size) untold = [];
    serving = !!timer;
  }

  return (kind, go, tell) => {
    const row = rows[kind];
    const place = { go, tell, ahead: Math.min(2 * row.size, size) };
    row.add(place);
    size += 1;
    untold.push(place);
    serve();
    return () => {
      leave(row, place);
      if (!size && timer) rest();
    };
  };
}
