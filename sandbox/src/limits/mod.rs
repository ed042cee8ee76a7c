//! What a caller may ask for in a while (reference §7): requests, held back at the portal's front
//! end by a leaking [`bucket`], and [`operating`] time, held back per method behind it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

pub mod bucket;
pub mod http;
pub mod meter;
pub mod operating;

use bucket::{Bucket, Rate};
use operating::Operating;

/// What the portal's plan allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Plan {
    /// 50 requests at once and 2 a second.
    #[default]
    Standard,
    /// 250 requests at once and 5 a second.
    Enterprise,
    /// Everything: nothing is ever refused for being too much.
    None,
}

impl Plan {
    /// The size and leak of its buckets; none when it has none.
    pub fn rate(self) -> Option<Rate> {
        let (capacity, leak) = match self {
            Self::Standard => (50.0, 2.0),
            Self::Enterprise => (250.0, 5.0),
            Self::None => return None,
        };
        Some(Rate { capacity, leak })
    }
}

/// Who shares a bucket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Sharing {
    /// Each webhook, app and user has its own.
    #[default]
    Caller,
    /// Everything that comes from one address shares one, as in the cloud.
    Address,
}

/// Whose bucket it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Source(pub String);

impl Source {
    /// Without the whole of a webhook's secret.
    fn shown(&self) -> String {
        match self.0.split_once('/') {
            Some((user, secret)) => {
                let start: String = secret.chars().take(4).collect();
                format!("{user}/{start}…")
            }
            None => self.0.clone(),
        }
    }
}

/// How full a bucket is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gauge {
    /// Whose it is: `webhook 1/abcd…`, `app local.…`, `session 1`, `address 127.0.0.1`.
    pub source: String,
    /// Requests in it.
    pub level: f64,
    /// Requests it holds.
    pub capacity: f64,
    /// Requests that leave it in a second.
    pub leak: f64,
}

/// More buckets than this are not kept: full ones stay, empty ones are as good as new.
const KEPT: usize = 10_000;

/// The limits, and how far everybody is from them.
#[derive(Debug)]
pub struct Limits {
    plan: Plan,
    /// Operating time, per payer and method.
    pub operating: Operating,
    buckets: Mutex<HashMap<Source, Bucket>>,
}

impl Limits {
    /// The limits of a plan, with `operating` seconds for each method in ten minutes.
    pub fn new(plan: Plan, operating: f64) -> Self {
        let limit = if plan == Plan::None {
            f64::INFINITY
        } else {
            operating
        };
        Self {
            plan,
            operating: Operating::new(limit),
            buckets: Mutex::default(),
        }
    }

    /// Puts a request into its source's bucket; false when it does not fit. `now` is in seconds.
    pub fn admit(&self, source: &Source, now: f64) -> bool {
        let Some(rate) = self.plan.rate() else {
            return true;
        };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= KEPT {
            buckets.retain(|_, bucket| bucket.level(rate, now) > 0.0);
        }
        buckets.entry(source.clone()).or_default().add(rate, now)
    }

    /// How full a source's bucket is; none where the plan has no buckets.
    pub fn gauge(&self, source: &Source, now: f64) -> Option<Gauge> {
        let rate = self.plan.rate()?;
        let buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let level = buckets.get(source).map_or(0.0, |b| b.level(rate, now));
        Some(gauge(source, level, rate))
    }

    /// Every bucket with something in it, by source.
    pub fn gauges(&self, now: f64) -> Vec<Gauge> {
        let Some(rate) = self.plan.rate() else {
            return Vec::new();
        };
        let buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let levels = buckets
            .iter()
            .map(|(source, b)| (source, b.level(rate, now)));
        let filled = levels.filter(|(_, level)| *level > 0.0);
        let mut gauges: Vec<Gauge> = filled
            .map(|(source, level)| gauge(source, level, rate))
            .collect();
        gauges.sort_by(|one, other| one.source.cmp(&other.source));
        gauges
    }

    /// Empties every bucket and forgets all operating time.
    pub fn reset(&self) {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        buckets.clear();
        self.operating.reset();
    }
}

fn gauge(source: &Source, level: f64, rate: Rate) -> Gauge {
    Gauge {
        source: source.shown(),
        level,
        capacity: rate.capacity,
        leak: rate.leak,
    }
}
