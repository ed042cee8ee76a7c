// crm.lead.*: for each method a call that compiles and one that must not.

import {
  type CrmFieldDescriptor,
  type CrmLead,
  crmLeadAdd,
  crmLeadDelete,
  crmLeadFields,
  crmLeadGet,
  crmLeadList,
  crmLeadUpdate,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<number>()(
  crmLeadAdd({ fields: { TITLE: "Call back", OPPORTUNITY: 15.5, OPENED: true, PHONE: [{ VALUE: "1" }] } }),
);
gives<number>()(crmLeadAdd());
// @ts-expect-error: ID is read-only
crmLeadAdd({ fields: { ID: 7 } });
// @ts-expect-error: OPENED is a boolean to us, Y or N on the wire only
crmLeadAdd({ fields: { OPENED: "Y" } });

gives<boolean>()(
  crmLeadUpdate({ id: "7", fields: { BIRTHDATE: new Date(0), NAME: null, UF_CRM_ANYTHING: ["north"] } }),
);
// @ts-expect-error: id is missing
crmLeadUpdate({ fields: { TITLE: "x" } });
// @ts-expect-error: DATE_CREATE is read-only
crmLeadUpdate({ id: 7, fields: { DATE_CREATE: new Date() } });

gives<CrmLead>()(crmLeadGet({ id: 7 }));
// @ts-expect-error: "seven" is no id
crmLeadGet({ id: "seven" });

crmLeadList({ filter: { STATUS_ID: "NEW" }, order: { ID: "DESC" }, start: 50 });
crmLeadList();
// @ts-expect-error: a direction is ASC or DESC
crmLeadList({ order: { ID: "UP" } });

gives<boolean>()(crmLeadDelete({ id: 7 }));
// @ts-expect-error: one lead at a time
crmLeadDelete({ id: [7, 8] });

gives<Record<string, CrmFieldDescriptor>>()(crmLeadFields());
// @ts-expect-error: it takes no parameters
crmLeadFields({ id: 7 });
