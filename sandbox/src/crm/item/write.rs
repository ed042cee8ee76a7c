//! The `fields` of crm.item.add and crm.item.update, put into the words of the classic methods, which
//! then do the work.

use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value, json};

use super::read::{custom_name, original_names};
use super::table::{self, ItemField, Source};
use crate::entity::Kind;
use crate::model::{Field, FieldKind};
use crate::php::cast;
use crate::rest::call::Call;
use crate::rest::error::{Fault, RestError};
use crate::store::links::Relation;
use crate::store::records::{self, Changes, Record};
use crate::store::userfields::{self, Userfield};
use crate::store::{directories, observers};

/// Read-only fields of the classic methods that these take.
pub const UNLOCKED: &[&str] = &["LEAD_ID"];

/// What a request wants.
#[derive(Debug, Default)]
pub struct Draft {
    /// The fields as the classic methods take them.
    pub fields: Map<String, Value>,
    // What those do not know.
    observers: Option<Vec<i64>>,
    unlisted: Changes,
}

impl Draft {
    /// Reads `fields`; `old` is the record that is to change. Unknown, read-only and settled fields
    /// are dropped.
    pub fn read(
        call: &Call<'_>,
        kind: Kind,
        fields: &Value,
        old: Option<&Record>,
    ) -> Result<Self, RestError> {
        let custom = userfields::of_owner(call.db, kind.owner_of_userfields())?;
        let original = original_names(call);
        let mut draft = Self::default();
        for (name, value) in cast::entries(fields) {
            let is_named = |field: &&Userfield| custom_name(field, original) == name.as_ref();
            if let Some(field) = custom.iter().find(is_named) {
                let value = custom_value(call, field, value, old)?;
                draft.fields.insert(field.field_name.clone(), value);
            } else if let Some(field) = table::find(kind, &name)
                && is_writable(field, old.is_some())
            {
                draft.system(call, kind, field, value)?;
            }
        }
        Ok(draft)
    }

    fn system(
        &mut self,
        call: &Call<'_>,
        kind: Kind,
        field: &ItemField,
        value: &Value,
    ) -> Result<(), RestError> {
        match field.source {
            Source::Column(column) if kind.unlisted_columns().contains(&column.name.as_str()) => {
                self.unlisted(field, column, value)?;
            }
            Source::Column(column) => {
                check(call, field, column, value)?;
                self.fields
                    .insert(column.name.clone(), plain(column, value));
            }
            Source::Links(relation) => self.links(relation, value),
            Source::Observers => self.observers = Some(ids(value)),
            Source::Entries => self.entries(value),
            _ => {}
        }
        Ok(())
    }

    fn unlisted(
        &mut self,
        field: &ItemField,
        column: &'static Field,
        value: &Value,
    ) -> Result<(), RestError> {
        let number = cast::int(value);
        // There are clients only, no other category.
        if field.name == "categoryId" && number != 0 {
            return Err(refused(field));
        }
        self.unlisted
            .push((&column.name, SqlValue::Integer(number)));
        Ok(())
    }

    fn links(&mut self, relation: Relation, value: &Value) {
        let field = relation.plural_field().to_owned();
        self.fields.insert(field, json!(ids(value)));
    }

    /// The key of an entry decides what happens: the id of a present one changes it, or removes it
    /// where the value is empty; every other key adds.
    fn entries(&mut self, value: &Value) {
        let is_bare = !cast::member(value, "typeId").is_null();
        let entries = if is_bare {
            vec![("n0".into(), value)]
        } else {
            cast::entries(value)
        };
        for (key, entry) in entries {
            let type_id = cast::text(cast::member(entry, "typeId"));
            if let Some(classic) = classic_entry(&key, entry).filter(|_| !type_id.is_empty()) {
                let list = self.fields.entry(type_id).or_insert_with(|| json!([]));
                list.as_array_mut()
                    .into_iter()
                    .for_each(|list| list.push(classic.clone()));
            }
        }
    }

