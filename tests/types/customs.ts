// Custom fields: unknown until somebody says what they are, by declaration merging.

import { type CrmContact, type CrmLead, crmLeadAdd, crmLeadGet, crmLeadUpdate } from "crm-wasm";
import { is } from "./expect.js";

declare module "crm-wasm" {
  interface CrmLeadCustomFields {
    UF_CRM_REGION: string | null;
    UF_CRM_SEATS: number[];
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
