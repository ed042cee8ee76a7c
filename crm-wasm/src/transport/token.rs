//! An access token that is renewed when it has expired, once for all calls that wait for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Date, Function, JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::deadline::Deadline;
use super::frame::Frame;
use crate::error::Failure;

/// How long the portal page has to answer, in milliseconds.
pub const FRAME_TIMEOUT: u32 = 10_000;

/// Where a new token comes from.
pub enum Source {
    /// The portal page.
    Frame(Rc<Frame>),
    /// The application's own function.
    Function(Function),
    /// Nowhere.
    None,
}

/// An access token and its renewal.
pub struct Token {
    access: RefCell<String>,
    /// When it expires, in milliseconds since 1970; infinite when nobody said.
    expires: Cell<f64>,
    source: Source,
    renewing: RefCell<Option<Promise>>,
    /// Every token seen lately, to be kept out of messages.
    secrets: RefCell<Vec<String>>,
}

impl Token {
    /// A token that expires in some seconds, or at no known time.
    pub fn new(access: String, lifetime: Option<f64>, source: Source) -> Rc<Self> {
        let token = Self {
            access: RefCell::default(),
            expires: Cell::default(),
            source,
            renewing: RefCell::default(),
            secrets: RefCell::default(),
        };
        token.set(access, lifetime);
        Rc::new(token)
    }

    /// The token to send: a new one if the clock says that this one has expired.
    pub async fn current(self: &Rc<Self>, deadline: &Deadline) -> Result<String, Failure> {
        if Date::now() >= self.expires.get() && self.can_renew() {
            let expired = self.access.borrow().clone();
            self.renew(&expired, deadline).await?;
        }
        Ok(self.access.borrow().clone())
    }

    /// Whether a new token can be had at all.
    pub fn can_renew(&self) -> bool {
        !matches!(self.source, Source::None)
    }

    /// Waits for another token than the one that was refused. Who comes while a renewal is under way waits for that one.
    pub async fn renew(self: &Rc<Self>, refused: &str, deadline: &Deadline) -> Result<(), Failure> {
        if *self.access.borrow() != refused {
            return Ok(());
        }
        let running = self.renewing.borrow().clone();
        let renewing = running.unwrap_or_else(|| {
            let promise = self.start();
            *self.renewing.borrow_mut() = Some(promise.clone());
            promise
        });
        let done = deadline.until(JsFuture::from(renewing)).await?;
        done.map(drop).map_err(|reason| Failure::Refresh { reason: reason.as_string().unwrap_or_default() })
    }

    /// The texts that no message may hold.
    pub fn secrets(&self) -> Vec<String> {
        self.secrets.borrow().clone()
    }

    /// Starts a renewal. It is nobody's call in particular, so no call's end stops it; it fails with the end of a sentence.
    fn start(self: &Rc<Self>) -> Promise {
        let token = Rc::clone(self);
        future_to_promise(async move {
            let renewed = match &token.source {
                Source::Frame(frame) => from_frame(frame).await,
                Source::Function(function) => from_function(function).await,
                Source::None => Err("nothing can refresh it".to_owned()),
            };
            token.renewing.take();
            let (access, lifetime) = renewed?;
            token.set(access, lifetime);
            Ok(JsValue::UNDEFINED)
        })
    }

    fn set(&self, access: String, lifetime: Option<f64>) {
        let mut secrets = self.secrets.borrow_mut();
        if secrets.len() >= 4 {
            secrets.remove(0);
        }
        secrets.push(access.clone());
        self.expires.set(lifetime.map_or(f64::INFINITY, |seconds| Date::now() + seconds * 1000.0));
        *self.access.borrow_mut() = access;
    }
}

type Renewed = Result<(String, Option<f64>), String>;

/// The page does not answer when it cannot refresh: it shows an alert of its own.
async fn from_frame(frame: &Frame) -> Renewed {
    let silent = || "the portal page gave no new one".to_owned();
    let deadline = Deadline::start(Some(FRAME_TIMEOUT), None).map_err(|_| silent())?;
    let json = frame.ask("refreshAuth", "", &deadline).await.map_err(|_| silent())?;
    let answer = JSON::parse(&json).map_err(|_| silent())?;
    read(&answer, "AUTH_ID", "AUTH_EXPIRES").ok_or_else(silent)
}

/// What the function throws is not repeated: nobody knows which secrets its message holds.
async fn from_function(function: &Function) -> Renewed {
    let threw = |_| "the refresh function failed".to_owned();
    let given = function.call0(&JsValue::UNDEFINED).map_err(threw)?;
    let given = JsFuture::from(Promise::resolve(&given)).await.map_err(threw)?;
    read(&given, "accessToken", "expiresIn").ok_or_else(|| "the refresh function gave no accessToken".to_owned())
}

/// A token and its lifetime in seconds, which the wire writes as a string.
pub fn read(from: &JsValue, access: &str, lifetime: &str) -> Option<(String, Option<f64>)> {
    let access = Reflect::get(from, &access.into()).ok()?.as_string().filter(|text| !text.is_empty())?;
    let lifetime = Reflect::get(from, &lifetime.into()).unwrap_or_default();
    let seconds = if lifetime.is_symbol() || lifetime.is_bigint() { f64::NAN } else { lifetime.unchecked_into_f64() };
    Some((access, Some(seconds).filter(|seconds| *seconds > 0.0)))
}