    /// Writes what the classic methods do not know.
    pub fn finish(&self, call: &Call<'_>, kind: Kind, id: i64) -> Result<(), RestError> {
        records::update(call.db, kind, id, &self.unlisted)?;
        if let Some(users) = &self.observers {
            observers::save(call.db, kind, id, users)?;
        }
        Ok(())
    }
}

fn is_writable(field: &ItemField, settled: bool) -> bool {
    let is_open = |spec: &Field| !(spec.readonly || settled && spec.immutable);
    field.spec.is_some_and(is_open)
}

/// An entry of a multi-field in the classic form; none without a value.
fn classic_entry(key: &str, entry: &Value) -> Option<Value> {
    let value = cast::member(entry, "value");
    if value.is_null() {
        return None;
    }
    let mut classic = json!({ "VALUE": value });
    if let Ok(id) = key.parse::<i64>() {
        classic["ID"] = json!(id);
    }
    let value_type = cast::member(entry, "valueType");
    if !value_type.is_null() {
        classic["VALUE_TYPE"] = value_type.clone();
    }
    Some(classic)
}

/// Refuses a stage that is not there.
fn check(
    call: &Call<'_>,
    field: &ItemField,
    column: &Field,
    value: &Value,
) -> Result<(), RestError> {
    let text = cast::text(value);
    if column.name != "STATUS_ID" || text.is_empty() {
        return Ok(());
    }
    match directories::get(call.db, "STATUS", &text)? {
        Some(_) => Ok(()),
        None => Err(refused(field)),
    }
}

fn refused(field: &ItemField) -> RestError {
    let title = field.spec.map_or(field.name, |spec| spec.title.as_str());
    let text = format!("Invalid value of the field \"{title}\"");
    RestError::new(Fault::FieldValue, text)
}

/// Both nothings empty a field; what is no word of yes in a flag is no.
fn plain(column: &Field, value: &Value) -> Value {
    match value {
        value if column.kind == FieldKind::Flag => json!(if is_yes(value) { "Y" } else { "N" }),
        Value::String(text) if text.is_empty() => Value::Null,
        value => value.clone(),
    }
}

fn is_yes(value: &Value) -> bool {
    matches!(value, Value::Bool(true)) || matches!(value.as_str(), Some("true" | "y" | "Y"))
}

fn ids(value: &Value) -> Vec<i64> {
    let several = if cast::is_array(value) {
        cast::values(value)
    } else {
        vec![value]
    };
    let ids = several.into_iter().map(cast::int);
    ids.filter(|id| *id > 0).collect()
}

/// A custom field's value in the classic form.
fn custom_value(
    call: &Call<'_>,
    field: &Userfield,
    value: &Value,
    old: Option<&Record>,
) -> Result<Value, RestError> {
    match field.user_type_id.as_str() {
        "boolean" => {
            let yes = is_yes(value) || cast::int(value) == 1;
            Ok(json!(if yes { "Y" } else { "N" }))
        }
        "file" => files(call, field, value, old),
        _ => Ok(value.clone()),
    }
}

/// Files are `[name, base64]`, or `{id}` to keep one; ids of other files mean nothing.
fn files(
    call: &Call<'_>,
    field: &Userfield,
    value: &Value,
    old: Option<&Record>,
) -> Result<Value, RestError> {
    let present = match old {
        Some(record) => userfields::values(call.db, &field.entity_id, record.id())?
            .remove(&field.id)
            .unwrap_or_default(),
        None => Vec::new(),
    };
    let file = |value: &Value| match value {
        Value::Array(pair) if pair.len() == 2 => json!({ "fileData": pair }),
        Value::Object(_) => {
            let id = cast::int(cast::member(value, "id"));
            let is_kept = present.contains(&SqlValue::Integer(id));
            if is_kept {
                json!({ "id": id })
            } else {
                Value::Null
            }
        }
        _ => Value::Null,
    };
    if !field.is_multiple() {
        return Ok(file(value));
    }
    let files = cast::values(value).into_iter().map(file);
    Ok(files.filter(|value| !value.is_null()).collect())
}
