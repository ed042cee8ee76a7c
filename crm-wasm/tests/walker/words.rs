//! What is read eight bytes at a time, against the same byte by byte, at every place of a word.

use std::fmt::Write as _;

use crm_wasm::json::copy::Copy;
use crm_wasm::json::token::{ascii_length, plain_length};
use proptest::prelude::*;

fn is_plain(byte: u8) -> bool {
    !matches!(byte, b'"' | b'\\' | 0..0x20)
}

/// Checks a text from each of its first bytes on, so that words start everywhere.
fn check(text: &[u8]) {
    for start in 0..text.len().min(9) {
        let text = &text[start..];
        let slow = |ends: fn(u8) -> bool| {
            let end = text.iter().position(|byte| ends(*byte));
            end.unwrap_or(text.len())
        };
        assert_eq!(plain_length(text), slow(|byte| !is_plain(byte)), "{text:?}");
        assert_eq!(
            ascii_length(text),
            slow(|byte| !byte.is_ascii()),
            "{text:?}"
        );
    }
}

#[test]
fn every_byte_is_found_at_every_place() {
    for byte in 0..=255 {
        for length in 0..=20 {
            for place in 0..length {
                let mut text = vec![b'a'; length];
                text[place] = byte;
                check(&text);
            }
        }
    }
}

/// What should be written of a text in which few characters are beyond ASCII, character by character.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if character.is_ascii() {
            escaped.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}

/// What is written of a text. Behind it there is enough ASCII for its other characters to be few.
fn ascii(text: &[u8]) -> Vec<u8> {
    let long = [text, b" ".repeat(8 * text.len()).as_slice()].concat();
    let mut out = Vec::new();
    Copy::to_parse(&long, 0, &mut out).until(text.len());
    out
}

#[test]
fn every_character_is_escaped_unless_it_is_ascii() {
    for character in '\0'..=char::MAX {
        let text = character.to_string();
        assert_eq!(ascii(text.as_bytes()), escaped(&text).as_bytes());
    }
}

#[test]
fn a_character_is_escaped_wherever_it_stands() {
    for character in ["é", "ы", "\u{2028}", "🙂"] {
        for before in 0..=17 {
            for after in 0..=17 {
                let text = "a".repeat(before) + character + &"b".repeat(after);
                assert_eq!(ascii(text.as_bytes()), escaped(&text).as_bytes(), "{text}");
            }
        }
    }
}

#[test]
fn characters_are_escaped_where_they_are_an_eighth_of_the_bytes_and_stay_where_they_are_more() {
    for blanks in [1119, 1120] {
        let text = "ы".repeat(80) + &" ".repeat(blanks);
        let mut out = Vec::new();
        Copy::to_parse(text.as_bytes(), 0, &mut out).until(text.len());
        let written = String::from_utf8(out).unwrap();
        let few = blanks == 1120;
        assert_eq!(written, if few { escaped(&text) } else { text });
    }
}

/// Bytes that are often nearly UTF-8.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        any::<char>().prop_map(|character| character.to_string().into_bytes()),
        prop::collection::vec(0x80_u8.., 1..5),
        "[a-z]{0,9}".prop_map(String::into_bytes),
        prop::sample::select(vec![
            b"\xc0\x80".to_vec(),
            b"\xe0\x9f\xbf".to_vec(),
            b"\xed\xa0\x80".to_vec(),
            b"\xf0\x8f\xbf\xbf".to_vec(),
            b"\xf4\x90\x80\x80".to_vec(),
        ]),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::cases(4_000))]

    #[test]
    fn words_end_where_bytes_say(text in prop::collection::vec(any::<u8>(), 0..40)) {
        check(&text);
    }

    #[test]
    fn what_is_no_utf8_is_none_afterwards(text in bytes()) {
        let out = ascii(&text);
        match str::from_utf8(&text) {
            Ok(text) => prop_assert_eq!(out, escaped(text).into_bytes()),
            Err(_) => prop_assert!(str::from_utf8(&out).is_err(), "{text:x?} became {out:x?}"),
        }
    }
}
