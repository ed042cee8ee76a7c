// Calls of the portal's own methods, as its pages make them: with the visitor's session.

let session;

/** What the portal answered, whether it did what was asked or not. */
export class RestError extends Error {
  constructor(status, body) {
    super(body?.error_description || body?.error || `status ${status}`);
    this.status = status;
    this.body = body;
  }
}

/**
 * Sends a call and gives everything that came back.
 *
 * @param {string} method the wire's name
 * @param {object} params
 * @returns {Promise<{ status: number, body: unknown, duration: number }>} the body as JSON, or as text where it is none
 */
export async function send(method, params) {
  session ??= currentSession();
  const started = performance.now();
  const response = await fetch(`/rest/${encodeURIComponent(method)}.json`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Bitrix-Csrf-Token": await session },
    body: JSON.stringify(params),
  });
  const text = await response.text();
  const body = parsed(text);
  // The portal was started again, or somebody else logged in: the next call asks for the session anew.
  if (body?.error === "session_failed" || response.status === 401) session = undefined;
  return { status: response.status, body, duration: performance.now() - started };
}

/** Calls a method; its result. Throws a {@link RestError} when it is refused. */
export async function call(method, params) {
  const { status, body } = await send(method, params);
  if (status !== 200 || body?.error !== undefined) throw new RestError(status, body);
  return body.result;
}

/** A fresh access token of the installed app, for methods that only apps may call. */
export async function appToken() {
  const response = await fetch("/_sandbox/tokens", { method: "POST" });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()).access_token;
}

async function currentSession() {
  const response = await fetch("/_sandbox/session");
  const known = await response.json();
  return known?.sessid ?? "";
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
