//! Users who follow a record.

use rusqlite::{Connection, params};

use super::Sql;
use crate::entity::Kind;

/// The observers of a record, in the order in which they were named.
pub fn load(db: &Connection, kind: Kind, record: i64) -> Sql<Vec<i64>> {
    db.prepare_cached(
        "SELECT user_id FROM observers WHERE entity = ? AND record_id = ? ORDER BY position",
    )?
    .query_map(params![kind.name(), record], |row| row.get(0))?
    .collect()
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
