//! What crm.*.list shows of a record, and in which order it shows the records (reference §3.6).

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::attached::Attached;
use super::wire;
use crate::entity::Kind;
use crate::model::{Field, FieldKind};
use crate::php::cast;
use crate::state::Portal;
use crate::store::Sql;
use crate::store::query::{Operand, Order, OrderBy};
use crate::store::records::Record;
use crate::store::userfields::Userfield;

/// The fields a list shows.
#[derive(Debug)]
pub struct Selection {
    system: Vec<&'static Field>,
    userfields: Vec<Userfield>,
    multifields: Vec<&'static str>,
}

impl Selection {
    /// Reads `select`; without one, all system fields. `known` are the custom fields there are.
    pub fn read(kind: Kind, select: Option<&Value>, known: &[Userfield]) -> Self {
        let names: Vec<String> = match select {
            Some(list) if cast::is_array(list) => {
                cast::values(list).into_iter().map(cast::text).collect()
            }
            // A single known name works, whatever else is no array selects everything.
            Some(Value::String(name)) if column(kind, name).is_some() => vec![name.clone()],
            _ => Vec::new(),
        };
        let all = names.is_empty() || names.iter().any(|name| name == "*");
        let system = if all {
            kind.columns().to_vec()
        } else {
            with_id(
                kind,
                names.iter().filter_map(|name| column(kind, name)).collect(),
            )
        };
        let wants = |field: &&Userfield| {
            names
                .iter()
                .any(|name| name == "UF_*" || name.to_uppercase() == field.field_name)
        };
        Self {
            system,
            userfields: known.iter().filter(wants).cloned().collect(),
            multifields: multifield_names(kind)
                .filter(|n| names.iter().any(|name| name == n))
                .collect(),
        }
    }

    /// The records as this list shows them.
    pub fn rows(&self, portal: &Portal, db: &Connection, records: &[Record]) -> Sql<Value> {
        let mut attached = Attached::default();
        if !self.userfields.is_empty() {
            attached.load_values(db, records)?;
        }
        if !self.multifields.is_empty() {
            attached.load_entries(db, records)?;
        }
        let rows = records.iter();
        let rows = rows.map(|record| Value::Object(self.row(portal, record, &attached)));
        Ok(rows.collect())
    }

    fn row(&self, portal: &Portal, record: &Record, attached: &Attached) -> Map<String, Value> {
        let mut row = Map::with_capacity(self.system.len() + self.userfields.len());
        for field in &self.system {
            let value = wire::system_value(portal, record, field, record.value(&field.name));
            row.insert(field.name.clone(), value);
        }
        for field in &self.userfields {
            let stored = attached.values(record, field);
            let value = wire::userfield(portal, field, record.id(), stored);
            row.insert(field.field_name.clone(), value);
        }
        if !self.multifields.is_empty() {
            let mut types = wire::by_type(attached.entries(record));
            for name in &self.multifields {
                if let Some(entries) = types.remove(*name) {
                    row.insert((*name).to_owned(), entries);
                }
            }
        }
        row
    }
}

/// The stored field of that name, in whatever case.
fn column(kind: Kind, name: &str) -> Option<&'static Field> {
    let name = name.to_uppercase();
    kind.columns()
        .iter()
        .copied()
        .find(|field| field.name == name)
}

/// Every list shows the id, at the end unless it was asked for.
fn with_id(kind: Kind, mut fields: Vec<&'static Field>) -> Vec<&'static Field> {
    if !fields.iter().any(|field| field.name == "ID") {
        fields.extend(column(kind, "ID"));
    }
    fields
}

/// The multi-fields of a kind.
pub fn multifield_names(kind: Kind) -> impl Iterator<Item = &'static str> {
    let fields = kind
        .fields()
        .iter()
        .filter(|field| field.kind == FieldKind::Multifield);
    fields.map(|field| field.name.as_str())
}

/// Reads `order`: what is not `ASC` goes downwards, except for custom fields; unknown names and
/// several values in a field are ignored.
pub fn order(kind: Kind, order: Option<&Value>, known: &[Userfield]) -> Vec<Order> {
    let entries = order.map(cast::entries).unwrap_or_default();
    let criterion = |(name, direction): (std::borrow::Cow<'_, str>, &Value)| {
        let direction = cast::text(direction);
        if let Some(field) = column(kind, &name) {
            let descending = !direction.eq_ignore_ascii_case("ASC");
            return Some(Order {
                by: order_by(kind, field),
                descending,
            });
        }
        let name = name.to_uppercase();
        let field = known
            .iter()
            .find(|field| field.field_name == name && !field.is_multiple())?;
        let by = OrderBy::Operand(Operand::Userfield(field.id));
        Some(Order {
            by,
            descending: direction.eq_ignore_ascii_case("DESC"),
        })
    };
    entries.into_iter().filter_map(criterion).collect()
}

fn order_by(kind: Kind, field: &'static Field) -> OrderBy {
    if kind == Kind::Lead && field.name == "STATUS_ID" {
        return OrderBy::StatusSort;
    }
    OrderBy::Operand(operand(field))
}

/// How a stored field is compared.
pub fn operand(field: &'static Field) -> Operand {
    if field.is_number() {
        Operand::Number(&field.name)
    } else {
        Operand::Text(&field.name)
    }
}
