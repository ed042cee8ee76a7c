//! The frame of a placement: asks the portal page and hears what it says.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Function, JSON, Math, Number, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::deadline::Deadline;
use super::host::{Parent, Window, window};
use super::message::{Page, compose, is_textual, split_answer};
use crate::error::Failure;

/// The connection to the page that embeds the app.
pub struct Frame {
    window: Window,
    parent: Parent,
    page: Page,
    /// Starts the callbacks' names: another library in the same frame may wait for answers too.
    prefix: String,
    count: Cell<u32>,
    waiting: Rc<RefCell<Vec<Waiting>>>,
    listener: Closure<dyn FnMut(MessageEvent)>,
}

/// Who waits for answers to a callback.
struct Waiting {
    callback: String,
    receiver: Receiver,
}

#[derive(Clone)]
enum Receiver {
    /// A command's one answer.
    Once(Rc<Slot>),
    /// An event's listener.
    Every(Function),
}

/// Where an answer is put for who awaits it.
#[derive(Default)]
struct Slot {
    answer: RefCell<Option<String>>,
    waker: RefCell<Option<Waker>>,
}

impl Frame {
    /// Starts to listen to the page.
    pub fn open(window: Window, page: Page) -> Rc<Self> {
        let waiting = Rc::new(RefCell::new(Vec::new()));
        let listener = listener(JsValue::from(window.parent()), page.origin.clone(), Rc::clone(&waiting));
        window.add_event_listener("message", listener.as_ref().unchecked_ref());
        let random = Number::from(Math::random()).to_string_with_radix(36).map(String::from).unwrap_or_default();
        let prefix = ["crm", &random, "x"].concat();
        Rc::new(Self { parent: window.parent(), window, page, prefix, count: Cell::new(0), waiting, listener })
    }

    /// The page that embeds the frame.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Sends a command and waits for its answer's JSON, which may be empty.
    pub async fn ask(&self, command: &str, json: &str, deadline: &Deadline) -> Result<String, Failure> {
        let slot = Rc::new(Slot::default());
        let callback = self.wait_for(Receiver::Once(Rc::clone(&slot)));
        let answer = match self.post(command, json, &callback) {
            Ok(()) => deadline.until(slot.filled()).await,
            Err(failure) => Err(failure),
        };
        self.forget(&callback);
        answer.map_err(|failure| match failure {
            Failure::Timeout { after, .. } => Failure::Silent { command: command.to_owned(), after },
            other => other,
        })
    }

    /// Sends a command that has no answer.
    pub fn tell(&self, command: &str, json: &str) -> Result<(), Failure> {
        self.post(command, json, "")
    }

    /// Hears an event until [`Frame::forget`] is told the returned callback.
    pub fn hear(&self, event_json: &str, listener: Function) -> Result<String, Failure> {
        let callback = self.wait_for(Receiver::Every(listener));
        self.post("placementBindEvent", event_json, &callback)?;
        Ok(callback)
    }

    /// Stops waiting for a callback.
    pub fn forget(&self, callback: &str) {
        self.waiting.borrow_mut().retain(|it| it.callback != callback);
    }

    fn wait_for(&self, receiver: Receiver) -> String {
        let count = self.count.get().wrapping_add(1);
        self.count.set(count);
        let callback = [self.prefix.as_str(), &count.to_string()].concat();
        self.waiting.borrow_mut().push(Waiting { callback: callback.clone(), receiver });
        callback
    }

    /// Sends to the page's origin and no other.
    fn post(&self, command: &str, json: &str, callback: &str) -> Result<(), Failure> {
        let sid = &self.page.sid;
        let message = if is_textual(command) {
            Ok(JsValue::from_str(&compose(command, json, callback, sid)))
        } else {
            as_object(command, json, callback, sid)
        };
        message
            .and_then(|message| self.parent.post_message(&message, &self.page.origin))
            .map_err(|_| Failure::Network { reason: "the portal page takes no messages".into() })
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.window.remove_event_listener("message", self.listener.as_ref().unchecked_ref());
    }
}

impl Slot {
    async fn filled(&self) -> String {
        poll_fn(|context| match self.answer.take() {
            Some(answer) => Poll::Ready(answer),
            None => {
                *self.waker.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }

    fn fill(&self, answer: &str) {
        *self.answer.borrow_mut() = Some(answer.to_owned());
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

/// Any window can post messages here; only those of the page that embeds the frame, from the portal's origin, count.
fn listener(
    parent: JsValue,
    origin: String,
    waiting: Rc<RefCell<Vec<Waiting>>>,
) -> Closure<dyn FnMut(MessageEvent)> {
    Closure::new(move |event: MessageEvent| {
        let source = Reflect::get(&event, &"source".into()).unwrap_or_default();
        if source != parent || event.origin() != origin {
            return;
        }
        let Some(text) = event.data().as_string() else { return };
        let Some((callback, json)) = split_answer(&text) else { return };
        // Cloned out first: a receiver may start to wait for something else.
        let receiver = waiting.borrow().iter().find(|it| it.callback == callback).map(|it| it.receiver.clone());
        match receiver {
            Some(Receiver::Once(slot)) => slot.fill(json),
            Some(Receiver::Every(listener)) => {
                let payload = JSON::parse(json).unwrap_or(JsValue::UNDEFINED);
                // The listener is ours (portal.js): it hands the payload on and does not fail.
                let _ = listener.call1(&JsValue::UNDEFINED, &payload);
            }
            None => {}
        }
    })
}

/// The form of messages whose command holds a colon.
fn as_object(command: &str, json: &str, callback: &str, sid: &str) -> Result<JsValue, JsValue> {
    let message = Object::new();
    let params = if json.is_empty() { JsValue::from_str("") } else { JSON::parse(json)? };
    Reflect::set(&message, &"params".into(), &params)?;
    for (name, text) in [("method", command), ("callback", callback), ("appSid", sid), ("requestId", callback)] {
        Reflect::set(&message, &name.into(), &text.into())?;
    }
    Ok(message.into())
}

/// The frame's window, when it is inside another page.
pub fn embedded() -> Option<Window> {
    window().filter(|window| JsValue::from(window.parent()) != JsValue::from(window))
}
