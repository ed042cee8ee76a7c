//! Calls told on the error output: `--log`, `--log-json`.

use std::fmt::Write as _;
use std::io::Write as _;

use chrono::Timelike as _;

use crate::journal::{Entry, Sink};

/// Which calls are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Level {
    /// None.
    #[default]
    Off,
    /// Those that fail.
    Errors,
    /// All, one line each.
    Calls,
    /// All, with parameters and answers.
    Full,
}

/// How much of parameters or an answer a line holds.
const EXCERPT: usize = 2000;

/// Writes the calls of this level; none for no level.
pub fn sink(level: Level, json: bool) -> Option<Sink> {
    if level == Level::Off {
        return None;
    }
    Some(Box::new(move |call| {
        if level == Level::Errors && call.status == 200 {
            return;
        }
        let line = if json {
            as_json(call)
        } else {
            as_text(call, level)
        };
        // An error output that is gone is no reason to stop answering.
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }))
}

fn as_json(call: &Entry) -> String {
    serde_json::to_string(call).unwrap_or_default()
}

/// `12:00:05 200    1.4 ms  crm.lead.get  webhook:1  fault cut`
fn as_text(call: &Entry, level: Level) -> String {
    let at = call.moment;
    let mut line = format!(
        "{:02}:{:02}:{:02} {:3} {:6.1} ms  {}  {}",
        at.hour(),
        at.minute(),
        at.second(),
        call.status,
        call.duration_ms,
        plain(&call.method),
        call.caller.label(),
    );
    if let Some(fault) = call.fault {
        let _ = write!(line, "  fault {fault}");
    }
    if level == Level::Full {
        let (params, answer) = (excerpt(&call.params), excerpt(&call.answer));
        let _ = write!(line, "\n  < {params}\n  > {answer}");
    }
    line
}

fn excerpt(text: &str) -> String {
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(EXCERPT).collect();
    let more = if letters.next().is_some() { " …" } else { "" };
    plain(&start) + more
}

/// Without what a terminal would take for a command.
fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_what_matters_and_no_terminal_obeys_it() {
        let call = Entry {
            method: "crm.lead.get\u{1b}[2J".into(),
            status: 400,
            duration_ms: 1.44,
            fault: Some("cut"),
            params: "{\"id\":\"5\"}".into(),
            ..Entry::default()
        };
        let line = as_text(&call, Level::Calls);
        assert_eq!(
            line,
            "00:00:00 400    1.4 ms  crm.lead.get [2J  nobody  fault cut"
        );
        assert!(as_text(&call, Level::Full).contains("\n  < {\"id\":\"5\"}\n  > "));
    }
}
