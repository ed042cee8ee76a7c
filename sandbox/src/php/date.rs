//! Dates in any wording, as PHP's `strtotime` takes them.

use chrono::{
    DateTime, Days, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone,
};

const WORDED_DATES: &[&str] = &[
    "%Y%m%d",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%a, %d %b %Y",
];
const TIME_FORMATS: &[&str] = &["%H:%M:%S%.f", "%H:%M", "%I:%M %p", "%I:%M:%S %p", "%H%M%S"];

/// The moment `text` means to somebody in the zone of `now`, none when it means nothing.
pub fn moment(text: &str, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    let text = text.trim();
    if let Some(seconds) = text.strip_prefix('@') {
        let moment = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
        return Some(moment.with_timezone(now.offset()));
    }
    absolute(text, now).or_else(|| relative(text, now))
}

fn absolute(text: &str, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    let (local, zone) = split_zone(text, *now.offset());
    let local = local_moment(local)?;
    let moment = zone.from_local_datetime(&local).single()?;
    Some(moment.with_timezone(now.offset()))
}

/// Splits a zone off the end: `Z`, `UTC`, `+03:00`, `+0300`, `+03`. Without one it is `default`.
fn split_zone(text: &str, default: FixedOffset) -> (&str, FixedOffset) {
    let utc = FixedOffset::east_opt(0).unwrap_or(default);
    for suffix in ["Z", "z", " UTC", " GMT"] {
        if let Some(local) = text.strip_suffix(suffix) {
            return (local.trim_end(), utc);
        }
    }
    // A sign before the time of day belongs to the date.
    let Some(at) = text
        .rfind(['+', '-'])
        .filter(|at| text[..*at].contains(':'))
    else {
        return (text, default);
    };
    match parse_offset(&text[at..]) {
        Some(zone) => (text[..at].trim_end(), zone),
        None => (text, default),
    }
}

/// The offset written `+03:00`, `+0300` or `+03`.
pub fn parse_offset(text: &str) -> Option<FixedOffset> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits = text[1..].replace(':', "");
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours: i32 = digits[..2].parse().ok()?;
    let minutes: i32 = digits
        .get(2..)
        .filter(|rest| !rest.is_empty())
        .unwrap_or("0")
        .parse()
        .ok()?;
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))
}

fn local_moment(text: &str) -> Option<NaiveDateTime> {
    if let Some(date) = parse_date(text) {
        return Some(date.and_time(NaiveTime::MIN));
    }
    // Every blank or `T` may be where the date ends: "10 May 2024 12:00".
    text.match_indices([' ', 'T', 't']).find_map(|(at, _)| {
        let (date, time) = (
            parse_date(text[..at].trim())?,
            parse_time(text[at + 1..].trim())?,
        );
        Some(date.and_time(time))
    })
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    let worded = |format: &&str| NaiveDate::parse_from_str(text, format).ok();
    numeric_date(text).or_else(|| WORDED_DATES.iter().find_map(worded))
}

/// `2024-05-01`, `2024/05/01`, `05/01/2024`, `01.05.2024`, `01-05-2024`. A day the month has not is
/// one of the next month.
fn numeric_date(text: &str) -> Option<NaiveDate> {
    let sign = text
        .chars()
        .find(|letter| matches!(letter, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(sign).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    let (year, month, day) = match (sign, first.len(), third.len()) {
        ('-' | '/', 4, _) => (first, second, third),
        ('/', _, 4) => (third, first, second),
        ('.' | '-', _, 4) => (third, second, first),
        _ => return None,
    };
    let day: u64 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    let first = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)?;
    first.checked_add_days(Days::new(day - 1))
}

fn parse_time(text: &str) -> Option<NaiveTime> {
    TIME_FORMATS
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(text, format).ok())
}

/// `now`, `tomorrow`, `+1 day`, `2 weeks ago`, and several of these in a row.
fn relative(text: &str, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    let text = text.to_lowercase();
    let mut words = text.split_whitespace().peekable();
    words.peek()?;
    let mut moment = now.naive_local();
    while let Some(word) = words.next() {
        if let Some(day) = named_day(word, moment) {
            moment = day;
            continue;
        }
        let (amount, unit) = match word.find(|c: char| c.is_alphabetic()) {
            Some(at) => (&word[..at], &word[at..]),
            None => (word, words.next()?),
        };
        let amount: i64 = amount.parse().ok()?;
        let ago = words.next_if_eq(&"ago").is_some();
        moment = shift(
            moment,
            if ago { -amount } else { amount },
            unit.trim_end_matches('s'),
        )?;
    }
    now.offset().from_local_datetime(&moment).single()
}

fn named_day(word: &str, from: NaiveDateTime) -> Option<NaiveDateTime> {
    let midnight = from.date().and_time(NaiveTime::MIN);
    match word {
        "now" => Some(from),
        "today" | "midnight" => Some(midnight),
        "noon" => midnight.checked_add_signed(TimeDelta::hours(12)),
        "tomorrow" => midnight.checked_add_days(Days::new(1)),
        "yesterday" => midnight.checked_sub_days(Days::new(1)),
        _ => None,
    }
}

fn shift(from: NaiveDateTime, amount: i64, unit: &str) -> Option<NaiveDateTime> {
    let seconds = match unit {
        "sec" | "second" => 1,
        "min" | "minute" => 60,
        "hour" => 3600,
        "day" => 86_400,
        "week" => 7 * 86_400,
        "fortnight" => 14 * 86_400,
        "month" => return shift_months(from, amount),
        "year" => return shift_months(from, amount.checked_mul(12)?),
        _ => return None,
    };
    from.checked_add_signed(TimeDelta::try_seconds(amount.checked_mul(seconds)?)?)
}

fn shift_months(from: NaiveDateTime, amount: i64) -> Option<NaiveDateTime> {
    let months = Months::new(u32::try_from(amount.unsigned_abs()).ok()?);
    if amount < 0 {
        from.checked_sub_months(months)
    } else {
        from.checked_add_months(months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_wordings_people_send() {
        let zone = parse_offset("+03:00").unwrap();
        let now = zone.with_ymd_and_hms(2024, 5, 10, 12, 30, 0).unwrap();
        let cases = [
            ("2024-05-01T12:00:00+03:00", "2024-05-01T12:00:00+03:00"),
            ("2024-05-01T12:00:00.123Z", "2024-05-01T15:00:00+03:00"),
            ("2024-05-01 12:00", "2024-05-01T12:00:00+03:00"),
            ("01.05.2024 12:00:05", "2024-05-01T12:00:05+03:00"),
            ("05/01/2024", "2024-05-01T00:00:00+03:00"),
            ("1 May 2024 9:30", "2024-05-01T09:30:00+03:00"),
            ("@1714554000", "2024-05-01T12:00:00+03:00"),
            ("now", "2024-05-10T12:30:00+03:00"),
            ("tomorrow", "2024-05-11T00:00:00+03:00"),
            ("-1 week", "2024-05-03T12:30:00+03:00"),
            ("today +2 days", "2024-05-12T00:00:00+03:00"),
            ("1 month ago", "2024-04-10T12:30:00+03:00"),
        ];
        for (text, expected) in cases {
            let found =
                moment(text, now).map(|found| found.format("%Y-%m-%dT%H:%M:%S%:z").to_string());
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        for text in ["", "soon", "2024-13-45", "5"] {
            assert_eq!(moment(text, now), None, "{text}");
        }
    }
}
