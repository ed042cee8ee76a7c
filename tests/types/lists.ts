// What lists promise: rows with the selected fields, conditions with operators, directions, pages.

import { type CrmLead, type CrmPhone, type Page, crmContactList, crmLeadList } from "crm-wasm";
import { gives, is } from "./expect.js";

gives<Page<Pick<CrmLead, "ID" | "TITLE">>>()(crmLeadList({ select: ["ID", "TITLE"] }));

const page = await crmLeadList({ select: ["ID", "STATUS_ID", "PHONE"] });
is<number>()(page.items[0]!.ID);
is<CrmPhone[] | undefined>()(page.items[0]!.PHONE);
is<number | undefined>()(page.total);
is<number | undefined>()(page.next);
// @ts-expect-error: TITLE was not asked for
page.items[0]!.TITLE;

// Without select, and with masks, every field can be there.
(await crmLeadList()).items[0]!.TITLE.trim();
(await crmLeadList({ select: ["*", "UF_*"] })).items[0]!.OPPORTUNITY?.toFixed();

// Operators stand in front of the names; a value has its field's type, or is a list of such.
crmLeadList({ filter: { ">=DATE_CREATE": new Date(0), "!STATUS_ID": "JUNK", "@ID": [1, "2"], "%TITLE": "chair" } });
crmLeadList({ filter: { OPENED: true, UF_CRM_REGION: "north", "!UF_CRM_REGION": "south" } });
crmContactList({ filter: { PHONE: "+49", EMAIL: "ann@" } });
// @ts-expect-error: a misspelt field, which the portal would ignore and return more rows
crmLeadList({ filter: { ">=DATE_CREATED": new Date(0) } });
// @ts-expect-error: there is no such operator
crmLeadList({ filter: { "~TITLE": "chair" } });
// @ts-expect-error: OPPORTUNITY is a number
crmLeadList({ filter: { ">OPPORTUNITY": true } });

crmLeadList({ order: { DATE_CREATE: "DESC", ID: "ASC" } });
// @ts-expect-error: multi-fields cannot be sorted by
crmLeadList({ order: { PHONE: "ASC" } });
// @ts-expect-error: there is no such field
crmLeadList({ select: ["NAEM"] });
