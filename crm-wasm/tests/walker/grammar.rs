//! Which texts are JSON: `serde_json` is asked, for texts of all kinds and for every way through the walker.
//!
//! `IgnoredAny` is asked rather than `Value`, because it judges the grammar alone: `Value` also refuses half surrogate
//! pairs, numbers beyond a double and more than 128 levels, all of which are JSON (RFC 8259) and pass here.

use crm_wasm::json::{JsonError, Shape};
use crm_wasm::schema::{Field, Type};
use proptest::prelude::*;
use serde::de::IgnoredAny;

use crate::portal::{LEAD, LIST_SETTINGS, NODE, PAGES, TEXT_SETTINGS, WALKER, field, written};

static PARAMS: [Field; 4] = [
    field("ID", Type::Id),
    field("filter", Type::Filter(0)),
    field("child", NODE),
    field("PHOTO", Type::File),
];
const UNION: Type = Type::OneOf(&[
    TEXT_SETTINGS,
    LIST_SETTINGS,
    Type::List(&Type::Id),
    Type::Flag,
    Type::Date,
]);
const TYPES: [Type; 8] = [
    Type::Any,
    LEAD,
    Type::List(&LEAD),
    Type::Map(&NODE),
    Type::Integer,
    Type::Flag,
    Type::Date,
    UNION,
];

/// Checks that every way through the walker finds a text malformed when `serde_json` does, and writes JSON otherwise.
fn check(text: &str) {
    let sound = serde_json::from_str::<IgnoredAny>(text).is_ok();
    let bytes = text.as_bytes();
    for ty in &TYPES {
        let decoded = written(|out| WALKER.decode(bytes, ty, out));
        judge(text, sound, decoded);
        for (list, raw) in [
            (None, false),
            (None, true),
            (Some(&PAGES), false),
            (Some(&PAGES), true),
        ] {
            let answer = written(|out| WALKER.read_answer(bytes, Shape { ty, list, raw }, out));
            judge(text, sound, answer);
        }
    }
    let batch = written(|out| WALKER.read_batch(bytes, &[], out));
    judge(text, sound, batch);
    let encoded = written(|out| {
        let problems = WALKER.encode(bytes, &PARAMS, out)?;
        if !problems.is_empty() {
            *out = b"null".to_vec();
        }
        Ok(())
    });
    judge(text, sound, encoded);
}

fn judge(text: &str, sound: bool, result: Result<String, JsonError>) {
    match result {
        Ok(out) => {
            assert!(sound, "{text:?} is no JSON");
            assert!(
                serde_json::from_str::<IgnoredAny>(&out).is_ok(),
                "{text:?} became {out:?}"
            );
        }
        Err(error) => {
            assert!(!sound, "{text:?} is JSON, but {error}");
            assert!(text.is_char_boundary(error.offset), "{text:?}: {error}");
            assert!(error.to_string().ends_with(&error.offset.to_string()));
        }
    }
}

#[test]
fn known_texts_are_judged_as_they_should() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "truefalse",
        "01",
        "-",
        "-01",
        "1.",
        ".1",
        "1e",
        "1e+",
        "+1",
        "0x1",
        "1 2",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\t\"",
        "\"\u{0}\"",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{1:1}",
        "]",
        "}",
        "{]",
        "[}",
        "\u{feff}1",
        "NaN",
        "Infinity",
        "'a'",
        "//",
        "1\u{a0}",
        "[1}",
        "{\"a\":1]",
    ] {
        assert!(
            serde_json::from_str::<IgnoredAny>(text).is_err(),
            "{text:?}"
        );
        check(text);
    }
    for text in [
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "1e999",
        "-0",
        "0.0e-0",
        "\"\u{7f}\u{2028}\"",
        " [ ] ",
        "{ }",
        "{\"\":1}",
        "{\"a\":1,\"a\":2}",
        "\"\\u0000\"",
    ] {
        assert!(serde_json::from_str::<IgnoredAny>(text).is_ok(), "{text:?}");
        check(text);
    }
}

#[test]
fn depth_has_no_limit() {
    for (open, inner, close) in [
        ("[", "", "]"),
        ("{\"child\":", "1", "}"),
        ("[{\"n\":", "[]", "}]"),
    ] {
        let deep = open.repeat(50_000) + inner + &close.repeat(50_000);
        check(&deep);
        check(&deep[..deep.len() - 1]);
    }
}

/// Pieces of JSON in no order, with the names the types know.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\n",
        "\"",
        "\\",
        "\"ID\":",
        "\"filter\":{",
        "\">=ID\":[",
        "\"child\":{",
        "\"PHOTO\":{\"fileData\":",
        "\"result\":",
        "\"total\":",
        "\"error\":",
        "\"time\":{",
        "\"a\"",
        "\"\\u0059\"",
        "\"5\"",
        "\"\"",
        "\"2001-11-11T00:00:00Z\"",
        "1",
        "-0.5e3",
        "12345678901234567890",
        "1e999",
        "-",
        "01",
        "1.",
        "true",
        "false",
        "null",
        "nul",
        "\\ud8",
        "é",
        "\u{1}",
        "\u{2028}",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Well formed text that the types know something about.
fn sound() -> impl Strategy<Value = String> {
    let scalar = prop::sample::select(vec![
        "1",
        "\"1\"",
        "\"\"",
        "\"Y\"",
        "true",
        "false",
        "null",
        "1.5",
        "\"a\\u0022\"",
        "\"2001-11-11T02:00:00+02:00\"",
        "12345678901234567890",
        "[]",
        "{}",
    ]);
    let scalar = scalar.prop_map(str::to_owned);
    scalar.prop_recursive(4, 24, 4, |inner| {
        let name = prop::sample::select(vec![
            "ID",
            "filter",
            "!@ID",
            "%TITLE",
            "order",
            "child",
            "n",
            "PHONE",
            "LABELS",
            "PHOTO",
            "fileData",
            "id",
            "0",
            "UF_1",
            "result",
            "error",
            "time",
            "total",
            "DEFAULT_VALUE",
            "ROWS",
            "HEIGHT",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((name, inner), 0..4).prop_map(|members| {
                let members: Vec<_> = members
                    .iter()
                    .map(|(name, value)| format!("\"{name}\": {value}"))
                    .collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

/// Text that was well formed before something was cut, put or changed.
fn damaged() -> impl Strategy<Value = String> {
    let other = prop::sample::select(vec![
        "", "\"", "\\", ",", ":", "{", "}", "[", "]", "0", "-", "e", "é", "\u{1}", " ",
    ]);
    (sound(), any::<prop::sample::Index>(), 0_usize..3, other).prop_map(|(text, at, cut, other)| {
        let characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len() + 1);
        let rest = characters.iter().skip(at + cut);
        characters
            .iter()
            .take(at)
            .copied()
            .chain(other.chars())
            .chain(rest.copied())
            .collect()
    })
}

proptest! {
    #![proptest_config(crate::cases(2_000))]

    #[test]
    fn any_text_is_judged_as_serde_json_does(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn pieces_of_json_are_judged_as_serde_json_does(text in soup()) {
        check(&text);
    }

    #[test]
    fn sound_text_passes(text in sound()) {
        check(&text);
    }

    #[test]
    fn damaged_text_is_judged_as_serde_json_does(text in damaged()) {
        check(&text);
    }

    #[test]
    fn strings_end_where_serde_json_says(text in "[a-zé\"\\\\\u{1f}\u{20}\u{7f}\u{80}]{0,40}") {
        check(&format!("\"{text}\""));
    }
}
