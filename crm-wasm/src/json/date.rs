//! Calendar dates and moments as ISO 8601 writes them: `2001-11-11`, `2001-11-11T02:00:00+02:00`.

use super::escape::digit;

/// The length of `YYYY-MM-DD`.
pub const LENGTH: usize = 10;

const DAY: i32 = 24 * 60;

/// A date, perhaps with a time of day and an offset from UTC.
pub struct Moment {
    year: i32,
    month: i32,
    day: i32,
    /// Minutes since midnight; none for a date alone.
    minutes: Option<i32>,
    /// Whether seconds or parts of one are above zero.
    seconds: bool,
    /// Minutes ahead of UTC, where it is said.
    offset: Option<i32>,
}

/// Reads a date or a moment; none for anything else, and for days no calendar has.
pub fn parse(text: &[u8]) -> Option<Moment> {
    let mut rest = text;
    let year = digits(&mut rest, 4)?;
    byte(&mut rest, b"-")?;
    let month = digits(&mut rest, 2)?;
    byte(&mut rest, b"-")?;
    let day = digits(&mut rest, 2)?;
    if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
        return None;
    }
    let mut moment = Moment {
        year,
        month,
        day,
        minutes: None,
        seconds: false,
        offset: None,
    };
    if byte(&mut rest, b"Tt ").is_some() {
        moment.minutes = Some(clock(&mut rest)?);
        moment.seconds = seconds(&mut rest)?;
        moment.offset = offset(&mut rest)?;
    }
    rest.is_empty().then_some(moment)
}

impl Moment {
    /// How many days the calendar date meant by it is after the one written, where that date is clear: of a date alone,
    /// of midnight where it was written, of midnight UTC. The portal writes a date as its midnight, shifted by the
    /// server's offset.
    pub fn days_to_date(&self) -> Option<i32> {
        let minutes = self.minutes.unwrap_or_default();
        if self.seconds {
            None
        } else if minutes == 0 {
            Some(0)
        } else {
            let ahead = minutes.checked_sub(self.offset?)?;
            (ahead.rem_euclid(DAY) == 0).then(|| ahead.div_euclid(DAY))
        }
    }

    fn text(&self) -> Vec<u8> {
        let mut text = Vec::with_capacity(LENGTH);
        push(&mut text, self.year, 1000);
        text.push(b'-');
        push(&mut text, self.month, 10);
        text.push(b'-');
        push(&mut text, self.day, 10);
        text
    }

    /// The date some days later or earlier, one at most.
    pub fn shifted(&self, days: i32) -> Option<Vec<u8>> {
        let Self {
            mut year,
            mut month,
            ..
        } = *self;
        let mut day = self.day.checked_add(days)?;
        if day < 1 {
            month = month.checked_sub(1)?;
            if month < 1 {
                (year, month) = (year.checked_sub(1)?, 12);
            }
            day = days_in(year, month);
        } else if day > days_in(year, month) {
            (month, day) = (month.checked_add(1)?, 1);
            if month > 12 {
                (year, month) = (year.checked_add(1)?, 1);
            }
        }
        let moved = Self {
            year,
            month,
            day,
            minutes: None,
            seconds: false,
            offset: None,
        };
        (0..=9999).contains(&year).then(|| moved.text())
    }
}

/// `HH:MM`, as minutes.
fn clock(rest: &mut &[u8]) -> Option<i32> {
    let hours = digits(rest, 2)?;
    byte(rest, b":")?;
    let minutes = digits(rest, 2)?;
    minutes_of(hours, minutes)
}

/// `:SS` and `.fff`, where they follow: whether they are above zero.
fn seconds(rest: &mut &[u8]) -> Option<bool> {
    if byte(rest, b":").is_none() {
        return Some(false);
    }
    let mut above = digits(rest, 2).filter(|seconds| *seconds < 60)? > 0;
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
    let Some(sign) = byte(rest, b"Zz+-") else {
        return Some(None);
    };
    if matches!(sign, b'Z' | b'z') {
        return Some(Some(0));
    }
    let hours = digits(rest, 2)?;
    let colon = byte(rest, b":").is_some();
    let minutes = if colon || !rest.is_empty() {
        digits(rest, 2)?
    } else {
        0
    };
    let size = minutes_of(hours, minutes)?;
    Some(Some(if sign == b'-' {
        size.wrapping_neg()
    } else {
        size
    }))
}

fn minutes_of(hours: i32, minutes: i32) -> Option<i32> {
    let sound = hours < 24 && minutes < 60;
    hours
        .checked_mul(60)?
        .checked_add(minutes)
        .filter(|_| sound)
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
