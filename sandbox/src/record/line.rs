//! A recorded call as it is read back.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::RecordError;
use crate::journal::Via;

/// A recorded call.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    /// Its number.
    pub id: u64,
    /// When it came.
    #[serde(deserialize_with = "moment")]
    pub moment: DateTime<FixedOffset>,
    /// Its method; empty where the address named none.
    pub method: String,
    /// Who made it.
    pub caller: Caller,
    /// How the answer was written.
    pub transport: Transport,
    /// Its parameters.
    pub params: Value,
    /// The answer's status.
    pub status: u16,
    /// The answer.
    pub answer: Value,
    /// The fault that was played on it.
    pub fault: Option<String>,
}

/// Who made a call.
#[derive(Clone, Debug, Deserialize)]
pub struct Caller {
    /// How they got in.
    pub kind: Via,
    /// The user whose rights applied; none where the credentials were unknown.
    pub user: Option<i64>,
    /// The user's name or the app's title.
    #[serde(default)]
    pub name: String,
}

/// How a call came.
#[derive(Clone, Debug, Deserialize)]
pub struct Transport {
    /// How the answer was written.
    pub answer: String,
}

fn moment<'de, D: Deserializer<'de>>(input: D) -> Result<DateTime<FixedOffset>, D::Error> {
    let text = String::deserialize(input)?;
    DateTime::parse_from_rfc3339(&text).map_err(serde::de::Error::custom)
}

/// Reads a file of calls.
pub fn read(file: &Path) -> Result<Vec<Line>, RecordError> {
    let text = std::fs::read_to_string(file).map_err(|error| RecordError::File {
        file: file.to_owned(),
        error,
    })?;
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|error| RecordError::Line {
                file: file.to_owned(),
                line: number,
                reason: error.to_string(),
            })
        })
        .collect()
}

/// Answers that depend on when a call came, not on what it asked.
const OF_THE_MOMENT: &[&str] = &[
    "QUERY_LIMIT_EXCEEDED",
    "OPERATION_TIME_LIMIT",
    "expired_token",
    "session_failed",
    "access_denied",
];

impl Line {
    /// Whether it can be asked again: not where the answer was one of the moment, or where a fault
    /// kept the method from running, which leaves no answer.
    pub fn is_playable(&self) -> bool {
        let code = self.answer["error"].as_str().unwrap_or_default();
        // Known callers whose token is not were met by a fault that took it away.
        let was_revoked = code == "invalid_token" && self.caller.user.is_some();
        let ran = !self.answer.is_null() && !was_revoked;
        ran && self.transport.answer == "json" && !OF_THE_MOMENT.contains(&code)
    }

    /// The status that the method's answer had, whatever a fault made of it.
    pub fn own_status(&self) -> Option<u16> {
        self.fault.is_none().then_some(self.status)
    }
}
