// The settings of connect that are the same for every way to a portal: good ones, and ones that must not compile.

import { connect, type ClientSettings, type Wait } from "crm-wasm";
import { is } from "./expect.js";

const webhook = "https://example.bitrix24.com/rest/1/secret/";
const settings: ClientSettings = { autoBatch: true, limits: { burst: 250, perSecond: 5, operating: 420 }, retries: 0 };

connect({ webhook, ...settings, onWait: (wait) => is<Wait>()(wait) });
connect({ webhook, limits: false });
connect({ webhook, limits: { operatingWait: 5000 }, onWait: ({ reason }) => (reason satisfies string).length });
// @ts-expect-error: limits are left out to be kept
connect({ webhook, limits: true });
// @ts-expect-error: it is perSecond
connect({ webhook, limits: { perMinute: 120 } });
// @ts-expect-error: a number of retries
connect({ webhook, retries: false });
// @ts-expect-error: there is no such reason
connect({ webhook, onWait: ({ reason }) => reason === "idle" });
