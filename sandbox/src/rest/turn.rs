//! One request being answered: what the calls in it share, one call or a batch of them.

use std::time::Instant;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::call::{Answer, Call, Caller};
use super::dispatch::{Context, Method};
use super::error::{Fault, RestError};
use super::request::Asked;
use crate::batch;
use crate::events;
use crate::events::Fired;
use crate::events::delivery::Delivery;
use crate::limits::meter::Meter;
use crate::limits::operating::Figures;
use crate::state::Portal;

/// A request being answered.
pub struct Turn<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// Who calls.
    pub caller: &'a Caller,
    meter: Meter<'a>,
    // The same that happens twice in one request is told once.
    told: Vec<Fired>,
    letters: Vec<Delivery>,
}

/// A call that was answered, and when.
#[derive(Debug)]
pub struct Done {
    /// What the method answered.
    pub answer: Answer,
    /// When, and what it has cost.
    pub timing: Timing,
}

/// When a call ran and what it has cost.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// When it came.
    pub start: DateTime<FixedOffset>,
    /// When its result was there.
    pub end: DateTime<FixedOffset>,
    /// What its method has cost the caller; none where nobody counts.
    pub figures: Option<Figures>,
}

impl<'a> Turn<'a> {
    /// A request of this caller, which came at `start`.
    pub fn new(portal: &'a Portal, caller: &'a Caller, start: DateTime<FixedOffset>) -> Self {
        let operating = &portal.limits.operating;
        Self {
            portal,
            caller,
            meter: Meter::new(operating, caller.payer(), start.timestamp()),
            told: Vec::new(),
            letters: Vec::new(),
        }
    }

    /// Runs a method in a transaction of its own: it happens whole or not at all.
    pub fn run(&mut self, method: &'static Method, asked: Asked) -> Result<Done, RestError> {
        self.admit(method)?;
        let (start, begun) = (self.portal.clock.now(), Instant::now());
        let (portal, caller, told) = (self.portal, self.caller, &self.told);
        let work = |db: &Connection| {
            let call = Call {
                portal,
                db,
                caller,
                params: asked.params,
                start: asked.start,
                fired: Vec::new().into(),
            };
            let answer = (method.run)(&call)?;
            let mut fired = call.fired.take();
            fired.retain(|event| !told.contains(event));
            let letters = events::queue::prepare(&call, &fired)?;
            Ok::<_, RestError>((answer, fired, letters))
        };
        let answered = if method.only_reads() {
            let read = portal.store.read(|db| Ok(work(db)));
            read.map_err(RestError::from).flatten()
        } else {
            portal.store.write(work)
        };
        // A call that failed has cost its time, too.
        let figures = self.meter.add(method.name, begun.elapsed().as_secs_f64());
        let (answer, fired, letters) = answered?;
        self.told.extend(fired);
        self.letters.extend(letters);
        let end = self.portal.clock.now();
        Ok(Done {
            answer,
            timing: Timing {
                start,
                end,
                figures,
            },
        })
    }

    /// The figures of a method that costs nothing.
    pub fn free(&mut self) -> Option<Figures> {
        self.meter.add(batch::NAME, 0.0)
    }

    fn admit(&self, method: &'static Method) -> Result<(), RestError> {
        if !self.meter.allows(method.name) {
            return Err(Fault::OperatingLimit.into());
        }
        match method.context {
            Context::App if self.caller.app().is_none() => Err(Fault::WrongAuthType.into()),
            Context::AppOptions if self.caller.app().is_none() => {
                let text = "Access denied! Application context required";
                Err(RestError::new(Fault::AccessDenied, text))
            }
            _ => Ok(()),
        }
    }

    /// Books what the request has cost; what happened in it, to be told to the world.
    pub fn finish(self) -> Vec<Delivery> {
        self.meter.settle();
        self.letters
    }
}
