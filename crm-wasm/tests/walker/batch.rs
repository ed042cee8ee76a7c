//! Batches as portals answer them.

use crm_wasm::json::{Answer, JsonError, Shape};
use crm_wasm::schema::Type;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::portal::{LEAD, PAGES, WALKER, decoded};

const GET: Shape<'_> = Shape {
    ty: &LEAD,
    list: None,
    raw: false,
};
const LIST: Shape<'_> = Shape {
    list: Some(&PAGES),
    ..GET
};

/// An error as its code and text.
fn refuse(answer: Answer<'_>) -> String {
    let Answer {
        error,
        error_description,
        ..
    } = answer;
    json!([error, error_description]).to_string()
}

fn read<'t>(text: &'t str, commands: &[Shape<'_>]) -> Result<Answer<'t>, JsonError> {
    WALKER.read_batch(text, commands, &refuse)
}

fn value(text: &str, commands: &[Shape<'_>]) -> Value {
    let answer = read(text, commands).unwrap_or_else(|error| panic!("{text}: {error}"));
    let value = answer
        .value
        .unwrap_or_else(|| panic!("{text} has no result"));
    serde_json::from_str(&value).unwrap_or_else(|error| panic!("{value}: {error}"))
}

/// Checks rows of (what the portal writes in `result`, what there is to read of it).
fn check(commands: &[Shape<'_>], rows: &[(&str, Value)]) {
    for (parts, read) in rows {
        let mut whole = json!({"value": {}, "total": {}, "next": {}, "error": {}, "operating": {}});
        for (part, members) in read.as_object().unwrap() {
            whole[part] = members.clone();
        }
        let text = format!(r#"{{"result":{parts},"time":{{"operating":0}}}}"#);
        assert_eq!(value(&text, commands), whole, "{parts}");
    }
}

#[test]
fn each_value_is_decoded_by_its_command() {
    let raw = Shape { raw: true, ..GET };
    let any = Shape {
        ty: &Type::Any,
        ..GET
    };
    check(
        &[GET, LIST, raw, any],
        &[(
            r#"{"result":[{"ID":"1"},[{"ID":"2"}],{"ID":"3"},{"ID":"4"}],"result_error":[],"result_total":{"1":"51"},
                "result_next":{"1":50},"result_time":[{"operating":0.5,"operating_reset_at":1714554600},{},{},
                {"operating":12}]}"#,
            json!({
                "value": {"0": {"ID": 1}, "1": {"items": [{"ID": 2}]}, "2": {"ID": "3"}, "3": {"ID": "4"}},
                "total": {"1": 51}, "next": {"1": 50},
                "operating": {"0": [0.5, 1_714_554_600], "3": [12, 0]},
            }),
        )],
    );
}

#[test]
fn parts_are_lists_or_maps_or_empty() {
    let failed = json!(["ERROR_CORE", "Not found"]);
    check(
        &[GET, GET],
        &[
            (
                r#"{"result":{"1":{"ID":"1"}},"result_error":[{"error":"ERROR_CORE","error_description":"Not found"}]}"#,
                json!({"value": {"1": {"ID": 1}}, "error": {"0": failed}}),
            ),
            (
                r#"{"result":[{"ID":"1"}],"result_error":{"1":{"error":"ERROR_CORE","error_description":"Not found"}}}"#,
                json!({"value": {"0": {"ID": 1}}, "error": {"1": failed}}),
            ),
            (
                r#"{"result":[],"result_error":[],"result_total":[],"result_next":[],"result_time":[]}"#,
                json!({}),
            ),
            (
                r#"{"result":[],"result_error":["QUERY_LIMIT_EXCEEDED",{"error":503}]}"#,
                json!({"error": {"0": ["QUERY_LIMIT_EXCEEDED", null], "1": ["503", null]}}),
            ),
            ("[]", json!({})),
            ("null", json!({})),
        ],
    );
}

#[test]
fn a_result_may_be_nothing() {
    check(
        &[GET, LIST],
        &[(
            r#"{"result":[null,null]}"#,
            json!({"value": {"0": null, "1": {"items": []}}}),
        )],
    );
}

#[test]
fn rows_that_are_not_there_are_an_error_of_their_command() {
    let deep = crm_wasm::schema::List {
        rows: &["result", "items"],
        ..PAGES
    };
    let list = Shape {
        list: Some(&deep),
        ..GET
    };
    check(
        &[list, list],
        &[(
            r#"{"result":[{"others":[]},{"items":[{"ID":"1"}]}]}"#,
            json!({"value": {"0": {"items": null}, "1": {"items": [{"ID": 1}]}}, "error": {"0": [null, null]}}),
        )],
    );
}

#[test]
fn what_nobody_asked_for_is_passed() {
    check(
        &[GET],
        &[(
            r#"{"new":{"0":1},"result_total":[1,2,3],"result":{"0":{"ID":"1"},"1":{},"x":{},"-1":{}}}"#,
            json!({"value": {"0": {"ID": 1}}, "total": {"0": 1}}),
        )],
    );
}

#[test]
fn a_batch_may_be_refused_as_a_whole() {
    let answer = read(
        r#"{"error":"expired_token","error_description":"x"}"#,
        &[GET],
    )
    .unwrap();
    assert_eq!(
        (answer.value, answer.error.as_deref()),
        (None, Some("expired_token"))
    );
}

#[test]
fn what_is_cut_is_no_batch() {
    let text = r#"{"result":{"result":[{"ID":"1"},[{"ID":"2"}]],"result_error":[],"result_total":{"1":1}}}"#;
    for length in 0..text.len() {
        assert!(read(&text[..length], &[GET, LIST]).is_err(), "{length}");
    }
}

/// A command and how it went.
#[derive(Clone, Debug)]
enum Outcome {
    Lead(Option<u32>),
    Rows(Vec<u32>, Option<u32>),
    Refused(String),
    /// A command before it was refused.
    NotTried,
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        any::<Option<u32>>().prop_map(Outcome::Lead),
        (
            prop::collection::vec(any::<u32>(), 0..4),
            any::<Option<u32>>()
        )
            .prop_map(|(rows, next)| Outcome::Rows(rows, next)),
        ".{0,8}".prop_map(Outcome::Refused),
        Just(Outcome::NotTried),
    ]
}

fn lead(id: u32) -> Value {
    json!({"ID": id.to_string(), "TITLE": "a\"\n", "UF_X": id})
}

/// As PHP writes an array: a list where the keys are 0, 1, 2….
fn php(members: &Map<String, Value>) -> Value {
    let dense = members
        .keys()
        .enumerate()
        .all(|(at, key)| *key == at.to_string());
    if dense {
        members.values().cloned().collect()
    } else {
        members.clone().into()
    }
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn every_command_gets_what_is_its_own(outcomes in prop::collection::vec(outcome(), 0..12)) {
        let [mut wire_values, mut values, mut wire_errors, mut errors, mut totals, mut nexts] = std::array::from_fn(|_| Map::new());
        let mut commands = Vec::new();
        for (key, outcome) in outcomes.iter().enumerate() {
            let key = key.to_string();
            commands.push(if matches!(outcome, Outcome::Rows(..)) { LIST } else { GET });
            match outcome {
                Outcome::Lead(id) => {
                    let wire = id.map_or(Value::Null, lead);
                    let got = decoded(&wire.to_string(), &LEAD);
                    wire_values.insert(key.clone(), wire);
                    values.insert(key, serde_json::from_str(&got).unwrap());
                }
                Outcome::Rows(rows, next) => {
                    let wire: Value = rows.iter().copied().map(lead).collect();
                    let got = decoded(&wire.to_string(), &Type::List(&LEAD));
                    wire_values.insert(key.clone(), wire);
                    values.insert(key.clone(), json!({"items": serde_json::from_str::<Value>(&got).unwrap()}));
                    totals.insert(key.clone(), json!(rows.len()));
                    if let Some(next) = next {
                        nexts.insert(key, json!(next));
                    }
                }
                Outcome::Refused(text) => {
                    wire_errors.insert(key.clone(), json!({"error": "", "error_description": text}));
                    errors.insert(key, json!(["", text]));
                }
                Outcome::NotTried => {}
            }
        }
        let text = json!({"result": {
            "result": php(&wire_values), "result_error": php(&wire_errors), "result_total": php(&totals),
            "result_next": php(&nexts), "result_time": [],
        }});
        let due = json!({"value": values, "total": totals, "next": nexts, "error": errors, "operating": {}});
        prop_assert_eq!(value(&text.to_string(), &commands), due);
    }
}
