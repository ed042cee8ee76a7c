// What a slow machine excuses.

/**
 * How many requests a portal of a usual plan may refuse to a client that keeps its limits. The client counts from when it begins to
 * send, at `began`; the portal's bucket begins to leak, two a second, when the first request has come.
 *
 * @param calls of the journal: all since then
 */
export function excused(calls, began) {
  const first = Math.min(...calls.map(({ moment }) => Date.parse(moment)));
  return Math.max(0, Math.floor(((first - began) / 1000) * 2));
}
