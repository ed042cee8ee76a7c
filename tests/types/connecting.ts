// connect: each way compiles with what belongs to it, and with nothing else.

import { type PlacementFrame, type Portal, connect } from "crm-wasm";
import { gives } from "./expect.js";

declare const environment: Record<string, string | undefined>;
const endpoint = "https://example.bitrix24.com/rest/";

// Only the frame of a placement has one for certain.
gives<PlacementFrame>()(connect({ placement: true }).then(({ placement }) => placement));
gives<PlacementFrame | undefined>()(connect().then(({ placement }) => placement));
// @ts-expect-error: outside a placement there is none
connect().then(({ placement }) => placement.code);
// @ts-expect-error: it is true or an object
connect({ placement: false });

gives<Portal>()(connect({ webhook: "https://example.bitrix24.com/rest/1/secret/", autoBatch: true, retries: 0 }));
// @ts-expect-error: a setting of the environment may not be set
connect({ webhook: environment.WEBHOOK });

gives<Portal>()(connect({ session: true, limits: { burst: 250, perSecond: 5 } }));
gives<Portal>()(connect({ session: { sessid: "0123456789abcdef0123456789abcdef" } }));
// @ts-expect-error: one way at most
connect({ session: true, webhook: "https://example.bitrix24.com/rest/1/secret/" });

gives<Portal>()(connect({ oauth: { endpoint, accessToken: "x", refresh: async () => ({ accessToken: "y" }) } }));
// @ts-expect-error: a refresh gives a token
connect({ oauth: { endpoint, accessToken: "x", refresh: () => "y" } });

const credentials = { endpoint, refreshToken: "r", clientId: "local.1", clientSecret: "s" };
gives<Portal>()(
  connect({
    oauth: { ...credentials, onRefresh: ({ refreshToken, expiresIn }) => [refreshToken.length, expiresIn / 60] },
  }),
);
// @ts-expect-error: the OAuth server wants the secret too
connect({ oauth: { endpoint, refreshToken: "r", clientId: "local.1" } });
// @ts-expect-error: tokens are refreshed in one place
connect({ oauth: { ...credentials, refresh: () => ({ accessToken: "y" }) } });

// What is typed as any of the ways is one of them.
declare const options: import("crm-wasm").ConnectOptions;
gives<Portal>()(connect(options));
connect({ placement: true, onWait: ({ reason }) => console.log(reason) }).then(({ placement }) => placement.code);
// @ts-expect-error: there is no such setting
connect({ webhook: "https://example.bitrix24.com/rest/1/secret/", autobatch: true });
connect({ onWait: ({ reason, milliseconds }) => console.log(reason, milliseconds.toFixed()) });
