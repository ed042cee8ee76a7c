//! Users who follow a record.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::{Sql, id_list};
use crate::entity::Kind;

/// The observers of several records, each one's in the order in which they were named.
pub fn load_all(db: &Connection, kind: Kind, records: &[i64]) -> Sql<HashMap<i64, Vec<i64>>> {
    let mut statement = db.prepare_cached(
        "SELECT record_id, user_id FROM observers \
         WHERE entity = ? AND record_id IN (SELECT value FROM json_each(?)) ORDER BY position",
    )?;
    let mut observers: HashMap<i64, Vec<i64>> = HashMap::new();
    let mut rows = statement.query(params![kind.name(), id_list(records)])?;
    while let Some(row) = rows.next()? {
        observers.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(observers)
}

/// Replaces the observers of a record.
pub fn save(db: &Connection, kind: Kind, record: i64, users: &[i64]) -> Sql<()> {
    db.prepare_cached("DELETE FROM observers WHERE entity = ? AND record_id = ?")?
        .execute(params![kind.name(), record])?;
    let mut statement = db.prepare_cached(
        "INSERT OR IGNORE INTO observers (entity, record_id, user_id, position) VALUES (?, ?, ?, ?)",
    )?;
    for (user, position) in users.iter().zip(0_i64..) {
        statement.execute(params![kind.name(), record, user, position])?;
    }
    Ok(())
}
