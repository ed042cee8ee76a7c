//! Reads a bag of options member by member and notes what is wrong with them.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::json::Problem;

/// The options passed to a function.
pub struct Bag<'p> {
    value: JsValue,
    path: String,
    problems: &'p mut Vec<Problem>,
}

impl<'p> Bag<'p> {
    /// A bag that may be left out. Anything but an object is a problem, as is a member that is not among the known ones.
    pub fn open(value: &JsValue, path: &str, known: &[&str], problems: &'p mut Vec<Problem>) -> Self {
        let mut bag = Self { value: value.clone(), path: path.to_owned(), problems };
        if value.is_undefined() || value.is_null() {
            bag.value = JsValue::UNDEFINED;
        } else if value.is_object() {
            bag.refuse_unknown(known);
        } else {
            bag.value = JsValue::UNDEFINED;
            bag.problem("", "is not an object");
        }
        bag
    }

    fn refuse_unknown(&mut self, known: &[&str]) {
        let names = Object::keys(self.value.unchecked_ref::<Object>());
        for name in names.iter().filter_map(|name| name.as_string()) {
            if !known.contains(&name.as_str()) {
                let message = ["is not an option (", &known.join(", "), ")"].concat();
                self.problem(&name, &message);
            }
        }
    }

    /// A member; `None` when it was left out.
    pub fn get(&self, name: &str) -> Option<JsValue> {
        let value = Reflect::get(&self.value, &name.into()).ok()?;
        (!value.is_undefined()).then_some(value)
    }

    /// A member that must be of some kind.
    pub fn take<T>(&mut self, name: &str, expected: &str, read: impl Fn(&JsValue) -> Option<T>) -> Option<T> {
        let value = self.get(name)?;
        let read = read(&value);
        if read.is_none() {
            self.problem(name, expected);
        }
        read
    }

    /// A text that may not be left out.
    pub fn text(&mut self, name: &str, what: &str) -> Option<String> {
        if self.get(name).is_none() {
            self.problem(name, &["is missing (", what, ")"].concat());
        }
        self.take(name, "is not a string", |value| value.as_string())
    }

    /// Notes what is wrong with a member, or with the bag itself when the name is empty.
    pub fn problem(&mut self, name: &str, message: &str) {
        let dot = if name.is_empty() || self.path.is_empty() { "" } else { "." };
        let path = [self.path.as_str(), dot, name].concat();
        self.problems.push(Problem { path, message: message.to_owned() });
    }
}

/// A number of milliseconds: `Some(None)` is no limit.
pub fn milliseconds(value: &JsValue) -> Option<Option<u32>> {
    /// Timers count in 31 bits: what is longer would end at once.
    const LONGEST: f64 = 2_147_483_647.0;
    let number = value.as_f64()?;
    if number > LONGEST {
        return Some(None);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    (number > 0.0).then(|| Some(number.ceil() as u32))
}

/// What `milliseconds` expects, for messages.
pub const MILLISECONDS: &str = "is not a positive number of milliseconds (Infinity: no limit)";
