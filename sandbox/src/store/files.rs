//! Uploaded files.

use rusqlite::{Connection, OptionalExtension, params};

use super::Sql;

/// Keeps a file; its id.
pub fn insert(db: &Connection, name: &str, content: &[u8]) -> Sql<i64> {
    db.execute(
        "INSERT INTO files (name, content) VALUES (?, ?)",
        params![name, content],
    )?;
    Ok(db.last_insert_rowid())
}

/// A file's name and content.
pub fn get(db: &Connection, id: i64) -> Sql<Option<(String, Vec<u8>)>> {
    db.prepare_cached("SELECT name, content FROM files WHERE id = ?")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// Forgets a file.
pub fn delete(db: &Connection, id: i64) -> Sql<()> {
    db.execute("DELETE FROM files WHERE id = ?", [id])?;
    Ok(())
}
