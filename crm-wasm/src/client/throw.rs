//! Makes the `CrmError` that JavaScript sees.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::Target;
use super::portal::Portal;
use crate::error::Failure;
use crate::json::Problem;
use crate::redact::redact;
use crate::tables::{ERROR_CODES, ERROR_TEXTS};

#[wasm_bindgen(raw_module = "./error.js")]
extern "C" {
    type CrmError;

    #[wasm_bindgen(constructor)]
    fn new(message: &str, facts: &Object) -> CrmError;
}

/// The error of a call. The one place where texts leave for people, so the one place that removes secrets.
#[expect(clippy::needless_pass_by_value, reason = "a failure ends here")]
pub fn crm_error(target: &Target, failure: Failure, portal: Option<&Portal>) -> JsValue {
    let secrets = portal.map(Portal::secrets).unwrap_or_default();
    let clean = |text: &str| redact(text, secrets.iter().map(String::as_str));
    let report = failure.report(&ERROR_CODES, &ERROR_TEXTS);
    let facts = object([
        ("kind", report.kind.into()),
        ("code", clean(&report.code).into()),
        ("method", (&*target.method).into()),
        ("status", report.status.into()),
        ("description", clean(&report.description).into()),
        ("retryable", report.retryable.into()),
        ("outcome", if report.unknown { "unknown" } else { "rejected" }.into()),
        ("problems", problems(failure.problems(), clean).into()),
    ]);
    let several = if failure.problems().len() > 1 { ":\n  " } else { ": " };
    CrmError::new(&[&target.label, several, &clean(&report.message)].concat(), &facts).into()
}

fn problems(found: &[Problem], clean: impl Fn(&str) -> String) -> Array {
    let entry = |it: &Problem| object([("path", clean(&it.path).into()), ("message", clean(&it.message).into())]);
    found.iter().map(entry).collect()
}

/// A JavaScript object of some members.
pub fn object<const N: usize>(members: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // It can only fail for objects that refuse members; this one is plain.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}
