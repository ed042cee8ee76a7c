//! Turns the spec of the portal's API into everything that is generated from it.
//!
//! The phases, in order:
//!
//! 1. **Load** ([`source`], `parse`): the TOML files become trees of texts with their places.
//! 2. **Resolve** (`resolve`): names become ids into arenas, texts become types; the result is a [`model::Model`].
//! 3. **Check** (`check`): what can only be seen on the whole. From here on the model is read-only.
//! 4. **Emit** ([`emit`]): every emitter reads the model and returns texts; one writer ([`output`]) puts files down.
//!
//! A run reports *all* problems it finds ([`report::Report`]), each at its line. Start reading at [`load`], then
//! [`model`]; adding an emitter is a file below `emit/` and a row in [`emit::EMITTERS`].

#![allow(
    clippy::format_push_string,
    reason = "texts for people are put together from a few short pieces"
)]

pub mod arena;
mod check;
pub mod emit;
pub mod model;
pub mod names;
pub mod output;
mod parse;
pub mod problem;
pub mod report;
mod resolve;
pub mod show;
pub mod source;

use std::path::{Path, PathBuf};

use arena::Arena;
use model::Model;
use problem::{Kind, Problem, Problems};
use report::Report;
use source::SourceFile;

/// Reads, resolves and checks every `*.toml` below `dir`.
pub fn load(dir: &Path) -> Result<Model, Report> {
    let problems = Problems::default();
    let (sources, errors) = source::read(dir);
    for error in errors {
        problems.push(Problem {
            kind: Kind::Read(error),
            span: None,
            other: None,
        });
    }
    build(sources, problems)
}

/// Resolves and checks a spec that is not in files: texts with the paths they would have below a spec's folder.
pub fn load_texts(texts: impl IntoIterator<Item = (PathBuf, String)>) -> Result<Model, Report> {
    let sources = texts
        .into_iter()
        .map(|(path, text)| SourceFile::new(Path::new(""), path, text))
        .collect();
    build(sources, Problems::default())
}

fn build(sources: Arena<SourceFile>, problems: Problems) -> Result<Model, Report> {
    let files = parse::parse(&sources, &problems);
    let model = resolve::resolve(&sources, &files, &problems);
    check::check(&sources, &model, &problems);
    let problems = problems.into_sorted();
    if problems.is_empty() {
        Ok(model)
    } else {
        Err(Report::new(sources, problems))
    }
}
