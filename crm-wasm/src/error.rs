//! What can go wrong, as facts; and the report of it that a caller sees as a `CrmError`.

use crate::json::{JsonError, Problem};
use crate::schema::{ErrorCode, ErrorText};

/// Why a call, a connection or a message failed.
#[derive(Debug)]
pub enum Failure {
    /// The arguments are wrong; nothing was sent.
    Validation(Vec<Problem>),
    /// No portal is connected, or the chosen one was closed.
    NotConnected,
    /// The caller ended it.
    Aborted {
        /// Whether a request was on its way.
        sent: bool,
    },
    /// The time was up.
    Timeout {
        /// Whole milliseconds.
        after: u32,
        /// Whether a request was on its way.
        sent: bool,
    },
    /// The portal page did not answer a message.
    Silent {
        /// The message's command.
        command: String,
        /// Whole milliseconds.
        after: u32,
    },
    /// The request could not be made or its answer broke off.
    Network {
        /// What the host says about it.
        reason: String,
    },
    /// A new access token was needed and could not be had.
    Refresh {
        /// Why, as the end of a sentence.
        reason: String,
    },
    /// The portal answered with an error.
    Refused {
        /// The HTTP status.
        status: u16,
        /// The code, often empty.
        code: String,
        /// The text, in the portal's language.
        description: String,
    },
    /// What came is not what a portal answers.
    Garbled {
        /// The HTTP status; 0 for what did not come by HTTP.
        status: u16,
        /// What it is instead.
        what: Garbage,
    },
    /// An event does not carry the expected application token.
    WrongSender,
}

/// What came instead of an answer.
#[derive(Debug)]
pub enum Garbage {
    /// A web page.
    Html,
    /// Nothing.
    Empty,
    /// Directions to another address.
    Redirect,
    /// Text that is no JSON.
    NotJson(JsonError),
    /// JSON with neither a result nor an error.
    NoResult,
    /// Something else, as the end of a sentence.
    Other(&'static str),
}

/// What a `CrmError` says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What went wrong, in a word.
    pub kind: &'static str,
    /// The portal's code.
    pub code: String,
    /// The HTTP status; 0 without an answer.
    pub status: u16,
    /// The sentence for people, without the name of what was called.
    pub message: String,
    /// The portal's text.
    pub description: String,
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Whether the portal may have done it in spite of the error.
    pub unknown: bool,
}

/// Codes that say nothing; the text tells such errors apart.
const CATCH_ALL: [&str; 2] = ["", "ERROR_CORE"];

impl Failure {
    /// What to tell the caller. Problems of the arguments stay with the failure.
    pub fn report(&self, codes: &[ErrorCode], texts: &[ErrorText]) -> Report {
        match self {
            Self::Validation(problems) => plain("validation", list(problems)),
            Self::NotConnected => plain("auth", "no portal is connected: await connect() first".into()),
            Self::Aborted { sent } => Report { unknown: *sent, ..plain("aborted", "aborted by the caller".into()) },
            Self::Timeout { after, sent } => {
                let message = ["no answer within ", &seconds(*after)].concat();
                Report { unknown: *sent, retryable: true, ..plain("timeout", message) }
            }
            Self::Silent { command, after } => silent(command, *after),
            Self::Network { reason } => {
                let message = ["the portal could not be reached (", reason, ")"].concat();
                Report { unknown: true, retryable: true, ..plain("network", message) }
            }
            Self::Refresh { reason } => {
                let message = ["the access token has expired and ", reason].concat();
                Report { retryable: true, ..plain("auth", message) }
            }
            Self::Refused { status, code, description } => refused(*status, code, description, codes, texts),
            Self::Garbled { status, what } => garbled(*status, what),
            Self::WrongSender => {
                plain("auth", "the event's application token is not the expected one: refuse the request".into())
            }
        }
    }

    /// The problems of the arguments; none for other failures.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Validation(problems) => problems,
            _ => &[],
        }
    }
}

/// A report of something that the portal did not see.
fn plain(kind: &'static str, message: String) -> Report {
    Report { kind, message, ..Report::default() }
}

/// The page is silent about what it does not know, what it forbids and what the user cancels.
fn silent(command: &str, after: u32) -> Report {
    let message = ["the portal page gave no answer to ", command, " within ", &seconds(after)].concat();
    Report { retryable: true, unknown: true, ..plain("timeout", message) }
}

/// One problem on the line, several below each other.
fn list(problems: &[Problem]) -> String {
    let sentences: Vec<String> = problems.iter().map(|it| [&it.path, " ", &it.message].concat()).collect();
    sentences.join("\n  ")
}

/// A time as people read it.
fn seconds(milliseconds: u32) -> String {
    if milliseconds.is_multiple_of(1000) {
        return [&(milliseconds / 1000).to_string(), " s"].concat();
    }
    [&milliseconds.to_string(), " ms"].concat()
}

/// The portal said no: the code tells the kind, then the text, then the HTTP status.
fn refused(status: u16, code: &str, description: &str, codes: &[ErrorCode], texts: &[ErrorText]) -> Report {
    let (kind, retryable) = classify(status, code, description, codes, texts);
    Report {
        kind,
        code: code.to_owned(),
        status,
        message: sentence(status, code, description),
        description: description.to_owned(),
        retryable,
        unknown: kind == "server",
    }
}

/// The portal's text, its code and the status, without the markup that some texts end in.
fn sentence(status: u16, code: &str, description: &str) -> String {
    let text = description.replace("<br>", " ");
    let text = if text.trim().is_empty() { "the portal refused the call" } else { text.trim() };
    let code = if code.is_empty() { String::new() } else { [code, ", "].concat() };
    [text, " (", &code, "HTTP ", &status.to_string(), ")"].concat()
}

fn classify(
    status: u16,
    code: &str,
    description: &str,
    codes: &[ErrorCode],
    texts: &[ErrorText],
) -> (&'static str, bool) {
    // Portals write codes in either case: expired_token, EXPIRED_TOKEN.
    let code = code.to_ascii_uppercase();
    let by_code = || codes.iter().find(|row| row.code == code).map(|row| (row.kind, row.retryable));
    let by_text = || {
        let description = description.to_ascii_lowercase();
        let row = texts.iter().find(|row| description.contains(row.contains))?;
        Some((row.kind, matches!(row.kind, "limit" | "server")))
    };
    let said = if CATCH_ALL.contains(&code.as_str()) { by_text().or_else(by_code) } else { by_code().or_else(by_text) };
    said.unwrap_or_else(|| by_status(status))
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

fn garbled(status: u16, what: &Garbage) -> Report {
    let what = match what {
        Garbage::Html => "the portal answered with a web page instead of JSON".to_owned(),
        Garbage::Empty => "the portal's answer is empty".to_owned(),
        Garbage::Redirect => {
            "the portal redirects to another address; if it was renamed, connect to its new one".to_owned()
        }
        Garbage::NotJson(error) => ["the portal's answer is no JSON: ", &error.to_string()].concat(),
        Garbage::NoResult => "the portal's answer has neither a result nor an error".to_owned(),
        Garbage::Other(what) => (*what).to_owned(),
    };
    let status_text = if status == 0 { String::new() } else { [" (HTTP ", &status.to_string(), ")"].concat() };
    Report {
        status,
        retryable: status == 429 || status >= 500,
        // A gateway that turns a call away answers 4xx by itself; anything else may come after the portal's work.
        unknown: status != 0 && !(300..500).contains(&status),
        ..plain("protocol", [what, status_text].concat())
    }
}
