//! The tables, made and brought up to date when the database is opened.

use rusqlite::Connection;

use super::Sql;
use crate::entity::Kind;
use crate::model::{Field, FieldKind};

// One script per version of the file; a script, once released, is never changed.
const SCRIPTS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("schema.2.sql"),
    include_str!("schema.3.sql"),
    include_str!("schema.4.sql"),
    include_str!("schema.5.sql"),
];

/// The newest version there is.
pub fn version() -> i64 {
    i64::try_from(SCRIPTS.len()).unwrap_or(i64::MAX)
}

/// Applies the scripts a database has not seen, and adds a column for every field of the spec.
pub fn migrate(connection: &Connection) -> Sql<()> {
    let seen: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (version, script) in (1_i64..)
        .zip(SCRIPTS)
        .filter(|(version, _)| *version > seen)
    {
        connection.execute_batch(&format!(
            "BEGIN; {script} PRAGMA user_version = {version}; COMMIT;"
        ))?;
    }
    for kind in Kind::ALL {
        add_columns(connection, kind)?;
        add_indexes(connection, kind)?;
    }
    Ok(())
}

/// What people and programs filter large lists by, besides the id.
const INDEXED: &[&str] = &[
    "ASSIGNED_BY_ID",
    "COMPANY_ID",
    "STATUS_ID",
    "DATE_CREATE",
    "DATE_MODIFY",
];

fn add_indexes(connection: &Connection, kind: Kind) -> Sql<()> {
    let table = kind.table();
    let indexed = kind
        .columns()
        .iter()
        .filter(|field| INDEXED.contains(&field.name.as_str()));
    for field in indexed {
        let name = &field.name;
        // As the search compares it.
        let collation = match field.kind {
            FieldKind::Status(_) => "COLLATE NOCASE",
            _ => "",
        };
        connection.execute_batch(&format!(
            "CREATE INDEX IF NOT EXISTS {table}_{name} ON {table} ({name} {collation})"
        ))?;
    }
    Ok(())
}

fn add_columns(connection: &Connection, kind: Kind) -> Sql<()> {
    let table = kind.table();
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?)")?;
    let present: Vec<String> = statement
        .query_map([table], |row| row.get(0))?
        .collect::<Sql<_>>()?;
    for field in kind.columns() {
        if !present.contains(&field.name) {
            let (name, affinity) = (&field.name, affinity(field));
            connection
                .execute_batch(&format!("ALTER TABLE {table} ADD COLUMN {name} {affinity}"))?;
        }
    }
    Ok(())
}

/// The column type of a field: moments are Unix seconds, dates `YYYY-MM-DD`, files their number.
fn affinity(field: &Field) -> &'static str {
    match field.kind {
        FieldKind::Double => "REAL",
        _ if field.is_number() => "INTEGER",
        _ => "TEXT",
    }
}
