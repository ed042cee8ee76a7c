// The wire form of the placement protocol: what an app sends to its portal page, and how the page answers.

/**
 * Reads what an app posted: `COMMAND:JSON:CALLBACK:SID`, or an object for commands that hold a colon.
 *
 * @param {unknown} data the `data` of a message event
 * @returns {{ command: string, params: unknown, callback: string, sid: string } | null} null for anything else
 */
export function readMessage(data) {
  if (typeof data === "string") return readText(data);
  if (typeof data === "object" && data !== null) return readObject(data);
  return null;
}

function readText(text) {
  const parts = text.split(":");
  if (parts.length < 3) return null;
  const sid = parts.pop();
  const callback = parts.pop();
  const [command, ...json] = parts;
  const params = readJson(json.join(":"));
  return params === undefined ? null : { command, params, callback, sid };
}

function readJson(text) {
  // PHP's habit on the portal's side: no parameters are an empty list.
  if (text === "") return [];
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readObject({ method, params, callback, appSid }) {
  if (typeof method !== "string" || typeof appSid !== "string") return null;
  return { command: method, params: params || [], callback: String(callback ?? ""), sid: appSid };
}

/** The text that answers the call named `callback`; a command without a value answers with nothing behind the colon. */
export function writeReply(callback, value) {
  return `${callback}:${value === undefined ? "" : JSON.stringify(value)}`;
}

/** The members of a command's parameters; an empty set arrives as a list. */
export function membersOf(params) {
  return typeof params === "object" && params !== null && !Array.isArray(params) ? params : {};
}
