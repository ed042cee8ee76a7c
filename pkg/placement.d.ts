// The placement that an application was opened in, and what its frame can do: `(await connect()).placement`.

import type { Placements } from "./index.js";
import type { CrmError } from "./runtime.js";

/** The codes of placements: those of the spec, `DEFAULT` for the application's own page, and any other. */
export type PlacementCode = keyof Placements | "DEFAULT" | OtherPlacement;

/**
 * Stands for the codes that are not in {@link Placements}: a text that is none of them, so that comparing `code` tells what
 * `options` holds. To compare with such a code, declare it: `declare module "crm-wasm" { interface Placements { … } }`.
 */
export type OtherPlacement = `${string} (another placement)`;

type Known<Code, Member extends "options" | "commands" | "events", Otherwise> = Code extends keyof Placements
  ? Placements[Code][Member]
  : Otherwise;

/**
 * The placement the application was opened in. Its `code` says which, and with that what `options` holds:
 *
 * ```ts
 * const { placement } = await connect();
 * if (placement?.code === "CRM_LEAD_DETAIL_TAB") await crmLeadGet({ id: placement.options.ID });
 * ```
 */
export type PlacementFrame<Code extends PlacementCode = PlacementCode> = Code extends unknown
  ? OpenedPlacement<Code>
  : never;

/**
 * One kind of placement.
 *
 * The portal page does not say no: it is silent about what it does not know, what it does not allow and what its user cancels. So
 * each command takes a `timeout`, 10 seconds unless told otherwise, and a `signal`; where silence has a known meaning the error's
 * message says it. Commands that show something to the user have all the time they take, unless `timeout` bounds it.
 *
 * All commands reject with {@link CrmError}: kind `timeout` when there was no answer, `aborted` by their signal, `validation` for
 * parameters that JSON cannot hold, `protocol` when the answer is not what was asked for.
 */
export interface OpenedPlacement<Code extends PlacementCode> {
  /** The placement's code, `CRM_LEAD_DETAIL_TAB`; `DEFAULT` for the application's own page. */
  readonly code: Code;
  /** What the portal opened the placement with. In a card this is `{ ID: "8061" }`. */
  readonly options: Known<Code, "options", Record<string, unknown>>;
  /** Who looks at it and where. */
  readonly info: PlacementInfo;
  /**
   * Sends a command to the portal page and waits for its answer. Commands that are never answered are done at once.
   *
   * ```js
   * await placement.call("setLayout", layout);
   * ```
   */
  call(
    command: Known<Code, "commands", never> | (string & {}),
    params?: object,
    options?: FrameOptions,
  ): Promise<unknown>;
  /** Sends a command and does not wait: `placement.send("imOpenMessenger", { dialogId: "chat12" })`. */
  send(command: string, params?: object): void;
  /**
   * Listens to an event of this placement; the page is silent about others. The `bind…Callback` commands are events here.
   *
   * @returns the function that stops listening
   */
  on(event: PlacementEvent<Code>, listener: (payload: unknown) => void): () => void;
  /** What this placement offers beyond the commands that all have. */
  interface(options?: FrameOptions): Promise<{ command: string[]; event: string[] }>;
  /** Asks for another size of the frame, in pixels or `"100%"` of the width; gives the size it got. Not for panels. */
  resize(width: number | "100%", height: number, options?: FrameOptions): Promise<FrameSize>;
  /** Makes the frame as high as the document; gives the size it got. Not for panels. */
  fit(options?: FrameOptions): Promise<FrameSize>;
  /** Names the application's own page (`DEFAULT`). */
  setTitle(title: string, options?: FrameOptions): Promise<void>;
  /** Scrolls the application's own page (`DEFAULT`), in pixels from its top. */
  setScroll(scroll: number, options?: FrameOptions): Promise<void>;
  /** Has the card or the list around the placement show what is new. For tabs, activities and the menus of lists. */
  reloadData(options?: FrameOptions): Promise<void>;
  /** Reloads the application's own page (`DEFAULT`). Done at once: it is never answered. */
  reloadWindow(): Promise<void>;
  /** Ends the installation, for administrators: the portal shows the application to all and opens it anew. Done at once. */
  finishInstall(): Promise<void>;
  /**
   * Opens a page of the portal in a panel: `/crm/lead/details/1/`, `/company/personal/user/1/`. Done when the user closes it.
   *
   * @throws {CrmError} kind `notFound`, code `PATH_NOT_AVAILABLE`, for pages that the portal does not open for applications
   */
  openPath(path: string, options?: FrameOptions): Promise<void>;
  /** Opens the application in a panel, with `params` as its placement's options. Done when the panel is closed. */
  openApplication(params?: Record<string, unknown>, options?: PanelOptions): Promise<void>;
  /** Closes the panel that shows the application. */
  closeApplication(options?: FrameOptions): Promise<void>;
  /** Lets the user choose users. */
  selectUser(options: SelectUserOptions & { multiple: true }): Promise<ChosenUser[]>;
  selectUser(options?: SelectUserOptions & { multiple?: false }): Promise<ChosenUser>;
  selectUser(options: SelectUserOptions): Promise<ChosenUser | ChosenUser[]>;
  /** Lets the user choose users, departments and groups, to give them access. `value` is chosen from the start. */
  selectAccess(options?: FrameOptions & { value?: readonly string[] }): Promise<ChosenAccess[]>;
  /**
   * Lets the user choose records of the CRM.
   *
   * ```js
   * const { contact = [] } = await placement.selectCrm({ entityType: ["contact"], multiple: true });
   * contact[0].entityId;      // 7
   * ```
   */
  selectCrm<Type extends CrmType = CrmType>(
    options?: SelectCrmOptions<Type>,
  ): Promise<{ [Name in Type]?: ChosenRecord<Name>[] }>;
  /** Values that the application keeps for this user on this portal. */
  readonly userOptions: KeptOptions;
  /** Values that the application keeps on this portal, for administrators to set. */
  readonly appOptions: KeptOptions;
}

