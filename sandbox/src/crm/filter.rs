//! The filters of crm.*.list, with all their operators and oddities (reference §3.6).

use rusqlite::types::Value as SqlValue;
use serde_json::Value;

use super::search::{contains, escape};
use super::{select, userfield};
use crate::clock::Clock;
use crate::entity::Kind;
use crate::model::{Field, FieldKind};
use crate::php::cast;
use crate::state::{NotLike, PhoneFilter, Portal};
use crate::store::query::{Comparison, Condition, Operand, Several};
use crate::store::userfields::Userfield;

/// The multi-fields that filters know; `LINK` is none of them.
const FOUND_BY: [&str; 4] = ["PHONE", "EMAIL", "WEB", "IM"];

/// What a filter means. Conditions nobody knows are dropped, so that more records come back.
pub fn read(portal: &Portal, kind: Kind, filter: Option<&Value>, known: &[Userfield]) -> Condition {
    let (clock, settings) = (&portal.clock, &portal.settings);
    let entries = filter.map(cast::entries).unwrap_or_default();
    let conditions = entries.iter().filter_map(|(key, value)| {
        if FOUND_BY.contains(&&**key) && select::multifield_names(kind).any(|name| name == key) {
            return multifield(settings.phone_filter, key, value);
        }
        let test = Test::parse(key);
        if let Some(field) = known.iter().find(|field| field.field_name == test.name) {
            return userfield::filter::condition(clock, field, &test, value);
        }
        let field = kind
            .columns()
            .iter()
            .copied()
            .find(|field| field.name == test.name)?;
        system(clock, settings.not_like, field, &test, value)
    });
    Condition::All(conditions.collect())
}

/// A filter's key taken apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Test<'a> {
    /// Whether `!` stands in front.
    pub negated: bool,
    /// Whether `+` asks for unset values too.
    pub or_unset: bool,
    /// The operator.
    pub operator: Operator,
    /// Whether the operator was written at all.
    pub bare: bool,
    /// The field, or what is left when the prefix is none.
    pub name: &'a str,
}

/// What a filter does with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// Compares.
    Compare(Comparison),
    /// Is one of a list.
    In,
    /// Matches the caller's own pattern.
    Pattern,
    /// Holds the text.
    Contains,
    /// Holds every word.
    Words,
}

// The longer ones first: the first that fits is taken.
const OPERATORS: &[(&str, Operator)] = &[
    (">=", Operator::Compare(Comparison::GreaterOrEqual)),
    (">", Operator::Compare(Comparison::Greater)),
    ("<=", Operator::Compare(Comparison::LessOrEqual)),
    ("<", Operator::Compare(Comparison::Less)),
    ("@", Operator::In),
    ("=%", Operator::Pattern),
    ("%=", Operator::Pattern),
    ("%", Operator::Contains),
    ("?", Operator::Words),
    ("*=", Operator::Contains),
    ("*%", Operator::Contains),
    ("*", Operator::Words),
    ("=", Operator::Compare(Comparison::Equal)),
];

impl<'a> Test<'a> {
    /// Takes `!+>=NAME` apart.
    pub fn parse(key: &'a str) -> Self {
        let (negated, key) = strip(key, "!");
        let (or_unset, key) = strip(key, "+");
        let found = OPERATORS
            .iter()
            .find_map(|(sign, operator)| Some((*operator, key.strip_prefix(sign)?)));
        let equal = Operator::Compare(Comparison::Equal);
        let (operator, name) = found.unwrap_or((equal, key));
        Self {
            negated,
            or_unset,
            operator,
            bare: !negated && found.is_none(),
            name,
        }
    }
}

fn strip<'a>(key: &'a str, sign: &str) -> (bool, &'a str) {
    key.strip_prefix(sign)
        .map_or((false, key), |rest| (true, rest))
}

/// A multi-field is looked for by the beginning of its value, or by all of it.
fn multifield(compared: PhoneFilter, name: &str, value: &Value) -> Option<Condition> {
    let first = cast::values(value).first().copied().unwrap_or(value);
    let text = cast::text(first).replace('%', "");
    if text.is_empty() {
        return None;
    }
    let fits = match compared {
        PhoneFilter::Prefix => Condition::Like(Operand::EachText, format!("{}%", escape(&text))),
        PhoneFilter::Exact => {
            Condition::Compare(Operand::EachText, Comparison::Equal, SqlValue::Text(text))
        }
    };
    Some(Condition::AnyOf(
        Several::Multifield(name.to_owned()),
        Box::new(fits),
    ))
}

/// What a condition on a field of the portal means; none when it is dropped.
pub fn system(
    clock: &Clock,
    not_like: NotLike,
    field: &'static Field,
    test: &Test<'_>,
    value: &Value,
) -> Option<Condition> {
    let operator = operator_for(field, test.operator);
    let values = match value {
        scalar if !cast::is_array(scalar) => vec![scalar],
        list => cast::values(list),
    };
    if values.is_empty() {
        return None;
    }
    let each = values
        .iter()
        .map(|value| one(clock, not_like, field, (operator, test.negated), value));
    let condition = if operator == Operator::In && test.negated {
        // Rows without a value are no members, but are not counted among the others either.
        Condition::All(each.chain([is_set(field)]).collect())
    } else if test.negated {
        Condition::All(each.collect())
    } else {
        Condition::Any(each.collect())
    };
    if !test.or_unset {
        return Some(condition);
    }
    let unset = Condition::Unset(select::operand(field));
    Some(Condition::Any(vec![condition, unset]))
}

