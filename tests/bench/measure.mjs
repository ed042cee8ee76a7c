// Times contenders side by side: each round runs all of them, in turn, so that what disturbs the machine disturbs all.

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs each contender `times` times a round and gives the median over the rounds, in milliseconds for one time.
 *
 * @param {Record<string, () => Promise<unknown>>} contenders the first is what the others are compared with
 */
export async function race(contenders, { rounds, times }) {
  const names = Object.keys(contenders);
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  // The first rounds warm up.
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
    // Whoever runs first after another's garbage pays for it: each takes every place.
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(place + Math.abs(round)) % names.length];
      const start = performance.now();
      for (let time = 0; time < times; time += 1) await contenders[name]();
      if (round >= 0) taken[name].push((performance.now() - start) / times);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])]));
}
