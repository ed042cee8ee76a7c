//! How SQLite goes about what is asked of it.

use rusqlite::types::Value;

use super::*;
use crate::store::Store;

/// How SQLite goes about finding leads.
fn plan(condition: &Condition) -> String {
    let store = Store::open(None).unwrap();
    let mut sql = Builder::new(Kind::Lead);
    sql.push("EXPLAIN QUERY PLAN SELECT COUNT(*) FROM leads t");
    sql.holds(condition);
    let detail = |db: &Connection| {
        let mut statement = db.prepare(&sql.text)?;
        let values = params_from_iter(&sql.values);
        let rows = statement.query_map(values, |row| row.get::<_, String>(3))?;
        rows.collect::<Sql<Vec<_>>>()
    };
    store.read(detail).unwrap().join("\n")
}

#[test]
fn what_large_lists_are_filtered_by_has_an_index() {
    let text = |text: &str| Value::Text(text.into());
    let cases = [
        (
            Operand::Number("ASSIGNED_BY_ID"),
            Comparison::Equal,
            Value::Integer(2),
        ),
        (
            Operand::Number("COMPANY_ID"),
            Comparison::Equal,
            Value::Integer(2),
        ),
        (
            Operand::Number("DATE_CREATE"),
            Comparison::Greater,
            Value::Integer(2),
        ),
        (
            Operand::Number("DATE_MODIFY"),
            Comparison::LessOrEqual,
            Value::Integer(2),
        ),
        (Operand::Text("STATUS_ID"), Comparison::Equal, text("NEW")),
    ];
    for (operand, comparison, value) in cases {
        let condition = Condition::Compare(operand, comparison, value);
        // As lists ask: what the caller may see, and what they want.
        let both = Condition::All(vec![Condition::ALWAYS, Condition::All(vec![condition])]);
        let plan = plan(&both);
        assert!(
            plan.starts_with("SEARCH t USING COVERING INDEX"),
            "{both:?}: {plan}"
        );
    }
}

#[test]
fn ids_are_found_without_a_scan() {
    let condition = Condition::Compare(
        Operand::Number("ID"),
        Comparison::Greater,
        Value::Integer(2),
    );
    let plan = plan(&condition);
    assert!(
        plan.starts_with("SEARCH t USING INTEGER PRIMARY KEY"),
        "{plan}"
    );
}

#[test]
fn all_leads_are_counted_without_looking_at_them() {
    let everything = Condition::All(vec![Condition::ALWAYS, Condition::ALWAYS]);
    assert!(everything.is_trivial());
    let mut sql = Builder::new(Kind::Lead);
    sql.holds(&everything);
    assert_eq!(sql.text, "");
}
