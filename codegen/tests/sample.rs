//! What every emitter makes of a small spec, as golden files.
//!
//! `EXPECTORATE=overwrite cargo test -p codegen --test sample` accepts what is emitted now.

use std::{fs, path::Path};

use codegen::{
    emit::{EMITTERS, Output},
    model::Model,
    show,
};

// The emitted rows must be of the client's own types.
#[expect(
    dead_code,
    reason = "the rows are looked at through a few of their fields"
)]
#[path = "../../crm-wasm/src/schema.rs"]
mod schema;

/// The golden tables, compiled.
#[expect(
    dead_code,
    reason = "the rows are looked at through a few of their arrays"
)]
mod tables {
    use crate::schema::*;
    include!("sample/out/tables.rs");
}

fn sample() -> Model {
    codegen::load(Path::new("tests/sample/spec")).unwrap_or_else(|report| panic!("{report}"))
}

fn emitted() -> Vec<Output> {
    let model = sample();
    EMITTERS
        .iter()
        .flat_map(|emitter| emitter.emit(&model))
        .collect()
}

#[test]
fn every_emitter_writes_what_it_wrote_before() {
    for output in emitted() {
        expectorate::assert_contents(
            Path::new("tests/sample/out").join(&output.path),
            &output.text,
        );
    }
}

#[test]
fn the_same_spec_gives_the_same_texts() {
    assert_eq!(emitted(), emitted());
}

#[test]
fn emitted_rust_is_rust() {
    for output in emitted()
        .iter()
        .filter(|output| output.path.extension().is_some_and(|ending| ending == "rs"))
    {
        syn::parse_file(&output.text)
            .unwrap_or_else(|error| panic!("{}: {error}", output.path.display()));
    }
}

#[test]
fn rows_are_sorted_for_lookup() {
    assert!(tables::METHODS.is_sorted_by_key(|method| method.name));
    assert!(tables::EVENTS.is_sorted_by_key(|event| event.name));
    assert!(tables::ERROR_CODES.is_sorted_by_key(|error| error.code));
    assert!(tables::OBJECTS.iter().all(|object| {
        object
            .fields
            .is_sorted_by_key(|field| field.name.as_bytes())
    }));
}

#[test]
fn what_is_fixed_is_required_to_create_and_not_to_change() {
    let required = |method: &str| {
        let method = tables::METHODS
            .iter()
            .find(|row| row.name == method)
            .expect("the method has a row");
        let fields = method
            .params
            .iter()
            .find(|param| param.name == "fields")
            .expect("it takes fields");
        let schema::Type::Object(id) = fields.ty else {
            panic!("{:?} is no object", fields.ty)
        };
        let kind = tables::OBJECTS[usize::from(id)]
            .fields
            .iter()
            .find(|field| field.name == "KIND");
        kind.expect("cards have a kind").required
    };
    assert!(required("demo.card.add"));
    assert!(!required("demo.card.update"));
}

#[test]
fn names_are_shown_as_before() {
    let model = sample();
    for name in [
        "demoCardList",
        "demo.card.items.get",
        "card",
        "ONDEMOCARDADD",
        "demo_card_tab",
    ] {
        let text = show::show(&model, name).unwrap_or_else(|error| panic!("{error}"));
        expectorate::assert_contents(format!("tests/sample/out/show/{name}.txt"), &text);
    }
}

#[test]
fn an_unknown_name_gets_the_nearest() {
    let error = show::show(&sample(), "demoCardLists").expect_err("there is no such thing");
    assert_eq!(
        error.to_string(),
        "nothing is called `demoCardLists`: did you mean `demoCardList`?"
    );
}

/// People write half a spec before they write a whole one.
#[test]
fn a_spec_that_lacks_a_line_is_read_or_reported() {
    let path = Path::new("tests/sample/spec/demo/card.toml");
    let whole = fs::read_to_string(path).expect("the sample is there");
    let lines: Vec<_> = whole.lines().collect();
    for missing in 0..lines.len() {
        let text = [&lines[..missing], &lines[missing + 1..]]
            .concat()
            .join("\n");
        if let Err(report) = codegen::load_texts([("demo/card.toml".into(), text)]) {
            assert!(!report.problems().is_empty());
            assert!(
                report.to_string().contains("demo/card.toml:"),
                "line {missing}: {report}"
            );
        }
    }
}
