//! What one request costs: its calls of a method count together.

use std::collections::HashMap;

use super::operating::{Figures, Operating};

/// The time that a request's calls have taken so far, method by method.
#[derive(Debug)]
pub struct Meter<'a> {
    operating: &'a Operating,
    /// Who pays; none for those who need not.
    payer: Option<String>,
    start: i64,
    sums: HashMap<&'static str, f64>,
}

impl<'a> Meter<'a> {
    /// A meter for a request that came at `start`, Unix seconds. Without a payer it shows nothing.
    pub fn new(operating: &'a Operating, payer: Option<String>, start: i64) -> Self {
        Self {
            operating,
            payer,
            start,
            sums: HashMap::new(),
        }
    }

    /// Whether the method may still be called.
    pub fn allows(&self, method: &'static str) -> bool {
        self.payer
            .as_ref()
            .is_none_or(|payer| !self.operating.is_exhausted(payer, method, self.start))
    }

    /// Adds a call of `seconds`; what the method has cost with it.
    pub fn add(&mut self, method: &'static str, seconds: f64) -> Option<Figures> {
        let payer = self.payer.as_ref()?;
        let sum = self.sums.entry(method).or_default();
        *sum += seconds;
        Some(self.operating.figures(payer, method, *sum, self.start))
    }

    /// Books what the request has cost.
    pub fn settle(self) {
        let Some(payer) = self.payer else { return };
        for (method, seconds) in self.sums {
            self.operating.spend(&payer, method, seconds, self.start);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s7_calls_of_one_request_count_together() {
        let operating = Operating::new(480.0);
        let mut meter = Meter::new(&operating, Some("app 1".into()), 1_700_000_000);
        let shown: Vec<f64> = [0.25, 0.5, 0.25]
            .into_iter()
            .filter_map(|seconds| Some(meter.add("crm.lead.list", seconds)?.operating))
            .collect();
        assert_eq!(shown, [0.25, 0.75, 1.0]);
        let free = meter.add("crm.lead.get", 0.05).unwrap();
        assert!(free.operating.abs() < f64::EPSILON);
        meter.settle();
        let booked = operating.figures("app 1", "crm.lead.list", 0.0, 1_700_000_000);
        assert!((booked.operating - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn s10_nobody_pays_for_a_session() {
        let operating = Operating::new(0.0);
        let mut meter = Meter::new(&operating, None, 1_700_000_000);
        assert!(meter.allows("crm.lead.list"));
        assert_eq!(meter.add("crm.lead.list", 5.0), None);
    }
}
