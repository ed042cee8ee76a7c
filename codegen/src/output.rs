//! Puts texts down, or says that they are not down as they should be.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use similar::{ChangeTag, TextDiff};

use crate::emit::Output;

/// At most this many changed lines of a file are shown.
const SHOWN: usize = 12;

/// A file that differs from what it should say.
#[derive(Debug)]
pub struct Stale {
    /// The file.
    pub path: PathBuf,
    /// Its changed lines, with `-` for what it says and `+` for what it should; only the first ones.
    pub diff: String,
    /// How many lines differ.
    pub changes: usize,
}

/// A file that cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[error("cannot {action} `{}`: {source}", path.display())]
pub struct FileError {
    action: &'static str,
    path: PathBuf,
    source: io::Error,
}

/// Writes what differs below `root` and leaves the rest alone. Returns the files it wrote.
pub fn write(root: &Path, outputs: &[Output]) -> Result<Vec<PathBuf>, FileError> {
    let mut written = Vec::new();
    for output in outputs {
        let path = root.join(&output.path);
        if read(&path)?.as_deref() != Some(&output.text) {
            put(&path, &output.text)?;
            written.push(path);
        }
    }
    Ok(written)
}

/// Finds what differs below `root` and writes nothing.
pub fn stale(root: &Path, outputs: &[Output]) -> Result<Vec<Stale>, FileError> {
    let mut stale = Vec::new();
    for output in outputs {
        let path = root.join(&output.path);
        let found = read(&path)?.unwrap_or_default();
        if found != output.text {
            stale.push(compare(path, &found, &output.text));
        }
    }
    Ok(stale)
}

fn compare(path: PathBuf, found: &str, expected: &str) -> Stale {
    let diff = TextDiff::from_lines(found, expected);
    let changed = diff
        .iter_all_changes()
        .filter_map(|change| match change.tag() {
            ChangeTag::Equal => None,
            ChangeTag::Delete => Some(format!("- {}", change.value().trim_end())),
            ChangeTag::Insert => Some(format!("+ {}", change.value().trim_end())),
        });
    let lines: Vec<_> = changed.collect();
    Stale {
        path,
        diff: lines[..lines.len().min(SHOWN)].join("\n"),
        changes: lines.len(),
    }
}

/// The file's text; none when there is no such file.
fn read(path: &Path) -> Result<Option<String>, FileError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(FileError {
            action: "read",
            path: path.to_owned(),
            source,
        }),
    }
}

/// Writes beside the file first, so that nobody ever reads half of it.
fn put(path: &Path, text: &str) -> Result<(), FileError> {
    let beside = path.with_extension("new");
    let failed = |source| FileError {
        action: "write",
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(&beside, text).map_err(failed)?;
    fs::rename(&beside, path).map_err(failed)
}
