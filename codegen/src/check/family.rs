//! Families: each in the file that bears its name.

use crate::{
    arena::Arena,
    model::{Family, Model},
    problem::{Kind, Problems},
    source::SourceFile,
};

pub fn check(sources: &Arena<SourceFile>, model: &Model, problems: &Problems) {
    for family in model
        .families()
        .iter()
        .filter(|family| !family.name.is_empty())
    {
        let dotted = &sources[family.span.file].dotted;
        if !belongs(dotted, &family.name) {
            let kind = Kind::FamilyFile {
                family: family.name.clone(),
                expected: expected(family),
            };
            problems.at(&family.span, kind);
        }
    }
}

/// `crm/lead.contact.toml` holds `crm.lead.contact`; a folder may also be a mere shelf, as in `core/app.toml`.
fn belongs(dotted: &str, family: &str) -> bool {
    dotted == family
        || dotted
            .strip_suffix(family)
            .is_some_and(|shelf| shelf.ends_with('.'))
}

fn expected(family: &Family) -> String {
    match family.name.split_once('.') {
        Some((module, rest)) => format!("{module}/{rest}.toml"),
        None => format!("{}.toml", family.name),
    }
}
