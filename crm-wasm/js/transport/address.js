// The portal's addresses: which are accepted, and what in them is secret. No message repeats an address: it may hold a secret.

/**
 * Reads a webhook's address, `https://example.bitrix24.com/rest/1/secret/`.
 *
 * @returns {{ base: string, host: string, secret: string } | string} the parts, or what is wrong with it
 */
export function webhook(text) {
  const address = endpoint(text);
  if (typeof address === "string") return address;
  const [, secret] = /\/rest\/\d+\/([0-9a-z]+)\/$/i.exec(address.base) ?? [];
  return secret ? { ...address, secret } : "is not a webhook's address: https://example.bitrix24.com/rest/1/secret/";
}

/** Reads a portal's REST address, `https://example.bitrix24.com/rest/`; likewise. */
export function endpoint(text) {
  const url = safe(text);
  if (typeof url === "string") return url;
  const { host, origin, pathname } = url;
  const path = pathname.split("/").filter(Boolean).join("/");
  if (!path) return "has no path: a portal's REST address ends in /rest/";
  return { base: `${origin}/${path}/`, host, secret: "" };
}

/** Reads the address of an OAuth server, of which the host counts: its tokens are always at the same place. */
export function tokenServer(text) {
  const url = safe(text);
  return typeof url === "string" ? url : { base: `${url.origin}/oauth/token/` };
}

/** Notes what is wrong with an address that was read. */
export function checked(address, path, problems) {
  if (typeof address === "string") problems.push({ path, message: address });
  return address;
}

/** An address that secrets may be sent to, or what is wrong with it. */
function safe(text) {
  const secure = "does not start with https:// (or on loopback with http://)";
  let url;
  try {
    url = new URL(text);
  } catch {
    return secure;
  }
  const { protocol, username, password, search, hash, hostname } = url;
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname))) return secure;
  return username || password || search || hash ? "has more than a host name and a path" : url;
}

/** The REST address of the page that embeds the app. The page says where REST is; the host is the page's own. */
export function beside({ origin, host }, path) {
  const parts = String(path ?? "")
    .split("/")
    .filter(Boolean)
    .map(encodeURIComponent);
  return { base: `${origin}/${parts.join("/") || "rest"}/`, host, secret: "" };
}

/** Whether a host is one of the listed: `example.bitrix24.com`, or `*.bitrix24.com` for any name below. */
export function isListed(host, patterns) {
  const name = host.replace(/:\d+$/, "");
  return patterns.some((pattern) => {
    const listed = pattern.toLowerCase();
    return listed.startsWith("*.") ? name.endsWith(listed.slice(1)) : listed === name || listed === host;
  });
}

// The URL parser has written every spelling of an IP address the same way.
function isLoopback(name) {
  return name === "localhost" || name.endsWith(".localhost") || name === "[::1]" || /^127(\.\d+){3}$/.test(name);
}
