// Which failures are worth another attempt, and after how long.

/** Attempts in all. */
const ATTEMPTS = 5;

/** What a failed attempt is followed by: a row is right when all it names is so; the first that is right counts. */
const RULES = [];

/** Milliseconds to wait before the next attempt; undefined when there is to be none. */
export function pauseAfter(_failure, _request, attempt) {
  if (attempt >= ATTEMPTS) return undefined;
  return RULES.length ? 0 : undefined;
}
