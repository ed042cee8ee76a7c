// event.* and event.offline.*: for each method a call that compiles and one that must not.

import {
  type EventBinding,
  type EventOfflineBatch,
  type EventOfflineRow,
  type Page,
  eventBind,
  eventGet,
  eventOfflineClear,
  eventOfflineError,
  eventOfflineGet,
  eventOfflineList,
  eventUnbind,
} from "crm-wasm";
import { gives } from "./expect.js";

const handler = "https://app.example/events";

gives<boolean>()(eventBind({ event: "ONCRMLEADADD", handler, options: { minTimeout: 5 } }));
eventBind({ event: "ONAPPUNINSTALL", handler });
// @ts-expect-error: an event goes to a handler or to the offline queue
eventBind({ event: "ONCRMLEADADD", event_type: "both" });

gives<EventBinding[]>()(eventGet());
// @ts-expect-error: it takes no parameters
eventGet({ event: "ONCRMLEADADD" });

eventUnbind({ event: "ONCRMLEADADD", handler }).then(({ count }) => count.toFixed());
// @ts-expect-error: event is missing
eventUnbind({ handler });

gives<EventOfflineBatch>()(eventOfflineGet({ limit: 10, clear: false, filter: { ">=ID": 5 }, order: { ID: "ASC" } }));
// @ts-expect-error: EVENT_DATA cannot be searched
eventOfflineGet({ filter: { EVENT_DATA: 1 } });

gives<Page<EventOfflineRow>>()(eventOfflineList({ filter: { ERROR: true }, start: 50 }));
// @ts-expect-error: start is a number
eventOfflineList({ start: "50" });

gives<boolean>()(eventOfflineClear({ process_id: "x", id: [1, "2"] }));
// @ts-expect-error: process_id is missing
eventOfflineClear({ id: [1] });

gives<boolean>()(eventOfflineError({ process_id: "x", message_id: ["y"] }));
// @ts-expect-error: message_id is a list
eventOfflineError({ process_id: "x", message_id: "y" });
