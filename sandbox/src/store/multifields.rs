//! Phones, e-mails, sites and messengers: entries of which a record has any number.

use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::{Sql, id_list};
use crate::entity::Kind;

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its own id.
    pub id: i64,
    /// `PHONE`, `EMAIL`, `WEB`, `IM` or `LINK`.
    pub type_id: String,
    /// `WORK`, `MOBILE` and so on.
    pub value_type: String,
    /// The number or address.
    pub value: String,
}

/// The entries of a record, by id.
pub fn load(db: &Connection, kind: Kind, record: i64) -> Sql<Vec<Entry>> {
    let mut statement = db.prepare_cached(
        "SELECT id, type_id, value_type, value FROM multifields \
         WHERE entity = ? AND record_id = ? ORDER BY id",
    )?;
    statement
        .query_map(params![kind.name(), record], read)?
        .collect()
}

/// The entries of several records: each one's by id.
pub fn load_all(db: &Connection, kind: Kind, records: &[i64]) -> Sql<HashMap<i64, Vec<Entry>>> {
    let mut statement = db.prepare_cached(
        "SELECT id, type_id, value_type, value, record_id FROM multifields \
         WHERE entity = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY id",
    )?;
    let mut entries: HashMap<i64, Vec<Entry>> = HashMap::new();
    let mut rows = statement.query(params![kind.name(), id_list(records)])?;
    while let Some(row) = rows.next()? {
        entries.entry(row.get(4)?).or_default().push(read(row)?);
    }
    Ok(entries)
}

fn read(row: &Row<'_>) -> Sql<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        type_id: row.get(1)?,
        value_type: row.get(2)?,
        value: row.get(3)?,
    })
}

/// Adds an entry; its own id is not looked at.
pub fn insert(db: &Connection, kind: Kind, record: i64, entry: &Entry) -> Sql<()> {
    db.prepare_cached(
        "INSERT INTO multifields (entity, record_id, type_id, value_type, value) VALUES (?, ?, ?, ?, ?)",
    )?
    .execute(params![kind.name(), record, entry.type_id, entry.value_type, entry.value])?;
    Ok(())
}

/// Changes the entry with this id.
pub fn update(db: &Connection, entry: &Entry) -> Sql<()> {
    db.prepare_cached("UPDATE multifields SET value_type = ?, value = ? WHERE id = ?")?
        .execute(params![entry.value_type, entry.value, entry.id])?;
    Ok(())
}

/// Removes the entry with this id.
pub fn delete(db: &Connection, id: i64) -> Sql<()> {
    db.execute("DELETE FROM multifields WHERE id = ?", [id])?;
    Ok(())
}

/// Removes all entries of a record.
pub(super) fn delete_all(db: &Connection, kind: Kind, record: i64) -> Sql<()> {
    db.execute(
        "DELETE FROM multifields WHERE entity = ? AND record_id = ?",
        params![kind.name(), record],
    )?;
    Ok(())
}
