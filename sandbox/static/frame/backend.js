// What the page asks of its own server on behalf of an app. The app never sees these addresses.

const BASE = "/_sandbox/frame/";

/** Asks for `path` with `query`; fails when the portal answers anything but 2xx. */
export async function ask(path, query) {
  const response = await fetch(`${BASE}${path}?${new URLSearchParams(query)}`, {
    headers: { Accept: "application/json" },
  });
  return readAnswer(response);
}

/** Sends `body` to `path`; fails when the portal answers anything but 2xx. */
export async function send(path, body) {
  const response = await fetch(`${BASE}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  return readAnswer(response);
}

async function readAnswer(response) {
  if (!response.ok) throw new Error(`The portal answered with status ${response.status}.`);
  return response.json();
}
