//! Leads, contacts and companies: what the portal's records are called, where they are kept and in which
//! order their fields come back.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Field, FieldKind, MODEL};

/// The fields of an address, as every kind of record has them.
pub const ADDRESS: &[&str] = &[
    "ADDRESS",
    "ADDRESS_2",
    "ADDRESS_CITY",
    "ADDRESS_POSTAL_CODE",
    "ADDRESS_REGION",
    "ADDRESS_PROVINCE",
    "ADDRESS_COUNTRY",
];

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A lead: somebody who may buy.
    Lead,
    /// A contact: a person.
    Contact,
    /// A company: an organisation.
    Company,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Lead, Self::Contact, Self::Company];

    /// The kind's number, `entityTypeId`.
    pub fn entity_type_id(self) -> i64 {
        match self {
            Self::Lead => 1,
            Self::Contact => 3,
            Self::Company => 4,
        }
    }

    /// The name in the store's columns and in messages about the record, `lead`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Contact => "contact",
            Self::Company => "company",
        }
    }

    /// The name as a sentence of the portal begins with it, `Lead`.
    pub fn title(self) -> &'static str {
        match self {
            Self::Lead => "Lead",
            Self::Contact => "Contact",
            Self::Company => "Company",
        }
    }

    /// The kind's part of event names, `LEAD`.
    pub fn upper(self) -> &'static str {
        match self {
            Self::Lead => "LEAD",
            Self::Contact => "CONTACT",
            Self::Company => "COMPANY",
        }
    }

    /// The table of its records.
    pub fn table(self) -> &'static str {
        match self {
            Self::Lead => "leads",
            Self::Contact => "contacts",
            Self::Company => "companies",
        }
    }

    /// What its custom fields belong to, `CRM_LEAD`.
    pub fn owner_of_userfields(self) -> &'static str {
        match self {
            Self::Lead => "CRM_LEAD",
            Self::Contact => "CRM_CONTACT",
            Self::Company => "CRM_COMPANY",
        }
    }

    /// The kind whose custom fields belong to `entity_id`.
    pub fn from_userfield_owner(entity_id: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|k| k.owner_of_userfields() == entity_id)
    }

    /// Its system fields, in the spec's order.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Lead => &MODEL.lead,
            Self::Contact => &MODEL.contact,
            Self::Company => &MODEL.company,
        }
    }

    /// The system field of that name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// Columns that only crm.item.* knows.
    pub fn unlisted_columns(self) -> &'static [&'static str] {
        match self {
            Self::Lead => &["WEBFORM_ID"],
            Self::Contact | Self::Company => &["CATEGORY_ID"],
        }
    }

    /// The place of a column among those of [`Kind::columns`] and then [`Kind::unlisted_columns`].
    pub fn position(self, name: &str) -> Option<usize> {
        static POSITIONS: LazyLock<[HashMap<&str, usize>; 3]> =
            LazyLock::new(|| Kind::ALL.map(positions));
        let [leads, contacts, companies] = &*POSITIONS;
        let of_kind = match self {
            Self::Lead => leads,
            Self::Contact => contacts,
            Self::Company => companies,
        };
        of_kind.get(name).copied()
    }

    /// The fields kept as columns, in the order in which they come back.
    pub fn columns(self) -> &'static [&'static Field] {
        static LEAD: LazyLock<Vec<&Field>> = LazyLock::new(|| in_order(Kind::Lead, LEAD_ORDER));
        static CONTACT: LazyLock<Vec<&Field>> =
            LazyLock::new(|| in_order(Kind::Contact, CONTACT_ORDER));
        static COMPANY: LazyLock<Vec<&Field>> =
            LazyLock::new(|| in_order(Kind::Company, COMPANY_ORDER));
        match self {
            Self::Lead => &LEAD,
            Self::Contact => &CONTACT,
            Self::Company => &COMPANY,
        }
    }
}

fn positions(kind: Kind) -> HashMap<&'static str, usize> {
    let listed = kind.columns().iter().map(|field| field.name.as_str());
    let unlisted = kind.unlisted_columns().iter().copied();
    listed.chain(unlisted).zip(0..).collect()
}

