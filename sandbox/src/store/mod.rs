//! The portal's memory: one SQLite database, and every SQL statement of this crate.
//!
//! Functions of the submodules take the [`Connection`] of a running transaction; [`Store::read`]
//! and [`Store::write`] open one. A method call is one transaction: it happens whole or not at all.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;
use rusqlite::functions::FunctionFlags;

pub mod apps;
pub mod cards;
pub mod directories;
pub mod files;
pub mod frames;
pub mod handlers;
pub mod hooks;
pub mod links;
pub mod multifields;
pub mod observers;
pub mod offline;
pub mod options;
pub mod placements;
pub mod products;
pub mod query;
pub mod records;
pub mod schema;
pub mod tokens;
pub mod userfield_types;
pub mod userfields;
pub mod users;

/// The result of a statement.
pub type Sql<T> = rusqlite::Result<T>;

/// How much of a database is copied in one go: all of it, so that it is copied whole or not at all.
const PAGES_AT_ONCE: std::ffi::c_int = std::ffi::c_int::MAX;

/// The database.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens the database in `path`, or one in memory, and brings its tables up to date.
    pub fn open(path: Option<&Path>) -> Sql<Self> {
        let connection = match path {
            Some(path) => Connection::open(path)?,
            None => Connection::open_in_memory()?,
        };
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        add_functions(&connection)?;
        schema::migrate(&connection)?;
        Ok(Self {
            connection: Mutex::new(connection),
        })
    }

    /// Runs `work` on a consistent view of the data.
    pub fn read<T>(&self, work: impl FnOnce(&Connection) -> Sql<T>) -> Sql<T> {
        work(&self.lock())
    }

    /// Runs `work` in a transaction, undone when it fails.
    pub fn write<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let value = work(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Writes a copy of the data into `file`, which is not to be there yet.
    pub fn copy_into(&self, file: &Path) -> Sql<()> {
        let file = file.to_string_lossy();
        self.lock().execute("VACUUM INTO ?", [file])?;
        Ok(())
    }

    /// Puts the data of another database in place of its own, whole or not at all.
    pub fn replace(&self, other: &Connection) -> Sql<()> {
        let mut connection = self.lock();
        let copy = Backup::new(other, &mut connection)?;
        copy.run_to_completion(PAGES_AT_ONCE, Duration::ZERO, None)?;
        drop(copy);
        schema::migrate(&connection)
    }

    // A panic in a handler rolls its transaction back on unwinding, so the connection stays sound.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ids as a list for `json_each`, so that one statement serves lists of every length.
fn id_list(ids: &[i64]) -> String {
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    format!("[{}]", ids.join(","))
}

/// Adds `fold(text)`: the portal compares texts without regard to case, in every alphabet, while
/// SQLite knows only the Latin one.
fn add_functions(connection: &Connection) -> Sql<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("fold", 1, flags, |context| {
        let text: Option<String> = match context.get_raw(0) {
            rusqlite::types::ValueRef::Null => None,
            rusqlite::types::ValueRef::Integer(number) => Some(number.to_string()),
            rusqlite::types::ValueRef::Real(number) => Some(number.to_string()),
            value => Some(value.as_str()?.to_lowercase()),
        };
        Ok(text)
    })
}
