// crm.company.contact.*: for each method a call that compiles and one that must not.

import {
  type CrmFieldDescriptor,
  type CrmCompanyContactLink,
  crmCompanyContactAdd,
  crmCompanyContactDelete,
  crmCompanyContactFields,
  crmCompanyContactItemsDelete,
  crmCompanyContactItemsGet,
  crmCompanyContactItemsSet,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<boolean>()(crmCompanyContactAdd({ id: 7, fields: { CONTACT_ID: 12, IS_PRIMARY: true, SORT: 20 } }));
// @ts-expect-error: CONTACT_ID is missing
crmCompanyContactAdd({ id: 7, fields: { IS_PRIMARY: true } });
// @ts-expect-error: ROLE_ID is read-only
crmCompanyContactAdd({ id: 7, fields: { CONTACT_ID: 12, ROLE_ID: 0 } });

gives<boolean>()(crmCompanyContactDelete({ id: 7, fields: { CONTACT_ID: "12" } }));
// @ts-expect-error: the contact is named in fields
crmCompanyContactDelete({ id: 7, CONTACT_ID: 12 });

gives<CrmCompanyContactLink[]>()(crmCompanyContactItemsGet({ id: 7 }));
// @ts-expect-error: id is missing
crmCompanyContactItemsGet({});

gives<boolean>()(crmCompanyContactItemsSet({ id: 7, items: [{ CONTACT_ID: 12 }, { CONTACT_ID: 13, SORT: 5 }] }));
// @ts-expect-error: items is a list
crmCompanyContactItemsSet({ id: 7, items: { CONTACT_ID: 12 } });

gives<boolean>()(crmCompanyContactItemsDelete({ id: 7 }));
// @ts-expect-error: null is no company
crmCompanyContactItemsDelete({ id: null });

gives<Record<string, CrmFieldDescriptor>>()(crmCompanyContactFields());
// @ts-expect-error: it takes no parameters
crmCompanyContactFields({ id: 7 });
