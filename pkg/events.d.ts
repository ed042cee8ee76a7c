// Events: what listeners and handlers get, and parseEvent. index.d.ts declares a function for each event.

import type { Events } from "./index.js";
import type { Portal } from "./connect.js";
import type { CrmError } from "./runtime.js";

/** What an event says, however it came: to a listener from the offline queue, or to a handler. Code for both takes this. */
export interface EventNotice<Name extends string = string, Data = unknown> {
  /** The event's name in upper case, `ONCRMLEADADD`. */
  event: Name;
  /** What happened, typed by the event. Where CRM records change it is the record's id alone. */
  data: Data;
  /** When it happened last (from the queue) or was sent (to a handler), in seconds since 1970. */
  ts: number;
  /** Where it comes from. */
  auth: {
    /** The portal's host name. */
    domain: string;
    /** The user who caused it, where there was one. */
    user_id?: number;
  };
}

/** An event by its name, however it came: `function handle({ data }: EventOf<"ONCRMLEADADD">) …`. */
export type EventOf<Name extends keyof Events = keyof Events> = Name extends unknown
  ? EventNotice<Name, Events[Name]>
  : never;

/** An event from the offline queue. */
export interface QueuedEvent<Name extends string = string, Data = unknown> extends EventNotice<Name, Data> {
  /** The same for the same event of the same record, 32 characters. */
  message_id: string;
  /** Under which it was reserved, 32 characters; no two deliveries share one. */
  process_id: string;
}

/** Hears of an event. The next one waits until the promise it returns is fulfilled. */
export type Listener<Name extends keyof Events> = (event: QueuedEvent<Name, Events[Name]>) => unknown;

/**
 * Stops a listener. It gets no more events; the promise is fulfilled when the one in work has been confirmed; in a listener, and in
 * browsers while one works, at once.
 */
export type Stop = () => Promise<void>;

/** Options of the functions that listen, `onCrmLeadAdd` and the rest. */
export interface ListenOptions {
  /** The portal to listen to, when it is not the first connected one. */
  client?: Portal;
  /** Stops the listener, as the returned function does. */
  signal?: AbortSignal;
  /**
   * Milliseconds between two looks into an empty queue. Left out, 2,000 at first, growing to 30,000 while nothing happens. A page
   * that nobody sees waits 30,000 at least.
   */
  interval?: number;
  /**
   * The queue's source key, which the wire calls `auth_connector`: each key has a queue of its own. Takes a higher plan.
   *
   * The portal does not tell an application of what it wrote itself under the key that it listens with. Left out, that is all that it
   * writes without one, as the functions of this package do. With a key these writes are told, too, and only those that carry the
   * same `auth_connector` are not.
   */
  connector?: string;
  /**
   * Hears what the listener threw, what `storage` threw, and why the queue cannot be read ({@link CrmError}); it is read again, later.
   * `console.error` when left out, and for what this itself throws.
   */
  onError?: (error: unknown) => void;
  /**
   * Where to note what is in work, so that it outlives the program. In pages that is `localStorage`; give servers one. While it
   * throws no event is taken.
   */
  storage?: EventStorage;
}

/** A place for short texts. It may be `localStorage`, a file, a database. */
export interface EventStorage {
  getItem(key: string): string | null | undefined | Promise<string | null | undefined>;
  setItem(key: string, text: string): unknown;
}

/** An event as the portal delivers it to a handler. */
export interface EventEnvelope<Name extends string = string, Data = unknown> extends EventNotice<Name, Data> {
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

/** A handler's request body: text or bytes as received (form or JSON, in UTF-8), or what a framework made of it. */
export type EventBody = string | ArrayBuffer | ArrayBufferView | URLSearchParams | FormData | Record<string, unknown>;

/** An event as the portal delivers it to a handler: `event` says which it is, and with that what `data` holds. */
export type PortalEvent =
  | { [Name in keyof Events]: EventEnvelope<Name, Events[Name]> }[keyof Events]
  | EventEnvelope<Exclude<AppEvent, keyof Events>>;

// What happens to the application itself; `string` would make every event's data unknown.
type AppEvent = "ONAPPINSTALL" | "ONAPPUPDATE" | "ONAPPUNINSTALL" | "ONAPPPAYMENT" | "ONAPPTEST" | "ONAPPMETHODCONFIRM";

/**
 * Reads the body of an event's POST. Give the token that came with the installation, or anybody can send events.
 *
 * ```js
 * const { event, data } = parseEvent(await request.text(), { applicationToken });
 * ```
 *
 * An event that is not in {@link Events} keeps its data as it came. Those of the application itself are known by name, others
 * are declared so: `declare module "crm-wasm" { interface Events { ONTASKADD: { … } } }`.
 *
 * The portal sends an event once, rarely twice, and does not send it again when that fails; nobody can notice one that was lost.
 *
 * @throws {CrmError} kind `auth` when the token is not the expected one, `protocol` when the body is no event.
 */
export function parseEvent(body: EventBody, options?: ParseEventOptions): PortalEvent;

export {};
