//! Answers as portals send them.

use crm_wasm::json::{Answer, ErrorKind, JsonError, Shape};
use crm_wasm::schema::{List, Type};

use crate::portal::{LEAD, LINK, PAGES, WALKER};

fn shape<'r>(ty: &'r Type, list: Option<&'r List>) -> Shape<'r> {
    Shape {
        ty,
        list,
        raw: false,
    }
}

fn read<'t>(text: &'t str, ty: Type, list: Option<&List>) -> Answer<'t> {
    WALKER
        .read_answer(text, shape(&ty, list))
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn value(text: &str, ty: Type, list: Option<&List>) -> String {
    read(text, ty, list)
        .value
        .unwrap_or_else(|| panic!("{text} has no result"))
}

#[test]
fn a_result_is_decoded_and_the_cost_is_noted() {
    let text = r#"{"result":[{"CONTACT_ID":"7","SORT":10,"IS_PRIMARY":"Y"}],"time":{"start":1714554000,
        "finish":1714554000.25,"date_start":"2024-05-01T12:00:00+03:00","operating_reset_at":1714554600,
        "operating":0.10276293754577637}}"#;
    let answer = read(text, Type::List(&LINK), None);
    assert_eq!(
        answer.value.as_deref(),
        Some(r#"[{"CONTACT_ID":7,"SORT":10,"IS_PRIMARY":true}]"#)
    );
    assert_eq!(answer.cost.reset_at, "1714554600");
    assert_eq!(answer.cost.operating, "0.10276293754577637");
    assert_eq!(answer.error, None);
}

#[test]
fn a_page_has_its_rows_and_the_counts_that_came() {
    let rows = [
        (
            r#"{"result":[{"ID":"1"}],"next":50,"total":51}"#,
            r#"{"items":[{"ID":1}],"total":51,"next":50}"#,
        ),
        (
            r#"{"total":1,"result":[{"ID":"1"}]}"#,
            r#"{"items":[{"ID":1}],"total":1}"#,
        ),
        (r#"{"result":[],"total":"0"}"#, r#"{"items":[],"total":0}"#),
        (r#"{"result":{"5":{"ID":"5"}}}"#, r#"{"items":[{"ID":5}]}"#),
        (r#"{"result":false}"#, r#"{"items":[]}"#),
        (r#"{"result":null,"total":null}"#, r#"{"items":[]}"#),
    ];
    for (text, page) in rows {
        assert_eq!(value(text, LEAD, Some(&PAGES)), page);
    }
}

#[test]
fn rows_are_found_by_their_path() {
    const LIST: List = List {
        page: "start",
        rows: &["result", "items"],
        key: "id",
        select_key: false,
    };
    let text = r#"{"result":{"more":[1],"items":[{"ID":"1"}]},"total":1}"#;
    assert_eq!(
        value(text, LEAD, Some(&LIST)),
        r#"{"items":[{"ID":1}],"total":1}"#
    );
    let answer = read(r#"{"result":{"other":[]},"total":1}"#, LEAD, Some(&LIST));
    assert_eq!(
        answer.value, None,
        "rows that are not there are not invented"
    );
}

#[test]
fn raw_is_the_wire() {
    let raw = |list| Shape {
        raw: true,
        ..shape(&LEAD, list)
    };
    let text = r#"{"result": {"ID":"1","N":12345678901234567890,"M":[]} ,"total":1}"#;
    let answer = WALKER.read_answer(text, raw(None)).unwrap();
    assert_eq!(
        answer.value.as_deref(),
        Some(r#"{"ID":"1","N":12345678901234567890,"M":[]}"#)
    );
    let page = r#"{"result":[{"ID":"1"}],"total":1}"#;
    let page = WALKER.read_answer(page, raw(Some(&PAGES)));
    assert_eq!(
        page.unwrap().value.as_deref(),
        Some(r#"{"items":[{"ID":"1"}],"total":1}"#)
    );
}

#[test]
fn errors_have_code_and_text() {
    let rows = [
        (
            r#"{"error":"","error_description":"Not found"}"#,
            "",
            Some("Not found"),
        ),
        (
            r#"{"error":"ERROR_CORE","error_description":"\u0410 \"b\"<br>"}"#,
            "ERROR_CORE",
            Some("А \"b\"<br>"),
        ),
        (r#"{"error":403}"#, "403", None),
        (
            r#"{"error":{"code":"BITRIX_REST_V3","message":"Bad","validation":[]}}"#,
            "BITRIX_REST_V3",
            Some("Bad"),
        ),
        (r#"{"error":{}}"#, "", None),
        (
            r#"{"error":"X","error_description":"half \ud83d pair"}"#,
            "X",
            Some("half \u{fffd} pair"),
        ),
        (
            r#"{"error":"X","error_description":"\ud83d\ude00\ud840\udc00\uDBFF\uDFFF \b\f\n\r\t\/\\"}"#,
            "X",
            Some("\u{1f600}\u{20000}\u{10ffff} \u{8}\u{c}\n\r\t/\\"),
        ),
    ];
    for (text, code, description) in rows {
        let answer = read(text, Type::Boolean, None);
        assert_eq!(answer.error.as_deref(), Some(code), "{text}");
        assert_eq!(answer.error_description.as_deref(), description, "{text}");
        assert_eq!(answer.value, None, "{text}");
    }
}

#[test]
fn no_error_is_no_error() {
    for text in [
        r#"{"result":true,"error":null}"#,
        r#"{"result":true,"error":false}"#,
    ] {
        assert_eq!(read(text, Type::Boolean, None).error, None);
    }
}

#[test]
fn other_json_is_an_answer_of_nothing() {
    for text in ["[]", "7", "null", r#""x""#, "{}", r#"{"time":7}"#] {
        assert_eq!(read(text, LEAD, Some(&PAGES)), Answer::default(), "{text}");
    }
}

#[test]
fn a_page_of_html_fails_at_its_start() {
    let error = WALKER
        .read_answer("<!DOCTYPE html>", shape(&LEAD, None))
        .unwrap_err();
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
        let error = WALKER
            .read_answer(cut, shape(&LEAD, Some(&PAGES)))
            .unwrap_err();
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
