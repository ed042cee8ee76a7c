// parseEvent: a handler's request body becomes a typed event.

import { engine } from "../engine.js";
import { CrmError, Failure, failed, invalid } from "../error.js";
import { parsed } from "../json.js";
import { formOf } from "./form.js";
import { checks, read } from "../options.js";
import { Snapshot, tagOf } from "../snapshot.js";

/** What a form has as digits. */
const NUMBERS = { event_handler_id: 1, ts: 1, expires: 1, expires_in: 1, user_id: 1 };

/** Reads a delivered event. Takes the body as text, as bytes, as form data, or as the object a framework made of it. */
export function parseEvent(body, options) {
  try {
    return eventOf(body, options);
  } catch (error) {
    if (error instanceof CrmError) throw error;
    // Bodies come from anywhere: one too deep to be written, or an object that throws when it is looked at.
    const failure = error instanceof Failure ? error : failed("protocol", "the body cannot be read");
    throw failure.toError("parseEvent", "", []);
  }
}

function eventOf(body, options) {
  const { __event_data: eventData } = engine("parseEvent");
  const problems = [];
  const { applicationToken } = read(options, "options", { applicationToken: checks.text }, problems);
  // A missing setting must not turn the check off.
  if ("applicationToken" in Object(options) && (options.applicationToken ?? "") === "") {
    problems.push({ path: "applicationToken", message: "is empty or undefined: leave it out to check nothing" });
  }
  const isBytes = ArrayBuffer.isView(body) || tagOf(body) === "ArrayBuffer";
  const event = objectOf(isBytes ? new TextDecoder().decode(body) : body, problems);
  if (problems.length) throw invalid(problems);
  if (typeof event?.event !== "string" || !event.event) throw failed("protocol", "the body holds no event of a portal");
  if (applicationToken !== undefined && !same(applicationToken, event.auth?.application_token)) {
    throw failed("auth", "the event's application token is not the expected one: refuse the request");
  }
  return typed(event, eventData);
}

/** The body as an object of its own, whatever it was. */
function objectOf(body, problems) {
  if (typeof body === "string") return /^\s*\{/.test(body) ? parsed(body) : formOf(body);
  if (typeof body !== "object" || body === null) {
    problems.push({ path: "body", message: "is neither text nor bytes nor form data nor an object" });
    return undefined;
  }
  if ([body.then, body.text].some((member) => typeof member === "function")) {
    problems.push({ path: "body", message: "has yet to be read: pass await request.text()" });
    return undefined;
  }
  // Frameworks that do not know PHP's brackets leave them in the names.
  const isForm =
    ["URLSearchParams", "FormData"].includes(tagOf(body)) || Object.keys(body).some((name) => name.includes("["));
  if (isForm) return formOf(String(new URLSearchParams(body)));
  return parsed(new Snapshot(body, "body", problems).textWithoutFiles());
}

function typed(event, eventData) {
  event.event = event.event.toUpperCase();
  for (const part of [event, event.auth ?? {}]) {
    for (const [name, value] of Object.entries(part)) {
      if (Object.hasOwn(NUMBERS, name) && typeof value === "string" && /^\d+$/.test(value)) part[name] = Number(value);
    }
  }
  if (event.data !== undefined) event.data = JSON.parse(eventData(event.event, JSON.stringify(event.data)));
  return event;
}

// In a time that does not tell how much of the token is right; an expected token that is empty would let everyone in.
function same(expected, token) {
  const given = typeof token === "string" ? token : "";
  let differences = expected.length ^ given.length;
  for (let place = 0; place < expected.length; place++)
    differences |= expected.charCodeAt(place) ^ given.charCodeAt(place);
  return differences === 0 && expected.length > 0;
}
