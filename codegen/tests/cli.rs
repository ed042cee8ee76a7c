//! The commands, as people and other programs run them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A folder of its own for each test, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("codegen-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("the temporary folder can be written");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn codegen(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    command
        .args(["--spec", "tests/sample/spec"])
        .args(arguments);
    command.output().expect("the command runs")
}

fn generate(out: &Path, more: &[&str]) -> Output {
    let out = out.to_str().expect("the path is Unicode");
    codegen(&[&["generate", "--out", out], more].concat())
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn check_counts_what_is_declared() {
    let output = codegen(&["check"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(
        stdout(&output),
        "The spec is sound: 2 families, 7 methods, 15 parameters, 6 objects, 23 fields, 1 event, \
         1 placement, 2 error codes, 2 corrections.\n"
    );
}

#[test]
fn check_fails_with_all_problems() {
    let output = codegen(&["check", "--spec", "tests/diagnostics/many-at-once"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).ends_with("The spec has 7 problems.\n"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn generate_leaves_alone_what_is_as_it_should_be() {
    let folder = Folder::new("generate");
    let file = folder.0.join("pkg/index.d.ts");
    let script = folder.0.join("pkg/methods.js");
    let help = folder.0.join("crm-wasm/js/console/help.json");
    assert_eq!(
        stdout(&generate(&folder.0, &[])),
        format!(
            "wrote {}\nwrote {}\nwrote {}\n",
            script.display(),
            help.display(),
            file.display()
        )
    );
    let written = fs::metadata(&file)
        .and_then(|data| data.modified())
        .expect("it was written");
    assert_eq!(
        stdout(&generate(&folder.0, &[])),
        "Everything is as the spec says.\n"
    );
    let still = fs::metadata(&file)
        .and_then(|data| data.modified())
        .expect("it is still there");
    assert_eq!(written, still);
}

#[test]
fn generate_check_shows_what_differs_and_what_to_run() {
    let folder = Folder::new("stale");
    generate(&folder.0, &[]);
    assert!(generate(&folder.0, &["--check"]).status.success());
    let file = folder.0.join("pkg/index.d.ts");
    let text = fs::read_to_string(&file).expect("it was written");
    fs::write(&file, text.replace("/** A phone. */\n", "")).expect("it can be written");
    let output = generate(&folder.0, &["--check"]);
    assert_eq!(output.status.code(), Some(4));
    assert_eq!(
        stderr(&output),
        format!(
            "{} is not as the spec says; 1 line differs:\n+ /** A phone. */\n\n\
             Run `cargo run -p codegen -- generate` and commit what it writes.\n",
            file.display()
        )
    );
    assert!(
        !fs::read_to_string(&file)
            .expect("it is still there")
            .contains("/** A phone. */")
    );
}

#[test]
fn show_prints_one_thing_and_suggests_another() {
    let output = codegen(&["show", "DEMO.CARD.ADD"]);
    assert!(
        stdout(&output).starts_with("demo.card.add    demoCardAdd\n"),
        "{}",
        stdout(&output)
    );
    let output = codegen(&["show", "demo.card.ad"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "nothing is called `demo.card.ad`: did you mean `demo.card.add`?\n"
    );
}

#[test]
fn model_prints_json() {
    let output = codegen(&["model"]);
    let model: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(model["methods"][0]["name"], "demo.card.add");
    assert_eq!(model["methods"][0]["js"], "demoCardAdd");
}
