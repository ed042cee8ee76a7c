//! The `fields` of crm.*.add and crm.*.update as changes of stored columns (reference §3.2, §3.3).

use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value};

use super::comments;
use super::file::{self, Wanted};
use crate::entity::Kind;
use crate::model::{Field, FieldKind};
use crate::php::cast;
use crate::rest::call::Call;
use crate::rest::error::RestError;
use crate::store::files;
use crate::store::links::Relation;
use crate::store::records::{Changes, Record};

/// Read-only fields that an import sets.
pub const IMPORTED: &[&str] = &[
    "DATE_CREATE",
    "DATE_MODIFY",
    "CREATED_BY_ID",
    "MODIFY_BY_ID",
];
/// Fields that are set through links, or never by callers.
const ELSEWHERE: &[&str] = &["ID", "CONTACT_ID"];

/// What the caller wants of a record.
#[derive(Debug)]
pub struct Input<'a> {
    /// The kind of record.
    pub kind: Kind,
    /// The fields, by name.
    pub fields: &'a Map<String, Value>,
    /// Read-only fields that may be set all the same.
    pub unlocked: &'static [&'static str],
    /// The record as it is; none when it is to be added.
    pub old: Option<&'a Record>,
}

impl Input<'_> {
    /// The columns to write. Unknown and read-only fields are dropped.
    pub fn changes(&self, call: &Call<'_>) -> Result<Changes, RestError> {
        let mut changes = Changes::new();
        for field in self.kind.columns() {
            let Some(value) = self
                .fields
                .get(&field.name)
                .filter(|_| self.is_writable(field))
            else {
                continue;
            };
            if let Some(stored) = self.convert(call, field, value)? {
                changes.push((&field.name, stored));
            }
        }
        Ok(changes)
    }

    fn is_writable(&self, field: &Field) -> bool {
        let name = field.name.as_str();
        let linked = ELSEWHERE.contains(&name) || self.relation().field() == name;
        let settled = field.immutable && self.old.is_some();
        let forbidden = field.readonly && !self.unlocked.contains(&name);
        !(linked || settled || forbidden)
    }

    /// The links that this kind's fields set.
    pub fn relation(&self) -> Relation {
        Relation::of(self.kind)
    }

    /// The value to store; none when the field stays as it is.
    fn convert(
        &self,
        call: &Call<'_>,
        field: &Field,
        value: &Value,
    ) -> Result<Option<SqlValue>, RestError> {
        if field.kind == FieldKind::File {
            return self.file(call, field, value);
        }
        if cast::is_array(value) {
            return Ok(None);
        }
        if value.is_null() {
            return Ok(Some(SqlValue::Null));
        }
        let text = cast::text(value);
        let stored = match &field.kind {
            FieldKind::Flag => SqlValue::Text(if cast::is_yes(value) { "Y" } else { "N" }.into()),
            FieldKind::Double => SqlValue::Real(cast::float(value)),
            FieldKind::Datetime | FieldKind::Date if text.is_empty() => SqlValue::Null,
            FieldKind::Datetime => match call.portal.clock.parse(&text) {
                Some(moment) => SqlValue::Integer(moment),
                None => return Ok(None),
            },
            FieldKind::Date => match call.portal.clock.parse_day(&text) {
                Some(day) => SqlValue::Text(day),
                None => return Ok(None),
            },
            _ if field.is_number() => match cast::int(value) {
                0 => SqlValue::Null,
                number => SqlValue::Integer(number),
            },
            _ if field.name == "COMMENTS" => SqlValue::Text(comments::to_bb(&text)),
            _ => SqlValue::Text(text),
        };
        Ok(Some(stored))
    }

    fn file(
        &self,
        call: &Call<'_>,
        field: &Field,
        value: &Value,
    ) -> Result<Option<SqlValue>, RestError> {
        let old = self.old.and_then(|record| record.integer(&field.name));
        let new = match file::read(call.db, value)? {
            None | Some(Wanted::Keep(_)) => return Ok(None),
            Some(Wanted::Remove(id)) if old != Some(id) => return Ok(None),
            Some(Wanted::Remove(_)) => SqlValue::Null,
            Some(Wanted::New(id)) => SqlValue::Integer(id),
        };
        if let Some(old) = old {
            files::delete(call.db, old)?;
        }
        Ok(Some(new))
    }

    /// The linked records the request asks for; none when it does not speak of links.
    pub fn link_targets(&self) -> Option<Vec<i64>> {
        let relation = self.relation();
        let several = self
            .fields
            .get(relation.plural_field())
            .filter(|value| !value.is_null());
        let one = self
            .fields
            .get(relation.field())
            .filter(|value| !value.is_null());
        let ids = |value: &Value| -> Vec<i64> {
            let values = if cast::is_array(value) {
                cast::values(value)
            } else {
                vec![value]
            };
            values
                .into_iter()
                .map(cast::int)
                .filter(|id| *id > 0)
                .collect()
        };
        several.or(one).map(ids)
    }

    /// Whether the request names only the primary link, by its singular field.
    pub fn names_primary_only(&self) -> bool {
        !self.fields.contains_key(self.relation().plural_field())
    }
}
