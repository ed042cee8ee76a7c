//! A failed call, and how the portal says so (reference §1.6).

use serde_json::{Map, Value, json};

pub use super::fault::Fault;

/// A failed call.
#[derive(Clone, Debug)]
pub struct RestError {
    fault: Fault,
    text: Option<String>,
    extra: Vec<(&'static str, String)>,
}

impl RestError {
    /// This fault in other words than its usual ones.
    pub fn new(fault: Fault, text: impl Into<String>) -> Self {
        Self {
            text: Some(text.into()),
            ..fault.into()
        }
    }

    /// A CRM message: the code is empty, only the text tells what it is.
    pub fn crm(text: impl Into<String>) -> Self {
        Self::new(Fault::Crm, text)
    }

    /// A message of the old core.
    pub fn core(text: impl Into<String>) -> Self {
        Self::new(Fault::Core, text)
    }

    /// A wrong argument of a core method.
    pub fn argument(name: &'static str, text: impl Into<String>) -> Self {
        Self::new(Fault::Argument, text).with("argument", name)
    }

    /// A missing argument of a core method.
    pub fn missing(name: &'static str) -> Self {
        Self::argument(name, format!("Argument '{name}' is null or empty"))
    }

    /// The same with one more key in its body.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.extra.push((key, value.into()));
        self
    }

    /// The same text under another code.
    #[must_use]
    pub fn recoded(self, fault: Fault) -> Self {
        Self { fault, ..self }
    }

    /// Whether it is of this kind.
    pub fn is(&self, fault: Fault) -> bool {
        self.fault == fault
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.fault.status()
    }

    /// What it says.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or(self.fault.text())
    }

    /// The body.
    pub fn body(&self) -> Value {
        let mut body = Map::new();
        body.insert("error".into(), json!(self.fault.code()));
        body.insert("error_description".into(), json!(self.text()));
        for (key, value) in &self.extra {
            body.insert((*key).into(), json!(value));
        }
        Value::Object(body)
    }
}

impl From<Fault> for RestError {
    fn from(fault: Fault) -> Self {
        Self {
            fault,
            text: None,
            extra: Vec::new(),
        }
    }
}

impl From<rusqlite::Error> for RestError {
    fn from(error: rusqlite::Error) -> Self {
        eprintln!("sandbox: {error}");
        Fault::Database.into()
    }
}
