//! What escapes in a string mean, and how characters are written with them.

use core::iter::Copied;
use core::slice::Iter;
use std::borrow::Cow;

use super::token::RawText;

/// What stands for a control character or one beyond ASCII.
const STRANGE: u8 = 0x7f;

impl<'t> RawText<'t> {
    /// What the string means, to be compared with what is declared: of the characters that nothing declared has, those that
    /// are written as escapes are all the same.
    pub fn content(&self) -> Cow<'t, [u8]> {
        if self.escaped {
            Cow::Owned(unescape(self.raw))
        } else {
            Cow::Borrowed(self.raw)
        }
    }
}

/// Resolves the escapes of a string that the cursor has found well formed.
fn unescape(raw: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    let mut rest = raw.iter().copied();
    while let Some(plain) = rest.next() {
        let escape = if plain == b'\\' { rest.next() } else { None };
        text.push(match escape {
            None => plain,
            Some(sign @ (b'"' | b'\\' | b'/')) => sign,
            Some(b'u') => u8::try_from(unit(&mut rest)).map_or(STRANGE, |byte| byte.min(STRANGE)),
            Some(_) => STRANGE,
        });
    }
    text
}

/// The number that the next four hexadecimal digits stand for.
fn unit(rest: &mut Copied<Iter<'_, u8>>) -> u32 {
    (0..4).fold(0, |unit, _| {
        let digit = rest.next().and_then(|digit| char::from(digit).to_digit(16));
        unit << 4 | digit.unwrap_or_default()
    })
}

/// Writes a text as a JSON string, quotes included.
pub fn push_string(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'"');
    for byte in text {
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
            0..0x20 => push_unit(out, u16::from(*byte)),
            _ => out.push(*byte),
        }
    }
    out.push(b'"');
}

/// Writes the escapes of the character whose first byte is given, and gives what follows it. What is no UTF-8 stays.
pub fn push_character<'t>(out: &mut Vec<u8>, first: u8, after: &'t [u8]) -> &'t [u8] {
    let Some((character, rest)) = first_character(first, after) else {
        out.push(first);
        return after;
    };
    for unit in character.encode_utf16(&mut [0; 2]) {
        push_unit(out, *unit);
    }
    rest
}

/// The character whose first byte is given, and what follows it; none where that is no UTF-8.
fn first_character(first: u8, rest: &[u8]) -> Option<(char, &[u8])> {
    let (more, least) = match first {
        0xc0..0xe0 => (1, 0x80),
        0xe0..0xf0 => (2, 0x800),
        0xf0..0xf8 => (3, 0x1_0000),
        _ => return None,
    };
    let (continuation, after) = rest.split_at_checked(more)?;
    let mut code = u32::from(first & 0x3f >> more);
    for byte in continuation {
        if byte & 0xc0 != 0x80 {
            return None;
        }
        code = code << 6 | u32::from(byte & 0x3f);
    }
    let character = char::from_u32(code).filter(|_| code >= least)?;
    Some((character, after))
}

/// Writes `\uXXXX`.
fn push_unit(out: &mut Vec<u8>, unit: u16) {
    let place = |shift: u32| digit(u32::from(unit) >> shift & 0xf);
    out.extend_from_slice(&[b'\\', b'u', place(12), place(8), place(4), place(0)]);
}

/// Writes a number in digits.
pub fn push_number(out: &mut Vec<u8>, number: u64) {
    let tens = number.wrapping_div(10);
    if tens > 0 {
        push_number(out, tens);
    }
    out.push(digit(
        u32::try_from(number.wrapping_sub(tens.wrapping_mul(10))).unwrap_or_default(),
    ));
}

/// The digit of a number below 16.
pub fn digit(number: u32) -> u8 {
    let number = (number & 0xf) as u8;
    number.wrapping_add(if number < 10 { b'0' } else { b'a' - 10 })
}
