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
    /// What it was called before anyone renamed it; empty for entries people made.
    pub name_init: String,
    /// Its position.
    pub sort: i64,
    /// Whether it came with the portal, so that it is not removed by mistake.
    pub system: bool,
    /// Of a stage: P in work, S success, F failure.
    pub semantics: Option<String>,
    /// Of a stage: its colour, `#39A8EF`.
    pub color: Option<String>,
}

const COLUMNS: &str = "id, entity_id, status_id, name, name_init, sort, system, semantics, color";

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

/// The entry with that number.
pub fn by_id(db: &Connection, id: i64) -> Sql<Option<Status>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM statuses WHERE id = ?"))?
        .query_row([id], read)
        .optional()
}

/// Adds an entry, whose number is not looked at; its number.
pub fn insert(db: &Connection, status: &Status) -> Sql<i64> {
    db.prepare_cached(
        "INSERT INTO statuses (entity_id, status_id, name, name_init, sort, system, semantics, color) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        status.entity_id,
        status.status_id,
        status.name,
        status.name_init,
        status.sort,
        status.system,
        status.semantics,
        status.color
    ])?;
    Ok(db.last_insert_rowid())
}

/// Writes name, position and colour of the entry with this number.
pub fn update(db: &Connection, status: &Status) -> Sql<()> {
    db.execute(
        "UPDATE statuses SET name = ?, sort = ?, color = ? WHERE id = ?",
        params![status.name, status.sort, status.color, status.id],
    )?;
    Ok(())
}

/// Removes the entry with this number.
pub fn delete(db: &Connection, id: i64) -> Sql<()> {
    db.execute("DELETE FROM statuses WHERE id = ?", [id])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Sql<Status> {
    Ok(Status {
        id: row.get(0)?,
        entity_id: row.get(1)?,
        status_id: row.get(2)?,
        name: row.get(3)?,
        name_init: row.get(4)?,
        sort: row.get(5)?,
        system: row.get(6)?,
        semantics: row.get(7)?,
        color: row.get(8)?,
    })
}
