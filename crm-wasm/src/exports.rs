//! One exported function per method; what each does is its row.

use crate::client::call;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

include!(concat!(env!("OUT_DIR"), "/exports.rs"));
