//! Calls in a file: `--record` writes them, `--replay` plays them and tells what is answered
//! differently.
//!
//! A line is an entry of the journal as JSON, whole. What no two runs have in common is left out of
//! the comparison: the member `time`, moments near the call, tokens and keys, and the ids that the
//! portal gave to records added by the calls themselves.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::journal::Sink;

mod difference;
mod ids;
mod line;
pub mod replay;

pub use replay::{Outcome, replay};

/// What is wrong with a file of calls.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// It cannot be opened, read or written.
    #[error("{}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What went wrong.
        error: io::Error,
    },
    /// A line is no call.
    #[error("{}, line {line}: this is no recorded call ({reason})", file.display())]
    Line {
        /// The file.
        file: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The calls were made by somebody whom this portal does not have.
    #[error("call {id} was made by {caller}, whom this portal does not have: {advice}")]
    Caller {
        /// The call's number.
        id: u64,
        /// Who made it.
        caller: String,
        /// What to do.
        advice: &'static str,
    },
    /// The portal's database failed.
    #[error("the portal's database failed: {0}")]
    Database(#[from] rusqlite::Error),
}

/// Writes every call into `file`, which is made empty first.
pub fn writer(file: &Path) -> Result<Sink, RecordError> {
    let open = File::create(file).map_err(|error| RecordError::File {
        file: file.to_owned(),
        error,
    })?;
    let open = Mutex::new(Some(open));
    let name = file.to_owned();
    Ok(Box::new(move |call| {
        let mut open = open
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let Some(out) = open.as_mut() else { return };
        let mut line = serde_json::to_string(call).unwrap_or_default();
        line.push('\n');
        // One write for each call: a portal that is killed leaves whole lines.
        if let Err(error) = out.write_all(line.as_bytes()) {
            eprintln!("sandbox: {} is no longer written: {error}", name.display());
            *open = None;
        }
    }))
}
