//! Installed apps.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Sql;

/// An app.
#[derive(Clone, Debug)]
pub struct App {
    /// Its number in the portal.
    pub id: i64,
    /// Its name towards the authorization server, `local.…`.
    pub client_id: String,
    /// What people call it.
    pub title: String,
    /// The address of its main page.
    pub handler: String,
    /// What it may use, separated by commas.
    pub scopes: String,
    /// The constant by which a handler recognises this portal.
    pub application_token: String,
    /// Its version.
    pub version: i64,
    /// Whether its installation is finished: no events before that.
    pub installed: bool,
    /// Whether it is hidden: the sandbox served its page before, and does not now.
    pub away: bool,
    /// The page opened instead of its own until it is installed; empty for none.
    pub installer: String,
}

impl App {
    /// Whether it may use methods of that scope.
    pub fn may_use(&self, scope: &str) -> bool {
        self.scopes.split(',').any(|held| held == scope)
    }
}

const COLUMNS: &str =
    "id, client_id, title, handler, scopes, application_token, version, installed, away, installer";

/// All apps, by number.
pub fn all(db: &Connection) -> Sql<Vec<App>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM apps ORDER BY id"))?
        .query_map([], read)?
        .collect()
}

/// An app.
pub fn get(db: &Connection, id: i64) -> Sql<Option<App>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM apps WHERE id = ?"))?
        .query_row([id], read)
        .optional()
}

/// The app with that `client_id`.
pub fn by_client(db: &Connection, client_id: &str) -> Sql<Option<App>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM apps WHERE client_id = ?"))?
        .query_row([client_id], read)
        .optional()
}

/// What an app proves itself with to the authorization server.
pub fn secret(db: &Connection, id: i64) -> Sql<String> {
    db.prepare_cached("SELECT client_secret FROM apps WHERE id = ?")?
        .query_row([id], |row| row.get(0))
}

fn read(row: &Row<'_>) -> Sql<App> {
    Ok(App {
        id: row.get(0)?,
        client_id: row.get(1)?,
        title: row.get(2)?,
        handler: row.get(3)?,
        scopes: row.get(4)?,
        application_token: row.get(5)?,
        version: row.get(6)?,
        installed: row.get(7)?,
        away: row.get(8)?,
        installer: row.get(9)?,
    })
}

/// What a new app consists of.
#[derive(Debug)]
pub struct NewApp<'a> {
    /// See [`App::client_id`].
    pub client_id: &'a str,
    /// The secret it shares with the authorization server.
    pub client_secret: &'a str,
    /// See [`App::title`].
    pub title: &'a str,
    /// See [`App::handler`].
    pub handler: &'a str,
    /// See [`App::scopes`].
    pub scopes: &'a str,
    /// See [`App::application_token`].
    pub application_token: &'a str,
}

/// Adds an app; its number.
pub fn insert(db: &Connection, app: &NewApp<'_>) -> Sql<i64> {
    db.execute(
        "INSERT INTO apps (client_id, client_secret, title, handler, scopes, application_token) \
         VALUES (?, ?, ?, ?, ?, ?)",
        params![
            app.client_id,
            app.client_secret,
            app.title,
            app.handler,
            app.scopes,
            app.application_token
        ],
    )?;
    Ok(db.last_insert_rowid())
}

/// Gives an app another title and address.
pub fn rename(db: &Connection, id: i64, title: &str, handler: &str) -> Sql<()> {
    db.execute(
        "UPDATE apps SET title = ?, handler = ? WHERE id = ?",
        params![title, handler, id],
    )?;
    Ok(())
}

/// Notes whether the sandbox itself serves an app's page from now on; in any case somebody does.
pub fn set_served(db: &Connection, id: i64, served: bool) -> Sql<()> {
    let sql = "UPDATE apps SET served = ?, away = 0 WHERE id = ?";
    db.execute(sql, params![served, id])?;
    Ok(())
}

/// Hides the apps whose pages the sandbox itself has served before, until they are given again.
pub fn hide_served(db: &Connection) -> Sql<()> {
    db.execute("UPDATE apps SET away = 1 WHERE served = 1", [])?;
    Ok(())
}

/// Marks an app as installed, or not yet.
pub fn set_installed(db: &Connection, id: i64, installed: bool) -> Sql<()> {
    db.execute(
        "UPDATE apps SET installed = ? WHERE id = ?",
        params![installed, id],
    )?;
    Ok(())
}

/// Leaves the installation of an app to a page of its own, which says when it is finished.
pub fn set_installer(db: &Connection, id: i64, installer: &str) -> Sql<()> {
    let sql = "UPDATE apps SET installer = ?, installed = 0 WHERE id = ?";
    db.execute(sql, params![installer, id])?;
    Ok(())
}

/// Gives an app its next version.
pub fn raise_version(db: &Connection, id: i64) -> Sql<()> {
    db.execute("UPDATE apps SET version = version + 1 WHERE id = ?", [id])?;
    Ok(())
}

/// Whether this user has not run this version of the app before.
pub fn is_first_run(db: &Connection, app: &App, user: i64) -> Sql<bool> {
    let mut statement = db.prepare_cached(
        "SELECT 1 FROM app_runs WHERE app_id = ? AND user_id = ? AND version = ?",
    )?;
    Ok(!statement.exists(params![app.id, user, app.version])?)
}

/// Notes that this user has run this version of the app, or not.
pub fn set_run(db: &Connection, app: &App, user: i64, has_run: bool) -> Sql<()> {
    let sql = if has_run {
        "INSERT OR IGNORE INTO app_runs (app_id, user_id, version) VALUES (?, ?, ?)"
    } else {
        "DELETE FROM app_runs WHERE app_id = ? AND user_id = ? AND version = ?"
    };
    db.execute(sql, params![app.id, user, app.version])?;
    Ok(())
}
