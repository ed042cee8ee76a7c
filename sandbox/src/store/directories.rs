//! Directories of statuses: stages, sources, types, salutations.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Sql;

/// An entry of a directory.
#[derive(Clone, Debug)]
pub struct Status {
    /// The row's number.
    pub id: i64,
    /// The directory, `STATUS`.
    pub entity_id: String,
    /// The entry's name on the wire, `NEW`.
    pub status_id: String,
    /// What people call it.
    pub name: String,
    /// Its position.
    pub sort: i64,
    /// Whether it came with the portal and cannot be removed.
    pub system: bool,
    /// Of a stage: P in work, S success, F failure.
    pub semantics: Option<String>,
    /// Of a stage: its colour, `#39A8EF`.
    pub color: Option<String>,
}

const COLUMNS: &str = "id, entity_id, status_id, name, sort, system, semantics, color";

/// Every entry of every directory, by directory and position.
pub fn all(db: &Connection) -> Sql<Vec<Status>> {
    let sql = format!("SELECT {COLUMNS} FROM statuses ORDER BY entity_id, sort, id");
    db.prepare_cached(&sql)?.query_map([], read)?.collect()
}

/// The entries of a directory, by position.
pub fn list(db: &Connection, directory: &str) -> Sql<Vec<Status>> {
    let sql = format!("SELECT {COLUMNS} FROM statuses WHERE entity_id = ? ORDER BY sort, id");
    db.prepare_cached(&sql)?
        .query_map([directory], read)?
        .collect()
}

/// An entry of a directory.
pub fn get(db: &Connection, directory: &str, status_id: &str) -> Sql<Option<Status>> {
    let sql = format!("SELECT {COLUMNS} FROM statuses WHERE entity_id = ? AND status_id = ?");
    db.prepare_cached(&sql)?
        .query_row([directory, status_id], read)
        .optional()
}

/// Adds an entry; the row's number is not looked at.
pub fn insert(db: &Connection, status: &Status) -> Sql<()> {
    db.prepare_cached(
        "INSERT INTO statuses (entity_id, status_id, name, sort, system, semantics, color) \
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        status.entity_id,
        status.status_id,
        status.name,
        status.sort,
        status.system,
        status.semantics,
        status.color
    ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Sql<Status> {
    Ok(Status {
        id: row.get(0)?,
        entity_id: row.get(1)?,
        status_id: row.get(2)?,
        name: row.get(3)?,
        sort: row.get(4)?,
        system: row.get(5)?,
        semantics: row.get(6)?,
        color: row.get(7)?,
    })
}