/// The portal compares where a pattern makes no sense: numbers, dates and directories.
fn operator_for(field: &Field, operator: Operator) -> Operator {
    let by_value =
        field.is_number() || matches!(field.kind, FieldKind::Status(_) | FieldKind::Date);
    match operator {
        Operator::Pattern | Operator::Contains | Operator::Words if by_value => {
            Operator::Compare(Comparison::Equal)
        }
        other => other,
    }
}

fn one(
    clock: &Clock,
    not_like: NotLike,
    field: &'static Field,
    (operator, negated): (Operator, bool),
    value: &Value,
) -> Condition {
    match operator {
        Operator::Compare(comparison) => {
            compare(field, comparison, negated, convert(clock, field, value))
        }
        Operator::In => {
            let member = compare(
                field,
                Comparison::Equal,
                false,
                convert(clock, field, value),
            );
            if negated {
                Condition::Not(Box::new(member))
            } else {
                member
            }
        }
        // The portal forgets the `!` here, unless it is asked not to.
        Operator::Pattern | Operator::Contains | Operator::Words => {
            let like = like(field, operator, &cast::text(value));
            match not_like {
                NotLike::Negative if negated => like.negated(),
                _ => like,
            }
        }
    }
}

fn like(field: &'static Field, operator: Operator, text: &str) -> Condition {
    let operand = select::operand(field);
    match operator {
        Operator::Contains if text.is_empty() => empty(field),
        Operator::Contains => Condition::Like(operand, contains(text)),
        Operator::Words => Condition::All(
            text.split_whitespace()
                .map(|word| Condition::Like(operand.clone(), contains(word)))
                .collect(),
        ),
        _ => Condition::Like(operand, text.to_owned()),
    }
}

fn compare(
    field: &'static Field,
    comparison: Comparison,
    negated: bool,
    value: SqlValue,
) -> Condition {
    let is_empty = match &value {
        SqlValue::Text(text) => text.is_empty(),
        SqlValue::Integer(number) => *number == 0 && field.kind != FieldKind::Datetime,
        SqlValue::Real(number) => *number == 0.0,
        _ => true,
    };
    match (comparison, is_empty, negated) {
        (Comparison::Equal, true, false) => empty(field),
        (Comparison::Equal, true, true) => Condition::Not(Box::new(empty(field))),
        (_, _, false) => Condition::Compare(select::operand(field), comparison, value),
        // Rows without a value differ from every value.
        (_, _, true) => {
            let operand = select::operand(field);
            let holds = Condition::Compare(operand.clone(), comparison, value);
            Condition::Any(vec![
                Condition::Unset(operand),
                Condition::Not(Box::new(holds)),
            ])
        }
    }
}

/// The field holds nothing: no value, or the nothing of its type.
fn empty(field: &'static Field) -> Condition {
    let unset = Condition::Unset(select::operand(field));
    let nothing = match field.kind {
        FieldKind::Datetime | FieldKind::Date => return unset,
        _ if field.is_number() => SqlValue::Integer(0),
        _ => SqlValue::Text(String::new()),
    };
    let nothing = Condition::Compare(select::operand(field), Comparison::Equal, nothing);
    Condition::Any(vec![unset, nothing])
}

fn is_set(field: &'static Field) -> Condition {
    Condition::Not(Box::new(Condition::Unset(select::operand(field))))
}

/// The value as the field stores it; what is no date counts as none.
fn convert(clock: &Clock, field: &Field, value: &Value) -> SqlValue {
    let text = cast::text(value);
    match field.kind {
        FieldKind::Datetime => clock.parse(&text).map_or(SqlValue::Null, SqlValue::Integer),
        FieldKind::Date => clock
            .parse_day(&text)
            .map_or(SqlValue::Null, SqlValue::Text),
        FieldKind::Double => SqlValue::Real(cast::float(&Value::String(text.replace(',', ".")))),
        _ if field.is_number() => SqlValue::Integer(cast::int(value)),
        _ => SqlValue::Text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s3_6_prefixes_are_taken_apart() {
        let equal = Operator::Compare(Comparison::Equal);
        let cases = [
            ("NAME", false, equal, "NAME"),
            ("=NAME", false, equal, "NAME"),
            ("!NAME", true, equal, "NAME"),
            ("!=NAME", true, equal, "NAME"),
            (
                ">=ID",
                false,
                Operator::Compare(Comparison::GreaterOrEqual),
                "ID",
            ),
            ("!@ID", true, Operator::In, "ID"),
            ("!=%NAME", true, Operator::Pattern, "NAME"),
            ("!%=NAME", true, Operator::Pattern, "NAME"),
            ("!%NAME", true, Operator::Contains, "NAME"),
            // Nobody knows these fields, so the conditions are dropped.
            ("><ID", false, Operator::Compare(Comparison::Greater), "<ID"),
            ("!==ID", true, equal, "=ID"),
        ];
        for (key, negated, operator, name) in cases {
            let test = Test::parse(key);
            assert_eq!(
                (test.negated, test.operator, test.name),
                (negated, operator, name),
                "{key}"
            );
        }
    }
}
