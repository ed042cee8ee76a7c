//! Answers as portals send them: the result is converted, what wraps it stays.

use crm_wasm::json::{ErrorKind, JsonError, Shape};
use crm_wasm::schema::{List, Type};

use crate::portal::{LEAD, LINK, PAGES, WALKER, written};

const DEEP: List = List {
    page: "start",
    rows: &["result", "items"],
    select_key: false,
};

fn shape<'r>(ty: &'r Type, list: Option<&'r List>) -> Shape<'r> {
    Shape {
        ty,
        list,
        raw: false,
    }
}

fn read(text: &str, shape: Shape<'_>) -> Result<String, JsonError> {
    written(|out| WALKER.read_answer(text.as_bytes(), shape, out))
}

/// Checks rows of (an answer, what is read of it).
fn check(shape: Shape<'_>, rows: &[(&str, &str)]) {
    for (text, converted) in rows {
        assert_eq!(read(text, shape).as_deref(), Ok(*converted), "{text}");
    }
}

#[test]
fn the_result_is_decoded_and_the_rest_stays() {
    let links = Type::List(&LINK);
    check(
        shape(&links, None),
        &[
            (
                r#"{"result":[{"CONTACT_ID":"7","SORT":10,"IS_PRIMARY":"Y"}],"time":{"operating":0.10276293754577637}}"#,
                r#"{"result":[{"CONTACT_ID":7,"SORT":10,"IS_PRIMARY":true}],"time":{"operating":0.10276293754577637}}"#,
            ),
            (
                r#"{"error":"X","error_description":"\u0410 \"b\"<br>","result":""}"#,
                r#"{"error":"X","error_description":"\u0410 \"b\"<br>","result":[]}"#,
            ),
        ],
    );
}

#[test]
fn rows_are_decoded_where_their_path_leads() {
    check(
        shape(&LEAD, Some(&PAGES)),
        &[
            (
                r#"{"result":[{"ID":"1"}],"next":50,"total":"51"}"#,
                r#"{"result":[{"ID":1}],"next":50,"total":"51"}"#,
            ),
            (r#"{"result":{"5":{"ID":"5"}}}"#, r#"{"result":[{"ID":5}]}"#),
            (r#"{"result":false}"#, r#"{"result":[]}"#),
            (r#"{"result":null}"#, r#"{"result":null}"#),
        ],
    );
    check(
        shape(&LEAD, Some(&DEEP)),
        &[
            (
                r#"{"result":{"more":["1"],"items":[{"ID":"1"}]},"total":1}"#,
                r#"{"result":{"more":["1"],"items":[{"ID":1}]},"total":1}"#,
            ),
            (r#"{"result":{"other":[]}}"#, r#"{"result":{"other":[]}}"#),
            (r#"{"result":[]}"#, r#"{"result":[]}"#),
        ],
    );
}

#[test]
fn raw_is_the_wire() {
    let text = r#"{"result": {"ID":"1","N":12345678901234567890,"M":[]} ,"total":1}"#;
    for list in [None, Some(&PAGES)] {
        let raw = Shape {
            raw: true,
            ..shape(&LEAD, list)
        };
        check(raw, &[(text, text)]);
    }
}

#[test]
fn other_json_stays() {
    for text in ["[]", "7", "null", r#""x""#, "{}", r#"{"time":7}"#] {
        check(shape(&LEAD, Some(&PAGES)), &[(text, text)]);
    }
}

#[test]
fn a_page_of_html_fails_at_its_start() {
    let error = read("<!DOCTYPE html>", shape(&LEAD, None)).unwrap_err();
    assert_eq!(
        error,
        JsonError {
            offset: 0,
            kind: ErrorKind::Value
        }
    );
    assert_eq!(error.to_string(), "a value was expected at offset 0");
}

#[test]
fn a_cut_body_fails_at_its_end() {
    let whole = r#"{"result":[{"ID":"12","TITLE":"a\u0022"}],"total":1}"#;
    for length in 0..whole.len() {
        let cut = &whole[..length];
        let error = read(cut, shape(&LEAD, Some(&PAGES))).unwrap_err();
        assert_eq!(
            error,
            JsonError {
                offset: length,
                kind: ErrorKind::Ended
            },
            "{cut}"
        );
    }
}
