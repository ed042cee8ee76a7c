//! What hangs on the records of a page, read for all of them at once.

use std::collections::HashMap;

use rusqlite::Connection;
use rusqlite::types::Value as SqlValue;

use crate::store::Sql;
use crate::store::links::{self, Relation};
use crate::store::multifields::{self, Entry};
use crate::store::observers;
use crate::store::records::Record;
use crate::store::userfields::{self, Userfield, Values};

/// What hangs on records of one kind; nothing before it is loaded.
#[derive(Debug, Default)]
pub struct Attached {
    entries: HashMap<i64, Vec<Entry>>,
    values: HashMap<i64, Values>,
    links: HashMap<i64, Vec<i64>>,
    observers: HashMap<i64, Vec<i64>>,
}

impl Attached {
    /// Reads phones, e-mails and the like.
    pub fn load_entries(&mut self, db: &Connection, records: &[Record]) -> Sql<()> {
        if let [first, ..] = records {
            self.entries = multifields::load_all(db, first.kind, &ids(records))?;
        }
        Ok(())
    }

    /// Reads the values of custom fields.
    pub fn load_values(&mut self, db: &Connection, records: &[Record]) -> Sql<()> {
        if let [first, ..] = records {
            let owner = first.kind.owner_of_userfields();
            self.values = userfields::values_of_all(db, owner, &ids(records))?;
        }
        Ok(())
    }

    /// Reads which records they are linked to, and who follows them.
    pub fn load_links(&mut self, db: &Connection, records: &[Record]) -> Sql<()> {
        if let [first, ..] = records {
            let (kind, ids) = (first.kind, ids(records));
            self.links = links::targets_of_all(db, Relation::of(kind), &ids)?;
            self.observers = observers::load_all(db, kind, &ids)?;
        }
        Ok(())
    }

    /// The phones, e-mails and the like of a record.
    pub fn entries(&self, record: &Record) -> &[Entry] {
        of(&self.entries, record)
    }

    /// The values of a record in a custom field.
    pub fn values(&self, record: &Record, field: &Userfield) -> &[SqlValue] {
        let values = self.values.get(&record.id());
        let values = values.and_then(|values| values.get(&field.id));
        values.map(Vec::as_slice).unwrap_or_default()
    }

    /// The records that a record is linked to.
    pub fn links(&self, record: &Record) -> &[i64] {
        of(&self.links, record)
    }

    /// The users who follow a record.
    pub fn observers(&self, record: &Record) -> &[i64] {
        of(&self.observers, record)
    }
}

fn of<'a, T>(all: &'a HashMap<i64, Vec<T>>, record: &Record) -> &'a [T] {
    all.get(&record.id()).map(Vec::as_slice).unwrap_or_default()
}

fn ids(records: &[Record]) -> Vec<i64> {
    records.iter().map(Record::id).collect()
}
