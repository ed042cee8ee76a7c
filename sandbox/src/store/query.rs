//! Searching records: conditions as a tree, and its SQL.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::Sql;
use super::links::Relation;
use super::records::{Record, column_list};
use crate::entity::Kind;
use crate::model::FieldKind;

/// A condition on a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// All of them hold; an empty list always does.
    All(Vec<Condition>),
    /// One of them holds; an empty list never does.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The value is unset.
    Unset(Operand),
    /// The value compares so.
    Compare(Operand, Comparison, Value),
    /// The value matches the pattern (`%` and `_`, escaped by `\`).
    Like(Operand, String),
    /// One of the record's several values, as [`Operand::Each`], fulfils it.
    AnyOf(Several, Box<Condition>),
}

impl Condition {
    /// What always holds.
    pub const ALWAYS: Self = Self::All(Vec::new());

    /// Whether it holds for every record.
    fn is_trivial(&self) -> bool {
        matches!(self, Self::All(parts) if parts.iter().all(Self::is_trivial))
    }

    /// Holds where this one does not, records without a value among them: SQL alone counts those as
    /// neither.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self.decided()))
    }

    /// The same, but false where a value is unset instead of unknown.
    fn decided(self) -> Self {
        match self {
            Self::All(parts) => Self::All(parts.into_iter().map(Self::decided).collect()),
            Self::Any(parts) => Self::Any(parts.into_iter().map(Self::decided).collect()),
            Self::Compare(ref operand, ..) | Self::Like(ref operand, _) => {
                let is_set = Self::Not(Box::new(Self::Unset(operand.clone())));
                Self::All(vec![is_set, self])
            }
            other => other,
        }
    }
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// A number in the column of that name.
    Number(&'static str),
    /// A text in the column of that name, without regard to case.
    Text(&'static str),
    /// The value of a single custom field, as it is stored.
    Userfield(i64),
    /// The text of a single custom field, without regard to case.
    UserfieldText(i64),
    /// The value at hand inside [`Condition::AnyOf`], as it is stored.
    Each,
    /// The text at hand inside [`Condition::AnyOf`], without regard to case.
    EachText,
}

/// Values of which a record may have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Several {
    /// Its entries in a multi-field, `PHONE`.
    Multifield(String),
    /// Its entries of one type in a multi-field: `PHONE`, `MOBILE`.
    EntriesOfType(&'static str, &'static str),
    /// The records it is linked to.
    Links(Relation),
    /// The users who follow it.
    Observers,
    /// Its values in a multiple custom field.
    Userfield(i64),
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Equal.
    Equal,
    /// Less.
    Less,
    /// Less or equal.
    LessOrEqual,
    /// Greater.
    Greater,
    /// Greater or equal.
    GreaterOrEqual,
}

/// One criterion of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What is ordered by.
    pub by: OrderBy,
    /// Whether the highest comes first.
    pub descending: bool,
}

/// What an order goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderBy {
    /// A value of the record.
    Operand(Operand),
    /// The position of a lead's status in its directory.
    StatusSort,
}

/// Which records, in which order, and how many of them.
#[derive(Clone, Debug)]
pub struct Search {
    /// What holds for them.
    pub condition: Condition,
    /// Their order; by id at the end in any case.
    pub order: Vec<Order>,
    /// How many to leave out.
    pub offset: i64,
    /// How many to take.
    pub limit: i64,
}

/// How many records fulfil `condition`.
pub fn count(db: &Connection, kind: Kind, condition: &Condition) -> Sql<i64> {
    let mut sql = Builder::new(kind);
    sql.push(&format!("SELECT COUNT(*) FROM {} t", kind.table()));
    sql.holds(condition);
    let mut statement = db.prepare_cached(&sql.text)?;
    statement.query_row(params_from_iter(sql.values), |row| row.get(0))
}

/// The records of a search.
pub fn find(db: &Connection, kind: Kind, search: &Search) -> Sql<Vec<Record>> {
    let mut sql = Builder::new(kind);
    sql.push(&format!(
        "SELECT {} FROM {} t",
        column_list(kind),
        kind.table()
    ));
    sql.holds(&search.condition);
    sql.order(&search.order);
    sql.push(" LIMIT ");
    sql.bind(Value::Integer(search.limit));
    sql.push(" OFFSET ");
    sql.bind(Value::Integer(search.offset));
    let mut statement = db.prepare_cached(&sql.text)?;
    statement
        .query_map(params_from_iter(sql.values), |row| Record::read(kind, row))?
        .collect()
}

struct Builder {
    kind: Kind,
    text: String,
    values: Vec<Value>,
}

impl Builder {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            text: String::new(),
            values: Vec::new(),
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn bind(&mut self, value: Value) {
        self.text.push('?');
        self.values.push(value);
    }

