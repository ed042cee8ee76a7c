// Custom fields: unknown until somebody says what they are, by declaration merging.

import { type CrmContact, type CrmLead, crmLeadAdd, crmLeadGet, crmLeadList, crmLeadUpdate } from "crm-wasm";
import { is } from "./expect.js";

declare module "crm-wasm" {
  interface CrmLeadCustomFields {
    UF_CRM_REGION: string | null;
    UF_CRM_SEATS: number[];
    UF_CRM_TAGS: string[];
  }
}

const lead: CrmLead = await crmLeadGet({ id: 7 });
is<string | null>()(lead.UF_CRM_REGION);
is<number[]>()(lead.UF_CRM_SEATS);
is<unknown>()(lead.UF_CRM_NOBODY_DECLARED);
is<unknown>()(({} as CrmContact).UF_CRM_REGION);

crmLeadAdd({ fields: { UF_CRM_REGION: "north", UF_CRM_NOBODY_DECLARED: 5 } });
crmLeadUpdate({ id: 7, fields: { UF_CRM_SEATS: [1, 2] } });
// @ts-expect-error: it was declared to be a list of numbers
crmLeadAdd({ fields: { UF_CRM_SEATS: "two" } });

// Text may be a day or a moment.
crmLeadAdd({ fields: { UF_CRM_REGION: new Date(), UF_CRM_TAGS: ["a", new Date()] } });
// @ts-expect-error: a number is none
crmLeadAdd({ fields: { UF_CRM_SEATS: [new Date()] } });

// A multiple field is compared by one of its values.
crmLeadList({ filter: { UF_CRM_SEATS: 5, "@UF_CRM_SEATS": [5, 6], ">UF_CRM_SEATS": 4, "%UF_CRM_TAGS": "a" } });
// @ts-expect-error: its values are numbers
crmLeadList({ filter: { UF_CRM_SEATS: "five" } });

// What is empty can be asked for, not compared with.
crmLeadList({ filter: { UF_CRM_REGION: null, "!UF_CRM_SEATS": "", DATE_CREATE: "", "!ID": null } });
// @ts-expect-error: nothing is more than nothing
crmLeadList({ filter: { ">ID": null } });
