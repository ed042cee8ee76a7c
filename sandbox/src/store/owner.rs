//! Whose file a database is: only those that a sandbox wrote are opened, and changed.

use rusqlite::Connection;

use super::{Sql, schema};

/// What a sandbox's files carry in their header (`PRAGMA application_id`): `B24s`.
const APPLICATION: i64 = 0x4232_3473;

/// Tables that all versions have, also those that did not yet write the application's id.
const TABLES: [&str; 4] = ["portal", "webhooks", "apps", "leads"];

/// Why a database is not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another program wrote it.
    #[error("another program wrote it: {0}")]
    Foreign(String),
    /// A newer sandbox wrote it.
    #[error(
        "a newer sandbox wrote it: its tables have version {found}, this one knows {known} and below"
    )]
    Newer {
        /// The version of its tables.
        found: i64,
        /// The newest one known here.
        known: i64,
    },
    /// The database failed.
    #[error("the database failed: {0}")]
    Database(#[from] rusqlite::Error),
}

/// Refuses what no sandbox wrote, without changing it. An empty file is nobody's yet.
pub fn check(connection: &Connection) -> Result<(), OpenError> {
    let application = match header(connection, "application_id") {
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            return Err(OpenError::Foreign("it is no SQLite database".into()));
        }
        other => other?,
    };
    match application {
        APPLICATION => {}
        0 if is_empty(connection)? => return Ok(()),
        0 if has_tables(connection)? => {}
        0 => return Err(OpenError::Foreign("it has other tables".into())),
        other => {
            return Err(OpenError::Foreign(format!("its application id is {other}")));
        }
    }
    let (found, known) = (header(connection, "user_version")?, schema::version());
    if found > known {
        return Err(OpenError::Newer { found, known });
    }
    Ok(())
}

/// Marks the database as a sandbox's.
pub fn sign(connection: &Connection) -> Sql<()> {
    if header(connection, "application_id")? == APPLICATION {
        return Ok(());
    }
    connection.pragma_update(None, "application_id", APPLICATION)
}

fn header(connection: &Connection, name: &str) -> Sql<i64> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

fn is_empty(connection: &Connection) -> Sql<bool> {
    let sql = "SELECT count(*) = 0 FROM sqlite_schema";
    connection.query_row(sql, [], |row| row.get(0))
}

fn has_tables(connection: &Connection) -> Sql<bool> {
    let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?";
    let mut statement = connection.prepare(sql)?;
    for table in TABLES {
        if !statement.exists([table])? {
            return Ok(false);
        }
    }
    Ok(true)
}
