//! The files a spec is read from, and places in them.

use std::{
    fs, io,
    ops::{Deref, Range},
    path::{Path, PathBuf},
};

use crate::arena::{Arena, Id};

/// One file of the spec.
#[derive(Debug)]
pub struct SourceFile {
    /// Where it was found: the spec's folder as it was given, and the path below it.
    pub path: PathBuf,
    /// The path below the spec's folder without its ending, folders joined by dots: `crm.lead.contact`.
    pub dotted: String,
    /// What it says.
    pub text: String,
}

/// A stretch of a file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: Id<SourceFile>,
    /// From the first byte to the one behind the last.
    pub range: Range<usize>,
}

impl Span {
    /// Whether it starts before another, in the order of files.
    pub fn is_before(&self, other: &Self) -> bool {
        (self.file, self.range.start) < (other.file, other.range.start)
    }
}

/// A value and where it was written.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl SourceFile {
    /// A file of the spec in the folder `dir`.
    pub(crate) fn new(dir: &Path, path: PathBuf, text: String) -> Self {
        let dotted = dotted(dir, &path);
        Self { path, dotted, text }
    }
}

/// A spec's folder or file that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no such folder.
    #[error("there is no folder `{}`: name the spec's folder with --spec DIR", .0.display())]
    NoFolder(PathBuf),
    /// The folder holds no spec.
    #[error("no `.toml` file below `{}`: is this the spec's folder?", .0.display())]
    Empty(PathBuf),
    /// The system refuses to read it.
    #[error("cannot read `{}`: {reason}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
}

/// Reads every `*.toml` below `dir`, in the order of their paths.
pub fn read(dir: &Path) -> (Arena<SourceFile>, Vec<ReadError>) {
    let mut errors = Vec::new();
    if !dir.is_dir() {
        return (Arena::default(), vec![ReadError::NoFolder(dir.to_owned())]);
    }
    let mut paths = Vec::new();
    collect(dir, &mut paths, &mut errors);
    paths.sort();
    if paths.is_empty() && errors.is_empty() {
        errors.push(ReadError::Empty(dir.to_owned()));
    }
    let mut files = Arena::default();
    for path in paths {
        match fs::read_to_string(&path) {
            Ok(text) => drop(files.push(SourceFile::new(dir, path, text))),
            Err(error) => errors.push(unreadable(&path, &error)),
        }
    }
    (files, errors)
}

fn collect(dir: &Path, paths: &mut Vec<PathBuf>, errors: &mut Vec<ReadError>) {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => return errors.push(unreadable(dir, &error)),
    };
    for entry in entries {
        match entry.map(|entry| entry.path()) {
            Ok(path) if path.is_dir() => collect(&path, paths, errors),
            Ok(path) if path.extension().is_some_and(|ending| ending == "toml") => paths.push(path),
            Ok(_) => {}
            Err(error) => errors.push(unreadable(dir, &error)),
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> ReadError {
    ReadError::Unreadable {
        path: path.to_owned(),
        reason: error.to_string(),
    }
}

fn dotted(dir: &Path, path: &Path) -> String {
    let below = path.strip_prefix(dir).unwrap_or(path).with_extension("");
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join(".")
}
