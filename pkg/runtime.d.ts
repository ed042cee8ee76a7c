// What is written by hand in this package: connecting, a call's options, errors, the placement's frame.
// The functions of the portal's methods are declared in index.d.ts, which re-exports this file.

/**
 * Makes the module ready. Optional: {@link connect} calls it. Later calls return the first one's promise; after a failure the
 * next call tries again.
 *
 * @param input Where the WebAssembly module is, for bundlers and servers that do not find it by themselves: its address, a
 *   `Response`, its bytes, or a compiled `WebAssembly.Module`. The file is exported as `crm-wasm/crm_wasm_bg.wasm`.
 * @throws {CrmError} kind `network` when the module cannot be loaded, `protocol` when it cannot be compiled. When the page's
 *   Content-Security-Policy is the reason, the message names the missing `'wasm-unsafe-eval'`.
 */
export function init(
  input?: URL | string | Response | Promise<Response> | BufferSource | WebAssembly.Module,
): Promise<void>;

/**
 * Connects to a portal. The first connected portal is the one that calls go to; a call's `client` option chooses another.
 *
 * ```js
 * const portal = await connect();                                               // inside a placement's iframe
 * await connect({ webhook: "https://example.bitrix24.com/rest/1/secret/" });    // with an inbound webhook
 * await connect({ oauth: { endpoint: "https://example.bitrix24.com/rest/", accessToken } });
 * ```
 *
 * Without options it looks whether it runs in a placement's iframe and does the portal page's handshake; BX24.js is not needed.
 *
 * @throws {CrmError} kind `validation` when the options are wrong or nothing says how to connect, `timeout` when the portal page
 *   does not answer, and everything {@link init} throws.
 */
export function connect(options?: ConnectOptions): Promise<Portal>;

/** How to reach the portal: exactly one of the three. */
export type ConnectOptions = WebhookOptions | TokenOptions | PlacementOptions;

/** Connects with an inbound webhook. The secret in its address gives its owner's rights: keep it out of pages. */
export interface WebhookOptions {
  /** The webhook's address as the portal shows it: `https://example.bitrix24.com/rest/1/secret/`. `http` for loopback only. */
  webhook: string;
  oauth?: never;
  placement?: never;
}

/** Connects with an access token, for servers that receive a placement's or an event's POST. */
export interface TokenOptions {
  oauth: {
    /** The REST address of the portal, `https://example.bitrix24.com/rest/`: an event's `auth.client_endpoint`. */
    endpoint: string;
    /** The access token: the POST's `AUTH_ID`, an event's `auth.access_token`. */
    accessToken: string;
    /** Seconds until the token expires. When it is known, an expired token is refreshed before it is sent. */
    expiresIn?: number;
    /** Gets a new token when the portal says that this one has expired. Concurrent calls share one refresh. */
    refresh?: () => AccessToken | Promise<AccessToken>;
  };
  webhook?: never;
  placement?: never;
}

/** What a refresh gives. */
export interface AccessToken {
  accessToken: string;
  /** Seconds until it expires. */
  expiresIn?: number;
}

/** Connects through the iframe of a placement; what `connect()` does by itself inside one. */
export interface PlacementOptions {
  /** `true`, or limits: any page can embed the app and claim to be a portal, `portals` says whom to believe. */
  placement?:
    | true
    | {
        /** Host names of portals to accept, as `example.bitrix24.com` or `*.bitrix24.com`; all when left out. */
        portals?: readonly string[];
      };
  webhook?: never;
  oauth?: never;
}

/** A connected portal. */
export interface Portal {
  /** The portal's host name, with its port when it is not the usual one. */
  readonly domain: string;
  /** How it is connected. */
  readonly transport: "webhook" | "oauth" | "placement";
  /** The frame the app runs in; undefined outside a placement. */
  readonly placement: PlacementFrame | undefined;
  /** Forgets the portal and its secrets. Calls under way end with kind `aborted`, later ones fail. */
  close(): void;
}

/** The placement the app was opened in, and what its frame can do. */
export interface PlacementFrame<Options = Record<string, unknown>> {
  /** The placement's code, `CRM_LEAD_DETAIL_TAB`; `DEFAULT` for the application's own page. */
  readonly code: string;
  /** What the portal opened the placement with. In a card this is `{ ID: "8061" }`. */
  readonly options: Options;
  /** Who looks at it and where. */
  readonly info: PlacementInfo;
  /**
   * Sends a command to the portal page and waits for its answer.
   *
   * The page does not say no: it is silent about commands it does not know or does not allow, and about dialogs that are
   * cancelled. So every command has a timeout, 10 seconds unless told otherwise.
   *
   * ```js
   * await portal.placement.call("reloadData");
   * const { lead } = await portal.placement.call("selectCRM", { entityType: ["lead"] }, { timeout: Infinity, signal });
   * ```
   *
   * @throws {CrmError} kind `timeout`, `aborted`, or `validation` for parameters that JSON cannot hold.
   */
  call(command: string, params?: object, options?: FrameOptions): Promise<unknown>;
  /** Sends a command that is never answered: `reloadWindow`, `setInstallFinish`, `imOpenMessenger`. */
  send(command: string, params?: object): void;
  /** Listens to an event of the portal page. Returns the function that stops listening. */
  on(event: string, listener: (payload: unknown) => void): () => void;
  /** Asks for another size of the frame, in pixels or `"100%"` of the width; gives the size it got. */
  resize(width: number | "100%", height: number): Promise<{ width: number; height: number }>;
  /** What this placement offers beyond the commands that all have. */
  interface(): Promise<{ command: string[]; event: string[] }>;
}

