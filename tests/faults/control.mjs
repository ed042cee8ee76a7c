// The sandbox's own addresses.

/** Asks one; a body makes it a POST. Gives what it answers, if anything. */
export async function control({ origin }, path, body, method = body ? "POST" : "GET") {
  const headers = { "content-type": "application/json" };
  const url = `${origin}/_sandbox/${path}`;
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text && JSON.parse(text);
}

/** The statuses of the calls of a method so far. */
export async function statuses(sandbox, method = "*") {
  const { calls } = await control(sandbox, `calls?method=${method}&limit=500`);
  return calls.map(({ status }) => status);
}

/** A new token of the sandbox's app, as `connect` takes it. */
export async function token(sandbox) {
  const { access_token: accessToken, expires_in: expiresIn } = await control(sandbox, "tokens", { user: 1 });
  return { accessToken, expiresIn };
}
