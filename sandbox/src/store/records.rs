//! Rows of leads, contacts and companies.

use std::sync::LazyLock;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::{Sql, links, multifields, observers, products, userfields};
use crate::entity::Kind;

/// A stored record: one value for each of [`Kind::columns`].
#[derive(Clone, Debug)]
pub struct Record {
    /// What it is.
    pub kind: Kind,
    /// Its values, in the order of the columns, the listed ones first.
    pub values: Vec<Value>,
}

/// Columns to write.
pub type Changes = Vec<(&'static str, Value)>;

impl Record {
    /// The value of a column; null where there is no such column.
    pub fn value(&self, name: &str) -> &Value {
        let at = self.kind.position(name);
        at.and_then(|at| self.values.get(at))
            .unwrap_or(&Value::Null)
    }

    /// The record's id.
    pub fn id(&self) -> i64 {
        self.integer("ID").unwrap_or_default()
    }

    /// A whole number, if the column holds one.
    pub fn integer(&self, name: &str) -> Option<i64> {
        match self.value(name) {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// A text, `""` if the column holds none.
    pub fn text(&self, name: &str) -> &str {
        match self.value(name) {
            Value::Text(text) => text,
            _ => "",
        }
    }

    pub(super) fn read(kind: Kind, row: &Row<'_>) -> Sql<Self> {
        let count = kind.columns().len() + kind.unlisted_columns().len();
        let values = (0..count).map(|at| row.get(at)).collect::<Sql<_>>()?;
        Ok(Self { kind, values })
    }
}

/// The columns of `kind`, for a SELECT of table alias `t`.
pub(super) fn column_list(kind: Kind) -> &'static str {
    static LISTS: LazyLock<[String; 3]> = LazyLock::new(|| {
        Kind::ALL.map(|kind| {
            let listed = kind.columns().iter().map(|field| field.name.as_str());
            let all = listed.chain(kind.unlisted_columns().iter().copied());
            let names: Vec<String> = all.map(|name| format!("t.{name}")).collect();
            names.join(", ")
        })
    });
    let [leads, contacts, companies] = &*LISTS;
    match kind {
        Kind::Lead => leads,
        Kind::Contact => contacts,
        Kind::Company => companies,
    }
}

/// The record with that id.
pub fn get(db: &Connection, kind: Kind, id: i64) -> Sql<Option<Record>> {
    let (columns, table) = (column_list(kind), kind.table());
    let mut statement =
        db.prepare_cached(&format!("SELECT {columns} FROM {table} t WHERE t.ID = ?"))?;
    statement
        .query_row([id], |row| Record::read(kind, row))
        .optional()
}

/// Whether there is a record with that id.
pub fn exists(db: &Connection, kind: Kind, id: i64) -> Sql<bool> {
    let sql = format!("SELECT 1 FROM {} WHERE ID = ?", kind.table());
    db.prepare_cached(&sql)?.exists([id])
}

/// Adds a record; its id.
pub fn insert(db: &Connection, kind: Kind, changes: &Changes) -> Sql<i64> {
    let names: Vec<&str> = changes.iter().map(|(name, _)| *name).collect();
    let marks = vec!["?"; names.len()].join(", ");
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({marks})",
        kind.table(),
        names.join(", ")
    );
    db.prepare_cached(&sql)?
        .execute(params_from_iter(changes.iter().map(|(_, value)| value)))?;
    Ok(db.last_insert_rowid())
}

/// Writes columns of the record with that id.
pub fn update(db: &Connection, kind: Kind, id: i64, changes: &Changes) -> Sql<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = changes
        .iter()
        .map(|(name, _)| format!("{name} = ?"))
        .collect();
    let sql = format!(
        "UPDATE {} SET {} WHERE ID = ?",
        kind.table(),
        names.join(", ")
    );
    let id = Value::Integer(id);
    let values = changes.iter().map(|(_, value)| value).chain([&id]);
    db.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Removes a record with all that hangs on it.
pub fn delete(db: &Connection, kind: Kind, id: i64) -> Sql<()> {
    multifields::delete_all(db, kind, id)?;
    observers::save(db, kind, id, &[])?;
    userfields::delete_values(db, kind, id)?;
    links::delete_record(db, kind, id)?;
    if kind == Kind::Lead {
        products::replace(db, id, &[])?;
        db.execute("UPDATE contacts SET LEAD_ID = NULL WHERE LEAD_ID = ?", [id])?;
        db.execute(
            "UPDATE companies SET LEAD_ID = NULL WHERE LEAD_ID = ?",
            [id],
        )?;
    }
    db.execute(&format!("DELETE FROM {} WHERE ID = ?", kind.table()), [id])?;
    Ok(())
}

/// The leads of a company, by id.
pub fn leads_of_company(db: &Connection, company: i64) -> Sql<Vec<i64>> {
    db.prepare_cached("SELECT ID FROM leads WHERE COMPANY_ID = ? ORDER BY ID")?
        .query_map([company], |row| row.get(0))?
        .collect()
}

/// Whether a lead is at this stage.
pub fn any_at_stage(db: &Connection, status_id: &str) -> Sql<bool> {
    db.prepare_cached("SELECT 1 FROM leads WHERE STATUS_ID = ? COLLATE NOCASE")?
        .exists([status_id])
}
