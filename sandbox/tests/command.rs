//! The command line, as a person meets it.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A file or folder of that name for this run, not there yet.
fn fresh(name: &str) -> PathBuf {
    let path =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = std::fs::remove_file(&path);
    path
}

fn sandbox(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sandbox"));
    command.args(args);
    command
}

/// What a run that must fail says.
fn complaint(args: &[&str]) -> String {
    let output = sandbox(args).output().unwrap();
    assert!(!output.status.success(), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn mistakes_get_a_sentence_that_says_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let broken = fresh("broken.db");
    std::fs::write(
        &broken,
        "this is no database, and it is long enough to have a header of one".repeat(20),
    )
    .unwrap();
    let broken = broken.to_str().unwrap();
    let cases = [
        (vec!["--port", &port], "choose another with --port"),
        (
            vec!["--port", "0", "--db", broken],
            "give another file with --db",
        ),
        (
            vec!["--app", "/no/such/folder"],
            "--app /no/such/folder: there is no such folder",
        ),
        (vec!["--app", "src"], "the folder has no index.html"),
        (
            vec!["--app", "ftp://app.example/"],
            "an address starts with http:// or https://",
        ),
        (
            vec!["--mount", "/a=src"],
            "--mount needs --app with a folder",
        ),
        (vec!["--mount", "a"], "expected /path=folder"),
        (
            vec!["--placement", "CRM_NOWHERE"],
            "the portal has no such place; it has",
        ),
        (
            vec!["--time-zone", "noon"],
            "expected an offset like +03:00",
        ),
    ];
    for (args, sentence) in cases {
        let said = complaint(&args);
        assert!(said.contains(sentence), "{args:?}: {said}");
        assert!(
            said.starts_with("error: ") && !said.contains("panicked"),
            "{args:?}: {said}"
        );
    }
}

/// A running sandbox and what it printed at first.
struct Running {
    child: Child,
    printed: Vec<String>,
}

impl Running {
    fn start(args: &[&str]) -> Self {
        let mut child = sandbox(args).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut printed = Vec::new();
        for line in lines {
            printed.push(line.unwrap());
            if printed.last().is_some_and(|line| line.starts_with("App ")) {
                break;
            }
        }
        Self { child, printed }
    }

    fn line(&self, start: &str) -> &str {
        self.printed
            .iter()
            .find(|line| line.starts_with(start))
            .unwrap_or_else(|| panic!("{:?}", self.printed))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_prints_where_everything_is() {
    let running = Running::start(&[
        "--port",
        "0",
        "--app",
        "https://app.example/tab",
        "--app-title",
        "Tab",
    ]);
    assert!(running.line("Portal").contains("http://127.0.0.1:"));
    let webhook = running.line("Webhook");
    assert!(
        webhook.contains("/rest/1/") && webhook.contains("(Alma Berg, administrator)"),
        "{webhook}"
    );
    assert_eq!(
        running.line("App"),
        "App      https://app.example/tab  (bound to CRM_LEAD_DETAIL_TAB)"
    );
}

#[test]
fn a_killed_portal_opens_again_with_its_data() {
    let file = fresh("portal.db");
    let args = ["--port", "0", "--db", file.to_str().unwrap()];
    let secret = |running: &Running| {
        let line = running.line("Webhook").to_owned();
        line.split("/rest/1/")
            .nth(1)
            .unwrap()
            .split('/')
            .next()
            .unwrap()
            .to_owned()
    };
    let before = Running::start(&args);
    let first = secret(&before);
    drop(before);
    assert_eq!(secret(&Running::start(&args)), first);
}

#[cfg(unix)]
#[test]
fn it_ends_when_interrupted() {
    let mut running = Running::start(&["--port", "0"]);
    let id = running.child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    assert!(running.child.wait().unwrap().success());
}
