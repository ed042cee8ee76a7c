// What is sent in this process, and what is done before it is.

/**
 * Watches `fetch` until `end()`.
 *
 * @param {(request: { url: string, body: any }, number: number) => unknown} before runs before each request; a `Response` that it
 *   gives is the answer
 */
export function watch(before = () => {}) {
  const { fetch } = globalThis;
  const seen = [];
  globalThis.fetch = async (url, init) => {
    const request = { url: String(url), body: init?.body && JSON.parse(init.body) };
    seen.push(request);
    // What is done meanwhile is not watched.
    const given = await within(fetch, () => before(request, seen.length));
    return given instanceof Response ? given : fetch(url, init);
  };
  const watching = globalThis.fetch;
  const within = async (other, work) => {
    globalThis.fetch = other;
    try {
      return await work();
    } finally {
      globalThis.fetch = watching;
    }
  };
  return {
    /** The requests so far: method, and for a batch how many commands. */
    get requests() {
      return seen.map(({ url, body }) => {
        const method = /([^/]+)\.json$/.exec(url)[1];
        return method === "batch" ? `batch of ${Object.keys(body.cmd).length}` : method;
      });
    },
    seen,
    end: () => (globalThis.fetch = fetch),
  };
}
