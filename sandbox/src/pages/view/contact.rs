//! Contacts as the pages show them.

use super::lead::is_repeat;
use super::reader::{Plan, Reader};
use super::timeline::{self, Step};
use super::{Filter, Listing, Person, Section, Stage};
use crate::entity::Kind;
use crate::store::Sql;
use crate::store::links::{self, Relation};
use crate::store::records::Record;

/// A contact in a list.
#[derive(Debug)]
pub struct ContactRow {
    /// Who it is.
    pub person: Person,
    /// How many leads it is linked to.
    pub leads: usize,
    /// The day it was made.
    pub created: String,
}

/// A contact's card.
#[derive(Debug)]
pub struct ContactCard {
    /// Who it is.
    pub person: Person,
    /// Its fields.
    pub sections: Vec<Section>,
    /// The leads it is linked to.
    pub leads: Vec<LinkedLead>,
    /// What calls did to it.
    pub timeline: Vec<Step>,
}

/// A lead as its contact's card shows it.
#[derive(Debug)]
pub struct LinkedLead {
    /// The lead's id.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
    /// Whether it is a repeat lead.
    pub repeat: bool,
}

const ABOUT: Plan = Plan {
    title: "card.about_contact",
    always: &[
        "NAME",
        "LAST_NAME",
        "PHONE",
        "EMAIL",
        "TYPE_ID",
        "ASSIGNED_BY_ID",
    ],
    when_set: &[
        "HONORIFIC",
        "SECOND_NAME",
        "POST",
        "COMPANY_ID",
        "BIRTHDATE",
        "WEB",
        "IM",
        "SOURCE_ID",
        "SOURCE_DESCRIPTION",
        "LEAD_ID",
        "COMMENTS",
    ],
};

const ADDRESS: Plan = Plan {
    title: "card.address",
    always: &[],
    when_set: &[
        "ADDRESS",
        "ADDRESS_2",
        "ADDRESS_CITY",
        "ADDRESS_POSTAL_CODE",
        "ADDRESS_REGION",
        "ADDRESS_PROVINCE",
        "ADDRESS_COUNTRY",
    ],
};

const HISTORY: Plan = Plan {
    title: "card.history",
    always: &[
        "DATE_CREATE",
        "CREATED_BY_ID",
        "DATE_MODIFY",
        "MODIFY_BY_ID",
    ],
    when_set: &[
        "ORIGINATOR_ID",
        "ORIGIN_ID",
        "UTM_SOURCE",
        "UTM_MEDIUM",
        "UTM_CAMPAIGN",
    ],
};

impl Reader<'_> {
    /// One page of the contacts that the filter lets through, the newest first.
    pub fn contacts(&self, filter: &Filter, number: usize) -> Sql<Listing<ContactRow>> {
        self.listing(Kind::Contact, (filter, number), |contact| {
            self.contact_row(contact)
        })
    }

    fn contact_row(&self, contact: &Record) -> Sql<ContactRow> {
        Ok(ContactRow {
            person: self.person_of(contact)?,
            leads: links::owners(self.db, Relation::LeadContacts, contact.id())?.len(),
            created: self.day_of(contact.integer("DATE_CREATE").unwrap_or_default()),
        })
    }

    /// A contact's card; `None` when there is no such contact.
    pub fn contact_card(&self, id: i64) -> Sql<Option<ContactCard>> {
        let Some(contact) = self.record(Kind::Contact, id)? else {
            return Ok(None);
        };
        let sections = [
            self.section(&contact, &ABOUT)?,
            self.section(&contact, &ADDRESS)?,
            self.custom_section(&contact)?,
            self.section(&contact, &HISTORY)?,
        ];
        Ok(Some(ContactCard {
            person: self.person_of(&contact)?,
            sections: sections.into_iter().flatten().collect(),
            leads: self.leads_of(id)?,
            timeline: timeline::of_record(self.journal, Kind::Contact, id),
        }))
    }

    fn leads_of(&self, contact: i64) -> Sql<Vec<LinkedLead>> {
        let ids = links::owners(self.db, Relation::LeadContacts, contact)?;
        ids.into_iter()
            .filter_map(|id| self.linked_lead_of(id).transpose())
            .collect()
    }

    pub(super) fn linked_lead_of(&self, id: i64) -> Sql<Option<LinkedLead>> {
        let Some(lead) = self.record(Kind::Lead, id)? else {
            return Ok(None);
        };
        Ok(Some(LinkedLead {
            id,
            title: lead.text("TITLE").to_owned(),
            stage: self.stage(&lead)?,
            repeat: is_repeat(&lead),
        }))
    }
}
