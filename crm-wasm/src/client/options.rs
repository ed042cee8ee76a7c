//! The options of a call.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

use super::SharedPortal;
use super::bag::{Bag, MILLISECONDS, milliseconds};
use super::portal;
use crate::json::Problem;

/// The portal gives up after 60 seconds; a little more, so that its own answer is heard.
const TIMEOUT: u32 = 65_000;

/// How one call is to be made.
pub struct CallOptions {
    /// The portal to call.
    pub portal: Option<SharedPortal>,
    /// What aborts the call.
    pub signal: Option<AbortSignal>,
    /// Milliseconds until it ends by itself; none for no limit.
    pub timeout: Option<u32>,
    /// Whether the result stays as the wire has it.
    pub raw: bool,
}

impl CallOptions {
    /// Reads what a caller passed.
    pub fn read(options: &JsValue, problems: &mut Vec<Problem>) -> Self {
        let mut bag = Bag::open(options, "options", &["client", "signal", "timeout", "raw"], problems);
        let client = bag.take("client", "is not a portal that connect() gave", portal::chosen);
        Self {
            portal: client.unwrap_or_else(portal::default),
            signal: bag.take("signal", "is not an AbortSignal", signal),
            timeout: bag.take("timeout", MILLISECONDS, milliseconds).unwrap_or(Some(TIMEOUT)),
            raw: bag.take("raw", "is not a boolean", JsValue::as_bool).unwrap_or_default(),
        }
    }
}

/// Known by what it can do: signals of other frames are no instances of this one's class.
pub fn signal(value: &JsValue) -> Option<AbortSignal> {
    let aborted = Reflect::get(value, &"aborted".into()).ok()?;
    let listen = Reflect::get(value, &"addEventListener".into()).ok()?;
    (aborted.as_bool().is_some() && listen.is_instance_of::<Function>()).then(|| value.clone().unchecked_into())
}
