//! Types of custom fields that apps brought.

use rusqlite::{Connection, Row, params};
use serde_json::Value;

use super::Sql;

/// A type.
#[derive(Clone, Debug)]
pub struct UserfieldType {
    /// The app that draws it.
    pub app_id: i64,
    /// The app's name for it.
    pub user_type_id: String,
    /// The address opened in a field of this type.
    pub handler: String,
    /// What people call it.
    pub title: String,
    /// A sentence about it.
    pub description: String,
    /// `{"height": …}`.
    pub options: Value,
}

/// The types of all apps, in the order they came.
pub fn all(db: &Connection) -> Sql<Vec<UserfieldType>> {
    db.prepare_cached(
        "SELECT app_id, user_type_id, handler, title, description, options FROM userfield_types ORDER BY id",
    )?
    .query_map([], read)?
    .collect()
}

/// The types of an app, in the order they came.
pub fn of_app(db: &Connection, app: i64) -> Sql<Vec<UserfieldType>> {
    db.prepare_cached(
        "SELECT app_id, user_type_id, handler, title, description, options \
         FROM userfield_types WHERE app_id = ? ORDER BY id",
    )?
    .query_map([app], read)?
    .collect()
}

fn read(row: &Row<'_>) -> Sql<UserfieldType> {
    let options: String = row.get(5)?;
    Ok(UserfieldType {
        app_id: row.get(0)?,
        user_type_id: row.get(1)?,
        handler: row.get(2)?,
        title: row.get(3)?,
        description: row.get(4)?,
        options: serde_json::from_str(&options).unwrap_or_default(),
    })
}

/// Adds a type; false when the app has it already.
pub fn insert(db: &Connection, row: &UserfieldType) -> Sql<bool> {
    let added = db.execute(
        "INSERT OR IGNORE INTO userfield_types \
         (app_id, user_type_id, handler, title, description, options) VALUES (?, ?, ?, ?, ?, ?)",
        params![
            row.app_id,
            row.user_type_id,
            row.handler,
            row.title,
            row.description,
            row.options.to_string()
        ],
    )?;
    Ok(added > 0)
}

/// Removes a type; false when there is none.
pub fn delete(db: &Connection, app: i64, user_type_id: &str) -> Sql<bool> {
    let removed = db.execute(
        "DELETE FROM userfield_types WHERE app_id = ? AND user_type_id = ?",
        params![app, user_type_id],
    )?;
    Ok(removed > 0)
}
