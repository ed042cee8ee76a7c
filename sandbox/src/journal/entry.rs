//! One call as the journal keeps it.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use rusqlite::Connection;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::rest::request::Credentials;
use crate::store::{apps, tokens, users};

/// A call.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Entry {
    /// Its number, given by the journal; calls are numbered from 1 in the order in which they end.
    pub id: u64,
    /// When it came, by the portal's clock.
    #[serde(serialize_with = "moment")]
    pub moment: DateTime<FixedOffset>,
    /// The method, small letters; empty when the address names none.
    pub method: String,
    /// Who called.
    pub caller: Who,
    /// How the request came.
    pub transport: Transport,
    /// The parameters with `start`, without those of authorization: JSON.
    #[serde(serialize_with = "raw")]
    pub params: Arc<str>,
    /// The HTTP status of the answer; 0 when there was none.
    pub status: u16,
    /// The body of the answer, as it would be without a fault on the wire: JSON, or any other text.
    #[serde(serialize_with = "raw")]
    pub answer: Arc<str>,
    /// From the request to the answer, milliseconds.
    pub duration_ms: f64,
    /// The operating time that counts towards the caller's limit for this method, seconds.
    pub operating: Option<f64>,
    /// How full the bucket of requests was after this one.
    pub bucket: Option<f64>,
    /// The kind of fault that was played, `cut`.
    pub fault: Option<&'static str>,
}

/// Who called, without any secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Who {
    /// How they got in.
    pub kind: Via,
    /// The user whose rights apply; none where the credentials are unknown.
    pub user: Option<i64>,
    /// The user's name for webhooks and sessions, the app's title for apps.
    pub name: String,
}

/// How a caller got in, or tried to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    /// With nothing.
    #[default]
    Nobody,
    /// With a webhook's secret.
    Webhook,
    /// With an app's token.
    App,
    /// With the portal's session.
    Session,
}

/// How a request came.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Transport {
    /// The HTTP method.
    pub verb: &'static str,
    /// How the parameters were written: query, form, multipart, json.
    pub form: &'static str,
    /// How the answer is written: json, xml.
    pub answer: &'static str,
}

impl Who {
    /// Finds out whose credentials these are, whether or not they are still good.
    pub fn find(db: &Connection, given: Option<&Credentials>, visitor: Option<i64>) -> Self {
        let (kind, found) = match given {
            None => return Self::default(),
            Some(Credentials::Webhook(user, secret)) => {
                (Via::Webhook, by_webhook(db, *user, secret))
            }
            Some(Credentials::Token(access)) => (Via::App, by_token(db, access)),
            Some(Credentials::Session(_)) => (Via::Session, by_session(db, visitor)),
        };
        // A broken database is the call's own business to report.
        let (user, name) = found.ok().flatten().unzip();
        Self {
            kind,
            user,
            name: name.unwrap_or_default(),
        }
    }

    /// As faults and filters name callers: `webhook`, `webhook:1`, `app`, `app:2`.
    pub fn label(&self) -> String {
        let kind = self.kind.word();
        match self.user {
            Some(user) => format!("{kind}:{user}"),
            None => kind.to_owned(),
        }
    }
}

impl Via {
    /// Its name, `webhook`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Webhook => "webhook",
            Self::App => "app",
            Self::Session => "session",
        }
    }
}

/// A user and a name.
type Known = rusqlite::Result<Option<(i64, String)>>;

fn by_webhook(db: &Connection, user: i64, secret: &str) -> Known {
    if users::webhook_scopes(db, user, secret)?.is_none() {
        return Ok(None);
    }
    by_id(db, user)
}

fn by_session(db: &Connection, visitor: Option<i64>) -> Known {
    visitor.map_or(Ok(None), |user| by_id(db, user))
}

fn by_id(db: &Connection, user: i64) -> Known {
    Ok(users::get(db, user)?.map(|user| (user.id, user.full_name())))
}

fn by_token(db: &Connection, access: &str) -> Known {
    let Some(token) = tokens::by_access(db, access)? else {
        return Ok(None);
    };
    Ok(apps::get(db, token.app_id)?.map(|app| (token.user_id, app.title)))
}

impl Entry {
    /// Writes the parameters down, and where the page starts.
    pub fn set_params(&mut self, params: &Map<String, Value>, start: i64) {
        let mut all = params.clone();
        if start != 0 {
            all.insert("start".into(), json!(start));
        }
        self.params = Value::Object(all).to_string().into();
    }

    /// What it weighs in memory, about.
    pub fn weight(&self) -> usize {
        self.params.len() + self.answer.len()
    }

    /// Replaces parameters or an answer above `largest` bytes by a sentence.
    pub fn shorten(&mut self, largest: usize) {
        for text in [&mut self.params, &mut self.answer] {
            if text.len() > largest {
                let sentence = format!("{} bytes, too long to be kept", text.len());
                *text = json!(sentence).to_string().into();
            }
        }
    }
}

fn moment<S: Serializer>(moment: &DateTime<FixedOffset>, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(&moment.to_rfc3339_opts(SecondsFormat::Millis, false))
}

/// JSON goes out as it is, any other text as a string, nothing as null.
fn raw<S: Serializer>(text: &str, out: S) -> Result<S::Ok, S::Error> {
    if text.is_empty() {
        return out.serialize_none();
    }
    match serde_json::from_str::<&RawValue>(text) {
        Ok(json) => json.serialize(out),
        Err(_) => out.serialize_str(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_reads_as_json_whatever_its_answer_is() {
        let with = |answer: &str| {
            let entry = Entry {
                answer: answer.into(),
                ..Entry::default()
            };
            serde_json::to_value(entry).unwrap()["answer"].clone()
        };
        assert_eq!(with(r#"{"result":true}"#), json!({ "result": true }));
        assert_eq!(with("<html>"), json!("<html>"));
        assert_eq!(with(""), Value::Null);
    }

    #[test]
    fn what_is_too_long_is_said_to_be() {
        let mut entry = Entry {
            params: "[1,2,3]".into(),
            answer: "{}".into(),
            ..Entry::default()
        };
        entry.shorten(3);
        assert_eq!(&*entry.params, "\"7 bytes, too long to be kept\"");
        assert_eq!(&*entry.answer, "{}");
    }
}
