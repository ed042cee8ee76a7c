// crm.company.userfield.*: for each method a call that compiles and one that must not.

import {
  type CrmUserField,
  crmCompanyUserfieldAdd,
  crmCompanyUserfieldDelete,
  crmCompanyUserfieldGet,
  crmCompanyUserfieldList,
  crmCompanyUserfieldUpdate,
} from "crm-wasm";
import { gives } from "./expect.js";

const LABEL = { en: "Region", de: "Gegend" };
gives<number>()(
  crmCompanyUserfieldAdd({ fields: { USER_TYPE_ID: "enumeration", FIELD_NAME: "REGION", EDIT_FORM_LABEL: LABEL } }),
);
// @ts-expect-error: FIELD_NAME is missing
crmCompanyUserfieldAdd({ fields: { USER_TYPE_ID: "string" } });

gives<boolean>()(crmCompanyUserfieldUpdate({ id: 7, fields: { SORT: 5, LIST: [{ ID: 1, DEL: true }] } }));
// @ts-expect-error: a field's type stays for good
crmCompanyUserfieldUpdate({ id: 7, fields: { USER_TYPE_ID: "string" } });

gives<CrmUserField>()(crmCompanyUserfieldGet({ id: 7 }));
// @ts-expect-error: id is missing
crmCompanyUserfieldGet();

gives<CrmUserField[]>()(crmCompanyUserfieldList({ filter: { MULTIPLE: true, LANG: "en" }, order: { SORT: "ASC" } }));
// @ts-expect-error: lists of custom fields are not paged
crmCompanyUserfieldList({ start: 50 });

gives<boolean>()(crmCompanyUserfieldDelete({ id: 7 }));
// @ts-expect-error: a field is named by its number
crmCompanyUserfieldDelete({ id: "UF_CRM_REGION" });
