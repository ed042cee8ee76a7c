//! A fault as somebody asks for it: `kind=cut,method=crm.lead.add,count=2`.

use std::fmt;
use std::str::FromStr;

use axum::http::HeaderValue;
use serde::Serialize;
use serde_json::Value;

use super::kind::{COMMON, KINDS, Kind};
use crate::glob;
use crate::php::cast;

/// Which calls fail, how, and how often.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rule {
    /// What happens.
    pub kind: Kind,
    /// To which methods (commands, events).
    pub method: String,
    /// To which callers: `webhook`, `webhook:1`, `app:*`.
    pub caller: String,
    /// How often; every time if none.
    pub count: Option<u32>,
    /// How many are let through first.
    pub skip: u32,
    /// How likely, from 0 to 1.
    pub probability: f64,
    /// What the dice start from: the same seed gives the same row of faults.
    pub seed: u64,
    /// How long to wait, milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ms: Option<u64>,
    /// The status of an HTML page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Host, and port if it has one, of a redirect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// A content type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// Whether the method runs.
    pub executed: bool,
    /// Whether a front end's page lets other origins read it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cors: bool,
}

/// What is wrong with a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleError {
    /// No `kind`.
    NoKind,
    /// A kind that does not exist.
    UnknownKind(String),
    /// A part without `=`.
    NoPair(String),
    /// A JSON body that is no object.
    NoObject,
    /// A setting that this kind does not have.
    UnknownSetting(String, Kind),
    /// The same setting twice.
    Twice(String),
    /// A value that the setting cannot have: name, value, what is expected.
    Value(&'static str, String, &'static str),
}

impl fmt::Display for RuleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = || {
            KINDS
                .iter()
                .map(|row| row.name)
                .collect::<Vec<_>>()
                .join(", ")
        };
        match self {
            Self::NoKind => write!(out, "a fault needs kind=, one of {}", kinds()),
            Self::UnknownKind(kind) => {
                write!(out, "there is no fault {kind:?}; there are {}", kinds())
            }
            Self::NoPair(part) => write!(
                out,
                "{part:?} is no setting; a fault is written like kind=cut,method=crm.lead.add,count=2"
            ),
            Self::NoObject => write!(
                out,
                "a fault is an object like {{\"kind\":\"cut\",\"method\":\"crm.lead.add\",\"count\":2}}"
            ),
            Self::UnknownSetting(name, kind) => {
                let row = kind.row();
                let known = [COMMON, row.settings].concat().join(", ");
                write!(out, "{} has no setting {name:?}; it has {known}", row.name)
            }
            Self::Twice(name) => write!(out, "{name} is given twice"),
            Self::Value(name, value, expected) => {
                write!(out, "{name} is {value:?}, expected {expected}")
            }
        }
    }
}

impl std::error::Error for RuleError {}

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let parts = text.split(',').filter(|part| !part.trim().is_empty());
        let pairs = parts.map(|part| match part.split_once('=') {
            Some((name, value)) => Ok((name.trim().to_owned(), value.trim().to_owned())),
            None => Err(RuleError::NoPair(part.trim().to_owned())),
        });
        Self::from_pairs(pairs.collect::<Result<_, _>>()?)
    }
}

impl Rule {
    /// Reads a rule from a JSON object; numbers and switches may be written as strings.
    pub fn from_json(value: &Value) -> Result<Self, RuleError> {
        let members = value.as_object().ok_or(RuleError::NoObject)?;
        let text = |value: &Value| match value {
            Value::Bool(switch) => switch.to_string(),
            other => cast::text(other),
        };
        let given = members.iter().filter(|(_, value)| !value.is_null());
        Self::from_pairs(
            given
                .map(|(name, value)| (name.clone(), text(value)))
                .collect(),
        )
    }

    fn from_pairs(pairs: Vec<(String, String)>) -> Result<Self, RuleError> {
        let mut settings = Settings(pairs);
        let kind = settings.take("kind")?.ok_or(RuleError::NoKind)?;
        let kind = Kind::named(&kind).ok_or(RuleError::UnknownKind(kind))?;
        settings.check_names(kind)?;
        let number = "a whole number of 0 or more";
        let switch = "true or false";
        let rule = Self {
            kind,
            method: settings.take("method")?.unwrap_or_else(|| "*".into()),
            caller: settings.take("caller")?.unwrap_or_else(|| "*".into()),
            count: settings.parse("count", "a whole number of 1 or more", |count| *count > 0)?,
            skip: settings.parse("skip", number, |_| true)?.unwrap_or(0),
            probability: settings
                .parse("probability", "a number from 0 to 1", |p| {
                    (0.0..=1.0).contains(p)
                })?
                .unwrap_or(1.0),
            seed: settings.parse("seed", number, |_| true)?.unwrap_or(0),
            ms: settings.parse("ms", "milliseconds, at most 600000", |ms| *ms <= 600_000)?,
            status: settings.parse("status", "an HTTP status from 200 to 599", |status| {
                (200..600).contains(status)
            })?,
            to: settings.parse(
                "to",
                "a host like portal.example or localhost:8124",
                |host: &String| is_host(host),
            )?,
            content_type: settings.parse(
                "type",
                "a content type like text/plain",
                |value: &String| HeaderValue::from_str(value).is_ok(),
            )?,
            executed: settings
                .parse("executed", switch, |_| true)?
                .unwrap_or(kind.row().executed),
            cors: settings.parse("cors", switch, |_| true)?.unwrap_or(false),
        };
        Ok(rule)
    }