/** What the portal page tells about the user and the application. */
export interface PlacementInfo {
  /** The language of the portal's pages, `en`. */
  readonly lang: string;
  /** The portal's own id. */
  readonly memberId: string;
  /** Whether the user administers the portal or may install the application. */
  readonly isAdmin: boolean;
  /** Whether this user opens this version of the application for the first time. */
  readonly firstRun: boolean;
  /** Whether the application is being installed. */
  readonly install: boolean;
  /** The application's options for this user, by name. */
  readonly userOptions: Readonly<Record<string, unknown>>;
  /** The application's options, by name. */
  readonly appOptions: Readonly<Record<string, unknown>>;
}

/** Options of a message to the portal page. */
export interface FrameOptions {
  /** Milliseconds to wait for the answer, 10,000 unless said; `Infinity` waits as long as it takes. */
  timeout?: number;
  /** Stops waiting. */
  signal?: AbortSignal;
}

/** Options of a call. */
export interface CallOptions {
  /** The portal to call, when it is not the first connected one. */
  client?: Portal;
  /** Ends the call. The portal may have done what it was asked to: see {@link CrmError.outcome}. */
  signal?: AbortSignal;
  /** Milliseconds for the whole call, 65,000 unless said: the portal itself gives up after 60,000. `Infinity` for no limit. */
  timeout?: number;
  /**
   * Gives values as the portal wrote them: numbers in strings, `"Y"` and `"N"`, `[]` for an empty map. A list is still a page,
   * its rows are as written. A bare number beyond 2^53 loses digits here, as it does in `JSON.parse`.
   */
  raw?: boolean;
}

/** What went wrong, in a word a program can act on. */
export type CrmErrorKind =
  | "validation"
  | "auth"
  | "permission"
  | "notFound"
  | "limit"
  | "network"
  | "timeout"
  | "aborted"
  | "protocol"
  | "server";

/** One thing wrong with what was passed. */
export interface Problem {
  /** Where, as `params.fields.CONTACT_ID` or `params.items[2].SORT`. */
  path: string;
  /** What, as `is missing (integer, the contact to link)`. */
  message: string;
}

/**
 * The one error of this package. It never holds a token or a webhook's secret.
 *
 * ```js
 * try {
 *   await crmLeadContactAdd({ id, fields: { CONTACT_ID } });
 * } catch (error) {
 *   if (error instanceof CrmError && error.kind === "notFound") …
 * }
 * ```
 */
export class CrmError extends Error {
  private constructor();
  readonly name: "CrmError";
  /** What went wrong, in a word. */
  readonly kind: CrmErrorKind;
  /** The portal's error code, `QUERY_LIMIT_EXCEEDED`; often empty in CRM, and empty when the portal did not answer. */
  readonly code: string;
  /** The wire's name of the called method, `crm.lead.contact.add`; empty outside a call. */
  readonly method: string;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The portal's own text, in the portal's language; empty when it gave none. */
  readonly description: string;
  /** Whether the same call may succeed later, unchanged. */
  readonly retryable: boolean;
  /** `rejected`: the portal did not do what it was asked to. `unknown`: it may have, the answer did not arrive. */
  readonly outcome: "rejected" | "unknown";
  /** What was wrong with the arguments; empty unless `kind` is `validation`. */
  readonly problems: readonly Problem[];
}

/** An event as the portal delivers it to a handler. */
export interface EventEnvelope<Name extends string = string, Data = unknown> {
  /** The event's name in upper case, `ONCRMLEADADD`. */
  event: Name;
  /** What happened, typed by the event. Where CRM records change it is the record's id alone. */
  data: Data;
  /** When the portal sent it, in seconds since 1970. */
  ts: number;
  /** The binding the event was delivered for. */
  event_handler_id?: number;
  /** Who sent it, and a token to call back with. */
  auth: EventAuth;
}

/** The `auth` part of a delivered event. Tokens are missing when no user caused the event and from outgoing webhooks. */
export interface EventAuth {
  access_token?: string;
  refresh_token?: string;
  /** Seconds until the access token expires. */
  expires_in?: number;
  /** When the access token expires, in seconds since 1970. */
  expires?: number;
  scope?: string;
  domain: string;
  server_endpoint?: string;
  /** The portal's REST address: what `connect({ oauth: { endpoint } })` takes. */
  client_endpoint?: string;
  status?: string;
  member_id: string;
  user_id?: number;
  /** Constant per portal and application: compare it, or let `parseEvent` do so. */
  application_token?: string;
}

/** Options of `parseEvent`. */
export interface ParseEventOptions {
  /** The application token the event must carry; an event without it, or with another, is refused (kind `auth`). */
  applicationToken?: string;
}

/** A handler's request body: text as received (form or JSON), or what a framework made of it. */
export type EventBody = string | URLSearchParams | FormData | Record<string, unknown>;
