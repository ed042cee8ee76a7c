// What the functions of events promise: one for each, whose listener gets that event's data.

import * as crm from "crm-wasm";
import { type Events, type Listener, type QueuedEvent, type Stop, onCrmLeadAdd } from "crm-wasm";
import { gives, is } from "./expect.js";

type Functions = typeof crm;
type Heard<Function> = Function extends (listener: infer Given, ...rest: never[]) => unknown ? Given : never;
type Declared = {
  [Name in keyof Functions as Name extends `onCrm${string}` ? Uppercase<Name> : never]: Heard<Functions[Name]>;
};
type Expected = { [Name in keyof Events as Name extends `ONCRM${string}` ? Name : never]: Listener<Name> };
is<Expected>()(null! as Declared);

gives<Stop>()(onCrmLeadAdd((event) => is<QueuedEvent<"ONCRMLEADADD", Events["ONCRMLEADADD"]>>()(event)));
const stop = await onCrmLeadAdd(async ({ data }) => is<number>()(data.FIELDS.ID), { interval: 5000 });
await stop();
// @ts-expect-error: a listener is needed
onCrmLeadAdd();
// @ts-expect-error: companies have other events
onCrmLeadAdd((event: QueuedEvent<"ONCRMCOMPANYADD">) => event);
