//! The spec and the portal agree on what there is.

use std::collections::BTreeSet;

use sandbox::model::MODEL;
use sandbox::rest::dispatch::{self, Context};

/// A batch is the client's business, no function of its own.
const UNDECLARED: &str = sandbox::batch::NAME;

#[test]
fn every_declared_method_is_answered_and_no_other() {
    let declared: BTreeSet<&str> = MODEL
        .methods
        .iter()
        .map(|method| method.name.as_str())
        .collect();
    let answered: BTreeSet<&str> = dispatch::methods()
        .map(|method| method.name)
        .filter(|name| *name != UNDECLARED)
        .collect();
    assert_eq!(declared, answered);
}

#[test]
fn scopes_and_contexts_are_those_of_the_spec() {
    for declared in &MODEL.methods {
        let method = dispatch::find(&declared.name.to_lowercase()).unwrap();
        assert_eq!(method.scope, declared.scope, "{}", declared.name);
        let for_apps = declared.context.as_deref() == Some("application");
        assert_eq!(
            method.context != Context::Any,
            for_apps,
            "{}",
            declared.name
        );
    }
}

#[test]
fn every_kind_of_record_has_its_fields_and_events() {
    assert!(MODEL.lead.len() >= 57 && MODEL.contact.len() >= 49 && MODEL.company.len() >= 56);
    assert_eq!(
        MODEL
            .events
            .iter()
            .filter(|event| event.name.starts_with("ONCRM"))
            .count(),
        21
    );
}
