// Delivered events: their data's type follows from their name.

import { type Events, type PortalEvent, parseEvent } from "crm-wasm";
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
// @ts-expect-error: the body, not the request
parseEvent(new Request("https://app.example/"));
