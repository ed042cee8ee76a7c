//! What the portal's answer means when it is no result: the facts of the error that a caller sees.

use crate::json::JsonError;
use crate::json::escape::push_string;
use crate::schema::{ErrorCode, ErrorText};

/// Why an answer has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The portal says no.
    Error {
        /// The code, often empty.
        code: String,
        /// The text, in the portal's language.
        description: String,
    },
    /// A web page came.
    Html,
    /// Nothing came.
    Empty,
    /// What came is no JSON.
    NotJson(JsonError),
    /// JSON came, with neither a result nor an error.
    NoResult,
}

/// What the error says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What went wrong, in a word.
    pub kind: &'static str,
    /// The sentence for people, without the name of what was called.
    pub text: String,
    /// The portal's code.
    pub code: String,
    /// The HTTP status.
    pub status: u16,
    /// The portal's text.
    pub description: String,
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Whether the portal may have done what it was asked to.
    pub unknown: bool,
}

/// Codes that say nothing; the text tells such errors apart.
const CATCH_ALL: [&str; 2] = ["", "ERROR_CORE"];

/// What errors mean, from the spec.
#[derive(Clone, Copy, Debug)]
pub struct Meanings {
    /// By code.
    pub codes: &'static [ErrorCode],
    /// By text, in the order in which they are tried.
    pub texts: &'static [ErrorText],
}

impl Meanings {
    /// The facts of an answer without a value.
    pub fn facts(&self, status: u16, refusal: &Refusal) -> Facts {
        let text = match refusal {
            Refusal::Error { code, description } => return self.refused(status, code, description),
            Refusal::Html => "the portal answered with a web page instead of JSON".to_owned(),
            Refusal::Empty => "the portal's answer is empty".to_owned(),
            Refusal::NotJson(error) => {
                ["the portal's answer is no JSON: ", &error.to_string()].concat()
            }
            Refusal::NoResult => "the portal's answer has neither a result nor an error".to_owned(),
        };
        Facts {
            kind: "protocol",
            text: [&text, " (HTTP ", &status.to_string(), ")"].concat(),
            status,
            retryable: status == 429 || status >= 500,
            // A gateway that turns a call away answers 4xx by itself; anything else may come after the portal's work.
            unknown: !(400..500).contains(&status),
            ..Facts::default()
        }
    }

    fn refused(&self, status: u16, code: &str, description: &str) -> Facts {
        let (kind, retryable) = self.classify(status, code, description);
        Facts {
            kind,
            text: sentence(status, code, description),
            code: code.to_owned(),
            status,
            description: description.to_owned(),
            retryable,
            unknown: kind == "server",
        }
    }

    /// The code tells the kind, then the text, then the HTTP status.
    fn classify(&self, status: u16, code: &str, description: &str) -> (&'static str, bool) {
        // Portals write codes in either case: expired_token, EXPIRED_TOKEN.
        let by_code = || {
            self.codes
                .iter()
                .find(|row| row.code.eq_ignore_ascii_case(code))
                .map(|it| (it.kind, it.retryable))
        };
        let description = description.to_ascii_lowercase();
        let by_text = || {
            self.texts
                .iter()
                .find(|row| description.contains(row.contains))
                .map(|it| (it.kind, it.kind == "limit"))
        };
        let catch_all = CATCH_ALL.iter().any(|it| it.eq_ignore_ascii_case(code));
        let said = if catch_all {
            by_text().or_else(by_code)
        } else {
            by_code().or_else(by_text)
        };
        said.unwrap_or_else(|| by_status(status))
    }
}

/// The kind of an error of which only the HTTP status is known.
fn by_status(status: u16) -> (&'static str, bool) {
    match status {
        401 => ("auth", false),
        403 => ("permission", false),
        404 | 410 => ("notFound", false),
        429 => ("limit", true),
        500.. => ("server", true),
        _ => ("validation", false),
    }
}

/// The portal's text without the markup that some texts end in, its code and the status.
fn sentence(status: u16, code: &str, description: &str) -> String {
    let text = description.replace("<br>", " ");
    let text = match text.trim() {
        "" => "the portal refused the call",
        text => text,
    };
    let comma = if code.is_empty() { "" } else { ", " };
    [text, " (", code, comma, "HTTP ", &status.to_string(), ")"].concat()
}

