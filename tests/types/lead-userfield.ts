// crm.lead.userfield.*: for each method a call that compiles and one that must not.

import {
  type CrmUserField,
  crmLeadUserfieldAdd,
  crmLeadUserfieldDelete,
  crmLeadUserfieldGet,
  crmLeadUserfieldList,
  crmLeadUserfieldUpdate,
} from "crm-wasm";
import { gives } from "./expect.js";

const LABEL = { en: "Region", de: "Gegend" };
gives<number>()(
  crmLeadUserfieldAdd({ fields: { USER_TYPE_ID: "enumeration", FIELD_NAME: "REGION", EDIT_FORM_LABEL: LABEL } }),
);
// @ts-expect-error: FIELD_NAME is missing
crmLeadUserfieldAdd({ fields: { USER_TYPE_ID: "string" } });

gives<boolean>()(crmLeadUserfieldUpdate({ id: 7, fields: { SORT: 5, LIST: [{ ID: 1, DEL: true }] } }));
// @ts-expect-error: a field's type stays for good
crmLeadUserfieldUpdate({ id: 7, fields: { USER_TYPE_ID: "string" } });

gives<CrmUserField>()(crmLeadUserfieldGet({ id: 7 }));
// @ts-expect-error: id is missing
crmLeadUserfieldGet();

gives<CrmUserField[]>()(crmLeadUserfieldList({ filter: { MULTIPLE: true, LANG: "en" }, order: { SORT: "ASC" } }));
// @ts-expect-error: lists of custom fields are not paged
crmLeadUserfieldList({ start: 50 });

gives<boolean>()(crmLeadUserfieldDelete({ id: 7 }));
// @ts-expect-error: a field is named by its number
crmLeadUserfieldDelete({ id: "UF_CRM_REGION" });
