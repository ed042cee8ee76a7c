//! The rows of the real spec, as the walker needs them.

use crm_wasm::json::Walker;
use crm_wasm::tables::tables;

#[test]
fn fields_are_sorted_for_lookup() {
    for object in tables().objects {
        let names: Vec<_> = object.fields.iter().map(|field| field.name).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }
}

#[test]
fn a_call_of_nothing_is_told_everything_it_lacks() {
    let walker = Walker::new(tables().objects);
    for method in tables().methods {
        let problems = walker
            .encode("{}", method.params, &mut String::new())
            .unwrap();
        let missing: Vec<_> = problems
            .iter()
            .map(|problem| problem.path.as_str())
            .collect();
        let required = method.params.iter().filter(|param| param.required);
        let required: Vec<_> = required
            .map(|param| format!("params.{}", param.name))
            .collect();
        assert_eq!(missing, required, "{}", method.name);
        for problem in &problems {
            let words = problem
                .message
                .strip_prefix("is missing (")
                .and_then(|rest| rest.strip_suffix(')'));
            assert!(
                words.is_some_and(|words| !words.contains("..")),
                "{}: {}",
                method.name,
                problem.message
            );
        }
    }
}

#[test]
fn a_link_is_checked_in_the_words_of_the_spec() {
    let walker = Walker::new(tables().objects);
    let method = tables()
        .methods
        .iter()
        .find(|method| method.name == "crm.lead.contact.add")
        .unwrap();
    let call = r#"{"id":7,"fields":{"CONTACT":12,"IS_PRIMARY":"yes"}}"#;
    let problems = walker
        .encode(call, method.params, &mut String::new())
        .unwrap();
    let problems: Vec<_> = problems
        .iter()
        .map(|problem| format!("{} {}", problem.path, problem.message))
        .collect();
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
    let walker = Walker::new(tables().objects);
    let method = tables()
        .methods
        .iter()
        .find(|method| method.name == "crm.lead.list")
        .unwrap();
    for (condition, refused) in [
        ("PHONE", false),
        ("%PHONE", true),
        ("=EMAIL", true),
        ("LINK", true),
    ] {
        let call = format!(r#"{{"filter":{{"{condition}":"x"}}}}"#);
        let problems = walker
            .encode(&call, method.params, &mut String::new())
            .unwrap();
        assert_eq!(!problems.is_empty(), refused, "{condition}: {problems:?}");
    }
}

#[test]
fn a_number_that_is_not_listed_is_refused() {
    let walker = Walker::new(tables().objects);
    let method = tables()
        .methods
        .iter()
        .find(|method| method.name == "crm.lead.productrows.set")
        .unwrap();
    let call = r#"{"id":1,"rows":[{"DISCOUNT_TYPE_ID":3}]}"#;
    let problems = walker
        .encode(call, method.params, &mut String::new())
        .unwrap();
    let discount = "is a number, expected one of 1, 2: 3";
    assert!(
        problems.iter().any(|problem| problem.message == discount),
        "{problems:?}"
    );
}
