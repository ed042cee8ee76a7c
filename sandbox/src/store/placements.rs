//! Where apps are bound.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::Sql;

/// A binding of an app to a place.
#[derive(Clone, Debug, Default)]
pub struct Binding {
    /// Its number.
    pub id: i64,
    /// The app.
    pub app_id: i64,
    /// The place, `CRM_LEAD_DETAIL_TAB`.
    pub placement: String,
    /// The address opened there.
    pub handler: String,
    /// What the tab or button is called.
    pub title: String,
    /// A sentence about it.
    pub description: String,
    /// The submenu that several buttons share.
    pub group_name: String,
    /// Titles by language: `{"en": {"TITLE", "DESCRIPTION", "GROUP_NAME"}}`.
    pub lang_all: Value,
    /// What the place was told.
    pub options: Value,
    /// The only user who sees it, 0 for all.
    pub user_id: i64,
}

const COLUMNS: &str =
    "id, app_id, placement, handler, title, description, group_name, lang_all, options, user_id";

/// The bindings of an app, by number.
pub fn of_app(db: &Connection, app: i64) -> Sql<Vec<Binding>> {
    db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM placements WHERE app_id = ? ORDER BY id"
    ))?
    .query_map([app], read)?
    .collect()
}

/// The bindings to a place, by number, but for those of apps whose pages nobody serves.
pub fn at(db: &Connection, placement: &str) -> Sql<Vec<Binding>> {
    db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM placements WHERE placement = ? \
         AND app_id NOT IN (SELECT a.id FROM apps a WHERE a.away = 1) ORDER BY id"
    ))?
    .query_map([placement], read)?
    .collect()
}

/// A binding.
pub fn get(db: &Connection, id: i64) -> Sql<Option<Binding>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM placements WHERE id = ?"))?
        .query_row([id], read)
        .optional()
}

fn read(row: &Row<'_>) -> Sql<Binding> {
    let json = |at: usize| -> Sql<Value> {
        let text: String = row.get(at)?;
        Ok(serde_json::from_str(&text).unwrap_or_default())
    };
    Ok(Binding {
        id: row.get(0)?,
        app_id: row.get(1)?,
        placement: row.get(2)?,
        handler: row.get(3)?,
        title: row.get(4)?,
        description: row.get(5)?,
        group_name: row.get(6)?,
        lang_all: json(7)?,
        options: json(8)?,
        user_id: row.get(9)?,
    })
}

/// Binds an app; false when it is bound so already. The binding's own number is not looked at.
pub fn insert(db: &Connection, binding: &Binding) -> Sql<bool> {
    let added = db.execute(
        "INSERT OR IGNORE INTO placements \
         (app_id, placement, handler, title, description, group_name, lang_all, options, user_id) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            binding.app_id,
            binding.placement,
            binding.handler,
            binding.title,
            binding.description,
            binding.group_name,
            binding.lang_all.to_string(),
            binding.options.to_string(),
            binding.user_id
        ],
    )?;
    Ok(added > 0)
}

/// Gives the bindings of an app with one handler another; those that are there already stay single.
pub fn move_handler(db: &Connection, app: i64, old: &str, new: &str) -> Sql<()> {
    db.execute(
        "UPDATE OR REPLACE placements SET handler = ?3 WHERE app_id = ?1 AND handler = ?2",
        params![app, old, new],
    )?;
    Ok(())
}

/// Removes bindings of an app to a place, only those of `handler` and of `user` if these are given;
/// how many.
pub fn delete(
    db: &Connection,
    app: i64,
    placement: &str,
    handler: Option<&str>,
    user: Option<i64>,
) -> Sql<usize> {
    db.execute(
        "DELETE FROM placements WHERE app_id = ?1 AND placement = ?2 \
         AND (?3 IS NULL OR handler = ?3) AND (?4 IS NULL OR user_id = ?4)",
        params![app, placement, handler, user],
    )
}
