//! Check: what can only be seen once everything is resolved.

mod family;
mod list;
mod name;
mod object;

use crate::{arena::Arena, model::Model, problem::Problems, source::SourceFile};

/// Notes everything that is wrong with the resolved spec.
pub fn check(sources: &Arena<SourceFile>, model: &Model, problems: &Problems) {
    family::check(sources, model, problems);
    list::check(model, problems);
    name::check(model, problems);
    object::check(model, problems);
}
