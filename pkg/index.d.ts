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

// app: The application itself: how it stands on this portal, and the values it keeps there.

/** How the application stands on this portal. */
export interface AppInfo {
  /** The application's number on this portal; it is part of rest_<application>_<type>. */
  ID: number;
  /** The application's code. */
  CODE: string;
  /** The installed version. */
  VERSION: number;
  /**
   * How it was obtained.
   *
   * - `"F"`: Free
   * - `"D"`: Demo
   * - `"T"`: On trial
   * - `"P"`: Paid
   * - `"L"`: Local, made for this portal
   * - `"S"`: By subscription
   */
  STATUS: "F" | "D" | "T" | "P" | "L" | "S";
  /** Whether the installation is finished. Before, only administrators can open it. */
  INSTALLED: boolean;
  /** Whether what was paid or tried is over. */
  PAYMENT_EXPIRED: boolean;
  /** Days until then, negative after it; null when it never ends. */
  DAYS: number | null;
  /** The portal's language, such as en. */
  LANGUAGE_ID: string;
  /** The portal's plan, with its region: de_ent250. */
  LICENSE: string;
  /** The plan without the region: ent250. */
  LICENSE_TYPE?: string;
  /** The plan's kind: ent. */
  LICENSE_FAMILY?: string;
}

/** What a webhook learns instead. */
export interface AppWebhookInfo {
  /** What the webhook may use. */
  SCOPE: string[];
  /** The portal's plan, with its region: de_ent250. */
  LICENSE: string;
}

/**
 * Reads how the application stands on this portal; a webhook reads what it may use.
 *
 * Calls `app.info`.
 *
 * @returns The application's state, or the webhook's permissions.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is a user of the portal's own pages.
 * @see https://apidocs.bitrix24.com/api-reference/common/system/app-info.html
 */
export function appInfo<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<AppInfo | AppWebhookInfo, Raw>>;

/** The parameters of {@link appOptionGet}. */
export interface AppOptionGetParams {
  /** The value's name. Left out, all come. */
  option?: string;
}

/**
 * Reads what the application keeps on this portal: one value, or all.
 *
 * Calls `app.option.get`. For applications only, not for webhooks.
 *
 * @param params.option The value's name. Left out, all come.
 * @returns The value, null when there is none; without option a map of all.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/common/settings/app-option-get.html
 */
