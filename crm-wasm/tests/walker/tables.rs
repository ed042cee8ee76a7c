//! The rows of the real spec, as the walker needs them.

use crm_wasm::json::Walker;
use crm_wasm::tables::tables;

use crate::portal::encoded_by;

#[test]
fn fields_are_sorted_for_lookup() {
    for object in tables().objects {
        let names: Vec<_> = object.fields.iter().map(|field| field.name).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }
}

/// Every problem of a method's parameters as a line.
fn problems(method: &str, params: &str) -> Vec<String> {
    let mut methods = tables().methods.iter();
    let method = methods.find(|row| row.name == method).unwrap();
    let walker = Walker::new(tables().objects);
    encoded_by(walker, params, method.params)
        .err()
        .unwrap_or_default()
}

#[test]
fn a_call_of_nothing_is_told_everything_it_lacks() {
    for method in tables().methods {
        let problems = problems(method.name, "{}");
        let required = method.params.iter().filter(|param| param.required);
        let starts: Vec<_> = required
            .map(|param| format!("params.{} is missing (", param.name))
            .collect();
        assert_eq!(problems.len(), starts.len(), "{}", method.name);
        for (problem, start) in problems.iter().zip(starts) {
            let words = problem
                .strip_prefix(&start)
                .and_then(|rest| rest.strip_suffix(')'));
            assert!(
                words.is_some_and(|words| !words.contains("..")),
                "{}: {problem}",
                method.name
            );
        }
    }
}

#[test]
fn a_link_is_checked_in_the_words_of_the_spec() {
    let problems = problems(
        "crm.lead.contact.add",
        r#"{"id":7,"fields":{"CONTACT":12,"IS_PRIMARY":"yes"}}"#,
    );
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert_eq!(
        problems[0],
        r#"params.fields.IS_PRIMARY is a string, expected a boolean: "yes""#
    );
    assert!(
        problems[1].starts_with("params.fields.CONTACT_ID is missing (integer, the contact"),
        "{}",
        problems[1]
    );
}

#[test]
fn what_a_lead_cannot_be_filtered_by_is_in_its_rows() {
    for (condition, refused) in [
        ("PHONE", false),
        ("%PHONE", true),
        ("=EMAIL", true),
        ("LINK", true),
    ] {
        let call = format!(r#"{{"filter":{{"{condition}":"x"}}}}"#);
        let problems = problems("crm.lead.list", &call);
        assert_eq!(!problems.is_empty(), refused, "{condition}: {problems:?}");
    }
}

#[test]
fn a_number_that_is_not_listed_is_refused() {
    let call = r#"{"id":1,"rows":[{"DISCOUNT_TYPE_ID":3}]}"#;
    let problems = problems("crm.lead.productrows.set", call);
    let discount = "is a number, expected one of 1, 2: 3";
    assert!(
        problems.iter().any(|problem| problem.ends_with(discount)),
        "{problems:?}"
    );
}
