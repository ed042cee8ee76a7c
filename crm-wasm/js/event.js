// parseEvent: a handler's request body becomes a typed event.

import { engine } from "./engine.js";
import { Failure } from "./error.js";
import { checks, read } from "./options.js";
import { Snapshot } from "./snapshot.js";

/** Reads a delivered event. Takes the body as text, as form data, or as the object a framework made of it. */
export function parseEvent(body, options) {
  const { __envelope: envelope } = engine();
  try {
    return eventOf(body, options, envelope);
  } catch (failure) {
    throw failure instanceof Failure ? failure.toError("parseEvent", "", []) : failure;
  }
}

function eventOf(body, options, envelope) {
  const problems = [];
  const { applicationToken } = read(options, "options", { applicationToken: checks.text }, problems);
  const text = textOf(body, problems);
  if (problems.length) throw Failure.validation(problems);
  const event = parsed(envelope(text));
  if (typeof event?.event !== "string" || !event.event) throw new Failure("protocol", "the body holds no event of a portal");
  if (applicationToken !== undefined && !engine().__same_token(applicationToken, String(event.auth?.application_token ?? ""))) {
    throw new Failure("auth", "the event's application token is not the expected one: refuse the request");
  }
  event.event = event.event.toUpperCase();
  if (event.data !== undefined) event.data = JSON.parse(engine().__event_data(event.event, JSON.stringify(event.data)));
  return event;
}

/** The body as text: a form or JSON. */
function textOf(body, problems) {
  if (typeof body === "string") return body;
  if (isA("URLSearchParams", body) || isA("FormData", body)) return String(new URLSearchParams(body));
  if (typeof body !== "object" || body === null) {
    problems.push({ path: "body", message: "is neither text nor form data nor an object" });
    return "";
  }
  // Frameworks that do not know PHP's brackets leave them in the names.
  if (Object.keys(body).some((name) => name.includes("["))) return String(new URLSearchParams(body));
  return new Snapshot(body, "body", problems).textWithoutFiles();
}

function isA(name, value) {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

function parsed(json) {
  return json === undefined ? undefined : JSON.parse(json);
}
