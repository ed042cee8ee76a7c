//! Calendar dates and moments as ISO 8601 writes them: `2001-11-11`, `2001-11-11T02:00:00+02:00`.

use super::escape::digit;

const DAY: i32 = 24 * 60;

/// A date, perhaps with a time of day and an offset from UTC.
pub struct Moment {
    year: i32,
    month: i32,
    day: i32,
    /// Minutes since midnight.
    minutes: i32,
    /// Whether seconds or parts of one are above zero.
    seconds: bool,
    /// Minutes ahead of UTC, where it is said.
    offset: Option<i32>,
}

/// Reads a date or a moment; none for anything else, and for days no calendar has.
pub fn parse(text: &[u8]) -> Option<Moment> {
    let mut rest = text;
    let year = digits(&mut rest, 4)?;
    let month = part(&mut rest, b"-", 13)?;
    let day = part(&mut rest, b"-", 32)?;
    if month < 1 || day < 1 || day > days_in(year, month) {
        return None;
    }
    let mut moment = Moment {
        year,
        month,
        day,
        minutes: 0,
        seconds: false,
        offset: None,
    };
    if !rest.is_empty() {
        let hours = part(&mut rest, b"Tt ", 24)?;
        moment.minutes = minutes_of(hours, part(&mut rest, b":", 60)?);
        moment.seconds = seconds(&mut rest)?;
        moment.offset = offset(&mut rest)?;
    }
    rest.is_empty().then_some(moment)
}

impl Moment {
    /// The calendar date meant by it, where that is clear: of a date alone, of midnight where it was written, of midnight UTC.
    /// The portal writes a date as its midnight, shifted by the server's offset.
    pub fn meant(&self) -> Option<Vec<u8>> {
        let ahead = match self.minutes {
            0 => 0,
            minutes => minutes.wrapping_sub(self.offset?),
        };
        match ahead {
            _ if self.seconds => None,
            0 => Some(self.written()),
            DAY => self.next().map(|next| next.written()),
            _ => None,
        }
    }

    /// The calendar date as it was written.
    pub fn written(&self) -> Vec<u8> {
        let mut text = Vec::with_capacity(10);
        push(&mut text, self.year, 1000);
        text.push(b'-');
        push(&mut text, self.month, 10);
        text.push(b'-');
        push(&mut text, self.day, 10);
        text
    }

    /// A day later, where a year of four digits is.
    fn next(&self) -> Option<Self> {
        let mut next = Self {
            day: self.day.wrapping_add(1),
            ..*self
        };
        if next.day > days_in(next.year, next.month) {
            (next.month, next.day) = (next.month.wrapping_add(1), 1);
        }
        if next.month > 12 {
            (next.year, next.month) = (next.year.wrapping_add(1), 1);
        }
        (next.year <= 9999).then_some(next)
    }
}

/// `:SS` and `.fff`, where they follow: whether they are above zero.
fn seconds(rest: &mut &[u8]) -> Option<bool> {
    if rest.first() != Some(&b':') {
        return Some(false);
    }
    let mut above = part(rest, b":", 60)? > 0;
    if byte(rest, b".,").is_some() {
        above |= digits(rest, 1)? > 0;
        while let Some(digit) = digits(rest, 1) {
            above |= digit > 0;
        }
    }
    Some(above)
}

/// `Z`, `+HH:MM`, `+HHMM` or `+HH`, where one follows. None for a malformed one.
#[allow(
    clippy::option_option,
    reason = "malformed and absent are different answers"
)]
fn offset(rest: &mut &[u8]) -> Option<Option<i32>> {
    let sign = match byte(rest, b"Zz+-") {
        None => return Some(None),
        Some(b'Z' | b'z') => return Some(Some(0)),
        Some(sign) => sign,
    };
    let hours = part(rest, b"", 24)?;
    let mut minutes = 0;
    if !rest.is_empty() {
        byte(rest, b":");
        minutes = part(rest, b"", 60)?;
    }
    let size = minutes_of(hours, minutes);
    Some(Some(if sign == b'-' {
        size.wrapping_neg()
    } else {
        size
    }))
}

const fn minutes_of(hours: i32, minutes: i32) -> i32 {
    hours.wrapping_mul(60).wrapping_add(minutes)
}

/// Takes one of some bytes, if one is due, and two digits that stand for less than a limit.
fn part(rest: &mut &[u8], after: &[u8], limit: i32) -> Option<i32> {
    if !after.is_empty() {
        byte(rest, after)?;
    }
    digits(rest, 2).filter(|number| *number < limit)
}

/// Takes one of some bytes.
fn byte(rest: &mut &[u8], any_of: &[u8]) -> Option<u8> {
    let (first, after) = rest.split_first()?;
    any_of.iter().any(|byte| byte == first).then(|| {
        *rest = after;
        *first
    })
}

/// Takes a number of so many digits.
fn digits(rest: &mut &[u8], count: usize) -> Option<i32> {
    let (taken, after) = rest.split_at_checked(count)?;
    let mut number: i32 = 0;
    for byte in taken {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        // Four digits at most are asked for.
        number = number.wrapping_mul(10).wrapping_add(i32::from(digit));
    }
    *rest = after;
    Some(number)
}

/// Writes a number with the digits its highest place asks for.
fn push(text: &mut Vec<u8>, mut number: i32, mut place: i32) {
    while place > 0 {
        text.push(digit(
            number.checked_div(place).unwrap_or_default().unsigned_abs(),
        ));
        number = number.checked_rem(place).unwrap_or_default();
        place = place.checked_div(10).unwrap_or_default();
    }
}

const fn days_in(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

const fn is_leap(year: i32) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}
