// crm.contact.userfield.*: for each method a call that compiles and one that must not.

import {
  type CrmUserField,
  crmContactUserfieldAdd,
  crmContactUserfieldDelete,
  crmContactUserfieldGet,
  crmContactUserfieldList,
  crmContactUserfieldUpdate,
} from "crm-wasm";
import { gives } from "./expect.js";

const LABEL = { en: "Region", de: "Gegend" };
gives<number>()(
  crmContactUserfieldAdd({ fields: { USER_TYPE_ID: "enumeration", FIELD_NAME: "REGION", EDIT_FORM_LABEL: LABEL } }),
);
// @ts-expect-error: FIELD_NAME is missing
crmContactUserfieldAdd({ fields: { USER_TYPE_ID: "string" } });

gives<boolean>()(crmContactUserfieldUpdate({ id: 7, fields: { SORT: 5, LIST: [{ ID: 1, DEL: true }] } }));
// @ts-expect-error: a field's type stays for good
crmContactUserfieldUpdate({ id: 7, fields: { USER_TYPE_ID: "string" } });

gives<CrmUserField>()(crmContactUserfieldGet({ id: 7 }));
// @ts-expect-error: id is missing
crmContactUserfieldGet();

gives<CrmUserField[]>()(crmContactUserfieldList({ filter: { MULTIPLE: true, LANG: "en" }, order: { SORT: "ASC" } }));
// @ts-expect-error: lists of custom fields are not paged
crmContactUserfieldList({ start: 50 });

gives<boolean>()(crmContactUserfieldDelete({ id: 7 }));
// @ts-expect-error: a field is named by its number
crmContactUserfieldDelete({ id: "UF_CRM_REGION" });
