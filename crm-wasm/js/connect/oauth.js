// By an application's access token, which the application renews itself or has renewed at the OAuth server.

import { checks, read } from "../options.js";
import { openPortal } from "../portal.js";
import { checked, endpoint, tokenServer } from "../transport/address.js";
import { byFunction, tokenCredential } from "../transport/token.js";
import { byGrant } from "./grant.js";

const filled = (value) => checks.text(value) || (!value && "is empty");
const OPTIONS = {
  endpoint: checks.text,
  accessToken: filled,
  expiresIn: (value) => !(value > 0) && "is not a positive number of seconds",
  refresh: checks.function,
  refreshToken: filled,
  clientId: filled,
  clientSecret: filled,
  server: checks.text,
  onRefresh: checks.function,
};
/** What the OAuth server wants to know; one of them means all. */
const GRANT = ["refreshToken", "clientId", "clientSecret"];
const SERVER = "https://oauth.bitrix24.tech";
const WARNING =
  "crm-wasm: oauth.clientSecret is in a page, where everyone can read it. Keep it on a server, and give the page { accessToken, refresh }.";

/** Reads the tokens; gives the function that connects. */
export function byOauth(options, settings, problems) {
  const given = read(options, "oauth", OPTIONS, problems);
  const { refresh, server = SERVER, clientSecret } = given;
  const grant = GRANT.some((name) => name in Object(options));
  for (const name of grant ? ["endpoint", ...GRANT] : ["endpoint", "accessToken"]) {
    if (options?.[name] === undefined) problems.push({ path: `oauth.${name}`, message: "is missing" });
  }
  if (grant && refresh)
    problems.push({ path: "oauth.refresh", message: "has nothing to do beside refreshToken: name one" });
  const address = given.endpoint && checked(endpoint(given.endpoint), "oauth.endpoint", problems);
  const { base } = checked(tokenServer(server), "oauth.server", problems);
  return () => {
    if (clientSecret && globalThis.document) console.warn(WARNING);
    const source = grant ? byGrant(given, base) : refresh && byFunction(refresh);
    return openPortal("oauth", { ...address, secret: clientSecret ?? "" }, tokenCredential(given, source), settings);
  };
}
