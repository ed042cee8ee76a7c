//! The items of enumerations among custom fields (reference §5.1).

use std::collections::HashSet;

use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::php::cast;
use crate::rest::error::RestError;
use crate::secrets;
use crate::store::Sql;
use crate::store::userfields::{self, Item};

/// Adds the items of a new field; those without a text are skipped.
pub fn add(db: &Connection, field: i64, list: &Value, multiple: bool) -> Result<(), RestError> {
    for entry in cast::values(list) {
        add_one(db, field, entry)?;
    }
    one_default(db, field, multiple)?;
    distinct_xml_ids(db, field)
}

/// Changes the items a request names: with an id they change or go, without one they come.
pub fn update(db: &Connection, field: i64, list: &Value, multiple: bool) -> Result<(), RestError> {
    let present = userfields::items(db, field)?;
    for entry in cast::values(list) {
        let id = cast::int(cast::member(entry, "ID"));
        match present.iter().find(|item| item.id == id) {
            Some(old) if is_removal(entry) => userfields::delete_item(db, old.id)?,
            Some(old) => userfields::save_item(db, field, &merge(entry, old.clone()))?,
            None => add_one(db, field, entry)?,
        }
    }
    one_default(db, field, multiple)?;
    distinct_xml_ids(db, field)
}

/// Adds an item, unless it has no text.
fn add_one(db: &Connection, field: i64, entry: &Value) -> Sql<()> {
    let blank = Item {
        xml_id: secrets::hex(16),
        def: "N".into(),
        ..Item::default()
    };
    let item = merge(entry, blank);
    if item.value.is_empty() {
        return Ok(());
    }
    userfields::save_item(db, field, &item)
}

fn is_removal(entry: &Value) -> bool {
    let value = cast::member(entry, "VALUE");
    cast::is_yes(cast::member(entry, "DEL")) || !value.is_null() && cast::text(value).is_empty()
}

fn merge(entry: &Value, old: Item) -> Item {
    let given = |name: &str| Some(cast::member(entry, name)).filter(|value| !value.is_null());
    let def = given("DEF").map(|value| if cast::is_yes(value) { "Y" } else { "N" });
    Item {
        id: old.id,
        sort: given("SORT").map_or(old.sort, cast::int),
        value: given("VALUE").map_or(old.value, |value| cast::text(value).trim().to_owned()),
        def: def.map_or(old.def, str::to_owned),
        xml_id: given("XML_ID")
            .map(cast::text)
            .filter(|id| !id.is_empty())
            .unwrap_or(old.xml_id),
    }
}

/// A field that takes one value has one default at most: the first.
fn one_default(db: &Connection, field: i64, multiple: bool) -> Sql<()> {
    if multiple {
        return Ok(());
    }
    let items = userfields::items(db, field)?;
    for item in items.into_iter().filter(|item| item.def == "Y").skip(1) {
        userfields::save_item(
            db,
            field,
            &Item {
                def: "N".into(),
                ..item
            },
        )?;
    }
    Ok(())
}

/// Refuses a field with two items of one key; the call is undone with it.
fn distinct_xml_ids(db: &Connection, field: i64) -> Result<(), RestError> {
    let mut seen = HashSet::new();
    for item in userfields::items(db, field)? {
        if !seen.insert(item.xml_id.clone()) {
            let text = format!("The list has two items with XML_ID {}.<br>", item.xml_id);
            return Err(RestError::core(text));
        }
    }
    Ok(())
}

/// An item as get and list write it; only list shows its name from elsewhere.
pub fn describe(item: &Item, with_xml_id: bool) -> Value {
    let mut row = Map::new();
    row.insert("ID".into(), json!(item.id.to_string()));
    row.insert("SORT".into(), json!(item.sort.to_string()));
    row.insert("VALUE".into(), json!(item.value));
    row.insert("DEF".into(), json!(item.def));
    if with_xml_id {
        row.insert("XML_ID".into(), json!(item.xml_id));
    }
    Value::Object(row)
}