    // Without a WHERE, SQLite counts the rows of a table without looking at them.
    fn holds(&mut self, condition: &Condition) {
        if !condition.is_trivial() {
            self.push(" WHERE ");
            self.condition(condition);
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::All(parts) => self.join(parts, " AND ", "1"),
            Condition::Any(parts) => self.join(parts, " OR ", "0"),
            Condition::Not(inner) => {
                self.push("NOT ");
                self.condition(inner);
            }
            Condition::Unset(operand) => {
                self.push("(");
                self.operand(operand);
                self.push(" IS NULL)");
            }
            Condition::Compare(operand, comparison, value) => {
                self.compare(operand, *comparison, value);
            }
            Condition::Like(operand, pattern) => {
                self.push("(");
                self.operand(operand);
                self.push(" LIKE ");
                self.bind(Value::Text(pattern.to_lowercase()));
                self.push(" ESCAPE '\\')");
            }
            Condition::AnyOf(several, inner) => self.any_of(several, inner),
        }
    }

    fn join(&mut self, parts: &[Condition], word: &str, none: &str) {
        self.push("(");
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.push(word);
            }
            self.condition(part);
        }
        if parts.is_empty() {
            self.push(none);
        }
        self.push(")");
    }

    fn compare(&mut self, operand: &Operand, comparison: Comparison, value: &Value) {
        let sign = match comparison {
            Comparison::Equal => " = ",
            Comparison::Less => " < ",
            Comparison::LessOrEqual => " <= ",
            Comparison::Greater => " > ",
            Comparison::GreaterOrEqual => " >= ",
        };
        self.push("(");
        self.operand(operand);
        self.push(sign);
        self.bind(match value {
            Value::Text(text) => Value::Text(text.to_lowercase()),
            other => other.clone(),
        });
        self.push(")");
    }

    fn operand(&mut self, operand: &Operand) {
        match operand {
            Operand::Number(column) => self.push(&format!("t.{column}")),
            Operand::Text(column) if self.is_code(column) => {
                self.push(&format!("t.{column} COLLATE NOCASE"));
            }
            Operand::Text(column) => self.push(&format!("fold(t.{column})")),
            Operand::Userfield(id) => self.userfield("v.value", *id),
            Operand::UserfieldText(id) => self.userfield("fold(v.value)", *id),
            Operand::Each => self.push("v.value"),
            Operand::EachText => self.push("fold(v.value)"),
        }
    }

    /// Whether a column holds words of the portal rather than of people: these have indexes.
    fn is_code(&self, column: &str) -> bool {
        let field = self.kind.field(column);
        field.is_some_and(|field| matches!(field.kind, FieldKind::Status(_) | FieldKind::Flag))
    }

    fn userfield(&mut self, column: &str, id: i64) {
        self.push(&format!(
            "(SELECT {column} FROM userfield_values v WHERE v.field_id = "
        ));
        self.bind(Value::Integer(id));
        self.push(" AND v.record_id = t.ID AND v.position = 0)");
    }

    fn any_of(&mut self, several: &Several, inner: &Condition) {
        match several {
            Several::Multifield(type_id) => {
                self.push(
                    "EXISTS (SELECT 1 FROM multifields v WHERE v.record_id = t.ID AND v.entity = ",
                );
                self.bind(Value::Text(self.kind.name().to_owned()));
                self.push(" AND v.type_id = ");
                self.bind(Value::Text(type_id.clone()));
            }
            Several::EntriesOfType(type_id, value_type) => {
                let entity = self.kind.name();
                self.push(&format!(
                    "EXISTS (SELECT 1 FROM multifields v WHERE v.record_id = t.ID \
                     AND v.entity = '{entity}' AND v.type_id = '{type_id}' \
                     AND v.value_type = '{value_type}'"
                ));
            }
            Several::Links(relation) => {
                let targets = relation.targets_sql();
                self.push(&format!("EXISTS (SELECT 1 FROM ({targets}) v WHERE 1"));
            }
            Several::Observers => {
                let entity = self.kind.name();
                self.push(&format!(
                    "EXISTS (SELECT 1 FROM (SELECT user_id AS value FROM observers \
                     WHERE entity = '{entity}' AND record_id = t.ID) v WHERE 1"
                ));
            }
            Several::Userfield(id) => {
                self.push("EXISTS (SELECT 1 FROM userfield_values v WHERE v.record_id = t.ID");
                self.push(" AND v.field_id = ");
                self.bind(Value::Integer(*id));
            }
        }
        self.push(" AND ");
        self.condition(inner);
        self.push(")");
    }

    fn order(&mut self, order: &[Order]) {
        self.push(" ORDER BY ");
        for Order { by, descending } in order {
            match by {
                OrderBy::Operand(operand) => self.operand(operand),
                OrderBy::StatusSort => self.push(
                    "(SELECT s.sort FROM statuses s \
                      WHERE s.entity_id = 'STATUS' AND s.status_id = t.STATUS_ID)",
                ),
            }
            self.push(if *descending { " DESC, " } else { " ASC, " });
        }
        self.push("t.ID ASC");
    }
}

#[cfg(test)]
mod tests;
