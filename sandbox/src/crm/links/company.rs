//! A company's contacts: the links of crm.contact.company.*, seen from the other side. A mark says
//! which company is a contact's main one, so a company may be that of several contacts.

use rusqlite::Connection;

use crate::store::Sql;
use crate::store::links::{self, Link, Relation};

/// Replaces the contacts of a company. Those that are new, moved or marked otherwise than before get
/// it as their main company, whatever the mark says.
pub fn replace(db: &Connection, company: i64, wanted: &[Link]) -> Sql<()> {
    let present = links::load(db, Relation::CompanyContacts, company)?;
    let is_wanted = |link: &&Link| wanted.iter().any(|other| other.target == link.target);
    for gone in present.iter().filter(|link| !is_wanted(link)) {
        links::part(db, company, gone.target)?;
    }
    for link in wanted.iter().filter(|link| !present.contains(link)) {
        links::join(db, company, link.target, link.sort)?;
    }
    Ok(())
}
