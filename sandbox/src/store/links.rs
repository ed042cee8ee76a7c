//! Which contacts belong to a lead, and which companies to a contact; the latter also seen from the
//! company.

use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::{Sql, id_list, records};
use crate::entity::Kind;

/// A relation of two kinds of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The contacts of a lead.
    LeadContacts,
    /// The companies of a contact.
    ContactCompanies,
    /// The same, from the company's side: its contacts.
    CompanyContacts,
}

impl Relation {
    /// Whose links these are.
    pub fn owner(self) -> Kind {
        match self {
            Self::LeadContacts => Kind::Lead,
            Self::ContactCompanies => Kind::Contact,
            Self::CompanyContacts => Kind::Company,
        }
    }

    /// What they lead to.
    pub fn target(self) -> Kind {
        match self {
            Self::LeadContacts | Self::CompanyContacts => Kind::Contact,
            Self::ContactCompanies => Kind::Company,
        }
    }

    /// The relation in which records of this kind own links.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Lead => Self::LeadContacts,
            Kind::Contact => Self::ContactCompanies,
            Kind::Company => Self::CompanyContacts,
        }
    }

    /// The field that names the linked record, `CONTACT_ID`: in a link, and on the owner for the
    /// primary one.
    pub fn field(self) -> &'static str {
        match self {
            Self::LeadContacts | Self::CompanyContacts => "CONTACT_ID",
            Self::ContactCompanies => "COMPANY_ID",
        }
    }

    /// The owner's field that sets all links at once, `CONTACT_IDS`.
    pub fn plural_field(self) -> &'static str {
        match self {
            Self::LeadContacts => "CONTACT_IDS",
            Self::ContactCompanies => "COMPANY_IDS",
            Self::CompanyContacts => "CONTACT_ID",
        }
    }

    fn table(self) -> &'static str {
        match self {
            Self::LeadContacts => "lead_contacts",
            Self::ContactCompanies | Self::CompanyContacts => "contact_companies",
        }
    }

    /// The columns of the table that hold the owner and the linked record.
    fn columns(self) -> (&'static str, &'static str) {
        match self {
            Self::LeadContacts | Self::ContactCompanies => ("owner_id", "target_id"),
            Self::CompanyContacts => ("target_id", "owner_id"),
        }
    }

    /// The linked records of the record `t`, as values: a SELECT for a search.
    pub(super) fn targets_sql(self) -> String {
        let (table, (owner, target)) = (self.table(), self.columns());
        format!("SELECT {target} AS value FROM {table} WHERE {owner} = t.ID")
    }
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The linked record.
    pub target: i64,
    /// Its position.
    pub sort: i64,
    /// Whether it is the main one.
    pub primary: bool,
}

/// The links of `owner`, by position.
pub fn load(db: &Connection, relation: Relation, owner: i64) -> Sql<Vec<Link>> {
    let (table, (owner_column, target)) = (relation.table(), relation.columns());
    let mut statement = db.prepare_cached(&format!(
        "SELECT {target}, sort, is_primary FROM {table} WHERE {owner_column} = ? ORDER BY sort, {target}"
    ))?;
    statement
        .query_map([owner], |row| {
            Ok(Link {
                target: row.get(0)?,
                sort: row.get(1)?,
                primary: row.get(2)?,
            })
        })?
        .collect()
}

