//! Copies of the portal's data, to come back to.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OpenFlags};
use serde::Serialize;
use tempfile::TempDir;

use crate::state::Portal;
use crate::store::{owner, users};

/// More snapshots than this are refused: each is as large as the database.
const MOST: usize = 20;

/// A copy of the data, and of the clock.
#[derive(Clone, Debug, Serialize)]
pub struct Snapshot {
    /// Its number.
    pub id: u64,
    /// When it was taken, by the portal's clock.
    pub taken: String,
    /// How large it is.
    pub bytes: u64,
    /// How far the clock was ahead, seconds.
    pub ahead: i64,
}

/// The copies that were taken since the portal started; they end with it.
#[derive(Debug, Default)]
pub struct Snapshots(Mutex<Book>);

#[derive(Debug, Default)]
struct Book {
    // Made with the first snapshot, and removed with the portal.
    folder: Option<TempDir>,
    snapshots: Vec<Snapshot>,
    last: u64,
}

/// Why a snapshot cannot be taken or brought back.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// None has that number.
    #[error("there is no snapshot {0}")]
    Missing(u64),
    /// There are enough of them.
    #[error("there are {MOST} snapshots already: delete some")]
    TooMany,
    /// A file that no portal wrote.
    #[error("this is no database of a sandbox portal: {0}")]
    Foreign(String),
    /// The disk.
    #[error("the snapshot cannot be stored: {0}")]
    Disk(#[from] std::io::Error),
    /// The database.
    #[error("the database failed: {0}")]
    Database(#[from] rusqlite::Error),
}

impl Snapshots {
    /// Takes a copy.
    pub fn take(&self, portal: &Portal) -> Result<Snapshot, SnapshotError> {
        let mut book = self.book();
        if book.snapshots.len() >= MOST {
            return Err(SnapshotError::TooMany);
        }
        book.last += 1;
        let id = book.last;
        let file = book.folder()?.join(name(id));
        portal.store.copy_into(&file)?;
        let snapshot = Snapshot {
            id,
            taken: portal.clock.iso(portal.clock.seconds()),
            bytes: std::fs::metadata(&file)?.len(),
            ahead: portal.clock.ahead(),
        };
        book.snapshots.push(snapshot.clone());
        Ok(snapshot)
    }

    /// Every copy there is.
    pub fn list(&self) -> Vec<Snapshot> {
        self.book().snapshots.clone()
    }

    /// The file of a copy.
    pub fn file(&self, id: u64) -> Result<PathBuf, SnapshotError> {
        self.book().file(id)
    }

    /// Brings the data and the clock of a copy back.
    pub fn restore(&self, portal: &Portal, id: u64) -> Result<Snapshot, SnapshotError> {
        let book = self.book();
        let file = book.file(id)?;
        let found = book.snapshots.iter().find(|snapshot| snapshot.id == id);
        let snapshot = found.ok_or(SnapshotError::Missing(id))?;
        portal.store.replace(&open(&file)?)?;
        // It was there before, so it is a year the clock can show.
        let _ = portal.clock.set_ahead(snapshot.ahead);
        Ok(snapshot.clone())
    }

    /// Puts the data of a file in place of the portal's; its clock stays.
    pub fn import(portal: &Portal, file: &Path) -> Result<(), SnapshotError> {
        let foreign = |error: rusqlite::Error| SnapshotError::Foreign(error.to_string());
        let other = open(file).map_err(foreign)?;
        let verdict: String = other
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map_err(foreign)?;
        if verdict != "ok" {
            return Err(SnapshotError::Foreign(verdict));
        }
        owner::check(&other).map_err(|error| SnapshotError::Foreign(error.to_string()))?;
        if users::portal(&other, "member_id")
            .map_err(foreign)?
            .is_none()
        {
            return Err(SnapshotError::Foreign("it has no member_id".into()));
        }
        Ok(portal.store.replace(&other)?)
    }

    /// Forgets a copy.
    pub fn remove(&self, id: u64) -> Result<(), SnapshotError> {
        let mut book = self.book();
        let file = book.file(id)?;
        book.snapshots.retain(|snapshot| snapshot.id != id);
        Ok(std::fs::remove_file(file)?)
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    fn folder(&mut self) -> std::io::Result<PathBuf> {
        if self.folder.is_none() {
            self.folder = Some(tempfile::tempdir()?);
        }
        Ok(self
            .folder
            .as_ref()
            .map(|folder| folder.path().to_owned())
            .unwrap_or_default())
    }

    fn file(&self, id: u64) -> Result<PathBuf, SnapshotError> {
        let known = self.snapshots.iter().any(|snapshot| snapshot.id == id);
        match &self.folder {
            Some(folder) if known => Ok(folder.path().join(name(id))),
            _ => Err(SnapshotError::Missing(id)),
        }
    }
}

fn name(id: u64) -> String {
    format!("{id}.db")
}

fn open(file: &Path) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)
}
