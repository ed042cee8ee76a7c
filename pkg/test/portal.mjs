// A portal of a few lines: answers each request as its test says and remembers what it was sent.

import { createServer } from "node:http";

/**
 * Starts a portal. `answer(request)` gets `{ method, body, headers, url, count }` and returns what to send: an object (sent as
 * JSON), or `{ status, headers, text }`, or nothing to leave the request open, or `{ drop: true }` to end the connection, or
 * `{ cut: text }` to end it after half of a text.
 */
export async function fakePortal(answer) {
  const requests = [];
  const server = createServer(async (incoming, response) => {
    let text = "";
    for await (const chunk of incoming) text += chunk;
    const method = incoming.url
      .split("/")
      .at(-1)
      .replace(/\.json$/, "");
    const request = {
      method,
      body: text && JSON.parse(text),
      headers: incoming.headers,
      url: incoming.url,
      verb: incoming.method,
    };
    requests.push(request);
    const reply = await answer({ ...request, count: requests.length });
    if (reply === undefined) return;
    if (reply.drop) return void incoming.socket.destroy();
    if (reply.cut) return cutOff(response, reply.cut);
    const {
      status = 200,
      headers = { "content-type": "application/json" },
      text: body,
    } = "text" in reply ? reply : { status: reply.status, text: JSON.stringify({ ...reply, status: undefined }) };
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    host: origin.slice("http://".length),
    requests,
    secret: "s3cr3tw3bh00k",
    webhook: `${origin}/rest/1/s3cr3tw3bh00k/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function cutOff(response, text) {
  response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

/** Connects to a portal of one test, with these settings (no limits unless they say so), and closes both when it ends. */
export async function connected(test, answer, settings) {
  const { connect } = await import("../node.js");
  const portal = await fakePortal(answer);
  const client = await connect({ webhook: portal.webhook, limits: false, ...settings });
  test.after(async () => {
    client.close();
    await portal.close();
  });
  return { ...portal, client };
}

/** The error that a promise ends with. */
export async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}
