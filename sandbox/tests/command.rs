//! The command line, as a person meets it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
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
            "another program wrote it: it is no SQLite database): give another file with --db",
        ),
        (
            vec!["--app", "/no/such/folder"],
            "--app /no/such/folder: there is no such folder",
        ),
        (
            vec!["--app", "localhost:5873"],
            "--app localhost:5873: there is no such folder; was http://localhost:5873 meant?",
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
        (vec!["--fault", "kind=boom"], "there is no fault \"boom\""),
        (vec!["--fault", "cut"], "\"cut\" is no setting"),
        (vec!["--fault", "kind=cut,count=0"], "count is \"0\""),
        (vec!["--listen", "nowhere"], "invalid value 'nowhere'"),
        (
            vec!["--listen", "203.0.113.7"],
            "203.0.113.7 is no address of this machine: choose another with --listen",
        ),
        (vec!["--tls-name", "portal.test"], "--tls-name needs --tls"),
        (
            vec!["--tls", "--tls-name", "a b"],
            "expected a name like portal.test",
        ),
        (vec!["--tls-dir", "x"], "--tls"),
        (vec!["--seed", "huge"], "possible values: demo, none"),
        (vec!["--leads=-1"], "invalid value '-1'"),
        (vec!["--plan", "gold"], "invalid value 'gold'"),
        (vec!["--log", "loud"], "invalid value 'loud'"),
        (
            vec!["--record", "a", "--replay", "b"],
            "cannot be used with",
        ),
        (
            vec!["--port", "0", "--record", "/no/such/folder/calls"],
            "/no/such/folder/calls: ",
        ),
        (vec!["--replay", "/no/such/file"], "/no/such/file: "),
        (vec!["--replay", broken], "line 1: this is no recorded call"),
        (
            vec!["--app", "static", "--app-port", "8124"],
            "--app-port 8124 is the portal's own port",
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
        let mut child = sandbox(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
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

    /// Asks for an address of the portal by GET; the whole answer.
    fn get(&self, path: &str) -> String {
        let portal = self.line("Portal").split("://").nth(1).unwrap();
        let host = portal.trim_end_matches('/');
        let mut socket = TcpStream::connect(host).unwrap();
        write!(
            socket,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Calls a method by the administrator's webhook.
    fn call(&self, call: &str) -> String {
        let webhook = self.line("Webhook").split("/rest/1/").nth(1).unwrap();
        let secret = webhook.split('/').next().unwrap();
        self.get(&format!("/rest/1/{secret}/{call}"))
    }

    /// Ends it, and reads what it said on its error output.
    fn stop(mut self) -> String {
        self.child.kill().unwrap();
        let mut said = String::new();
        let mut errors = self.child.stderr.take().unwrap();
        errors.read_to_string(&mut said).unwrap();
        said
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

#[test]
fn an_app_of_a_folder_is_hidden_until_it_is_given_again() {
    let file = fresh("hidden.db");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "<p>Ours").unwrap();
    let data = [
        "--port",
        "0",
        "--app-port",
        "0",
        "--db",
        file.to_str().unwrap(),
    ];
    let with = |app: &[&str]| Running::start(&[&data, app].concat());
    let shows = |running: &Running, title: &str| {
        let card = running.get("/crm/lead/details/1/");
        card.contains(&format!(" title=\"{title}\""))
    };
    let folder = folder.path().to_str().unwrap();
    let served = ["--app", folder, "--app-title", "Folder"];
    assert!(shows(&with(&served), "Folder"));
    let without = with(&[]);
    assert!(!shows(&without, "Folder"));
    let hidden = without.line("Hidden");
    assert!(
        hidden.starts_with("Hidden   Folder  (http://127.0.0.1:")
            && hidden.ends_with(" was a folder of --app: give it again to see it)"),
        "{hidden}"
    );
    drop(without);
    // Who has an address is served by somebody else, whether the sandbox runs or not.
    let elsewhere = [
        "--app",
        "https://app.example/tab",
        "--app-title",
        "Elsewhere",
    ];
    assert!(shows(&with(&elsewhere), "Elsewhere"));
    let without = with(&[]);
    assert!(shows(&without, "Elsewhere") && !shows(&without, "Folder"));
    drop(without);
    assert!(shows(&with(&served), "Folder"));
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

#[test]
fn who_listens_to_everybody_is_warned() {
    let running = Running::start(&["--port", "0", "--listen", "0.0.0.0"]);
    assert!(running.line("Portal").contains("http://127.0.0.1:"));
    let said = running.stop();
    assert!(
        said.starts_with("warning: the portal listens on 0.0.0.0: whoever reaches this machine"),
        "{said}"
    );
    assert_eq!(Running::start(&["--port", "0"]).stop(), "");
}

#[test]
fn help_is_told_in_groups() {
    let output = sandbox(&["--help"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    for group in [
        "Address:",
        "Data:",
        "App:",
        "Behaviour:",
        "Calls:",
        "Examples:",
    ] {
        assert!(help.contains(&format!("\n{group}\n")), "{group}: {help}");
    }
}

#[test]
fn a_portal_with_a_certificate_says_whom_to_trust() {
    let folder = fresh("tls");
    let args = [
        "--port",
        "0",
        "--tls",
        "--tls-dir",
        folder.to_str().unwrap(),
    ];
    let running = Running::start(&args);
    assert!(running.line("Portal").contains("https://127.0.0.1:"));
    let authority = running.line("Trust").split_whitespace().nth(1).unwrap();
    let pem = std::fs::read_to_string(authority).unwrap();
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----"), "{pem}");
}

#[test]
fn a_seed_is_as_large_as_asked_for() {
    let running = Running::start(&["--port", "0", "--seed", "none", "--leads", "120"]);
    let leads = running.call("crm.lead.list");
    let contacts = running.call("crm.contact.list");
    assert!(leads.contains("\"total\":120,"), "{leads}");
    assert!(contacts.contains("\"total\":0,"), "{contacts}");
}

#[test]
fn faults_of_the_command_line_are_played() {
    let running = Running::start(&[
        "--port",
        "0",
        "--fault",
        "kind=limit,method=profile,count=1",
    ]);
    assert!(running.line("Fault").starts_with("Fault    limit: 503"));
    assert!(running.call("profile").contains(" 503 "));
    assert!(running.call("profile").contains(" 200 "));
}

#[test]
fn calls_are_logged_as_lines_of_json() {
    let running = Running::start(&["--port", "0", "--log-json"]);
    running.call("profile");
    running.call("crm.lead.get?id=0");
    let said = running.stop();
    let calls: Vec<serde_json::Value> = said
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let told: Vec<_> = calls
        .iter()
        .map(|call| {
            (
                call["method"].as_str().unwrap(),
                call["status"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(told, [("profile", 200), ("crm.lead.get", 400)]);
}

#[test]
fn only_failures_are_logged_if_so_asked() {
    let running = Running::start(&["--port", "0", "--log", "errors"]);
    running.call("profile");
    running.call("crm.lead.get?id=0");
    let said = running.stop();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(
        said.contains(" 400 ") && said.contains("crm.lead.get  webhook:1"),
        "{said}"
    );
}

/// Records some calls; the file.
fn recorded(name: &str) -> PathBuf {
    let file = fresh(name);
    let running = Running::start(&[
        "--port",
        "0",
        "--record",
        file.to_str().unwrap(),
        "--fault",
        "kind=limit,method=scope",
        "--fault",
        "kind=html,method=server.time",
        "--fault",
        "kind=html,method=profile,executed=true",
    ]);
    let added = running.call("crm.lead.add?fields[TITLE]=Recorded&fields[PHONE][0][VALUE]=1");
    let id = added
        .split("\"result\":")
        .nth(1)
        .unwrap()
        .split(',')
        .next()
        .unwrap();
    for call in [
        format!("crm.lead.get?id={id}"),
        format!("crm.lead.contact.add?id={id}&fields[CONTACT_ID]=7"),
        format!("crm.lead.contact.items.get?id={id}"),
        "crm.lead.list?start=50&filter[%3EID]=3".to_owned(),
        "crm.lead.nope".to_owned(),
        "scope".to_owned(),
        "server.time".to_owned(),
        "profile".to_owned(),
    ] {
        running.call(&call);
    }
    running.get("/rest/1/wrong/profile");
    running.stop();
    file
}

fn replayed(file: &Path, more: &[&str]) -> (bool, String) {
    let mut args = vec!["--replay", file.to_str().unwrap()];
    args.extend(more);
    let output = sandbox(&args).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    (output.status.success(), said)
}

#[test]
fn recorded_calls_are_answered_the_same_again() {
    let file = recorded("same.jsonl");
    let (same, said) = replayed(&file, &[]);
    assert_eq!(
        said,
        "8 calls played, 0 answered differently; 2 left out: faults, limits and XML are not played\n"
    );
    assert!(same);
}

#[test]
fn ids_of_added_records_may_differ() {
    let file = recorded("ids.jsonl");
    let text = std::fs::read_to_string(&file).unwrap();
    let count = text.lines().count();
    // With the list left out, all that differs are ids: there are five leads more here.
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.contains("crm.lead.list"))
        .collect();
    assert_eq!(lines.len(), count - 1);
    std::fs::write(&file, lines.join("\n")).unwrap();
    let (same, said) = replayed(&file, &["--leads", "5"]);
    assert!(same, "{said}");
}

#[test]
fn what_is_answered_differently_is_told_and_fails() {
    let file = recorded("different.jsonl");
    let (same, said) = replayed(&file, &["--seed", "none"]);
    assert!(!same);
    assert!(
        said.contains("crm.lead.list  {\"filter\":{\">ID\":\"3\"},\"start\":50}"),
        "{said}"
    );
    assert!(said.contains("\n    total: "), "{said}");
    assert!(said.contains(" answered differently; 2 left out"), "{said}");
}
