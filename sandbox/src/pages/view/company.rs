//! Companies as the pages show them.

use super::contact::LinkedLead;
use super::field::Reach;
use super::reader::{Plan, Reader};
use super::timeline::{self, Step};
use super::{Filter, Listing, Person, Section};
use crate::entity::Kind;
use crate::store::Sql;
use crate::store::links::{self, Relation};
use crate::store::records::{self, Record};

/// A company in a list.
#[derive(Debug)]
pub struct CompanyRow {
    /// The company's id.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// What it is to the portal's owner: customer, supplier …
    pub kind: Option<String>,
    /// Its first phone number.
    pub phone: Option<Reach>,
    /// How many contacts it has.
    pub contacts: usize,
    /// The day it was made.
    pub created: String,
}

/// A company's card.
#[derive(Debug)]
pub struct CompanyCard {
    /// The company's id.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Its fields.
    pub sections: Vec<Section>,
    /// Who belongs to it, and whether it is their main company.
    pub contacts: Vec<(Person, bool)>,
    /// The leads it is behind.
    pub leads: Vec<LinkedLead>,
    /// What calls did to it.
    pub timeline: Vec<Step>,
}

/// The path of a company's card.
pub fn path(id: i64) -> String {
    format!("/crm/company/details/{id}/")
}

const ABOUT: Plan = Plan {
    title: "card.about_company",
    always: &[
        "TITLE",
        "COMPANY_TYPE",
        "INDUSTRY",
        "PHONE",
        "EMAIL",
        "ASSIGNED_BY_ID",
    ],
    when_set: &[
        "EMPLOYEES",
        "REVENUE",
        "WEB",
        "IM",
        "IS_MY_COMPANY",
        "BANKING_DETAILS",
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
        "ADDRESS_LEGAL",
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
    when_set: &["ORIGINATOR_ID", "ORIGIN_ID", "UTM_SOURCE", "UTM_CAMPAIGN"],
};

impl Reader<'_> {
    /// One page of the companies that the filter lets through, the newest first.
    pub fn companies(&self, filter: &Filter, number: usize) -> Sql<Listing<CompanyRow>> {
        self.listing(Kind::Company, (filter, number), |company| {
            self.company_row(company)
        })
    }

    fn company_row(&self, company: &Record) -> Sql<CompanyRow> {
        let id = company.id();
        let phones = self.reaches(Kind::Company, id, "PHONE")?;
        Ok(CompanyRow {
            id,
            title: company.text("TITLE").to_owned(),
            kind: self.status("COMPANY_TYPE", company.text("COMPANY_TYPE"))?,
            phone: phones.into_iter().next(),
            contacts: links::owners(self.db, Relation::ContactCompanies, id)?.len(),
            created: self.day_of(company.integer("DATE_CREATE").unwrap_or_default()),
        })
    }

    /// A company's card; `None` when there is no such company.
    pub fn company_card(&self, id: i64) -> Sql<Option<CompanyCard>> {
        let Some(company) = self.record(Kind::Company, id)? else {
            return Ok(None);
        };
        let sections = [
            self.section(&company, &ABOUT)?,
            self.section(&company, &ADDRESS)?,
            self.custom_section(&company)?,
            self.section(&company, &HISTORY)?,
        ];
        let people = links::owners(self.db, Relation::ContactCompanies, id)?.into_iter();
        let leads = records::leads_of_company(self.db, id)?.into_iter();
        Ok(Some(CompanyCard {
            id,
            title: company.text("TITLE").to_owned(),
            sections: sections.into_iter().flatten().collect(),
            contacts: people
                .map(|contact| self.member(contact, id))
                .collect::<Sql<_>>()?,
            leads: leads
                .filter_map(|lead| self.linked_lead_of(lead).transpose())
                .collect::<Sql<_>>()?,
            timeline: timeline::of_record(self.journal, Kind::Company, id),
        }))
    }

    fn member(&self, contact: i64, company: i64) -> Sql<(Person, bool)> {
        let links = links::load(self.db, Relation::ContactCompanies, contact)?;
        let primary = links
            .iter()
            .any(|link| link.target == company && link.primary);
        Ok((self.person(contact)?, primary))
    }
}
