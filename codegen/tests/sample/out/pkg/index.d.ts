// Generated from spec/ by `cargo run -p codegen -- generate`. Do not edit by hand.

import type { Listener, ListenOptions, Stop } from "./events.js";
import type { ListOptions, Rows } from "./list.js";
import type {
  Answer, CallOptionsWith, CustomInput, DateInput, FileInfo, FileInput, Filter, FilterGroups, Id, NoParams, Order,
  Page, Selected,
} from "./types.js";

export * from "./batch.js";
export * from "./connect.js";
export * from "./events.js";
export * from "./limits.js";
export * from "./list.js";
export * from "./placement.js";
export * from "./runtime.js";
export * from "./types.js";

// core: What has no prefix on the wire.

/** Who calls. */
export interface Profile {
  /** The user. */
  ID: number;
}

/**
 * Reads who calls. Its name is a reserved word in Rust.
 *
 * Calls `type`.
 *
 * @see https://apidocs.bitrix24.com/api-reference/common/type.html
 */
export function type<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Profile, Raw>>;

// demo.card: Cards: what the sample is about.

/** A card. */
export interface DemoCard extends DemoCardCustomFields {
  /** ID: The card's number. */
  ID: number;
  /** Title: What the card is called. Ends with *\/ or "quotes". */
  TITLE: string;
  /**
   * What it is.
   *
   * - `"PAPER"`: On paper
   * - `"PLASTIC"`: Of plastic
   */
  KIND: "PAPER" | "PLASTIC";
  /**
   * Its stage.
   *
   * - `"NEW"`: Nobody has seen it
   */
  STAGE: "NEW" | (string & {}) | null;
  /**
   * How its price is rounded.
   *
   * - `1`: Up
   * - `2`: Down
   */
  ROUNDING: 1 | 2;
  /** Its price. */
  PRICE: number | null;
  /** Whether all may see it. */
  OPENED: boolean;
  /** Its day of printing. */
  PRINTED: string | null;
  /** When it was made. */
  CREATED: string;
  /** Its picture. */
  PICTURE: FileInfo | null;
  /** Its phones. */
  PHONE?: DemoPhone[];
  /** Its notes. */
  NOTES?: DemoCardNote[] | null;
  /**
   * A name that languages keep for themselves.
   *
   * @deprecated Send KIND.
   */
  class: boolean | null;
  /** A name that needs quotes. */
  "a.b-c"?: Record<string, string | number> | null;
}

/**
 * A card.
 *
 * What can be sent of it.
 */
export interface DemoCardInput extends CustomInput<DemoCardCustomFields> {
  /** Title: What the card is called. Ends with *\/ or "quotes". */
  TITLE?: string;
  /**
   * What it is.
   *
   * - `"PAPER"`: On paper
   * - `"PLASTIC"`: Of plastic
   */
  KIND: "PAPER" | "PLASTIC";
  /**
   * Its stage.
   *
   * - `"NEW"`: Nobody has seen it
   */
  STAGE?: "NEW" | (string & {}) | null;
  /**
   * How its price is rounded.
   *
   * - `1`: Up
   * - `2`: Down
   *
   * @default 1
   */
  ROUNDING?: 1 | 2;
  /**
   * Its price.
   *
   * @default 0.5
   */
  PRICE?: number | null;
  /**
   * Whether all may see it.
   *
   * @default true
   */
  OPENED?: boolean;
  /** Its day of printing. */
  PRINTED?: DateInput | null;
  /**
   * When it was made.
   *
   * Only taken in import mode.
   */
  CREATED?: DateInput;
  /** Its picture. */
  PICTURE?: FileInput;
  /** Its owners. */
  OWNER_IDS?: readonly Id[];
  /** Its phones. */
  PHONE?: readonly DemoPhoneInput[];
  /** Its notes. */
  NOTES?: readonly DemoCardNoteInput[] | Record<string, DemoCardNoteInput>;
  /**
   * A name that languages keep for themselves.
   *
   * @deprecated Send KIND.
   */
  class?: boolean | null;
  /** A name that needs quotes. */
  "a.b-c"?: Record<string, string | number>;
}

/**
 * A card.
 *
 * What can be sent of it once it exists.
 */
