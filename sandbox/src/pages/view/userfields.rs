//! Custom fields as people read them.

use rusqlite::types::Value as Stored;

use super::field::{Row, Section, Value};
use super::reader::{Reader, day, yes_or_no};
use crate::store::Sql;
use crate::store::records::Record;
use crate::store::userfields::{self, Userfield};

/// What names a field in a card, the best first.
const LABELS: [&str; 3] = ["EDIT_FORM_LABEL", "LIST_COLUMN_LABEL", "LIST_FILTER_LABEL"];

impl Reader<'_> {
    /// The custom fields of a record that hold something; `None` when none does.
    pub(super) fn custom_section(&self, record: &Record) -> Sql<Option<Section>> {
        let owner = record.kind.owner_of_userfields();
        let mut values = userfields::values(self.db, owner, record.id())?;
        let mut rows = Vec::new();
        for field in userfields::of_owner(self.db, owner)? {
            let stored = values.remove(&field.id).unwrap_or_default();
            let texts = self.custom_texts(&field, &stored)?;
            if !texts.is_empty() {
                rows.push(Row {
                    title: label(&field),
                    name: field.field_name,
                    value: lines(&texts),
                });
            }
        }
        Ok((!rows.is_empty()).then_some(Section {
            title: "card.custom",
            rows,
        }))
    }

    fn custom_texts(&self, field: &Userfield, stored: &[Stored]) -> Sql<Vec<String>> {
        let items = match field.user_type_id.as_str() {
            "enumeration" => userfields::items(self.db, field.id)?,
            _ => Vec::new(),
        };
        let item = |id: i64| {
            items
                .iter()
                .find(|item| item.id == id)
                .map(|item| item.value.clone())
        };
        let texts = stored
            .iter()
            .filter_map(|value| match (field.user_type_id.as_str(), value) {
                ("enumeration", Stored::Integer(id)) => item(*id),
                ("boolean", Stored::Integer(flag)) => yes_or_no(if *flag == 0 { "N" } else { "Y" }),
                ("datetime", Stored::Integer(moment)) => Some(self.moment(*moment)),
                ("date", Stored::Text(date)) => day(date),
                ("file", Stored::Integer(id)) => Some(format!("File {id}")),
                (_, Stored::Integer(number)) => Some(number.to_string()),
                (_, Stored::Real(number)) => Some(number.to_string()),
                (_, Stored::Text(text)) => Some(text.clone()),
                (_, Stored::Null | Stored::Blob(_)) => None,
            });
        Ok(texts.filter(|text| !text.is_empty()).collect())
    }
}

fn lines(texts: &[String]) -> Value {
    match texts {
        [text] if !text.contains('\n') => Value::Text(text.clone()),
        _ => Value::Lines(texts.join("\n")),
    }
}

fn label(field: &Userfield) -> String {
    let labels = LABELS
        .iter()
        .filter_map(|kind| field.labels[kind]["en"].as_str());
    let mut known = labels.filter(|label| !label.is_empty());
    known.next().unwrap_or(&field.field_name).to_owned()
}
