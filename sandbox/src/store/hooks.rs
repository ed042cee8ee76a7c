//! Webhooks and apps as somebody sets them up by hand: incoming webhooks with their scopes,
//! outgoing ones, and how each goes away again.
//!
//! An outgoing webhook is an app without a page: it has its application token and its
//! subscriptions, and nobody can open it.

use rusqlite::{Connection, params};

use super::apps::{self, App, NewApp};
use super::handlers::{self, Handler};
use super::{Sql, users};
use crate::secrets;

/// What the client id of an outgoing webhook starts with.
const OUTGOING: &str = "hook.";

/// Tables that hold something of an app, in an order in which it can go.
const OF_APPS: [&str; 9] = [
    "event_handlers",
    "offline_events",
    "options",
    "userfield_types",
    "placements",
    "frames",
    "tokens",
    "app_runs",
    "apps",
];

/// An incoming webhook.
#[derive(Debug)]
pub struct Incoming {
    /// The user whose rights it has.
    pub user: i64,
    /// Its secret.
    pub secret: String,
    /// What it may use, separated by commas.
    pub scopes: String,
}

/// An outgoing webhook.
#[derive(Debug)]
pub struct Outgoing {
    /// The app that it is underneath.
    pub app: App,
    /// What it is told of, and where.
    pub handlers: Vec<Handler>,
}

/// Whether the app is an outgoing webhook.
pub fn is_outgoing(app: &App) -> bool {
    app.client_id.starts_with(OUTGOING)
}

/// Every incoming webhook, by user.
pub fn incoming(db: &Connection) -> Sql<Vec<Incoming>> {
    let sql = "SELECT user_id, secret, scopes FROM webhooks ORDER BY user_id, secret";
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Incoming {
            user: row.get(0)?,
            secret: row.get(1)?,
            scopes: row.get(2)?,
        })
    };
    db.prepare_cached(sql)?.query_map([], read)?.collect()
}

/// Adds an incoming webhook; its secret.
pub fn add_incoming(db: &Connection, user: i64, scopes: &str) -> Sql<String> {
    let secret = secrets::word(16);
    users::add_webhook(db, user, &secret, scopes)?;
    Ok(secret)
}

/// Removes an incoming webhook.
pub fn remove_incoming(db: &Connection, secret: &str) -> Sql<()> {
    db.execute("DELETE FROM webhooks WHERE secret = ?", [secret])?;
    Ok(())
}

/// Every outgoing webhook, by number.
pub fn outgoing(db: &Connection) -> Sql<Vec<Outgoing>> {
    let hooks = apps::all(db)?.into_iter().filter(is_outgoing);
    let with_handlers = hooks.map(|app| {
        let handlers = handlers::of_app(db, app.id)?;
        Ok(Outgoing { app, handlers })
    });
    with_handlers.collect()
}

/// Adds an outgoing webhook: `handler` is told of these events.
pub fn add_outgoing(db: &Connection, handler: &str, events: &[String]) -> Sql<i64> {
    let app_id = apps::insert(
        db,
        &NewApp {
            client_id: &format!("{OUTGOING}{}", secrets::hex(7)),
            client_secret: &secrets::word(50),
            title: "Outgoing webhook",
            handler: "",
            scopes: "crm",
            application_token: &secrets::hex(16),
        },
    )?;
    for event in events {
        handlers::insert(db, &Handler::online(app_id, event, handler))?;
    }
    Ok(app_id)
}

/// Removes an app with all that is kept for it.
pub fn remove_app(db: &Connection, id: i64) -> Sql<()> {
    for table in OF_APPS {
        let column = if table == "apps" { "id" } else { "app_id" };
        db.execute(
            &format!("DELETE FROM {table} WHERE {column} = ?"),
            params![id],
        )?;
    }
    Ok(())
}
