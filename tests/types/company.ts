// crm.company.*: for each method a call that compiles and one that must not.

import {
  type CrmCompany,
  type CrmFieldDescriptor,
  crmCompanyAdd,
  crmCompanyDelete,
  crmCompanyFields,
  crmCompanyGet,
  crmCompanyList,
  crmCompanyUpdate,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<number>()(
  crmCompanyAdd({ fields: { TITLE: "Lakeside Ltd", REVENUE: 3e6, LOGO: new Blob(), CONTACT_ID: [7, "8"] } }),
);
crmCompanyAdd({ fields: { DATE_CREATE: new Date(), TRACE: "{}" }, params: { IMPORT: true } });
// @ts-expect-error: IS_MY_COMPANY is a boolean to us, Y or N on the wire only
crmCompanyAdd({ fields: { IS_MY_COMPANY: "Y" } });
// @ts-expect-error: a company has many contacts
crmCompanyAdd({ fields: { CONTACT_ID: 7 } });

gives<boolean>()(
  crmCompanyUpdate({ id: "4", fields: { INDUSTRY: "BANKING", EMPLOYEES: "EMPLOYEES_2", UF_CRM_ANYTHING: 1 } }),
);
// @ts-expect-error: DATE_CREATE can be set by an import only
crmCompanyUpdate({ id: 4, fields: { DATE_CREATE: new Date() } });

gives<CrmCompany>()(crmCompanyGet({ id: 4 }));
// @ts-expect-error: id is missing
crmCompanyGet();

gives<number>()(crmCompanyList({ filter: { "%TITLE": "lake", PHONE: "+49" } }).then(({ items }) => items[0]!.ID));
// @ts-expect-error: the links are read by crm.company.contact.items.get
crmCompanyList({ select: ["CONTACT_ID"] });

gives<boolean>()(crmCompanyDelete({ id: 4 }));
// @ts-expect-error: a company is named by its number
crmCompanyDelete({ id: "Lakeside Ltd" });

gives<Record<string, CrmFieldDescriptor>>()(crmCompanyFields());
// @ts-expect-error: it takes no parameters
crmCompanyFields({ id: 4 });