export function appOptionGet<Raw extends boolean = false>(
  params?: AppOptionGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<unknown, Raw>>;

/** The parameters of {@link appOptionSet}. */
export interface AppOptionSetParams {
  /** The values by name. */
  options: Record<string, unknown>;
}

/**
 * Keeps values on this portal, for all users of the application. Others that are kept stay.
 *
 * Calls `app.option.set`. For applications only, not for webhooks. For administrators only.
 *
 * @param params.options The values by name.
 * @returns Always true.
 * @throws {CrmError} `ERROR_ARGUMENT`: options is empty.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no application, or no administrator.
 * @see https://apidocs.bitrix24.com/api-reference/common/settings/app-option-set.html
 */
export function appOptionSet<Raw extends boolean = false>(
  params: AppOptionSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// core: What every caller may ask: who am I, what may I do, what is there, what time is it.

/** The current user. */
export interface Profile {
  /** The user's number. */
  ID: number;
  /** Whether the user may change the application's settings. */
  ADMIN: boolean;
  /** The first name. */
  NAME: string | null;
  /** The family name. */
  LAST_NAME: string | null;
  /** M for male, F for female, empty when it is not given. */
  PERSONAL_GENDER: "M" | "F" | "" | null;
  /** The time zone, such as Europe/Berlin; empty when it is not given. */
  TIME_ZONE: string | null;
  /** The picture. Missing when there is none. */
  PERSONAL_PHOTO?: string;
}

/** Whether a method can be called. */
export interface MethodState {
  /** Whether the portal has it. */
  isExisting: boolean;
  /** Whether the caller's permissions allow it. */
  isAvailable: boolean;
}

/** The parameters of {@link events}. */
export interface EventsParams {
  /**
   * All events the portal lists.
   *
   * @default false
   */
  FULL?: boolean;
  /** Only the events of this permission, crm for example; empty for those that need none. It outweighs FULL. */
  SCOPE?: string;
}

/**
 * Lists the names of events in upper case: those the application may subscribe to, or more.
 *
 * Calls `events`. For applications only, not for webhooks.
 *
 * @param params.FULL All events the portal lists.
 * @param params.SCOPE Only the events of this permission, crm for example; empty for those that need none. It outweighs
 *   FULL.
 * @returns The names: ONCRMLEADADD …
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/events.html
 */
export function events<Raw extends boolean = false>(
  params?: EventsParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<string[], Raw>>;

/** The parameters of {@link methodGet}. */
export interface MethodGetParams {
  /** The method, in lower case: crm.lead.contact.add. Other letters, or nothing, give false. */
  name?: string;
}

/**
 * Says whether the portal has a method and the caller may call it.
 *
 * Calls `method.get`.
 *
 * @param params.name The method, in lower case: crm.lead.contact.add. Other letters, or nothing, give false.
 * @returns Whether it can be called.
 * @see https://apidocs.bitrix24.com/api-reference/common/system/method-get.html
 */
export function methodGet<Raw extends boolean = false>(
  params?: MethodGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<MethodState, Raw>>;

/** The parameters of {@link methods}. */
export interface MethodsParams {
  /**
   * All methods the portal lists.
   *
   * @default false
   */
  full?: boolean;
  /** Only the methods of this permission, crm for example; empty for those that need none. It outweighs full. */
  scope?: string;
}

/**
 * Lists the names of methods in lower case: those the caller may call, or more. It leaves out crm.item.*.
 *
 * Calls `methods`.
 *
 * @param params.full All methods the portal lists.
 * @param params.scope Only the methods of this permission, crm for example; empty for those that need none. It
 *   outweighs full.
 * @returns The names: crm.lead.add …
 * @deprecated Use {@link methodGet}. It asks for one method and knows all.
 * @see https://apidocs.bitrix24.com/api-reference/common/system/methods.html
 */
export function methods<Raw extends boolean = false>(
  params?: MethodsParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<string[], Raw>>;

/**
 * Reads who the current user is. No permission is needed.
 *
 * Calls `profile`.
 *
 * @returns The current user.
 * @throws {CrmError} `ACCESS_DENIED`: Nobody is signed in.
 * @see https://apidocs.bitrix24.com/api-reference/common/users/profile.html
 */
export function profile<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Profile, Raw>>;

/** The parameters of {@link scope}. */
export interface ScopeParams {
  /**
   * All permissions the portal knows.
   *
   * @default false
   */
  full?: boolean;
}

/**
 * Reads which permissions the caller has, or which there are.
 *
 * Calls `scope`.
 *
 * @param params.full All permissions the portal knows.
 * @returns The permissions: crm, placement …
 * @see https://apidocs.bitrix24.com/api-reference/common/system/scope.html
 */
export function scope<Raw extends boolean = false>(
  params?: ScopeParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<string[], Raw>>;

/**
 * Reads the server's time.
 *
 * Calls `server.time`.
 *
 * @returns The time, with the server's offset.
 * @see https://apidocs.bitrix24.com/api-reference/common/system/server-time.html
 */
export function serverTime<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<string, Raw>>;

// crm.company.contact: Links between a company and its contacts: those of crm.contact.company, seen from the other side.

/** A contact linked to a company. */
export interface CrmCompanyContactLink {
  /** Contact: The contact. */
  CONTACT_ID: number;
  /** Sorting: Position in the list: 10 for the first link, then 10 more than the highest. */
  SORT: number;
  /** Reserved by the portal, always 0. */
  ROLE_ID: number;
  /** Primary: Whether this is the contact's main company. Linking makes it that, whatever is sent. */
  IS_PRIMARY: boolean;
}

/**
 * A contact linked to a company.
 *
 * What can be sent of it.
 */
export interface CrmCompanyContactLinkInput {
  /** Contact: The contact. */
  CONTACT_ID: Id;
  /**
   * Sorting: Position in the list: 10 for the first link, then 10 more than the highest.
   *
   * @default 10
   */
  SORT?: number;
  /**
   * Primary: Whether this is the contact's main company. Linking makes it that, whatever is sent.
   *
   * @default false
   */
  IS_PRIMARY?: boolean;
}

/**
 * Names the linked contact.
 *
 * What can be sent of it.
 */
export interface CrmCompanyContactRefInput {
  /** The contact. */
  CONTACT_ID: Id;
}

/** The parameters of {@link crmCompanyContactAdd}. */
export interface CrmCompanyContactAddParams {
  /** The company. */
  id: Id;
  /** The contact and its place in the list. */
  fields: CrmCompanyContactLinkInput;
}

/**
 * Links a contact to a company, which becomes the contact's main one.
 *
 * Calls `crm.company.contact.add` (scope `crm`).
 *
 * @param params.id The company.
 * @param params.fields The contact and its place in the list.
 * @returns false when the contact was linked already: nothing changes then.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the company.
 * @throws {CrmError} `Not found.`: There is no such company.
 * @throws {CrmError} `The parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `The parameter 'fields' is not valid.`: CONTACT_ID is missing or not positive.
 * @throws {CrmError} `The parameter 'ownerEntityID' is invalid or not defined.`: The company's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/contacts/crm-company-contact-add.html
 */
export function crmCompanyContactAdd<Raw extends boolean = false>(
  params: CrmCompanyContactAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmCompanyContactDelete}. */
export interface CrmCompanyContactDeleteParams {
  /** The company. */
  id: Id;
  /** The contact to unlink. */
  fields: CrmCompanyContactRefInput;
}

/**
 * Unlinks a contact from a company.
 *
 * Calls `crm.company.contact.delete` (scope `crm`).
 *
 * @param params.id The company.
 * @param params.fields The contact to unlink.
 * @returns false when the contact was not linked: nothing changes then.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the company.
 * @throws {CrmError} `Not found.`: There is no such company.
 * @throws {CrmError} `The parameter 'item' must be array.`: fields is no object.
 * @throws {CrmError} `The parameter 'fields' is not valid.`: CONTACT_ID is missing or not positive.
 * @throws {CrmError} `The parameter 'ownerEntityID' is invalid or not defined.`: The company's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/contacts/crm-company-contact-delete.html
 */
export function crmCompanyContactDelete<Raw extends boolean = false>(
  params: CrmCompanyContactDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Describes the fields of a link between a company and a contact.
 *
 * Calls `crm.company.contact.fields` (scope `crm`).
 *
 * @returns The fields by name. ROLE_ID is not among them.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/contacts/crm-company-contact-fields.html
 */
export function crmCompanyContactFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmFieldDescriptor>, Raw>>;

/** The parameters of {@link crmCompanyContactItemsDelete}. */
export interface CrmCompanyContactItemsDeleteParams {
  /** The company. */
  id: Id;
}

/**
 * Unlinks all contacts from a company.
 *
 * Calls `crm.company.contact.items.delete` (scope `crm`).
 *
 * @param params.id The company.
 * @returns Always true, also when nothing was linked.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the company.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The company's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/contacts/crm-company-contact-items-delete.html
 */
export function crmCompanyContactItemsDelete<Raw extends boolean = false>(
  params: CrmCompanyContactItemsDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmCompanyContactItemsGet}. */
export interface CrmCompanyContactItemsGetParams {
  /** The company. */
  id: Id;
}

/**
 * Reads all links of a company, in their order.
 *
 * Calls `crm.company.contact.items.get` (scope `crm`).
 *
 * @param params.id The company.
 * @returns The links; empty when there are none. An administrator gets an empty list for a missing company too.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not see the company, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The company's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/contacts/crm-company-contact-items-get.html
 */
export function crmCompanyContactItemsGet<Raw extends boolean = false>(
  params: CrmCompanyContactItemsGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmCompanyContactLink[], Raw>>;

/** The parameters of {@link crmCompanyContactItemsSet}. */
export interface CrmCompanyContactItemsSetParams {
  /** The company. */
  id: Id;
  /** The links. Left out, SORT counts 10, 20 … Contacts that are new or moved get the company as main one. */
  items: readonly CrmCompanyContactLinkInput[];
}

/**
 * Replaces all links of a company. An empty list unlinks every contact.
 *
 * Calls `crm.company.contact.items.set` (scope `crm`).
 *
 * @param params.id The company.
 * @param params.items The links. Left out, SORT counts 10, 20 … Contacts that are new or moved get the company as main
 *   one.
 * @returns Always true.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the company.
 * @throws {CrmError} `Not found.`: There is no such company.
 * @throws {CrmError} `The parameter items must be array.`: items is not a list.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The company's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/contacts/crm-company-contact-items-set.html
 */
export function crmCompanyContactItemsSet<Raw extends boolean = false>(
  params: CrmCompanyContactItemsSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// crm.company.details.configuration: How the card of a company is laid out, for one user or for all.

/**
 * Gives all users the common card of a company and drops their own layouts.
 *
 * Calls `crm.company.details.configuration.forceCommonScopeForAll` (scope `crm`).
 *
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change the layout for everybody.
 * @deprecated Use `crm.item.details.configuration.forceCommonScopeForAll`. It does the same and wants entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/custom-form/crm-company-details-configuration-force-common-scope-for-all.html
 */
export function crmCompanyDetailsConfigurationForceCommonScopeForAll<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmCompanyDetailsConfigurationGet}. */
export interface CrmCompanyDetailsConfigurationGetParams {
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
}

/**
 * Reads how the card of a company is laid out.
 *
 * Calls `crm.company.details.configuration.get` (scope `crm`).
 *
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @returns The sections, or null when nobody has changed the layout.
 * @throws {CrmError} `Access denied.`: The caller may not see this layout; one's own takes the right to change it.
 * @deprecated Use `crm.item.details.configuration.get`. It does the same and wants entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/custom-form/crm-company-details-configuration-get.html
 */
export function crmCompanyDetailsConfigurationGet<Raw extends boolean = false>(
  params?: CrmCompanyDetailsConfigurationGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmCardSection[] | null, Raw>>;

/** The parameters of {@link crmCompanyDetailsConfigurationReset}. */
export interface CrmCompanyDetailsConfigurationResetParams {
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
}

/**
 * Takes back all changes to the layout of the card of a company.
 *
 * Calls `crm.company.details.configuration.reset` (scope `crm`).
 *
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change this layout.
 * @deprecated Use `crm.item.details.configuration.reset`. It does the same and wants entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/custom-form/crm-company-details-configuration-reset.html
 */
export function crmCompanyDetailsConfigurationReset<Raw extends boolean = false>(
  params?: CrmCompanyDetailsConfigurationResetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmCompanyDetailsConfigurationSet}. */
export interface CrmCompanyDetailsConfigurationSetParams {
  /** The sections, in their order. */
  data: readonly CrmCardSectionInput[];
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
}

/**
 * Lays out the card of a company: all of its sections, with their fields.
 *
 * Calls `crm.company.details.configuration.set` (scope `crm`).
 *
 * @param params.data The sections, in their order.
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change this layout.
 * @throws {CrmError} `Parameter 'data' must be array.`: data is not a list.
 * @throws {CrmError} `The data must be indexed array.`: data is an object instead of a list.
 * @throws {CrmError} `There are no data to write.`: data is empty.
 * @throws {CrmError} `The expected type is 'section'.`: A section has another type. The text names its position.
 * @throws {CrmError} `does not have name.`: A section or a field has no name. The text names its position.
 * @throws {CrmError} `does not have title.`: A section has no title. The text names its position.
 * @deprecated Use `crm.item.details.configuration.set`. It does the same and wants entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/custom-form/crm-company-details-configuration-set.html
 */
export function crmCompanyDetailsConfigurationSet<Raw extends boolean = false>(
  params: CrmCompanyDetailsConfigurationSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// crm.company: Companies: the organisations one deals with, and one's own.

/** A company. */
export interface CrmCompany extends CrmCompanyCustomFields {
  /** ID: The company's number. */
  ID: number;
  /** Company name: What the company is called. The portal makes up "Company #12" when it is left out. */
  TITLE: string;
  /**
   * Company type: What the company is to us. Left out, the directory's first entry is taken.
   *
   * - `"CUSTOMER"`: A customer
   * - `"SUPPLIER"`: A supplier
   * - `"COMPETITOR"`: A competitor
   * - `"PARTNER"`: A partner
   * - `"OTHER"`: Anything else
   */
  COMPANY_TYPE: "CUSTOMER" | "SUPPLIER" | "COMPETITOR" | "PARTNER" | "OTHER" | (string & {}) | null;
  /** Logo: A picture. A new one replaces and deletes the old. */
  LOGO: FileInfo | null;
  /**
   * Industry: The trade the company is in. Left out, the directory's first entry is taken.
   *
   * - `"IT"`: Information technology
   * - `"TELECOM"`: Telecommunication
   * - `"MANUFACTURING"`: Manufacturing
   * - `"BANKING"`: Banking
   * - `"CONSULTING"`: Consulting
   * - `"FINANCE"`: Finance
   * - `"GOVERNMENT"`: Government
   * - `"DELIVERY"`: Delivery
   * - `"ENTERTAINMENT"`: Entertainment
   * - `"NOTPROFIT"`: Without profit
   * - `"OTHER"`: Anything else
   */
  INDUSTRY:
    | "IT"
    | "TELECOM"
    | "MANUFACTURING"
    | "BANKING"
    | "CONSULTING"
    | "FINANCE"
    | "GOVERNMENT"
    | "DELIVERY"
    | "ENTERTAINMENT"
    | "NOTPROFIT"
    | "OTHER"
    | (string & {})
    | null;
  /**
   * Number of employees: How large the company is. Left out, the directory's first entry is taken.
   *
   * - `"EMPLOYEES_1"`: Fewer than 50
   * - `"EMPLOYEES_2"`: 50 to 250
   * - `"EMPLOYEES_3"`: 250 to 500
   * - `"EMPLOYEES_4"`: More than 500
   */
  EMPLOYEES: "EMPLOYEES_1" | "EMPLOYEES_2" | "EMPLOYEES_3" | "EMPLOYEES_4" | (string & {}) | null;
  /** Currency: The currency of REVENUE, such as EUR. Left out, it is the portal's own. */
  CURRENCY_ID: string | null;
  /** Annual revenue: What the company turns over in a year. */
  REVENUE: number | null;
  /**
   * Available to everyone: Whether all who may see open companies see this one. The portal's settings can change the
   * default.
   */
  OPENED: boolean;
  /** My company: Whether it is one of the portal owner's own companies, whose details stand on invoices. */
  IS_MY_COMPANY: boolean;
  /** Comment: Free text in BB code. HTML is turned into BB code. */
  COMMENTS: string | null;
  /**
   * Banking details: Free text about the company's bank.
   *
   * @deprecated Use crm.requisite.bankdetail.*.
   */
  BANKING_DETAILS: string | null;
  /** Has a phone: Whether PHONE holds anything. */
  HAS_PHONE: boolean;
  /** Has an e-mail: Whether EMAIL holds anything. */
  HAS_EMAIL: boolean;
  /** Has an open channel: Whether an open channel's chat belongs to the company. */
  HAS_IMOL: boolean;
  /** Responsible person: Who answers for the company. Left out, it is the caller. */
  ASSIGNED_BY_ID: number;
  /** Created by: Who created the company. */
  CREATED_BY_ID: number;
  /** Modified by: Who changed the company last. */
  MODIFY_BY_ID: number;
  /** Created on: When the company was created. */
  DATE_CREATE: string;
  /** Modified on: When the company changed last. */
  DATE_MODIFY: string;
  /** Lead: The lead the company was made from. */
  LEAD_ID: number | null;
  /**
   * Address: Where the company is: street and house. Send the whole address when any part of it changes.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS: string | null;
  /**
   * Apartment, office: The address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_2: string | null;
  /**
   * City: The address's city.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_CITY: string | null;
  /**
   * Postal code: The address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_POSTAL_CODE: string | null;
  /**
   * District: The address's district.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_REGION: string | null;
  /**
   * Province: The address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_PROVINCE: string | null;
  /**
   * Country: The address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY: string | null;
  /**
   * Country code: The address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY_CODE: string | null;
  /**
   * Address in the directory: The address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LOC_ADDR_ID: number | null;
  /**
   * Legal address, as text: The legal address in one piece, from older portals.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LEGAL: string | null;
  /**
   * Legal address: Where the company is registered: street and house. Send the whole address when any part of it
   * changes.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS: string | null;
  /**
   * Legal address: apartment, office: The legal address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_2: string | null;
  /**
   * Legal address: city: The legal address's city.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_CITY: string | null;
  /**
   * Legal address: postal code: The legal address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_POSTAL_CODE: string | null;
  /**
   * Legal address: district: The legal address's district.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_REGION: string | null;
  /**
   * Legal address: province: The legal address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_PROVINCE: string | null;
  /**
   * Legal address: country: The legal address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_COUNTRY: string | null;
  /**
   * Legal address: country code: The legal address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_COUNTRY_CODE: string | null;
  /**
   * Legal address in the directory: The legal address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_LOC_ADDR_ID: number | null;
  /** External source: The outside system the company came from. */
  ORIGINATOR_ID: string | null;
  /** ID in the external source: The company's key in that outside system. */
  ORIGIN_ID: string | null;
  /**
   * Version in the external source: Which version of the outside data this is, so that an import can tell whether it
   * may overwrite.
   */
  ORIGIN_VERSION: string | null;
  /** UTM source: The advertising system. */
  UTM_SOURCE: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  UTM_MEDIUM: string | null;
  /** UTM campaign: The campaign's name. */
  UTM_CAMPAIGN: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  UTM_CONTENT: string | null;
  /** UTM term: The search words that led here. */
  UTM_TERM: string | null;
  /**
   * Last activity: When something last happened in the company's timeline. Only update takes it, and only to move it
   * forward.
   */
  LAST_ACTIVITY_TIME: string | null;
  /** Last activity by: Who did it. */
  LAST_ACTIVITY_BY: number | null;
  /** Last communication: When the company was last spoken or written to, as the portal prints dates. */
  LAST_COMMUNICATION_TIME?: string | null;
  /** Phone: Phones. Missing when there are none; in lists only when selected by name. */
  PHONE?: CrmPhone[];
  /** E-mail: E-mail addresses. Missing when there are none; in lists only when selected by name. */
  EMAIL?: CrmEmail[];
  /** Site: Sites. Missing when there are none; in lists only when selected by name. */
  WEB?: CrmWeb[];
  /** Messenger: Messengers. Missing when there are none; in lists only when selected by name. */
  IM?: CrmMessenger[];
  /** Link: Users who wrote through an open channel. Kept by the portal. */
  LINK?: CrmLink[];
}

/**
 * A company.
 *
 * What can be sent of it.
 */
export interface CrmCompanyInput extends CustomInput<CrmCompanyCustomFields> {
  /** Company name: What the company is called. The portal makes up "Company #12" when it is left out. */
  TITLE?: string;
  /**
   * Company type: What the company is to us. Left out, the directory's first entry is taken.
   *
   * - `"CUSTOMER"`: A customer
   * - `"SUPPLIER"`: A supplier
   * - `"COMPETITOR"`: A competitor
   * - `"PARTNER"`: A partner
   * - `"OTHER"`: Anything else
   */
  COMPANY_TYPE?: "CUSTOMER" | "SUPPLIER" | "COMPETITOR" | "PARTNER" | "OTHER" | (string & {}) | null;
  /** Logo: A picture. A new one replaces and deletes the old. */
  LOGO?: FileInput;
  /**
   * Industry: The trade the company is in. Left out, the directory's first entry is taken.
   *
   * - `"IT"`: Information technology
   * - `"TELECOM"`: Telecommunication
   * - `"MANUFACTURING"`: Manufacturing
   * - `"BANKING"`: Banking
   * - `"CONSULTING"`: Consulting
   * - `"FINANCE"`: Finance
   * - `"GOVERNMENT"`: Government
   * - `"DELIVERY"`: Delivery
   * - `"ENTERTAINMENT"`: Entertainment
   * - `"NOTPROFIT"`: Without profit
   * - `"OTHER"`: Anything else
   */
  INDUSTRY?:
    | "IT"
    | "TELECOM"
    | "MANUFACTURING"
    | "BANKING"
    | "CONSULTING"
    | "FINANCE"
    | "GOVERNMENT"
    | "DELIVERY"
    | "ENTERTAINMENT"
    | "NOTPROFIT"
    | "OTHER"
    | (string & {})
    | null;
  /**
   * Number of employees: How large the company is. Left out, the directory's first entry is taken.
   *
   * - `"EMPLOYEES_1"`: Fewer than 50
   * - `"EMPLOYEES_2"`: 50 to 250
   * - `"EMPLOYEES_3"`: 250 to 500
   * - `"EMPLOYEES_4"`: More than 500
   */
  EMPLOYEES?: "EMPLOYEES_1" | "EMPLOYEES_2" | "EMPLOYEES_3" | "EMPLOYEES_4" | (string & {}) | null;
  /** Currency: The currency of REVENUE, such as EUR. Left out, it is the portal's own. */
  CURRENCY_ID?: string | null;
  /** Annual revenue: What the company turns over in a year. */
  REVENUE?: number | null;
  /**
   * Available to everyone: Whether all who may see open companies see this one. The portal's settings can change the
   * default.
   *
   * @default true
   */
  OPENED?: boolean;
  /**
   * My company: Whether it is one of the portal owner's own companies, whose details stand on invoices.
   *
   * @default false
   */
  IS_MY_COMPANY?: boolean;
  /** Comment: Free text in BB code. HTML is turned into BB code. */
  COMMENTS?: string | null;
  /**
   * Banking details: Free text about the company's bank.
   *
   * @deprecated Use crm.requisite.bankdetail.*.
   */
  BANKING_DETAILS?: string | null;
  /** Responsible person: Who answers for the company. Left out, it is the caller. */
  ASSIGNED_BY_ID?: Id;
  /**
   * Created by: Who created the company.
   *
   * Only taken in import mode.
   */
  CREATED_BY_ID?: Id;
  /**
   * Modified by: Who changed the company last.
   *
   * Only taken in import mode.
   */
  MODIFY_BY_ID?: Id;
  /**
   * Created on: When the company was created.
   *
   * Only taken in import mode.
   */
  DATE_CREATE?: DateInput;
  /**
   * Modified on: When the company changed last.
   *
   * Only taken in import mode.
   */
  DATE_MODIFY?: DateInput;
  /** Contacts: All linked contacts. It replaces the links; crm.company.contact.items.get reads them. */
  CONTACT_ID?: readonly Id[];
  /**
   * Address: Where the company is: street and house. Send the whole address when any part of it changes.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS?: string | null;
  /**
   * Apartment, office: The address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_2?: string | null;
  /**
   * City: The address's city.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_CITY?: string | null;
  /**
   * Postal code: The address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_POSTAL_CODE?: string | null;
  /**
   * District: The address's district.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_REGION?: string | null;
  /**
   * Province: The address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_PROVINCE?: string | null;
  /**
   * Country: The address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY?: string | null;
  /**
   * Country code: The address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY_CODE?: string | null;
  /**
   * Address in the directory: The address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LOC_ADDR_ID?: Id | null;
  /**
   * Legal address, as text: The legal address in one piece, from older portals.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LEGAL?: string | null;
  /**
   * Legal address: Where the company is registered: street and house. Send the whole address when any part of it
   * changes.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS?: string | null;
  /**
   * Legal address: apartment, office: The legal address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_2?: string | null;
  /**
   * Legal address: city: The legal address's city.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_CITY?: string | null;
  /**
   * Legal address: postal code: The legal address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_POSTAL_CODE?: string | null;
  /**
   * Legal address: district: The legal address's district.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_REGION?: string | null;
  /**
   * Legal address: province: The legal address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_PROVINCE?: string | null;
  /**
   * Legal address: country: The legal address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_COUNTRY?: string | null;
  /**
   * Legal address: country code: The legal address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_COUNTRY_CODE?: string | null;
  /**
   * Legal address in the directory: The legal address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_LOC_ADDR_ID?: Id | null;
  /** External source: The outside system the company came from. */
  ORIGINATOR_ID?: string | null;
  /** ID in the external source: The company's key in that outside system. */
  ORIGIN_ID?: string | null;
  /**
   * Version in the external source: Which version of the outside data this is, so that an import can tell whether it
   * may overwrite.
   */
  ORIGIN_VERSION?: string | null;
  /** UTM source: The advertising system. */
  UTM_SOURCE?: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  UTM_MEDIUM?: string | null;
  /** UTM campaign: The campaign's name. */
  UTM_CAMPAIGN?: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  UTM_CONTENT?: string | null;
  /** UTM term: The search words that led here. */
  UTM_TERM?: string | null;
  /** Trace: The visitor's path, as the portal's script on the site gives it. */
  TRACE?: string | null;
  /**
   * Last activity: When something last happened in the company's timeline. Only update takes it, and only to move it
   * forward.
   */
  LAST_ACTIVITY_TIME?: DateInput | null;
  /** Last activity by: Who did it. */
  LAST_ACTIVITY_BY?: Id | null;
  /** Phone: Phones. Missing when there are none; in lists only when selected by name. */
  PHONE?: readonly CrmPhoneInput[];
  /** E-mail: E-mail addresses. Missing when there are none; in lists only when selected by name. */
  EMAIL?: readonly CrmEmailInput[];
  /** Site: Sites. Missing when there are none; in lists only when selected by name. */
  WEB?: readonly CrmWebInput[];
  /** Messenger: Messengers. Missing when there are none; in lists only when selected by name. */
  IM?: readonly CrmMessengerInput[];
  /** Link: Users who wrote through an open channel. Kept by the portal. */
  LINK?: readonly CrmLinkInput[];
}

/**
 * A company.
 *
 * What can be sent of it once it exists.
 */
export interface CrmCompanyUpdate extends CustomInput<CrmCompanyCustomFields> {
  /** Company name: What the company is called. The portal makes up "Company #12" when it is left out. */
  TITLE?: string;
  /**
   * Company type: What the company is to us. Left out, the directory's first entry is taken.
   *
   * - `"CUSTOMER"`: A customer
   * - `"SUPPLIER"`: A supplier
   * - `"COMPETITOR"`: A competitor
   * - `"PARTNER"`: A partner
   * - `"OTHER"`: Anything else
   */
  COMPANY_TYPE?: "CUSTOMER" | "SUPPLIER" | "COMPETITOR" | "PARTNER" | "OTHER" | (string & {}) | null;
  /** Logo: A picture. A new one replaces and deletes the old. */
  LOGO?: FileInput;
  /**
   * Industry: The trade the company is in. Left out, the directory's first entry is taken.
   *
   * - `"IT"`: Information technology
   * - `"TELECOM"`: Telecommunication
   * - `"MANUFACTURING"`: Manufacturing
   * - `"BANKING"`: Banking
   * - `"CONSULTING"`: Consulting
   * - `"FINANCE"`: Finance
   * - `"GOVERNMENT"`: Government
   * - `"DELIVERY"`: Delivery
   * - `"ENTERTAINMENT"`: Entertainment
   * - `"NOTPROFIT"`: Without profit
   * - `"OTHER"`: Anything else
   */
  INDUSTRY?:
    | "IT"
    | "TELECOM"
    | "MANUFACTURING"
    | "BANKING"
    | "CONSULTING"
    | "FINANCE"
    | "GOVERNMENT"
    | "DELIVERY"
    | "ENTERTAINMENT"
    | "NOTPROFIT"
    | "OTHER"
    | (string & {})
    | null;
  /**
   * Number of employees: How large the company is. Left out, the directory's first entry is taken.
   *
   * - `"EMPLOYEES_1"`: Fewer than 50
   * - `"EMPLOYEES_2"`: 50 to 250
   * - `"EMPLOYEES_3"`: 250 to 500
   * - `"EMPLOYEES_4"`: More than 500
   */
  EMPLOYEES?: "EMPLOYEES_1" | "EMPLOYEES_2" | "EMPLOYEES_3" | "EMPLOYEES_4" | (string & {}) | null;
  /** Currency: The currency of REVENUE, such as EUR. Left out, it is the portal's own. */
  CURRENCY_ID?: string | null;
  /** Annual revenue: What the company turns over in a year. */
  REVENUE?: number | null;
  /**
   * Available to everyone: Whether all who may see open companies see this one. The portal's settings can change the
   * default.
   */
  OPENED?: boolean;
  /** My company: Whether it is one of the portal owner's own companies, whose details stand on invoices. */
  IS_MY_COMPANY?: boolean;
  /** Comment: Free text in BB code. HTML is turned into BB code. */
  COMMENTS?: string | null;
  /**
   * Banking details: Free text about the company's bank.
   *
   * @deprecated Use crm.requisite.bankdetail.*.
   */
  BANKING_DETAILS?: string | null;
  /** Responsible person: Who answers for the company. Left out, it is the caller. */
  ASSIGNED_BY_ID?: Id;
  /** Contacts: All linked contacts. It replaces the links; crm.company.contact.items.get reads them. */
  CONTACT_ID?: readonly Id[];
  /**
   * Address: Where the company is: street and house. Send the whole address when any part of it changes.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS?: string | null;
  /**
   * Apartment, office: The address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_2?: string | null;
  /**
   * City: The address's city.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_CITY?: string | null;
  /**
   * Postal code: The address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_POSTAL_CODE?: string | null;
  /**
   * District: The address's district.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_REGION?: string | null;
  /**
   * Province: The address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_PROVINCE?: string | null;
  /**
   * Country: The address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY?: string | null;
  /**
   * Country code: The address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY_CODE?: string | null;
  /**
   * Address in the directory: The address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LOC_ADDR_ID?: Id | null;
  /**
   * Legal address, as text: The legal address in one piece, from older portals.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LEGAL?: string | null;
  /**
   * Legal address: Where the company is registered: street and house. Send the whole address when any part of it
   * changes.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS?: string | null;
  /**
   * Legal address: apartment, office: The legal address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_2?: string | null;
  /**
   * Legal address: city: The legal address's city.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_CITY?: string | null;
  /**
   * Legal address: postal code: The legal address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_POSTAL_CODE?: string | null;
  /**
   * Legal address: district: The legal address's district.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_REGION?: string | null;
  /**
   * Legal address: province: The legal address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_PROVINCE?: string | null;
  /**
   * Legal address: country: The legal address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_COUNTRY?: string | null;
  /**
   * Legal address: country code: The legal address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_COUNTRY_CODE?: string | null;
  /**
   * Legal address in the directory: The legal address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  REG_ADDRESS_LOC_ADDR_ID?: Id | null;
  /** External source: The outside system the company came from. */
  ORIGINATOR_ID?: string | null;
  /** ID in the external source: The company's key in that outside system. */
  ORIGIN_ID?: string | null;
  /**
   * Version in the external source: Which version of the outside data this is, so that an import can tell whether it
   * may overwrite.
   */
  ORIGIN_VERSION?: string | null;
  /** UTM source: The advertising system. */
  UTM_SOURCE?: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  UTM_MEDIUM?: string | null;
  /** UTM campaign: The campaign's name. */
  UTM_CAMPAIGN?: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  UTM_CONTENT?: string | null;
  /** UTM term: The search words that led here. */
  UTM_TERM?: string | null;
  /**
   * Last activity: When something last happened in the company's timeline. Only update takes it, and only to move it
   * forward.
   */
  LAST_ACTIVITY_TIME?: DateInput | null;
  /** Last activity by: Who did it. */
  LAST_ACTIVITY_BY?: Id | null;
  /** Phone: Phones. Missing when there are none; in lists only when selected by name. */
  PHONE?: readonly CrmPhoneInput[];
  /** E-mail: E-mail addresses. Missing when there are none; in lists only when selected by name. */
  EMAIL?: readonly CrmEmailInput[];
  /** Site: Sites. Missing when there are none; in lists only when selected by name. */
  WEB?: readonly CrmWebInput[];
  /** Messenger: Messengers. Missing when there are none; in lists only when selected by name. */
  IM?: readonly CrmMessengerInput[];
  /** Link: Users who wrote through an open channel. Kept by the portal. */
  LINK?: readonly CrmLinkInput[];
}

/** Conditions on fields of CrmCompany: see {@link Filter} for the operators. */
export type CrmCompanyFilter = Filter<{
  ID: Id;
  TITLE: string;
  COMPANY_TYPE: "CUSTOMER" | "SUPPLIER" | "COMPETITOR" | "PARTNER" | "OTHER" | (string & {});
  INDUSTRY:
    | "IT"
    | "TELECOM"
    | "MANUFACTURING"
    | "BANKING"
    | "CONSULTING"
    | "FINANCE"
    | "GOVERNMENT"
    | "DELIVERY"
    | "ENTERTAINMENT"
    | "NOTPROFIT"
    | "OTHER"
    | (string & {});
  EMPLOYEES: "EMPLOYEES_1" | "EMPLOYEES_2" | "EMPLOYEES_3" | "EMPLOYEES_4" | (string & {});
  CURRENCY_ID: string;
  REVENUE: number;
  OPENED: boolean;
  IS_MY_COMPANY: boolean;
  COMMENTS: string;
  BANKING_DETAILS: string;
  HAS_PHONE: boolean;
  HAS_EMAIL: boolean;
  HAS_IMOL: boolean;
  ASSIGNED_BY_ID: Id;
  CREATED_BY_ID: Id;
  MODIFY_BY_ID: Id;
  DATE_CREATE: DateInput;
  DATE_MODIFY: DateInput;
  LEAD_ID: Id;
  ADDRESS: string;
  ADDRESS_2: string;
  ADDRESS_CITY: string;
  ADDRESS_POSTAL_CODE: string;
  ADDRESS_REGION: string;
  ADDRESS_PROVINCE: string;
  ADDRESS_COUNTRY: string;
  ADDRESS_COUNTRY_CODE: string;
  ADDRESS_LOC_ADDR_ID: Id;
  ADDRESS_LEGAL: string;
  REG_ADDRESS: string;
  REG_ADDRESS_2: string;
  REG_ADDRESS_CITY: string;
  REG_ADDRESS_POSTAL_CODE: string;
  REG_ADDRESS_REGION: string;
  REG_ADDRESS_PROVINCE: string;
  REG_ADDRESS_COUNTRY: string;
  REG_ADDRESS_COUNTRY_CODE: string;
  REG_ADDRESS_LOC_ADDR_ID: Id;
  ORIGINATOR_ID: string;
  ORIGIN_ID: string;
  ORIGIN_VERSION: string;
  UTM_SOURCE: string;
  UTM_MEDIUM: string;
  UTM_CAMPAIGN: string;
  UTM_CONTENT: string;
  UTM_TERM: string;
  LAST_ACTIVITY_TIME: DateInput;
  LAST_ACTIVITY_BY: Id;
} & CrmCompanyCustomFields, { PHONE: string; EMAIL: string; WEB: string; IM: string }>;

/** Directions by fields of CrmCompany. */
export type CrmCompanyOrder = Order<Exclude<keyof CrmCompany, "LOGO" | "LAST_COMMUNICATION_TIME" | "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK">>;

/** What of CrmCompany can be selected: names of fields, and masks for many at once. */
export type CrmCompanySelect = keyof CrmCompany | "*" | "UF_*";

/** CrmCompany with the selected fields only. */
export type CrmCompanySelected<Select extends readonly CrmCompanySelect[]> =
  Selected<CrmCompany, "ID", "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK", Select>;

/**
 * The fields of CrmCompany that only some portals have.
 *
 * Say which there are, and they are typed wherever such an object comes back, is sent or filtered:
 *
 * @example declare module "crm-wasm" { interface CrmCompanyCustomFields { UF_CRM_COLOR: string } }
 */
export interface CrmCompanyCustomFields {
  [field: `UF_CRM_${string}`]: unknown;
  [field: `PARENT_ID_${string}`]: unknown;
}

/**
 * What else happens when a company is created.
 *
 * What can be sent of it.
 */
export interface CrmCompanyAddOptionsInput {
  /**
   * Announces the company in the feed and notifies the responsible person.
   *
   * @default false
   */
  REGISTER_SONET_EVENT?: boolean;
  /**
   * Import: DATE_CREATE, DATE_MODIFY, CREATED_BY_ID and MODIFY_BY_ID can be set.
   *
   * @default false
   */
  IMPORT?: boolean;
}

/**
 * What else happens when a company changes.
 *
 * What can be sent of it.
 */
export interface CrmCompanyUpdateOptionsInput {
  /**
   * Announces the change in the feed and notifies the responsible person.
   *
   * @default false
   */
  REGISTER_SONET_EVENT?: boolean;
  /**
   * Writes the change into the company's history.
   *
   * @default true
   */
  REGISTER_HISTORY_EVENT?: boolean;
}

/** Names the company an event is about. */
export interface CrmCompanyEvent {
  /** The company. */
  FIELDS: CrmCompanyEventFields;
}

/** All an event says of a company. Read the rest with crm.company.get. */
export interface CrmCompanyEventFields {
  /** The company. */
  ID: number;
}

/** The parameters of {@link crmCompanyAdd}. */
export interface CrmCompanyAddParams {
  /** The company's fields. Unknown and read-only ones are dropped without a word. */
  fields?: CrmCompanyInput;
  /** What else to do. */
  params?: CrmCompanyAddOptionsInput;
}

/**
 * Creates a company and returns its number.
 *
 * Calls `crm.company.add` (scope `crm`). Every call makes something new.
 *
 * @param params.fields The company's fields. Unknown and read-only ones are dropped without a word.
 * @param params.params What else to do.
 * @returns The new company.
 * @throws {CrmError} `Access denied.`: The caller may not create companies, or not import them.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `Parameter 'params' must be array.`: params is no object.
 * @throws {CrmError} The portal's disk space is used up. The text says so in its language.
 * @throws {CrmError} `ERROR_CORE`: A value was refused, a malformed e-mail address for example. The text names the
 *   field.
 * @deprecated Use {@link crmItemAdd}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/crm-company-add.html
 */
export function crmCompanyAdd<Raw extends boolean = false>(
  params?: CrmCompanyAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<number, Raw>>;

/** The parameters of {@link crmCompanyDelete}. */
export interface CrmCompanyDeleteParams {
  /** The company. */
  id: Id;
}

/**
 * Deletes a company with its timeline, activities and links.
 *
 * Calls `crm.company.delete` (scope `crm`).
 *
 * @param params.id The company.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not delete the company, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} There is no such company. The text is empty too.
 * @deprecated Use {@link crmItemDelete}. The portal develops crm.item.* only, which wants entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/crm-company-delete.html
 */
export function crmCompanyDelete<Raw extends boolean = false>(
  params: CrmCompanyDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Describes the fields companies have on this portal, custom ones too.
 *
 * Calls `crm.company.fields` (scope `crm`).
 *
 * @returns The fields by name.
 * @deprecated Use {@link crmItemFields}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/crm-company-fields.html
 */
export function crmCompanyFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmFieldDescriptor>, Raw>>;

/** The parameters of {@link crmCompanyGet}. */
export interface CrmCompanyGetParams {
  /** The company. */
  id: Id;
}

/**
 * Reads a company with its custom fields and multi-fields.
 *
 * Calls `crm.company.get` (scope `crm`).
 *
 * @param params.id The company.
 * @returns The company.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Not found`: There is no such company.
 * @throws {CrmError} `Access denied.`: The caller may not see the company, or it does not exist and the caller is no
 *   administrator.
 * @deprecated Use {@link crmItemGet}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/crm-company-get.html
 */
export function crmCompanyGet<Raw extends boolean = false>(
  params: CrmCompanyGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmCompany, Raw>>;

/** The parameters of {@link crmCompanyList}. */
export interface CrmCompanyListParams<Select extends readonly CrmCompanySelect[] = readonly CrmCompanySelect[]> {
  /** The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left out, it is *. */
  select?: Select;
  /** Conditions, all of which must hold. A condition the portal does not know is ignored, so more rows come back. */
  filter?: CrmCompanyFilter;
  /** By which fields to sort, and which way. */
  order?: CrmCompanyOrder;
  /**
   * How many rows to skip: 0, 50, 100 … Past the end the first page comes again; -1 skips the counting.
   *
   * @default 0
   */
  start?: number;
}

/**
 * Finds companies, 50 to a page.
 *
 * Calls `crm.company.list` (scope `crm`).
 *
 * @param params.select The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left
 *   out, it is *.
 * @param params.filter Conditions, all of which must hold. A condition the portal does not know is ignored, so more
 *   rows come back.
 * @param params.order By which fields to sort, and which way.
 * @param params.start How many rows to skip: 0, 50, 100 … Past the end the first page comes again; -1 skips the
 *   counting.
 * @returns A page of rows, each of them: one company.
 * @throws {CrmError} `Access denied.`: The caller may not see companies.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Failed to get list. General error.`: The portal could not run the search.
 * @deprecated Use {@link crmItemList}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/crm-company-list.html
 */
export function crmCompanyList<const Select extends readonly CrmCompanySelect[] = readonly [], Raw extends boolean = false>(
  params?: CrmCompanyListParams<Select>,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Page<CrmCompanySelected<Select>>, Raw>>;

/** The parameters of {@link crmCompanyListAll}. */
export interface CrmCompanyListAllParams<Select extends readonly CrmCompanySelect[] = readonly CrmCompanySelect[]> {
  /** The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left out, it is *. */
  select?: Select;
  /** Conditions, all of which must hold. A condition the portal does not know is ignored, so more rows come back. */
  filter?: CrmCompanyFilter;
}

/**
 * Gives all rows of {@link crmCompanyList}, read as they are taken.
 *
 * They come by ascending ID and in no other order, up to 2,500 in a request. While others add or remove rows, none
 * comes twice and none that stays is missing. Conditions on ID hold too.
 *
 * Calls `crm.company.list` (scope `crm`).
 *
 * @param params.select The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left
 *   out, it is *.
 * @param params.filter Conditions, all of which must hold. A condition the portal does not know is ignored, so more
 *   rows come back.
 * @returns The rows, each of them: one company.
 * @throws {CrmError} `Access denied.`: The caller may not see companies.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Failed to get list. General error.`: The portal could not run the search.
 * @deprecated Use {@link crmItemListAll}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/crm-company-list.html
 */
export function crmCompanyListAll<const Select extends readonly CrmCompanySelect[] = readonly [], Raw extends boolean = false>(
  params?: CrmCompanyListAllParams<Select>,
  options?: ListOptions<Raw>,
): Rows<Answer<CrmCompanySelected<Select>, Raw>>;

/** The parameters of {@link crmCompanyUpdate}. */
export interface CrmCompanyUpdateParams {
  /** The company. */
  id: Id;
  /** What to change. Multi-fields are changed entry by entry. */
  fields: CrmCompanyUpdate;
  /** What else to do. */
  params?: CrmCompanyUpdateOptionsInput;
}

/**
 * Changes a company. Fields that are not sent stay as they are.
 *
 * Calls `crm.company.update` (scope `crm`).
 *
 * @param params.id The company.
 * @param params.fields What to change. Multi-fields are changed entry by entry.
 * @param params.params What else to do.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Company is not found`: There is no such company.
 * @throws {CrmError} `Access denied.`: The caller may not change the company, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `Parameter 'params' must be array.`: params is no object.
 * @throws {CrmError} The portal's disk space is used up. The text says so in its language.
 * @throws {CrmError} `ERROR_CORE`: A value was refused, a malformed e-mail address for example. The text names the
 *   field.
 * @deprecated Use {@link crmItemUpdate}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 4.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/crm-company-update.html
 */
export function crmCompanyUpdate<Raw extends boolean = false>(
  params: CrmCompanyUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Calls the listener for each `ONCRMCOMPANYADD`: A company was created.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/events/on-crm-company-add.html
 */
export function onCrmCompanyAdd(listener: Listener<"ONCRMCOMPANYADD">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCOMPANYDELETE`: A company was deleted.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/events/on-crm-company-delete.html
 */
export function onCrmCompanyDelete(listener: Listener<"ONCRMCOMPANYDELETE">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCOMPANYUPDATE`: A company was changed. Linking a contact alone does not fire it.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/events/on-crm-company-update.html
 */
export function onCrmCompanyUpdate(listener: Listener<"ONCRMCOMPANYUPDATE">, options?: ListenOptions): Promise<Stop>;

// crm.company.userfield: The custom fields companies have on this portal.

/** The parameters of {@link crmCompanyUserfieldAdd}. */
export interface CrmCompanyUserfieldAddParams {
  /** The custom field. */
  fields: CrmUserFieldDraftInput;
}

/**
 * Gives all companies a custom field and returns its number.
 *
 * Calls `crm.company.userfield.add` (scope `crm`). For administrators only. Every call makes something new.
 *
 * @param params.fields The custom field.
 * @returns The new custom field.
 * @throws {CrmError} `The 'USER_TYPE_ID' field is not found.`: USER_TYPE_ID is missing or empty.
 * @throws {CrmError} `The 'FIELD_NAME' field is not found.`: FIELD_NAME is missing or empty.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings.
 * @throws {CrmError} `ERROR_CORE`: The code is too long, exists or has other characters, the type is unknown, or an
 *   XML_ID is there twice.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/crm-company-userfield-add.html
 */
export function crmCompanyUserfieldAdd<Raw extends boolean = false>(
  params: CrmCompanyUserfieldAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<number, Raw>>;

/** The parameters of {@link crmCompanyUserfieldDelete}. */
export interface CrmCompanyUserfieldDeleteParams {
  /** The custom field. */
  id: Id;
}

/**
 * Deletes a custom field of companies, and its values in all of them.
 *
 * Calls `crm.company.userfield.delete` (scope `crm`). For administrators only.
 *
 * @param params.id The custom field.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings, or the field is not one of
 *   companies.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @throws {CrmError} `Error deleting`: The portal could not delete it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/crm-company-userfield-delete.html
 */
export function crmCompanyUserfieldDelete<Raw extends boolean = false>(
  params: CrmCompanyUserfieldDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmCompanyUserfieldGet}. */
export interface CrmCompanyUserfieldGetParams {
  /** The custom field. */
  id: Id;
}

/**
 * Reads a custom field of companies, with its labels in all languages.
 *
 * Calls `crm.company.userfield.get` (scope `crm`).
 *
 * @param params.id The custom field.
 * @returns The custom field.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not see companies, or it is no field of theirs.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/crm-company-userfield-get.html
 */
export function crmCompanyUserfieldGet<Raw extends boolean = false>(
  params: CrmCompanyUserfieldGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmUserField, Raw>>;

/** The parameters of {@link crmCompanyUserfieldList}. */
export interface CrmCompanyUserfieldListParams {
  /** Conditions, and the language of the labels. */
  filter?: CrmUserFieldFilterInput;
  /**
   * By which columns to sort, and which way.
   *
   * @default {"ID":"ASC","SORT":"ASC"}
   */
  order?: CrmUserFieldOrder;
}

/**
 * Finds custom fields of companies. All come at once.
 *
 * Calls `crm.company.userfield.list` (scope `crm`).
 *
 * @param params.filter Conditions, and the language of the labels.
 * @param params.order By which columns to sort, and which way.
 * @returns The custom fields.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Access denied.`: The caller may not see companies.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/crm-company-userfield-list.html
 */
export function crmCompanyUserfieldList<Raw extends boolean = false>(
  params?: CrmCompanyUserfieldListParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmUserField[], Raw>>;

/** The parameters of {@link crmCompanyUserfieldUpdate}. */
export interface CrmCompanyUserfieldUpdateParams {
  /** The custom field. */
  id: Id;
  /** What to change. */
  fields: CrmUserFieldDraftUpdate;
}

/**
 * Changes a custom field of companies. Its code, type and whether it is multiple stay for good.
 *
 * Calls `crm.company.userfield.update` (scope `crm`). For administrators only.
 *
 * @param params.id The custom field.
 * @param params.fields What to change.
 * @returns Always true.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings, or the field is not one of
 *   companies.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @throws {CrmError} `ERROR_CORE`: A choice's XML_ID is there twice, or the portal refused another value.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/crm-company-userfield-update.html
 */
export function crmCompanyUserfieldUpdate<Raw extends boolean = false>(
  params: CrmCompanyUserfieldUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Calls the listener for each `ONCRMCOMPANYUSERFIELDADD`: A custom field of companies was created.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/events/on-crm-company-user-field-add.html
 */
export function onCrmCompanyUserFieldAdd(listener: Listener<"ONCRMCOMPANYUSERFIELDADD">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCOMPANYUSERFIELDDELETE`: A custom field of companies was deleted.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/events/on-crm-company-user-field-delete.html
 */
export function onCrmCompanyUserFieldDelete(listener: Listener<"ONCRMCOMPANYUSERFIELDDELETE">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCOMPANYUSERFIELDSETENUMVALUES`: The choices of an enumeration among the custom
 * fields of companies were set.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/events/on-crm-company-user-field-set-enum-values.html
 */
export function onCrmCompanyUserFieldSetEnumValues(listener: Listener<"ONCRMCOMPANYUSERFIELDSETENUMVALUES">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCOMPANYUSERFIELDUPDATE`: A custom field of companies was changed.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/events/on-crm-company-user-field-update.html
 */
export function onCrmCompanyUserFieldUpdate(listener: Listener<"ONCRMCOMPANYUSERFIELDUPDATE">, options?: ListenOptions): Promise<Stop>;

// crm.contact.company: Links between a contact and its companies.

/** A company linked to a contact. */
export interface CrmContactCompanyLink {
  /** Company: The company. */
  COMPANY_ID: number;
  /** Sorting: Position in the list: 10 for the first link, then 10 more than the highest. */
  SORT: number;
  /** Reserved by the portal, always 0. */
  ROLE_ID: number;
  /** Primary: Whether this is the contact's main company. The first link always is. */
  IS_PRIMARY: boolean;
}

/**
 * A company linked to a contact.
 *
 * What can be sent of it.
 */
export interface CrmContactCompanyLinkInput {
  /** Company: The company. */
  COMPANY_ID: Id;
  /**
   * Sorting: Position in the list: 10 for the first link, then 10 more than the highest.
   *
   * @default 10
   */
  SORT?: number;
  /**
   * Primary: Whether this is the contact's main company. The first link always is.
   *
   * @default false
   */
  IS_PRIMARY?: boolean;
}

/**
 * Names the linked company.
 *
 * What can be sent of it.
 */
export interface CrmContactCompanyRefInput {
  /** The company. */
  COMPANY_ID: Id;
}

/** The parameters of {@link crmContactCompanyAdd}. */
export interface CrmContactCompanyAddParams {
  /** The contact. */
  id: Id;
  /** The company and its place in the list. */
  fields: CrmContactCompanyLinkInput;
}

/**
 * Links a company to a contact.
 *
 * Calls `crm.contact.company.add` (scope `crm`).
 *
 * @param params.id The contact.
 * @param params.fields The company and its place in the list.
 * @returns false when the company was linked already: nothing changes then.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the contact.
 * @throws {CrmError} `Not found.`: There is no such contact.
 * @throws {CrmError} `The parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `The parameter 'fields' is not valid.`: COMPANY_ID is missing or not positive.
 * @throws {CrmError} `The parameter 'ownerEntityID' is invalid or not defined.`: The contact's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/company/crm-contact-company-add.html
 */
export function crmContactCompanyAdd<Raw extends boolean = false>(
  params: CrmContactCompanyAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmContactCompanyDelete}. */
export interface CrmContactCompanyDeleteParams {
  /** The contact. */
  id: Id;
  /** The company to unlink. */
  fields: CrmContactCompanyRefInput;
}

/**
 * Unlinks a company from a contact. When it was the main one, the next by position becomes it.
 *
 * Calls `crm.contact.company.delete` (scope `crm`).
 *
 * @param params.id The contact.
 * @param params.fields The company to unlink.
 * @returns false when the company was not linked: nothing changes then.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the contact.
 * @throws {CrmError} `Not found.`: There is no such contact.
 * @throws {CrmError} `The parameter 'item' must be array.`: fields is no object.
 * @throws {CrmError} `The parameter 'fields' is not valid.`: COMPANY_ID is missing or not positive.
 * @throws {CrmError} `The parameter 'ownerEntityID' is invalid or not defined.`: The contact's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/company/crm-contact-company-delete.html
 */
export function crmContactCompanyDelete<Raw extends boolean = false>(
  params: CrmContactCompanyDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Describes the fields of a link between a contact and a company.
 *
 * Calls `crm.contact.company.fields` (scope `crm`).
 *
 * @returns The fields by name. ROLE_ID is not among them.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/company/crm-contact-company-fields.html
 */
export function crmContactCompanyFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmFieldDescriptor>, Raw>>;

/** The parameters of {@link crmContactCompanyItemsDelete}. */
export interface CrmContactCompanyItemsDeleteParams {
  /** The contact. */
  id: Id;
}

/**
 * Unlinks all companies from a contact.
 *
 * Calls `crm.contact.company.items.delete` (scope `crm`).
 *
 * @param params.id The contact.
 * @returns Always true, also when nothing was linked.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the contact.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The contact's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/company/crm-contact-company-items-delete.html
 */
export function crmContactCompanyItemsDelete<Raw extends boolean = false>(
  params: CrmContactCompanyItemsDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmContactCompanyItemsGet}. */
export interface CrmContactCompanyItemsGetParams {
  /** The contact. */
  id: Id;
}

/**
 * Reads all links of a contact, in their order.
 *
 * Calls `crm.contact.company.items.get` (scope `crm`).
 *
 * @param params.id The contact.
 * @returns The links; empty when there are none. An administrator gets an empty list for a missing contact too.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not see the contact, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The contact's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/company/crm-contact-company-items-get.html
 */
export function crmContactCompanyItemsGet<Raw extends boolean = false>(
  params: CrmContactCompanyItemsGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmContactCompanyLink[], Raw>>;

/** The parameters of {@link crmContactCompanyItemsSet}. */
export interface CrmContactCompanyItemsSetParams {
  /** The contact. */
  id: Id;
  /** The links. The first with IS_PRIMARY is the main one, or else the first. Left out, SORT counts 10, 20 … */
  items: readonly CrmContactCompanyLinkInput[];
}

/**
 * Replaces all links of a contact. An empty list unlinks every company.
 *
 * Calls `crm.contact.company.items.set` (scope `crm`).
 *
 * @param params.id The contact.
 * @param params.items The links. The first with IS_PRIMARY is the main one, or else the first. Left out, SORT counts
 *   10, 20 …
 * @returns Always true.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the contact.
 * @throws {CrmError} `Not found.`: There is no such contact.
 * @throws {CrmError} `The parameter items must be array.`: items is not a list.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The contact's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/company/crm-contact-company-items-set.html
 */
export function crmContactCompanyItemsSet<Raw extends boolean = false>(
  params: CrmContactCompanyItemsSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// crm.contact.details.configuration: How the card of a contact is laid out, for one user or for all.

/**
 * Gives all users the common card of a contact and drops their own layouts.
 *
 * Calls `crm.contact.details.configuration.forceCommonScopeForAll` (scope `crm`).
 *
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change the layout for everybody.
 * @deprecated Use `crm.item.details.configuration.forceCommonScopeForAll`. It does the same and wants entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/custom-form/crm-contact-details-configuration-force-common-scope-for-all.html
 */
export function crmContactDetailsConfigurationForceCommonScopeForAll<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmContactDetailsConfigurationGet}. */
export interface CrmContactDetailsConfigurationGetParams {
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
}

/**
 * Reads how the card of a contact is laid out.
 *
 * Calls `crm.contact.details.configuration.get` (scope `crm`).
 *
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @returns The sections, or null when nobody has changed the layout.
 * @throws {CrmError} `Access denied.`: The caller may not see this layout; one's own takes the right to change it.
 * @deprecated Use `crm.item.details.configuration.get`. It does the same and wants entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/custom-form/crm-contact-details-configuration-get.html
 */
export function crmContactDetailsConfigurationGet<Raw extends boolean = false>(
  params?: CrmContactDetailsConfigurationGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmCardSection[] | null, Raw>>;

/** The parameters of {@link crmContactDetailsConfigurationReset}. */
export interface CrmContactDetailsConfigurationResetParams {
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
}

/**
 * Takes back all changes to the layout of the card of a contact.
 *
 * Calls `crm.contact.details.configuration.reset` (scope `crm`).
 *
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change this layout.
 * @deprecated Use `crm.item.details.configuration.reset`. It does the same and wants entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/custom-form/crm-contact-details-configuration-reset.html
 */
export function crmContactDetailsConfigurationReset<Raw extends boolean = false>(
  params?: CrmContactDetailsConfigurationResetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmContactDetailsConfigurationSet}. */
export interface CrmContactDetailsConfigurationSetParams {
  /** The sections, in their order. */
  data: readonly CrmCardSectionInput[];
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
}

/**
 * Lays out the card of a contact: all of its sections, with their fields.
 *
 * Calls `crm.contact.details.configuration.set` (scope `crm`).
 *
 * @param params.data The sections, in their order.
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change this layout.
 * @throws {CrmError} `Parameter 'data' must be array.`: data is not a list.
 * @throws {CrmError} `The data must be indexed array.`: data is an object instead of a list.
 * @throws {CrmError} `There are no data to write.`: data is empty.
 * @throws {CrmError} `The expected type is 'section'.`: A section has another type. The text names its position.
 * @throws {CrmError} `does not have name.`: A section or a field has no name. The text names its position.
 * @throws {CrmError} `does not have title.`: A section has no title. The text names its position.
 * @deprecated Use `crm.item.details.configuration.set`. It does the same and wants entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/custom-form/crm-contact-details-configuration-set.html
 */
export function crmContactDetailsConfigurationSet<Raw extends boolean = false>(
  params: CrmContactDetailsConfigurationSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// crm.contact: Contacts: the people a company deals with.

/** A contact. */
export interface CrmContact extends CrmContactCustomFields {
  /** ID: The contact's number. */
  ID: number;
  /** Salutation: How the person is addressed: an entry of the directory HONORIFIC. */
  HONORIFIC: string | null;
  /** First name: The first name. A contact has this or LAST_NAME; update refuses to empty both. */
  NAME: string | null;
  /** Second name: The middle name. */
  SECOND_NAME: string | null;
  /** Last name: The family name. Left out together with NAME, the portal makes up "Contact #12". */
  LAST_NAME: string | null;
  /** Photo: A picture. A new one replaces and deletes the old. */
  PHOTO: FileInfo | null;
  /** Date of birth: The day of birth. */
  BIRTHDATE: string | null;
  /**
   * Contact type: What the contact is to us. Left out, the directory's first entry is taken.
   *
   * - `"CLIENT"`: A client
   * - `"SUPPLIER"`: A supplier
   * - `"PARTNER"`: A partner
   * - `"OTHER"`: Anything else
   */
  TYPE_ID: "CLIENT" | "SUPPLIER" | "PARTNER" | "OTHER" | (string & {}) | null;
  /**
   * Source: Where the contact came from. Left out, the directory's first entry is taken.
   *
   * - `"CALL"`: A phone call
   * - `"EMAIL"`: An e-mail
   * - `"WEB"`: The web site
   * - `"ADVERTISING"`: Advertising
   * - `"PARTNER"`: An existing client
   * - `"RECOMMENDATION"`: A recommendation
   * - `"TRADE_SHOW"`: A trade show
   * - `"WEBFORM"`: A CRM form
   * - `"CALLBACK"`: A callback request
   * - `"RC_GENERATOR"`: The sales generator
   * - `"STORE"`: The online store
   * - `"OTHER"`: Anything else
   */
  SOURCE_ID:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {})
    | null;
  /** Source details: More about where the contact came from. */
  SOURCE_DESCRIPTION: string | null;
  /** Position: The position at work. */
  POST: string | null;
  /**
   * Address: Street and house. Send the whole address when any part of it changes.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS: string | null;
  /**
   * Apartment, office: The address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_2: string | null;
  /**
   * City: The address's city.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_CITY: string | null;
  /**
   * Postal code: The address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_POSTAL_CODE: string | null;
  /**
   * District: The address's district.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_REGION: string | null;
  /**
   * Province: The address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_PROVINCE: string | null;
  /**
   * Country: The address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY: string | null;
  /**
   * Country code: The address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY_CODE?: string | null;
  /**
   * Address in the directory: The address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LOC_ADDR_ID: number | null;
  /** Comment: Free text in BB code. HTML is turned into BB code. */
  COMMENTS: string | null;
  /**
   * Available to everyone: Whether all who may see open contacts see this one. The portal's settings can change the
   * default.
   */
  OPENED: boolean;
  /** Included in exports: Whether exports of contacts contain it. */
  EXPORT: boolean;
  /** Has a phone: Whether PHONE holds anything. */
  HAS_PHONE: boolean;
  /** Has an e-mail: Whether EMAIL holds anything. */
  HAS_EMAIL: boolean;
  /** Has an open channel: Whether an open channel's chat belongs to the contact. */
  HAS_IMOL: boolean;
  /** Responsible person: Who answers for the contact. Left out, it is the caller. */
  ASSIGNED_BY_ID: number;
  /** Created by: Who created the contact. */
  CREATED_BY_ID: number;
  /** Modified by: Who changed the contact last. */
  MODIFY_BY_ID: number;
  /** Created on: When the contact was created. An imported one may not be older than the newest contact. */
  DATE_CREATE: string;
  /** Modified on: When the contact changed last. */
  DATE_MODIFY: string;
  /**
   * Company: The main linked company, 0 or null for none. Sending one that is not linked yet replaces all links.
   *
   * @deprecated Send COMPANY_IDS, or use crm.contact.company.*.
   */
  COMPANY_ID: number | null;
  /** Lead: The lead the contact was made from. */
  LEAD_ID: number | null;
  /** External source: The outside system the contact came from. */
  ORIGINATOR_ID: string | null;
  /** ID in the external source: The contact's key in that outside system. */
  ORIGIN_ID: string | null;
  /**
   * Version in the external source: Which version of the outside data this is, so that an import can tell whether it
   * may overwrite.
   */
  ORIGIN_VERSION: string | null;
  /** Face: The recognised face, from the face recognition that older portals had. */
  FACE_ID?: number | null;
  /** UTM source: The advertising system. */
  UTM_SOURCE: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  UTM_MEDIUM: string | null;
  /** UTM campaign: The campaign's name. */
  UTM_CAMPAIGN: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  UTM_CONTENT: string | null;
  /** UTM term: The search words that led here. */
  UTM_TERM: string | null;
  /** Last activity: When something last happened in the contact's timeline. */
  LAST_ACTIVITY_TIME: string | null;
  /** Last activity by: Who did it. */
  LAST_ACTIVITY_BY: number | null;
  /** Phone: Phones. Missing when there are none; in lists only when selected by name. */
  PHONE?: CrmPhone[];
  /** E-mail: E-mail addresses. Missing when there are none; in lists only when selected by name. */
  EMAIL?: CrmEmail[];
  /** Site: Sites. Missing when there are none; in lists only when selected by name. */
  WEB?: CrmWeb[];
  /** Messenger: Messengers. Missing when there are none; in lists only when selected by name. */
  IM?: CrmMessenger[];
  /** Link: Users who wrote through an open channel. Kept by the portal. */
  LINK?: CrmLink[];
}

/**
 * A contact.
 *
 * What can be sent of it.
 */
export interface CrmContactInput extends CustomInput<CrmContactCustomFields> {
  /** Salutation: How the person is addressed: an entry of the directory HONORIFIC. */
  HONORIFIC?: string | null;
  /** First name: The first name. A contact has this or LAST_NAME; update refuses to empty both. */
  NAME?: string | null;
  /** Second name: The middle name. */
  SECOND_NAME?: string | null;
  /** Last name: The family name. Left out together with NAME, the portal makes up "Contact #12". */
  LAST_NAME?: string | null;
  /** Photo: A picture. A new one replaces and deletes the old. */
  PHOTO?: FileInput;
  /** Date of birth: The day of birth. */
  BIRTHDATE?: DateInput | null;
  /**
   * Contact type: What the contact is to us. Left out, the directory's first entry is taken.
   *
   * - `"CLIENT"`: A client
   * - `"SUPPLIER"`: A supplier
   * - `"PARTNER"`: A partner
   * - `"OTHER"`: Anything else
   */
  TYPE_ID?: "CLIENT" | "SUPPLIER" | "PARTNER" | "OTHER" | (string & {}) | null;
  /**
   * Source: Where the contact came from. Left out, the directory's first entry is taken.
   *
   * - `"CALL"`: A phone call
   * - `"EMAIL"`: An e-mail
   * - `"WEB"`: The web site
   * - `"ADVERTISING"`: Advertising
   * - `"PARTNER"`: An existing client
   * - `"RECOMMENDATION"`: A recommendation
   * - `"TRADE_SHOW"`: A trade show
   * - `"WEBFORM"`: A CRM form
   * - `"CALLBACK"`: A callback request
   * - `"RC_GENERATOR"`: The sales generator
   * - `"STORE"`: The online store
   * - `"OTHER"`: Anything else
   */
  SOURCE_ID?:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {})
    | null;
  /** Source details: More about where the contact came from. */
  SOURCE_DESCRIPTION?: string | null;
  /** Position: The position at work. */
  POST?: string | null;
  /**
   * Address: Street and house. Send the whole address when any part of it changes.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS?: string | null;
  /**
   * Apartment, office: The address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_2?: string | null;
  /**
   * City: The address's city.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_CITY?: string | null;
  /**
   * Postal code: The address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_POSTAL_CODE?: string | null;
  /**
   * District: The address's district.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_REGION?: string | null;
  /**
   * Province: The address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_PROVINCE?: string | null;
  /**
   * Country: The address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY?: string | null;
  /**
   * Country code: The address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY_CODE?: string | null;
  /**
   * Address in the directory: The address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LOC_ADDR_ID?: Id | null;
  /** Comment: Free text in BB code. HTML is turned into BB code. */
  COMMENTS?: string | null;
  /**
   * Available to everyone: Whether all who may see open contacts see this one. The portal's settings can change the
   * default.
   *
   * @default true
   */
  OPENED?: boolean;
  /**
   * Included in exports: Whether exports of contacts contain it.
   *
   * @default true
   */
  EXPORT?: boolean;
  /** Responsible person: Who answers for the contact. Left out, it is the caller. */
  ASSIGNED_BY_ID?: Id;
  /**
   * Created by: Who created the contact.
   *
   * Only taken in import mode.
   */
  CREATED_BY_ID?: Id;
  /**
   * Modified by: Who changed the contact last.
   *
   * Only taken in import mode.
   */
  MODIFY_BY_ID?: Id;
  /**
   * Created on: When the contact was created. An imported one may not be older than the newest contact.
   *
   * Only taken in import mode.
   */
  DATE_CREATE?: DateInput;
  /**
   * Modified on: When the contact changed last.
   *
   * Only taken in import mode.
   */
  DATE_MODIFY?: DateInput;
  /**
   * Company: The main linked company, 0 or null for none. Sending one that is not linked yet replaces all links.
   *
   * @deprecated Send COMPANY_IDS, or use crm.contact.company.*.
   */
  COMPANY_ID?: Id | null;
  /**
   * Companies: All linked companies, the main one first. It replaces the links; crm.contact.company.items.get reads
   * them.
   */
  COMPANY_IDS?: readonly Id[];
  /** External source: The outside system the contact came from. */
  ORIGINATOR_ID?: string | null;
  /** ID in the external source: The contact's key in that outside system. */
  ORIGIN_ID?: string | null;
  /**
   * Version in the external source: Which version of the outside data this is, so that an import can tell whether it
   * may overwrite.
   */
  ORIGIN_VERSION?: string | null;
  /** UTM source: The advertising system. */
  UTM_SOURCE?: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  UTM_MEDIUM?: string | null;
  /** UTM campaign: The campaign's name. */
  UTM_CAMPAIGN?: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  UTM_CONTENT?: string | null;
  /** UTM term: The search words that led here. */
  UTM_TERM?: string | null;
  /** Trace: The visitor's path, as the portal's script on the site gives it. */
  TRACE?: string | null;
  /** Phone: Phones. Missing when there are none; in lists only when selected by name. */
  PHONE?: readonly CrmPhoneInput[];
  /** E-mail: E-mail addresses. Missing when there are none; in lists only when selected by name. */
  EMAIL?: readonly CrmEmailInput[];
  /** Site: Sites. Missing when there are none; in lists only when selected by name. */
  WEB?: readonly CrmWebInput[];
  /** Messenger: Messengers. Missing when there are none; in lists only when selected by name. */
  IM?: readonly CrmMessengerInput[];
  /** Link: Users who wrote through an open channel. Kept by the portal. */
  LINK?: readonly CrmLinkInput[];
}

/**
 * A contact.
 *
 * What can be sent of it once it exists.
 */
export interface CrmContactUpdate extends CustomInput<CrmContactCustomFields> {
  /** Salutation: How the person is addressed: an entry of the directory HONORIFIC. */
  HONORIFIC?: string | null;
  /** First name: The first name. A contact has this or LAST_NAME; update refuses to empty both. */
  NAME?: string | null;
  /** Second name: The middle name. */
  SECOND_NAME?: string | null;
  /** Last name: The family name. Left out together with NAME, the portal makes up "Contact #12". */
  LAST_NAME?: string | null;
  /** Photo: A picture. A new one replaces and deletes the old. */
  PHOTO?: FileInput;
  /** Date of birth: The day of birth. */
  BIRTHDATE?: DateInput | null;
  /**
   * Contact type: What the contact is to us. Left out, the directory's first entry is taken.
   *
   * - `"CLIENT"`: A client
   * - `"SUPPLIER"`: A supplier
   * - `"PARTNER"`: A partner
   * - `"OTHER"`: Anything else
   */
  TYPE_ID?: "CLIENT" | "SUPPLIER" | "PARTNER" | "OTHER" | (string & {}) | null;
  /**
   * Source: Where the contact came from. Left out, the directory's first entry is taken.
   *
   * - `"CALL"`: A phone call
   * - `"EMAIL"`: An e-mail
   * - `"WEB"`: The web site
   * - `"ADVERTISING"`: Advertising
   * - `"PARTNER"`: An existing client
   * - `"RECOMMENDATION"`: A recommendation
   * - `"TRADE_SHOW"`: A trade show
   * - `"WEBFORM"`: A CRM form
   * - `"CALLBACK"`: A callback request
   * - `"RC_GENERATOR"`: The sales generator
   * - `"STORE"`: The online store
   * - `"OTHER"`: Anything else
   */
  SOURCE_ID?:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {})
    | null;
  /** Source details: More about where the contact came from. */
  SOURCE_DESCRIPTION?: string | null;
  /** Position: The position at work. */
  POST?: string | null;
  /**
   * Address: Street and house. Send the whole address when any part of it changes.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS?: string | null;
  /**
   * Apartment, office: The address's second line.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_2?: string | null;
  /**
   * City: The address's city.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_CITY?: string | null;
  /**
   * Postal code: The address's postal code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_POSTAL_CODE?: string | null;
  /**
   * District: The address's district.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_REGION?: string | null;
  /**
   * Province: The address's province or state.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_PROVINCE?: string | null;
  /**
   * Country: The address's country, as text.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY?: string | null;
  /**
   * Country code: The address's country, as a code.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_COUNTRY_CODE?: string | null;
  /**
   * Address in the directory: The address's number in the portal's location directory.
   *
   * @deprecated Use crm.address.*.
   */
  ADDRESS_LOC_ADDR_ID?: Id | null;
  /** Comment: Free text in BB code. HTML is turned into BB code. */
  COMMENTS?: string | null;
  /**
   * Available to everyone: Whether all who may see open contacts see this one. The portal's settings can change the
   * default.
   */
  OPENED?: boolean;
  /** Included in exports: Whether exports of contacts contain it. */
  EXPORT?: boolean;
  /** Responsible person: Who answers for the contact. Left out, it is the caller. */
  ASSIGNED_BY_ID?: Id;
  /**
   * Company: The main linked company, 0 or null for none. Sending one that is not linked yet replaces all links.
   *
   * @deprecated Send COMPANY_IDS, or use crm.contact.company.*.
   */
  COMPANY_ID?: Id | null;
  /**
   * Companies: All linked companies, the main one first. It replaces the links; crm.contact.company.items.get reads
   * them.
   */
  COMPANY_IDS?: readonly Id[];
  /** External source: The outside system the contact came from. */
  ORIGINATOR_ID?: string | null;
  /** ID in the external source: The contact's key in that outside system. */
  ORIGIN_ID?: string | null;
  /**
   * Version in the external source: Which version of the outside data this is, so that an import can tell whether it
   * may overwrite.
   */
  ORIGIN_VERSION?: string | null;
  /** UTM source: The advertising system. */
  UTM_SOURCE?: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  UTM_MEDIUM?: string | null;
  /** UTM campaign: The campaign's name. */
  UTM_CAMPAIGN?: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  UTM_CONTENT?: string | null;
  /** UTM term: The search words that led here. */
  UTM_TERM?: string | null;
  /** Phone: Phones. Missing when there are none; in lists only when selected by name. */
  PHONE?: readonly CrmPhoneInput[];
  /** E-mail: E-mail addresses. Missing when there are none; in lists only when selected by name. */
  EMAIL?: readonly CrmEmailInput[];
  /** Site: Sites. Missing when there are none; in lists only when selected by name. */
  WEB?: readonly CrmWebInput[];
  /** Messenger: Messengers. Missing when there are none; in lists only when selected by name. */
  IM?: readonly CrmMessengerInput[];
  /** Link: Users who wrote through an open channel. Kept by the portal. */
  LINK?: readonly CrmLinkInput[];
}

/** Conditions on fields of CrmContact: see {@link Filter} for the operators. */
export type CrmContactFilter = Filter<{
  ID: Id;
  HONORIFIC: string;
  NAME: string;
  SECOND_NAME: string;
  LAST_NAME: string;
  BIRTHDATE: DateInput;
  TYPE_ID: "CLIENT" | "SUPPLIER" | "PARTNER" | "OTHER" | (string & {});
  SOURCE_ID:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {});
  SOURCE_DESCRIPTION: string;
  POST: string;
  ADDRESS: string;
  ADDRESS_2: string;
  ADDRESS_CITY: string;
  ADDRESS_POSTAL_CODE: string;
  ADDRESS_REGION: string;
  ADDRESS_PROVINCE: string;
  ADDRESS_COUNTRY: string;
  ADDRESS_COUNTRY_CODE: string;
  ADDRESS_LOC_ADDR_ID: Id;
  COMMENTS: string;
  OPENED: boolean;
  EXPORT: boolean;
  HAS_PHONE: boolean;
  HAS_EMAIL: boolean;
  HAS_IMOL: boolean;
  ASSIGNED_BY_ID: Id;
  CREATED_BY_ID: Id;
  MODIFY_BY_ID: Id;
  DATE_CREATE: DateInput;
  DATE_MODIFY: DateInput;
  COMPANY_ID: Id;
  LEAD_ID: Id;
  ORIGINATOR_ID: string;
  ORIGIN_ID: string;
  ORIGIN_VERSION: string;
  UTM_SOURCE: string;
  UTM_MEDIUM: string;
  UTM_CAMPAIGN: string;
  UTM_CONTENT: string;
  UTM_TERM: string;
  LAST_ACTIVITY_TIME: DateInput;
  LAST_ACTIVITY_BY: Id;
} & CrmContactCustomFields, { PHONE: string; EMAIL: string; WEB: string; IM: string }>;

/** Directions by fields of CrmContact. */
export type CrmContactOrder = Order<Exclude<keyof CrmContact, "PHOTO" | "FACE_ID" | "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK">>;

/** What of CrmContact can be selected: names of fields, and masks for many at once. */
export type CrmContactSelect = keyof CrmContact | "*" | "UF_*";

/** CrmContact with the selected fields only. */
export type CrmContactSelected<Select extends readonly CrmContactSelect[]> =
  Selected<CrmContact, "ID", "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK", Select>;

/**
 * The fields of CrmContact that only some portals have.
 *
 * Say which there are, and they are typed wherever such an object comes back, is sent or filtered:
 *
 * @example declare module "crm-wasm" { interface CrmContactCustomFields { UF_CRM_COLOR: string } }
 */
export interface CrmContactCustomFields {
  [field: `UF_CRM_${string}`]: unknown;
  [field: `PARENT_ID_${string}`]: unknown;
}

/**
 * What else happens when a contact is created.
 *
 * What can be sent of it.
 */
export interface CrmContactAddOptionsInput {
  /**
   * Announces the contact in the feed.
   *
   * @default false
   */
  REGISTER_SONET_EVENT?: boolean;
  /**
   * Import: DATE_CREATE, DATE_MODIFY, CREATED_BY_ID and MODIFY_BY_ID can be set.
   *
   * @default false
   */
  IMPORT?: boolean;
}

/**
 * What else happens when a contact changes.
 *
 * What can be sent of it.
 */
export interface CrmContactUpdateOptionsInput {
  /**
   * Announces the change in the feed.
   *
   * @default false
   */
  REGISTER_SONET_EVENT?: boolean;
  /**
   * Writes the change into the contact's history.
   *
   * @default true
   */
  REGISTER_HISTORY_EVENT?: boolean;
}

/** Names the contact an event is about. */
export interface CrmContactEvent {
  /** The contact. */
  FIELDS: CrmContactEventFields;
}

/** All an event says of a contact. Read the rest with crm.contact.get. */
export interface CrmContactEventFields {
  /** The contact. */
  ID: number;
}

/** The parameters of {@link crmContactAdd}. */
export interface CrmContactAddParams {
  /** The contact's fields. Unknown and read-only ones are dropped without a word. */
  fields?: CrmContactInput;
  /** What else to do. */
  params?: CrmContactAddOptionsInput;
}

/**
 * Creates a contact and returns its number.
 *
 * Calls `crm.contact.add` (scope `crm`). Every call makes something new.
 *
 * @param params.fields The contact's fields. Unknown and read-only ones are dropped without a word.
 * @param params.params What else to do.
 * @returns The new contact.
 * @throws {CrmError} `Access denied.`: The caller may not create contacts.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `Parameter 'params' must be array.`: params is no object.
 * @throws {CrmError} The portal's disk space is used up. The text says so in its language.
 * @throws {CrmError} `ERROR_CORE`: A value was refused, a malformed e-mail address for example. The text names the
 *   field.
 * @deprecated Use {@link crmItemAdd}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-add.html
 */
export function crmContactAdd<Raw extends boolean = false>(
  params?: CrmContactAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<number, Raw>>;

/** The parameters of {@link crmContactDelete}. */
export interface CrmContactDeleteParams {
  /** The contact. */
  id: Id;
}

/**
 * Deletes a contact with its timeline, activities and links.
 *
 * Calls `crm.contact.delete` (scope `crm`).
 *
 * @param params.id The contact.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not delete the contact, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} `ERROR_CORE`: There is no such contact. The text is in the portal's language.
 * @deprecated Use {@link crmItemDelete}. The portal develops crm.item.* only, which wants entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-delete.html
 */
export function crmContactDelete<Raw extends boolean = false>(
  params: CrmContactDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Describes the fields contacts have on this portal, custom ones too.
 *
 * Calls `crm.contact.fields` (scope `crm`).
 *
 * @returns The fields by name.
 * @deprecated Use {@link crmItemFields}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-fields.html
 */
export function crmContactFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmFieldDescriptor>, Raw>>;

/** The parameters of {@link crmContactGet}. */
export interface CrmContactGetParams {
  /** The contact. */
  id: Id;
}

/**
 * Reads a contact with its custom fields and multi-fields.
 *
 * Calls `crm.contact.get` (scope `crm`).
 *
 * @param params.id The contact.
 * @returns The contact.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Not found`: There is no such contact.
 * @throws {CrmError} `Access denied.`: The caller may not see the contact, or it does not exist and the caller is no
 *   administrator.
 * @deprecated Use {@link crmItemGet}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-get.html
 */
export function crmContactGet<Raw extends boolean = false>(
  params: CrmContactGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmContact, Raw>>;

/** The parameters of {@link crmContactList}. */
export interface CrmContactListParams<Select extends readonly CrmContactSelect[] = readonly CrmContactSelect[]> {
  /** The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left out, it is *. */
  select?: Select;
  /** Conditions, all of which must hold. A condition the portal does not know is ignored, so more rows come back. */
  filter?: CrmContactFilter;
  /** By which fields to sort, and which way. */
  order?: CrmContactOrder;
  /**
   * How many rows to skip: 0, 50, 100 … Past the end the first page comes again; -1 skips the counting.
   *
   * @default 0
   */
  start?: number;
}

/**
 * Finds contacts, 50 to a page.
 *
 * Calls `crm.contact.list` (scope `crm`).
 *
 * @param params.select The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left
 *   out, it is *.
 * @param params.filter Conditions, all of which must hold. A condition the portal does not know is ignored, so more
 *   rows come back.
 * @param params.order By which fields to sort, and which way.
 * @param params.start How many rows to skip: 0, 50, 100 … Past the end the first page comes again; -1 skips the
 *   counting.
 * @returns A page of rows, each of them: one contact.
 * @throws {CrmError} `Access denied.`: The caller may not see contacts.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Failed to get list. General error.`: The portal could not run the search.
 * @deprecated Use {@link crmItemList}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-list.html
 */
export function crmContactList<const Select extends readonly CrmContactSelect[] = readonly [], Raw extends boolean = false>(
  params?: CrmContactListParams<Select>,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Page<CrmContactSelected<Select>>, Raw>>;

/** The parameters of {@link crmContactListAll}. */
export interface CrmContactListAllParams<Select extends readonly CrmContactSelect[] = readonly CrmContactSelect[]> {
  /** The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left out, it is *. */
  select?: Select;
  /** Conditions, all of which must hold. A condition the portal does not know is ignored, so more rows come back. */
  filter?: CrmContactFilter;
}

/**
 * Gives all rows of {@link crmContactList}, read as they are taken.
 *
 * They come by ascending ID and in no other order, up to 2,500 in a request. While others add or remove rows, none
 * comes twice and none that stays is missing. Conditions on ID hold too.
 *
 * Calls `crm.contact.list` (scope `crm`).
 *
 * @param params.select The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left
 *   out, it is *.
 * @param params.filter Conditions, all of which must hold. A condition the portal does not know is ignored, so more
 *   rows come back.
 * @returns The rows, each of them: one contact.
 * @throws {CrmError} `Access denied.`: The caller may not see contacts.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Failed to get list. General error.`: The portal could not run the search.
 * @deprecated Use {@link crmItemListAll}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-list.html
 */
export function crmContactListAll<const Select extends readonly CrmContactSelect[] = readonly [], Raw extends boolean = false>(
  params?: CrmContactListAllParams<Select>,
  options?: ListOptions<Raw>,
): Rows<Answer<CrmContactSelected<Select>, Raw>>;

/** The parameters of {@link crmContactUpdate}. */
export interface CrmContactUpdateParams {
  /** The contact. */
  id: Id;
  /** What to change. Multi-fields are changed entry by entry. */
  fields: CrmContactUpdate;
  /** What else to do. */
  params?: CrmContactUpdateOptionsInput;
}

/**
 * Changes a contact. Fields that are not sent stay as they are.
 *
 * Calls `crm.contact.update` (scope `crm`).
 *
 * @param params.id The contact.
 * @param params.fields What to change. Multi-fields are changed entry by entry.
 * @param params.params What else to do.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Contact is not found`: There is no such contact.
 * @throws {CrmError} `Access denied.`: The caller may not change the contact, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `Parameter 'params' must be array.`: params is no object.
 * @throws {CrmError} The portal's disk space is used up. The text says so in its language.
 * @throws {CrmError} `ERROR_CORE`: A value was refused: a malformed e-mail address, or both names made empty. The text
 *   names the field.
 * @deprecated Use {@link crmItemUpdate}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 3.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/crm-contact-update.html
 */
export function crmContactUpdate<Raw extends boolean = false>(
  params: CrmContactUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Calls the listener for each `ONCRMCONTACTADD`: A contact was created.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/events/on-crm-contact-add.html
 */
export function onCrmContactAdd(listener: Listener<"ONCRMCONTACTADD">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCONTACTDELETE`: A contact was deleted.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/events/on-crm-contact-delete.html
 */
export function onCrmContactDelete(listener: Listener<"ONCRMCONTACTDELETE">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCONTACTUPDATE`: A contact was changed. Linking a company alone does not fire it.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/events/on-crm-contact-update.html
 */
export function onCrmContactUpdate(listener: Listener<"ONCRMCONTACTUPDATE">, options?: ListenOptions): Promise<Stop>;

// crm.contact.userfield: The custom fields contacts have on this portal.

/** The parameters of {@link crmContactUserfieldAdd}. */
export interface CrmContactUserfieldAddParams {
  /** The custom field. */
  fields: CrmUserFieldDraftInput;
}

/**
 * Gives all contacts a custom field and returns its number.
 *
 * Calls `crm.contact.userfield.add` (scope `crm`). For administrators only. Every call makes something new.
 *
 * @param params.fields The custom field.
 * @returns The new custom field.
 * @throws {CrmError} `The 'USER_TYPE_ID' field is not found.`: USER_TYPE_ID is missing or empty.
 * @throws {CrmError} `The 'FIELD_NAME' field is not found.`: FIELD_NAME is missing or empty.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings.
 * @throws {CrmError} `ERROR_CORE`: The code is too long, exists or has other characters, the type is unknown, or an
 *   XML_ID is there twice.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/crm-contact-userfield-add.html
 */
export function crmContactUserfieldAdd<Raw extends boolean = false>(
  params: CrmContactUserfieldAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<number, Raw>>;

/** The parameters of {@link crmContactUserfieldDelete}. */
export interface CrmContactUserfieldDeleteParams {
  /** The custom field. */
  id: Id;
}

/**
 * Deletes a custom field of contacts, and its values in all of them.
 *
 * Calls `crm.contact.userfield.delete` (scope `crm`). For administrators only.
 *
 * @param params.id The custom field.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings, or the field is not one of
 *   contacts.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @throws {CrmError} `Error deleting`: The portal could not delete it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/crm-contact-userfield-delete.html
 */
export function crmContactUserfieldDelete<Raw extends boolean = false>(
  params: CrmContactUserfieldDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmContactUserfieldGet}. */
export interface CrmContactUserfieldGetParams {
  /** The custom field. */
  id: Id;
}

/**
 * Reads a custom field of contacts, with its labels in all languages.
 *
 * Calls `crm.contact.userfield.get` (scope `crm`).
 *
 * @param params.id The custom field.
 * @returns The custom field.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not see contacts, or the field is not one of contacts.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/crm-contact-userfield-get.html
 */
export function crmContactUserfieldGet<Raw extends boolean = false>(
  params: CrmContactUserfieldGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmUserField, Raw>>;

/** The parameters of {@link crmContactUserfieldList}. */
export interface CrmContactUserfieldListParams {
  /** Conditions, and the language of the labels. */
  filter?: CrmUserFieldFilterInput;
  /**
   * By which columns to sort, and which way.
   *
   * @default {"ID":"ASC","SORT":"ASC"}
   */
  order?: CrmUserFieldOrder;
}

/**
 * Finds custom fields of contacts. All come at once.
 *
 * Calls `crm.contact.userfield.list` (scope `crm`).
 *
 * @param params.filter Conditions, and the language of the labels.
 * @param params.order By which columns to sort, and which way.
 * @returns The custom fields.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Access denied.`: The caller may not see contacts.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/crm-contact-userfield-list.html
 */
export function crmContactUserfieldList<Raw extends boolean = false>(
  params?: CrmContactUserfieldListParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmUserField[], Raw>>;

/** The parameters of {@link crmContactUserfieldUpdate}. */
export interface CrmContactUserfieldUpdateParams {
  /** The custom field. */
  id: Id;
  /** What to change. */
  fields: CrmUserFieldDraftUpdate;
}

/**
 * Changes a custom field of contacts. Its code, type and whether it is multiple stay for good.
 *
 * Calls `crm.contact.userfield.update` (scope `crm`). For administrators only.
 *
 * @param params.id The custom field.
 * @param params.fields What to change.
 * @returns Always true.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings, or the field is not one of
 *   contacts.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @throws {CrmError} `ERROR_CORE`: A choice's XML_ID is there twice, or the portal refused another value.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/crm-contact-userfield-update.html
 */
export function crmContactUserfieldUpdate<Raw extends boolean = false>(
  params: CrmContactUserfieldUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Calls the listener for each `ONCRMCONTACTUSERFIELDADD`: A custom field of contacts was created.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/events/on-crm-contact-user-field-add.html
 */
export function onCrmContactUserFieldAdd(listener: Listener<"ONCRMCONTACTUSERFIELDADD">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCONTACTUSERFIELDDELETE`: A custom field of contacts was deleted.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/events/on-crm-contact-user-field-delete.html
 */
export function onCrmContactUserFieldDelete(listener: Listener<"ONCRMCONTACTUSERFIELDDELETE">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCONTACTUSERFIELDSETENUMVALUES`: The choices of an enumeration among the custom
 * fields of contacts were set.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/events/on-crm-contact-user-field-set-enum-values.html
 */
export function onCrmContactUserFieldSetEnumValues(listener: Listener<"ONCRMCONTACTUSERFIELDSETENUMVALUES">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMCONTACTUSERFIELDUPDATE`: A custom field of contacts was changed.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/events/on-crm-contact-user-field-update.html
 */
export function onCrmContactUserFieldUpdate(listener: Listener<"ONCRMCONTACTUSERFIELDUPDATE">, options?: ListenOptions): Promise<Stop>;

// crm.details.configuration: How a record's card is laid out: sections, and the fields in them.

/** A section of a card. */
export interface CrmCardSection {
  /** The section's own name, unique in the card. */
  name: string;
  /** What stands above the section. */
  title: string;
  /** Always section. */
  type: "section";
  /** The fields in the section, in their order. Left out, it has none. */
  elements: CrmCardElement[];
}

/**
 * A section of a card.
 *
 * What can be sent of it.
 */
export interface CrmCardSectionInput {
  /** The section's own name, unique in the card. */
  name: string;
  /** What stands above the section. */
  title: string;
  /**
   * Always section.
   *
   * @default "section"
   */
  type?: "section";
  /** The fields in the section, in their order. Left out, it has none. */
  elements?: readonly CrmCardElementInput[];
}

/** A field in a section of a card. */
export interface CrmCardElement {
  /** The field's name, TITLE or UF_CRM_… The portal does not check it. */
  name: string;
  /** Whether the field shows even when it is empty. */
  optionFlags?: boolean;
  /** What this kind of field lets one choose. */
  options?: CrmCardElementOptions;
}

/**
 * A field in a section of a card.
 *
 * What can be sent of it.
 */
export interface CrmCardElementInput {
  /** The field's name, TITLE or UF_CRM_… The portal does not check it. */
  name: string;
  /**
   * Whether the field shows even when it is empty.
   *
   * @default false
   */
  optionFlags?: boolean;
  /** What this kind of field lets one choose. */
  options?: CrmCardElementOptionsInput;
}

/** What single kinds of fields in a card let one choose. */
export interface CrmCardElementOptions {
  /** ADDRESS: the kind of address offered first. */
  defaultAddressType?: number;
  /** PHONE, CLIENT, COMPANY, CONTACT, MYCOMPANY_ID: the country of new phones, such as DE. */
  defaultCountry?: string;
  /** OPPORTUNITY_WITH_CURRENCY: whether there is a button to take a payment. A string, not a boolean. */
  isPayButtonVisible?: "true" | "false";
  /** OPPORTUNITY_WITH_CURRENCY: whether payments and deliveries show. A string, not a boolean. */
  isPaymentDocumentsVisible?: "true" | "false";
}

/**
 * What single kinds of fields in a card let one choose.
 *
 * What can be sent of it.
 */
export interface CrmCardElementOptionsInput {
  /** ADDRESS: the kind of address offered first. */
  defaultAddressType?: number;
  /** PHONE, CLIENT, COMPANY, CONTACT, MYCOMPANY_ID: the country of new phones, such as DE. */
  defaultCountry?: string;
  /** OPPORTUNITY_WITH_CURRENCY: whether there is a button to take a payment. A string, not a boolean. */
  isPayButtonVisible?: "true" | "false";
  /** OPPORTUNITY_WITH_CURRENCY: whether payments and deliveries show. A string, not a boolean. */
  isPaymentDocumentsVisible?: "true" | "false";
}

// crm.field: What the portal says about a field of its records: the answer of every *.fields method.

/** A field as this portal has it. What is required or custom differs from portal to portal, so ask at run time. */
export interface CrmFieldDescriptor {
  /** The field's type in the portal's words: string, integer, char, crm_status, crm_multifield … */
  type: string;
  /** Whether the portal's settings want it filled. REST calls do not enforce this. */
  isRequired: boolean;
  /** Whether only the portal itself sets it. */
  isReadOnly: boolean;
  /** Whether it can be set when the record is created and never after. */
  isImmutable: boolean;
  /** Whether it holds a list. */
  isMultiple: boolean;
  /** Whether it is a custom field of this portal (UF_CRM_…). */
  isDynamic: boolean;
  /** true where something else took the field's place. */
  isDeprecated?: boolean;
  /** For crm_status: the directory, to be passed to crm.status.list as ENTITY_ID. */
  statusType?: string;
  /** The field's name in the caller's language; of a custom field its code. */
  title?: string;
  /** For a custom enumeration: what can be chosen. */
  items?: CrmFieldItem[];
  /** Custom fields: the name in a list's head. */
  listLabel?: string | null;
  /** Custom fields: the name in a form. */
  formLabel?: string | null;
  /** Custom fields: the name in a filter. */
  filterLabel?: string | null;
  /** Custom fields: the code in upper case. */
  upperName?: string;
  /** Further facts by type, parentEntityTypeId for example. */
  settings?: Record<string, unknown>;
}

/** One choice of a custom enumeration. */
export interface CrmFieldItem {
  /** What is stored in the field. */
  ID: number;
  /** What people see. */
  VALUE: string;
}

// crm.item: Leads, contacts and companies by one set of methods, with fields named alike. What they change fires the events of the kind of record: ONCRMLEADADD, ONCRMCONTACTUPDATE …

/**
 * A lead, a contact or a company, as entityTypeId says. A sentence that begins with some of them is about a field that
 * the others lack.
 */
export interface CrmItem extends CrmItemCustomFields {
  /** ID: The record's number, of its own in each kind. */
  id: number;
  /**
   * The kind of record.
   *
   * - `1`: Lead
   * - `3`: Contact
   * - `4`: Company
   */
  entityTypeId: 1 | 3 | 4 | (number & {});
  /** Name: Leads, companies: what it is called. The portal makes up "Lead #12" when it is left out. */
  title?: string | null;
  /** Salutation: Leads, contacts: how the person is addressed, an entry of the directory HONORIFIC. */
  honorific?: string | null;
  /** First name: Leads, contacts: the person's first name. */
  name?: string | null;
  /** Second name: Leads, contacts: the person's middle name. */
  secondName?: string | null;
  /** Last name: Leads, contacts: the person's family name. */
  lastName?: string | null;
  /** Date of birth: Leads, contacts: the person's day of birth. */
  birthdate?: string | null;
  /** Position: Leads, contacts: the person's position at work. */
  post?: string | null;
  /** Company name: Leads: a company's name as text. companyId links a company that is in the CRM. */
  companyTitle?: string | null;
  /** Type: Contacts, companies: what it is to us, an entry of the directory CONTACT_TYPE or COMPANY_TYPE. */
  typeId?: string | null;
  /**
   * Source: Leads, contacts: where it came from. Left out, the directory's first entry is taken.
   *
   * - `"CALL"`: A phone call
   * - `"EMAIL"`: An e-mail
   * - `"WEB"`: The web site
   * - `"ADVERTISING"`: Advertising
   * - `"PARTNER"`: An existing client
   * - `"RECOMMENDATION"`: A recommendation
   * - `"TRADE_SHOW"`: A trade show
   * - `"WEBFORM"`: A CRM form
   * - `"CALLBACK"`: A callback request
   * - `"RC_GENERATOR"`: The sales generator
   * - `"STORE"`: The online store
   * - `"OTHER"`: Anything else
   */
  sourceId?:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {})
    | null;
  /** Source details: Leads, contacts: more about where it came from. */
  sourceDescription?: string | null;
  /**
   * Stage: Leads: the stage. STATUS_ID to crm.lead.*.
   *
   * - `"NEW"`: Nobody has worked on it
   * - `"IN_PROCESS"`: Someone is working on it
   * - `"PROCESSED"`: The work is done, the outcome open
   * - `"JUNK"`: Of no use; final
   * - `"CONVERTED"`: Became a deal, contact or company; final
   */
  stageId?: "NEW" | "IN_PROCESS" | "PROCESSED" | "JUNK" | "CONVERTED" | (string & {}) | null;
  /**
   * Stage group: Leads: what the stage means.
   *
   * - `"P"`: In progress
   * - `"S"`: Success: converted
   * - `"F"`: Failure: junk
   */
  stageSemanticId?: "P" | "S" | "F" | null;
  /** Stage details: Leads: more about the stage. */
  statusDescription?: string | null;
  /** Amount: Leads: what it may be worth. Product rows set it unless isManualOpportunity is true. */
  opportunity?: number | null;
  /** Amount entered by hand: Leads: whether the amount stays as it was entered when product rows change. */
  isManualOpportunity?: boolean | null;
  /** Currency: Leads, companies: the currency of amounts, such as EUR. Left out, it is the portal's own. */
  currencyId?: string | null;
  /**
   * Repeat lead: Leads: whether the client is known, that is a company or a contact is linked. Read it again after
   * linking.
   */
  isReturnCustomer?: boolean | null;
  /** Closed on: Leads: when it reached a final stage. */
  dateClosed?: string | null;
  /** Moved by: Leads: who moved it to its stage. */
  movedBy?: number | null;
  /** Moved on: Leads: when it came to its stage. */
  movedTime?: string | null;
  /** Company: Leads, contacts: the linked company, for contacts the main one; 0 or null for none. */
  companyId?: number | null;
  /** Companies: Contacts: all linked companies, the main one first. Sent, it replaces the links. */
  companyIds?: number[] | null;
  /**
   * Contact: Leads: the main linked contact, 0 or null for none.
   *
   * @deprecated Send contactIds.
   */
  contactId?: number | null;
  /** Contacts: Leads, companies: all linked contacts, the main one first. Sent, it replaces the links. */
  contactIds?: number[] | null;
  /** Lead: Contacts, companies: the lead it was made from. */
  leadId?: number | null;
  /** Included in exports: Contacts: whether exports of contacts contain it. */
  export?: boolean | null;
  /** Photo: Contacts: the number of the picture's file. crm.contact.update takes a picture. */
  photo?: number | null;
  /** Logo: Companies: the number of the picture's file. crm.company.update takes a picture. */
  logo?: number | null;
  /** Industry: Companies: the trade, an entry of the directory INDUSTRY. Left out, its first entry is taken. */
  industry?: string | null;
  /**
   * Number of employees: Companies: how large it is, an entry of the directory EMPLOYEES. Left out, its first entry is
   * taken.
   */
  employees?: string | null;
  /** Annual revenue: Companies: what it turns over in a year. */
  revenue?: number | null;
  /** My company: Companies: whether it is one of the portal owner's own, whose details stand on invoices. */
  isMyCompany?: boolean | null;
  /**
   * Banking details: Companies: free text about the bank.
   *
   * @deprecated Use crm.requisite.bankdetail.*.
   */
  bankingDetails?: string | null;
  /** Logo on documents: Companies: for one's own, the logo. Sent as [name, content in Base64]. */
  ufLogo?: CrmItemFile | null;
  /** Seal on documents: Companies: for one's own, the seal. Sent as [name, content in Base64]. */
  ufStamp?: CrmItemFile | null;
  /** Director's signature: Companies: for one's own, a signature. Sent as [name, content in Base64]. */
  ufDirectorSign?: CrmItemFile | null;
  /** Accountant's signature: Companies: for one's own, a signature. Sent as [name, content in Base64]. */
  ufAccountantSign?: CrmItemFile | null;
  /**
   * Category: Contacts, companies: 0 for clients. Others, as of suppliers, are hidden from crm.contact.* and its like.
   */
  categoryId?: number | null;
  /** Comment: Free text in BB code. */
  comments: string | null;
  /**
   * Available to everyone: Whether all who may see open records see this one. The portal's settings can change the
   * default.
   */
  opened: boolean;
  /** Responsible person: Who answers for it. Left out, it is the caller. */
  assignedById: number;
  /** Observers: Who is told of changes. */
  observers?: number[];
  /** Has a phone: Whether fm holds a phone. */
  hasPhone: boolean;
  /** Has an e-mail: Whether fm holds an e-mail address. */
  hasEmail: boolean;
  /** Has an open channel: Whether an open channel's chat belongs to it. */
  hasImol: boolean;
  /**
   * Phones, e-mail and more: All of them; in lists only with *. Sent as a list, they are added. Sent as an object, keys
   * say what happens: a value's id changes it, or deletes it where value is empty, and n0, n1 … add: { 15: { typeId:
   * "PHONE", value: "" } }.
   */
  fm?: CrmItemMultifield[];
  /** Phone: One of the phones in fm. */
  phone?: string | null;
  /** Work phone: The first phone at work in fm. */
  phoneWork?: string | null;
  /** Mobile phone: The first mobile phone in fm. */
  phoneMobile?: string | null;
  /** Phone for mailings: The first phone for marketing in fm. */
  phoneMailing?: string | null;
  /** E-mail: One of the e-mail addresses in fm. */
  email?: string | null;
  /** Work e-mail: The first address at work in fm. */
  emailWork?: string | null;
  /** Private e-mail: The first private address in fm. */
  emailHome?: string | null;
  /** E-mail for mailings: The first address for newsletters in fm. */
  emailMailing?: string | null;
  /** Open channel: The first open channel's chat in fm. */
  imol?: string | null;
  /** Created by: Who created it. */
  createdBy: number;
  /** Created on: When it was created. DATE_CREATE to crm.lead.* and its like. */
  createdTime: string;
  /** Modified by: Who changed it last. */
  updatedBy: number;
  /** Modified on: When it changed last. DATE_MODIFY to crm.lead.* and its like. */
  updatedTime: string;
  /** Last activity by: Who did it. */
  lastActivityBy: number | null;
  /** Last activity: When something last happened in its timeline. */
  lastActivityTime: string | null;
  /** Last communication: When the client was last spoken or written to, as the portal prints dates. */
  lastCommunicationTime?: string | null;
  /** External source: The outside system it came from. */
  originatorId: string | null;
  /** ID in the external source: Its key in that outside system. */
  originId: string | null;
  /** Version in the external source: Contacts, companies: which version of the outside data this is. */
  originVersion?: string | null;
  /** CRM form: The form it came from, 0 or null for none. Only leads take it. */
  webformId: number | null;
  /** Search index: The words the portal's search looks through. Kept by the portal. */
  searchContent: string | null;
  /** UTM source: The advertising system. */
  utmSource: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  utmMedium: string | null;
  /** UTM campaign: The campaign's name. */
  utmCampaign: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  utmContent: string | null;
  /** UTM term: The search words that led here. */
  utmTerm: string | null;
}

/**
 * A lead, a contact or a company, as entityTypeId says. A sentence that begins with some of them is about a field that
 * the others lack.
 *
 * What can be sent of it.
 */
export interface CrmItemInput extends CustomInput<CrmItemCustomFields> {
  /** Name: Leads, companies: what it is called. The portal makes up "Lead #12" when it is left out. */
  title?: string | null;
  /** Salutation: Leads, contacts: how the person is addressed, an entry of the directory HONORIFIC. */
  honorific?: string | null;
  /** First name: Leads, contacts: the person's first name. */
  name?: string | null;
  /** Second name: Leads, contacts: the person's middle name. */
  secondName?: string | null;
  /** Last name: Leads, contacts: the person's family name. */
  lastName?: string | null;
  /** Date of birth: Leads, contacts: the person's day of birth. */
  birthdate?: DateInput | null;
  /** Position: Leads, contacts: the person's position at work. */
  post?: string | null;
  /** Company name: Leads: a company's name as text. companyId links a company that is in the CRM. */
  companyTitle?: string | null;
  /** Type: Contacts, companies: what it is to us, an entry of the directory CONTACT_TYPE or COMPANY_TYPE. */
  typeId?: string | null;
  /**
   * Source: Leads, contacts: where it came from. Left out, the directory's first entry is taken.
   *
   * - `"CALL"`: A phone call
   * - `"EMAIL"`: An e-mail
   * - `"WEB"`: The web site
   * - `"ADVERTISING"`: Advertising
   * - `"PARTNER"`: An existing client
   * - `"RECOMMENDATION"`: A recommendation
   * - `"TRADE_SHOW"`: A trade show
   * - `"WEBFORM"`: A CRM form
   * - `"CALLBACK"`: A callback request
   * - `"RC_GENERATOR"`: The sales generator
   * - `"STORE"`: The online store
   * - `"OTHER"`: Anything else
   */
  sourceId?:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {})
    | null;
  /** Source details: Leads, contacts: more about where it came from. */
  sourceDescription?: string | null;
  /**
   * Stage: Leads: the stage. STATUS_ID to crm.lead.*.
   *
   * - `"NEW"`: Nobody has worked on it
   * - `"IN_PROCESS"`: Someone is working on it
   * - `"PROCESSED"`: The work is done, the outcome open
   * - `"JUNK"`: Of no use; final
   * - `"CONVERTED"`: Became a deal, contact or company; final
   */
  stageId?: "NEW" | "IN_PROCESS" | "PROCESSED" | "JUNK" | "CONVERTED" | (string & {}) | null;
  /** Stage details: Leads: more about the stage. */
  statusDescription?: string | null;
  /** Amount: Leads: what it may be worth. Product rows set it unless isManualOpportunity is true. */
  opportunity?: number | null;
  /**
   * Amount entered by hand: Leads: whether the amount stays as it was entered when product rows change.
   *
   * @default false
   */
  isManualOpportunity?: boolean | null;
  /** Currency: Leads, companies: the currency of amounts, such as EUR. Left out, it is the portal's own. */
  currencyId?: string | null;
  /** Company: Leads, contacts: the linked company, for contacts the main one; 0 or null for none. */
  companyId?: Id | null;
  /** Companies: Contacts: all linked companies, the main one first. Sent, it replaces the links. */
  companyIds?: readonly Id[];
  /**
   * Contact: Leads: the main linked contact, 0 or null for none.
   *
   * @deprecated Send contactIds.
   */
  contactId?: Id | null;
  /** Contacts: Leads, companies: all linked contacts, the main one first. Sent, it replaces the links. */
  contactIds?: readonly Id[];
  /** Lead: Contacts, companies: the lead it was made from. */
  leadId?: Id | null;
  /**
   * Included in exports: Contacts: whether exports of contacts contain it.
   *
   * @default true
   */
  export?: boolean | null;
  /** Industry: Companies: the trade, an entry of the directory INDUSTRY. Left out, its first entry is taken. */
  industry?: string | null;
  /**
   * Number of employees: Companies: how large it is, an entry of the directory EMPLOYEES. Left out, its first entry is
   * taken.
   */
  employees?: string | null;
  /**
   * Annual revenue: Companies: what it turns over in a year.
   *
   * @default 0
   */
  revenue?: number | null;
  /**
   * My company: Companies: whether it is one of the portal owner's own, whose details stand on invoices.
   *
   * @default false
   */
  isMyCompany?: boolean | null;
  /**
   * Banking details: Companies: free text about the bank.
   *
   * @deprecated Use crm.requisite.bankdetail.*.
   */
  bankingDetails?: string | null;
  /** Logo on documents: Companies: for one's own, the logo. Sent as [name, content in Base64]. */
  ufLogo?: readonly string[];
  /** Seal on documents: Companies: for one's own, the seal. Sent as [name, content in Base64]. */
  ufStamp?: readonly string[];
  /** Director's signature: Companies: for one's own, a signature. Sent as [name, content in Base64]. */
  ufDirectorSign?: readonly string[];
  /** Accountant's signature: Companies: for one's own, a signature. Sent as [name, content in Base64]. */
  ufAccountantSign?: readonly string[];
  /**
   * Category: Contacts, companies: 0 for clients. Others, as of suppliers, are hidden from crm.contact.* and its like.
   */
  categoryId?: number | null;
  /** Comment: Free text in BB code. */
  comments?: string | null;
  /**
   * Available to everyone: Whether all who may see open records see this one. The portal's settings can change the
   * default.
   *
   * @default true
   */
  opened?: boolean;
  /** Responsible person: Who answers for it. Left out, it is the caller. */
  assignedById?: Id;
  /** Observers: Who is told of changes. */
  observers?: readonly Id[];
  /**
   * Phones, e-mail and more: All of them; in lists only with *. Sent as a list, they are added. Sent as an object, keys
   * say what happens: a value's id changes it, or deletes it where value is empty, and n0, n1 … add: { 15: { typeId:
   * "PHONE", value: "" } }.
   */
  fm?: readonly CrmItemMultifieldInput[] | Record<string, CrmItemMultifieldInput>;
  /** External source: The outside system it came from. */
  originatorId?: string | null;
  /** ID in the external source: Its key in that outside system. */
  originId?: string | null;
  /** Version in the external source: Contacts, companies: which version of the outside data this is. */
  originVersion?: string | null;
  /** CRM form: The form it came from, 0 or null for none. Only leads take it. */
  webformId?: Id | null;
  /** UTM source: The advertising system. */
  utmSource?: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  utmMedium?: string | null;
  /** UTM campaign: The campaign's name. */
  utmCampaign?: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  utmContent?: string | null;
  /** UTM term: The search words that led here. */
  utmTerm?: string | null;
}

/**
 * A lead, a contact or a company, as entityTypeId says. A sentence that begins with some of them is about a field that
 * the others lack.
 *
 * What can be sent of it once it exists.
 */
export interface CrmItemUpdate extends CustomInput<CrmItemCustomFields> {
  /** Name: Leads, companies: what it is called. The portal makes up "Lead #12" when it is left out. */
  title?: string | null;
  /** Salutation: Leads, contacts: how the person is addressed, an entry of the directory HONORIFIC. */
  honorific?: string | null;
  /** First name: Leads, contacts: the person's first name. */
  name?: string | null;
  /** Second name: Leads, contacts: the person's middle name. */
  secondName?: string | null;
  /** Last name: Leads, contacts: the person's family name. */
  lastName?: string | null;
  /** Date of birth: Leads, contacts: the person's day of birth. */
  birthdate?: DateInput | null;
  /** Position: Leads, contacts: the person's position at work. */
  post?: string | null;
  /** Company name: Leads: a company's name as text. companyId links a company that is in the CRM. */
  companyTitle?: string | null;
  /** Type: Contacts, companies: what it is to us, an entry of the directory CONTACT_TYPE or COMPANY_TYPE. */
  typeId?: string | null;
  /**
   * Source: Leads, contacts: where it came from. Left out, the directory's first entry is taken.
   *
   * - `"CALL"`: A phone call
   * - `"EMAIL"`: An e-mail
   * - `"WEB"`: The web site
   * - `"ADVERTISING"`: Advertising
   * - `"PARTNER"`: An existing client
   * - `"RECOMMENDATION"`: A recommendation
   * - `"TRADE_SHOW"`: A trade show
   * - `"WEBFORM"`: A CRM form
   * - `"CALLBACK"`: A callback request
   * - `"RC_GENERATOR"`: The sales generator
   * - `"STORE"`: The online store
   * - `"OTHER"`: Anything else
   */
  sourceId?:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {})
    | null;
  /** Source details: Leads, contacts: more about where it came from. */
  sourceDescription?: string | null;
  /**
   * Stage: Leads: the stage. STATUS_ID to crm.lead.*.
   *
   * - `"NEW"`: Nobody has worked on it
   * - `"IN_PROCESS"`: Someone is working on it
   * - `"PROCESSED"`: The work is done, the outcome open
   * - `"JUNK"`: Of no use; final
   * - `"CONVERTED"`: Became a deal, contact or company; final
   */
  stageId?: "NEW" | "IN_PROCESS" | "PROCESSED" | "JUNK" | "CONVERTED" | (string & {}) | null;
  /** Stage details: Leads: more about the stage. */
  statusDescription?: string | null;
  /** Amount: Leads: what it may be worth. Product rows set it unless isManualOpportunity is true. */
  opportunity?: number | null;
  /** Amount entered by hand: Leads: whether the amount stays as it was entered when product rows change. */
  isManualOpportunity?: boolean | null;
  /** Currency: Leads, companies: the currency of amounts, such as EUR. Left out, it is the portal's own. */
  currencyId?: string | null;
  /** Company: Leads, contacts: the linked company, for contacts the main one; 0 or null for none. */
  companyId?: Id | null;
  /** Companies: Contacts: all linked companies, the main one first. Sent, it replaces the links. */
  companyIds?: readonly Id[];
  /**
   * Contact: Leads: the main linked contact, 0 or null for none.
   *
   * @deprecated Send contactIds.
   */
  contactId?: Id | null;
  /** Contacts: Leads, companies: all linked contacts, the main one first. Sent, it replaces the links. */
  contactIds?: readonly Id[];
  /** Lead: Contacts, companies: the lead it was made from. */
  leadId?: Id | null;
  /** Included in exports: Contacts: whether exports of contacts contain it. */
  export?: boolean | null;
  /** Industry: Companies: the trade, an entry of the directory INDUSTRY. Left out, its first entry is taken. */
  industry?: string | null;
  /**
   * Number of employees: Companies: how large it is, an entry of the directory EMPLOYEES. Left out, its first entry is
   * taken.
   */
  employees?: string | null;
  /** Annual revenue: Companies: what it turns over in a year. */
  revenue?: number | null;
  /**
   * Banking details: Companies: free text about the bank.
   *
   * @deprecated Use crm.requisite.bankdetail.*.
   */
  bankingDetails?: string | null;
  /** Logo on documents: Companies: for one's own, the logo. Sent as [name, content in Base64]. */
  ufLogo?: readonly string[];
  /** Seal on documents: Companies: for one's own, the seal. Sent as [name, content in Base64]. */
  ufStamp?: readonly string[];
  /** Director's signature: Companies: for one's own, a signature. Sent as [name, content in Base64]. */
  ufDirectorSign?: readonly string[];
  /** Accountant's signature: Companies: for one's own, a signature. Sent as [name, content in Base64]. */
  ufAccountantSign?: readonly string[];
  /**
   * Category: Contacts, companies: 0 for clients. Others, as of suppliers, are hidden from crm.contact.* and its like.
   */
  categoryId?: number | null;
  /** Comment: Free text in BB code. */
  comments?: string | null;
  /**
   * Available to everyone: Whether all who may see open records see this one. The portal's settings can change the
   * default.
   */
  opened?: boolean;
  /** Responsible person: Who answers for it. Left out, it is the caller. */
  assignedById?: Id;
  /** Observers: Who is told of changes. */
  observers?: readonly Id[];
  /**
   * Phones, e-mail and more: All of them; in lists only with *. Sent as a list, they are added. Sent as an object, keys
   * say what happens: a value's id changes it, or deletes it where value is empty, and n0, n1 … add: { 15: { typeId:
   * "PHONE", value: "" } }.
   */
  fm?: readonly CrmItemMultifieldInput[] | Record<string, CrmItemMultifieldInput>;
  /** External source: The outside system it came from. */
  originatorId?: string | null;
  /** ID in the external source: Its key in that outside system. */
  originId?: string | null;
  /** Version in the external source: Contacts, companies: which version of the outside data this is. */
  originVersion?: string | null;
  /** CRM form: The form it came from, 0 or null for none. Only leads take it. */
  webformId?: Id | null;
  /** UTM source: The advertising system. */
  utmSource?: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  utmMedium?: string | null;
  /** UTM campaign: The campaign's name. */
  utmCampaign?: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  utmContent?: string | null;
  /** UTM term: The search words that led here. */
  utmTerm?: string | null;
}

/** Conditions on fields of CrmItem: see {@link Filter} for the operators. */
export type CrmItemFilter = Filter<{
  id: Id;
  title: string;
  honorific: string;
  name: string;
  secondName: string;
  lastName: string;
  birthdate: DateInput;
  post: string;
  companyTitle: string;
  typeId: string;
  sourceId:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {});
  sourceDescription: string;
  stageId: "NEW" | "IN_PROCESS" | "PROCESSED" | "JUNK" | "CONVERTED" | (string & {});
  stageSemanticId: "P" | "S" | "F";
  statusDescription: string;
  opportunity: number;
  isManualOpportunity: boolean;
  currencyId: string;
  isReturnCustomer: boolean;
  dateClosed: DateInput;
  movedBy: Id;
  movedTime: DateInput;
  companyId: Id;
  companyIds: Id;
  contactId: Id;
  contactIds: Id;
  leadId: Id;
  export: boolean;
  photo: Id;
  logo: Id;
  industry: string;
  employees: string;
  revenue: number;
  isMyCompany: boolean;
  bankingDetails: string;
  categoryId: number;
  comments: string;
  opened: boolean;
  assignedById: Id;
  observers: Id;
  hasPhone: boolean;
  hasEmail: boolean;
  hasImol: boolean;
  phone: string;
  phoneWork: string;
  phoneMobile: string;
  phoneMailing: string;
  email: string;
  emailWork: string;
  emailHome: string;
  emailMailing: string;
  imol: string;
  createdBy: Id;
  createdTime: DateInput;
  updatedBy: Id;
  updatedTime: DateInput;
  lastActivityBy: Id;
  lastActivityTime: DateInput;
  originatorId: string;
  originId: string;
  originVersion: string;
  webformId: Id;
  searchContent: string;
  utmSource: string;
  utmMedium: string;
  utmCampaign: string;
  utmContent: string;
  utmTerm: string;
} & CrmItemCustomFields> & FilterGroups<CrmItemFilter>;

/** Directions by fields of CrmItem. */
export type CrmItemOrder = Order<Exclude<keyof CrmItem, "entityTypeId" | "companyIds" | "contactIds" | "ufLogo" | "ufStamp" | "ufDirectorSign" | "ufAccountantSign" | "observers" | "fm" | "lastCommunicationTime" | "searchContent">>;

/** What of CrmItem can be selected: names of fields, and masks for many at once. */
export type CrmItemSelect = Exclude<keyof CrmItem, "entityTypeId" | "fm"> | "*" | "UF_*";

/** CrmItem with the selected fields only. */
export type CrmItemSelected<Select extends readonly CrmItemSelect[]> =
  Selected<CrmItem, never, never, Select>;

/**
 * The fields of CrmItem that only some portals have.
 *
 * Say which there are, and they are typed wherever such an object comes back, is sent or filtered:
 *
 * @example declare module "crm-wasm" { interface CrmItemCustomFields { ufCrmCOLOR: string } }
 */
export interface CrmItemCustomFields {
  [field: `ufCrm${string}`]: unknown;
  [field: `UF_CRM_${string}`]: unknown;
  [field: `parentId${string}`]: unknown;
}

/** A phone, an e-mail address, a site, a messenger or a link of a record. */
export interface CrmItemMultifield {
  /** The value's own number: the key under which it is sent to change or delete it. */
  id: number;
  /**
   * What it is.
   *
   * - `"PHONE"`: A phone
   * - `"EMAIL"`: An e-mail address
   * - `"WEB"`: A site
   * - `"IM"`: A messenger
   * - `"LINK"`: A user who wrote through an open channel
   */
  typeId: "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK";
  /**
   * What kind of it; those of PHONE, EMAIL … in leads.
   *
   * - `"WORK"`: At work; what new values get, but messengers OTHER
   * - `"MOBILE"`: A mobile phone
   * - `"HOME"`: Private
   * - `"FAX"`: A fax
   * - `"PAGER"`: A pager
   * - `"MAILING"`: For newsletters
   * - `"OTHER"`: Any other
   */
  valueType: "WORK" | "MOBILE" | "HOME" | "FAX" | "PAGER" | "MAILING" | "OTHER" | (string & {});
  /** The number, address or name. Empty deletes the value. */
  value: string;
}

/**
 * A phone, an e-mail address, a site, a messenger or a link of a record.
 *
 * What can be sent of it.
 */
export interface CrmItemMultifieldInput {
  /**
   * What it is.
   *
   * - `"PHONE"`: A phone
   * - `"EMAIL"`: An e-mail address
   * - `"WEB"`: A site
   * - `"IM"`: A messenger
   * - `"LINK"`: A user who wrote through an open channel
   */
  typeId: "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK";
  /**
   * What kind of it; those of PHONE, EMAIL … in leads.
   *
   * - `"WORK"`: At work; what new values get, but messengers OTHER
   * - `"MOBILE"`: A mobile phone
   * - `"HOME"`: Private
   * - `"FAX"`: A fax
   * - `"PAGER"`: A pager
   * - `"MAILING"`: For newsletters
   * - `"OTHER"`: Any other
   */
  valueType?: "WORK" | "MOBILE" | "HOME" | "FAX" | "PAGER" | "MAILING" | "OTHER" | (string & {});
  /** The number, address or name. Empty deletes the value. */
  value: string;
}

/** A file in a custom field. */
export interface CrmItemFile {
  /** The file's number. Sent alone, it keeps the file. */
  id: number;
  /** Where people who are signed in see it. */
  url: string;
  /** Where the caller downloads it. */
  urlMachine: string;
}

/** Holds a record. */
export interface CrmItemAnswer {
  /** The record. */
  item: CrmItem;
}

/** Holds what the portal says about fields. */
export interface CrmItemFieldsAnswer {
  /** The fields by name. */
  fields: Record<string, CrmFieldDescriptor>;
}

/** The parameters of {@link crmItemAdd}. */
export interface CrmItemAddParams {
  /**
   * The kind of record.
   *
   * - `1`: Lead
   * - `3`: Contact
   * - `4`: Company
   */
  entityTypeId: 1 | 3 | 4 | (number & {});
  /** The record's fields. Unknown and read-only ones are dropped without a word. A custom file is [name, Base64]. */
  fields: CrmItemInput;
  /**
   * Whether custom fields are named UF_CRM_… as in crm.lead.*, both sent and returned, instead of ufCrm…
   *
   * @default false
   */
  useOriginalUfNames?: boolean;
}

/**
 * Creates a record and returns it as it is then.
 *
 * Calls `crm.item.add` (scope `crm`). Every call makes something new.
 *
 * @param params.entityTypeId The kind of record.
 * @param params.fields The record's fields. Unknown and read-only ones are dropped without a word. A custom file is
 *   [name, Base64].
 * @param params.useOriginalUfNames Whether custom fields are named UF_CRM_… as in crm.lead.*, both sent and returned,
 *   instead of ufCrm…
 * @returns The new record.
 * @throws {CrmError} `ENTITY_TYPE_NOT_SUPPORTED`: The method does not work with this kind of record.
 * @throws {CrmError} `CRM_FIELD_ERROR_VALUE_NOT_VALID`: A field's value was refused. The text names the field.
 * @throws {CrmError} `100`: A parameter is missing or of another type. The text names it.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not create such records.
 * @throws {CrmError} `NOT_FOUND`: There is no such kind of record.
 * @throws {CrmError} `allowed_only_intranet_user`: The caller is a guest of the portal.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-add.html
 */
export function crmItemAdd<Raw extends boolean = false>(
  params: CrmItemAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmItemAnswer, Raw>>;

/** The parameters of {@link crmItemDelete}. */
export interface CrmItemDeleteParams {
  /**
   * The kind of record.
   *
   * - `1`: Lead
   * - `3`: Contact
   * - `4`: Company
   */
  entityTypeId: 1 | 3 | 4 | (number & {});
  /** The record. */
  id: Id;
}

/**
 * Deletes a record with its timeline, activities and links.
 *
 * Calls `crm.item.delete` (scope `crm`).
 *
 * @param params.entityTypeId The kind of record.
 * @param params.id The record.
 * @returns Always an empty list.
 * @throws {CrmError} `ENTITY_TYPE_NOT_SUPPORTED`: The method does not work with this kind of record.
 * @throws {CrmError} `100`: A parameter is missing or of another type. The text names it.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not delete the record.
 * @throws {CrmError} `NOT_FOUND`: There is no such record, or no such kind of record.
 * @throws {CrmError} `allowed_only_intranet_user`: The caller is a guest of the portal.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-delete.html
 */
export function crmItemDelete<Raw extends boolean = false>(
  params: CrmItemDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<unknown[], Raw>>;

/** The parameters of {@link crmItemFields}. */
export interface CrmItemFieldsParams {
  /**
   * The kind of record.
   *
   * - `1`: Lead
   * - `3`: Contact
   * - `4`: Company
   */
  entityTypeId: 1 | 3 | 4 | (number & {});
  /**
   * Whether custom fields are named UF_CRM_… as in crm.lead.* instead of ufCrm…
   *
   * @default false
   */
  useOriginalUfNames?: boolean;
}

/**
 * Describes the fields a kind of record has on this portal, custom ones too.
 *
 * Calls `crm.item.fields` (scope `crm`).
 *
 * @param params.entityTypeId The kind of record.
 * @param params.useOriginalUfNames Whether custom fields are named UF_CRM_… as in crm.lead.* instead of ufCrm…
 * @returns The fields. upperName is what a field is called without camel case.
 * @throws {CrmError} `ENTITY_TYPE_NOT_SUPPORTED`: The method does not work with this kind of record.
 * @throws {CrmError} `100`: A parameter is missing or of another type. The text names it.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not see such records.
 * @throws {CrmError} `NOT_FOUND`: There is no such kind of record.
 * @throws {CrmError} `allowed_only_intranet_user`: The caller is a guest of the portal.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-fields.html
 */
export function crmItemFields<Raw extends boolean = false>(
  params: CrmItemFieldsParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmItemFieldsAnswer, Raw>>;

/** The parameters of {@link crmItemGet}. */
export interface CrmItemGetParams {
  /**
   * The kind of record.
   *
   * - `1`: Lead
   * - `3`: Contact
   * - `4`: Company
   */
  entityTypeId: 1 | 3 | 4 | (number & {});
  /** The record. */
  id: Id;
  /**
   * Whether custom fields are named UF_CRM_… as in crm.lead.* instead of ufCrm…
   *
   * @default false
   */
  useOriginalUfNames?: boolean;
}

/**
 * Reads a record with its custom fields, phones and the like.
 *
 * Calls `crm.item.get` (scope `crm`).
 *
 * @param params.entityTypeId The kind of record.
 * @param params.id The record.
 * @param params.useOriginalUfNames Whether custom fields are named UF_CRM_… as in crm.lead.* instead of ufCrm…
 * @returns The record.
 * @throws {CrmError} `ENTITY_TYPE_NOT_SUPPORTED`: The method does not work with this kind of record.
 * @throws {CrmError} `100`: A parameter is missing or of another type. The text names it.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not see the record.
 * @throws {CrmError} `NOT_FOUND`: There is no such record, or no such kind of record.
 * @throws {CrmError} `allowed_only_intranet_user`: The caller is a guest of the portal.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-get.html
 */
export function crmItemGet<Raw extends boolean = false>(
  params: CrmItemGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmItemAnswer, Raw>>;

/** The parameters of {@link crmItemList}. */
export interface CrmItemListParams<Select extends readonly CrmItemSelect[] = readonly CrmItemSelect[]> {
  /**
   * The kind of record.
   *
   * - `1`: Lead
   * - `3`: Contact
   * - `4`: Company
   */
  entityTypeId: 1 | 3 | 4 | (number & {});
  /** The fields to return; id too has to be named. * is for all with fm, UF_* for custom ones. Left out, it is *. */
  select?: Select;
  /** Conditions, also in groups with logic. An unknown field is refused. Custom yes-or-no fields take 1 or 0. */
  filter?: CrmItemFilter;
  /** By which fields to sort, and which way. */
  order?: CrmItemOrder;
  /**
   * How many rows to skip: 0, 50, 100 … Past the end there are none; -1 skips the counting.
   *
   * @default 0
   */
  start?: number;
  /**
   * Whether custom fields are named UF_CRM_… as in crm.lead.*, both sent and returned, instead of ufCrm…
   *
   * @default false
   */
  useOriginalUfNames?: boolean;
}

/**
 * Finds records of one kind, 50 to a page. Those the caller may not see are left out.
 *
 * Calls `crm.item.list` (scope `crm`).
 *
 * @param params.entityTypeId The kind of record.
 * @param params.select The fields to return; id too has to be named. * is for all with fm, UF_* for custom ones. Left
 *   out, it is *.
 * @param params.filter Conditions, also in groups with logic. An unknown field is refused. Custom yes-or-no fields take
 *   1 or 0.
 * @param params.order By which fields to sort, and which way.
 * @param params.start How many rows to skip: 0, 50, 100 … Past the end there are none; -1 skips the counting.
 * @param params.useOriginalUfNames Whether custom fields are named UF_CRM_… as in crm.lead.*, both sent and returned,
 *   instead of ufCrm…
 * @returns A page of rows, each of them: one record.
 * @throws {CrmError} `ENTITY_TYPE_NOT_SUPPORTED`: The method does not work with this kind of record.
 * @throws {CrmError} `INVALID_ARG_VALUE`: A condition or a direction names an unknown field or has a value that cannot
 *   be. The text names the field.
 * @throws {CrmError} `100`: A parameter is missing or of another type. The text names it.
 * @throws {CrmError} `NOT_FOUND`: There is no such kind of record.
 * @throws {CrmError} `allowed_only_intranet_user`: The caller is a guest of the portal.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-list.html
 */
export function crmItemList<const Select extends readonly CrmItemSelect[] = readonly [], Raw extends boolean = false>(
  params: CrmItemListParams<Select>,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Page<CrmItemSelected<Select>>, Raw>>;

/** The parameters of {@link crmItemListAll}. */
export interface CrmItemListAllParams<Select extends readonly CrmItemSelect[] = readonly CrmItemSelect[]> {
  /**
   * The kind of record.
   *
   * - `1`: Lead
   * - `3`: Contact
   * - `4`: Company
   */
  entityTypeId: 1 | 3 | 4 | (number & {});
  /** The fields to return; id too has to be named. * is for all with fm, UF_* for custom ones. Left out, it is *. */
  select?: Select;
  /** Conditions, also in groups with logic. An unknown field is refused. Custom yes-or-no fields take 1 or 0. */
  filter?: CrmItemFilter;
  /**
   * Whether custom fields are named UF_CRM_… as in crm.lead.*, both sent and returned, instead of ufCrm…
   *
   * @default false
   */
  useOriginalUfNames?: boolean;
}

/**
 * Gives all rows of {@link crmItemList}, read as they are taken.
 *
 * They come by ascending id and in no other order, up to 2,500 in a request. While others add or remove rows, none
 * comes twice and none that stays is missing. Conditions on id hold too.
 *
 * Calls `crm.item.list` (scope `crm`).
 *
 * @param params.entityTypeId The kind of record.
 * @param params.select The fields to return; id too has to be named. * is for all with fm, UF_* for custom ones. Left
 *   out, it is *.
 * @param params.filter Conditions, also in groups with logic. An unknown field is refused. Custom yes-or-no fields take
 *   1 or 0.
 * @param params.useOriginalUfNames Whether custom fields are named UF_CRM_… as in crm.lead.*, both sent and returned,
 *   instead of ufCrm…
 * @returns The rows, each of them: one record.
 * @throws {CrmError} `ENTITY_TYPE_NOT_SUPPORTED`: The method does not work with this kind of record.
 * @throws {CrmError} `INVALID_ARG_VALUE`: A condition or a direction names an unknown field or has a value that cannot
 *   be. The text names the field.
 * @throws {CrmError} `100`: A parameter is missing or of another type. The text names it.
 * @throws {CrmError} `NOT_FOUND`: There is no such kind of record.
 * @throws {CrmError} `allowed_only_intranet_user`: The caller is a guest of the portal.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-list.html
 */
export function crmItemListAll<const Select extends readonly CrmItemSelect[] = readonly [], Raw extends boolean = false>(
  params: CrmItemListAllParams<Select>,
  options?: ListOptions<Raw>,
): Rows<Answer<CrmItemSelected<Select>, Raw>>;

/** The parameters of {@link crmItemUpdate}. */
export interface CrmItemUpdateParams {
  /**
   * The kind of record.
   *
   * - `1`: Lead
   * - `3`: Contact
   * - `4`: Company
   */
  entityTypeId: 1 | 3 | 4 | (number & {});
  /** The record. */
  id: Id;
  /** What to change. Unknown and read-only ones are dropped without a word. A custom file is [name, Base64]. */
  fields: CrmItemUpdate;
  /**
   * Whether custom fields are named UF_CRM_… as in crm.lead.*, both sent and returned, instead of ufCrm…
   *
   * @default false
   */
  useOriginalUfNames?: boolean;
}

/**
 * Changes a record and returns it as it is then. Fields that are not sent stay as they are.
 *
 * Calls `crm.item.update` (scope `crm`).
 *
 * @param params.entityTypeId The kind of record.
 * @param params.id The record.
 * @param params.fields What to change. Unknown and read-only ones are dropped without a word. A custom file is [name,
 *   Base64].
 * @param params.useOriginalUfNames Whether custom fields are named UF_CRM_… as in crm.lead.*, both sent and returned,
 *   instead of ufCrm…
 * @returns The record.
 * @throws {CrmError} `ENTITY_TYPE_NOT_SUPPORTED`: The method does not work with this kind of record.
 * @throws {CrmError} `CRM_FIELD_ERROR_VALUE_NOT_VALID`: A field's value was refused. The text names the field.
 * @throws {CrmError} `100`: A parameter is missing or of another type. The text names it.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the record.
 * @throws {CrmError} `NOT_FOUND`: There is no such record, or no such kind of record.
 * @throws {CrmError} `allowed_only_intranet_user`: The caller is a guest of the portal.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/crm-item-update.html
 */
export function crmItemUpdate<Raw extends boolean = false>(
  params: CrmItemUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmItemAnswer, Raw>>;

// crm.lead.contact: Links between a lead and its contacts. A lead with a contact is a repeat lead.

/** A contact linked to a lead. */
export interface CrmLeadContactLink {
  /** Contact: The contact. */
  CONTACT_ID: number;
  /** Sorting: Position in the list: 10 for the first link, then 10 more than the highest. */
  SORT: number;
  /** Reserved by the portal, always 0. */
  ROLE_ID: number;
  /** Primary: Whether this is the lead's main contact. The first link always is. */
  IS_PRIMARY: boolean;
}

/**
 * A contact linked to a lead.
 *
 * What can be sent of it.
 */
export interface CrmLeadContactLinkInput {
  /** Contact: The contact. */
  CONTACT_ID: Id;
  /**
   * Sorting: Position in the list: 10 for the first link, then 10 more than the highest.
   *
   * @default 10
   */
  SORT?: number;
  /**
   * Primary: Whether this is the lead's main contact. The first link always is.
   *
   * @default false
   */
  IS_PRIMARY?: boolean;
}

/**
 * Names the linked contact.
 *
 * What can be sent of it.
 */
export interface CrmLeadContactRefInput {
  /** The contact. */
  CONTACT_ID: Id;
}

/** The parameters of {@link crmLeadContactAdd}. */
export interface CrmLeadContactAddParams {
  /** The lead. */
  id: Id;
  /** The contact and its place in the list. */
  fields: CrmLeadContactLinkInput;
}

/**
 * Links a contact to a lead. The lead becomes a repeat lead.
 *
 * Calls `crm.lead.contact.add` (scope `crm`).
 *
 * @param params.id The lead.
 * @param params.fields The contact and its place in the list.
 * @returns false when the contact was linked already: nothing changes then.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the lead.
 * @throws {CrmError} `Not found.`: There is no such lead.
 * @throws {CrmError} `The parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `The parameter 'fields' is not valid.`: CONTACT_ID is missing or not positive.
 * @throws {CrmError} `The parameter 'ownerEntityID' is invalid or not defined.`: The lead's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/management-communication/crm-lead-contact-add.html
 */
export function crmLeadContactAdd<Raw extends boolean = false>(
  params: CrmLeadContactAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmLeadContactDelete}. */
export interface CrmLeadContactDeleteParams {
  /** The lead. */
  id: Id;
  /** The contact to unlink. */
  fields: CrmLeadContactRefInput;
}

/**
 * Unlinks a contact from a lead. When it was the main one, the next by position becomes it.
 *
 * Calls `crm.lead.contact.delete` (scope `crm`).
 *
 * @param params.id The lead.
 * @param params.fields The contact to unlink.
 * @returns false when the contact was not linked: nothing changes then.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the lead.
 * @throws {CrmError} `Not found.`: There is no such lead.
 * @throws {CrmError} `The parameter 'item' must be array.`: fields is no object.
 * @throws {CrmError} `The parameter 'fields' is not valid.`: CONTACT_ID is missing or not positive.
 * @throws {CrmError} `The parameter 'ownerEntityID' is invalid or not defined.`: The lead's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/management-communication/crm-lead-contact-delete.html
 */
export function crmLeadContactDelete<Raw extends boolean = false>(
  params: CrmLeadContactDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Describes the fields of a link between a lead and a contact.
 *
 * Calls `crm.lead.contact.fields` (scope `crm`).
 *
 * @returns The fields by name. ROLE_ID is not among them.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/management-communication/crm-lead-contact-fields.html
 */
export function crmLeadContactFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmFieldDescriptor>, Raw>>;

/** The parameters of {@link crmLeadContactItemsDelete}. */
export interface CrmLeadContactItemsDeleteParams {
  /** The lead. */
  id: Id;
}

/**
 * Unlinks all contacts from a lead.
 *
 * Calls `crm.lead.contact.items.delete` (scope `crm`).
 *
 * @param params.id The lead.
 * @returns Always true, also when nothing was linked.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the lead.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The lead's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/management-communication/crm-lead-contact-items-delete.html
 */
export function crmLeadContactItemsDelete<Raw extends boolean = false>(
  params: CrmLeadContactItemsDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmLeadContactItemsGet}. */
export interface CrmLeadContactItemsGetParams {
  /** The lead. */
  id: Id;
}

/**
 * Reads all links of a lead, in their order.
 *
 * Calls `crm.lead.contact.items.get` (scope `crm`).
 *
 * @param params.id The lead.
 * @returns The links; empty when there are none. An administrator gets an empty list for a missing lead too.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not see the lead, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The lead's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/management-communication/crm-lead-contact-items-get.html
 */
export function crmLeadContactItemsGet<Raw extends boolean = false>(
  params: CrmLeadContactItemsGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmLeadContactLink[], Raw>>;

/** The parameters of {@link crmLeadContactItemsSet}. */
export interface CrmLeadContactItemsSetParams {
  /** The lead. */
  id: Id;
  /** The links. The first with IS_PRIMARY is the main one, or else the first. Left out, SORT counts 10, 20 … */
  items: readonly CrmLeadContactLinkInput[];
}

/**
 * Replaces all links of a lead. An empty list unlinks every contact.
 *
 * Calls `crm.lead.contact.items.set` (scope `crm`).
 *
 * @param params.id The lead.
 * @param params.items The links. The first with IS_PRIMARY is the main one, or else the first. Left out, SORT counts
 *   10, 20 …
 * @returns Always true.
 * @throws {CrmError} `ACCESS_DENIED`: The caller may not change the lead.
 * @throws {CrmError} `Not found.`: There is no such lead.
 * @throws {CrmError} `The parameter items must be array.`: items is not a list.
 * @throws {CrmError} `The parameter ownerEntityID is invalid or not defined.`: The lead's id is missing or not
 *   positive.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/management-communication/crm-lead-contact-items-set.html
 */
export function crmLeadContactItemsSet<Raw extends boolean = false>(
  params: CrmLeadContactItemsSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// crm.lead.details.configuration: How the card of a lead is laid out, for one user or for all.

/**
 * Which leads' card is meant. Each kind has its own.
 *
 * What can be sent of it.
 */
export interface CrmLeadCardExtrasInput {
  /**
   * The kind of lead.
   *
   * - `1`: Ordinary leads
   * - `2`: Repeat leads
   *
   * @default 1
   */
  leadCustomerType?: 1 | 2;
}

/** The parameters of {@link crmLeadDetailsConfigurationForceCommonScopeForAll}. */
export interface CrmLeadDetailsConfigurationForceCommonScopeForAllParams {
  /** Which leads' card it is. */
  extras?: CrmLeadCardExtrasInput;
}

/**
 * Gives all users the common card of a lead and drops their own layouts.
 *
 * Calls `crm.lead.details.configuration.forceCommonScopeForAll` (scope `crm`).
 *
 * @param params.extras Which leads' card it is.
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change the layout for everybody.
 * @deprecated Use `crm.item.details.configuration.forceCommonScopeForAll`. It does the same and wants entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/custom-form/crm-lead-details-configuration-force-common-scope-for-all.html
 */
export function crmLeadDetailsConfigurationForceCommonScopeForAll<Raw extends boolean = false>(
  params?: CrmLeadDetailsConfigurationForceCommonScopeForAllParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmLeadDetailsConfigurationGet}. */
export interface CrmLeadDetailsConfigurationGetParams {
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
  /** Which leads' card it is. */
  extras?: CrmLeadCardExtrasInput;
}

/**
 * Reads how the card of a lead is laid out.
 *
 * Calls `crm.lead.details.configuration.get` (scope `crm`).
 *
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @param params.extras Which leads' card it is.
 * @returns The sections, or null when nobody has changed the layout.
 * @throws {CrmError} `Access denied.`: The caller may not see this layout; one's own takes the right to change it.
 * @deprecated Use `crm.item.details.configuration.get`. It does the same and wants entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/custom-form/crm-lead-details-configuration-get.html
 */
export function crmLeadDetailsConfigurationGet<Raw extends boolean = false>(
  params?: CrmLeadDetailsConfigurationGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmCardSection[] | null, Raw>>;

/** The parameters of {@link crmLeadDetailsConfigurationReset}. */
export interface CrmLeadDetailsConfigurationResetParams {
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
  /** Which leads' card it is. */
  extras?: CrmLeadCardExtrasInput;
}

/**
 * Takes back all changes to the layout of the card of a lead.
 *
 * Calls `crm.lead.details.configuration.reset` (scope `crm`).
 *
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @param params.extras Which leads' card it is.
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change this layout.
 * @deprecated Use `crm.item.details.configuration.reset`. It does the same and wants entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/custom-form/crm-lead-details-configuration-reset.html
 */
export function crmLeadDetailsConfigurationReset<Raw extends boolean = false>(
  params?: CrmLeadDetailsConfigurationResetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmLeadDetailsConfigurationSet}. */
export interface CrmLeadDetailsConfigurationSetParams {
  /** The sections, in their order. */
  data: readonly CrmCardSectionInput[];
  /**
   * Whose card it is.
   *
   * - `"P"`: One user's own
   * - `"C"`: The one for everybody who has none of their own
   *
   * @default "P"
   */
  scope?: "P" | "C";
  /** For P: whose. Left out, it is the caller. */
  userId?: Id;
  /** Which leads' card it is. */
  extras?: CrmLeadCardExtrasInput;
}

/**
 * Lays out the card of a lead: all of its sections, with their fields.
 *
 * Calls `crm.lead.details.configuration.set` (scope `crm`).
 *
 * @param params.data The sections, in their order.
 * @param params.scope Whose card it is.
 * @param params.userId For P: whose. Left out, it is the caller.
 * @param params.extras Which leads' card it is.
 * @returns Always true.
 * @throws {CrmError} `Access denied.`: The caller may not change this layout.
 * @throws {CrmError} `Parameter 'data' must be array.`: data is not a list.
 * @throws {CrmError} `The data must be indexed array.`: data is an object instead of a list.
 * @throws {CrmError} `There are no data to write.`: data is empty.
 * @throws {CrmError} `The expected type is 'section'.`: A section has another type. The text names its position.
 * @throws {CrmError} `does not have name.`: A section or a field has no name. The text names its position.
 * @throws {CrmError} `does not have title.`: A section has no title. The text names its position.
 * @deprecated Use `crm.item.details.configuration.set`. It does the same and wants entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/custom-form/crm-lead-details-configuration-set.html
 */
export function crmLeadDetailsConfigurationSet<Raw extends boolean = false>(
  params: CrmLeadDetailsConfigurationSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// crm.lead.productrows: The products a lead is about.

/** A row of a lead's product list. The prices depend on each other: the portal works out those that are left out. */
export interface CrmProductRow {
  /** The row's number. */
  ID: number;
  /** The lead. */
  OWNER_ID: number;
  /** What the row belongs to: always L, a lead. */
  OWNER_TYPE: string;
  /** The catalogue's product, 0 for none. */
  PRODUCT_ID: number;
  /** The product's name. Left out, it is the catalogue's. */
  PRODUCT_NAME: string;
  /** The product's name in the catalogue. */
  ORIGINAL_PRODUCT_NAME: string | null;
  /** The product's description in the catalogue. */
  PRODUCT_DESCRIPTION: string | null;
  /** What one piece costs in the end, discount and tax included. */
  PRICE: number;
  /** What one piece costs with the discount and without tax. */
  PRICE_EXCLUSIVE: number;
  /** What one piece costs without discount and tax. */
  PRICE_NETTO: number;
  /** What one piece costs without discount and with tax. */
  PRICE_BRUTTO: number;
  /** PRICE in the currency of the portal's reports. */
  PRICE_ACCOUNT: number;
  /** How many pieces. */
  QUANTITY: number;
  /**
   * How the discount is given.
   *
   * - `1`: As a sum: DISCOUNT_SUM is needed
   * - `2`: As a percentage: DISCOUNT_RATE is needed, at 100 % DISCOUNT_SUM too
   */
  DISCOUNT_TYPE_ID: 1 | 2;
  /** The discount in percent. */
  DISCOUNT_RATE: number;
  /** The discount on one piece, as a sum. */
  DISCOUNT_SUM: number;
  /** The tax in percent, null for untaxed. */
  TAX_RATE: number | null;
  /** Whether the price includes the tax. */
  TAX_INCLUDED: boolean;
  /**
   * Says nothing any more.
   *
   * @deprecated
   */
  CUSTOMIZED: boolean;
  /** The unit's code, 796 for pieces. Left out, it is the product's. */
  MEASURE_CODE: number;
  /** The unit's name. Left out, it is the product's. */
  MEASURE_NAME: string;
  /** Position in the list. */
  SORT: number;
  /** The product's key in an outside system. */
  XML_ID: string | null;
  /**
   * What kind of product it is.
   *
   * - `1`: A simple product
   * - `4`: A variation
   * - `7`: A service
   */
  TYPE: 1 | 4 | 7;
  /** The warehouse. */
  STORE_ID: number | null;
  /** The reservation. */
  RESERVE_ID: number | null;
  /** When the reservation ends. */
  DATE_RESERVE_END: string | null;
  /** How many pieces are reserved. */
  RESERVE_QUANTITY: number | null;
}

/**
 * A row of a lead's product list. The prices depend on each other: the portal works out those that are left out.
 *
 * What can be sent of it.
 */
export interface CrmProductRowInput {
  /**
   * The catalogue's product, 0 for none.
   *
   * @default 0
   */
  PRODUCT_ID?: Id;
  /** The product's name. Left out, it is the catalogue's. */
  PRODUCT_NAME?: string;
  /**
   * What one piece costs in the end, discount and tax included.
   *
   * @default 0.0
   */
  PRICE?: number;
  /** What one piece costs with the discount and without tax. */
  PRICE_EXCLUSIVE?: number;
  /** What one piece costs without discount and tax. */
  PRICE_NETTO?: number;
  /** What one piece costs without discount and with tax. */
  PRICE_BRUTTO?: number;
  /**
   * How many pieces.
   *
   * @default 1.0
   */
  QUANTITY?: number;
  /**
   * How the discount is given.
   *
   * - `1`: As a sum: DISCOUNT_SUM is needed
   * - `2`: As a percentage: DISCOUNT_RATE is needed, at 100 % DISCOUNT_SUM too
   *
   * @default 2
   */
  DISCOUNT_TYPE_ID?: 1 | 2;
  /**
   * The discount in percent.
   *
   * @default 0.0
   */
  DISCOUNT_RATE?: number;
  /**
   * The discount on one piece, as a sum.
   *
   * @default 0.0
   */
  DISCOUNT_SUM?: number;
  /** The tax in percent, null for untaxed. */
  TAX_RATE?: number | null;
  /**
   * Whether the price includes the tax.
   *
   * @default false
   */
  TAX_INCLUDED?: boolean;
  /** The unit's code, 796 for pieces. Left out, it is the product's. */
  MEASURE_CODE?: number;
  /** The unit's name. Left out, it is the product's. */
  MEASURE_NAME?: string;
  /**
   * Position in the list.
   *
   * @default 0
   */
  SORT?: number;
}

/** The parameters of {@link crmLeadProductrowsGet}. */
export interface CrmLeadProductrowsGetParams {
  /** The lead. */
  id: Id;
}

/**
 * Reads a lead's product rows.
 *
 * Calls `crm.lead.productrows.get` (scope `crm`).
 *
 * @param params.id The lead.
 * @returns The rows. An administrator gets an empty list for a missing lead too.
 * @throws {CrmError} `The parameter id is invalid or not defined.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not see the lead.
 * @deprecated Use `crm.item.productrow.list`. The portal develops crm.item.productrow.* only, which names fields
 *   differently.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-productrows-get.html
 */
export function crmLeadProductrowsGet<Raw extends boolean = false>(
  params: CrmLeadProductrowsGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmProductRow[], Raw>>;

/** The parameters of {@link crmLeadProductrowsSet}. */
export interface CrmLeadProductrowsSetParams {
  /** The lead. */
  id: Id;
  /** All rows the lead is to have. Without them it has none. */
  rows?: readonly CrmProductRowInput[];
}

/**
 * Replaces a lead's product rows. The lead's amount follows unless it was entered by hand.
 *
 * Calls `crm.lead.productrows.set` (scope `crm`).
 *
 * @param params.id The lead.
 * @param params.rows All rows the lead is to have. Without them it has none.
 * @returns Always true.
 * @throws {CrmError} `The parameter id is invalid or not defined.`: id is missing or not a positive number.
 * @throws {CrmError} `The parameter rows must be array.`: rows is not a list.
 * @throws {CrmError} `Access denied.`: The caller may not change the lead.
 * @throws {CrmError} `Not found.`: There is no such lead.
 * @throws {CrmError} `ERROR_CORE`: A percentage discount without its rate.
 * @throws {CrmError} `ERROR_CORE`: A discount by sum, or one of 100 %, without its sum.
 * @deprecated Use `crm.item.productrow.set`. The portal develops crm.item.productrow.* only, which names fields
 *   differently.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-productrows-set.html
 */
export function crmLeadProductrowsSet<Raw extends boolean = false>(
  params: CrmLeadProductrowsSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// crm.lead: Leads: first enquiries, before anyone knows whether they become a deal.

/** A lead. */
export interface CrmLead extends CrmLeadCustomFields {
  /** ID: The lead's number. */
  ID: number;
  /** Lead name: What the lead is called. The portal makes up "Lead #12" when it is left out. */
  TITLE: string;
  /** Salutation: How the person is addressed: an entry of the directory HONORIFIC. */
  HONORIFIC: string | null;
  /** First name: The person's first name. */
  NAME: string | null;
  /** Second name: The person's middle name. */
  SECOND_NAME: string | null;
  /** Last name: The person's family name. */
  LAST_NAME: string | null;
  /** Date of birth: The person's day of birth. */
  BIRTHDATE: string | null;
  /** Company name: A company's name as text. COMPANY_ID links a company that is in the CRM. */
  COMPANY_TITLE: string | null;
  /**
   * Source: Where the lead came from. Left out, the directory's first entry is taken.
   *
   * - `"CALL"`: A phone call
   * - `"EMAIL"`: An e-mail
   * - `"WEB"`: The web site
   * - `"ADVERTISING"`: Advertising
   * - `"PARTNER"`: An existing client
   * - `"RECOMMENDATION"`: A recommendation
   * - `"TRADE_SHOW"`: A trade show
   * - `"WEBFORM"`: A CRM form
   * - `"CALLBACK"`: A callback request
   * - `"RC_GENERATOR"`: The sales generator
   * - `"STORE"`: The online store
   * - `"OTHER"`: Anything else
   */
  SOURCE_ID:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {})
    | null;
  /** Source details: More about where the lead came from. */
  SOURCE_DESCRIPTION: string | null;
  /**
   * Stage: The lead's stage. An unknown one becomes the first stage in add and changes nothing in update.
   *
   * - `"NEW"`: Nobody has worked on it
   * - `"IN_PROCESS"`: Someone is working on it
   * - `"PROCESSED"`: The work is done, the outcome open
   * - `"JUNK"`: Of no use; final
   * - `"CONVERTED"`: Became a deal, contact or company; final
   */
  STATUS_ID: "NEW" | "IN_PROCESS" | "PROCESSED" | "JUNK" | "CONVERTED" | (string & {});
  /** Stage details: More about the stage. */
  STATUS_DESCRIPTION: string | null;
  /**
   * Stage group: What the stage means.
   *
   * - `"P"`: In progress
   * - `"S"`: Success: converted
   * - `"F"`: Failure: junk
   */
  STATUS_SEMANTIC_ID: "P" | "S" | "F";
  /** Position: The person's position at work. */
  POST: string | null;
  /** Address: Street and house. Send the whole address when any part of it changes. */
  ADDRESS: string | null;
  /** Apartment, office: The address's second line. */
  ADDRESS_2: string | null;
  /** City: The address's city. */
  ADDRESS_CITY: string | null;
  /** Postal code: The address's postal code. */
  ADDRESS_POSTAL_CODE: string | null;
  /** District: The address's district. */
  ADDRESS_REGION: string | null;
  /** Province: The address's province or state. */
  ADDRESS_PROVINCE: string | null;
  /** Country: The address's country, as text. */
  ADDRESS_COUNTRY: string | null;
  /** Country code: The address's country, as a code. */
  ADDRESS_COUNTRY_CODE: string | null;
  /** Address in the directory: The address's number in the portal's location directory. */
  ADDRESS_LOC_ADDR_ID: number | null;
  /** Currency: The amount's currency, such as EUR. Left out, it is the portal's own. */
  CURRENCY_ID: string | null;
  /** Amount: What the lead may be worth. Product rows set it unless IS_MANUAL_OPPORTUNITY is true. */
  OPPORTUNITY: number | null;
  /** Amount entered by hand: Whether the amount stays as it was entered when product rows change. */
  IS_MANUAL_OPPORTUNITY: boolean;
  /**
   * Available to everyone: Whether all who may see open leads see this one. The portal's settings can change the
   * default.
   */
  OPENED: boolean;
  /** Comment: Free text in BB code. HTML is turned into BB code. */
  COMMENTS: string | null;
  /** Has a phone: Whether PHONE holds anything. */
  HAS_PHONE: boolean;
  /** Has an e-mail: Whether EMAIL holds anything. */
  HAS_EMAIL: boolean;
  /** Has an open channel: Whether an open channel's chat belongs to the lead. */
  HAS_IMOL: boolean;
  /** Responsible person: Who answers for the lead. Left out, it is the caller. */
  ASSIGNED_BY_ID: number;
  /** Created by: Who created the lead. */
  CREATED_BY_ID: number;
  /** Modified by: Who changed the lead last. */
  MODIFY_BY_ID: number;
  /** Moved by: Who moved the lead to its stage. */
  MOVED_BY_ID: number | null;
  /** Created on: When the lead was created. */
  DATE_CREATE: string;
  /** Modified on: When the lead changed last. */
  DATE_MODIFY: string;
  /** Moved on: When the lead came to its stage. */
  MOVED_TIME: string | null;
  /** Company: The linked company, 0 or null for none. A company makes the lead a repeat lead. */
  COMPANY_ID: number | null;
  /**
   * Contact: The main linked contact. Sending one that is not linked yet replaces all links.
   *
   * @deprecated Send CONTACT_IDS, or use crm.lead.contact.*.
   */
  CONTACT_ID: number | null;
  /** Repeat lead: Whether the client is known: a company or a contact is linked. Read it again after linking. */
  IS_RETURN_CUSTOMER: boolean;
  /** Closed on: When the lead reached a final stage. */
  DATE_CLOSED: string | null;
  /** External source: The outside system the lead came from. */
  ORIGINATOR_ID: string | null;
  /** ID in the external source: The lead's key in that outside system. */
  ORIGIN_ID: string | null;
  /** UTM source: The advertising system. */
  UTM_SOURCE: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  UTM_MEDIUM: string | null;
  /** UTM campaign: The campaign's name. */
  UTM_CAMPAIGN: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  UTM_CONTENT: string | null;
  /** UTM term: The search words that led here. */
  UTM_TERM: string | null;
  /** Last activity: When something last happened in the lead's timeline. */
  LAST_ACTIVITY_TIME: string | null;
  /** Last activity by: Who did it. */
  LAST_ACTIVITY_BY: number | null;
  /** Phone: Phones. Missing when there are none; in lists only when selected by name. */
  PHONE?: CrmPhone[];
  /** E-mail: E-mail addresses. Missing when there are none; in lists only when selected by name. */
  EMAIL?: CrmEmail[];
  /** Site: Sites. Missing when there are none; in lists only when selected by name. */
  WEB?: CrmWeb[];
  /** Messenger: Messengers. Missing when there are none; in lists only when selected by name. */
  IM?: CrmMessenger[];
  /** Link: Users who wrote through an open channel. Kept by the portal. */
  LINK?: CrmLink[];
}

/**
 * A lead.
 *
 * What can be sent of it.
 */
export interface CrmLeadInput extends CustomInput<CrmLeadCustomFields> {
  /** Lead name: What the lead is called. The portal makes up "Lead #12" when it is left out. */
  TITLE?: string;
  /** Salutation: How the person is addressed: an entry of the directory HONORIFIC. */
  HONORIFIC?: string | null;
  /** First name: The person's first name. */
  NAME?: string | null;
  /** Second name: The person's middle name. */
  SECOND_NAME?: string | null;
  /** Last name: The person's family name. */
  LAST_NAME?: string | null;
  /** Date of birth: The person's day of birth. */
  BIRTHDATE?: DateInput | null;
  /** Company name: A company's name as text. COMPANY_ID links a company that is in the CRM. */
  COMPANY_TITLE?: string | null;
  /**
   * Source: Where the lead came from. Left out, the directory's first entry is taken.
   *
   * - `"CALL"`: A phone call
   * - `"EMAIL"`: An e-mail
   * - `"WEB"`: The web site
   * - `"ADVERTISING"`: Advertising
   * - `"PARTNER"`: An existing client
   * - `"RECOMMENDATION"`: A recommendation
   * - `"TRADE_SHOW"`: A trade show
   * - `"WEBFORM"`: A CRM form
   * - `"CALLBACK"`: A callback request
   * - `"RC_GENERATOR"`: The sales generator
   * - `"STORE"`: The online store
   * - `"OTHER"`: Anything else
   */
  SOURCE_ID?:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {})
    | null;
  /** Source details: More about where the lead came from. */
  SOURCE_DESCRIPTION?: string | null;
  /**
   * Stage: The lead's stage. An unknown one becomes the first stage in add and changes nothing in update.
   *
   * - `"NEW"`: Nobody has worked on it
   * - `"IN_PROCESS"`: Someone is working on it
   * - `"PROCESSED"`: The work is done, the outcome open
   * - `"JUNK"`: Of no use; final
   * - `"CONVERTED"`: Became a deal, contact or company; final
   */
  STATUS_ID?: "NEW" | "IN_PROCESS" | "PROCESSED" | "JUNK" | "CONVERTED" | (string & {});
  /** Stage details: More about the stage. */
  STATUS_DESCRIPTION?: string | null;
  /** Position: The person's position at work. */
  POST?: string | null;
  /** Address: Street and house. Send the whole address when any part of it changes. */
  ADDRESS?: string | null;
  /** Apartment, office: The address's second line. */
  ADDRESS_2?: string | null;
  /** City: The address's city. */
  ADDRESS_CITY?: string | null;
  /** Postal code: The address's postal code. */
  ADDRESS_POSTAL_CODE?: string | null;
  /** District: The address's district. */
  ADDRESS_REGION?: string | null;
  /** Province: The address's province or state. */
  ADDRESS_PROVINCE?: string | null;
  /** Country: The address's country, as text. */
  ADDRESS_COUNTRY?: string | null;
  /** Country code: The address's country, as a code. */
  ADDRESS_COUNTRY_CODE?: string | null;
  /** Address in the directory: The address's number in the portal's location directory. */
  ADDRESS_LOC_ADDR_ID?: Id | null;
  /** Currency: The amount's currency, such as EUR. Left out, it is the portal's own. */
  CURRENCY_ID?: string | null;
  /** Amount: What the lead may be worth. Product rows set it unless IS_MANUAL_OPPORTUNITY is true. */
  OPPORTUNITY?: number | null;
  /**
   * Amount entered by hand: Whether the amount stays as it was entered when product rows change.
   *
   * @default false
   */
  IS_MANUAL_OPPORTUNITY?: boolean;
  /**
   * Available to everyone: Whether all who may see open leads see this one. The portal's settings can change the
   * default.
   *
   * @default true
   */
  OPENED?: boolean;
  /** Comment: Free text in BB code. HTML is turned into BB code. */
  COMMENTS?: string | null;
  /** Responsible person: Who answers for the lead. Left out, it is the caller. */
  ASSIGNED_BY_ID?: Id;
  /** Company: The linked company, 0 or null for none. A company makes the lead a repeat lead. */
  COMPANY_ID?: Id | null;
  /**
   * Contact: The main linked contact. Sending one that is not linked yet replaces all links.
   *
   * @deprecated Send CONTACT_IDS, or use crm.lead.contact.*.
   */
  CONTACT_ID?: Id | null;
  /**
   * Contacts: All linked contacts, the main one first. It replaces the links; crm.lead.contact.items.get reads them.
   */
  CONTACT_IDS?: readonly Id[];
  /** External source: The outside system the lead came from. */
  ORIGINATOR_ID?: string | null;
  /** ID in the external source: The lead's key in that outside system. */
  ORIGIN_ID?: string | null;
  /** UTM source: The advertising system. */
  UTM_SOURCE?: string | null;
  /** UTM medium: The kind of traffic, CPC or CPM for example. */
  UTM_MEDIUM?: string | null;
  /** UTM campaign: The campaign's name. */
  UTM_CAMPAIGN?: string | null;
  /** UTM content: Which of the campaign's advertisements it was. */
  UTM_CONTENT?: string | null;
  /** UTM term: The search words that led here. */
  UTM_TERM?: string | null;
  /** Phone: Phones. Missing when there are none; in lists only when selected by name. */
  PHONE?: readonly CrmPhoneInput[];
  /** E-mail: E-mail addresses. Missing when there are none; in lists only when selected by name. */
  EMAIL?: readonly CrmEmailInput[];
  /** Site: Sites. Missing when there are none; in lists only when selected by name. */
  WEB?: readonly CrmWebInput[];
  /** Messenger: Messengers. Missing when there are none; in lists only when selected by name. */
  IM?: readonly CrmMessengerInput[];
  /** Link: Users who wrote through an open channel. Kept by the portal. */
  LINK?: readonly CrmLinkInput[];
}

/** Conditions on fields of CrmLead: see {@link Filter} for the operators. */
export type CrmLeadFilter = Filter<{
  ID: Id;
  TITLE: string;
  HONORIFIC: string;
  NAME: string;
  SECOND_NAME: string;
  LAST_NAME: string;
  BIRTHDATE: DateInput;
  COMPANY_TITLE: string;
  SOURCE_ID:
    | "CALL"
    | "EMAIL"
    | "WEB"
    | "ADVERTISING"
    | "PARTNER"
    | "RECOMMENDATION"
    | "TRADE_SHOW"
    | "WEBFORM"
    | "CALLBACK"
    | "RC_GENERATOR"
    | "STORE"
    | "OTHER"
    | (string & {});
  SOURCE_DESCRIPTION: string;
  STATUS_ID: "NEW" | "IN_PROCESS" | "PROCESSED" | "JUNK" | "CONVERTED" | (string & {});
  STATUS_DESCRIPTION: string;
  STATUS_SEMANTIC_ID: "P" | "S" | "F";
  POST: string;
  ADDRESS: string;
  ADDRESS_2: string;
  ADDRESS_CITY: string;
  ADDRESS_POSTAL_CODE: string;
  ADDRESS_REGION: string;
  ADDRESS_PROVINCE: string;
  ADDRESS_COUNTRY: string;
  ADDRESS_COUNTRY_CODE: string;
  ADDRESS_LOC_ADDR_ID: Id;
  CURRENCY_ID: string;
  OPPORTUNITY: number;
  IS_MANUAL_OPPORTUNITY: boolean;
  OPENED: boolean;
  COMMENTS: string;
  HAS_PHONE: boolean;
  HAS_EMAIL: boolean;
  HAS_IMOL: boolean;
  ASSIGNED_BY_ID: Id;
  CREATED_BY_ID: Id;
  MODIFY_BY_ID: Id;
  MOVED_BY_ID: Id;
  DATE_CREATE: DateInput;
  DATE_MODIFY: DateInput;
  MOVED_TIME: DateInput;
  COMPANY_ID: Id;
  CONTACT_ID: Id;
  IS_RETURN_CUSTOMER: boolean;
  DATE_CLOSED: DateInput;
  ORIGINATOR_ID: string;
  ORIGIN_ID: string;
  UTM_SOURCE: string;
  UTM_MEDIUM: string;
  UTM_CAMPAIGN: string;
  UTM_CONTENT: string;
  UTM_TERM: string;
  LAST_ACTIVITY_TIME: DateInput;
  LAST_ACTIVITY_BY: Id;
} & CrmLeadCustomFields, { PHONE: string; EMAIL: string; WEB: string; IM: string }>;

/** Directions by fields of CrmLead. */
export type CrmLeadOrder = Order<Exclude<keyof CrmLead, "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK">>;

/** What of CrmLead can be selected: names of fields, and masks for many at once. */
export type CrmLeadSelect = keyof CrmLead | "*" | "UF_*";

/** CrmLead with the selected fields only. */
export type CrmLeadSelected<Select extends readonly CrmLeadSelect[]> =
  Selected<CrmLead, "ID", "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK", Select>;

/**
 * The fields of CrmLead that only some portals have.
 *
 * Say which there are, and they are typed wherever such an object comes back, is sent or filtered:
 *
 * @example declare module "crm-wasm" { interface CrmLeadCustomFields { UF_CRM_COLOR: string } }
 */
export interface CrmLeadCustomFields {
  [field: `UF_CRM_${string}`]: unknown;
  [field: `PARENT_ID_${string}`]: unknown;
}

/**
 * What else happens when a lead is created.
 *
 * What can be sent of it.
 */
export interface CrmLeadAddOptionsInput {
  /**
   * Announces the lead in the feed and notifies the responsible person.
   *
   * @default false
   */
  REGISTER_SONET_EVENT?: boolean;
}

/**
 * What else happens when a lead changes.
 *
 * What can be sent of it.
 */
export interface CrmLeadUpdateOptionsInput {
  /**
   * Announces the change in the feed and notifies the responsible person.
   *
   * @default false
   */
  REGISTER_SONET_EVENT?: boolean;
}

/** Names the lead an event is about. */
export interface CrmLeadEvent {
  /** The lead. */
  FIELDS: CrmLeadEventFields;
}

/** All an event says of a lead. Read the rest with crm.lead.get. */
export interface CrmLeadEventFields {
  /** The lead. */
  ID: number;
}

/** The parameters of {@link crmLeadAdd}. */
export interface CrmLeadAddParams {
  /** The lead's fields. Unknown and read-only ones are dropped without a word. */
  fields?: CrmLeadInput;
  /** What else to do. */
  params?: CrmLeadAddOptionsInput;
}

/**
 * Creates a lead and returns its number. With a company or contacts it is a repeat lead at once.
 *
 * Calls `crm.lead.add` (scope `crm`). Every call makes something new.
 *
 * @param params.fields The lead's fields. Unknown and read-only ones are dropped without a word.
 * @param params.params What else to do.
 * @returns The new lead.
 * @throws {CrmError} `Access denied.`: The caller may not create leads.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `Parameter 'params' must be array.`: params is no object.
 * @throws {CrmError} `ERROR_CORE`: A value was refused, a malformed e-mail address for example. The text names the
 *   field.
 * @deprecated Use {@link crmItemAdd}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-add.html
 */
export function crmLeadAdd<Raw extends boolean = false>(
  params?: CrmLeadAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<number, Raw>>;

/** The parameters of {@link crmLeadDelete}. */
export interface CrmLeadDeleteParams {
  /** The lead. */
  id: Id;
}

/**
 * Deletes a lead with its timeline, activities and links. What others use too only loses its link.
 *
 * Calls `crm.lead.delete` (scope `crm`).
 *
 * @param params.id The lead.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not delete the lead, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} `ERROR_CORE`: There is no such lead. The text is in the portal's language.
 * @deprecated Use {@link crmItemDelete}. The portal develops crm.item.* only, which wants entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-delete.html
 */
export function crmLeadDelete<Raw extends boolean = false>(
  params: CrmLeadDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Describes the fields leads have on this portal, custom ones too.
 *
 * Calls `crm.lead.fields` (scope `crm`).
 *
 * @returns The fields by name.
 * @deprecated Use {@link crmItemFields}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-fields.html
 */
export function crmLeadFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmFieldDescriptor>, Raw>>;

/** The parameters of {@link crmLeadGet}. */
export interface CrmLeadGetParams {
  /** The lead. */
  id: Id;
}

/**
 * Reads a lead with its custom fields and multi-fields.
 *
 * Calls `crm.lead.get` (scope `crm`).
 *
 * @param params.id The lead.
 * @returns The lead.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Not found`: There is no such lead.
 * @throws {CrmError} `Access denied.`: The caller may not see the lead, or it does not exist and the caller is no
 *   administrator.
 * @deprecated Use {@link crmItemGet}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-get.html
 */
export function crmLeadGet<Raw extends boolean = false>(
  params: CrmLeadGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmLead, Raw>>;

/** The parameters of {@link crmLeadList}. */
export interface CrmLeadListParams<Select extends readonly CrmLeadSelect[] = readonly CrmLeadSelect[]> {
  /** The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left out, it is *. */
  select?: Select;
  /** Conditions, all of which must hold. A condition the portal does not know is ignored, so more rows come back. */
  filter?: CrmLeadFilter;
  /** By which fields to sort, and which way. */
  order?: CrmLeadOrder;
  /**
   * How many rows to skip: 0, 50, 100 … Past the end the first page comes again; -1 skips the counting.
   *
   * @default 0
   */
  start?: number;
}

/**
 * Finds leads, 50 to a page.
 *
 * Calls `crm.lead.list` (scope `crm`).
 *
 * @param params.select The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left
 *   out, it is *.
 * @param params.filter Conditions, all of which must hold. A condition the portal does not know is ignored, so more
 *   rows come back.
 * @param params.order By which fields to sort, and which way.
 * @param params.start How many rows to skip: 0, 50, 100 … Past the end the first page comes again; -1 skips the
 *   counting.
 * @returns A page of rows, each of them: one lead.
 * @throws {CrmError} `Access denied.`: The caller may not see leads.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Failed to get list. General error.`: The portal could not run the search.
 * @deprecated Use {@link crmItemList}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-list.html
 */
export function crmLeadList<const Select extends readonly CrmLeadSelect[] = readonly [], Raw extends boolean = false>(
  params?: CrmLeadListParams<Select>,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Page<CrmLeadSelected<Select>>, Raw>>;

/** The parameters of {@link crmLeadListAll}. */
export interface CrmLeadListAllParams<Select extends readonly CrmLeadSelect[] = readonly CrmLeadSelect[]> {
  /** The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left out, it is *. */
  select?: Select;
  /** Conditions, all of which must hold. A condition the portal does not know is ignored, so more rows come back. */
  filter?: CrmLeadFilter;
}

/**
 * Gives all rows of {@link crmLeadList}, read as they are taken.
 *
 * They come by ascending ID and in no other order, up to 2,500 in a request. While others add or remove rows, none
 * comes twice and none that stays is missing. Conditions on ID hold too.
 *
 * Calls `crm.lead.list` (scope `crm`).
 *
 * @param params.select The fields to return: names, * for all but custom and multi-fields, UF_* for custom ones. Left
 *   out, it is *.
 * @param params.filter Conditions, all of which must hold. A condition the portal does not know is ignored, so more
 *   rows come back.
 * @returns The rows, each of them: one lead.
 * @throws {CrmError} `Access denied.`: The caller may not see leads.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Failed to get list. General error.`: The portal could not run the search.
 * @deprecated Use {@link crmItemListAll}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-list.html
 */
export function crmLeadListAll<const Select extends readonly CrmLeadSelect[] = readonly [], Raw extends boolean = false>(
  params?: CrmLeadListAllParams<Select>,
  options?: ListOptions<Raw>,
): Rows<Answer<CrmLeadSelected<Select>, Raw>>;

/** The parameters of {@link crmLeadUpdate}. */
export interface CrmLeadUpdateParams {
  /** The lead. */
  id: Id;
  /** What to change. Multi-fields are changed entry by entry. */
  fields?: CrmLeadInput;
  /** What else to do. */
  params?: CrmLeadUpdateOptionsInput;
}

/**
 * Changes a lead. Fields that are not sent stay as they are.
 *
 * Calls `crm.lead.update` (scope `crm`).
 *
 * @param params.id The lead.
 * @param params.fields What to change. Multi-fields are changed entry by entry.
 * @param params.params What else to do.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Lead is not found`: There is no such lead.
 * @throws {CrmError} `Access denied.`: The caller may not change the lead, or it does not exist and the caller is no
 *   administrator.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `Parameter 'params' must be array.`: params is no object.
 * @throws {CrmError} `ERROR_CORE`: A value was refused, a malformed e-mail address for example. The text names the
 *   field.
 * @deprecated Use {@link crmItemUpdate}. The portal develops crm.item.* only, which names fields differently and wants
 *   entityTypeId 1.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/crm-lead-update.html
 */
export function crmLeadUpdate<Raw extends boolean = false>(
  params: CrmLeadUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Calls the listener for each `ONCRMLEADADD`: A lead was created.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/events/on-crm-lead-add.html
 */
export function onCrmLeadAdd(listener: Listener<"ONCRMLEADADD">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMLEADDELETE`: A lead was deleted.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/events/on-crm-lead-delete.html
 */
export function onCrmLeadDelete(listener: Listener<"ONCRMLEADDELETE">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMLEADUPDATE`: A lead was changed. Linking a contact alone does not fire it.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/events/on-crm-lead-update.html
 */
export function onCrmLeadUpdate(listener: Listener<"ONCRMLEADUPDATE">, options?: ListenOptions): Promise<Stop>;

// crm.lead.userfield: The custom fields leads have on this portal.

/** The parameters of {@link crmLeadUserfieldAdd}. */
export interface CrmLeadUserfieldAddParams {
  /** The custom field. */
  fields: CrmUserFieldDraftInput;
}

/**
 * Gives all leads a custom field and returns its number.
 *
 * Calls `crm.lead.userfield.add` (scope `crm`). For administrators only. Every call makes something new.
 *
 * @param params.fields The custom field.
 * @returns The new custom field.
 * @throws {CrmError} `The 'USER_TYPE_ID' field is not found.`: USER_TYPE_ID is missing or empty.
 * @throws {CrmError} `The 'FIELD_NAME' field is not found.`: FIELD_NAME is missing or empty.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings.
 * @throws {CrmError} `ERROR_CORE`: The code is too long, exists or has other characters, the type is unknown, or an
 *   XML_ID is there twice.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/crm-lead-userfield-add.html
 */
export function crmLeadUserfieldAdd<Raw extends boolean = false>(
  params: CrmLeadUserfieldAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<number, Raw>>;

/** The parameters of {@link crmLeadUserfieldDelete}. */
export interface CrmLeadUserfieldDeleteParams {
  /** The custom field. */
  id: Id;
}

/**
 * Deletes a custom field of leads, and its values in all of them.
 *
 * Calls `crm.lead.userfield.delete` (scope `crm`). For administrators only.
 *
 * @param params.id The custom field.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings, or the field is not one of leads.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @throws {CrmError} `Error deleting`: The portal could not delete it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/crm-lead-userfield-delete.html
 */
export function crmLeadUserfieldDelete<Raw extends boolean = false>(
  params: CrmLeadUserfieldDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmLeadUserfieldGet}. */
export interface CrmLeadUserfieldGetParams {
  /** The custom field. */
  id: Id;
}

/**
 * Reads a custom field of leads, with its labels in all languages.
 *
 * Calls `crm.lead.userfield.get` (scope `crm`).
 *
 * @param params.id The custom field.
 * @returns The custom field.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not see leads, or the field is not one of leads.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/crm-lead-userfield-get.html
 */
export function crmLeadUserfieldGet<Raw extends boolean = false>(
  params: CrmLeadUserfieldGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmUserField, Raw>>;

/** The parameters of {@link crmLeadUserfieldList}. */
export interface CrmLeadUserfieldListParams {
  /** Conditions, and the language of the labels. */
  filter?: CrmUserFieldFilterInput;
  /**
   * By which columns to sort, and which way.
   *
   * @default {"ID":"ASC","SORT":"ASC"}
   */
  order?: CrmUserFieldOrder;
}

/**
 * Finds custom fields of leads. All come at once.
 *
 * Calls `crm.lead.userfield.list` (scope `crm`).
 *
 * @param params.filter Conditions, and the language of the labels.
 * @param params.order By which columns to sort, and which way.
 * @returns The custom fields.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `Access denied.`: The caller may not see leads.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/crm-lead-userfield-list.html
 */
export function crmLeadUserfieldList<Raw extends boolean = false>(
  params?: CrmLeadUserfieldListParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmUserField[], Raw>>;

/** The parameters of {@link crmLeadUserfieldUpdate}. */
export interface CrmLeadUserfieldUpdateParams {
  /** The custom field. */
  id: Id;
  /** What to change. */
  fields: CrmUserFieldDraftUpdate;
}

/**
 * Changes a custom field of leads. Its code, type and whether it is multiple stay for good.
 *
 * Calls `crm.lead.userfield.update` (scope `crm`). For administrators only.
 *
 * @param params.id The custom field.
 * @param params.fields What to change.
 * @returns Always true.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings, or the field is not one of leads.
 * @throws {CrmError} `ERROR_NOT_FOUND`: There is no such custom field.
 * @throws {CrmError} `ERROR_CORE`: A choice's XML_ID is there twice, or the portal refused another value.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/crm-lead-userfield-update.html
 */
export function crmLeadUserfieldUpdate<Raw extends boolean = false>(
  params: CrmLeadUserfieldUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Calls the listener for each `ONCRMLEADUSERFIELDADD`: A custom field of leads was created.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/events/on-crm-lead-user-field-add.html
 */
export function onCrmLeadUserFieldAdd(listener: Listener<"ONCRMLEADUSERFIELDADD">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMLEADUSERFIELDDELETE`: A custom field of leads was deleted.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/events/on-crm-lead-user-field-delete.html
 */
export function onCrmLeadUserFieldDelete(listener: Listener<"ONCRMLEADUSERFIELDDELETE">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMLEADUSERFIELDSETENUMVALUES`: The choices of an enumeration among the custom fields
 * of leads were set.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/events/on-crm-lead-user-field-set-enum-values.html
 */
export function onCrmLeadUserFieldSetEnumValues(listener: Listener<"ONCRMLEADUSERFIELDSETENUMVALUES">, options?: ListenOptions): Promise<Stop>;

/**
 * Calls the listener for each `ONCRMLEADUSERFIELDUPDATE`: A custom field of leads was changed.
 *
 * The portal queues the events for the application, also while the page is closed. For applications of administrators
 * only.
 *
 * @param listener Gets the events one by one. What it has not finished comes again.
 * @returns The function that ends it.
 * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/events/on-crm-lead-user-field-update.html
 */
export function onCrmLeadUserFieldUpdate(listener: Listener<"ONCRMLEADUSERFIELDUPDATE">, options?: ListenOptions): Promise<Stop>;

// crm.multifield: Phones, e-mail addresses, sites, messengers and links: fields that hold several typed values.

/** One phone number. An entry without ID is added, an entry with ID is changed, the others stay. */
export interface CrmPhone {
  /** The value's own number. Sent alone, it deletes the phone. */
  ID: number;
  /** Always PHONE. */
  TYPE_ID: "PHONE";
  /** The number as it was typed. Empty deletes a phone that has an ID. */
  VALUE: string;
  /**
   * What kind of phone it is.
   *
   * - `"WORK"`: At work
   * - `"MOBILE"`: Mobile
   * - `"FAX"`: Fax
   * - `"HOME"`: At home
   * - `"PAGER"`: Pager
   * - `"MAILING"`: For marketing calls and messages
   * - `"OTHER"`: Any other
   */
  VALUE_TYPE: "WORK" | "MOBILE" | "FAX" | "HOME" | "PAGER" | "MAILING" | "OTHER";
}

/**
 * One phone number. An entry without ID is added, an entry with ID is changed, the others stay.
 *
 * What can be sent of it.
 */
export interface CrmPhoneInput {
  /** The value's own number. Sent alone, it deletes the phone. */
  ID?: Id;
  /** Always PHONE. */
  TYPE_ID?: "PHONE";
  /** The number as it was typed. Empty deletes a phone that has an ID. */
  VALUE?: string;
  /**
   * What kind of phone it is.
   *
   * - `"WORK"`: At work
   * - `"MOBILE"`: Mobile
   * - `"FAX"`: Fax
   * - `"HOME"`: At home
   * - `"PAGER"`: Pager
   * - `"MAILING"`: For marketing calls and messages
   * - `"OTHER"`: Any other
   *
   * @default "WORK"
   */
  VALUE_TYPE?: "WORK" | "MOBILE" | "FAX" | "HOME" | "PAGER" | "MAILING" | "OTHER";
  /** true deletes the phone that ID names. */
  DELETE?: boolean;
}

/** One e-mail address. An entry without ID is added, an entry with ID is changed, the others stay. */
export interface CrmEmail {
  /** The value's own number. Sent alone, it deletes the address. */
  ID: number;
  /** Always EMAIL. */
  TYPE_ID: "EMAIL";
  /** The address. The portal refuses a malformed one. */
  VALUE: string;
  /**
   * What kind of address it is.
   *
   * - `"WORK"`: At work
   * - `"HOME"`: Private
   * - `"MAILING"`: For newsletters
   * - `"OTHER"`: Any other
   */
  VALUE_TYPE: "WORK" | "HOME" | "MAILING" | "OTHER";
}

/**
 * One e-mail address. An entry without ID is added, an entry with ID is changed, the others stay.
 *
 * What can be sent of it.
 */
export interface CrmEmailInput {
  /** The value's own number. Sent alone, it deletes the address. */
  ID?: Id;
  /** Always EMAIL. */
  TYPE_ID?: "EMAIL";
  /** The address. The portal refuses a malformed one. */
  VALUE?: string;
  /**
   * What kind of address it is.
   *
   * - `"WORK"`: At work
   * - `"HOME"`: Private
   * - `"MAILING"`: For newsletters
   * - `"OTHER"`: Any other
   *
   * @default "WORK"
   */
  VALUE_TYPE?: "WORK" | "HOME" | "MAILING" | "OTHER";
  /** true deletes the address that ID names. */
  DELETE?: boolean;
}

/** One site or page. An entry without ID is added, an entry with ID is changed, the others stay. */
export interface CrmWeb {
  /** The value's own number. Sent alone, it deletes the site. */
  ID: number;
  /** Always WEB. */
  TYPE_ID: "WEB";
  /** The site's address, with or without https. */
  VALUE: string;
  /**
   * Whose site it is, or on which network.
   *
   * - `"WORK"`: The company's site
   * - `"HOME"`: A private site
   * - `"FACEBOOK"`: Facebook
   * - `"VK"`: VK
   * - `"LIVEJOURNAL"`: LiveJournal
   * - `"TWITTER"`: X, formerly Twitter
   * - `"OTHER"`: Any other
   */
  VALUE_TYPE: "WORK" | "HOME" | "FACEBOOK" | "VK" | "LIVEJOURNAL" | "TWITTER" | "OTHER";
}

/**
 * One site or page. An entry without ID is added, an entry with ID is changed, the others stay.
 *
 * What can be sent of it.
 */
export interface CrmWebInput {
  /** The value's own number. Sent alone, it deletes the site. */
  ID?: Id;
  /** Always WEB. */
  TYPE_ID?: "WEB";
  /** The site's address, with or without https. */
  VALUE?: string;
  /**
   * Whose site it is, or on which network.
   *
   * - `"WORK"`: The company's site
   * - `"HOME"`: A private site
   * - `"FACEBOOK"`: Facebook
   * - `"VK"`: VK
   * - `"LIVEJOURNAL"`: LiveJournal
   * - `"TWITTER"`: X, formerly Twitter
   * - `"OTHER"`: Any other
   *
   * @default "WORK"
   */
  VALUE_TYPE?: "WORK" | "HOME" | "FACEBOOK" | "VK" | "LIVEJOURNAL" | "TWITTER" | "OTHER";
  /** true deletes the site that ID names. */
  DELETE?: boolean;
}

/** One messenger account. An entry without ID is added, an entry with ID is changed, the others stay. */
export interface CrmMessenger {
  /** The value's own number. Sent alone, it deletes the account. */
  ID: number;
  /** Always IM. */
  TYPE_ID: "IM";
  /** The account's name; for open channels the chat, as "imol|livechat|3|14|9". */
  VALUE: string;
  /**
   * Which messenger it is.
   *
   * - `"FACEBOOK"`: Facebook Messenger
   * - `"TELEGRAM"`: Telegram
   * - `"VK"`: VK
   * - `"SKYPE"`: Skype
   * - `"VIBER"`: Viber
   * - `"INSTAGRAM"`: Instagram
   * - `"BITRIX24"`: Bitrix24 network
   * - `"OPENLINE"`: An open channel
   * - `"IMOL"`: An open channel's chat
   * - `"ICQ"`: ICQ
   * - `"MSN"`: MSN
   * - `"JABBER"`: Jabber
   * - `"OTHER"`: Any other
   */
  VALUE_TYPE:
    | "FACEBOOK"
    | "TELEGRAM"
    | "VK"
    | "SKYPE"
    | "VIBER"
    | "INSTAGRAM"
    | "BITRIX24"
    | "OPENLINE"
    | "IMOL"
    | "ICQ"
    | "MSN"
    | "JABBER"
    | "OTHER"
    | (string & {});
}

/**
 * One messenger account. An entry without ID is added, an entry with ID is changed, the others stay.
 *
 * What can be sent of it.
 */
export interface CrmMessengerInput {
  /** The value's own number. Sent alone, it deletes the account. */
  ID?: Id;
  /** Always IM. */
  TYPE_ID?: "IM";
  /** The account's name; for open channels the chat, as "imol|livechat|3|14|9". */
  VALUE?: string;
  /**
   * Which messenger it is.
   *
   * - `"FACEBOOK"`: Facebook Messenger
   * - `"TELEGRAM"`: Telegram
   * - `"VK"`: VK
   * - `"SKYPE"`: Skype
   * - `"VIBER"`: Viber
   * - `"INSTAGRAM"`: Instagram
   * - `"BITRIX24"`: Bitrix24 network
   * - `"OPENLINE"`: An open channel
   * - `"IMOL"`: An open channel's chat
   * - `"ICQ"`: ICQ
   * - `"MSN"`: MSN
   * - `"JABBER"`: Jabber
   * - `"OTHER"`: Any other
   *
   * @default "OTHER"
   */
  VALUE_TYPE?:
    | "FACEBOOK"
    | "TELEGRAM"
    | "VK"
    | "SKYPE"
    | "VIBER"
    | "INSTAGRAM"
    | "BITRIX24"
    | "OPENLINE"
    | "IMOL"
    | "ICQ"
    | "MSN"
    | "JABBER"
    | "OTHER"
    | (string & {});
  /** true deletes the account that ID names. */
  DELETE?: boolean;
}

/** One link to a user who wrote through an open channel. The portal keeps these for itself. */
export interface CrmLink {
  /** The value's own number. Sent alone, it deletes the link. */
  ID: number;
  /** Always LINK. */
  TYPE_ID: "LINK";
  /** The linked user. */
  VALUE: string;
  /**
   * Always USER.
   *
   * - `"USER"`: A user of the portal
   */
  VALUE_TYPE: "USER";
}

/**
 * One link to a user who wrote through an open channel. The portal keeps these for itself.
 *
 * What can be sent of it.
 */
export interface CrmLinkInput {
  /** The value's own number. Sent alone, it deletes the link. */
  ID?: Id;
  /** Always LINK. */
  TYPE_ID?: "LINK";
  /** The linked user. */
  VALUE?: string;
  /**
   * Always USER.
   *
   * - `"USER"`: A user of the portal
   *
   * @default "USER"
   */
  VALUE_TYPE?: "USER";
  /** true deletes the link that ID names. */
  DELETE?: boolean;
}

// crm.placement: The places in the CRM where an application can show itself: cards and lists of leads, contacts and companies.

/**
 * What an application learns that was opened in a record's card, or from a record's menu in a list.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface CrmCardPlacement {
  /** The record: a lead, a contact or a company, as the placement's code says. */
  ID: Id;
  /** The path of the portal's page that the application was opened from. */
  URI?: string;
}

/**
 * What an application learns that was opened by a button above the timeline.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface CrmActivityPlacement {
  /** The record, where the application draws the interface itself. */
  ID?: Id;
  /** With the built-in interface: the kind of record, 1 for leads, 3 for contacts, 4 for companies. */
  entityTypeId?: Id;
  /** With the built-in interface: the record. */
  entityId?: Id;
  /** Y when the portal draws the interface, from what setLayout sends. */
  useBuiltInInterface?: "Y" | "N";
  /** The path of the portal's page that the application was opened from. */
  URI?: string;
}

/**
 * What an application learns that was opened from a card's menu of documents.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface CrmEntityPlacement {
  /** The record: a lead, a contact or a company, as the placement's code says. */
  ENTITY_ID: Id;
  /** The path of the portal's page that the application was opened from. */
  URI?: string;
}

/**
 * What an application learns that was opened from the menu of an entry in a card's timeline.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface CrmTimelinePlacement {
  /** The record whose card it is. */
  ENTITY_ID: Id;
  /** The activity, where the entry is one. */
  ASSOCIATED_ENTITY_ID?: Id;
  /** The kind of the thing above, 6 for an activity. */
  ASSOCIATED_ENTITY_TYPE_ID?: Id;
  /** The kind of event. */
  TYPE_ID?: Id;
  /** The kind of timeline entry. */
  TYPE_CATEGORY_ID?: Id;
  /** The timeline entry. */
  TIMELINE_ITEM_ID?: Id;
  /** The path of the portal's page that the application was opened from. */
  URI?: string;
}

/**
 * What an application learns that was opened from a page rather than a record.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface CrmPagePlacement {
  /** The path of the portal's page that the application was opened from. */
  URI?: string;
}

/**
 * What an application learns that is to search for a client.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface CrmClientSearchPlacement {
  /**
   * What is looked for.
   *
   * - `"CONTACT"`: A contact
   * - `"COMPANY"`: A company
   */
  entityTypeName: "CONTACT" | "COMPANY";
  /** What the user has typed, three characters at least. */
  searchQuery: string;
  /** The path of the card. */
  URI?: string;
}

/**
 * What an application learns that is to search for requisites or bank details.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface CrmAutocompletePlacement {
  /** What the user has typed, three characters at least. */
  searchQuery: string;
  /** The path of the card, or of the form with the bank details. */
  URI?: string;
}

/**
 * What a button above the timeline lets one choose.
 *
 * What can be sent of it.
 */
export interface CrmActivityBindingInput {
  /**
   * Whether the portal draws the interface, from what setLayout sends.
   *
   * @default false
   */
  useBuiltInInterface?: boolean;
  /** The title of the note a new user sees. */
  newUserNotificationTitle?: string;
  /** The text of the note a new user sees. */
  newUserNotificationText?: string;
}

/**
 * What a search for requisites or bank details lets one choose.
 *
 * What can be sent of it.
 */
export interface CrmAutocompleteBindingInput {
  /** The countries it works for: their numbers, with commas and without spaces. Left out, all. */
  countries?: string;
}

// crm.status: The CRM's directories: stages of leads, sources, kinds of contacts, salutations and more.

/** An entry of a directory. */
export interface CrmStatus {
  /** The entry's number. */
  ID: number;
  /**
   * The directory.
   *
   * - `"STATUS"`: Stages of leads
   * - `"SOURCE"`: Sources
   * - `"CONTACT_TYPE"`: Kinds of contacts
   * - `"COMPANY_TYPE"`: Kinds of companies
   * - `"HONORIFIC"`: Salutations
   * - `"INDUSTRY"`: Industries
   * - `"EMPLOYEES"`: Sizes of companies
   * - `"DEAL_TYPE"`: Kinds of deals
   * - `"DEAL_STAGE"`: Stages of deals
   * - `"QUOTE_STATUS"`: Stages of quotes
   * - `"CALL_LIST"`: Outcomes of calls
   */
  ENTITY_ID:
    | "STATUS"
    | "SOURCE"
    | "CONTACT_TYPE"
    | "COMPANY_TYPE"
    | "HONORIFIC"
    | "INDUSTRY"
    | "EMPLOYEES"
    | "DEAL_TYPE"
    | "DEAL_STAGE"
    | "QUOTE_STATUS"
    | "CALL_LIST"
    | (string & {});
  /** What records store: NEW, CALL, UC_ABC123 … */
  STATUS_ID: string;
  /** What people read. */
  NAME: string;
  /** What people read before anyone renamed it; empty for entries people made. */
  NAME_INIT: string | null;
  /** Position in the directory. */
  SORT: number;
  /** Whether it came with the portal, so that only FORCED deletes it. */
  SYSTEM: boolean;
  /** For stages of deals: the funnel. */
  CATEGORY_ID?: number | null;
  /** For stages: the colour, #39A8EF. */
  COLOR?: string | null;
  /**
   * For stages: what they mean. Null or empty while in progress.
   *
   * - `"P"`: In progress
   * - `"S"`: Success
   * - `"F"`: Failure
   * - `""`: In progress
   */
  SEMANTICS?: "P" | "S" | "F" | "" | null;
  /** For stages: meaning and colour once more. */
  EXTRA?: CrmStatusExtra | null;
}

/** Directions by fields of CrmStatus. */
export type CrmStatusOrder = Order<Exclude<keyof CrmStatus, "NAME_INIT" | "COLOR" | "EXTRA">>;

/** A stage's meaning and colour. */
export interface CrmStatusExtra {
  /**
   * What the stage means.
   *
   * - `"process"`: In progress
   * - `"success"`: Success
   * - `"failure"`: Failure
   * - `"apology"`: Failure, to be analysed
   */
  SEMANTICS?: "process" | "success" | "failure" | "apology" | (string & {}) | null;
  /** The colour, #39A8EF. */
  COLOR?: string | null;
}

/**
 * A directory entry to create.
 *
 * What can be sent of it.
 */
export interface CrmStatusDraftInput {
  /**
   * The directory.
   *
   * - `"STATUS"`: Stages of leads
   * - `"SOURCE"`: Sources
   * - `"CONTACT_TYPE"`: Kinds of contacts
   * - `"COMPANY_TYPE"`: Kinds of companies
   * - `"HONORIFIC"`: Salutations
   * - `"INDUSTRY"`: Industries
   * - `"EMPLOYEES"`: Sizes of companies
   * - `"DEAL_TYPE"`: Kinds of deals
   * - `"DEAL_STAGE"`: Stages of deals
   * - `"QUOTE_STATUS"`: Stages of quotes
   * - `"CALL_LIST"`: Outcomes of calls
   */
  ENTITY_ID:
    | "STATUS"
    | "SOURCE"
    | "CONTACT_TYPE"
    | "COMPANY_TYPE"
    | "HONORIFIC"
    | "INDUSTRY"
    | "EMPLOYEES"
    | "DEAL_TYPE"
    | "DEAL_STAGE"
    | "QUOTE_STATUS"
    | "CALL_LIST"
    | (string & {});
  /** What records store, unique in the directory. For stages of leads A-Z, 0-9, _ and -, 21 characters at most. */
  STATUS_ID: string;
  /** What people read. */
  NAME: string;
  /**
   * Position in the directory. Stages in progress come first, then success, then failures.
   *
   * @default 10
   */
  SORT?: number;
  /** For stages: the colour, #39A8EF. */
  COLOR?: string;
  /**
   * For stages: what they mean.
   *
   * - `"S"`: Success
   * - `"F"`: Failure
   * - `""`: In progress
   *
   * @default ""
   */
  SEMANTICS?: "S" | "F" | "";
  /** For stages of deals: the funnel. */
  CATEGORY_ID?: Id;
}

/**
 * What can be changed in a directory entry. The rest stays for good.
 *
 * What can be sent of it.
 */
export interface CrmStatusChangesInput {
  /** What people read. An empty one changes nothing. */
  NAME?: string;
  /** Position in the directory. */
  SORT?: number;
  /** For stages: the colour, #39A8EF. */
  COLOR?: string;
}

/**
 * How a directory entry is deleted.
 *
 * What can be sent of it.
 */
export interface CrmStatusDeleteOptionsInput {
  /**
   * Deletes the entry even when it came with the portal.
   *
   * @default false
   */
  FORCED?: boolean;
}

/**
 * Conditions on directory entries, all of which must hold. They take no operators, and one value each.
 *
 * What can be sent of it.
 */
export interface CrmStatusFilterInput {
  /** The entry's number. */
  ID?: Id;
  /**
   * The directory.
   *
   * - `"STATUS"`: Stages of leads
   * - `"SOURCE"`: Sources
   * - `"CONTACT_TYPE"`: Kinds of contacts
   * - `"COMPANY_TYPE"`: Kinds of companies
   * - `"HONORIFIC"`: Salutations
   * - `"INDUSTRY"`: Industries
   * - `"EMPLOYEES"`: Sizes of companies
   * - `"DEAL_TYPE"`: Kinds of deals
   * - `"DEAL_STAGE"`: Stages of deals
   * - `"QUOTE_STATUS"`: Stages of quotes
   * - `"CALL_LIST"`: Outcomes of calls
   */
  ENTITY_ID?:
    | "STATUS"
    | "SOURCE"
    | "CONTACT_TYPE"
    | "COMPANY_TYPE"
    | "HONORIFIC"
    | "INDUSTRY"
    | "EMPLOYEES"
    | "DEAL_TYPE"
    | "DEAL_STAGE"
    | "QUOTE_STATUS"
    | "CALL_LIST"
    | (string & {});
  /** What records store. */
  STATUS_ID?: string;
  /** What people read. */
  NAME?: string;
  /** Position in the directory. */
  SORT?: number;
  /** Whether it came with the portal. */
  SYSTEM?: boolean;
  /** For stages of deals: the funnel. */
  CATEGORY_ID?: Id;
  /**
   * For stages: what they mean.
   *
   * - `"P"`: In progress
   * - `"S"`: Success
   * - `"F"`: Failure
   */
  SEMANTICS?: "P" | "S" | "F";
}

/** A directory. Most have an ID and a NAME and no more; the rest is for stages. */
export interface CrmStatusDirectory {
  /** What entries have as ENTITY_ID: STATUS, SOURCE, DEAL_STAGE_3 … */
  ID: string;
  /** What people read. */
  NAME: string;
  /** The records whose stages these are: 1 leads, 2 deals, 7 quotes … */
  ENTITY_TYPE_ID?: number;
  /** Which stages begin and end the way. Empty where the portal keeps that elsewhere. */
  SEMANTIC_INFO?: CrmStatusSemantics;
  /** What STATUS_ID begins with in this funnel: C1, DT177_9 … */
  PREFIX?: string;
  /** What the portal calls the funnel where it keeps which fields are required. */
  FIELD_ATTRIBUTE_SCOPE?: string;
  /** Whether it is in use. */
  IS_ENABLED?: boolean;
  /** The funnel, 0 for the first one of deals. */
  CATEGORY_ID?: number;
  /** The directory that this one varies: DEAL_STAGE. */
  PARENT_ID?: string;
  /** What people call the funnel. */
  CATEGORY_NAME?: string;
  /** The funnel's position. */
  CATEGORY_SORT?: number;
  /** Whether new records get this funnel. */
  IS_DEFAULT_CATEGORY?: boolean;
}

/** The stages at which a way begins and ends. */
export interface CrmStatusSemantics {
  /** The first stage, NEW. */
  START_FIELD?: string;
  /** The stage that means success, CONVERTED. */
  FINAL_SUCCESS_FIELD?: string;
  /** The stage that means failure, JUNK. */
  FINAL_UNSUCCESS_FIELD?: string;
  /** The position of the stage of success, 0 for unknown. */
  FINAL_SORT?: number;
}

/** An entry of a directory, as a list to choose from needs it. */
export interface CrmStatusChoice {
  /** What records store. */
  STATUS_ID: string;
  /** What people read. */
  NAME: string;
  /** Position in the directory. */
  SORT: number;
}

/** The parameters of {@link crmStatusAdd}. */
export interface CrmStatusAddParams {
  /** The entry. */
  fields: CrmStatusDraftInput;
}

/**
 * Adds an entry to a directory and returns its number.
 *
 * Calls `crm.status.add` (scope `crm`). For administrators only. Every call makes something new.
 *
 * @param params.fields The entry.
 * @returns The new entry.
 * @throws {CrmError} `The field ENTITY_ID is required.`: ENTITY_ID is missing or empty.
 * @throws {CrmError} `The field STATUS_ID is required.`: STATUS_ID is missing or empty.
 * @throws {CrmError} `Specified entity type is not supported.`: There is no such directory.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings.
 * @throws {CrmError} NAME is missing, or a deal's stage would come after the final one. The text is in the portal's
 *   language.
 * @throws {CrmError} `ERROR_CORE`: STATUS_ID is there already, too long or has other characters. The text is in the
 *   portal's language.
 * @see https://apidocs.bitrix24.com/api-reference/crm/status/crm-status-add.html
 */
export function crmStatusAdd<Raw extends boolean = false>(
  params: CrmStatusAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<number, Raw>>;

/** The parameters of {@link crmStatusDelete}. */
export interface CrmStatusDeleteParams {
  /** The entry. */
  id: Id;
  /** How. */
  params?: CrmStatusDeleteOptionsInput;
}

/**
 * Deletes an entry of a directory.
 *
 * Calls `crm.status.delete` (scope `crm`). For administrators only.
 *
 * @param params.id The entry.
 * @param params.params How.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Status is not found.`: There is no such entry.
 * @throws {CrmError} `CRM System Status can be deleted only if parameter FORCED is specified and equal to "Y".`: The
 *   entry came with the portal.
 * @throws {CrmError} `There are active items in this status.`: A record is at this stage.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings.
 * @see https://apidocs.bitrix24.com/api-reference/crm/status/crm-status-delete.html
 */
export function crmStatusDelete<Raw extends boolean = false>(
  params: CrmStatusDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link crmStatusEntityItems}. */
export interface CrmStatusEntityItemsParams {
  /**
   * The directory.
   *
   * - `"STATUS"`: Stages of leads
   * - `"SOURCE"`: Sources
   * - `"CONTACT_TYPE"`: Kinds of contacts
   * - `"COMPANY_TYPE"`: Kinds of companies
   * - `"HONORIFIC"`: Salutations
   * - `"INDUSTRY"`: Industries
   * - `"EMPLOYEES"`: Sizes of companies
   * - `"DEAL_TYPE"`: Kinds of deals
   * - `"DEAL_STAGE"`: Stages of deals
   * - `"QUOTE_STATUS"`: Stages of quotes
   * - `"CALL_LIST"`: Outcomes of calls
   */
  entityId:
    | "STATUS"
    | "SOURCE"
    | "CONTACT_TYPE"
    | "COMPANY_TYPE"
    | "HONORIFIC"
    | "INDUSTRY"
    | "EMPLOYEES"
    | "DEAL_TYPE"
    | "DEAL_STAGE"
    | "QUOTE_STATUS"
    | "CALL_LIST"
    | (string & {});
}

/**
 * Reads one directory as a list to choose from, in its order.
 *
 * Calls `crm.status.entity.items` (scope `crm`).
 *
 * @param params.entityId The directory.
 * @returns The entries; empty for a directory that does not exist.
 * @throws {CrmError} `The parameter entityId is not defined or invalid.`: entityId is missing or empty.
 * @throws {CrmError} `Access denied.`: The caller may not see anything in the CRM.
 * @see https://apidocs.bitrix24.com/api-reference/crm/status/crm-status-entity-items.html
 */
export function crmStatusEntityItems<Raw extends boolean = false>(
  params: CrmStatusEntityItemsParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmStatusChoice[], Raw>>;

/**
 * Names the directories this portal has.
 *
 * Calls `crm.status.entity.types` (scope `crm`).
 *
 * @returns The directories.
 * @see https://apidocs.bitrix24.com/api-reference/crm/status/crm-status-entity-types.html
 */
export function crmStatusEntityTypes<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmStatusDirectory[], Raw>>;

/**
 * Describes the fields of a directory entry.
 *
 * Calls `crm.status.fields` (scope `crm`).
 *
 * @returns The fields by name.
 * @see https://apidocs.bitrix24.com/api-reference/crm/status/crm-status-fields.html
 */
export function crmStatusFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmFieldDescriptor>, Raw>>;

/** The parameters of {@link crmStatusGet}. */
export interface CrmStatusGetParams {
  /** The entry. */
  id: Id;
}

/**
 * Reads an entry of a directory.
 *
 * Calls `crm.status.get` (scope `crm`).
 *
 * @param params.id The entry.
 * @returns The entry.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `CRM Status is not found.`: There is no such entry.
 * @throws {CrmError} `Access denied.`: The caller may not see anything in the CRM.
 * @see https://apidocs.bitrix24.com/api-reference/crm/status/crm-status-get.html
 */
export function crmStatusGet<Raw extends boolean = false>(
  params: CrmStatusGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmStatus, Raw>>;

/** The parameters of {@link crmStatusList}. */
export interface CrmStatusListParams {
  /** Conditions, { ENTITY_ID: "STATUS" } for the stages of leads. */
  filter?: CrmStatusFilterInput;
  /**
   * By which fields to sort, and which way.
   *
   * @default {"SORT":"ASC"}
   */
  order?: CrmStatusOrder;
}

/**
 * Reads entries of directories, such as the stages of leads. All come at once.
 *
 * Calls `crm.status.list` (scope `crm`).
 *
 * @param params.filter Conditions, { ENTITY_ID: "STATUS" } for the stages of leads.
 * @param params.order By which fields to sort, and which way.
 * @returns The entries.
 * @throws {CrmError} `Access denied.`: The caller may not see anything in the CRM.
 * @throws {CrmError} `Parameter 'order' must be array.`: order is no object.
 * @throws {CrmError} `Parameter 'filter' must be array.`: filter is no object.
 * @throws {CrmError} `must be a string`: A condition is a list. The text names its field.
 * @see https://apidocs.bitrix24.com/api-reference/crm/status/crm-status-list.html
 */
export function crmStatusList<Raw extends boolean = false>(
  params?: CrmStatusListParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmStatus[], Raw>>;

/** The parameters of {@link crmStatusUpdate}. */
export interface CrmStatusUpdateParams {
  /** The entry. */
  id: Id;
  /** What to change. */
  fields: CrmStatusChangesInput;
}

/**
 * Changes an entry of a directory. Its code and its directory stay for good.
 *
 * Calls `crm.status.update` (scope `crm`). For administrators only.
 *
 * @param params.id The entry.
 * @param params.fields What to change.
 * @returns Always true.
 * @throws {CrmError} `ID is not defined or invalid.`: id is missing or not a positive number.
 * @throws {CrmError} `Status is not found.`: There is no such entry.
 * @throws {CrmError} `Parameter 'fields' must be array.`: fields is no object.
 * @throws {CrmError} `Access denied.`: The caller may not change the CRM's settings.
 * @see https://apidocs.bitrix24.com/api-reference/crm/status/crm-status-update.html
 */
export function crmStatusUpdate<Raw extends boolean = false>(
  params: CrmStatusUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// crm.userfield: Custom fields (UF_CRM_…) of the portal's records, alike for leads, contacts, companies and others.

/** A custom field as the portal has it. */
export interface CrmUserField {
  /** The custom field's number. */
  ID: number;
  /**
   * The records that have the field.
   *
   * - `"CRM_LEAD"`: Leads
   * - `"CRM_CONTACT"`: Contacts
   * - `"CRM_COMPANY"`: Companies
   */
  ENTITY_ID: "CRM_LEAD" | "CRM_CONTACT" | "CRM_COMPANY" | (string & {});
  /** The field's code, UF_CRM_…: its name in the records. */
  FIELD_NAME: string;
  /**
   * The type; an application's own is rest_<application>_<type>.
   *
   * - `"string"`: Text
   * - `"integer"`: A whole number
   * - `"double"`: A number
   * - `"boolean"`: Yes or no
   * - `"datetime"`: A moment
   * - `"date"`: A date
   * - `"money"`: An amount with its currency, "300|USD"
   * - `"url"`: A link
   * - `"address"`: An address
   * - `"enumeration"`: Choices from LIST
   * - `"file"`: A file
   * - `"employee"`: A user of the portal
   * - `"crm_status"`: An entry of a CRM directory
   * - `"iblock_section"`: A section of an information block
   * - `"iblock_element"`: An element of an information block
   * - `"crm"`: Records of the CRM, "L_4" for lead 4
   */
  USER_TYPE_ID:
    | "string"
    | "integer"
    | "double"
    | "boolean"
    | "datetime"
    | "date"
    | "money"
    | "url"
    | "address"
    | "enumeration"
    | "file"
    | "employee"
    | "crm_status"
    | "iblock_section"
    | "iblock_element"
    | "crm"
    | (string & {});
  /** The field's key in an outside system. */
  XML_ID: string | null;
  /** Position among the custom fields. */
  SORT: number;
  /** Whether it holds a list. */
  MULTIPLE: boolean;
  /** Whether forms want it filled. REST calls do not enforce this. */
  MANDATORY: boolean;
  /**
   * How the portal's filter offers it.
   *
   * - `"N"`: Not at all
   * - `"I"`: By exact value
   * - `"E"`: By mask; what a field created by REST gets
   * - `"S"`: By part of the text
   */
  SHOW_FILTER: "N" | "I" | "E" | "S";
  /** Means nothing in the CRM. */
  SHOW_IN_LIST: boolean;
  /** Whether people may change it. */
  EDIT_IN_LIST: boolean;
  /** Means nothing in the CRM. */
  IS_SEARCHABLE: boolean;
  /** What the type lets one choose. */
  SETTINGS: CrmUserFieldSettings;
  /** An enumeration's choices. */
  LIST?: CrmUserFieldChoice[];
  /** The name in forms: by language in get, in the language of filter.LANG in list. */
  EDIT_FORM_LABEL?: string | Record<string, string> | null;
  /** The name in lists: by language in get, in the language of filter.LANG in list. */
  LIST_COLUMN_LABEL?: string | Record<string, string> | null;
  /** The name in filters: by language in get, in the language of filter.LANG in list. */
  LIST_FILTER_LABEL?: string | Record<string, string> | null;
  /** What people read when the value is wrong: by language in get, in one language in list. */
  ERROR_MESSAGE?: string | Record<string, string> | null;
  /** What people read as help: by language in get, in one language in list. */
  HELP_MESSAGE?: string | Record<string, string> | null;
  /** For an application's own type: the application. */
  USER_TYPE_OWNER?: string | null;
}

/** Directions by fields of CrmUserField. */
export type CrmUserFieldOrder = Order<"ID" | "FIELD_NAME" | "USER_TYPE_ID" | "XML_ID" | "SORT">;

/**
 * A custom field to create or change. What is not sent stays as it is.
 *
 * What can be sent of it.
 */
export interface CrmUserFieldDraftInput {
  /**
   * The type; an application's own is rest_<application>_<type>.
   *
   * - `"string"`: Text
   * - `"integer"`: A whole number
   * - `"double"`: A number
   * - `"boolean"`: Yes or no; never multiple
   * - `"datetime"`: A moment
   * - `"date"`: A date
   * - `"money"`: An amount with its currency, "300|USD"
   * - `"url"`: A link
   * - `"address"`: An address
   * - `"enumeration"`: Choices from LIST
   * - `"file"`: A file
   * - `"employee"`: A user of the portal
   * - `"crm_status"`: An entry of a CRM directory; SETTINGS.ENTITY_TYPE names it
   * - `"iblock_section"`: A section of an information block
   * - `"iblock_element"`: An element of an information block
   * - `"crm"`: Records of the CRM; SETTINGS says which kinds
   */
  USER_TYPE_ID:
    | "string"
    | "integer"
    | "double"
    | "boolean"
    | "datetime"
    | "date"
    | "money"
    | "url"
    | "address"
    | "enumeration"
    | "file"
    | "employee"
    | "crm_status"
    | "iblock_section"
    | "iblock_element"
    | "crm"
    | (string & {});
  /** The code: A-Z, 0-9 and _, up to 43 characters. The portal puts UF_CRM_ in front. */
  FIELD_NAME: string;
  /** The name wherever no other label is given. Left out, it is FIELD_NAME. */
  LABEL?: string;
  /** The field's key in an outside system. */
  XML_ID?: string;
  /** The name in forms: one text, or texts by language such as { en: "Region" }. */
  EDIT_FORM_LABEL?: string | Record<string, string>;
  /** The name in lists: one text, or texts by language. */
  LIST_COLUMN_LABEL?: string | Record<string, string>;
  /** The name in filters: one text, or texts by language. */
  LIST_FILTER_LABEL?: string | Record<string, string>;
  /** What people read when the value is wrong: one text, or texts by language. */
  ERROR_MESSAGE?: string | Record<string, string>;
  /** What people read as help: one text, or texts by language. */
  HELP_MESSAGE?: string | Record<string, string>;
  /**
   * Whether it holds a list.
   *
   * @default false
   */
  MULTIPLE?: boolean;
  /**
   * Whether forms want it filled. REST calls do not enforce this.
   *
   * @default false
   */
  MANDATORY?: boolean;
  /**
   * Whether the portal's filter offers it.
   *
   * @default false
   */
  SHOW_FILTER?: boolean;
  /** What the type lets one choose. An update changes only the settings it sends. */
  SETTINGS?: CrmUserFieldSettingsInput;
  /** An enumeration's choices. An update touches only those it names. */
  LIST?: readonly CrmUserFieldChoiceInput[];
  /**
   * Position among the custom fields, from 1.
   *
   * @default 100
   */
  SORT?: number;
  /**
   * Means nothing in the CRM.
   *
   * @default true
   */
  SHOW_IN_LIST?: boolean;
  /**
   * Whether people may change it. Not every type can be locked.
   *
   * @default true
   */
  EDIT_IN_LIST?: boolean;
  /**
   * Means nothing in the CRM.
   *
   * @default false
   */
  IS_SEARCHABLE?: boolean;
}

/**
 * A custom field to create or change. What is not sent stays as it is.
 *
 * What can be sent of it once it exists.
 */
export interface CrmUserFieldDraftUpdate {
  /** The field's key in an outside system. */
  XML_ID?: string;
  /** The name in forms: one text, or texts by language such as { en: "Region" }. */
  EDIT_FORM_LABEL?: string | Record<string, string>;
  /** The name in lists: one text, or texts by language. */
  LIST_COLUMN_LABEL?: string | Record<string, string>;
  /** The name in filters: one text, or texts by language. */
  LIST_FILTER_LABEL?: string | Record<string, string>;
  /** What people read when the value is wrong: one text, or texts by language. */
  ERROR_MESSAGE?: string | Record<string, string>;
  /** What people read as help: one text, or texts by language. */
  HELP_MESSAGE?: string | Record<string, string>;
  /** Whether forms want it filled. REST calls do not enforce this. */
  MANDATORY?: boolean;
  /** Whether the portal's filter offers it. */
  SHOW_FILTER?: boolean;
  /** What the type lets one choose. An update changes only the settings it sends. */
  SETTINGS?: CrmUserFieldSettingsInput;
  /** An enumeration's choices. An update touches only those it names. */
  LIST?: readonly CrmUserFieldChoiceInput[];
  /** Position among the custom fields, from 1. */
  SORT?: number;
  /** Means nothing in the CRM. */
  SHOW_IN_LIST?: boolean;
  /** Whether people may change it. Not every type can be locked. */
  EDIT_IN_LIST?: boolean;
  /** Means nothing in the CRM. */
  IS_SEARCHABLE?: boolean;
}

/** What a custom field's type lets one choose. Each sentence begins with the types that have the setting. */
export interface CrmUserFieldSettings extends CrmUserFieldSettingsCustomFields {
  /** All but enumeration, file, address, crm: the value of new records. Booleans take 1 or 0, dates an object. */
  DEFAULT_VALUE?: string | number | CrmUserFieldDateDefault | null;
  /** string, url: lines of the input. */
  ROWS?: number;
  /** string, integer, double, url, file: width of the input. */
  SIZE?: number;
  /** string: an expression the value has to match. */
  REGEXP?: string;
  /** string, url: the shortest value, 0 for any. */
  MIN_LENGTH?: number;
  /** string, url: the longest value, 0 for any. */
  MAX_LENGTH?: number;
  /** integer, double: the least value, 0 for any. */
  MIN_VALUE?: number;
  /** integer, double: the greatest value, 0 for any. */
  MAX_VALUE?: number;
  /** double: digits after the point. */
  PRECISION?: number;
  /**
   * boolean, enumeration, iblock_section, iblock_element: how it is shown, CHECKBOX or LIST by default.
   *
   * - `"CHECKBOX"`: Check boxes
   * - `"RADIO"`: boolean: two radio buttons
   * - `"DROPDOWN"`: boolean: a drop-down list
   * - `"LIST"`: All but boolean: a list
   * - `"UI"`: All but boolean: a list with an input
   * - `"DIALOG"`: All but boolean: a dialogue
   */
  DISPLAY?: "CHECKBOX" | "RADIO" | "DROPDOWN" | "LIST" | "UI" | "DIALOG";
  /** boolean: the words for no and yes. */
  LABEL?: string[];
  /** boolean: the words beside the check box. */
  LABEL_CHECKBOX?: string;
  /** datetime: whether seconds are shown. */
  USE_SECOND?: boolean;
  /** datetime: whether time zones count. */
  USE_TIMEZONE?: boolean;
  /** enumeration, iblock_section, iblock_element: lines of the list; file: height of a picture in lists. */
  LIST_HEIGHT?: number;
  /** enumeration: the words for no choice. */
  CAPTION_NO_VALUE?: string;
  /** enumeration: whether a mandatory field offers no choice. */
  SHOW_NO_VALUE?: boolean;
  /** iblock_section, iblock_element: the information block. */
  IBLOCK_ID?: number;
  /** iblock_section, iblock_element: whether only active ones are offered. */
  ACTIVE_FILTER?: boolean;
  /** crm_status: the directory, SOURCE for example. */
  ENTITY_TYPE?: string;
  /** crm: whether it may hold leads. They are the default when no kind is given. */
  LEAD?: boolean;
  /** crm: whether it may hold contacts. */
  CONTACT?: boolean;
  /** crm: whether it may hold companies. */
  COMPANY?: boolean;
  /** crm: whether it may hold deals. */
  DEAL?: boolean;
  /** crm: whether it may hold orders. */
  ORDER?: boolean;
  /** crm: whether it may hold quotes. */
  QUOTE?: boolean;
  /** crm: whether it may hold invoices. */
  SMART_INVOICE?: boolean;
  /** address: whether a map is shown. */
  SHOW_MAP?: boolean;
  /** url: whether it opens in a new window. */
  POPUP?: boolean;
  /** file: width of a picture in lists. */
  LIST_WIDTH?: number;
  /** file: the largest picture shown in lists, 0 for any. */
  MAX_SHOW_SIZE?: number;
  /** file: the largest file taken, 0 for any. */
  MAX_ALLOWED_SIZE?: number;
  /** file: the file name endings taken, none for any. */
  EXTENSIONS?: string[];
  /** file: whether it opens in a new tab. */
  TARGET_BLANK?: boolean;
}

/**
 * What a custom field's type lets one choose. Each sentence begins with the types that have the setting.
 *
 * What can be sent of it.
 */
export interface CrmUserFieldSettingsInput extends CustomInput<CrmUserFieldSettingsCustomFields> {
  /** All but enumeration, file, address, crm: the value of new records. Booleans take 1 or 0, dates an object. */
  DEFAULT_VALUE?: string | number | CrmUserFieldDateDefaultInput;
  /**
   * string, url: lines of the input.
   *
   * @default 1
   */
  ROWS?: number;
  /**
   * double: digits after the point.
   *
   * @default 0
   */
  PRECISION?: number;
  /**
   * boolean, enumeration, iblock_section, iblock_element: how it is shown, CHECKBOX or LIST by default.
   *
   * - `"CHECKBOX"`: Check boxes
   * - `"RADIO"`: boolean: two radio buttons
   * - `"DROPDOWN"`: boolean: a drop-down list
   * - `"LIST"`: All but boolean: a list
   * - `"UI"`: All but boolean: a list with an input
   * - `"DIALOG"`: All but boolean: a dialogue
   */
  DISPLAY?: "CHECKBOX" | "RADIO" | "DROPDOWN" | "LIST" | "UI" | "DIALOG";
  /**
   * enumeration, iblock_section, iblock_element: lines of the list; file: height of a picture in lists.
   *
   * @default 1
   */
  LIST_HEIGHT?: number;
  /** iblock_section, iblock_element: the type of the information block. */
  IBLOCK_TYPE_ID?: string;
  /**
   * iblock_section, iblock_element: the information block.
   *
   * @default 0
   */
  IBLOCK_ID?: Id;
  /**
   * iblock_section, iblock_element: whether only active ones are offered.
   *
   * @default false
   */
  ACTIVE_FILTER?: boolean;
  /** crm_status: the directory, SOURCE for example. */
  ENTITY_TYPE?: string;
  /**
   * crm: whether it may hold leads. They are the default when no kind is given.
   *
   * @default false
   */
  LEAD?: boolean;
  /**
   * crm: whether it may hold contacts.
   *
   * @default false
   */
  CONTACT?: boolean;
  /**
   * crm: whether it may hold companies.
   *
   * @default false
   */
  COMPANY?: boolean;
  /**
   * crm: whether it may hold deals.
   *
   * @default false
   */
  DEAL?: boolean;
}

/**
 * The fields of CrmUserFieldSettings that only some portals have.
 *
 * Say which there are, and they are typed wherever such an object comes back, is sent or filtered:
 *
 * @example declare module "crm-wasm" { interface CrmUserFieldSettingsCustomFields { DYNAMIC_COLOR: string } }
 */
export interface CrmUserFieldSettingsCustomFields {
  [field: `DYNAMIC_${string}`]: unknown;
}

/** The date or moment new records get. */
export interface CrmUserFieldDateDefault {
  /**
   * Which one.
   *
   * - `"NONE"`: None
   * - `"NOW"`: When the record is created
   * - `"FIXED"`: The one in VALUE
   */
  TYPE: "NONE" | "NOW" | "FIXED";
  /** For FIXED: the date or moment, ISO 8601. */
  VALUE: string;
}

/**
 * The date or moment new records get.
 *
 * What can be sent of it.
 */
export interface CrmUserFieldDateDefaultInput {
  /**
   * Which one.
   *
   * - `"NONE"`: None
   * - `"NOW"`: When the record is created
   * - `"FIXED"`: The one in VALUE
   *
   * @default "NONE"
   */
  TYPE?: "NONE" | "NOW" | "FIXED";
  /**
   * For FIXED: the date or moment, ISO 8601.
   *
   * @default ""
   */
  VALUE?: string;
}

/** One choice of an enumeration. */
export interface CrmUserFieldChoice {
  /** The choice's number. With it an update changes the choice, without it one is added. */
  ID: number;
  /** What people see. Empty deletes a choice that has an ID and is ignored otherwise. */
  VALUE: string;
  /** Position in the list, from 0. */
  SORT: number;
  /** Whether new records begin with it. Only multiple fields can have several. */
  DEF: boolean;
  /** A key of one's own, unique within the field. The portal makes one up when it is left out; get leaves it out. */
  XML_ID?: string;
}

/**
 * One choice of an enumeration.
 *
 * What can be sent of it.
 */
export interface CrmUserFieldChoiceInput {
  /** The choice's number. With it an update changes the choice, without it one is added. */
  ID?: Id;
  /** What people see. Empty deletes a choice that has an ID and is ignored otherwise. */
  VALUE?: string;
  /**
   * Position in the list, from 0.
   *
   * @default 0
   */
  SORT?: number;
  /**
   * Whether new records begin with it. Only multiple fields can have several.
   *
   * @default false
   */
  DEF?: boolean;
  /** A key of one's own, unique within the field. The portal makes one up when it is left out; get leaves it out. */
  XML_ID?: string;
  /** true deletes the choice that ID names. */
  DEL?: boolean;
}

/**
 * Conditions on custom fields, all of which must hold.
 *
 * What can be sent of it.
 */
export interface CrmUserFieldFilterInput {
  /** The custom field's number. */
  ID?: Id;
  /** The code, UF_CRM_… */
  FIELD_NAME?: string;
  /** The type, enumeration for example. */
  USER_TYPE_ID?: string;
  /** The key in an outside system. */
  XML_ID?: string;
  /** Position among the custom fields. */
  SORT?: number;
  /** Whether it holds a list. */
  MULTIPLE?: boolean;
  /** Whether forms want it filled. */
  MANDATORY?: boolean;
  /** How the portal's filter offers it, N for not at all. */
  SHOW_FILTER?: "N" | "I" | "E" | "S";
  /** Means nothing in the CRM. */
  SHOW_IN_LIST?: boolean;
  /** Whether people may change it. */
  EDIT_IN_LIST?: boolean;
  /** Means nothing in the CRM. */
  IS_SEARCHABLE?: boolean;
  /** No condition: the language, such as en, in which labels come back. Without it there are none. */
  LANG?: string;
}

/** Names the custom field an event is about. */
export interface CrmUserFieldEvent {
  /** The custom field. */
  FIELDS: CrmUserFieldEventFields;
}

/** All an event says of a custom field. */
export interface CrmUserFieldEventFields {
  /** The custom field's number. */
  ID: number;
  /**
   * The records that have the field.
   *
   * - `"CRM_LEAD"`: Leads
   * - `"CRM_CONTACT"`: Contacts
   * - `"CRM_COMPANY"`: Companies
   */
  ENTITY_ID: "CRM_LEAD" | "CRM_CONTACT" | "CRM_COMPANY" | (string & {});
  /** The field's code, UF_CRM_… */
  FIELD_NAME: string;
}

/** What the portal says about one part of a custom field or of a choice. */
export interface CrmUserFieldPart {
  /** The part's type in the portal's words: int, string, char, uf_enum_element … */
  type: string;
  /** What people call it, in the caller's language. */
  title: string;
  /** true where only the portal itself sets it. */
  isReadOnly?: boolean;
  /** true where it can be set when the field is created and never after. */
  isImmutable?: boolean;
  /** true where it holds a list. */
  isMultiple?: boolean;
}

/** A type that custom fields can have. */
export interface CrmUserFieldType {
  /** The type's code: string, enumeration … */
  ID: string;
  /** What people call it, in the caller's language. */
  title: string;
}

/**
 * Describes what a choice of an enumeration is made of.
 *
 * Calls `crm.userfield.enumeration.fields` (scope `crm`).
 *
 * @returns The parts by name.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/user-defined-fields/crm-userfield-enumeration-fields.html
 */
export function crmUserfieldEnumerationFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmUserFieldPart>, Raw>>;

/**
 * Describes what a custom field is made of: its code, its type, its labels and the rest.
 *
 * Calls `crm.userfield.fields` (scope `crm`).
 *
 * @returns The parts by name.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/user-defined-fields/crm-userfield-fields.html
 */
export function crmUserfieldFields<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Record<string, CrmUserFieldPart>, Raw>>;

/**
 * Names the types that custom fields can have, those the calling application brought among them.
 *
 * Calls `crm.userfield.types` (scope `crm`).
 *
 * @returns The types.
 * @see https://apidocs.bitrix24.com/api-reference/crm/universal/user-defined-fields/crm-userfield-types.html
 */
export function crmUserfieldTypes<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<CrmUserFieldType[], Raw>>;

// event.offline: The queue that keeps events until the application fetches them. It holds one entry for each changed record.

/** An event from the queue. */
export interface EventOfflineItem {
  /** The entry's number. */
  ID: number;
  /** When it happened last. */
  TIMESTAMP_X: string;
  /** The event's name in upper case. */
  EVENT_NAME: keyof Events | (string & {});
  /** What the event says, { FIELDS: { ID } } for most; false for nothing. */
  EVENT_DATA: unknown;
  /** Who caused it, { user_id }; false for nothing. */
  EVENT_ADDITIONAL: unknown;
  /** The same for the same event of the same record, 32 characters. */
  MESSAGE_ID: string;
}

/** Conditions on fields of EventOfflineItem: see {@link Filter} for the operators. */
export type EventOfflineItemFilter = Filter<{
  ID: Id;
  TIMESTAMP_X: DateInput;
  EVENT_NAME: keyof Events | (string & {});
  MESSAGE_ID: string;
}>;

/** Directions by fields of EventOfflineItem. */
export type EventOfflineItemOrder = Order<"ID" | "TIMESTAMP_X" | "EVENT_NAME" | "MESSAGE_ID">;

/** An event in the queue, with the state of its processing. */
export interface EventOfflineRow {
  /** The entry's number. */
  ID: number;
  /** When it happened last. */
  TIMESTAMP_X: string;
  /** The event's name in upper case. */
  EVENT_NAME: keyof Events | (string & {});
  /** What the event says, { FIELDS: { ID } } for most; false for nothing. */
  EVENT_DATA: unknown;
  /** Who caused it, { user_id }; false for nothing. */
  EVENT_ADDITIONAL: unknown;
  /** The same for the same event of the same record, 32 characters. */
  MESSAGE_ID: string;
  /** Who has reserved it; empty while nobody has. */
  PROCESS_ID: string | null;
  /** Whether it was marked as failed. */
  ERROR: boolean;
}

/** Conditions on fields of EventOfflineRow: see {@link Filter} for the operators. */
export type EventOfflineRowFilter = Filter<{
  ID: Id;
  TIMESTAMP_X: DateInput;
  EVENT_NAME: keyof Events | (string & {});
  MESSAGE_ID: string;
  PROCESS_ID: string;
  ERROR: boolean;
}>;

/** Directions by fields of EventOfflineRow. */
export type EventOfflineRowOrder = Order<Exclude<keyof EventOfflineRow, "EVENT_DATA" | "EVENT_ADDITIONAL">>;

/** What was fetched from the queue. */
export interface EventOfflineBatch {
  /** The key to clear what was reserved; null when it has left the queue. */
  process_id: string | null;
  /** The events. */
  events: EventOfflineItem[];
}

/** The parameters of {@link eventOfflineClear}. */
export interface EventOfflineClearParams {
  /** The key from event.offline.get. */
  process_id: string;
  /** Only these entries. */
  id?: readonly Id[];
  /** Only these messages. Counts only without id. */
  message_id?: readonly string[];
}

/**
 * Takes reserved events off the queue: all of a process, or only those named.
 *
 * Calls `event.offline.clear`. For applications only, not for webhooks. For administrators only.
 *
 * @param params.process_id The key from event.offline.get.
 * @param params.id Only these entries.
 * @param params.message_id Only these messages. Counts only without id.
 * @returns Always true.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `ERROR_ARGUMENT`: process_id is missing, or a message_id has not 32 characters.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/event-offline-clear.html
 */
export function eventOfflineClear<Raw extends boolean = false>(
  params: EventOfflineClearParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link eventOfflineError}. */
export interface EventOfflineErrorParams {
  /** The key from event.offline.get. */
  process_id: string;
  /** The messages that failed. */
  message_id?: readonly string[];
}

/**
 * Marks reserved events as failed. They stay in the queue.
 *
 * Calls `event.offline.error`. For applications only, not for webhooks. For administrators only.
 *
 * @param params.process_id The key from event.offline.get.
 * @param params.message_id The messages that failed.
 * @returns Always true.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `ERROR_ARGUMENT`: process_id is missing, or a message_id has not 32 characters.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/event-offline-error.html
 */
export function eventOfflineError<Raw extends boolean = false>(
  params: EventOfflineErrorParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link eventOfflineGet}. */
export interface EventOfflineGetParams {
  /** Conditions, all of which must hold. */
  filter?: EventOfflineItemFilter;
  /**
   * By which fields to sort, and which way.
   *
   * @default {"TIMESTAMP_X":"ASC"}
   */
  order?: EventOfflineItemOrder;
  /**
   * How many at most.
   *
   * @default 50
   */
  limit?: number;
  /**
   * Whether they leave the queue. If not, they are reserved under process_id; that takes a higher plan.
   *
   * @default true
   */
  clear?: boolean;
  /** Fetches once more what was reserved under this key. */
  process_id?: string;
  /** The source key given to event.bind. */
  auth_connector?: string;
  /**
   * Whether to fetch those marked as failed.
   *
   * @default false
   */
  error?: boolean;
}

/**
 * Fetches events. Unless clear is false they leave the queue, and no two calls get the same.
 *
 * Calls `event.offline.get`. For applications only, not for webhooks. For administrators only. Every call makes
 * something new.
 *
 * @param params.filter Conditions, all of which must hold.
 * @param params.order By which fields to sort, and which way.
 * @param params.limit How many at most.
 * @param params.clear Whether they leave the queue. If not, they are reserved under process_id; that takes a higher
 *   plan.
 * @param params.process_id Fetches once more what was reserved under this key.
 * @param params.auth_connector The source key given to event.bind.
 * @param params.error Whether to fetch those marked as failed.
 * @returns The events.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `WRONG_LICENSE`: The portal's plan does not let events be reserved.
 * @throws {CrmError} `ERROR_ARGUMENT`: limit is not positive, or filter or order name another field.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/event-offline-get.html
 */
export function eventOfflineGet<Raw extends boolean = false>(
  params?: EventOfflineGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<EventOfflineBatch, Raw>>;

/** The parameters of {@link eventOfflineList}. */
export interface EventOfflineListParams {
  /** Conditions, all of which must hold. */
  filter?: EventOfflineRowFilter;
  /**
   * By which fields to sort, and which way.
   *
   * @default {"ID":"ASC"}
   */
  order?: EventOfflineRowOrder;
  /**
   * How many rows to skip: 0, 50, 100 …
   *
   * @default 0
   */
  start?: number;
  /** The source key given to event.bind. Left out, events without one. */
  auth_connector?: string;
}

/**
 * Looks into the queue and leaves it as it is.
 *
 * Calls `event.offline.list`. For applications only, not for webhooks. For administrators only.
 *
 * @param params.filter Conditions, all of which must hold.
 * @param params.order By which fields to sort, and which way.
 * @param params.start How many rows to skip: 0, 50, 100 …
 * @param params.auth_connector The source key given to event.bind. Left out, events without one.
 * @returns A page of rows, each of them: one event.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `ERROR_ARGUMENT`: filter or order name a field that cannot be used.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/event-offline-list.html
 */
export function eventOfflineList<Raw extends boolean = false>(
  params?: EventOfflineListParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Page<EventOfflineRow>, Raw>>;

/** The parameters of {@link eventOfflineListAll}. */
export interface EventOfflineListAllParams {
  /** Conditions, all of which must hold. */
  filter?: EventOfflineRowFilter;
  /** The source key given to event.bind. Left out, events without one. */
  auth_connector?: string;
}

/**
 * Gives all rows of {@link eventOfflineList}, read as they are taken.
 *
 * They come by ascending ID and in no other order, up to 2,500 in a request. While others add or remove rows, none
 * comes twice and none that stays is missing. Conditions on ID hold too.
 *
 * Calls `event.offline.list`. For applications only, not for webhooks. For administrators only.
 *
 * @param params.filter Conditions, all of which must hold.
 * @param params.auth_connector The source key given to event.bind. Left out, events without one.
 * @returns The rows, each of them: one event.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `ERROR_ARGUMENT`: filter or order name a field that cannot be used.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/event-offline-list.html
 */
export function eventOfflineListAll<Raw extends boolean = false>(
  params?: EventOfflineListAllParams,
  options?: ListOptions<Raw>,
): Rows<Answer<EventOfflineRow, Raw>>;

// event: Which events of the portal the application wants to hear of, and where.

/** A subscription of the application. */
export interface EventBinding {
  /** The event's name in upper case. */
  event: keyof Events | (string & {});
  /** The page that is called. Missing for the offline queue. */
  handler?: string;
  /** The user whose token the page gets, 0 for whoever caused the event. Missing for the offline queue. */
  auth_type?: number;
  /** Whether events go to the offline queue instead of a page. */
  offline: boolean;
  /** The source key, for the offline queue only. */
  connector_id?: string | null;
}

/**
 * What an event lets one choose.
 *
 * What can be sent of it.
 */
export interface EventOptionsInput {
  /**
   * ONOFFLINEEVENT: at least so many seconds between two calls.
   *
   * @default 1
   */
  minTimeout?: number;
}

/** How many subscriptions went. */
export interface EventCount {
  /** The number, 0 when none fitted. */
  count: number;
}

/** The parameters of {@link eventBind}. */
export interface EventBindParams {
  /** The event. */
  event: keyof Events | (string & {});
  /** The page to call; needed unless event_type is offline. The portal has to reach it. */
  handler?: string;
  /** The user whose token the page gets. Left out, it is whoever causes the event. */
  auth_type?: Id;
  /**
   * Where events go.
   *
   * - `"online"`: To the page, at once and never again
   * - `"offline"`: To the queue that event.offline.* reads; for administrators
   *
   * @default "online"
   */
  event_type?: "online" | "offline";
  /** The offline queue's source key: changes made with the same key do not come back. */
  auth_connector?: string;
  /** What the event lets one choose. */
  options?: EventOptionsInput;
}

/**
 * Subscribes to an event: a page that the portal calls, or the offline queue.
 *
 * Calls `event.bind`. For applications only, not for webhooks.
 *
 * @param params.event The event.
 * @param params.handler The page to call; needed unless event_type is offline. The portal has to reach it.
 * @param params.auth_type The user whose token the page gets. Left out, it is whoever causes the event.
 * @param params.event_type Where events go.
 * @param params.auth_connector The offline queue's source key: changes made with the same key do not come back.
 * @param params.options What the event lets one choose.
 * @returns Always true.
 * @throws {CrmError} `ERROR_EVENT_NOT_FOUND`: There is no such event, or the application lacks its permission.
 * @throws {CrmError} `ERROR_ARGUMENT`: event or handler is missing, or event_type is something else. The answer names
 *   it in argument.
 * @throws {CrmError} `ERROR_WRONG_HANDLER_URL`: handler has no proper host.
 * @throws {CrmError} `ERROR_UNSUPPORTED_PROTOCOL`: handler starts with something other than http or https.
 * @throws {CrmError} `ERROR_CORE`: This page has subscribed already.
 * @throws {CrmError} `ACCESS_DENIED`: Only an administrator may use the offline queue or another user's auth_type.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/event-bind.html
 */
export function eventBind<Raw extends boolean = false>(
  params: EventBindParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Reads the application's subscriptions. Who is no administrator sees only his own.
 *
 * Calls `event.get`. For applications only, not for webhooks.
 *
 * @returns The subscriptions.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/event-get.html
 */
export function eventGet<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<EventBinding[], Raw>>;

/** The parameters of {@link eventUnbind}. */
export interface EventUnbindParams {
  /** The event. */
  event: keyof Events | (string & {});
  /** The page that is called. Not for the offline queue. */
  handler?: string;
  /** Only subscriptions with this user, 0 for those with none. Left out, all. */
  auth_type?: Id;
  /**
   * Which subscriptions.
   *
   * - `"online"`: Those of a page
   * - `"offline"`: Those of the offline queue
   *
   * @default "online"
   */
  event_type?: "online" | "offline";
  /** The offline queue's source key. */
  auth_connector?: string;
}

/**
 * Ends subscriptions to an event.
 *
 * Calls `event.unbind`. For applications only, not for webhooks.
 *
 * @param params.event The event.
 * @param params.handler The page that is called. Not for the offline queue.
 * @param params.auth_type Only subscriptions with this user, 0 for those with none. Left out, all.
 * @param params.event_type Which subscriptions.
 * @param params.auth_connector The offline queue's source key.
 * @returns How many went.
 * @throws {CrmError} `ERROR_ARGUMENT`: event or handler is missing. The answer names it in argument.
 * @throws {CrmError} `ACCESS_DENIED`: Only an administrator may use the offline queue or another user's auth_type.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/events/event-unbind.html
 */
export function eventUnbind<Raw extends boolean = false>(
  params: EventUnbindParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<EventCount, Raw>>;

// placement: Where an application shows itself in the portal: tabs, buttons and menu items that open its pages.

/** A page of the application, bound to a placement. */
export interface PlacementBinding {
  /** The binding's number. Older portals leave it out. */
  id?: number;
  /** The placement. */
  placement: keyof Placements | (string & {});
  /** The only user who sees it, 0 for everybody. */
  userId: number;
  /** The page that opens. */
  handler: string;
  /** What was bound as OPTIONS. */
  options: Record<string, unknown>;
  /** What people read on the tab or button. */
  title: string;
  /** A description that the portal shows nowhere. */
  description: string;
  /** The texts by language. */
  langAll: Record<string, PlacementTexts>;
}

/** A placement's texts in one language. */
export interface PlacementTexts {
  /** What people read on the tab or button. */
  TITLE?: string;
  /** A description that the portal shows nowhere. */
  DESCRIPTION?: string;
  /** The submenu that several buttons share, where the placement knows submenus. */
  GROUP_NAME?: string;
}

/**
 * A placement's texts in one language.
 *
 * What can be sent of it.
 */
export interface PlacementTextsInput {
  /** What people read on the tab or button. */
  TITLE?: string;
  /** A description that the portal shows nowhere. */
  DESCRIPTION?: string;
  /** The submenu that several buttons share, where the placement knows submenus. */
  GROUP_NAME?: string;
}

/** How many bindings went. */
export interface PlacementCount {
  /** Two for each binding that went: the portal counts finding and removing. */
  count: number;
}

/** The parameters of {@link placementBind}. */
export interface PlacementBindParams {
  /** The placement. */
  PLACEMENT: keyof Placements | (string & {});
  /** The page to open. The portal has to reach it, so localhost will not do. */
  HANDLER: string;
  /** What people read on the tab or button. */
  TITLE?: string;
  /** A description that the portal shows nowhere. */
  DESCRIPTION?: string;
  /** The submenu that several buttons share, where the placement knows submenus. */
  GROUP_NAME?: string;
  /** The texts by language, such as { de: { TITLE: "Kontakte" } }. */
  LANG_ALL?: Record<string, PlacementTextsInput>;
  /** What the placement lets one choose. Most placements know nothing. */
  OPTIONS?: CrmActivityBindingInput | CrmAutocompleteBindingInput | Record<string, unknown>;
  /** The only user who sees it. Only PAGE_BACKGROUND_WORKER knows this. */
  USER_ID?: Id;
}

/**
 * Binds a page of the application to a placement. It shows once the application's installation is finished.
 *
 * Calls `placement.bind` (scope `placement`). For applications only, not for webhooks. For administrators only.
 *
 * @param params.PLACEMENT The placement.
 * @param params.HANDLER The page to open. The portal has to reach it, so localhost will not do.
 * @param params.TITLE What people read on the tab or button.
 * @param params.DESCRIPTION A description that the portal shows nowhere.
 * @param params.GROUP_NAME The submenu that several buttons share, where the placement knows submenus.
 * @param params.LANG_ALL The texts by language, such as { de: { TITLE: "Kontakte" } }.
 * @param params.OPTIONS What the placement lets one choose. Most placements know nothing.
 * @param params.USER_ID The only user who sees it. Only PAGE_BACKGROUND_WORKER knows this.
 * @returns Always true.
 * @throws {CrmError} `ERROR_PLACEMENT_NOT_FOUND`: There is no such placement, or the application lacks its permission.
 * @throws {CrmError} `ERROR_PLACEMENT_MAX_COUNT`: The application has bound this placement as often as it may.
 * @throws {CrmError} `ERROR_PLACEMENT_USER_MODE`: USER_ID is of no use here.
 * @throws {CrmError} `ERROR_ARGUMENT`: PLACEMENT or HANDLER is missing. The answer names it in argument.
 * @throws {CrmError} `EMPTY_ERROR_HANDLER_URL`: PAGE_BACKGROUND_WORKER wants OPTIONS.errorHandlerUrl.
 * @throws {CrmError} `ERROR_WRONG_HANDLER_URL`: HANDLER has no proper host.
 * @throws {CrmError} `ERROR_UNSUPPORTED_PROTOCOL`: HANDLER starts with something other than http or https.
 * @throws {CrmError} `ERROR_CORE`: The page is bound to this placement already.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/widgets/placement-bind.html
 */
export function placementBind<Raw extends boolean = false>(
  params: PlacementBindParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Reads which pages the application has bound, and where.
 *
 * Calls `placement.get` (scope `placement`). For applications only, not for webhooks. For administrators only.
 *
 * @returns The bindings.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/widgets/placement-get.html
 */
export function placementGet<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<PlacementBinding[], Raw>>;

/** The parameters of {@link placementList}. */
export interface PlacementListParams {
  /** Only the placements of this permission, crm for example. */
  SCOPE?: string;
  /**
   * All placements of the portal. Counts only without SCOPE.
   *
   * @default false
   */
  FULL?: boolean;
}

/**
 * Reads which placements the application may bind.
 *
 * Calls `placement.list` (scope `placement`). For applications only, not for webhooks.
 *
 * @param params.SCOPE Only the placements of this permission, crm for example.
 * @param params.FULL All placements of the portal. Counts only without SCOPE.
 * @returns The placements' codes.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/widgets/placement-list.html
 */
export function placementList<Raw extends boolean = false>(
  params?: PlacementListParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<string[], Raw>>;

/** The parameters of {@link placementUnbind}. */
export interface PlacementUnbindParams {
  /** The placement. */
  PLACEMENT: keyof Placements | (string & {});
  /** The page. Left out, all of the application's pages go. */
  HANDLER?: string;
  /** Only what was bound for this user. */
  USER_ID?: Id;
}

/**
 * Takes the application's pages off a placement.
 *
 * Calls `placement.unbind` (scope `placement`). For applications only, not for webhooks. For administrators only.
 *
 * @param params.PLACEMENT The placement.
 * @param params.HANDLER The page. Left out, all of the application's pages go.
 * @param params.USER_ID Only what was bound for this user.
 * @returns How many went.
 * @throws {CrmError} `ERROR_ARGUMENT`: PLACEMENT is missing or no string.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/widgets/placement-unbind.html
 */
export function placementUnbind<Raw extends boolean = false>(
  params: PlacementUnbindParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<PlacementCount, Raw>>;

// user.option: Values that the application keeps for one user of the portal.

/** The parameters of {@link userOptionGet}. */
export interface UserOptionGetParams {
  /** The value's name. Left out, all come. */
  option?: string;
}

/**
 * Reads what the application keeps for the current user: one value, or all.
 *
 * Calls `user.option.get`. For applications only, not for webhooks.
 *
 * @param params.option The value's name. Left out, all come.
 * @returns The value, null when there is none; without option a map of all.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/common/settings/user-option-get.html
 */
export function userOptionGet<Raw extends boolean = false>(
  params?: UserOptionGetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<unknown, Raw>>;

/** The parameters of {@link userOptionSet}. */
export interface UserOptionSetParams {
  /** The values by name. */
  options: Record<string, unknown>;
}

/**
 * Keeps values for the current user. Others that are kept stay.
 *
 * Calls `user.option.set`. For applications only, not for webhooks.
 *
 * @param params.options The values by name.
 * @returns Always true.
 * @throws {CrmError} `ERROR_ARGUMENT`: options is empty.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/common/settings/user-option-set.html
 */
export function userOptionSet<Raw extends boolean = false>(
  params: UserOptionSetParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

// userfieldtype: Types of custom fields that the application draws itself, in the placement USERFIELD_TYPE.

/** A type of custom fields that the application has registered. */
export interface Userfieldtype {
  /** The type's code, without the prefix rest_<application>_. */
  USER_TYPE_ID: string;
  /** The page that draws the field. */
  HANDLER: string;
  /** What people read when they choose a type. */
  TITLE: string;
  /** What the type is for. */
  DESCRIPTION: string;
  /** How the field is shown. */
  OPTIONS?: UserfieldtypeOptions;
}

/** How a field of the application's own type is shown. */
export interface UserfieldtypeOptions {
  /** The field's height in pixels, 0 for the usual one. */
  height?: number;
}

/**
 * How a field of the application's own type is shown.
 *
 * What can be sent of it.
 */
export interface UserfieldtypeOptionsInput {
  /**
   * The field's height in pixels, 0 for the usual one.
   *
   * @default 0
   */
  height?: number;
}

/**
 * What the application learns when it is to draw a field.
 *
 * Numbers come as the portal wrote them, mostly as strings of digits.
 */
export interface UserfieldtypePlacement {
  /**
   * How the card is open.
   *
   * - `"view"`: To read
   * - `"edit"`: To change
   */
  MODE: "view" | "edit";
  /** The records that have the field: CRM_LEAD, CRM_CONTACT … */
  ENTITY_ID: string;
  /** The field's code, UF_CRM_… */
  FIELD_NAME: string;
  /** The record, 0 for one that is not saved yet. */
  ENTITY_VALUE_ID: Id;
  /** The field's value, a list when MULTIPLE is Y. */
  VALUE: unknown;
  /** Whether the field holds a list. */
  MULTIPLE: "Y" | "N";
  /** Whether the form wants it filled. */
  MANDATORY: "Y" | "N";
  /** The field's key in an outside system. */
  XML_ID: string | null;
  /** The record once more, with its kind. */
  ENTITY_DATA?: UserfieldtypeEntity;
  /** The path of the portal's page that the application was opened from. */
  URI?: string;
}

/** The record a field belongs to. */
export interface UserfieldtypeEntity {
  /** The kind of record: 1 for leads, 3 for contacts. */
  entityTypeId: number;
  /** The record. */
  entityId: number;
  /** The part of the portal it belongs to, crm. */
  module: string;
}

/** The parameters of {@link userfieldtypeAdd}. */
export interface UserfieldtypeAddParams {
  /** The type's code: a-z and 0-9. With rest_<application>_ it may have 50 characters. */
  USER_TYPE_ID: string;
  /** The page that draws the field, in the application's own domain. */
  HANDLER: string;
  /** What people read when they choose a type. */
  TITLE?: string;
  /** What the type is for. */
  DESCRIPTION?: string;
  /** How the field is shown. */
  OPTIONS?: UserfieldtypeOptionsInput;
}

/**
 * Registers a type of custom fields. Fields of it are created with its full code, rest_<application>_<code>.
 *
 * Calls `userfieldtype.add` (scope `placement`). For applications only, not for webhooks. For administrators only.
 *
 * @param params.USER_TYPE_ID The type's code: a-z and 0-9. With rest_<application>_ it may have 50 characters.
 * @param params.HANDLER The page that draws the field, in the application's own domain.
 * @param params.TITLE What people read when they choose a type.
 * @param params.DESCRIPTION What the type is for.
 * @param params.OPTIONS How the field is shown.
 * @returns Always true.
 * @throws {CrmError} `ERROR_CORE`: The page draws another type already, or the code is taken.
 * @throws {CrmError} `ERROR_ARGUMENT`: USER_TYPE_ID or HANDLER is missing. The answer names it in argument.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/widgets/user-field/userfieldtype-add.html
 */
export function userfieldtypeAdd<Raw extends boolean = false>(
  params: UserfieldtypeAddParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The parameters of {@link userfieldtypeDelete}. */
export interface UserfieldtypeDeleteParams {
  /** The type's code, as it was registered. */
  USER_TYPE_ID: string;
}

/**
 * Removes a type of custom fields.
 *
 * Calls `userfieldtype.delete` (scope `placement`). For applications only, not for webhooks. For administrators only.
 *
 * @param params.USER_TYPE_ID The type's code, as it was registered.
 * @returns Always true.
 * @throws {CrmError} `ERROR_ARGUMENT`: USER_TYPE_ID is missing.
 * @throws {CrmError} `ERROR_NOT_FOUND`: The application has no such type.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/widgets/user-field/userfieldtype-delete.html
 */
export function userfieldtypeDelete<Raw extends boolean = false>(
  params: UserfieldtypeDeleteParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/**
 * Reads the types of custom fields that the application has registered. All come at once.
 *
 * Calls `userfieldtype.list` (scope `placement`). For applications only, not for webhooks. For administrators only.
 *
 * @returns The types.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/widgets/user-field/userfieldtype-list.html
 */
export function userfieldtypeList<Raw extends boolean = false>(
  params?: NoParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Userfieldtype[], Raw>>;

/** The parameters of {@link userfieldtypeUpdate}. */
export interface UserfieldtypeUpdateParams {
  /** The type's code, as it was registered. */
  USER_TYPE_ID: string;
  /** The page that draws the field, in the application's own domain. */
  HANDLER: string;
  /** What people read when they choose a type. */
  TITLE: string;
  /** What the type is for. */
  DESCRIPTION?: string;
  /** How the field is shown. */
  OPTIONS?: UserfieldtypeOptionsInput;
}

/**
 * Changes a type of custom fields.
 *
 * Calls `userfieldtype.update` (scope `placement`). For applications only, not for webhooks. For administrators only.
 *
 * @param params.USER_TYPE_ID The type's code, as it was registered.
 * @param params.HANDLER The page that draws the field, in the application's own domain.
 * @param params.TITLE What people read when they choose a type.
 * @param params.DESCRIPTION What the type is for.
 * @param params.OPTIONS How the field is shown.
 * @returns Always true.
 * @throws {CrmError} `ERROR_CORE`: The page draws another type already.
 * @throws {CrmError} `ERROR_ARGUMENT`: USER_TYPE_ID is missing.
 * @throws {CrmError} `ERROR_NOT_FOUND`: The application has no such type.
 * @throws {CrmError} `ACCESS_DENIED`: The caller is no administrator.
 * @throws {CrmError} `WRONG_AUTH_TYPE`: The caller is no application.
 * @see https://apidocs.bitrix24.com/api-reference/widgets/user-field/userfieldtype-update.html
 */
export function userfieldtypeUpdate<Raw extends boolean = false>(
  params: UserfieldtypeUpdateParams,
  options?: CallOptionsWith<Raw>,
): Promise<Answer<boolean, Raw>>;

/** The methods by their names on the wire: what they take and give. */
export interface Methods {
  "app.info": { params: NoParams; result: AppInfo | AppWebhookInfo };
  "app.option.get": { params: AppOptionGetParams; result: unknown };
  "app.option.set": { params: AppOptionSetParams; result: boolean };
  "crm.company.add": { params: CrmCompanyAddParams; result: number };
  "crm.company.contact.add": { params: CrmCompanyContactAddParams; result: boolean };
  "crm.company.contact.delete": { params: CrmCompanyContactDeleteParams; result: boolean };
  "crm.company.contact.fields": { params: NoParams; result: Record<string, CrmFieldDescriptor> };
  "crm.company.contact.items.delete": { params: CrmCompanyContactItemsDeleteParams; result: boolean };
  "crm.company.contact.items.get": { params: CrmCompanyContactItemsGetParams; result: CrmCompanyContactLink[] };
  "crm.company.contact.items.set": { params: CrmCompanyContactItemsSetParams; result: boolean };
  "crm.company.delete": { params: CrmCompanyDeleteParams; result: boolean };
  "crm.company.details.configuration.forceCommonScopeForAll": { params: NoParams; result: boolean };
  "crm.company.details.configuration.get": { params: CrmCompanyDetailsConfigurationGetParams; result: CrmCardSection[] | null };
  "crm.company.details.configuration.reset": { params: CrmCompanyDetailsConfigurationResetParams; result: boolean };
  "crm.company.details.configuration.set": { params: CrmCompanyDetailsConfigurationSetParams; result: boolean };
  "crm.company.fields": { params: NoParams; result: Record<string, CrmFieldDescriptor> };
  "crm.company.get": { params: CrmCompanyGetParams; result: CrmCompany };
  "crm.company.list": { params: CrmCompanyListParams; result: Page<CrmCompanySelected<readonly CrmCompanySelect[]>> };
  "crm.company.update": { params: CrmCompanyUpdateParams; result: boolean };
  "crm.company.userfield.add": { params: CrmCompanyUserfieldAddParams; result: number };
  "crm.company.userfield.delete": { params: CrmCompanyUserfieldDeleteParams; result: boolean };
  "crm.company.userfield.get": { params: CrmCompanyUserfieldGetParams; result: CrmUserField };
  "crm.company.userfield.list": { params: CrmCompanyUserfieldListParams; result: CrmUserField[] };
  "crm.company.userfield.update": { params: CrmCompanyUserfieldUpdateParams; result: boolean };
  "crm.contact.add": { params: CrmContactAddParams; result: number };
  "crm.contact.company.add": { params: CrmContactCompanyAddParams; result: boolean };
  "crm.contact.company.delete": { params: CrmContactCompanyDeleteParams; result: boolean };
  "crm.contact.company.fields": { params: NoParams; result: Record<string, CrmFieldDescriptor> };
  "crm.contact.company.items.delete": { params: CrmContactCompanyItemsDeleteParams; result: boolean };
  "crm.contact.company.items.get": { params: CrmContactCompanyItemsGetParams; result: CrmContactCompanyLink[] };
  "crm.contact.company.items.set": { params: CrmContactCompanyItemsSetParams; result: boolean };
  "crm.contact.delete": { params: CrmContactDeleteParams; result: boolean };
  "crm.contact.details.configuration.forceCommonScopeForAll": { params: NoParams; result: boolean };
  "crm.contact.details.configuration.get": { params: CrmContactDetailsConfigurationGetParams; result: CrmCardSection[] | null };
  "crm.contact.details.configuration.reset": { params: CrmContactDetailsConfigurationResetParams; result: boolean };
  "crm.contact.details.configuration.set": { params: CrmContactDetailsConfigurationSetParams; result: boolean };
  "crm.contact.fields": { params: NoParams; result: Record<string, CrmFieldDescriptor> };
  "crm.contact.get": { params: CrmContactGetParams; result: CrmContact };
  "crm.contact.list": { params: CrmContactListParams; result: Page<CrmContactSelected<readonly CrmContactSelect[]>> };
  "crm.contact.update": { params: CrmContactUpdateParams; result: boolean };
  "crm.contact.userfield.add": { params: CrmContactUserfieldAddParams; result: number };
  "crm.contact.userfield.delete": { params: CrmContactUserfieldDeleteParams; result: boolean };
  "crm.contact.userfield.get": { params: CrmContactUserfieldGetParams; result: CrmUserField };
  "crm.contact.userfield.list": { params: CrmContactUserfieldListParams; result: CrmUserField[] };
  "crm.contact.userfield.update": { params: CrmContactUserfieldUpdateParams; result: boolean };
  "crm.item.add": { params: CrmItemAddParams; result: CrmItemAnswer };
  "crm.item.delete": { params: CrmItemDeleteParams; result: unknown[] };
  "crm.item.fields": { params: CrmItemFieldsParams; result: CrmItemFieldsAnswer };
  "crm.item.get": { params: CrmItemGetParams; result: CrmItemAnswer };
  "crm.item.list": { params: CrmItemListParams; result: Page<CrmItemSelected<readonly CrmItemSelect[]>> };
  "crm.item.update": { params: CrmItemUpdateParams; result: CrmItemAnswer };
  "crm.lead.add": { params: CrmLeadAddParams; result: number };
  "crm.lead.contact.add": { params: CrmLeadContactAddParams; result: boolean };
  "crm.lead.contact.delete": { params: CrmLeadContactDeleteParams; result: boolean };
  "crm.lead.contact.fields": { params: NoParams; result: Record<string, CrmFieldDescriptor> };
  "crm.lead.contact.items.delete": { params: CrmLeadContactItemsDeleteParams; result: boolean };
  "crm.lead.contact.items.get": { params: CrmLeadContactItemsGetParams; result: CrmLeadContactLink[] };
  "crm.lead.contact.items.set": { params: CrmLeadContactItemsSetParams; result: boolean };
  "crm.lead.delete": { params: CrmLeadDeleteParams; result: boolean };
  "crm.lead.details.configuration.forceCommonScopeForAll": { params: CrmLeadDetailsConfigurationForceCommonScopeForAllParams; result: boolean };
  "crm.lead.details.configuration.get": { params: CrmLeadDetailsConfigurationGetParams; result: CrmCardSection[] | null };
  "crm.lead.details.configuration.reset": { params: CrmLeadDetailsConfigurationResetParams; result: boolean };
  "crm.lead.details.configuration.set": { params: CrmLeadDetailsConfigurationSetParams; result: boolean };
  "crm.lead.fields": { params: NoParams; result: Record<string, CrmFieldDescriptor> };
  "crm.lead.get": { params: CrmLeadGetParams; result: CrmLead };
  "crm.lead.list": { params: CrmLeadListParams; result: Page<CrmLeadSelected<readonly CrmLeadSelect[]>> };
  "crm.lead.productrows.get": { params: CrmLeadProductrowsGetParams; result: CrmProductRow[] };
  "crm.lead.productrows.set": { params: CrmLeadProductrowsSetParams; result: boolean };
  "crm.lead.update": { params: CrmLeadUpdateParams; result: boolean };
  "crm.lead.userfield.add": { params: CrmLeadUserfieldAddParams; result: number };
  "crm.lead.userfield.delete": { params: CrmLeadUserfieldDeleteParams; result: boolean };
  "crm.lead.userfield.get": { params: CrmLeadUserfieldGetParams; result: CrmUserField };
  "crm.lead.userfield.list": { params: CrmLeadUserfieldListParams; result: CrmUserField[] };
  "crm.lead.userfield.update": { params: CrmLeadUserfieldUpdateParams; result: boolean };
  "crm.status.add": { params: CrmStatusAddParams; result: number };
  "crm.status.delete": { params: CrmStatusDeleteParams; result: boolean };
  "crm.status.entity.items": { params: CrmStatusEntityItemsParams; result: CrmStatusChoice[] };
  "crm.status.entity.types": { params: NoParams; result: CrmStatusDirectory[] };
  "crm.status.fields": { params: NoParams; result: Record<string, CrmFieldDescriptor> };
  "crm.status.get": { params: CrmStatusGetParams; result: CrmStatus };
  "crm.status.list": { params: CrmStatusListParams; result: CrmStatus[] };
  "crm.status.update": { params: CrmStatusUpdateParams; result: boolean };
  "crm.userfield.enumeration.fields": { params: NoParams; result: Record<string, CrmUserFieldPart> };
  "crm.userfield.fields": { params: NoParams; result: Record<string, CrmUserFieldPart> };
  "crm.userfield.types": { params: NoParams; result: CrmUserFieldType[] };
  "event.bind": { params: EventBindParams; result: boolean };
  "event.get": { params: NoParams; result: EventBinding[] };
  "event.offline.clear": { params: EventOfflineClearParams; result: boolean };
  "event.offline.error": { params: EventOfflineErrorParams; result: boolean };
  "event.offline.get": { params: EventOfflineGetParams; result: EventOfflineBatch };
  "event.offline.list": { params: EventOfflineListParams; result: Page<EventOfflineRow> };
  "event.unbind": { params: EventUnbindParams; result: EventCount };
  "events": { params: EventsParams; result: string[] };
  "method.get": { params: MethodGetParams; result: MethodState };
  "methods": { params: MethodsParams; result: string[] };
  "placement.bind": { params: PlacementBindParams; result: boolean };
  "placement.get": { params: NoParams; result: PlacementBinding[] };
  "placement.list": { params: PlacementListParams; result: string[] };
  "placement.unbind": { params: PlacementUnbindParams; result: PlacementCount };
  "profile": { params: NoParams; result: Profile };
  "scope": { params: ScopeParams; result: string[] };
  "server.time": { params: NoParams; result: string };
  "user.option.get": { params: UserOptionGetParams; result: unknown };
  "user.option.set": { params: UserOptionSetParams; result: boolean };
  "userfieldtype.add": { params: UserfieldtypeAddParams; result: boolean };
  "userfieldtype.delete": { params: UserfieldtypeDeleteParams; result: boolean };
  "userfieldtype.list": { params: NoParams; result: Userfieldtype[] };
  "userfieldtype.update": { params: UserfieldtypeUpdateParams; result: boolean };
}

/** What the methods with a selection give, by their names on the wire: rows with the fields of `Select`. */
export interface SelectedResults<Select extends readonly unknown[]> {
  "crm.company.list": Page<CrmCompanySelected<Select & readonly CrmCompanySelect[]>>;
  "crm.contact.list": Page<CrmContactSelected<Select & readonly CrmContactSelect[]>>;
  "crm.item.list": Page<CrmItemSelected<Select & readonly CrmItemSelect[]>>;
  "crm.lead.list": Page<CrmLeadSelected<Select & readonly CrmLeadSelect[]>>;
}

/** The events by their names on the wire: what they deliver as `data`. */
export interface Events {
  /**
   * A company was created. `onCrmCompanyAdd`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/companies/events/on-crm-company-add.html
   */
  ONCRMCOMPANYADD: CrmCompanyEvent;
  /**
   * A company was deleted. `onCrmCompanyDelete`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/companies/events/on-crm-company-delete.html
   */
  ONCRMCOMPANYDELETE: CrmCompanyEvent;
  /**
   * A company was changed. Linking a contact alone does not fire it. `onCrmCompanyUpdate`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/companies/events/on-crm-company-update.html
   */
  ONCRMCOMPANYUPDATE: CrmCompanyEvent;
  /**
   * A custom field of companies was created. `onCrmCompanyUserFieldAdd`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/events/on-crm-company-user-field-add.html
   */
  ONCRMCOMPANYUSERFIELDADD: CrmUserFieldEvent;
  /**
   * A custom field of companies was deleted. `onCrmCompanyUserFieldDelete`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/events/on-crm-company-user-field-delete.html
   */
  ONCRMCOMPANYUSERFIELDDELETE: CrmUserFieldEvent;
  /**
   * The choices of an enumeration among the custom fields of companies were set. `onCrmCompanyUserFieldSetEnumValues`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/events/on-crm-company-user-field-set-enum-values.html
   */
  ONCRMCOMPANYUSERFIELDSETENUMVALUES: CrmUserFieldEvent;
  /**
   * A custom field of companies was changed. `onCrmCompanyUserFieldUpdate`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/companies/userfields/events/on-crm-company-user-field-update.html
   */
  ONCRMCOMPANYUSERFIELDUPDATE: CrmUserFieldEvent;
  /**
   * A contact was created. `onCrmContactAdd`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/events/on-crm-contact-add.html
   */
  ONCRMCONTACTADD: CrmContactEvent;
  /**
   * A contact was deleted. `onCrmContactDelete`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/events/on-crm-contact-delete.html
   */
  ONCRMCONTACTDELETE: CrmContactEvent;
  /**
   * A contact was changed. Linking a company alone does not fire it. `onCrmContactUpdate`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/events/on-crm-contact-update.html
   */
  ONCRMCONTACTUPDATE: CrmContactEvent;
  /**
   * A custom field of contacts was created. `onCrmContactUserFieldAdd`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/events/on-crm-contact-user-field-add.html
   */
  ONCRMCONTACTUSERFIELDADD: CrmUserFieldEvent;
  /**
   * A custom field of contacts was deleted. `onCrmContactUserFieldDelete`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/events/on-crm-contact-user-field-delete.html
   */
  ONCRMCONTACTUSERFIELDDELETE: CrmUserFieldEvent;
  /**
   * The choices of an enumeration among the custom fields of contacts were set. `onCrmContactUserFieldSetEnumValues`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/events/on-crm-contact-user-field-set-enum-values.html
   */
  ONCRMCONTACTUSERFIELDSETENUMVALUES: CrmUserFieldEvent;
  /**
   * A custom field of contacts was changed. `onCrmContactUserFieldUpdate`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/contacts/userfield/events/on-crm-contact-user-field-update.html
   */
  ONCRMCONTACTUSERFIELDUPDATE: CrmUserFieldEvent;
  /**
   * A lead was created. `onCrmLeadAdd`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/leads/events/on-crm-lead-add.html
   */
  ONCRMLEADADD: CrmLeadEvent;
  /**
   * A lead was deleted. `onCrmLeadDelete`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/leads/events/on-crm-lead-delete.html
   */
  ONCRMLEADDELETE: CrmLeadEvent;
  /**
   * A lead was changed. Linking a contact alone does not fire it. `onCrmLeadUpdate`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/leads/events/on-crm-lead-update.html
   */
  ONCRMLEADUPDATE: CrmLeadEvent;
  /**
   * A custom field of leads was created. `onCrmLeadUserFieldAdd`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/events/on-crm-lead-user-field-add.html
   */
  ONCRMLEADUSERFIELDADD: CrmUserFieldEvent;
  /**
   * A custom field of leads was deleted. `onCrmLeadUserFieldDelete`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/events/on-crm-lead-user-field-delete.html
   */
  ONCRMLEADUSERFIELDDELETE: CrmUserFieldEvent;
  /**
   * The choices of an enumeration among the custom fields of leads were set. `onCrmLeadUserFieldSetEnumValues`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/events/on-crm-lead-user-field-set-enum-values.html
   */
  ONCRMLEADUSERFIELDSETENUMVALUES: CrmUserFieldEvent;
  /**
   * A custom field of leads was changed. `onCrmLeadUserFieldUpdate`
   *
   * @see https://apidocs.bitrix24.com/api-reference/crm/leads/userfield/events/on-crm-lead-user-field-update.html
   */
  ONCRMLEADUSERFIELDUPDATE: CrmUserFieldEvent;
}

/**
 * The placements by their codes: what an opened app receives, what binding takes as OPTIONS, and what the app may send
 * and listen to.
 */
export interface Placements {
  /**
   * An item in the menu of the CRM's analytics.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/analytics-menu.html
   */
  CRM_ANALYTICS_MENU: {
    options: CrmPagePlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * A button at the top of a report of the CRM's analytics.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/analytics-toolbar.html
   */
  CRM_ANALYTICS_TOOLBAR: {
    options: CrmPagePlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * A search for bank details in a requisites form. It draws nothing but answers.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/requisites-autocomplete/bank-detail-autocomplete.html
   */
  CRM_BANK_DETAIL_AUTOCOMPLETE: {
    options: CrmAutocompletePlacement;
    bind: CrmAutocompleteBindingInput;
    commands: "crmShowFoundEntities" | "crmShowCreatedEntity";
    events: "onCrmEntityIsNeedToCreate";
  };
  /**
   * A button above the timeline in the card of a company.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-activity.html
   */
  CRM_COMPANY_DETAIL_ACTIVITY: {
    options: CrmActivityPlacement;
    bind: CrmActivityBindingInput;
    commands:
      | "reloadData"
      | "setLayout"
      | "setLayoutItemState"
      | "setPrimaryButtonState"
      | "setSecondaryButtonState"
      | "bindLayoutEventCallback"
      | "bindPrimaryButtonClickCallback"
      | "bindSecondaryButtonClickCallback"
      | "bindValueChangeCallback"
      | "bindEntityUpdateCallback"
      | "lock"
      | "unlock"
      | "finish";
    events: never;
  };
  /**
   * A tab in the card of a company.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-tab.html
   */
  CRM_COMPANY_DETAIL_TAB: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: "reloadData";
    events: never;
  };
  /**
   * An item in the menu at the top of the card of a company.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-toolbar.html
   */
  CRM_COMPANY_DETAIL_TOOLBAR: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * An item in the menu of documents in the card of a company.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/document-generator-button.html
   */
  CRM_COMPANY_DOCUMENTGENERATOR_BUTTON: {
    options: CrmEntityPlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * An item in the menu of a company in the list of companies.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/list-menu.html
   */
  CRM_COMPANY_LIST_MENU: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: "reloadData";
    events: never;
  };
  /**
   * An item in the menu above the list of companies.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/list-toolbar.html
   */
  CRM_COMPANY_LIST_TOOLBAR: {
    options: CrmPagePlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * A button above the timeline in the card of a contact.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-activity.html
   */
  CRM_CONTACT_DETAIL_ACTIVITY: {
    options: CrmActivityPlacement;
    bind: CrmActivityBindingInput;
    commands:
      | "reloadData"
      | "setLayout"
      | "setLayoutItemState"
      | "setPrimaryButtonState"
      | "setSecondaryButtonState"
      | "bindLayoutEventCallback"
      | "bindPrimaryButtonClickCallback"
      | "bindSecondaryButtonClickCallback"
      | "bindValueChangeCallback"
      | "bindEntityUpdateCallback"
      | "lock"
      | "unlock"
      | "finish";
    events: never;
  };
  /**
   * A tab in the card of a contact.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-tab.html
   */
  CRM_CONTACT_DETAIL_TAB: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: "reloadData";
    events: never;
  };
  /**
   * An item in the menu at the top of the card of a contact.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-toolbar.html
   */
  CRM_CONTACT_DETAIL_TOOLBAR: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * An item in the menu of documents in the card of a contact.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/document-generator-button.html
   */
  CRM_CONTACT_DOCUMENTGENERATOR_BUTTON: {
    options: CrmEntityPlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * An item in the menu of a contact in the list of contacts.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/list-menu.html
   */
  CRM_CONTACT_LIST_MENU: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: "reloadData";
    events: never;
  };
  /**
   * An item in the menu above the list of contacts.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/list-toolbar.html
   */
  CRM_CONTACT_LIST_TOOLBAR: {
    options: CrmPagePlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * A search for clients in the card's fields Contact and Company. It draws nothing but answers.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-search.html
   */
  CRM_DETAIL_SEARCH: {
    options: CrmClientSearchPlacement;
    bind: Record<string, unknown>;
    commands: "crmShowFoundEntities" | "crmShowCreatedEntity";
    events: "onCrmEntityIsNeedToCreate";
  };
  /**
   * A button at the top of the page with funnels and tunnels.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/funnels-toolbar.html
   */
  CRM_FUNNELS_TOOLBAR: {
    options: CrmPagePlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * An item in the menu of an entry in the timeline of a lead.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/activity-timeline-menu.html
   */
  CRM_LEAD_ACTIVITY_TIMELINE_MENU: {
    options: CrmTimelinePlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * A button above the timeline in the card of a lead.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-activity.html
   */
  CRM_LEAD_DETAIL_ACTIVITY: {
    options: CrmActivityPlacement;
    bind: CrmActivityBindingInput;
    commands:
      | "reloadData"
      | "setLayout"
      | "setLayoutItemState"
      | "setPrimaryButtonState"
      | "setSecondaryButtonState"
      | "bindLayoutEventCallback"
      | "bindPrimaryButtonClickCallback"
      | "bindSecondaryButtonClickCallback"
      | "bindValueChangeCallback"
      | "bindEntityUpdateCallback"
      | "lock"
      | "unlock"
      | "finish";
    events: never;
  };
  /**
   * A tab in the card of a lead.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-tab.html
   */
  CRM_LEAD_DETAIL_TAB: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: "reloadData";
    events: never;
  };
  /**
   * An item in the menu at the top of the card of a lead.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-toolbar.html
   */
  CRM_LEAD_DETAIL_TOOLBAR: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * An item in the menu of documents in the card of a lead.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/document-generator-button.html
   */
  CRM_LEAD_DOCUMENTGENERATOR_BUTTON: {
    options: CrmEntityPlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * An item in the menu of a lead in the list of leads.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/list-menu.html
   */
  CRM_LEAD_LIST_MENU: {
    options: CrmCardPlacement;
    bind: Record<string, unknown>;
    commands: "reloadData";
    events: never;
  };
  /**
   * An item in the menu above the list of leads.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/list-toolbar.html
   */
  CRM_LEAD_LIST_TOOLBAR: {
    options: CrmPagePlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * A button in the designer of automation rules for leads.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/robot-designer-toolbar.html
   */
  CRM_LEAD_ROBOT_DESIGNER_TOOLBAR: {
    options: CrmPagePlacement;
    bind: Record<string, unknown>;
    commands: never;
    events: never;
  };
  /**
   * A search for requisites in the card of a contact or company. It draws nothing but answers.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/crm/requisites-autocomplete/requisite-autocomplete.html
   */
  CRM_REQUISITE_AUTOCOMPLETE: {
    options: CrmAutocompletePlacement;
    bind: CrmAutocompleteBindingInput;
    commands: "crmShowFoundEntities" | "crmShowCreatedEntity";
    events: "onCrmEntityIsNeedToCreate";
  };
  /**
   * A custom field of the application's own type, in a record's card. userfieldtype.add binds it.
   *
   * @see https://apidocs.bitrix24.com/api-reference/widgets/user-field/index.html
   */
  USERFIELD_TYPE: {
    options: UserfieldtypePlacement;
    bind: Record<string, unknown>;
    commands: "setValue" | "getValue";
    events: never;
  };
}
