//! The text that a string with escapes means.

use std::borrow::Cow;

use super::token::RawText;

impl<'t> RawText<'t> {
    /// What the string means. Half a surrogate pair becomes U+FFFD.
    pub fn content(&self) -> Cow<'t, str> {
        if self.escaped {
            Cow::Owned(unescape(self.raw))
        } else {
            Cow::Borrowed(self.raw)
        }
    }
}

/// Resolves the escapes of a string that the cursor has found well formed.
fn unescape(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((plain, escape)) = cut(rest, b'\\') {
        text.push_str(plain);
        let mut after = escape.chars();
        match after.next() {
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('u') => {
                let (character, length) = character(after.as_str());
                text.push(character);
                rest = after.as_str().get(length..).unwrap_or_default();
                continue;
            }
            Some(other) => text.push(other),
            None => {}
        }
        rest = after.as_str();
    }
    text.push_str(rest);
    text
}

/// What stands before and after the first of an ASCII character.
pub fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..place)?, text.get(place.wrapping_add(1)..)?))
}

/// The character of `XXXX` or of the pair `XXXX\uXXXX`, and how long that was.
fn character(text: &str) -> (char, usize) {
    let unit = unit(text);
    let low = text
        .get(4..)
        .and_then(|rest| rest.strip_prefix("\\u"))
        .map(self::unit);
    match (unit, low) {
        (0xd800..0xdc00, Some(low @ 0xdc00..0xe000)) => {
            let code = (((unit & 0x3ff) << 10) | (low & 0x3ff)).wrapping_add(0x1_0000);
            (
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
                10,
            )
        }
        _ => (
            char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER),
            4,
        ),
    }
}

/// The number that the four hexadecimal digits at the start of a text stand for.
fn unit(text: &str) -> u32 {
    text.get(..4)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok())
        .unwrap_or_default()
}

/// Writes a text as a JSON string, quotes included.
pub fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0'..' ' => {
                out.push_str("\\u00");
                let code = u32::from(character);
                for digit in [code >> 4, code & 0xf] {
                    out.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// Writes a number in digits.
pub fn push_number(out: &mut String, number: u64) {
    let tens = number.wrapping_div(10);
    if tens > 0 {
        push_number(out, tens);
    }
    let digit = u32::try_from(number.wrapping_sub(tens.wrapping_mul(10))).unwrap_or_default();
    out.push(char::from_digit(digit, 10).unwrap_or('0'));
}
