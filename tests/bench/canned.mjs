// A portal of canned answers, in a process of its own: what is measured is the client, not the sandbox.

import { createServer } from "node:http";

const ROWS = 50;
const FIELDS = 40;

/** A lead as a portal writes it: everything is a string or null, slashes are escaped. */
function lead(id) {
  const known = {
    ID: String(id),
    TITLE: `Enquiry ${id}: "oak tables" for the café, 40 seats <urgent>`,
    HONORIFIC: null,
    NAME: "Zoë",
    SECOND_NAME: "",
    LAST_NAME: `Müller-Żuławska ${id}`,
    COMPANY_TITLE: "Café Österreich",
    COMPANY_ID: String(id % 90),
    CONTACT_ID: null,
    IS_RETURN_CUSTOMER: "N",
    BIRTHDATE: "",
    SOURCE_ID: "WEB",
    SOURCE_DESCRIPTION: "https://example.com/form?from=advertising&campaign=7",
    STATUS_ID: "IN_PROCESS",
    STATUS_DESCRIPTION: null,
    POST: "Head of purchasing",
    COMMENTS: "Wants an offer by Friday.\nPrefers to be called after 16:00.",
    CURRENCY_ID: "EUR",
    OPPORTUNITY: "12500.50",
    IS_MANUAL_OPPORTUNITY: "Y",
    HAS_PHONE: "Y",
    HAS_EMAIL: "N",
    HAS_IMOL: "N",
    ASSIGNED_BY_ID: "1",
    CREATED_BY_ID: "1",
    MODIFY_BY_ID: "7",
    DATE_CREATE: "2026-10-19T09:41:07+03:00",
    DATE_MODIFY: "2026-11-02T18:05:59+03:00",
    DATE_CLOSED: "",
    STATUS_SEMANTIC_ID: "P",
    OPENED: "Y",
    ORIGINATOR_ID: null,
    ORIGIN_ID: null,
    MOVED_BY_ID: "1",
    MOVED_TIME: "2026-10-19T09:41:07+03:00",
    ADDRESS: "Alte Straße 5",
    ADDRESS_CITY: "Wien",
    ADDRESS_COUNTRY: "Österreich",
    UTM_SOURCE: null,
    LAST_ACTIVITY_TIME: "2026-11-02T18:05:59+03:00",
  };
  if (Object.keys(known).length !== FIELDS) throw new Error(`a row has ${Object.keys(known).length} fields`);
  return known;
}

const TIME = {
  start: 1795168800,
  finish: 1795168800.021,
  duration: 0.021,
  processing: 0,
  date_start: "2026-11-20T12:00:00+03:00",
  date_finish: "2026-11-20T12:00:00+03:00",
  operating_reset_at: 1795169400,
  operating: 0,
};
const page = (first) => Array.from({ length: ROWS }, (_, at) => lead(first + at));
const pages = Array.from({ length: 50 }, (_, at) => page(at * ROWS + 1));

/** JSON as PHP writes it, with the options that the portal's server gives it. */
function php(value) {
  const hexadecimal = { '\\"': "\\u0022", "'": "\\u0027", "<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "/": "\\/" };
  return Buffer.from(JSON.stringify(value).replace(/\\"|['<>&/]/g, (sign) => hexadecimal[sign]));
}

const empty = (keys) => Object.fromEntries(keys.map((key) => [key, TIME]));
const ANSWERS = {
  "crm.lead.get": php({ result: lead(7), time: TIME }),
  "crm.lead.list": php({ result: pages[0], total: 100_000, next: 50, time: TIME }),
  batch: php({
    result: {
      result: pages,
      result_error: [],
      result_total: pages.map(() => 100_000),
      result_next: pages.map((_, at) => (at + 1) * ROWS),
      result_time: Object.values(empty(pages.map((_, at) => at))),
    },
    time: TIME,
  }),
};

/** A portal page: it embeds the app that `?app=` names and answers its handshake. */
const PARENT = `<!doctype html><meta charset="utf-8"><title>Portal</title><script>
  const init = {
    LANG: "en", DOMAIN: location.host, PROTOCOL: 0, PATH: "/rest", AUTH_ID: "4cc355t0k3n", AUTH_EXPIRES: "3600",
    REFRESH_ID: "r3fr35ht0k3n", MEMBER_ID: "m3mb3r", FIRST_RUN: false, IS_ADMIN: true, INSTALL: false, USER_OPTIONS: [],
    APP_OPTIONS: [], PLACEMENT: "CRM_LEAD_DETAIL_TAB", PLACEMENT_OPTIONS: { ID: "7" },
  };
  addEventListener("message", ({ source, origin, data }) => {
    const [command, ...rest] = String(data).split(":");
    const callback = rest.at(-2);
    if (command === "getInitData") source.postMessage(callback + ":" + JSON.stringify(init), origin);
  });
  const app = new URLSearchParams(location.search).get("app");
  const frame = document.createElement("iframe");
  frame.name = location.host + "|0|s1d";
  frame.src = app;
  addEventListener("load", () => document.body.append(frame));
</script><body></body>`;

const HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "origin, content-type, accept",
};

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    if (request.url.startsWith("/?")) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PARENT);
      return;
    }
    const [, method] = /([\w.]+?)(?:\.json)?(?:\?.*)?$/.exec(request.url);
    const body = ANSWERS[method];
    const isAsked = request.method === "OPTIONS";
    response.writeHead(body || isAsked ? 200 : 404, HEADERS).end(body);
  });
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.once("disconnect", () => server.close().closeAllConnections());
