//! One tiny bad spec per kind of problem, and the message that comes of it.
//!
//! `EXPECTORATE=overwrite cargo test -p codegen --test diagnostics` accepts what is reported now.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const CASES: &str = "tests/diagnostics";

#[test]
fn every_bad_spec_is_reported_as_expected() {
    for case in cases() {
        let report = codegen::load(&case).expect_err(&format!("{} is bad", case.display()));
        expectorate::assert_contents(case.join("expected.txt"), &format!("{report}\n"));
    }
}

#[test]
fn every_kind_of_problem_has_a_case() {
    // Kinds about folders and files need a file system that misbehaves.
    let mut seen = BTreeSet::from(["Read".to_owned()]);
    for case in cases() {
        let report = codegen::load(&case).expect_err("every case is bad");
        seen.extend(
            report
                .problems()
                .iter()
                .map(|problem| variant(&problem.kind)),
        );
    }
    let missing: Vec<_> = variants()
        .into_iter()
        .filter(|kind| !seen.contains(kind))
        .collect();
    assert!(missing.is_empty(), "no case in {CASES} shows {missing:?}");
}

#[test]
fn a_missing_folder_gets_a_plain_sentence() {
    assert_eq!(
        message(Path::new("tests/nowhere")),
        "error: there is no folder `tests/nowhere`: name the spec's folder with --spec DIR\n\nThe spec has 1 problem."
    );
}

#[test]
fn an_empty_folder_gets_a_plain_sentence() {
    assert_eq!(
        message(Path::new("tests/diagnostics/../../src")),
        "error: no `.toml` file below `tests/diagnostics/../../src`: is this the spec's folder?\n\nThe spec has 1 problem."
    );
}

#[test]
fn an_unreadable_file_gets_a_plain_sentence() {
    let folder = std::env::temp_dir().join(format!("codegen-unreadable-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let file = folder.join("crm.toml");
    fs::write(&file, [0xff, 0xfe]).expect("the temporary folder can be written");
    let message = message(&folder);
    fs::remove_dir_all(&folder).expect("the temporary folder can be removed");
    let expected = format!(
        "error: cannot read `{}`: stream did not contain valid UTF-8",
        file.display()
    );
    assert!(message.starts_with(&expected), "{message}");
}

fn message(folder: &Path) -> String {
    codegen::load(folder)
        .expect_err("it cannot be read")
        .to_string()
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(CASES).expect("the cases are there");
    let mut cases: Vec<_> = entries
        .map(|entry| entry.expect("a case can be read").path())
        .collect();
    cases.sort();
    cases
}

/// The name of the kind's variant.
fn variant(kind: &codegen::problem::Kind) -> String {
    let text = format!("{kind:?}");
    text.chars()
        .take_while(|letter| letter.is_alphanumeric())
        .collect()
}

/// The names of all variants, from the source.
fn variants() -> Vec<String> {
    let source = fs::read_to_string("src/problem/kind.rs").expect("the source is there");
    let file = syn::parse_file(&source).expect("the source is Rust");
    let kinds = file.items.into_iter().find_map(|item| match item {
        syn::Item::Enum(kinds) if kinds.ident == "Kind" => Some(kinds),
        _ => None,
    });
    kinds
        .expect("there is an enum `Kind`")
        .variants
        .iter()
        .map(|variant| variant.ident.to_string())
        .collect()
}
