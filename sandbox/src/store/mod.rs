//! The portal's memory: one SQLite database, and every SQL statement of this crate.
//!
//! Functions of the submodules take the [`Connection`] of a running transaction; [`Store::read`]
//! and [`Store::write`] open one. A method call is one transaction: it happens whole or not at all.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags};

use owner::OpenError;

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
pub mod owner;
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

/// Connections that only read, to a database in a file: a write does not hold them up.
const READERS: usize = 4;
/// Statements a connection keeps compiled: every shape of list has its own.
const STATEMENTS: usize = 256;
/// Pages a connection to a file keeps in memory, in KiB.
const CACHE: i64 = 4 << 10;

/// The database.
#[derive(Debug)]
pub struct Store {
    writer: Mutex<Connection>,
    // None for a database in memory, which has one connection only.
    readers: Vec<Mutex<Connection>>,
    // Whose turn it is when all readers are busy.
    turn: AtomicUsize,
}

impl Store {
    /// Opens the database in `path`, or one in memory, and brings its tables up to date. A file that
    /// another program wrote is refused, and stays as it is.
    pub fn open(path: Option<&Path>) -> Result<Self, OpenError> {
        let writer = match path {
            Some(path) => Connection::open(path)?,
            None => Connection::open_in_memory()?,
        };
        owner::check(&writer)?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        writer.pragma_update(None, "synchronous", "FULL")?;
        prepare(&writer)?;
        schema::migrate(&writer)?;
        owner::sign(&writer)?;
        let readers = path.map(readers).transpose()?;
        Ok(Self {
            writer: Mutex::new(writer),
            readers: readers.unwrap_or_default(),
            turn: AtomicUsize::new(0),
        })
    }

    /// Runs `work` on a consistent view of the data, which it may not change.
    pub fn read<T>(&self, work: impl FnOnce(&Connection) -> Sql<T>) -> Sql<T> {
        let mut connection = self.reader();
        let view = connection.transaction()?;
        work(&view)
    }

    /// Runs `work` in a transaction, undone when it fails.
    pub fn write<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = lock(&self.writer);
        let transaction = connection.transaction()?;
        let value = work(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Writes a copy of the data into `file`, which is not to be there yet.
    pub fn copy_into(&self, file: &Path) -> Sql<()> {
        let file = file.to_string_lossy();
        lock(&self.writer).execute("VACUUM INTO ?", [file])?;
        Ok(())
    }

    /// Puts the data of another database in place of its own, whole or not at all.
    pub fn replace(&self, other: &Connection) -> Sql<()> {
        let mut connection = lock(&self.writer);
        let _nobody_reads: Vec<_> = self.readers.iter().map(lock).collect();
        let copy = Backup::new(other, &mut connection)?;
        copy.run_to_completion(PAGES_AT_ONCE, Duration::ZERO, None)?;
        drop(copy);
        schema::migrate(&connection)?;
        owner::sign(&connection)
    }

    /// A connection to read with: one that is free, else the next in turn.
    fn reader(&self) -> MutexGuard<'_, Connection> {
        let free = self
            .readers
            .iter()
            .find_map(|reader| reader.try_lock().ok());
        if let Some(free) = free {
            return free;
        }
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        match turn.checked_rem(self.readers.len()) {
            Some(at) => lock(&self.readers[at]),
            None => lock(&self.writer),
        }
    }
}

// A panic in a handler rolls its transaction back on unwinding, so the connection stays sound.
fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

fn readers(path: &Path) -> Sql<Vec<Mutex<Connection>>> {
    let open = |_| {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = Connection::open_with_flags(path, flags)?;
        prepare(&reader)?;
        Ok(Mutex::new(reader))
    };
    (0..READERS).map(open).collect()
}

/// What every connection needs.
fn prepare(connection: &Connection) -> Sql<()> {
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "cache_size", -CACHE)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    add_functions(connection)
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
