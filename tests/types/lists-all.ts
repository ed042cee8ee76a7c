// What whole lists promise: rows with the selected fields, in loops and as an array, and neither an order nor a start.

import {
  type CrmLead,
  type EventOfflineRow,
  type Rows,
  crmCompanyListAll,
  crmContactListAll,
  crmItemListAll,
  crmLeadListAll,
  eventOfflineListAll,
} from "crm-wasm";
import { gives, is } from "./expect.js";

is<Rows<Pick<CrmLead, "ID" | "TITLE">>>()(crmLeadListAll({ select: ["ID", "TITLE"] }));
gives<Pick<CrmLead, "ID" | "TITLE">[]>()(crmLeadListAll({ select: ["TITLE"] }).toArray());
for await (const lead of crmLeadListAll({ filter: { STATUS_ID: "NEW" } })) lead.TITLE.trim();
for await (const lead of crmLeadListAll({ select: ["ID"] })) {
  is<number>()(lead.ID);
  // @ts-expect-error: TITLE was not asked for
  lead.TITLE;
}

// The rows as the portal wrote them are of unknown shape.
gives<unknown[]>()(crmLeadListAll({}, { raw: true }).toArray());

crmLeadListAll({}, { limit: 100, onProgress: ({ loaded, total }) => is<number>()(loaded / total) });
crmCompanyListAll({ filter: { ">ID": 7 } }, { signal: AbortSignal.timeout(1000), timeout: 500 });
crmContactListAll({ select: ["*", "PHONE"] });
crmItemListAll({ entityTypeId: 1, filter: { logic: "OR", 0: { "<id": 5 }, 1: { ">id": 9 } } });
is<Rows<EventOfflineRow>>()(eventOfflineListAll({ filter: { EVENT_NAME: "ONCRMLEADADD" } }));

// @ts-expect-error: rows come by their key
crmLeadListAll({ order: { TITLE: "ASC" } });
// @ts-expect-error: all pages are read
crmCompanyListAll({ start: 50 });
// @ts-expect-error: there is no such field
crmContactListAll({ select: ["NAEM"] });
// @ts-expect-error: the kind of record is needed
crmItemListAll();
// @ts-expect-error: rows come by their key
eventOfflineListAll({ order: { ID: "ASC" } });
// @ts-expect-error: a limit is a number
crmLeadListAll({}, { limit: "100" });
// @ts-expect-error: all rows are no promise: loop over them, or await toArray()
crmLeadListAll().then(() => {});
