//! Companies as the pages show them.

use super::Person;
use super::contact::LinkedLead;
use super::reader::Reader;
use crate::entity::Kind;
use crate::store::links::{self, Relation};
use crate::store::query::{self, Comparison, Condition, Operand, Search};
use crate::store::{Sql, records};

/// Leads a card shows.
const LEADS: i64 = 50;

/// A company in a list.
#[derive(Debug)]
pub struct CompanyRow {
    /// The company's id.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// How many contacts it has.
    pub contacts: usize,
    /// How many leads it has.
    pub leads: usize,
}

/// A company's card.
#[derive(Debug)]
pub struct CompanyCard {
    /// The company's id.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Who belongs to it, and whether it is their main company.
    pub contacts: Vec<(Person, bool)>,
    /// The leads it is behind.
    pub leads: Vec<LinkedLead>,
}

/// The path of a company's card.
pub fn path(id: i64) -> String {
    format!("/crm/company/details/{id}/")
}

impl Reader<'_> {
    /// The companies whose title holds `words`, by title.
    pub fn companies(&self, words: &str) -> Sql<Vec<CompanyRow>> {
        let words = words.to_lowercase();
        let mut found = records::companies(self.db)?;
        found.retain(|(_, title)| title.to_lowercase().contains(&words));
        found.sort_by_cached_key(|(_, title)| title.to_lowercase());
        let rows = found
            .into_iter()
            .map(|(id, title)| self.company_row(id, title));
        rows.collect()
    }

    fn company_row(&self, id: i64, title: String) -> Sql<CompanyRow> {
        let leads = query::count(self.db, Kind::Lead, &of_company(id))?;
        Ok(CompanyRow {
            id,
            title,
            contacts: links::owners(self.db, Relation::ContactCompanies, id)?.len(),
            leads: usize::try_from(leads).unwrap_or_default(),
        })
    }

    /// A company's card; `None` when there is no such company.
    pub fn company_card(&self, id: i64) -> Sql<Option<CompanyCard>> {
        let Some(title) = records::company_title(self.db, id)? else {
            return Ok(None);
        };
        let people = links::owners(self.db, Relation::ContactCompanies, id)?.into_iter();
        Ok(Some(CompanyCard {
            id,
            title,
            contacts: people
                .map(|contact| self.member(contact, id))
                .collect::<Sql<_>>()?,
            leads: self.leads_of_company(id)?,
        }))
    }

    fn member(&self, contact: i64, company: i64) -> Sql<(Person, bool)> {
        let links = links::load(self.db, Relation::ContactCompanies, contact)?;
        let primary = links
            .iter()
            .any(|link| link.target == company && link.primary);
        Ok((self.person(contact)?, primary))
    }

    fn leads_of_company(&self, id: i64) -> Sql<Vec<LinkedLead>> {
        let search = Search {
            condition: of_company(id),
            order: Vec::new(),
            offset: 0,
            limit: LEADS,
        };
        let found = query::find(self.db, Kind::Lead, &search)?.into_iter();
        found
            .filter_map(|lead| self.linked_lead_of(lead.id()).transpose())
            .collect()
    }
}

fn of_company(id: i64) -> Condition {
    let id = rusqlite::types::Value::Integer(id);
    Condition::Compare(Operand::Number("COMPANY_ID"), Comparison::Equal, id)
}
