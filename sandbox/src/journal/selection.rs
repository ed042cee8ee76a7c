//! Which calls somebody wants to see.

use serde::{Deserialize, Deserializer};

use super::Entry;
use crate::glob;

/// A filter over calls; each part that is given has to hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Selection {
    /// Methods, `crm.lead.*`.
    pub method: Option<String>,
    /// Callers, `webhook`, `webhook:1`, `app:*`.
    pub caller: Option<String>,
    /// `ok`, `error`, or a status.
    pub status: Option<Standing>,
    /// Words that occur in method, parameters or answer, in whatever case.
    pub text: Option<String>,
    /// Only calls on which a fault was played, or only others.
    pub fault: Option<bool>,
    /// Only calls after the one of this number.
    pub after: u64,
    /// How many, counted from the newest.
    pub limit: usize,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            method: None,
            caller: None,
            status: None,
            text: None,
            fault: None,
            after: 0,
            limit: 100,
        }
    }
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// With status 200.
    Ok,
    /// With any other, or with none.
    Error,
    /// With exactly this status.
    Status(u16),
}

impl<'de> Deserialize<'de> for Standing {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        match text.as_str() {
            "ok" => Ok(Self::Ok),
            "error" => Ok(Self::Error),
            number => number.parse().map(Self::Status).map_err(|_| {
                serde::de::Error::custom(format!(
                    "status is {number:?}, expected ok, error or a number"
                ))
            }),
        }
    }
}

impl Selection {
    /// Whether this call is wanted.
    pub fn holds(&self, entry: &Entry) -> bool {
        let method = |pattern: &str| glob::matches(pattern, &entry.method);
        let caller = |pattern: &str| is_caller(pattern, entry);
        let status = |standing: Standing| match standing {
            Standing::Ok => entry.status == 200,
            Standing::Error => entry.status != 200,
            Standing::Status(status) => entry.status == status,
        };
        self.method.as_deref().is_none_or(method)
            && self.caller.as_deref().is_none_or(caller)
            && self.status.is_none_or(status)
            && self.fault.is_none_or(|any| any == entry.fault.is_some())
            && self.text.as_deref().is_none_or(|text| occurs(text, entry))
    }
}

fn is_caller(pattern: &str, entry: &Entry) -> bool {
    glob::matches(pattern, &entry.caller.label())
        || glob::matches(pattern, entry.caller.kind.word())
}

fn occurs(text: &str, entry: &Entry) -> bool {
    let text = text.to_lowercase();
    let places = [&*entry.method, &*entry.params, &*entry.answer];
    places
        .iter()
        .any(|place| place.to_lowercase().contains(&text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Via, Who};

    #[test]
    fn every_part_has_to_hold() {
        let entry = Entry {
            method: "crm.lead.get".into(),
            status: 400,
            answer: r#"{"error_description":"Not found"}"#.into(),
            caller: Who {
                kind: Via::Webhook,
                user: Some(1),
                name: "Alma Berg".into(),
            },
            ..Entry::default()
        };
        let cases = [
            ("{}", true),
            (r#"{"method":"crm.*"}"#, true),
            (r#"{"method":"crm.contact.*"}"#, false),
            (r#"{"caller":"webhook"}"#, true),
            (r#"{"caller":"webhook:2"}"#, false),
            (r#"{"status":"error"}"#, true),
            (r#"{"status":"400","method":"crm.lead.get"}"#, true),
            (r#"{"status":"ok"}"#, false),
            (r#"{"text":"not FOUND"}"#, true),
            (r#"{"fault":true}"#, false),
        ];
        for (selection, expected) in cases {
            let wanted: Selection = serde_json::from_str(selection).unwrap();
            assert_eq!(wanted.holds(&entry), expected, "{selection}");
        }
    }
}
