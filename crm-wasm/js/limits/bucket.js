// What may be sent to a portal at once, and how soon more.
//
// The portal counts requests with a leaking bucket. Here that is one number: the time at which the bucket will be empty. A request
// moves it by what it costs, and may be sent when the bucket is not fuller than full.

/** How many times slower than allowed requests are at most sent while other programs spend the budget, too. */
const SLOWEST = 8;
/** What an answer leaves of that. */
const RECOVERY = 0.9;

/** Turns beyond a full bucket: tabs take theirs ahead. What is further in the future is from before the clock was set back. */
const AHEAD = 10;

/**
 * Makes the bucket of a portal.
 *
 * @param plan `{ burst, perSecond }`, which may become others
 * @param share changes the number for all who have it in common
 */
export function makeBucket(plan, share) {
  let slowness = 1;
  let lastRefusal = 0;
  // When it will be empty, as far as is known here.
  let empty = 0;

  /** Milliseconds that it takes a full bucket to run empty. One place stays free: not all requests travel equally long. */
  const depth = () => ((Math.max(2, plan.burst) - 1) * 1000) / plan.perSecond;
  /** Milliseconds that a request costs. */
  const cost = () => (1000 / plan.perSecond) * slowness;
  const change = (next) => share((number) => (empty = next(number, Date.now())));

  return {
    cost,
    slowness: () => slowness,
    isEmpty: () => empty < Date.now(),

    /** A number that can be, for one that anybody may have told. */
    bounded: (number) => (number > Date.now() + depth() + AHEAD * cost() ? Date.now() + depth() : number),

    /** Takes turns for so many: as many as may be sent now, or the next one, which nobody else gets then; and when. */
    async take(wanted) {
      let turns;
      await change((number, now) => {
        const start = Math.max(number, now);
        turns = Math.min(Math.floor((now + depth() - start) / cost()), wanted());
        turns = turns >= 1 ? turns : 1;
        return start + turns * cost();
      });
      return [turns, empty - depth()];
    },

    /** Takes how much slower another one has become. */
    hear: (theirs) => (slowness = Math.min(SLOWEST, Math.max(1, Number(theirs) || 1))),

    /** The portal has taken a request. */
    accepted: () => (slowness = Math.max(1, slowness * RECOVERY)),

    /** The portal has refused a request, sent at this time, for being one too many: others spend the budget, too. */
    refused(sent) {
      // Requests that were under way together are refused together, which is one piece of news.
      if (sent > lastRefusal) slowness = Math.min(SLOWEST, slowness * 2);
      lastRefusal = Date.now();
      change((number, now) => Math.max(number, now + depth()));
    },
  };
}