    /// Whether the rule is about this method (command, event) and this caller.
    pub fn is_about(&self, method: &str, caller: &str) -> bool {
        let kind = caller.split(':').next().unwrap_or_default();
        glob::matches(&self.method, method)
            && (glob::matches(&self.caller, caller) || glob::matches(&self.caller, kind))
    }
}

fn is_host(text: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || ".-:[]".contains(letter);
    !text.is_empty() && text.chars().all(allowed)
}

struct Settings(Vec<(String, String)>);

impl Settings {
    fn check_names(&self, kind: Kind) -> Result<(), RuleError> {
        let known = |name: &str| COMMON.contains(&name) || kind.row().settings.contains(&name);
        match self.0.iter().find(|(name, _)| !known(name)) {
            Some((name, _)) => Err(RuleError::UnknownSetting(name.clone(), kind)),
            None => Ok(()),
        }
    }

    fn take(&mut self, name: &str) -> Result<Option<String>, RuleError> {
        let Some(at) = self.0.iter().position(|(known, _)| known == name) else {
            return Ok(None);
        };
        let (_, value) = self.0.remove(at);
        if self.0.iter().any(|(known, _)| known == name) {
            return Err(RuleError::Twice(name.to_owned()));
        }
        Ok(Some(value))
    }

    fn parse<T: FromStr>(
        &mut self,
        name: &'static str,
        expected: &'static str,
        fits: impl Fn(&T) -> bool,
    ) -> Result<Option<T>, RuleError> {
        let Some(text) = self.take(name)? else {
            return Ok(None);
        };
        match text.parse().ok().filter(fits) {
            Some(value) => Ok(Some(value)),
            None => Err(RuleError::Value(name, text, expected)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_rule_reads_the_same_from_both_forms() {
        let line: Rule = "kind=cut, method=crm.lead.add, count=2".parse().unwrap();
        let body = json!({ "kind": "cut", "method": "crm.lead.add", "count": 2 });
        assert_eq!(Rule::from_json(&body), Ok(line.clone()));
        assert_eq!((line.count, line.skip, line.executed), (Some(2), 0, true));
        let page: Rule = "kind=html,status=504,executed=true".parse().unwrap();
        assert_eq!((page.status, page.executed), (Some(504), true));
    }

    #[test]
    fn a_wrong_rule_gets_a_sentence() {
        let cases = [
            ("", "a fault needs kind=, one of limit, "),
            ("method=*", "a fault needs kind="),
            ("kind=cutt", "there is no fault \"cutt\"; there are limit, "),
            (
                "cut",
                "\"cut\" is no setting; a fault is written like kind=cut,",
            ),
            (
                "kind=cut,metod=x",
                "cut has no setting \"metod\"; it has kind, method, ",
            ),
            ("kind=cut,ms=5", "cut has no setting \"ms\""),
            (
                "kind=cut,count=0",
                "count is \"0\", expected a whole number of 1 or more",
            ),
            ("kind=cut,count=-1", "count is \"-1\""),
            ("kind=cut,count=1,count=2", "count is given twice"),
            (
                "kind=cut,probability=2",
                "probability is \"2\", expected a number from 0 to 1",
            ),
            ("kind=cut,probability=NaN", "probability is \"NaN\""),
            ("kind=slow,ms=99999999", "ms is \"99999999\""),
            ("kind=html,status=42", "status is \"42\""),
            ("kind=redirect,to=a b\r\nX: y", "to is "),
            ("kind=content-type,type=a\nb", "type is "),
        ];
        for (text, expected) in cases {
            let error = text.parse::<Rule>().unwrap_err().to_string();
            assert!(error.starts_with(expected), "{text}: {error}");
        }
        let error = Rule::from_json(&json!([1])).unwrap_err().to_string();
        assert!(error.starts_with("a fault is an object like {"), "{error}");
    }

    #[test]
    fn a_rule_is_about_methods_and_callers() {
        let rule: Rule = "kind=limit,method=crm.lead.*,caller=webhook"
            .parse()
            .unwrap();
        assert!(rule.is_about("crm.lead.add", "webhook:1"));
        assert!(!rule.is_about("crm.lead.add", "app:1"));
        assert!(!rule.is_about("crm.contact.add", "webhook:1"));
        let rule: Rule = "kind=limit,caller=app:2".parse().unwrap();
        assert!(rule.is_about("profile", "app:2"));
        assert!(!rule.is_about("profile", "app:1"));
    }
}
