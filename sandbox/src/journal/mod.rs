//! The journal: what was called, by whom, and what came of it.
//!
//! The endpoint adds one [`Entry`] per REST call. The last of them stay in memory and are read at
//! `/_sandbox/calls` ([`http`]); whoever wants every call as it happens listens with
//! [`Journal::subscribe`], or is called as a [`Sink`] (the log, `--record`).

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::broadcast;

pub mod entry;
pub mod http;
mod recording;
mod selection;

pub use entry::{Entry, Via, Who};
pub use recording::Recording;
pub use selection::{Selection, Standing};

/// How many calls are kept, whatever they weigh.
pub const KEPT: usize = 2000;
/// What the kept calls may weigh together, bytes of parameters and answers.
const WEIGHT: usize = 24 << 20;
/// Parameters or an answer above this are not kept but described, bytes.
const LARGEST: usize = 512 << 10;
/// How many calls a slow listener may be behind.
const BEHIND: usize = 256;

/// Told of every call, in the order in which calls end.
pub type Sink = Box<dyn Fn(&Entry) + Send + Sync>;

/// The last calls, and those who wait for the next ones.
pub struct Journal {
    ring: Mutex<Ring>,
    live: broadcast::Sender<Arc<Entry>>,
    sinks: Vec<Sink>,
}

#[derive(Default)]
struct Ring {
    entries: VecDeque<Arc<Entry>>,
    weight: usize,
    last: u64,
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Journal({} calls)", self.ring().entries.len())
    }
}

impl Default for Journal {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Journal {
    /// An empty journal that tells these of every call.
    pub fn new(sinks: Vec<Sink>) -> Self {
        Self {
            ring: Mutex::default(),
            live: broadcast::Sender::new(BEHIND),
            sinks,
        }
    }

    /// Writes a call down and gives it its number.
    pub fn add(&self, mut entry: Entry) -> u64 {
        let mut ring = self.ring();
        ring.last += 1;
        entry.id = ring.last;
        // Under the lock, so that files and listeners see the calls in the order of their numbers.
        for sink in &self.sinks {
            sink(&entry);
        }
        entry.shorten(LARGEST);
        let entry = Arc::new(entry);
        ring.push(Arc::clone(&entry));
        // Nobody listening is no failure.
        let _ = self.live.send(entry);
        ring.last
    }

    /// The kept calls that are wanted, oldest first.
    pub fn list(&self, wanted: &Selection) -> Vec<Arc<Entry>> {
        let ring = self.ring();
        let newest_first = ring.entries.iter().rev();
        let mut found: Vec<_> = newest_first
            .take_while(|entry| entry.id > wanted.after)
            .filter(|entry| wanted.holds(entry))
            .take(wanted.limit)
            .cloned()
            .collect();
        found.reverse();
        found
    }

    /// The call of that number, if it is still kept.
    pub fn get(&self, id: u64) -> Option<Arc<Entry>> {
        let ring = self.ring();
        let found = ring.entries.binary_search_by_key(&id, |entry| entry.id);
        found.ok().and_then(|at| ring.entries.get(at).cloned())
    }

    /// The number of the last call; 0 before the first.
    pub fn last(&self) -> u64 {
        self.ring().last
    }

    /// Forgets the kept calls; their numbers are not given again.
    pub fn clear(&self) {
        let mut ring = self.ring();
        ring.entries.clear();
        ring.weight = 0;
    }

    /// Every call from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<Entry>> {
        self.live.subscribe()
    }

    fn ring(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ring {
    fn push(&mut self, entry: Arc<Entry>) {
        self.weight += entry.weight();
        self.entries.push_back(entry);
        while self.entries.len() > KEPT || self.weight > WEIGHT {
            let Some(oldest) = self.entries.pop_front() else {
                break;
            };
            self.weight -= oldest.weight();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(method: &str) -> Entry {
        Entry {
            method: method.into(),
            ..Entry::default()
        }
    }

    #[test]
    fn the_oldest_calls_go_first() {
        let journal = Journal::default();
        for _ in 0..KEPT + 3 {
            journal.add(call("profile"));
        }
        let all = Selection {
            limit: usize::MAX,
            ..Selection::default()
        };
        let kept = journal.list(&all);
        assert_eq!((kept.len(), kept[0].id), (KEPT, 4));
        assert!(journal.get(3).is_none());
        assert_eq!(journal.get(4).map(|entry| entry.id), Some(4));
    }

    #[test]
    fn heavy_calls_push_out_others() {
        let journal = Journal::default();
        for _ in 0..100 {
            journal.add(Entry {
                answer: "x".repeat(LARGEST).into(),
                ..Entry::default()
            });
        }
        let ring = journal.ring();
        assert!(ring.weight <= WEIGHT, "{}", ring.weight);
        assert!(ring.entries.len() < 100);
    }

    #[test]
    fn a_listener_hears_of_a_call_once() {
        let journal = Journal::default();
        journal.add(call("before"));
        let mut live = journal.subscribe();
        journal.add(call("after"));
        assert_eq!(live.try_recv().unwrap().method, "after");
        assert!(live.try_recv().is_err());
    }
}
