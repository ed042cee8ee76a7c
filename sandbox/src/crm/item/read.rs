//! Records as crm.item.* shows them: numbers as numbers, lists as lists.

use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value, json};

use super::name;
use super::table::{self, ItemField, Source};
use crate::crm::attached::Attached;
use crate::crm::wire;
use crate::entity::Kind;
use crate::model::{Field, FieldKind};
use crate::php::cast;
use crate::rest::call::Call;
use crate::rest::error::RestError;
use crate::store::multifields::Entry;
use crate::store::records::{self, Record};
use crate::store::userfields::{self, Userfield};

/// Fields that hold 0 instead of null where there is no such record.
const ZERO: &[&str] = &["companyId", "contactId", "webformId"];

/// What is shown of the records of one kind.
pub struct View<'a> {
    call: &'a Call<'a>,
    kind: Kind,
    fields: Vec<&'static ItemField>,
    custom: Vec<Userfield>,
    original_names: bool,
}

impl<'a> View<'a> {
    /// Everything.
    pub fn whole(call: &'a Call<'a>, kind: Kind) -> Result<Self, RestError> {
        Ok(Self {
            call,
            kind,
            fields: table::of(kind).iter().collect(),
            custom: userfields::of_owner(call.db, kind.owner_of_userfields())?,
            original_names: original_names(call),
        })
    }

    /// What `select` names: everything when it names nothing or `*`, else no more than its names.
    pub fn selected(
        call: &'a Call<'a>,
        kind: Kind,
        select: Option<&Value>,
    ) -> Result<Self, RestError> {
        let mut view = Self::whole(call, kind)?;
        let names = select.map(cast::values).unwrap_or_default();
        let names: Vec<String> = names.into_iter().map(cast::text).collect();
        let is_named = |name: &str| names.iter().any(|named| named == name);
        if names.is_empty() || is_named("*") {
            return Ok(view);
        }
        let original = view.original_names;
        view.custom
            .retain(|field| is_named("UF_*") || is_named(&custom_name(field, original)));
        view.fields.retain(|field| match field.source {
            Source::Custom => true,
            Source::Entries => false,
            _ => is_named(field.name),
        });
        Ok(view)
    }

    /// The record with that id, as it is now.
    pub fn one(&self, id: i64) -> Result<Value, RestError> {
        let record = records::get(self.call.db, self.kind, id)?;
        let items = self.items(record.as_slice())?;
        Ok(items.into_iter().next().unwrap_or_default())
    }

    /// Records as they are shown.
    pub fn items(&self, records: &[Record]) -> Result<Vec<Value>, RestError> {
        let db = self.call.db;
        let shows = |test: fn(&Source) -> bool| self.fields.iter().any(|field| test(&field.source));
        let mut attached = Attached::default();
        if shows(|source| matches!(source, Source::Entries | Source::Entry(..))) {
            attached.load_entries(db, records)?;
        }
        if !self.custom.is_empty() {
            attached.load_values(db, records)?;
        }
        if shows(|source| matches!(source, Source::Links(_) | Source::Observers)) {
            attached.load_links(db, records)?;
        }
        let records = records.iter();
        Ok(records.map(|record| self.item(record, &attached)).collect())
    }

    fn item(&self, record: &Record, attached: &Attached) -> Value {
        let mut item = Map::new();
        for field in &self.fields {
            if let Source::Custom = field.source {
                let custom = self.custom.iter();
                item.extend(custom.map(|field| self.custom(record, field, attached)));
            } else {
                item.insert(field.name.into(), self.value(record, field, attached));
            }
        }
        Value::Object(item)
    }

