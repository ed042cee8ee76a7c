// A sandbox that speaks HTTPS, and this process trusting it.

import { readFileSync } from "node:fs";
import https, { request } from "node:https";
import { rootCertificates } from "node:tls";
import { after, before } from "node:test";

import { Sandbox } from "../support/sandbox.mjs";

/**
 * Starts a sandbox with these arguments and `--tls` before the tests of a file, and stops it after them. `prepare` runs
 * once it is there.
 */
export function portal(args, prepare) {
  const it = {
    /** Asks one of the sandbox's own addresses; `body` makes it a POST. */
    control: (path, body, method) => control(`${it.sandbox.origin}/_sandbox/${path}`, body, method),
    /** The calls it has answered, as its journal tells them. */
    calls: async (filter = "") => (await it.control(`calls?${filter}`)).calls,
    /** Forgets the calls so far. */
    forgetCalls: () => it.control("calls", undefined, "DELETE"),
  };
  before(async () => {
    it.sandbox = await Sandbox.start({ args: ["--tls", ...args] });
    trust(it.sandbox.authority);
    it.webhook = it.sandbox.webhook;
    await prepare?.();
  });
  after(() => it.sandbox?.stop());
  return it;
}

// What NODE_EXTRA_CA_CERTS does, for a process that started before the sandbox made its certificate.
function trust(authority) {
  https.globalAgent.options.ca = [...rootCertificates, readFileSync(authority, "utf8")];
}

// Not fetch: it has its own idea of whom to trust, which is made when Node starts.
function control(url, body, method = body === undefined ? "GET" : "POST") {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const sent = request(url, { method, headers }, async (response) => {
      let text = "";
      for await (const chunk of response.setEncoding("utf8")) text += chunk;
      if (response.statusCode >= 400) return reject(new Error(`${method} ${url}: ${response.statusCode} ${text}`));
      const isJson = response.headers["content-type"]?.startsWith("application/json");
      resolve(isJson ? JSON.parse(text) : text);
    });
    sent.on("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}
