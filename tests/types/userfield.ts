// crm.userfield.*: for each method a call that compiles and one that must not.

import {
  type CrmUserFieldPart,
  type CrmUserFieldType,
  crmUserfieldEnumerationFields,
  crmUserfieldFields,
  crmUserfieldTypes,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<Record<string, CrmUserFieldPart>>()(crmUserfieldFields());
// @ts-expect-error: it takes no parameters
crmUserfieldFields({ id: 7 });

gives<CrmUserFieldType[]>()(crmUserfieldTypes());
// @ts-expect-error: it takes no parameters
crmUserfieldTypes({ ID: "string" });

gives<Record<string, CrmUserFieldPart>>()(crmUserfieldEnumerationFields());
// @ts-expect-error: it takes no parameters
crmUserfieldEnumerationFields({ id: 7 });