export interface DemoCardUpdate extends CustomInput<DemoCardCustomFields> {
  /** Title: What the card is called. Ends with *\/ or "quotes". */
  TITLE?: string;
  /**
   * Its stage.
   *
   * - `"NEW"`: Nobody has seen it
   */
  STAGE?: "NEW" | (string & {}) | null;
  /**
   * How its price is rounded.
   *
   * - `1`: Up
   * - `2`: Down
   */
  ROUNDING?: 1 | 2;
  /** Its price. */
  PRICE?: number | null;
  /** Whether all may see it. */
  OPENED?: boolean;
  /** Its day of printing. */
  PRINTED?: DateInput | null;
  /** Its picture. */
  PICTURE?: FileInput;
  /** Its owners. */
  OWNER_IDS?: readonly Id[];
  /** Its phones. */
  PHONE?: readonly DemoPhoneInput[];
  /** Its notes. */
  NOTES?: readonly DemoCardNoteInput[] | Record<string, DemoCardNoteInput>;
  /**
   * A name that languages keep for themselves.
   *
   * @deprecated Send KIND.
   */
  class?: boolean | null;
  /** A name that needs quotes. */
  "a.b-c"?: Record<string, string | number>;
}

/** Conditions on fields of DemoCard: see {@link Filter} for the operators. */
export type DemoCardFilter = Filter<{
  ID: Id;
  TITLE: string;
  KIND: "PAPER" | "PLASTIC";
  STAGE: "NEW" | (string & {});
  ROUNDING: 1 | 2;
  PRICE: number;
  OPENED: boolean;
  PRINTED: DateInput;
  CREATED: DateInput;
  PICTURE: FileInput;
  class: boolean;
} & DemoCardCustomFields, { PHONE: string }> & FilterGroups<DemoCardFilter>;

/** Directions by fields of DemoCard. */
export type DemoCardOrder = Order<Exclude<keyof DemoCard, "PICTURE" | "PHONE" | "NOTES" | "a.b-c">>;

/** What of DemoCard can be selected: names of fields, and masks for many at once. */
export type DemoCardSelect = Exclude<keyof DemoCard, "NOTES"> | "*" | "UF_*";

/** DemoCard with the selected fields only. */
export type DemoCardSelected<Select extends readonly DemoCardSelect[]> =
  Selected<DemoCard, "ID", "PHONE", Select>;

/**
 * The fields of DemoCard that only some portals have.
 *
 * Say which there are, and they are typed wherever such an object comes back, is sent or filtered:
 *
 * @example declare module "crm-wasm" { interface DemoCardCustomFields { UF_DEMO_COLOR: string } }
 */
export interface DemoCardCustomFields {
  [field: `UF_DEMO_${string}`]: unknown;
  [field: `PARENT_ID_${string}`]: unknown;
}

/** A phone. */
export interface DemoPhone {
  /** The phone's number. */
  ID: number;
  /** What to dial. */
  VALUE: string;
  /** Where it rings. */
  VALUE_TYPE: "WORK" | "HOME" | (string & {});
}

/**
 * A phone.
 *
 * What can be sent of it.
 */
export interface DemoPhoneInput {
  /** The phone's number. */
  ID?: Id;
  /** What to dial. */
  VALUE?: string;
  /**
   * Where it rings.
   *
   * @default "WORK"
   */
  VALUE_TYPE?: "WORK" | "HOME" | (string & {});
  /** true deletes it. */
  DELETE?: boolean;
}

/** A note on a card. */
export interface DemoCardNote {
  /** What it says. */
  TEXT: string;
}

/**
 * A note on a card.
 *
 * What can be sent of it.
 */
export interface DemoCardNoteInput {
  /** What it says. */
  TEXT: string;
}

/**
 * Names a card.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface DemoCardRef {
  /** The card. */
  ID: Id;
}

/** What of DemoCardRef can be selected: names of fields, and masks for many at once. */
export type DemoCardRefSelect = keyof DemoCardRef | "*";

/** DemoCardRef with the selected fields only. */
export type DemoCardRefSelected<Select extends readonly DemoCardRefSelect[]> =
  Selected<DemoCardRef, never, never, Select>;

/**
 * How a page about cards opens.
 *
 * What can be sent of it.
 */
export interface DemoCardBindingInput {
  /**
   * Its width in pixels.
   *
   * @default 400
   */
  width?: number;
}

