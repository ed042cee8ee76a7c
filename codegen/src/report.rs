//! The report of a run: every problem with its file, line, column, source line and what to do.

use std::{error, fmt};

use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

use crate::{
    arena::Arena,
    problem::Problem,
    source::{SourceFile, Span},
};

/// Everything that is wrong with a spec. `Display` is for people, without colours.
#[derive(Debug)]
pub struct Report {
    sources: Arena<SourceFile>,
    problems: Vec<Problem>,
}

impl Report {
    pub(crate) fn new(sources: Arena<SourceFile>, problems: Vec<Problem>) -> Self {
        Self { sources, problems }
    }

    /// The problems, in the order of files and lines.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The report as text, for a terminal in colour.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let mut text = String::new();
        for problem in &self.problems {
            text += &renderer.render(&self.groups(problem));
            text += "\n\n";
        }
        text + &self.verdict()
    }

    fn verdict(&self) -> String {
        match self.problems.len() {
            1 => "The spec has 1 problem.".into(),
            count => format!("The spec has {count} problems."),
        }
    }

    fn groups<'a>(&'a self, problem: &'a Problem) -> Vec<Group<'a>> {
        let mut group = Group::with_title(Level::ERROR.primary_title(problem.kind.to_string()));
        for snippet in self.snippets(problem) {
            group = group.element(snippet);
        }
        if let Some(help) = problem.kind.help() {
            group = group.element(Element::from(Level::HELP.message(help)));
        }
        vec![group]
    }

    fn snippets<'a>(
        &'a self,
        problem: &'a Problem,
    ) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
        let Some(span) = &problem.span else {
            return Vec::new();
        };
        let primary = AnnotationKind::Primary
            .span(span.range.clone())
            .label(problem.kind.label());
        let snippet = self.snippet(span).annotation(primary);
        let Some(other) = &problem.other else {
            return vec![snippet];
        };
        let context = AnnotationKind::Context
            .span(other.range.clone())
            .label(problem.kind.other_label());
        if other.file == span.file {
            return vec![snippet.annotation(context)];
        }
        vec![snippet, self.snippet(other).annotation(context)]
    }

    fn snippet<'a>(&'a self, span: &Span) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let file = &self.sources[span.file];
        Snippet::source(file.text.as_str()).path(file.path.to_string_lossy())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl error::Error for Report {}
