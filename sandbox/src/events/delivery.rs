//! Letters on their way to the apps' handlers: sent after the call is over, once, and never again.
//! Each handler gets its letters one after another.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::address::origin;
use crate::faults::Faults;

/// What a handler is given to answer, at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// A letter to a handler.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The event, upper case.
    pub event: String,
    /// The handler's address.
    pub address: String,
    /// The form it is sent.
    pub body: String,
}

/// Where letters are sent from.
#[derive(Debug)]
pub struct Outbox {
    // Letters get lost and doubled on demand.
    faults: Arc<Faults>,
    client: reqwest::Client,
    // The letters that wait, by the handler's address.
    lines: Mutex<HashMap<String, UnboundedSender<Delivery>>>,
    // When a listener of the offline queue was told last, by its number.
    told: Mutex<HashMap<i64, i64>>,
}

impl Outbox {
    /// An outbox with nothing in it.
    pub fn new(faults: Arc<Faults>) -> Self {
        Self {
            faults,
            // Nothing is meant for a proxy of the environment: handlers are on this machine.
            client: reqwest::Client::builder()
                .no_proxy()
                .build()
                .unwrap_or_default(),
            lines: Mutex::default(),
            told: Mutex::default(),
        }
    }

    /// Sends letters without anybody waiting for it.
    pub fn send(&self, letters: Vec<Delivery>) {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        for letter in self.faults.letters(letters) {
            let line = lines
                .entry(letter.address.clone())
                .or_insert_with(|| self.open_line());
            // The other end is there as long as the program runs.
            let _ = line.send(letter);
        }
    }

    fn open_line(&self) -> UnboundedSender<Delivery> {
        let (line, mut letters) = unbounded_channel();
        let client = self.client.clone();
        tokio::spawn(async move {
            while let Some(letter) = letters.recv().await {
                deliver(&client, letter).await;
            }
        });
        line
    }

    /// Whether this listener may be told again; if so, it counts as told now.
    pub fn is_due(&self, listener: i64, interval: i64, now: i64) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let due = told
            .get(&listener)
            .is_none_or(|last| now - last >= interval);
        if due {
            told.insert(listener, now);
        }
        due
    }
}

async fn deliver(client: &reqwest::Client, letter: Delivery) {
    let request = client
        .post(&letter.address)
        .header("content-type", "application/x-www-form-urlencoded")
        .timeout(PATIENCE)
        .body(letter.body);
    if let Err(error) = request.send().await {
        eprintln!(
            "sandbox: no event reached {}: {}",
            origin(&letter.address).unwrap_or_default(),
            error.without_url()
        );
    }
}
