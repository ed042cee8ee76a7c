//! What is wrong with a spec: each problem with its kind and its place.

mod kind;

use std::cell::RefCell;

use crate::{
    arena::Id,
    source::{SourceFile, Span},
};
pub use kind::Kind;

/// Something wrong in a spec.
#[derive(Debug)]
pub struct Problem {
    /// What is wrong.
    pub kind: Kind,
    /// Where, unless it is about a whole folder.
    pub span: Option<Span>,
    /// Another place that has to do with it.
    pub other: Option<Span>,
}

impl Problem {
    fn file(&self) -> Option<Id<SourceFile>> {
        self.span.as_ref().map(|span| span.file)
    }

    fn is_syntax(&self) -> bool {
        matches!(self.kind, Kind::Syntax(_))
    }
}

/// All problems found so far. Shared by everything that looks for some, so that a run reports them all.
#[derive(Debug, Default)]
pub struct Problems {
    found: RefCell<Vec<Problem>>,
}

impl Problems {
    /// Notes a problem at a place.
    pub fn at(&self, span: &Span, kind: Kind) {
        self.push(Problem {
            kind,
            span: Some(span.clone()),
            other: None,
        });
    }

    /// Notes a problem between two places.
    pub fn between(&self, span: &Span, other: &Span, kind: Kind) {
        self.push(Problem {
            kind,
            span: Some(span.clone()),
            other: Some(other.clone()),
        });
    }

    /// Notes a problem.
    pub fn push(&self, problem: Problem) {
        self.found.borrow_mut().push(problem);
    }

    /// All of them, in the order of files and lines.
    ///
    /// Of a file that is not TOML only that is kept: whatever else seems wrong may come of it.
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut found = self.found.into_inner();
        let broken: Vec<_> = found
            .iter()
            .filter(|it| it.is_syntax())
            .filter_map(Problem::file)
            .collect();
        if !broken.is_empty() {
            let is_certain = |it: &Problem| it.file().is_none_or(|file| !broken.contains(&file));
            found.retain(|it| it.is_syntax() || (is_certain(it) && !it.kind.is_about_others()));
        }
        found.sort_by_key(|problem| {
            problem
                .span
                .as_ref()
                .map(|span| (span.file, span.range.start))
        });
        found
    }
}
