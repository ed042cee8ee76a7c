// crm.contact.*: for each method a call that compiles and one that must not.

import {
  type CrmContact,
  type CrmFieldDescriptor,
  crmContactAdd,
  crmContactDelete,
  crmContactFields,
  crmContactGet,
  crmContactList,
  crmContactUpdate,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<number>()(crmContactAdd({ fields: { NAME: "Ann", PHOTO: new File([], "ann.png"), COMPANY_IDS: [1, "2"] } }));
// @ts-expect-error: VALUE_TYPE is none of the listed values
crmContactAdd({ fields: { PHONE: [{ VALUE: "1", VALUE_TYPE: "LUNAR" }] } });

gives<boolean>()(crmContactUpdate({ id: 7, fields: { EMAIL: [{ ID: 1, DELETE: true }] } }));
// @ts-expect-error: fields is missing
crmContactUpdate({ id: 7 });
// @ts-expect-error: TRACE can only be sent when the contact is created
crmContactUpdate({ id: 7, fields: { TRACE: "x" } });

gives<CrmContact>()(crmContactGet({ id: 7 }));
// @ts-expect-error: a misspelt parameter
crmContactGet({ ID: 7 });

crmContactList({ filter: { "@ID": [1, 2], PHONE: "+49" }, select: ["NAME", "PHONE", "UF_*"] });
// @ts-expect-error: COMPANY_IDS never comes back
crmContactList({ select: ["COMPANY_IDS"] });

gives<boolean>()(crmContactDelete({ id: "7" }));
// @ts-expect-error: id is missing
crmContactDelete();

gives<Record<string, CrmFieldDescriptor>>()(crmContactFields());
// @ts-expect-error: it takes no parameters
crmContactFields({ id: 7 });
