//! The connected portals: what each call needs of its portal, and which is the default.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;

use super::says_expired;
use crate::error::Failure;
use crate::transport::address::Address;
use crate::transport::body::with_token;
use crate::transport::deadline::{Cause, Deadline, Stop};
use crate::transport::frame::Frame;
use crate::transport::http::{Reply, post};
use crate::transport::token::Token;

thread_local! {
    /// The first is the default.
    static PORTALS: RefCell<Vec<Rc<Portal>>> = const { RefCell::new(Vec::new()) };
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

#[wasm_bindgen(raw_module = "./portal.js")]
extern "C" {
    #[wasm_bindgen(js_name = clientOf)]
    fn client_of(portal: &JsValue) -> Option<u32>;
}

/// A connected portal.
pub struct Portal {
    id: u32,
    address: Address,
    /// None with a webhook, whose address is the proof.
    token: Option<Rc<Token>>,
    frame: Option<Rc<Frame>>,
    calls: RefCell<Vec<Weak<Stop>>>,
}

impl Portal {
    /// Adds a portal to the connected ones.
    pub fn open(address: Address, token: Option<Rc<Token>>, frame: Option<Rc<Frame>>) -> Rc<Self> {
        let id = COUNT.get().wrapping_add(1);
        COUNT.set(id);
        let portal = Rc::new(Self { id, address, token, frame, calls: RefCell::default() });
        PORTALS.with_borrow_mut(|portals| portals.push(Rc::clone(&portal)));
        portal
    }

    /// The number by which JavaScript knows it.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The host name.
    pub fn domain(&self) -> &str {
        &self.address.host
    }

    /// The frame of a placement.
    pub fn frame(&self) -> Option<&Rc<Frame>> {
        self.frame.as_ref()
    }

    /// Posts a method's body; with a token that has expired, once more with a new one.
    pub async fn send(&self, method: &str, body: &str, deadline: &Deadline) -> Result<Reply, Failure> {
        self.attend(deadline);
        let url = [&self.address.base, method, ".json"].concat();
        let Some(token) = &self.token else { return post(&url, body, deadline).await };
        let access = token.current(deadline).await?;
        let reply = post(&url, &with_token(body, &access), deadline).await?;
        if !token.can_renew() || !says_expired(&reply) {
            return Ok(reply);
        }
        // Refused for its token, the call did not happen: sending it again cannot do it twice.
        token.renew(&access, deadline).await?;
        let access = token.current(deadline).await?;
        post(&url, &with_token(body, &access), deadline).await
    }

    /// Lets `close` end a call.
    pub fn attend(&self, deadline: &Deadline) {
        let mut calls = self.calls.borrow_mut();
        calls.retain(|call| call.strong_count() > 0);
        calls.push(Rc::downgrade(deadline.handle()));
    }

    /// The texts that no message may hold.
    pub fn secrets(&self) -> Vec<String> {
        let mut secrets = self.token.as_ref().map(|token| token.secrets()).unwrap_or_default();
        secrets.push(self.address.secret.clone());
        secrets
    }
}

/// The first connected portal.
pub fn default() -> Option<Rc<Portal>> {
    PORTALS.with_borrow(|portals| portals.first().cloned())
}

/// The portal of a number; none when it was closed.
pub fn numbered(id: u32) -> Option<Rc<Portal>> {
    PORTALS.with_borrow(|portals| portals.iter().find(|portal| portal.id == id).cloned())
}

/// The portal of an object that `connect` gave: `Some(None)` when it was closed, `None` for other values.
pub fn chosen(object: &JsValue) -> Option<Option<Rc<Portal>>> {
    client_of(object).map(numbered)
}

/// Forgets a portal and ends its calls.
#[wasm_bindgen(js_name = __close, skip_typescript)]
pub fn close(id: u32) {
    let Some(portal) = numbered(id) else { return };
    PORTALS.with_borrow_mut(|portals| portals.retain(|it| it.id != id));
    for call in portal.calls.take().iter().filter_map(Weak::upgrade) {
        call.stop(Cause::Abort);
    }
}
