//! Who wants to know of which event.

use rusqlite::{Connection, Row, params};
use serde_json::Value;

use super::Sql;

/// A subscription.
#[derive(Clone, Debug)]
pub struct Handler {
    /// Its number.
    pub id: i64,
    /// The app that asked.
    pub app_id: i64,
    /// The event, upper case.
    pub event: String,
    /// The address told; empty for the offline queue.
    pub handler: String,
    /// The user whose token goes with it; 0 for whoever caused the event.
    pub auth_user: i64,
    /// The offline queue's source key.
    pub connector: String,
    /// Whether it goes into the queue rather than to an address.
    pub offline: bool,
    /// `{"minTimeout": …}`.
    pub options: Value,
}

impl Handler {
    /// A subscription that nobody has numbered yet, for whoever causes the event.
    pub fn online(app_id: i64, event: &str, address: &str) -> Self {
        Self {
            id: 0,
            app_id,
            event: event.to_owned(),
            handler: address.to_owned(),
            auth_user: 0,
            connector: String::new(),
            offline: false,
            options: Value::Array(Vec::new()),
        }
    }
}

const COLUMNS: &str = "id, app_id, event, handler, auth_user, connector, offline, options";

/// The subscriptions of an app, by number.
pub fn of_app(db: &Connection, app: i64) -> Sql<Vec<Handler>> {
    db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM event_handlers WHERE app_id = ? ORDER BY id"
    ))?
    .query_map([app], read)?
    .collect()
}

/// The subscriptions to an event, of installed apps, by number.
pub fn to_event(db: &Connection, event: &str) -> Sql<Vec<Handler>> {
    db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM event_handlers \
         WHERE event = ? AND app_id IN (SELECT a.id FROM apps a WHERE a.installed = 1) ORDER BY id"
    ))?
    .query_map([event], read)?
    .collect()
}

fn read(row: &Row<'_>) -> Sql<Handler> {
    let options: String = row.get(7)?;
    Ok(Handler {
        id: row.get(0)?,
        app_id: row.get(1)?,
        event: row.get(2)?,
        handler: row.get(3)?,
        auth_user: row.get(4)?,
        connector: row.get(5)?,
        offline: row.get(6)?,
        options: serde_json::from_str(&options).unwrap_or_default(),
    })
}

/// Subscribes; false when it is there already. Its own number is not looked at.
pub fn insert(db: &Connection, handler: &Handler) -> Sql<bool> {
    let added = db.execute(
        "INSERT OR IGNORE INTO event_handlers \
         (app_id, event, handler, auth_user, connector, offline, options) VALUES (?, ?, ?, ?, ?, ?, ?)",
        params![
            handler.app_id,
            handler.event,
            handler.handler,
            handler.auth_user,
            handler.connector,
            handler.offline,
            handler.options.to_string()
        ],
    )?;
    Ok(added > 0)
}

/// Removes the subscription with that number.
pub fn delete(db: &Connection, id: i64) -> Sql<()> {
    db.execute("DELETE FROM event_handlers WHERE id = ?", [id])?;
    Ok(())
}
