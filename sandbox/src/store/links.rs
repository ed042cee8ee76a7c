//! Which contacts belong to a lead, and which companies to a contact.

use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::{Sql, records};
use crate::entity::Kind;

/// A relation of two kinds of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The contacts of a lead.
    LeadContacts,
    /// The companies of a contact.
    ContactCompanies,
}

impl Relation {
    /// Whose links these are.
    pub fn owner(self) -> Kind {
        match self {
            Self::LeadContacts => Kind::Lead,
            Self::ContactCompanies => Kind::Contact,
        }
    }

    /// The field that names the linked record, `CONTACT_ID`: in a link, and on the owner for the
    /// primary one.
    pub fn field(self) -> &'static str {
        match self {
            Self::LeadContacts => "CONTACT_ID",
            Self::ContactCompanies => "COMPANY_ID",
        }
    }

    /// The owner's field that sets all links at once, `CONTACT_IDS`.
    pub fn plural_field(self) -> &'static str {
        match self {
            Self::LeadContacts => "CONTACT_IDS",
            Self::ContactCompanies => "COMPANY_IDS",
        }
    }

    fn table(self) -> &'static str {
        match self {
            Self::LeadContacts => "lead_contacts",
            Self::ContactCompanies => "contact_companies",
        }
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
    let mut statement = db.prepare_cached(&format!(
        "SELECT target_id, sort, is_primary FROM {} WHERE owner_id = ? ORDER BY sort, target_id",
        relation.table()
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

/// Replaces the links of `owner`, and names the primary one on the owner.
pub fn save(db: &Connection, relation: Relation, owner: i64, links: &[Link]) -> Sql<()> {
    let table = relation.table();
    db.execute(&format!("DELETE FROM {table} WHERE owner_id = ?"), [owner])?;
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

/// The records that have a link to `target`.
pub fn owners(db: &Connection, relation: Relation, target: i64) -> Sql<Vec<i64>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT owner_id FROM {} WHERE target_id = ? ORDER BY owner_id",
        relation.table()
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