/// The records that several owners are linked to: those of each, the primary one first, then by
/// position.
pub fn targets_of_all(
    db: &Connection,
    relation: Relation,
    owners: &[i64],
) -> Sql<HashMap<i64, Vec<i64>>> {
    let (table, (owner, target)) = (relation.table(), relation.columns());
    // From the company's side the mark is another's: it says nothing about order.
    let first = match relation {
        Relation::CompanyContacts => "",
        Relation::LeadContacts | Relation::ContactCompanies => "is_primary DESC, ",
    };
    let mut statement = db.prepare_cached(&format!(
        "SELECT {owner}, {target} FROM {table} \
         WHERE {owner} IN (SELECT value FROM json_each(?)) ORDER BY {first}sort, {target}"
    ))?;
    let mut targets: HashMap<i64, Vec<i64>> = HashMap::new();
    let mut rows = statement.query([id_list(owners)])?;
    while let Some(row) = rows.next()? {
        targets.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(targets)
}

/// Replaces the links of `owner`, and names the primary one on the owner. Companies have no primary
/// contact: theirs come and go with [`join`] and [`part`].
pub fn save(db: &Connection, relation: Relation, owner: i64, links: &[Link]) -> Sql<()> {
    let table = relation.table();
    db.prepare_cached(&format!("DELETE FROM {table} WHERE owner_id = ?"))?
        .execute([owner])?;
    let mut statement = db.prepare_cached(&format!(
        "INSERT OR REPLACE INTO {table} (owner_id, target_id, sort, is_primary) VALUES (?, ?, ?, ?)"
    ))?;
    for link in links {
        statement.execute(params![owner, link.target, link.sort, link.primary])?;
    }
    let primary = links.iter().find(|link| link.primary);
    let value = primary.map_or(Value::Null, |link| Value::Integer(link.target));
    records::update(
        db,
        relation.owner(),
        owner,
        &vec![(relation.field(), value)],
    )
}

/// Makes `company` the main company of `contact`, linking the two if they are not linked.
pub fn join(db: &Connection, company: i64, contact: i64, sort: i64) -> Sql<()> {
    db.prepare_cached("UPDATE contact_companies SET is_primary = 0 WHERE owner_id = ?")?
        .execute([contact])?;
    db.prepare_cached(
        "INSERT OR REPLACE INTO contact_companies (owner_id, target_id, sort, is_primary) \
         VALUES (?, ?, ?, 1)",
    )?
    .execute([contact, company, sort])?;
    db.prepare_cached("UPDATE contacts SET COMPANY_ID = ? WHERE ID = ?")?
        .execute([company, contact])?;
    Ok(())
}

/// Ends the link of `company` and `contact`. A contact whose main company it was gets the one with
/// the lowest number; marks stay as they are.
pub fn part(db: &Connection, company: i64, contact: i64) -> Sql<()> {
    db.prepare_cached("DELETE FROM contact_companies WHERE owner_id = ? AND target_id = ?")?
        .execute([contact, company])?;
    db.prepare_cached(
        "UPDATE contacts SET COMPANY_ID = \
         (SELECT MIN(target_id) FROM contact_companies WHERE owner_id = contacts.ID) \
         WHERE ID = ? AND COMPANY_ID = ?",
    )?
    .execute([contact, company])?;
    Ok(())
}

/// The records that have a link to `target`.
pub fn owners(db: &Connection, relation: Relation, target: i64) -> Sql<Vec<i64>> {
    let (table, (owner, target_column)) = (relation.table(), relation.columns());
    let mut statement = db.prepare_cached(&format!(
        "SELECT {owner} FROM {table} WHERE {target_column} = ? ORDER BY {owner}"
    ))?;
    statement.query_map([target], |row| row.get(0))?.collect()
}

/// Sees to it that exactly one link is primary: the first when none is.
pub fn ensure_primary(links: &mut [Link]) {
    if !links.iter().any(|link| link.primary)
        && let Some(first) = links.first_mut()
    {
        first.primary = true;
    }
}

/// Removes a deleted record's own links, and the links to it.
pub(super) fn delete_record(db: &Connection, kind: Kind, id: i64) -> Sql<()> {
    match kind {
        Kind::Lead => save(db, Relation::LeadContacts, id, &[]),
        Kind::Contact => {
            save(db, Relation::ContactCompanies, id, &[])?;
            delete_target(db, Relation::LeadContacts, id)
        }
        Kind::Company => {
            for link in load(db, Relation::CompanyContacts, id)? {
                part(db, id, link.target)?;
            }
            db.execute(
                "UPDATE leads SET COMPANY_ID = NULL WHERE COMPANY_ID = ?",
                [id],
            )?;
            Ok(())
        }
    }
}

fn delete_target(db: &Connection, relation: Relation, target: i64) -> Sql<()> {
    for owner in owners(db, relation, target)? {
        let mut links = load(db, relation, owner)?;
        links.retain(|link| link.target != target);
        ensure_primary(&mut links);
        save(db, relation, owner, &links)?;
    }
    Ok(())
}
