//! Operating time: what a method has cost a webhook or app in the last ten minutes, kept by the
//! minute.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// The sliding window, seconds: ten minutes.
pub const WINDOW: i64 = 600;
const MINUTE: i64 = 60;
/// What a request's calls of a method may take without counting, seconds.
pub const FREE: f64 = 0.1;

/// What a method has cost so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Seconds within the window.
    pub operating: f64,
    /// When the oldest of them will have left it, Unix seconds.
    pub reset_at: i64,
}

/// Who pays, for which method.
type Account = (String, &'static str);

/// Everybody's operating time.
#[derive(Debug)]
pub struct Operating {
    limit: f64,
    accounts: Mutex<HashMap<Account, VecDeque<Minute>>>,
}

/// What came together in one minute.
#[derive(Clone, Copy, Debug)]
struct Minute {
    number: i64,
    first: i64,
    seconds: f64,
}

impl Operating {
    /// A method may cost `limit` seconds within the window.
    pub fn new(limit: f64) -> Self {
        Self {
            limit,
            accounts: Mutex::default(),
        }
    }

    /// Whether the method has cost more than it may.
    pub fn is_exhausted(&self, payer: &str, method: &'static str, now: i64) -> bool {
        self.figures(payer, method, 0.0, now).operating > self.limit
    }

    /// What the method has cost with `more` seconds of the present request.
    pub fn figures(&self, payer: &str, method: &'static str, more: f64, now: i64) -> Figures {
        let more = counted(more);
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        let minutes = accounts.get_mut(&(payer.to_owned(), method));
        let (spent, first) = minutes.map_or((0.0, None), |minutes| {
            forget(minutes, now);
            let spent = minutes.iter().map(|minute| minute.seconds).sum();
            (spent, minutes.front().map(|minute| minute.first))
        });
        Figures {
            operating: spent + more,
            reset_at: first.unwrap_or(now) + WINDOW,
        }
    }

    /// Books the seconds that a request's calls of a method have taken.
    pub fn spend(&self, payer: &str, method: &'static str, seconds: f64, now: i64) {
        let seconds = counted(seconds);
        if seconds == 0.0 {
            return;
        }
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        let minutes = accounts.entry((payer.to_owned(), method)).or_default();
        forget(minutes, now);
        let number = now.div_euclid(MINUTE);
        match minutes.back_mut() {
            Some(minute) if minute.number == number => minute.seconds += seconds,
            _ => minutes.push_back(Minute {
                number,
                first: now,
                seconds,
            }),
        }
    }

    /// Forgets everything.
    pub fn reset(&self) {
        self.accounts
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

/// Short requests count as nothing.
fn counted(seconds: f64) -> f64 {
    if seconds > FREE { seconds } else { 0.0 }
}

/// Drops what has left the window, and what a clock that was set back has put into the future.
fn forget(minutes: &mut VecDeque<Minute>, now: i64) {
    let current = now.div_euclid(MINUTE);
    let oldest = current - WINDOW / MINUTE;
    minutes.retain(|minute| minute.number > oldest && minute.number <= current);
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_700_000_040;

    fn spent(operating: &Operating, now: i64) -> (f64, i64) {
        let figures = operating.figures("app 1", "crm.lead.list", 0.0, now);
        (figures.operating, figures.reset_at)
    }

    #[test]
    fn s7_time_adds_up_by_minutes_and_leaves_after_ten() {
        let operating = Operating::new(480.0);
        for (seconds, now) in [(1.0, NOON), (2.0, NOON + 5), (4.0, NOON + 60)] {
            operating.spend("app 1", "crm.lead.list", seconds, now);
        }
        assert_eq!(spent(&operating, NOON + 65), (7.0, NOON + 600));
        // The first minute leaves as a whole; then the second is the oldest.
        assert_eq!(spent(&operating, NOON + 600), (4.0, NOON + 660));
        assert_eq!(spent(&operating, NOON + 660), (0.0, NOON + 1260));
    }

    #[test]
    fn s7_each_method_and_each_payer_has_its_own_account() {
        let operating = Operating::new(480.0);
        operating.spend("app 1", "crm.lead.list", 481.0, NOON);
        assert!(operating.is_exhausted("app 1", "crm.lead.list", NOON));
        assert!(!operating.is_exhausted("app 1", "crm.lead.get", NOON));
        assert!(!operating.is_exhausted("app 2", "crm.lead.list", NOON));
    }

    #[test]
    fn s7_the_limit_itself_is_allowed() {
        let operating = Operating::new(480.0);
        operating.spend("app 1", "crm.lead.list", 480.0, NOON);
        assert!(!operating.is_exhausted("app 1", "crm.lead.list", NOON));
        operating.spend("app 1", "crm.lead.list", 0.2, NOON);
        assert!(operating.is_exhausted("app 1", "crm.lead.list", NOON));
    }

    #[test]
    fn s7_short_requests_are_free() {
        let operating = Operating::new(480.0);
        for _ in 0..100 {
            operating.spend("app 1", "crm.lead.list", 0.1, NOON);
        }
        assert_eq!(spent(&operating, NOON), (0.0, NOON + 600));
    }
}