/** The parameters of {@link demoCardAdd}. */
export interface DemoCardAddParams {
  /** A card. */
  fields: DemoCardInput;
}

/**
 * Makes a card.
 *
 * Calls `demo.card.add` (scope `demo`). Every call makes something new.
 *
 * @param params.fields A card.
 * @returns The new card.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not do this.
 * @throws {CrmError} `Bad kind.`: KIND is unknown.
 * @see https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-add.html
 */
export function demoCardAdd<Raw extends boolean = false>(
  params: DemoCardAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<number, Raw>>;

/** The parameters of {@link demoCardBind}. */
export interface DemoCardBindParams {
  /** Where. */
  placement: keyof Placements;
  /** What to listen to. */
  event?: keyof Events | (string & {});
  /** How. */
  options?: DemoCardBindingInput | unknown;
}

/**
 * Opens a page of an application beside cards.
 *
 * Calls `demo.card.bind` (scope `demo`). For applications only, not for webhooks. For administrators only.
 *
 * @param params.placement Where.
 * @param params.event What to listen to.
 * @param params.options How.
 * @see https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-bind.html
 */
export function demoCardBind<Raw extends boolean = false>(
  params: DemoCardBindParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<unknown, Raw>>;

/** The parameters of {@link demoCardItemsGet}. */
export interface DemoCardItemsGetParams {
  /** The cards. */
  ids: readonly Id[];
  /** The same in rows. */
  rows?: readonly (readonly (Id | string)[])[];
  /** Only those of which one of these was heard. */
  events?: readonly (keyof Events)[];
}

/**
 * Reads cards.
 *
 * Calls `demo.card.items.get` (scope `demo`).
 *
 * @param params.ids The cards.
 * @param params.rows The same in rows.
 * @param params.events Only those of which one of these was heard.
 * @returns Null where there is none.
 * @see https://apidocs.bitrix24.com/api-reference/elsewhere/items.html
 */
export function demoCardItemsGet<Raw extends boolean = false>(
  params: DemoCardItemsGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<DemoCard[] | null, Raw>>;

/** The parameters of {@link demoCardList}. */
export interface DemoCardListParams<Select extends readonly DemoCardSelect[] = readonly DemoCardSelect[]> {
  /** The fields to read. */
  select?: Select;
  /** Conditions. */
  filter?: DemoCardFilter;
  /** Directions. */
  order?: DemoCardOrder;
  /**
   * How many rows to skip.
   *
   * @default 0
   */
  start?: number;
}

/**
 * Finds cards.
 *
 * Calls `demo.card.list` (scope `demo`).
 *
 * @param params.select The fields to read.
 * @param params.filter Conditions.
 * @param params.order Directions.
 * @param params.start How many rows to skip.
 * @returns A page of rows, each of them: one card.
 * @see https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-list.html
 */
export function demoCardList<const Select extends readonly DemoCardSelect[] = readonly [], Raw extends boolean = false>(
  params?: DemoCardListParams<Select>,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Page<DemoCardSelected<Select>>, Raw>>;

/** The parameters of {@link demoCardListAll}. */
export interface DemoCardListAllParams<Select extends readonly DemoCardSelect[] = readonly DemoCardSelect[]> {
  /** The fields to read. */
  select?: Select;
  /** Conditions. */
  filter?: DemoCardFilter;
}

/**
 * Gives all rows of {@link demoCardList}, read as they are taken.
 *
 * They come by ascending ID and in no other order, up to 2,500 in a request. While others add or remove rows, none
 * comes twice and none that stays is missing. Conditions on ID hold too.
 *
 * Calls `demo.card.list` (scope `demo`).
 *
 * @param params.select The fields to read.
 * @param params.filter Conditions.
 * @returns The rows, each of them: one card.
 * @see https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-list.html
 */
export function demoCardListAll<const Select extends readonly DemoCardSelect[] = readonly [], Raw extends boolean = false>(
  params?: DemoCardListAllParams<Select>,
  options?: ListOptions<Raw>,
): Rows<Answer<DemoCardSelected<Select>, Raw>>;

/** The parameters of {@link demoCardLogList}. */
export interface DemoCardLogListParams<Select extends readonly DemoCardRefSelect[] = readonly DemoCardRefSelect[]> {
  /** The fields to read. */
  select?: Select;
  /**
   * How many rows to skip.
   *
   * @default 0
   */
  start?: number;
}

/**
 * Finds cards that were made.
 *
 * Calls `demo.card.log.list` (scope `demo`).
 *
 * @param params.select The fields to read.
 * @param params.start How many rows to skip.
 * @returns A page of rows, each of them: one card.
 * @see https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-log-list.html
 */
export function demoCardLogList<const Select extends readonly DemoCardRefSelect[] = readonly [], Raw extends boolean = false>(
  params?: DemoCardLogListParams<Select>,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Page<DemoCardRefSelected<Select>>, Raw>>;

/** The parameters of {@link demoCardLogListAll}. */
export interface DemoCardLogListAllParams<Select extends readonly DemoCardRefSelect[] = readonly DemoCardRefSelect[]> {
  /** The fields to read. */
  select?: Select;
}

/**
 * Gives all rows of {@link demoCardLogList}, read as they are taken.
 *
 * The portal does not find these rows by a key, so they are read page after page, 50 in a request: when others add or
 * remove some meanwhile, rows may be missing or come twice.
 *
 * Calls `demo.card.log.list` (scope `demo`).
 *
 * @param params.select The fields to read.
 * @returns The rows, each of them: one card.
 * @see https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-log-list.html
 */
export function demoCardLogListAll<const Select extends readonly DemoCardRefSelect[] = readonly [], Raw extends boolean = false>(
  params?: DemoCardLogListAllParams<Select>,
  options?: ListOptions<Raw>,
): Rows<Answer<DemoCardRefSelected<Select>, Raw>>;

/** The parameters of {@link demoCardUpdate}. */
export interface DemoCardUpdateParams {
  /** The card to change. It must exist. */
  id: Id;
  /** What to change. */
  fields?: DemoCardUpdate;
}

/**
 * Changes a card.
 *
 * Calls `demo.card.update` (scope `demo`).
 *
 * @param params.id The card to change. It must exist.
 * @param params.fields What to change.
 * @deprecated Use {@link demoCardAdd}. Cards are made anew.
 * @see https://apidocs.bitrix24.com/api-reference/demo/cards/demo-card-update.html
 */
export function demoCardUpdate<Raw extends boolean = false>(
  params: DemoCardUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Calls the listener for each `ONDEMOCARDADD`: A card was made.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/demo/cards/events/on-demo-card-add.html
 */
export function onDemoCardAdd(listener: Listener<"ONDEMOCARDADD">, options?: ListenOptions): Promise<Stop>;

/** The methods by their names on the wire: what they take and give. */
export interface Methods {
  "demo.card.add": { params: DemoCardAddParams; result: number };
  "demo.card.bind": { params: DemoCardBindParams; result: unknown };
  "demo.card.items.get": { params: DemoCardItemsGetParams; result: DemoCard[] | null };
  "demo.card.list": { params: DemoCardListParams; result: Page<DemoCardSelected<readonly DemoCardSelect[]>> };
  "demo.card.log.list": { params: DemoCardLogListParams; result: Page<DemoCardRefSelected<readonly DemoCardRefSelect[]>> };
  "demo.card.update": { params: DemoCardUpdateParams; result: boolean };
  "type": { params: NoParams; result: Profile };
}

/** What the methods with a selection give, by their names on the wire: rows with the fields of `Select`. */
export interface SelectedResults<Select extends readonly unknown[]> {
  "demo.card.list": Page<DemoCardSelected<Select & readonly DemoCardSelect[]>>;
  "demo.card.log.list": Page<DemoCardRefSelected<Select & readonly DemoCardRefSelect[]>>;
}

/** The events by their names on the wire: what they deliver as `data`. */
export interface Events {
  /**
   * A card was made. `onDemoCardAdd`
   *
   * @see https://apidocs.bitrix24.com/api-reference/demo/cards/events/on-demo-card-add.html
   */
  ONDEMOCARDADD: DemoCardRef;
}

/**
 * The placements by their codes: what an opened app receives, what binding takes as OPTIONS, and what the app may send
 * and listen to.
 */
export interface Placements {
  /**
   * A tab beside a card.
   *
   * @see https://apidocs.bitrix24.com/api-reference/demo/cards/widgets/tab.html
   */
  DEMO_CARD_TAB: {
    options: DemoCardRef;
    bind: DemoCardBindingInput;
    commands: "reload" | "close";
    events: never;
  };
}
