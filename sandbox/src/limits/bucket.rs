//! A leaking bucket: every request fills it by one, time empties it.

/// The size of a bucket and its leak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Requests it holds; one more is refused.
    pub capacity: f64,
    /// Requests that leave it in a second.
    pub leak: f64,
}

/// A bucket.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bucket {
    level: f64,
    at: f64,
}

impl Bucket {
    /// What is in it at `now`, seconds. A clock that was set back does not fill it.
    pub fn level(&self, rate: Rate, now: f64) -> f64 {
        let leaked = (now - self.at).max(0.0) * rate.leak;
        (self.level - leaked).max(0.0)
    }

    /// Adds a request; false, and nothing added, when it does not fit.
    pub fn add(&mut self, rate: Rate, now: f64) -> bool {
        let level = self.level(rate, now) + 1.0;
        let fits = level <= rate.capacity;
        if fits {
            *self = Self { level, at: now };
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate {
        capacity: 3.0,
        leak: 2.0,
    };

    #[test]
    fn s7_a_bucket_takes_its_capacity_and_then_its_leak() {
        let mut bucket = Bucket::default();
        let at_once: Vec<bool> = (0..5).map(|_| bucket.add(RATE, 100.0)).collect();
        assert_eq!(at_once, [true, true, true, false, false]);
        assert!(!bucket.add(RATE, 100.4));
        assert!(bucket.add(RATE, 100.5));
        assert!(!bucket.add(RATE, 100.5));
        assert!((bucket.level(RATE, 101.5) - 1.0).abs() < 1e-9);
        assert!(bucket.level(RATE, 999.0).abs() < 1e-9);
    }

    #[test]
    fn a_clock_set_back_neither_fills_nor_empties() {
        let mut bucket = Bucket::default();
        assert!(bucket.add(RATE, 100.0));
        assert!((bucket.level(RATE, 1.0) - 1.0).abs() < 1e-9);
        assert!(bucket.add(RATE, 1.0));
        assert!((bucket.level(RATE, 1.5) - 1.0).abs() < 1e-9);
    }
}