/** What can be listened to in a placement. */
export type PlacementEvent<Code extends PlacementCode> =
  | Known<Code, "events", Code extends "DEFAULT" ? never : string>
  | Extract<Known<Code, "commands", never>, `bind${string}Callback`>;

/** A frame's size in pixels. */
export interface FrameSize {
  width: number;
  height: number;
}

/** How a panel with the application looks. */
export interface PanelOptions extends FrameOptions {
  /** The panel's width in pixels. */
  width?: number;
  /** Pixels that stay free at its left. */
  leftBoundary?: number;
  /** What stands above it. */
  title?: string;
  /** The mark at its side. */
  label?: {
    text?: string;
    bgColor?: "aqua" | "green" | "orange" | "brown" | "pink" | "blue" | "grey" | "violet";
  };
}

/** Options of `selectUser`. */
export interface SelectUserOptions extends FrameOptions {
  /** Whether to choose several. */
  multiple?: boolean;
  /** What stands above the dialog. */
  title?: string;
}

/** A user who was chosen. */
export interface ChosenUser {
  id: number;
  name: string;
  photo: string;
  position: string;
  /** The path of the user's page on the portal. */
  url: string;
  /** Whether it is a subordinate of the one who chose. */
  sub: boolean;
  /** Whether it is a superior. */
  sup: boolean;
}

/** Who was chosen to have access. */
export interface ChosenAccess {
  /** `U1` for a user, `DR2` for a department with all below it, and so on. */
  id: string;
  name: string;
  /** Where it was chosen. */
  provider?: string;
}

/** What `selectCrm` can choose from. */
export type CrmType = "lead" | "contact" | "company" | "deal" | "quote";

/** Options of `selectCrm`. */
export interface SelectCrmOptions<Type extends CrmType = CrmType> extends FrameOptions {
  /** The kinds of records to choose from. */
  entityType?: readonly Type[];
  /** Whether to choose several. */
  multiple?: boolean;
  /** What is chosen from the start: `["L_1", "CO_2"]`, or numbers by kind. */
  value?: readonly string[] | { [Name in Type]?: readonly number[] };
}

/** A record that was chosen. */
export interface ChosenRecord<Type extends CrmType = CrmType> {
  /** `L_1` for lead 1. */
  id: string;
  /** The record's own number, 1. */
  entityId: number;
  type: Type;
  place: string;
  title: string;
  desc: string;
  /** The path of its card on the portal. */
  url: string;
  image?: string;
}

/** Values that the portal keeps for the application, by name. After a reload numbers come back as strings. */
export interface KeptOptions {
  /** The value as it came with the placement, or was set since. */
  get(name: string): unknown;
  set(name: string, value: unknown, options?: FrameOptions): Promise<void>;
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
  /** The application's options for this user, by name, as the placement was opened. */
  readonly userOptions: Readonly<Record<string, unknown>>;
  /** The application's options, by name, as the placement was opened. */
  readonly appOptions: Readonly<Record<string, unknown>>;
}

/** Options of a message to the portal page. */
export interface FrameOptions {
  /** Milliseconds to wait for the answer; `Infinity` waits as long as it takes. */
  timeout?: number;
  /** Stops waiting. */
  signal?: AbortSignal;
}

export {};
