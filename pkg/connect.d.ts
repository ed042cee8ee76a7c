// Connecting to a portal: the ways, and what a connected portal is.

import type { ClientSettings } from "./limits.js";
import type { PlacementFrame } from "./placement.js";

/**
 * Connects to a portal. Calls go to the first connected portal; a call's `client` option chooses another. When the first one is
 * closed, calls without `client` fail until `connect` is called again: they never go to a portal that was connected beside it.
 *
 * ```js
 * const portal = await connect();                                               // finds out where it runs
 * await connect({ webhook: "https://example.bitrix24.com/rest/1/secret/" });    // with an inbound webhook
 * await connect({ oauth: { endpoint: "https://example.bitrix24.com/rest/", accessToken } });
 * await connect({ session: true });                                             // in a page of the portal itself
 * ```
 *
 * Without a way it takes the first that is there: the frame of a placement (by the portal page's own handshake, BX24.js is not
 * needed), the token of BX24.js on this page, the session of a portal's page.
 *
 * @throws {CrmError} kind `validation` when the options are wrong or nothing says how to connect, `timeout` when the portal page
 *   does not answer, and everything `init` throws.
 */
export function connect(options?: Exclude<ConnectOptions, PlacementOptions>): Promise<Portal>;
/**
 * Connects to a portal through the iframe of a placement, and to nothing else: `placement` is there.
 *
 * ```js
 * const { placement } = await connect({ placement: true });
 * ```
 *
 * @throws {CrmError} kind `validation` outside a placement, `timeout` when the portal page does not answer, and everything `init`
 *   throws.
 */
export function connect(options: PlacementOptions): Promise<PlacementPortal>;
/** Connects to a portal by one of the ways. */
export function connect(options: ConnectOptions): Promise<Portal>;

/** How to reach the portal, by one way at most, and settings for every way. */
export type ConnectOptions = WebhookOptions | TokenOptions | SessionOptions | PlacementOptions | DiscoverOptions;

/** Leaves it to `connect` to find out how to reach the portal. */
export interface DiscoverOptions extends ClientSettings {
  webhook?: never;
  oauth?: never;
  session?: never;
  placement?: never;
}

/** Connects with an inbound webhook. The secret in its address gives its owner's rights: keep it out of pages. */
export interface WebhookOptions extends ClientSettings {
  /** The webhook's address as the portal shows it: `https://example.bitrix24.com/rest/1/secret/`. `http` for loopback only. */
  webhook: string;
  oauth?: never;
  session?: never;
  placement?: never;
}

/** Connects as an application, with its access token. */
export interface TokenOptions extends ClientSettings {
  /** A token, or what gets one. */
  oauth: OwnToken | ClientCredentials;
  webhook?: never;
  session?: never;
  placement?: never;
}

/** An access token that the application got itself, as servers do with a placement's or an event's POST. */
export interface OwnToken {
  /** The REST address of the portal, `https://example.bitrix24.com/rest/`: an event's `auth.client_endpoint`. */
  endpoint: string;
  /** The access token: the POST's `AUTH_ID`, an event's `auth.access_token`. */
  accessToken: string;
  /**
   * Seconds until the token expires. When it is known, the token is refreshed half a minute before (of lives under five minutes, in
   * their last tenth), so that no call is refused for it.
   */
  expiresIn?: number;
  /** Gets a new token before this one expires, or when the portal says that it has. Concurrent calls share one refresh. */
  refresh?: () => AccessToken | Promise<AccessToken>;
}

/** What a refresh gives. */
export interface AccessToken {
  accessToken: string;
  /** Seconds until it expires. */
  expiresIn?: number;
}

/**
 * The application's own credentials, for servers: tokens are refreshed at Bitrix24's OAuth server. In a page everyone could read
 * the secret, so there is a warning on the console.
 *
 * ```js
 * await connect({
 *   oauth: { endpoint, refreshToken, clientId, clientSecret, onRefresh: (tokens) => store(tokens) },
 * });
 * ```
 *
 * When the OAuth server refuses, calls fail with kind `auth` and its `code`: `invalid_grant` (the refresh token is used or too
 * old), `invalid_client`, `wrong_client`. Trying again is of no use then. When it cannot be reached the kind is `network`.
 */
export interface ClientCredentials {
  /** The REST address of the portal, `https://example.bitrix24.com/rest/`: an event's `auth.client_endpoint`. */
  endpoint: string;
  /** Good for one refresh, which brings the next one: see `onRefresh`. */
  refreshToken: string;
  /** The application's id, `local.5c8bb1b0…` or `app.5c8bb1b0…`. */
  clientId: string;
  /** The application's secret. */
  clientSecret: string;
  /** An access token that may still be good; without one the first call waits for a refresh. */
  accessToken?: string;
  /** Seconds until that token expires. */
  expiresIn?: number;
  /** The OAuth server, where it is not Bitrix24's own: an event's `auth.server_endpoint`, or the portal in the sandbox. */
  server?: string;
  /**
   * Is told the new tokens after each refresh, to store them: the old refresh token is used up. They are used once what it
   * returns has settled; when it fails, so do the calls that wait, and the next call tells it again.
   */
  onRefresh?: (tokens: RefreshedTokens) => unknown;
  refresh?: never;
}

/** What a refresh at the OAuth server brought. */
export interface RefreshedTokens {
  accessToken: string;
  /** For the next refresh. */
  refreshToken: string;
  /** Seconds until the access token expires. */
  expiresIn: number;
}

/**
 * Connects with the session of the person who is logged in, for scripts in the portal's own pages and its console. Methods that
 * need an application (events, placements) are refused.
 */
export interface SessionOptions extends ClientSettings {
  /** `true` takes the session that the page knows (`BX.bitrix_sessid()`). A stale one is replaced by the portal's answer. */
  session: true | { sessid?: string };
  webhook?: never;
  oauth?: never;
  placement?: never;
}

/** Connects through the iframe of a placement; what `connect()` does by itself inside one. */
export interface PlacementOptions extends ClientSettings {
  /** `true`, or limits: any page can embed the app and claim to be a portal, `portals` says whom to believe. */
  placement:
    | true
    | {
        /** Host names of portals to accept, as `example.bitrix24.com` or `*.bitrix24.com`; all when left out. */
        portals?: readonly string[];
      };
  webhook?: never;
  oauth?: never;
  session?: never;
}

/** A connected portal. */
export interface Portal {
  /** The portal's host name, with its port when it is not the usual one. */
  readonly domain: string;
  /** How it is connected; `bx24` is with the token of BX24.js. */
  readonly transport: "webhook" | "oauth" | "session" | "placement" | "bx24";
  /** The frame the app runs in; undefined unless `transport` is `placement`. */
  readonly placement: PlacementFrame | undefined;
  /** Forgets the portal and its secrets. Calls under way end with kind `aborted`, later ones fail. */
  close(): void;
}

/** A portal that is connected through the frame of a placement. */
export interface PlacementPortal extends Portal {
  readonly transport: "placement";
  readonly placement: PlacementFrame;
}
