// crm.lead.contact.*: for each method a call that compiles and one that must not.

import {
  type CrmFieldDescriptor,
  type CrmLeadContactLink,
  crmLeadContactAdd,
  crmLeadContactDelete,
  crmLeadContactFields,
  crmLeadContactItemsDelete,
  crmLeadContactItemsGet,
  crmLeadContactItemsSet,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<boolean>()(crmLeadContactAdd({ id: 7, fields: { CONTACT_ID: 12, IS_PRIMARY: true, SORT: 20 } }));
// @ts-expect-error: CONTACT_ID is missing
crmLeadContactAdd({ id: 7, fields: { IS_PRIMARY: true } });
// @ts-expect-error: ROLE_ID is read-only
crmLeadContactAdd({ id: 7, fields: { CONTACT_ID: 12, ROLE_ID: 0 } });

gives<boolean>()(crmLeadContactDelete({ id: 7, fields: { CONTACT_ID: "12" } }));
// @ts-expect-error: the contact is named in fields
crmLeadContactDelete({ id: 7, CONTACT_ID: 12 });

gives<CrmLeadContactLink[]>()(crmLeadContactItemsGet({ id: 7 }));
// @ts-expect-error: id is missing
crmLeadContactItemsGet({});

gives<boolean>()(crmLeadContactItemsSet({ id: 7, items: [{ CONTACT_ID: 12 }, { CONTACT_ID: 13, SORT: 5 }] }));
// @ts-expect-error: items is a list
crmLeadContactItemsSet({ id: 7, items: { CONTACT_ID: 12 } });

gives<boolean>()(crmLeadContactItemsDelete({ id: 7 }));
// @ts-expect-error: null is no lead
crmLeadContactItemsDelete({ id: null });

gives<Record<string, CrmFieldDescriptor>>()(crmLeadContactFields());
// @ts-expect-error: it takes no parameters
crmLeadContactFields({ id: 7 });
