//! Custom fields: their definitions, the items of enumerations, and the values of records.

use std::collections::HashMap;

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::{Sql, id_list};
use crate::entity::Kind;

/// A custom field. Flags are "Y" and "N", as the portal keeps and writes them.
#[derive(Clone, Debug, Default)]
pub struct Userfield {
    /// Its id.
    pub id: i64,
    /// What it belongs to, `CRM_LEAD`.
    pub entity_id: String,
    /// Its name, `UF_CRM_…`.
    pub field_name: String,
    /// Its type, `enumeration`.
    pub user_type_id: String,
    /// A name from elsewhere.
    pub xml_id: Option<String>,
    /// Its position.
    pub sort: i64,
    /// Whether it takes several values.
    pub multiple: String,
    /// Whether forms insist on it.
    pub mandatory: String,
    /// How it filters: N, I exact, E by mask, S by part.
    pub show_filter: String,
    /// Whether lists show it.
    pub show_in_list: String,
    /// Whether people may edit it.
    pub edit_in_list: String,
    /// Whether the search covers it.
    pub is_searchable: String,
    /// Settings of its type.
    pub settings: Value,
    /// Its labels: by kind of label, then by language.
    pub labels: Value,
}

impl Userfield {
    /// Whether it takes several values.
    pub fn is_multiple(&self) -> bool {
        self.multiple == "Y"
    }
}

/// An item of an enumeration.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its id: what records hold.
    pub id: i64,
    /// Its position.
    pub sort: i64,
    /// What people read.
    pub value: String,
    /// "Y" for the default.
    pub def: String,
    /// A name from elsewhere.
    pub xml_id: String,
}

const COLUMNS: &str = "id, entity_id, field_name, user_type_id, xml_id, sort, multiple, mandatory, \
    show_filter, show_in_list, edit_in_list, is_searchable, settings, labels";

/// The custom fields of `owner` (`CRM_LEAD`), by position.
pub fn of_owner(db: &Connection, owner: &str) -> Sql<Vec<Userfield>> {
    db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM userfields WHERE entity_id = ? ORDER BY sort, id"
    ))?
    .query_map([owner], read)?
    .collect()
}

/// A custom field.
pub fn get(db: &Connection, id: i64) -> Sql<Option<Userfield>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM userfields WHERE id = ?"))?
        .query_row([id], read)
        .optional()
}

fn read(row: &Row<'_>) -> Sql<Userfield> {
    let json = |at: usize| -> Sql<Value> {
        let text: String = row.get(at)?;
        Ok(serde_json::from_str(&text).unwrap_or_default())
    };
    Ok(Userfield {
        id: row.get(0)?,
        entity_id: row.get(1)?,
        field_name: row.get(2)?,
        user_type_id: row.get(3)?,
        xml_id: row.get(4)?,
        sort: row.get(5)?,
        multiple: row.get(6)?,
        mandatory: row.get(7)?,
        show_filter: row.get(8)?,
        show_in_list: row.get(9)?,
        edit_in_list: row.get(10)?,
        is_searchable: row.get(11)?,
        settings: json(12)?,
        labels: json(13)?,
    })
}

/// Adds a field, or with its id replaces it; the id.
pub fn save(db: &Connection, field: &Userfield) -> Sql<i64> {
    let id = (field.id > 0).then_some(field.id);
    db.execute(
        "INSERT INTO userfields (id, entity_id, field_name, user_type_id, xml_id, sort, multiple, \
         mandatory, show_filter, show_in_list, edit_in_list, is_searchable, settings, labels) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) \
         ON CONFLICT (id) DO UPDATE SET xml_id = excluded.xml_id, sort = excluded.sort, \
         mandatory = excluded.mandatory, show_filter = excluded.show_filter, \
         show_in_list = excluded.show_in_list, edit_in_list = excluded.edit_in_list, \
         is_searchable = excluded.is_searchable, settings = excluded.settings, labels = excluded.labels",
        params![
            id,
            field.entity_id,
            field.field_name,
            field.user_type_id,
            field.xml_id,
            field.sort,
            field.multiple,
            field.mandatory,
            field.show_filter,
            field.show_in_list,
            field.edit_in_list,
            field.is_searchable,
            field.settings.to_string(),
            field.labels.to_string()
        ],
    )?;
    Ok(id.unwrap_or_else(|| db.last_insert_rowid()))
}

