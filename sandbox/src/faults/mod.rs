//! Faults: the portal fails on demand.
//!
//! A [`rule`] says which calls fail, how ([`kind`]) and how often. Rules come from `--fault` and
//! from `/_sandbox/faults` ([`http`]). The endpoint asks [`Meeting::before`] with every call and
//! lets its answer go out through [`Meeting::leave`]; letters, token refreshes and the messages of
//! embedded apps ask [`Faults::meet`] themselves.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

pub mod http;
pub mod kind;
mod meeting;
pub mod rule;
pub mod wire;

pub use kind::{Kind, Place};
pub use meeting::{Address, Meeting};
pub use rule::{Rule, RuleError};
pub use wire::Hangup;

use crate::events::delivery::Delivery;
use crate::journal::Via;
use crate::rest;
use crate::rest::call::Caller;

/// Rules beyond this many are refused.
const MOST: usize = 1000;

/// The rules in force.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Book>);

#[derive(Debug, Default)]
struct Book {
    rules: Vec<Standing>,
    last: u64,
}

/// A rule, and what became of it so far.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    /// Its number.
    pub id: u64,
    /// How many were about to fail by it, those let through included.
    pub seen: u32,
    /// How often it was played.
    pub played: u32,
    /// The rule.
    #[serde(flatten)]
    pub rule: Rule,
    #[serde(skip)]
    dice: u64,
}

impl Faults {
    /// Puts a rule into force behind the others; none when there are too many.
    pub fn add(&self, rule: Rule) -> Option<Standing> {
        let mut book = self.book();
        if book.rules.len() >= MOST {
            return None;
        }
        book.last += 1;
        let standing = Standing {
            id: book.last,
            seen: 0,
            played: 0,
            dice: rule.seed,
            rule,
        };
        book.rules.push(standing.clone());
        Some(standing)
    }

    /// Every rule, also those that are used up.
    pub fn list(&self) -> Vec<Standing> {
        self.book().rules.clone()
    }

    /// Takes a rule away; false if there is none.
    pub fn remove(&self, id: u64) -> bool {
        let mut book = self.book();
        let before = book.rules.len();
        book.rules.retain(|standing| standing.id != id);
        book.rules.len() < before
    }

    /// Takes all rules away; how many there were.
    pub fn clear(&self) -> usize {
        std::mem::take(&mut self.book().rules).len()
    }

    /// The first rule that makes this fail, which counts as played.
    pub fn meet(&self, place: Place, method: &str, caller: &str) -> Option<Rule> {
        self.meet_if(place, method, caller, |_| true)
    }

    /// Like [`Faults::meet`], leaving rules aside that make no sense here.
    fn meet_if(
        &self,
        place: Place,
        method: &str,
        caller: &str,
        sensible: impl Fn(&Rule) -> bool,
    ) -> Option<Rule> {
        let mut book = self.book();
        let mut about = book.rules.iter_mut().filter(|standing| {
            let rule = &standing.rule;
            rule.kind.row().place == place && rule.is_about(method, caller) && sensible(rule)
        });
        about.find_map(|standing| standing.plays().then(|| standing.rule.clone()))
    }

    /// Whether a command of a batch has used up its operating time: it is counted by itself, the
    /// batch is not.
    pub fn blocks(&self, method: &str, caller: &Caller) -> bool {
        let kind = match caller.via {
            rest::call::Via::Webhook(_) => Via::Webhook,
            rest::call::Via::App(_) => Via::App,
            rest::call::Via::Session => Via::Session,
        };
        let label = format!("{}:{}", kind.word(), caller.user.id);
        self.meet_if(Place::Call, method, &label, |rule| {
            rule.kind == Kind::Operating
        })
        .is_some()
    }

    /// Whether an app is denied new tokens this time.
    pub fn refresh_fails(&self) -> bool {
        self.meet(Place::Refresh, "refresh_token", "app").is_some()
    }

