// Delivered and queued events: their data's type follows from their name.

import {
  type EventOf,
  type Events,
  type ListenOptions,
  type Listener,
  type PortalEvent,
  type QueuedEvent,
  type Stop,
  parseEvent,
} from "crm-wasm";
import { is } from "./expect.js";

const event: PortalEvent = parseEvent("event=ONCRMLEADADD&data[FIELDS][ID]=7", { applicationToken: "x" });
if (event.event === "ONCRMLEADADD") {
  is<number>()(event.data.FIELDS.ID);
  // @ts-expect-error: an event names the record and nothing else
  event.data.FIELDS.TITLE;
}
if (event.event === "ONCRMCONTACTUSERFIELDADD") is<string>()(event.data.FIELDS.FIELD_NAME);
if (event.event === "ONAPPINSTALL") is<unknown>()(event.data);
is<number>()(event.ts);
is<string | undefined>()(event.auth.application_token);

if (event.event === "ONCRMCOMPANYDELETE") is<number>()(event.data.FIELDS.ID);
is<number>()({} as Events["ONCRMCONTACTDELETE"]["FIELDS"]["ID"]);
parseEvent(new URLSearchParams());
parseEvent(new FormData());
parseEvent({ event: "ONCRMLEADADD" });
parseEvent(new Uint8Array());
parseEvent(new ArrayBuffer(8));
// @ts-expect-error: the body, not the request
parseEvent(new Request("https://app.example/"));

// Code for handlers and for the queue takes what both have.
function handle({ event, data, ts, auth }: EventOf<"ONCRMLEADADD" | "ONCRMLEADDELETE">): void {
  is<"ONCRMLEADADD" | "ONCRMLEADDELETE">()(event);
  is<number>()(data.FIELDS.ID + ts);
  is<number | undefined>()(auth.user_id);
  // @ts-expect-error: a token comes to handlers only
  auth.access_token;
}
if (event.event === "ONCRMLEADADD" || event.event === "ONCRMLEADDELETE") handle(event);
const listener: Listener<"ONCRMLEADADD"> = handle;
listener({} as QueuedEvent<"ONCRMLEADADD", Events["ONCRMLEADADD"]>);
const later: Listener<"ONCRMLEADADD"> = async ({ message_id, process_id }) =>
  void is<string>()(message_id + process_id);
listener === later;

const storage = { getItem: async (key: string) => key, setItem: (key: string, text: string) => void [key, text] };
const options: ListenOptions = { interval: 5000, connector: "mirror", onError: console.error, storage };
// @ts-expect-error: it is interval
({ ...options, every: 5 }) satisfies ListenOptions;
is<Promise<void>>()(({} as Stop)());