impl Facts {
    /// As JSON, for the side that makes errors of it.
    pub fn to_json(&self) -> String {
        let outcome = if self.unknown { "unknown" } else { "rejected" };
        let retryable = if self.retryable {
            ",\"retryable\":true"
        } else {
            ""
        };
        let mut json = ["{\"status\":", &self.status.to_string(), retryable].concat();
        let texts = [
            ("kind", self.kind),
            ("text", &self.text),
            ("code", &self.code),
            ("description", &self.description),
            ("outcome", outcome),
        ];
        for (name, text) in texts {
            json.push_str(",\"");
            json.push_str(name);
            json.push_str("\":");
            push_string(&mut json, text);
        }
        json.push('}');
        json
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static CODES: [ErrorCode; 3] = [
        ErrorCode {
            code: "ERROR_CORE",
            kind: "validation",
            retryable: false,
        },
        ErrorCode {
            code: "EXPIRED_TOKEN",
            kind: "auth",
            retryable: true,
        },
        ErrorCode {
            code: "INTERNAL_SERVER_ERROR",
            kind: "server",
            retryable: true,
        },
    ];
    static TEXTS: [ErrorText; 2] = [
        ErrorText {
            contains: "too many requests",
            kind: "limit",
        },
        ErrorText {
            contains: "not found",
            kind: "notFound",
        },
    ];
    const MEANINGS: Meanings = Meanings {
        codes: &CODES,
        texts: &TEXTS,
    };

    fn refused(status: u16, code: &str, description: &str) -> Facts {
        MEANINGS.facts(
            status,
            &Refusal::Error {
                code: code.into(),
                description: description.into(),
            },
        )
    }

    #[test]
    fn the_code_tells_the_kind_then_the_text_then_the_status() {
        let cases = [
            (401, "expired_token", "Not found", "auth", true),
            (400, "", "Lead is Not Found", "notFound", false),
            (400, "ERROR_CORE", "Lead is not found", "notFound", false),
            (400, "ERROR_CORE", "Wrong address", "validation", false),
            (503, "", "Too many requests", "limit", true),
            (403, "NEW", "?", "permission", false),
            (502, "", "", "server", true),
        ];
        for (status, code, description, kind, retryable) in cases {
            let facts = refused(status, code, description);
            assert_eq!(
                (facts.kind, facts.retryable),
                (kind, retryable),
                "{status} {code} {description}"
            );
        }
    }

    #[test]
    fn only_a_server_error_leaves_open_what_was_done() {
        assert!(refused(500, "INTERNAL_SERVER_ERROR", "").unknown);
        assert!(!refused(400, "", "Not found").unknown);
    }

    #[test]
    fn sentences_hold_text_code_and_status_without_markup() {
        assert_eq!(refused(400, "", "Not found").text, "Not found (HTTP 400)");
        assert_eq!(
            refused(400, "ERROR_CORE", "Wrong<br>").text,
            "Wrong (ERROR_CORE, HTTP 400)"
        );
        assert_eq!(
            refused(403, "NEW", " ").text,
            "the portal refused the call (NEW, HTTP 403)"
        );
    }

    #[test]
    fn a_gateways_page_tells_by_its_status_what_may_have_happened() {
        for (status, retryable, unknown) in [
            (502, true, true),
            (403, false, false),
            (429, true, false),
            (200, false, true),
        ] {
            let facts = MEANINGS.facts(status, &Refusal::Html);
            assert_eq!(
                (facts.kind, facts.retryable, facts.unknown),
                ("protocol", retryable, unknown),
                "{status}"
            );
        }
    }

    #[test]
    fn facts_are_json() {
        let json = refused(400, "X", "a \"quoted\"\ntext").to_json();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["description"], "a \"quoted\"\ntext");
        assert_eq!(
            (&value["status"], &value["outcome"]),
            (&400.into(), &"rejected".into())
        );
        assert_eq!(value.get("retryable"), None);
    }
}
