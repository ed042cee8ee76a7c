//! Options of apps and of their users; values are any JSON.

use rusqlite::{Connection, params};
use serde_json::{Map, Value};

use super::Sql;

/// The options of an app; those of one user of it when `user` is not 0.
pub fn load(db: &Connection, app: i64, user: i64) -> Sql<Map<String, Value>> {
    let mut statement = db.prepare_cached(
        "SELECT name, value FROM options WHERE app_id = ? AND user_id = ? ORDER BY rowid",
    )?;
    statement
        .query_map([app, user], |row| {
            let text: String = row.get(1)?;
            Ok((row.get(0)?, serde_json::from_str(&text).unwrap_or_default()))
        })?
        .collect()
}

/// Sets an option.
pub fn set(db: &Connection, app: i64, user: i64, name: &str, value: &Value) -> Sql<()> {
    db.execute(
        "INSERT INTO options (app_id, user_id, name, value) VALUES (?, ?, ?, ?) \
         ON CONFLICT DO UPDATE SET value = excluded.value",
        params![app, user, name, value.to_string()],
    )?;
    Ok(())
}
