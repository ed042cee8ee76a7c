//! What came of a batch's commands, in PHP's shapes: empty is a list, keys 0..n-1 are a list, any
//! other keys a map.

use serde_json::{Map, Value, json};

use crate::php::cast;
use crate::rest::envelope;
use crate::rest::error::RestError;
use crate::rest::turn::Done;

/// What references can name, and where it goes in the batch's result.
const KINDS: [(&str, &str); 5] = [
    ("result", "result"),
    ("error", "result_error"),
    ("total", "result_total"),
    ("next", "result_next"),
    ("time", "result_time"),
];

/// Answers so far: for each kind, by the commands' keys.
#[derive(Debug)]
pub struct Answers {
    so_far: Value,
}

impl Default for Answers {
    fn default() -> Self {
        let kinds = KINDS.map(|(kind, _)| (kind.to_owned(), json!({})));
        Self {
            so_far: Value::Object(kinds.into_iter().collect()),
        }
    }
}

impl Answers {
    /// Notes what came of the command with that key.
    pub fn add(&mut self, key: &str, outcome: Result<Done, RestError>) {
        let done = match outcome {
            Ok(done) => done,
            Err(error) => return self.put("error", key, error.body()),
        };
        let body = envelope::success(done.answer, done.timing);
        let Value::Object(mut body) = body else {
            return;
        };
        if !body.contains_key("time") {
            // A result that looks like an error is one.
            return self.put("error", key, Value::Object(body));
        }
        for kind in ["result", "total", "next", "time"] {
            if let Some(value) = body.remove(kind) {
                self.put(kind, key, value);
            }
        }
    }

    fn put(&mut self, kind: &str, key: &str, value: Value) {
        if let Value::Object(members) = &mut self.so_far[kind] {
            members.insert(key.to_owned(), value);
        }
    }

    /// Everything so far, by kind and key.
    pub fn so_far(&self) -> &Value {
        &self.so_far
    }

    /// The batch's result.
    pub fn finish(mut self) -> Value {
        let mut result = Map::new();
        for (kind, name) in KINDS {
            let members = match self.so_far[kind].take() {
                Value::Object(members) => members,
                _ => Map::new(),
            };
            result.insert(name.to_owned(), cast::array_from(members));
        }
        Value::Object(result)
    }
}
