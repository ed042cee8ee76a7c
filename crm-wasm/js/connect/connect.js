// connect: which transport, and what it needs to be told first.

import { failed, invalid, reported } from "../error.js";
import { checks, read } from "../options.js";
import { openPortal } from "../portal.js";
import { SETTINGS, settingsOf } from "./settings.js";
import { beside, endpoint, isListed, webhook } from "../transport/address.js";
import { Frame, pageOf } from "../transport/frame.js";
import { Token, byFrame, byFunction, fromWire } from "../transport/token.js";

const HOWTO = "are needed outside a placement: { webhook } or { oauth: { endpoint, accessToken } }";

/** The credential of a webhook: its address is the proof. */
const IN_THE_ADDRESS = { secrets: [], dress: (body) => ({ body }), renew: () => false };

/** Connects as the options say. */
export function connectTo(options) {
  return reported(
    "connect",
    "",
    () => [],
    () => {
      const problems = [];
      const open = plan(options, problems);
      if (problems.length) throw invalid(problems);
      return open();
    },
  );
}

/** Reads the options; gives the function that connects. */
function plan(options, problems) {
  const known = { webhook: checks.text, oauth: () => false, placement: () => false, ...SETTINGS };
  const given = read(options, "", known, problems);
  const ways = Object.keys(given).filter((name) => !Object.hasOwn(SETTINGS, name));
  if (ways.length > 1) problems.push({ path: "options", message: `name more than one of ${ways.join(", ")}` });
  if (problems.length) return undefined;
  const settings = settingsOf(given);
  if ("webhook" in given) return byWebhook(given.webhook, settings, problems);
  if ("oauth" in given) return byToken(given.oauth, settings, problems);
  return byPlacement(given.placement, settings, problems);
}

function byWebhook(text, settings, problems) {
  const address = checkedAddress(webhook(text), "webhook", problems);
  return () => openPortal("webhook", address, IN_THE_ADDRESS, settings);
}

function byToken(options, settings, problems) {
  const lifetime = (value) => !(value > 0) && "is not a positive number of seconds";
  const access = (value) => checks.text(value) || (!value && "is empty");
  const known = { endpoint: checks.text, accessToken: access, expiresIn: lifetime, refresh: checks.function };
  const given = read(options, "oauth", known, problems);
  for (const name of ["endpoint", "accessToken"]) {
    if (options?.[name] === undefined) problems.push({ path: `oauth.${name}`, message: "is missing" });
  }
  const address = given.endpoint && checkedAddress(endpoint(given.endpoint), "oauth.endpoint", problems);
  return () => openPortal("oauth", address, new Token(given, given.refresh && byFunction(given.refresh)), settings);
}

function checkedAddress(address, path, problems) {
  if (typeof address === "string") problems.push({ path, message: address });
  return address;
}

function byPlacement(options, settings, problems) {
  const names = (value) =>
    !(Array.isArray(value) && value.every((name) => typeof name === "string")) && "is not a list of host names";
  const { portals } = read(options === true ? undefined : options, "placement", { portals: names }, problems);
  const { window } = globalThis;
  const page = window && window.parent !== window ? pageOf(String(window.name)) : undefined;
  if (!page) problems.push({ path: "options", message: HOWTO });
  else if (portals && !isListed(page.host, portals)) {
    problems.push({ path: "placement.portals", message: `does not list ${page.host}, which embeds this page` });
  }
  return () => shakeHands(new Frame(window, page), page, settings);
}

/** Asks the portal page for a token and for what the app was opened with. */
async function shakeHands(frame, page, settings) {
  try {
    const data = await frame.ask("getInitData");
    if (!data || typeof data !== "object")
      throw failed("protocol", "the portal page's answer to getInitData is no object");
    // Tells the portal that the app runs for this user. When the page stays silent the app runs all the same, and the page asks
    // again the next time.
    if (isTrue(data.FIRST_RUN)) await frame.ask("setInstall", '{"install":true}').catch(() => {});
    // A user without access to the app sees its placement without a token: calls are refused then, not the connection.
    const token = new Token(fromWire(data), byFrame(frame));
    const address = { ...beside(page, data.PATH), secret: String(data.REFRESH_ID ?? "") };
    return openPortal("placement", address, token, settings, frame, context(data));
  } catch (failure) {
    frame.close();
    throw failure;
  }
}

/** The placement, without the tokens that came with it. */
function context(data) {
  const info = {
    lang: String(data.LANG ?? ""),
    memberId: String(data.MEMBER_ID ?? ""),
    isAdmin: isTrue(data.IS_ADMIN),
    firstRun: isTrue(data.FIRST_RUN),
    install: isTrue(data.INSTALL),
    userOptions: mapOf(data.USER_OPTIONS),
    appOptions: mapOf(data.APP_OPTIONS),
  };
  return { code: String(data.PLACEMENT ?? ""), options: mapOf(data.PLACEMENT_OPTIONS), info: Object.freeze(info) };
}

function isTrue(value) {
  return value === true || value === "true";
}

/** A map that is `[]` or `""` when it is empty, and may be JSON text. */
function mapOf(value) {
  let map = value;
  if (typeof value === "string") {
    try {
      map = JSON.parse(value);
    } catch {
      map = undefined;
    }
  }
  return map && typeof map === "object" && !Array.isArray(map) ? map : {};
}
