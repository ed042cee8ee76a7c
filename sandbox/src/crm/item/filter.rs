//! The filters and orders of crm.item.list: what is wrong in them is said, not dropped.

use serde_json::{Value, json};

use super::name;
use super::read::custom_name;
use super::several;
use super::table::{self, Source};
use crate::crm::filter::{Operator, Test, system};
use crate::crm::search::words;
use crate::crm::{select, userfield};
use crate::entity::Kind;
use crate::model::{Field, FieldKind};
use crate::php::cast;
use crate::rest::call::Call;
use crate::rest::error::{Fault, RestError};
use crate::state::NotLike;
use crate::store::query::{Comparison, Condition, Operand, Order, OrderBy, Several};
use crate::store::userfields::Userfield;

const EQUAL: Operator = Operator::Compare(Comparison::Equal);
const LESS: Operator = Operator::Compare(Comparison::Less);
const AT_MOST: Operator = Operator::Compare(Comparison::LessOrEqual);
const GREATER: Operator = Operator::Compare(Comparison::Greater);
const AT_LEAST: Operator = Operator::Compare(Comparison::GreaterOrEqual);

/// A prefix: the sign, its operator, none for being within two values; whether that is negated, and
/// whether there may be lists. The longer ones first.
const PREFIXES: &[(&str, Option<Operator>, bool, bool)] = &[
    ("!><", None, true, true),
    ("!=%", Some(Operator::Pattern), true, false),
    ("!%=", Some(Operator::Pattern), true, false),
    ("><", None, false, true),
    ("=%", Some(Operator::Pattern), false, false),
    ("%=", Some(Operator::Pattern), false, false),
    ("!%", Some(Operator::Contains), true, false),
    ("!@", Some(Operator::In), true, true),
    ("!=", Some(EQUAL), true, true),
    (">=", Some(AT_LEAST), false, false),
    ("<=", Some(AT_MOST), false, false),
    (">", Some(GREATER), false, false),
    ("<", Some(LESS), false, false),
    ("=", Some(EQUAL), false, true),
    ("%", Some(Operator::Contains), false, false),
    ("@", Some(Operator::In), false, true),
    ("!", Some(EQUAL), true, false),
    ("", Some(EQUAL), false, true),
];

/// Reads filters and orders of records of one kind.
pub struct Reader<'a> {
    /// The call they are part of.
    pub call: &'a Call<'a>,
    /// The kind of records.
    pub kind: Kind,
    /// Its custom fields.
    pub custom: &'a [Userfield],
    /// Whether custom fields are named as they are.
    pub original_names: bool,
}

