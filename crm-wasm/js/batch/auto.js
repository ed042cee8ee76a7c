// Automatic batching: the calls of one tick become batches.

/** What a link does with a call when it batches by itself. */
export function automatic(link) {
  return (request, read, deadline) => link.exchange(request, read, deadline);
}
