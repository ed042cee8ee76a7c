// userfieldtype.*: for each method a call that compiles and one that must not.

import {
  type Userfieldtype,
  userfieldtypeAdd,
  userfieldtypeDelete,
  userfieldtypeList,
  userfieldtypeUpdate,
} from "crm-wasm";
import { gives } from "./expect.js";

const USER_TYPE_ID = "stars";
const HANDLER = "https://app.example/field";

gives<boolean>()(userfieldtypeAdd({ USER_TYPE_ID, HANDLER, OPTIONS: { height: 40 } }));
// @ts-expect-error: height is a number of pixels
userfieldtypeAdd({ USER_TYPE_ID, HANDLER, OPTIONS: { height: "40px" } });

gives<boolean>()(userfieldtypeUpdate({ USER_TYPE_ID, HANDLER, TITLE: "Stars" }));
// @ts-expect-error: TITLE is missing
userfieldtypeUpdate({ USER_TYPE_ID, HANDLER });

gives<Userfieldtype[]>()(userfieldtypeList());
// @ts-expect-error: it takes no parameters
userfieldtypeList({ start: 0 });

gives<boolean>()(userfieldtypeDelete({ USER_TYPE_ID }));
// @ts-expect-error: a type is named by its code
userfieldtypeDelete({ ID: 1 });
