//! Batches as portals answer them.

use crm_wasm::json::{JsonError, Shape};
use crm_wasm::schema::{List, Type};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::portal::{LEAD, PAGES, WALKER, decoded, written};

const GET: Shape<'_> = Shape {
    ty: &LEAD,
    list: None,
    raw: false,
};
const LIST: Shape<'_> = Shape {
    list: Some(&PAGES),
    ..GET
};

fn read(text: &str, commands: &[Shape<'_>]) -> Result<String, JsonError> {
    written(|out| WALKER.read_batch(text.as_bytes(), commands, out))
}

#[test]
fn each_value_is_decoded_by_its_command() {
    let deep = List {
        rows: &["result", "items"],
        ..PAGES
    };
    let deep = Shape {
        list: Some(&deep),
        ..GET
    };
    let raw = Shape { raw: true, ..GET };
    let any = Shape {
        ty: &Type::Any,
        ..GET
    };
    let wire = r#"{"result":{"result":[{"ID":"1"},[{"ID":"2"}],{"ID":"3"},{"ID":"4"},{"items":[{"ID":"5"}]}],
        "result_total":{"1":"51"},"result_time":[{"operating":0.5}]},"total":"7"}"#;
    let got = r#"{"result":{"result":[{"ID":1},[{"ID":2}],{"ID":"3"},{"ID":"4"},{"items":[{"ID":5}]}],
        "result_total":{"1":"51"},"result_time":[{"operating":0.5}]},"total":"7"}"#;
    assert_eq!(read(wire, &[GET, LIST, raw, any, deep]).as_deref(), Ok(got));
}

#[test]
fn results_are_a_list_or_a_map_or_nothing() {
    let rows = [
        (
            r#"{"result":{"result":{"1":{"ID":"1"}}}}"#,
            r#"{"result":{"result":{"1":{"ID":1}}}}"#,
        ),
        (
            r#"{"result":{"result":[{"ID":"1"},null]}}"#,
            r#"{"result":{"result":[{"ID":1},null]}}"#,
        ),
        (
            r#"{"result":{"result":[],"result_error":[{"ID":"1"}]}}"#,
            r#"{"result":{"result":[],"result_error":[{"ID":"1"}]}}"#,
        ),
        (r#"{"result":null}"#, r#"{"result":null}"#),
        (r#"{"error":"x"}"#, r#"{"error":"x"}"#),
        (
            r#"{"result":{"result":{"2":{"ID":"1"},"x":{"ID":"1"}}}}"#,
            r#"{"result":{"result":{"2":{"ID":"1"},"x":{"ID":"1"}}}}"#,
        ),
    ];
    for (wire, got) in rows {
        assert_eq!(read(wire, &[GET, GET]).as_deref(), Ok(got));
    }
}

#[test]
fn what_is_cut_is_no_batch() {
    let text = r#"{"result":{"result":[{"ID":"1"},[{"ID":"2"}]],"result_error":[],"result_total":{"1":1}}}"#;
    for length in 0..text.len() {
        assert!(read(&text[..length], &[GET, LIST]).is_err(), "{length}");
    }
}

/// The result of a command, or none of one that failed.
fn outcome() -> impl Strategy<Value = Option<(Shape<'static>, Value)>> {
    let lead = |id: u32| json!({"ID": id.to_string(), "TITLE": "a\"\n", "UF_X": id});
    prop_oneof![
        any::<u32>().prop_map(move |id| Some((GET, lead(id)))),
        prop::collection::vec(any::<u32>(), 0..4)
            .prop_map(move |rows| Some((LIST, rows.into_iter().map(lead).collect()))),
        Just(Some((GET, Value::Null))),
        Just(None),
    ]
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
        let (mut wire, mut got, mut commands) = (Map::new(), Map::new(), Vec::new());
        for (key, outcome) in outcomes.into_iter().enumerate() {
            commands.push(outcome.as_ref().map_or(GET, |(shape, _)| *shape));
            if let Some((shape, value)) = outcome {
                let ty = if shape.list.is_some() { Type::List(&LEAD) } else { LEAD };
                let converted = decoded(&value.to_string(), &ty);
                got.insert(key.to_string(), serde_json::from_str(&converted).unwrap());
                wire.insert(key.to_string(), value);
            }
        }
        let text = json!({"result": {"result": php(&wire), "result_error": []}, "time": {}}).to_string();
        let due = json!({"result": {"result": php(&got), "result_error": []}, "time": {}});
        let read: Value = serde_json::from_str(&read(&text, &commands).unwrap()).unwrap();
        prop_assert_eq!(read, due);
    }
}