fn in_order(kind: Kind, order: &str) -> Vec<&'static Field> {
    let position = |field: &Field| {
        order
            .split_whitespace()
            .position(|name| name == field.name)
            .unwrap_or(usize::MAX)
    };
    let stored =
        |field: &&Field| field.kind != FieldKind::Multifield && !field.multiple && !field.writeonly;
    let mut fields: Vec<&Field> = kind.fields().iter().filter(stored).collect();
    fields.sort_by_key(|field| position(field));
    fields
}

// Reference §3.5: the order in which a record's fields come back.
const LEAD_ORDER: &str = "ID TITLE HONORIFIC NAME SECOND_NAME LAST_NAME COMPANY_TITLE COMPANY_ID \
    CONTACT_ID IS_RETURN_CUSTOMER BIRTHDATE SOURCE_ID SOURCE_DESCRIPTION STATUS_ID \
    STATUS_DESCRIPTION POST COMMENTS CURRENCY_ID OPPORTUNITY IS_MANUAL_OPPORTUNITY HAS_PHONE \
    HAS_EMAIL HAS_IMOL ASSIGNED_BY_ID CREATED_BY_ID MODIFY_BY_ID DATE_CREATE DATE_MODIFY \
    DATE_CLOSED STATUS_SEMANTIC_ID OPENED ORIGINATOR_ID ORIGIN_ID MOVED_BY_ID MOVED_TIME ADDRESS \
    ADDRESS_2 ADDRESS_CITY ADDRESS_POSTAL_CODE ADDRESS_REGION ADDRESS_PROVINCE ADDRESS_COUNTRY \
    ADDRESS_COUNTRY_CODE ADDRESS_LOC_ADDR_ID UTM_SOURCE UTM_MEDIUM UTM_CAMPAIGN UTM_CONTENT \
    UTM_TERM LAST_ACTIVITY_BY LAST_ACTIVITY_TIME";

const CONTACT_ORDER: &str = "ID POST COMMENTS HONORIFIC NAME SECOND_NAME LAST_NAME PHOTO LEAD_ID \
    TYPE_ID SOURCE_ID SOURCE_DESCRIPTION COMPANY_ID BIRTHDATE EXPORT HAS_PHONE HAS_EMAIL HAS_IMOL \
    DATE_CREATE DATE_MODIFY ASSIGNED_BY_ID CREATED_BY_ID MODIFY_BY_ID OPENED ORIGINATOR_ID \
    ORIGIN_ID ORIGIN_VERSION FACE_ID LAST_ACTIVITY_TIME ADDRESS ADDRESS_2 ADDRESS_CITY \
    ADDRESS_POSTAL_CODE ADDRESS_REGION ADDRESS_PROVINCE ADDRESS_COUNTRY ADDRESS_COUNTRY_CODE \
    ADDRESS_LOC_ADDR_ID UTM_SOURCE UTM_MEDIUM UTM_CAMPAIGN UTM_CONTENT UTM_TERM LAST_ACTIVITY_BY";

// docs: api-reference/crm/companies/crm-company-get.md, its example.
const COMPANY_ORDER: &str = "ID COMPANY_TYPE TITLE LOGO LEAD_ID HAS_PHONE HAS_EMAIL HAS_IMOL \
    ASSIGNED_BY_ID CREATED_BY_ID MODIFY_BY_ID BANKING_DETAILS INDUSTRY REVENUE CURRENCY_ID EMPLOYEES \
    COMMENTS DATE_CREATE DATE_MODIFY OPENED IS_MY_COMPANY ORIGINATOR_ID ORIGIN_ID ORIGIN_VERSION \
    ADDRESS ADDRESS_2 ADDRESS_CITY ADDRESS_POSTAL_CODE ADDRESS_REGION ADDRESS_PROVINCE \
    ADDRESS_COUNTRY ADDRESS_COUNTRY_CODE ADDRESS_LOC_ADDR_ID ADDRESS_LEGAL REG_ADDRESS REG_ADDRESS_2 \
    REG_ADDRESS_CITY REG_ADDRESS_POSTAL_CODE REG_ADDRESS_REGION REG_ADDRESS_PROVINCE \
    REG_ADDRESS_COUNTRY REG_ADDRESS_COUNTRY_CODE REG_ADDRESS_LOC_ADDR_ID UTM_SOURCE UTM_MEDIUM \
    UTM_CAMPAIGN UTM_CONTENT UTM_TERM LAST_ACTIVITY_BY LAST_ACTIVITY_TIME LAST_COMMUNICATION_TIME";
