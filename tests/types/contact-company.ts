// crm.contact.company.*: for each method a call that compiles and one that must not.

import {
  type CrmFieldDescriptor,
  type CrmContactCompanyLink,
  crmContactCompanyAdd,
  crmContactCompanyDelete,
  crmContactCompanyFields,
  crmContactCompanyItemsDelete,
  crmContactCompanyItemsGet,
  crmContactCompanyItemsSet,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<boolean>()(crmContactCompanyAdd({ id: 7, fields: { COMPANY_ID: 12, IS_PRIMARY: true, SORT: 20 } }));
// @ts-expect-error: COMPANY_ID is missing
crmContactCompanyAdd({ id: 7, fields: { IS_PRIMARY: true } });
// @ts-expect-error: ROLE_ID is read-only
crmContactCompanyAdd({ id: 7, fields: { COMPANY_ID: 12, ROLE_ID: 0 } });

gives<boolean>()(crmContactCompanyDelete({ id: 7, fields: { COMPANY_ID: "12" } }));
// @ts-expect-error: the company is named in fields
crmContactCompanyDelete({ id: 7, COMPANY_ID: 12 });

gives<CrmContactCompanyLink[]>()(crmContactCompanyItemsGet({ id: 7 }));
// @ts-expect-error: id is missing
crmContactCompanyItemsGet({});

gives<boolean>()(crmContactCompanyItemsSet({ id: 7, items: [{ COMPANY_ID: 12 }, { COMPANY_ID: 13, SORT: 5 }] }));
// @ts-expect-error: items is a list
crmContactCompanyItemsSet({ id: 7, items: { COMPANY_ID: 12 } });

gives<boolean>()(crmContactCompanyItemsDelete({ id: 7 }));
// @ts-expect-error: null is no contact
crmContactCompanyItemsDelete({ id: null });

gives<Record<string, CrmFieldDescriptor>>()(crmContactCompanyFields());
// @ts-expect-error: it takes no parameters
crmContactCompanyFields({ id: 7 });
