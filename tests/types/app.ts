// app.* and user.option.*: for each method a call that compiles and one that must not.

import { appInfo, appOptionGet, appOptionSet, userOptionGet, userOptionSet } from "crm-wasm";
import { gives } from "./expect.js";

appInfo().then((info) => ("SCOPE" in info ? info.SCOPE.join() : info.VERSION.toFixed()));
// @ts-expect-error: it takes no parameters
appInfo({ full: true });

gives<unknown>()(appOptionGet({ option: "colour" }));
// @ts-expect-error: one value by its name, or all
appOptionGet({ option: ["colour", "size"] });

gives<boolean>()(appOptionSet({ options: { colour: "red", size: 5 } }));
// @ts-expect-error: options is missing
appOptionSet({ colour: "red" });

gives<unknown>()(userOptionGet());
// @ts-expect-error: a name is a string
userOptionGet({ option: 5 });

gives<boolean>()(userOptionSet({ options: {} }));
// @ts-expect-error: values have names
userOptionSet({ options: "red" });
