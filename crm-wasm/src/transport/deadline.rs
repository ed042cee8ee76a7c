//! When a call ends by itself: its time is up, its caller aborts it, or its portal is closed.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen::prelude::*;
use web_sys::{AbortController, AbortSignal};

use super::host::{clear_timeout, set_timeout};
use crate::error::Failure;

/// Why work was stopped.
#[derive(Clone, Copy)]
pub enum Cause {
    /// The time was up.
    Time,
    /// The caller or the portal's `close` said so.
    Abort,
}

/// What can be stopped from outside.
pub struct Stop {
    cause: Cell<Option<Cause>>,
    waker: RefCell<Option<Waker>>,
    controller: AbortController,
}

impl Stop {
    /// Ends the work; the first cause counts.
    pub fn stop(&self, cause: Cause) {
        if self.cause.get().is_none() {
            self.cause.set(Some(cause));
            self.controller.abort();
            if let Some(waker) = self.waker.take() {
                waker.wake();
            }
        }
    }
}

/// The bounds of one call. Dropping it takes its timer and listener away.
pub struct Deadline {
    stop: Rc<Stop>,
    after: Option<u32>,
    sent: Cell<bool>,
    timer: Option<(JsValue, Closure<dyn FnMut()>)>,
    listener: Option<(AbortSignal, Closure<dyn FnMut()>)>,
}

impl Deadline {
    /// Starts the clock: `after` milliseconds (none: no limit), or when the signal says so.
    pub fn start(after: Option<u32>, signal: Option<AbortSignal>) -> Result<Self, JsValue> {
        let stop = Rc::new(Stop {
            cause: Cell::new(None),
            waker: RefCell::new(None),
            controller: AbortController::new()?,
        });
        let on = |cause| {
            let stop = Rc::clone(&stop);
            Closure::<dyn FnMut()>::new(move || stop.stop(cause))
        };
        let timer = after.map(|after| {
            let closure = on(Cause::Time);
            (set_timeout(closure.as_ref().unchecked_ref(), after), closure)
        });
        let listener = match signal {
            Some(signal) if signal.aborted() => {
                stop.stop(Cause::Abort);
                None
            }
            Some(signal) => {
                let closure = on(Cause::Abort);
                signal.add_event_listener_with_callback("abort", closure.as_ref().unchecked_ref())?;
                Some((signal, closure))
            }
            None => None,
        };
        Ok(Self { stop, after, sent: Cell::new(false), timer, listener })
    }

    /// Does some work, unless it is stopped before it is done.
    pub async fn until<T>(&self, work: impl Future<Output = T>) -> Result<T, Failure> {
        let mut work = pin!(work);
        poll_fn(|context| {
            if let Some(cause) = self.stop.cause.get() {
                return Poll::Ready(Err(self.failure(cause)));
            }
            if let Poll::Ready(value) = work.as_mut().poll(context) {
                return Poll::Ready(Ok(value));
            }
            *self.stop.waker.borrow_mut() = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    /// From here on the portal may have done what it was asked to.
    pub fn mark_sent(&self) {
        self.sent.set(true);
    }

    /// What `fetch` takes to be stopped as well.
    pub fn signal(&self) -> AbortSignal {
        self.stop.controller.signal()
    }

    /// The handle by which a portal's `close` ends its calls.
    pub fn handle(&self) -> &Rc<Stop> {
        &self.stop
    }

    fn failure(&self, cause: Cause) -> Failure {
        let sent = self.sent.get();
        match cause {
            Cause::Time => Failure::Timeout { after: self.after.unwrap_or_default(), sent },
            Cause::Abort => Failure::Aborted { sent },
        }
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some((timer, _)) = &self.timer {
            clear_timeout(timer);
        }
        if let Some((signal, closure)) = &self.listener {
            // It can only fail for a listener that is no function.
            let _ = signal.remove_event_listener_with_callback("abort", closure.as_ref().unchecked_ref());
        }
    }
}
