//! Form bodies: known ones, and thousands of generated ones that PHP itself reads too.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crm_wasm::php::form_to_json;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

/// Reads a list of bodies, writes a list of what they mean.
const PHP: &str = r"
    $out = [];
    foreach (json_decode(stream_get_contents(STDIN)) as $body) { parse_str($body, $read); $out[] = (object)$read; }
    echo json_encode($out, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
";

#[test]
fn an_event_is_read() {
    let body = "event=ONCRMLEADADD&event_handler_id=5&data%5BFIELDS%5D%5BID%5D=77&ts=1714554000\
        &auth[domain]=p.bitrix24.com&auth[scope]=crm%2Cplacement&note=a+b%20%D1%8F%22%0A";
    let json = r#"{"event":"ONCRMLEADADD","event_handler_id":"5","data":{"FIELDS":{"ID":"77"}},"ts":"1714554000","auth":{"domain":"p.bitrix24.com","scope":"crm,placement"},"note":"a b я\"\u000a"}"#;
    assert_eq!(form_to_json(body), json);
}

#[test]
fn lists_are_lists_and_the_rest_are_objects() {
    let rows = [
        ("", "{}"),
        ("0=a&1=b", r#"{"0":"a","1":"b"}"#),
        ("a[]=1&a[]=2", r#"{"a":["1","2"]}"#),
        ("a[0]=1&a[1]=2", r#"{"a":["1","2"]}"#),
        ("a[1]=1&a[]=2", r#"{"a":{"1":"1","2":"2"}}"#),
        ("a[00]=1", r#"{"a":{"00":"1"}}"#),
    ];
    for (body, json) in rows {
        assert_eq!(form_to_json(body), json, "{body}");
    }
}

#[test]
fn what_is_no_utf8_is_replaced() {
    assert_eq!(form_to_json("a=%ff%D1"), "{\"a\":\"\u{fffd}\u{fffd}\"}");
}

#[test]
fn limits_are_those_of_php() {
    let many: Vec<String> = (0..1_200).map(|number| format!("v{number}=1")).collect();
    let read: Value = serde_json::from_str(&form_to_json(&many.join("&"))).unwrap();
    assert_eq!(read.as_object().unwrap().len(), 1_000);
    assert_eq!(
        form_to_json(&format!("a{}=1&b=2", "[x]".repeat(65))),
        r#"{"b":"2"}"#
    );
    assert!(form_to_json(&format!("a{}=1", "[x]".repeat(64))).contains("\"1\""));
}

/// Names and values from the characters that mean something, and a few that do not.
fn body() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "",
        "a",
        "b",
        "0",
        "1",
        "2",
        "7",
        "-1",
        "01",
        "-0",
        " ",
        "\t",
        "+",
        "%20",
        ".",
        "a.b",
        "%5B",
        "%5D",
        "%00",
        "é",
        "%D1%8F",
        "9223372036854775806",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "__Host",
        "%",
        "%4",
        "%zz",
    ]);
    let bracket = prop_oneof![
        6 => key.clone().prop_map(|key| format!("[{key}]")),
        1 => key.clone().prop_map(|key| format!("[{key}")),
        1 => key.clone().prop_map(|key| format!("{key}]")),
        1 => Just("[]x".to_owned()),
    ];
    let name = (
        key.clone(),
        key.clone(),
        prop::collection::vec(bracket, 0..4),
    );
    let name =
        name.prop_map(|(first, second, brackets)| format!("{first}{second}{}", brackets.concat()));
    let pair = prop_oneof![
        8 => (name.clone(), key).prop_map(|(name, value)| format!("{name}={value}")),
        1 => name,
        1 => prop::sample::select(vec!["", "=", "=x", "a=b=c", "a;b=1", "[a]=1"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(pair, 0..8).prop_map(|pairs| pairs.join("&"))
}

#[test]
fn bodies_mean_what_php_says() {
    let mut runner = TestRunner::deterministic();
    let mut bodies: Vec<String> = (0..5_000)
        .map(|_| body().new_tree(&mut runner).unwrap().current())
        .collect();
    bodies.push(format!("a{}=1&b=2", "[x]".repeat(64)));
    bodies.push(format!("a=1&a{}=1&b=2", "[x]".repeat(65)));
    let Some(expected) = ask_php(&bodies) else {
        return;
    };
    assert_eq!(expected.len(), bodies.len());
    for (body, expected) in bodies.iter().zip(expected) {
        let json = form_to_json(body);
        let read: Value =
            serde_json::from_str(&json).unwrap_or_else(|error| panic!("{body:?}: {json}: {error}"));
        assert_eq!(read.to_string(), expected.to_string(), "{body:?}");
    }
}

/// What PHP reads; none, with a word to the person at the terminal, where there is no PHP.
fn ask_php(bodies: &[String]) -> Option<Vec<Value>> {
    let php = Command::new("php")
        .args(["-n", "-d", "display_errors=stderr", "-r", PHP])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut php) = php else {
        // Not `eprintln!`, whose output a passing test hides.
        let _ = writeln!(
            std::io::stderr(),
            "php is not installed: form bodies were not compared with PHP's parse_str"
        );
        return None;
    };
    let input = serde_json::to_vec(bodies).unwrap();
    let mut stdin = php.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&input).unwrap());
    let output = php.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "php failed: {:?}", output.status);
    Some(serde_json::from_slice(&output.stdout).unwrap())
}
