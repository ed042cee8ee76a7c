// An event handler as an application has one: it receives the portal's POSTs and keeps their bodies.

import { createServer } from "node:http";

const PATIENCE = 60_000;

/** Starts a handler on a free port. */
export async function startHandler() {
  const bodies = [];
  let arrived = () => {};
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    response.end();
    bodies.push({ type: request.headers["content-type"], body });
    arrived();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/events`,
    /** The first body not taken yet that `wanted` accepts; waits for it. */
    async take(wanted = () => true) {
      const deadline = AbortSignal.timeout(PATIENCE);
      for (;;) {
        const at = bodies.findIndex(({ body }) => wanted(body));
        if (at >= 0) return bodies.splice(at, 1)[0];
        await next(deadline, (resolve) => (arrived = resolve));
      }
    },
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

function next(deadline, listen) {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`no such event was delivered within ${PATIENCE} ms`));
    if (deadline.aborted) return late();
    deadline.addEventListener("abort", late, { once: true });
    listen(resolve);
  });
}
