//! The text that a string with escapes means.

use core::str::Chars;
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
    let mut rest = raw.chars();
    while let Some(plain) = rest.next() {
        let escape = if plain == '\\' { rest.next() } else { None };
        text.push(match escape {
            None => plain,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => character(&mut rest),
            Some(other) => other,
        });
    }
    text
}

/// The character of `XXXX` or of the pair `XXXX\uXXXX`.
fn character(rest: &mut Chars<'_>) -> char {
    let mut code = unit(rest);
    let mut after = rest.clone();
    if let 0xd800..0xdc00 = code
        && after.next() == Some('\\')
        && after.next() == Some('u')
        && let low @ 0xdc00..0xe000 = unit(&mut after)
    {
        code = (((code & 0x3ff) << 10) | (low & 0x3ff)).wrapping_add(0x1_0000);
        *rest = after;
    }
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The number that the next four hexadecimal digits stand for.
fn unit(rest: &mut Chars<'_>) -> u32 {
    (0..4).fold(0, |unit, _| {
        let digit = rest.next().and_then(|digit| digit.to_digit(16));
        unit << 4 | digit.unwrap_or_default()
    })
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
