// A proxy as firms have one: a client asks it for a connection to a host, and speaks TLS through it.

import { connect } from "node:net";
import { createServer } from "node:http";

/** Starts one that leads to `port` on this machine, whatever host is asked for; `asked` lists them. */
export async function startProxy(port) {
  const asked = [];
  const sockets = new Set();
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", ({ url }, socket) => {
    asked.push(url);
    const portal = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      portal.pipe(socket).pipe(portal);
    });
    for (const end of [socket, portal]) {
      sockets.add(end);
      end.on("error", () => end.destroy());
      end.on("close", () => sockets.delete(end));
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(resolve);
    });
  return { url: `http://127.0.0.1:${server.address().port}`, asked, close };
}
