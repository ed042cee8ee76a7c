//! Conditions on fields that hold several values: links, observers, phones and the like.

use rusqlite::types::Value as SqlValue;
use serde_json::Value;

use crate::crm::filter::{Operator, Test};
use crate::crm::search::contains;
use crate::php::cast;
use crate::store::query::{Comparison, Condition, Operand, Several};

/// What holds when one of several values passes the test.
pub fn condition(several: Several, test: &Test<'_>, value: &Value) -> Condition {
    let wanted = if cast::is_array(value) {
        cast::values(value)
    } else {
        vec![value]
    };
    let is_text = matches!(several, Several::Multifield(_) | Several::EntriesOfType(..));
    let one = |value: &Value| match test.operator {
        Operator::Compare(comparison) => compare(is_text, comparison, value),
        Operator::In => compare(is_text, Comparison::Equal, value),
        Operator::Pattern => Condition::Like(Operand::EachText, cast::text(value)),
        Operator::Contains | Operator::Words => {
            Condition::Like(Operand::EachText, contains(&cast::text(value)))
        }
    };
    let any = Condition::Any(wanted.into_iter().map(one).collect());
    let holds = Condition::AnyOf(several, Box::new(any));
    if test.negated {
        Condition::Not(Box::new(holds))
    } else {
        holds
    }
}

fn compare(is_text: bool, comparison: Comparison, value: &Value) -> Condition {
    let (operand, value) = if is_text {
        (Operand::EachText, SqlValue::Text(cast::text(value)))
    } else {
        (Operand::Each, SqlValue::Integer(cast::int(value)))
    };
    Condition::Compare(operand, comparison, value)
}
