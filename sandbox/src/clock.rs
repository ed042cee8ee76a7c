//! The portal's time: one zone for the whole server.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, Utc};

use crate::php::date;

/// Where the portal's time can be moved to: beyond, moments are no longer written with four digits.
pub const YEARS: std::ops::Range<i32> = 1971..9999;

/// What time it is in the portal.
#[derive(Debug)]
pub struct Clock {
    zone: FixedOffset,
    // Seconds by which the portal's time is ahead of the machine's.
    ahead: AtomicI64,
}

impl Clock {
    /// A clock in that zone.
    pub fn new(zone: FixedOffset) -> Self {
        Self {
            zone,
            ahead: AtomicI64::new(0),
        }
    }

    /// The present moment.
    pub fn now(&self) -> DateTime<FixedOffset> {
        let ahead = chrono::TimeDelta::seconds(self.ahead.load(Ordering::Relaxed));
        (Utc::now() + ahead).with_timezone(&self.zone)
    }

    /// The present moment in Unix seconds.
    pub fn seconds(&self) -> i64 {
        self.now().timestamp()
    }

    /// How many seconds it is ahead of the machine's clock; below 0 behind it.
    pub fn ahead(&self) -> i64 {
        self.ahead.load(Ordering::Relaxed)
    }

    /// Moves the portal's time; false, and nothing moved, when that leads out of [`YEARS`].
    pub fn advance(&self, seconds: i64) -> bool {
        match self.ahead().checked_add(seconds) {
            Some(ahead) => self.set_ahead(ahead),
            None => false,
        }
    }

    /// Makes the portal's clock go so many seconds ahead of the machine's; false, and nothing
    /// moved, when that leads out of [`YEARS`].
    #[must_use]
    pub fn set_ahead(&self, seconds: i64) -> bool {
        let moved = chrono::TimeDelta::try_seconds(seconds)
            .and_then(|ahead| Utc::now().checked_add_signed(ahead));
        let sensible = moved.is_some_and(|moment| YEARS.contains(&moment.year()));
        if sensible {
            self.ahead.store(seconds, Ordering::Relaxed);
        }
        sensible
    }

    /// Makes it this moment now; false, and nothing moved, when that leads out of [`YEARS`].
    #[must_use]
    pub fn set(&self, moment: DateTime<FixedOffset>) -> bool {
        let behind = Utc::now() - moment.with_timezone(&Utc);
        // Rounded up: the moment's own second has begun then.
        self.set_ahead(-behind.num_milliseconds().div_euclid(1000))
    }

    /// A moment as the portal writes it, `2024-05-01T12:00:00+03:00`.
    pub fn iso(&self, seconds: i64) -> String {
        let moment = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        moment
            .with_timezone(&self.zone)
            .format("%Y-%m-%dT%H:%M:%S%:z")
            .to_string()
    }

    /// A stored date as the portal writes it: its midnight in UTC, shown in the server's zone
    /// (reference §3.8).
    pub fn iso_date(&self, date: &str) -> Option<String> {
        let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
        Some(self.iso(date.and_hms_opt(0, 0, 0)?.and_utc().timestamp()))
    }

    /// The moment a text means, in Unix seconds.
    pub fn parse(&self, text: &str) -> Option<i64> {
        date::moment(text, self.now()).map(|moment| moment.timestamp())
    }

    /// The day a text means, `2024-05-01`: the one that is written, whatever its zone.
    pub fn parse_day(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let written = text
            .get(..10)
            .filter(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok());
        match written {
            Some(day) => date::moment(text, self.now()).map(|_| day.to_owned()),
            None => date::moment(text, self.now()).map(|at| at.format("%Y-%m-%d").to_string()),
        }
    }
}
