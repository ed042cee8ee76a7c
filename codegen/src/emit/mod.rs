//! Emit: one file per emitter. An emitter reads the model and returns texts; it writes nothing.

pub mod help;
pub mod javascript;
pub mod json;
pub mod rust;
pub mod typescript;

use std::path::PathBuf;

use crate::model::Model;

/// All emitters.
pub const EMITTERS: &[&dyn Emitter] = &[
    &rust::Rust,
    &javascript::JavaScript,
    &help::Help,
    &typescript::TypeScript,
    &json::ModelJson,
];

/// Something that is made of the model.
pub trait Emitter: Sync {
    /// Where its texts belong.
    fn place(&self) -> Place;

    /// The texts.
    fn emit(&self, model: &Model) -> Vec<Output>;
}

/// Where an emitter's texts belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the repository, below its root: `generate` writes them.
    Repository,
    /// In the folder of a build script, which asks for them.
    BuildScript,
    /// On the standard output of the command of the same name.
    Stdout,
}

/// One text to be put down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Where, below the folder its [`Place`] means.
    pub path: PathBuf,
    /// What.
    pub text: String,
}

impl Output {
    fn new(path: &str, text: String) -> Self {
        Self {
            path: path.into(),
            text,
        }
    }
}

/// What `generate` writes.
pub fn for_repository(model: &Model) -> Vec<Output> {
    let emitters = EMITTERS
        .iter()
        .filter(|emitter| emitter.place() == Place::Repository);
    emitters.flat_map(|emitter| emitter.emit(model)).collect()
}