    /// The letters that really go out: some twice, some not at all.
    pub fn letters(&self, letters: Vec<Delivery>) -> Vec<Delivery> {
        let copies = |letter: &Delivery| match self.meet(Place::Letter, &letter.event, "") {
            Some(rule) if rule.kind == Kind::LostEvent => 0,
            Some(_) => 2,
            None => 1,
        };
        letters
            .into_iter()
            .flat_map(|letter| std::iter::repeat_n(letter.clone(), copies(&letter)))
            .collect()
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Standing {
    /// Whether it is played this time.
    fn plays(&mut self) -> bool {
        if self.rule.count.is_some_and(|count| self.played >= count) {
            return false;
        }
        self.seen = self.seen.saturating_add(1);
        let plays = self.seen > self.rule.skip && self.throw() < self.rule.probability;
        self.played += u32::from(plays);
        plays
    }

    /// The next number from 0 up to 1: the generator `SplitMix64`, which any seed is good for.
    fn throw(&mut self) -> f64 {
        self.dice = self.dice.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        // The upper half is as random as the whole, and a double holds it exactly.
        let upper = u32::try_from(mixed >> 32).unwrap_or_default();
        f64::from(upper) / (f64::from(u32::MAX) + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(rules: &[&str]) -> Faults {
        let faults = Faults::default();
        for rule in rules {
            faults.add(rule.parse().unwrap());
        }
        faults
    }

    fn played(faults: &Faults, calls: usize) -> String {
        let one = |_| match faults.meet(Place::Call, "profile", "webhook:1") {
            Some(_) => 'x',
            None => '.',
        };
        (0..calls).map(one).collect()
    }

    #[test]
    fn a_rule_is_played_as_often_as_it_says() {
        assert_eq!(played(&faults(&["kind=cut,count=2"]), 4), "xx..");
        assert_eq!(played(&faults(&["kind=cut"]), 4), "xxxx");
        assert_eq!(played(&faults(&["kind=cut,skip=2,count=1"]), 4), "..x.");
        assert_eq!(played(&faults(&["kind=cut,method=crm.*"]), 2), "..");
        assert_eq!(played(&faults(&["kind=lost-event"]), 2), "..");
    }

    #[test]
    fn the_same_seed_gives_the_same_faults() {
        let row = |seed| {
            played(
                &faults(&[&format!("kind=cut,probability=0.3,seed={seed}")]),
                1000,
            )
        };
        assert_eq!(row(7), row(7));
        assert_ne!(row(7), row(8));
        let often = row(7).matches('x').count();
        assert!((250..350).contains(&often), "{often}");
    }

    #[test]
    fn the_first_rule_wins_until_it_is_used_up() {
        let faults = faults(&["kind=limit,count=1", "kind=cut,count=1"]);
        let kinds: Vec<_> = (0..3)
            .map(|_| {
                faults
                    .meet(Place::Call, "profile", "app:1")
                    .map(|rule| rule.kind)
            })
            .collect();
        assert_eq!(kinds, [Some(Kind::Limit), Some(Kind::Cut), None]);
    }

    #[test]
    fn letters_are_lost_and_doubled_by_their_event() {
        let letter = |event: &str| Delivery {
            event: event.into(),
            address: String::new(),
            body: String::new(),
        };
        let faults = faults(&[
            "kind=lost-event,method=ONCRMLEADADD",
            "kind=duplicate-event,method=ONCRMLEADUPDATE",
        ]);
        let sent = faults.letters(vec![
            letter("ONCRMLEADADD"),
            letter("ONCRMLEADUPDATE"),
            letter("ONCRMLEADDELETE"),
        ]);
        let events: Vec<_> = sent.iter().map(|letter| letter.event.as_str()).collect();
        assert_eq!(
            events,
            ["ONCRMLEADUPDATE", "ONCRMLEADUPDATE", "ONCRMLEADDELETE"]
        );
    }
}
