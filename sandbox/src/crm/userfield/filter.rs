//! Filters on custom fields (reference §3.6): what a bare name means depends on the field.

use rusqlite::types::Value as SqlValue;
use serde_json::Value;

use crate::clock::Clock;
use crate::crm::filter::{Operator, Test};
use crate::crm::search::contains;
use crate::php::cast;
use crate::store::query::{Comparison, Condition, Operand, Several};
use crate::store::userfields::Userfield;

const EQUAL: Operator = Operator::Compare(Comparison::Equal);

/// What a condition on a custom field means; none when it is dropped.
pub fn condition(
    clock: &Clock,
    field: &Userfield,
    test: &Test<'_>,
    value: &Value,
) -> Option<Condition> {
    let operator = operator(field, test);
    let values = match value {
        scalar if !cast::is_array(scalar) => vec![scalar],
        list => cast::values(list),
    };
    if values.is_empty() {
        // An empty list of numbers means no row at all, one of texts is ignored.
        return is_number(field).then(|| Condition::Any(Vec::new()));
    }
    let any = Condition::Any(
        values
            .iter()
            .map(|value| one(clock, field, operator, value))
            .collect(),
    );
    Some(if test.negated { any.negated() } else { any })
}

fn operator(field: &Userfield, test: &Test<'_>) -> Operator {
    let exact =
        field.show_filter == "I" || matches!(field.user_type_id.as_str(), "crm" | "crm_status");
    let operator = match test.operator {
        _ if test.bare && exact => EQUAL,
        _ if test.bare && field.show_filter == "E" => Operator::Contains,
        _ if test.bare => Operator::Pattern,
        Operator::In => EQUAL,
        other => other,
    };
    match operator {
        Operator::Pattern | Operator::Contains | Operator::Words if is_number(field) => EQUAL,
        other => other,
    }
}

fn one(clock: &Clock, field: &Userfield, operator: Operator, value: &Value) -> Condition {
    let text = cast::text(value);
    match operator {
        EQUAL if is_nothing(field, value) => nothing(field),
        Operator::Compare(comparison) => {
            let value = convert(clock, field, value);
            each(field, |operand| {
                Condition::Compare(operand, comparison, value)
            })
        }
        // Digits alone are no pattern.
        Operator::Pattern if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() => {
            each(field, |operand| {
                Condition::Compare(operand, Comparison::Equal, SqlValue::Text(text))
            })
        }
        Operator::Pattern | Operator::Contains | Operator::Words | Operator::In
            if text.is_empty() =>
        {
            nothing(field)
        }
        Operator::Pattern => each(field, |operand| Condition::Like(operand, text)),
        Operator::Contains | Operator::In => {
            each(field, |operand| Condition::Like(operand, contains(&text)))
        }
        Operator::Words => Condition::All(
            text.split_whitespace()
                .map(|word| each(field, |operand| Condition::Like(operand, contains(word))))
                .collect(),
        ),
    }
}

/// The condition on the field's value, or on one of its values.
fn each(field: &Userfield, inner: impl FnOnce(Operand) -> Condition) -> Condition {
    let number = is_number(field);
    if field.is_multiple() {
        let inner = inner(if number {
            Operand::Each
        } else {
            Operand::EachText
        });
        return Condition::AnyOf(Several::Userfield(field.id), Box::new(inner));
    }
    inner(if number {
        Operand::Userfield(field.id)
    } else {
        Operand::UserfieldText(field.id)
    })
}

fn is_nothing(field: &Userfield, value: &Value) -> bool {
    let text = cast::text(value);
    text.is_empty() || is_number(field) && !is_date(field) && cast::float(value) == 0.0
}

/// The record has no value in this field, or the nothing of its type.
fn nothing(field: &Userfield) -> Condition {
    if field.is_multiple() {
        let some = Condition::AnyOf(
            Several::Userfield(field.id),
            Box::new(Condition::All(Vec::new())),
        );
        return Condition::Not(Box::new(some));
    }
    let operand = Operand::Userfield(field.id);
    let zero = if is_number(field) {
        SqlValue::Integer(0)
    } else {
        SqlValue::Text(String::new())
    };
    Condition::Any(vec![
        Condition::Unset(operand.clone()),
        Condition::Compare(operand, Comparison::Equal, zero),
    ])
}

fn convert(clock: &Clock, field: &Userfield, value: &Value) -> SqlValue {
    let text = cast::text(value);
    match field.user_type_id.as_str() {
        "datetime" => clock.parse(&text).map_or(SqlValue::Null, SqlValue::Integer),
        "date" => clock
            .parse_day(&text)
            .map_or(SqlValue::Null, SqlValue::Text),
        "double" => SqlValue::Real(cast::float(value)),
        _ if is_number(field) => SqlValue::Integer(cast::int(value)),
        _ => SqlValue::Text(text),
    }
}

fn is_date(field: &Userfield) -> bool {
    matches!(field.user_type_id.as_str(), "date" | "datetime")
}

fn is_number(field: &Userfield) -> bool {
    matches!(
        field.user_type_id.as_str(),
        "integer"
            | "double"
            | "boolean"
            | "enumeration"
            | "datetime"
            | "date"
            | "employee"
            | "file"
            | "iblock_section"
            | "iblock_element"
    )
}