/// Removes a field with its items and values.
pub fn delete(db: &Connection, id: i64) -> Sql<()> {
    db.execute("DELETE FROM userfields WHERE id = ?", [id])?;
    Ok(())
}

/// The items of an enumeration, by position.
pub fn items(db: &Connection, field: i64) -> Sql<Vec<Item>> {
    db.prepare_cached(
        "SELECT id, sort, value, def, xml_id FROM userfield_items WHERE field_id = ? ORDER BY sort, id",
    )?
    .query_map([field], |row| {
        Ok(Item {
            id: row.get(0)?,
            sort: row.get(1)?,
            value: row.get(2)?,
            def: row.get(3)?,
            xml_id: row.get(4)?,
        })
    })?
    .collect()
}

/// Adds an item, or with its id replaces it.
pub fn save_item(db: &Connection, field: i64, item: &Item) -> Sql<()> {
    let id = (item.id > 0).then_some(item.id);
    db.execute(
        "INSERT OR REPLACE INTO userfield_items (id, field_id, sort, value, def, xml_id) \
         VALUES (?, ?, ?, ?, ?, ?)",
        params![id, field, item.sort, item.value, item.def, item.xml_id],
    )?;
    Ok(())
}

/// Removes an item.
pub fn delete_item(db: &Connection, id: i64) -> Sql<()> {
    db.execute("DELETE FROM userfield_items WHERE id = ?", [id])?;
    Ok(())
}

/// The values a record has in custom fields: lists by field.
pub fn values(db: &Connection, owner: &str, record: i64) -> Sql<Values> {
    let mut statement = db.prepare_cached(
        "SELECT v.field_id, v.value FROM userfield_values v \
         JOIN userfields f ON f.id = v.field_id \
         WHERE f.entity_id = ? AND v.record_id = ? ORDER BY v.field_id, v.position",
    )?;
    let mut values = Values::new();
    let mut rows = statement.query(params![owner, record])?;
    while let Some(row) = rows.next()? {
        values.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(values)
}

/// Values by field, of one record.
pub type Values = HashMap<i64, Vec<SqlValue>>;

/// The values several records have in custom fields.
pub fn values_of_all(db: &Connection, owner: &str, records: &[i64]) -> Sql<HashMap<i64, Values>> {
    let mut statement = db.prepare_cached(
        "SELECT v.record_id, v.field_id, v.value FROM userfields f \
         JOIN userfield_values v ON v.field_id = f.id \
         WHERE f.entity_id = ? AND v.record_id IN (SELECT value FROM json_each(?)) \
         ORDER BY v.record_id, v.field_id, v.position",
    )?;
    let mut values: HashMap<i64, Values> = HashMap::new();
    let mut rows = statement.query(params![owner, id_list(records)])?;
    while let Some(row) = rows.next()? {
        let of_record = values.entry(row.get(0)?).or_default();
        of_record.entry(row.get(1)?).or_default().push(row.get(2)?);
    }
    Ok(values)
}

/// Sets the values of a record in a field; none clears it.
pub fn set_values(db: &Connection, field: i64, record: i64, values: &[SqlValue]) -> Sql<()> {
    db.prepare_cached("DELETE FROM userfield_values WHERE field_id = ? AND record_id = ?")?
        .execute([field, record])?;
    let mut statement = db.prepare_cached(
        "INSERT INTO userfield_values (field_id, record_id, position, value) VALUES (?, ?, ?, ?)",
    )?;
    for (position, value) in (0_i64..).zip(values) {
        statement.execute(params![field, record, position, value])?;
    }
    Ok(())
}

/// Removes all values of a record.
pub(super) fn delete_values(db: &Connection, kind: Kind, record: i64) -> Sql<()> {
    db.execute(
        "DELETE FROM userfield_values WHERE record_id = ? \
         AND field_id IN (SELECT f.id FROM userfields f WHERE f.entity_id = ?)",
        params![record, kind.owner_of_userfields()],
    )?;
    Ok(())
}
