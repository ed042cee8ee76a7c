//! Many calls in one request (reference §2): commands run one after another, a later one may use
//! what an earlier one answered.
//!
//! [`reference`] puts earlier answers into a command's values, [`answers`] collects what came of
//! the commands in PHP's shapes, and [`run`] goes through them.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::php::{cast, query, url};
use crate::rest::call::Answer;
use crate::rest::dispatch::{self, Context, Method};
use crate::rest::error::{Fault, RestError};
use crate::rest::request::Asked;
use crate::rest::turn::{Done, Timing, Turn};

mod answers;
mod reference;

use answers::Answers;

/// The method of this module. As a command of a batch it is refused, in whatever case its name is
/// written: the real portal lets `Batch` through, but a batch in a batch has no end.
pub const METHODS: &[Method] = &[Method::new(NAME, "", Context::Any, |_| {
    Err(Fault::BatchMethod.into())
})];

/// Its name.
pub const NAME: &str = "batch";

/// Commands that are run; those beyond fail.
pub const LENGTH: usize = 50;

/// Methods that no batch may hold, by exactly these names.
const OUTSIDERS: [&str; 3] = [NAME, "download", "upload"];

/// Runs the commands of a batch. It never fails as a whole.
pub fn run(turn: &mut Turn<'_>, asked: &Asked) -> Done {
    let start = turn.portal.clock.now();
    let halts = cast::truthy(param(asked, "halt"));
    let mut answers = Answers::default();
    for (at, (key, command)) in commands(asked).into_iter().enumerate() {
        let outcome = if at >= LENGTH {
            Err(Fault::BatchLength.into())
        } else {
            // What is no text is passed over, but takes its place.
            let Value::String(command) = command else {
                continue;
            };
            one(turn, command, &answers)
        };
        let failed = outcome.is_err();
        answers.add(&key, outcome);
        if failed && halts {
            break;
        }
    }
    Done {
        answer: Answer::from(answers.finish()),
        timing: Timing {
            start,
            end: turn.portal.clock.now(),
            figures: turn.free(),
        },
    }
}

fn param<'a>(asked: &'a Asked, name: &str) -> &'a Value {
    const NULL: &Value = &Value::Null;
    let found = asked
        .params
        .iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(name));
    found.map_or(NULL, |(_, value)| value)
}

fn commands(asked: &Asked) -> Vec<(Cow<'_, str>, &Value)> {
    cast::entries(param(asked, "cmd"))
}

fn one(turn: &mut Turn<'_>, command: &str, answers: &Answers) -> Result<Done, RestError> {
    let (name, params) = parse(command, answers);
    if OUTSIDERS.contains(&name) {
        return Err(Fault::BatchMethod.into());
    }
    let asked = Asked::command(name, params);
    let method = dispatch::find(&asked.method)?;
    if !turn.caller.holds(method.scope) {
        return Err(RestError::new(Fault::WebhookScope, ""));
    }
    if turn.portal.faults.blocks(&asked.method, turn.caller) {
        return Err(Fault::OperatingLimit.into());
    }
    turn.run(method, asked)
}

/// A command's method and parameters. What PHP cannot take apart has neither.
fn parse<'a>(command: &'a str, answers: &Answers) -> (&'a str, Map<String, Value>) {
    let parts = url::parse(command).unwrap_or_default();
    let params = query::parse(parts.query.unwrap_or_default());
    let params = params
        .into_iter()
        .map(|(name, value)| (name, reference::fill(value, answers.so_far())))
        .collect();
    (parts.path.unwrap_or_default(), params)
}