    fn value(&self, record: &Record, field: &ItemField, attached: &Attached) -> Value {
        match field.source {
            Source::Column(column) => match self.column(record, column) {
                Value::Null if ZERO.contains(&field.name) => json!(0),
                value => value,
            },
            Source::Nothing | Source::Custom => Value::Null,
            Source::EntityType => json!(record.kind.entity_type_id()),
            Source::Entry(type_id, value_type) => {
                let fits = |entry: &&Entry| {
                    let any = value_type.is_none_or(|value_type| entry.value_type == value_type);
                    any && entry.type_id == type_id
                };
                let first = attached.entries(record).iter().find(fits);
                json!(first.map_or("", |entry| entry.value.as_str()))
            }
            Source::Entries => attached.entries(record).iter().map(entry).collect(),
            Source::Links(_) => json!(attached.links(record)),
            Source::Observers => json!(attached.observers(record)),
            Source::Words => json!(words(record)),
        }
    }

    fn column(&self, record: &Record, column: &Field) -> Value {
        let clock = &self.call.portal.clock;
        match (&column.kind, record.value(&column.name)) {
            (FieldKind::Datetime, SqlValue::Integer(moment)) => json!(clock.iso(*moment)),
            (FieldKind::Date, SqlValue::Text(day)) => json!(clock.iso_date(day)),
            (_, other) => plain(other),
        }
    }

    fn custom(&self, record: &Record, field: &Userfield, attached: &Attached) -> (String, Value) {
        let stored = attached.values(record, field).iter();
        let mut values = stored.map(|value| self.custom_value(record, field, value));
        let value = if field.is_multiple() {
            values.collect()
        } else {
            values.next().unwrap_or_default()
        };
        (custom_name(field, self.original_names), value)
    }

    fn custom_value(&self, record: &Record, field: &Userfield, value: &SqlValue) -> Value {
        let clock = &self.call.portal.clock;
        match (field.user_type_id.as_str(), value) {
            ("boolean", SqlValue::Integer(yes)) => json!(if *yes == 0 { "N" } else { "Y" }),
            ("datetime", SqlValue::Integer(moment)) => json!(clock.iso(*moment)),
            ("date", SqlValue::Text(day)) => json!(clock.iso_date(day)),
            ("file", SqlValue::Integer(file)) => self.file(record, field, *file),
            (_, other) => plain(other),
        }
    }

    fn file(&self, record: &Record, field: &Userfield, file: i64) -> Value {
        let links = wire::file_value(record.kind, record.id(), &field.field_name, file);
        let address = |name: &str| {
            let path = links[name].as_str().unwrap_or_default();
            format!("{}{path}", self.call.portal.origin())
        };
        json!({
            "id": file,
            "url": address("showUrl"),
            "urlMachine": address("downloadUrl"),
        })
    }
}

/// Whether the caller wants custom fields named as they are: only "Y" says so.
pub fn original_names(call: &Call<'_>) -> bool {
    call.param("useOriginalUfNames").as_str() == Some("Y")
}

/// What a custom field is called, in requests and answers.
pub fn custom_name(field: &Userfield, original: bool) -> String {
    if original {
        field.field_name.clone()
    } else {
        name::custom(&field.field_name)
    }
}

fn plain(value: &SqlValue) -> Value {
    match value {
        SqlValue::Null | SqlValue::Blob(_) => Value::Null,
        SqlValue::Integer(number) => json!(number),
        SqlValue::Real(number) => json!(number),
        SqlValue::Text(text) => json!(text),
    }
}

fn entry(entry: &Entry) -> Value {
    json!({
        "id": entry.id,
        "valueType": entry.value_type,
        "value": entry.value,
        "typeId": entry.type_id,
    })
}

fn words(record: &Record) -> String {
    let id = record.id().to_string();
    let columns = [
        "TITLE",
        "LAST_NAME",
        "NAME",
        "SECOND_NAME",
        "COMPANY_TITLE",
        "POST",
    ];
    let texts = columns.map(|column| record.text(column));
    let all = std::iter::once(id.as_str()).chain(texts);
    let filled: Vec<&str> = all.filter(|text| !text.is_empty()).collect();
    filled.join(" ")
}