impl Reader<'_> {
    /// What a filter means; members under numbers are groups of conditions.
    pub fn filter(&self, filter: &Value) -> Result<Condition, RestError> {
        let mut parts = Vec::new();
        let mut one_is_enough = false;
        for (key, value) in cast::entries(filter) {
            if key == "logic" || key == "LOGIC" {
                one_is_enough = cast::text(value).eq_ignore_ascii_case("OR");
            } else if key.parse::<i64>().is_ok() {
                parts.push(self.filter(value)?);
            } else {
                parts.push(self.condition(&key, value)?);
            }
        }
        // An empty group asks for nothing, also where one of its members would have to hold.
        Ok(if one_is_enough && !parts.is_empty() {
            Condition::Any(parts)
        } else {
            Condition::All(parts)
        })
    }

    fn condition(&self, key: &str, value: &Value) -> Result<Condition, RestError> {
        let mut prefixes = PREFIXES.iter();
        let found = prefixes.find_map(|row| Some((row, key.strip_prefix(row.0)?)));
        let Some((&(_, operator, negated, lists), name)) = found else {
            return Err(self.not_allowed(key, key));
        };
        let test = |operator, negated| Test {
            negated,
            or_unset: false,
            operator,
            bare: false,
            name,
        };
        let holds = |operator, negated, value| {
            let condition = self.tested(&test(operator, negated), value);
            condition.ok_or_else(|| self.not_allowed(key, name))
        };
        // Whether there is such a field comes first.
        let whole = holds(operator.unwrap_or(EQUAL), negated, value)?;
        if cast::is_array(value) && !lists {
            return Err(self.invalid(key, name));
        }
        if operator.is_some() {
            return Ok(whole);
        }
        let [from, to] = cast::values(value)[..] else {
            return Err(self.invalid(key, name));
        };
        let bounds = [holds(AT_LEAST, false, from)?, holds(AT_MOST, false, to)?];
        let within = Condition::All(bounds.into());
        Ok(if negated { within.negated() } else { within })
    }

    /// What holds for a field; none where there is no such field, or not for filters.
    fn tested(&self, test: &Test<'_>, value: &Value) -> Option<Condition> {
        let clock = &self.call.portal.clock;
        if let Some(field) = self.custom_field(test.name) {
            let condition = userfield::filter::condition(clock, field, test, value);
            return Some(condition.unwrap_or(Condition::ALWAYS));
        }
        let several = |what| Some(several::condition(what, test, value));
        match table::find(self.kind, test.name)?.source {
            Source::Column(column) => {
                let value = flag(column, value);
                let condition = system(clock, NotLike::Negative, column, test, &value);
                Some(condition.unwrap_or(Condition::ALWAYS))
            }
            Source::Links(relation) => several(Several::Links(relation)),
            Source::Observers => several(Several::Observers),
            Source::Entry(type_id, None) => several(Several::Multifield(type_id.to_owned())),
            Source::Entry(type_id, Some(value_type)) => {
                several(Several::EntriesOfType(type_id, value_type))
            }
            Source::Words => Some(words(self.kind, &cast::text(value))),
            Source::Nothing | Source::EntityType | Source::Entries | Source::Custom => None,
        }
    }

    /// What an order asks for.
    pub fn order(&self, order: &Value) -> Result<Vec<Order>, RestError> {
        let entries = cast::entries(order).into_iter();
        let criteria = entries.map(|(name, direction)| self.criterion(&name, direction));
        criteria.collect()
    }

    fn criterion(&self, name: &str, direction: &Value) -> Result<Order, RestError> {
        let upper = self.upper(name);
        let refused = |text: String| RestError::new(Fault::ArgumentValue, text);
        let by = self.order_by(name).ok_or_else(|| {
            refused(format!(
                "Invalid order: field '{upper}' is not allowed in order"
            ))
        })?;
        let direction = cast::text(direction);
        let descending = match direction.to_uppercase().as_str() {
            "ASC" => false,
            "DESC" => true,
            _ => {
                return Err(refused(format!(
                    "Invalid order: allowed sort directions are ASC, DESC. But got '{direction}' \
                     for field '{upper}'"
                )));
            }
        };
        Ok(Order { by, descending })
    }

    fn order_by(&self, name: &str) -> Option<OrderBy> {
        if let Some(field) = self.custom_field(name) {
            return Some(OrderBy::Operand(Operand::Userfield(field.id)));
        }
        match table::find(self.kind, name)?.source {
            Source::Column(column) => Some(OrderBy::Operand(select::operand(column))),
            _ => None,
        }
    }

    fn custom_field(&self, name: &str) -> Option<&Userfield> {
        let mut fields = self.custom.iter();
        fields.find(|field| custom_name(field, self.original_names) == name)
    }

    fn upper(&self, name: &str) -> String {
        match self.custom_field(name) {
            Some(field) => field.field_name.clone(),
            None => name::upper(name),
        }
    }

    fn not_allowed(&self, key: &str, name: &str) -> RestError {
        self.refused(key, name, "is not allowed in filter")
    }

    fn invalid(&self, key: &str, name: &str) -> RestError {
        self.refused(key, name, "has invalid value")
    }

    /// The text shows the field's name in upper case, with the prefix of its key.
    fn refused(&self, key: &str, name: &str, why: &str) -> RestError {
        let prefix = key.strip_suffix(name).unwrap_or_default();
        let upper = self.upper(name);
        let text = format!("Invalid filter: field '{prefix}{upper}' {why}");
        RestError::new(Fault::ArgumentValue, text)
    }
}

/// A flag may be asked for in another form than it is kept in.
fn flag(column: &Field, value: &Value) -> Value {
    match value {
        Value::Bool(yes) if column.kind == FieldKind::Flag => json!(if *yes { "Y" } else { "N" }),
        other => other.clone(),
    }
}
