//! The program, started and stopped.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running portal.
pub struct Portal {
    process: Child,
    // Closed, it would take the portal's next line with it.
    _printed: BufReader<ChildStdout>,
    /// Host and port.
    pub address: String,
    /// The path of the administrator's webhook, up to the method.
    pub webhook: String,
}

impl Portal {
    /// Starts one with so many leads, and waits until it says where it is.
    pub fn start(leads: u32, database: Option<&Path>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sandbox"));
        let leads = leads.to_string();
        command.args(["--port", "0", "--plan", "none", "--leads", &leads]);
        if let Some(database) = database {
            command.arg("--db").arg(database);
        }
        let mut process = command
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let stdout = process.stdout.take().expect("its output is read");
        let mut printed = BufReader::new(stdout);
        let url = first_webhook(&mut printed);
        let (address, path) = url.split_once('/').expect("a webhook has a path");
        Self {
            process,
            _printed: printed,
            address: address.to_owned(),
            webhook: format!("/{path}"),
        }
    }

    /// The most memory it has had, megabytes; 0 where the system does not tell.
    pub fn memory(&self) -> f64 {
        let status = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(status).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next());
        let kilobytes: f64 = kilobytes
            .and_then(|number| number.parse().ok())
            .unwrap_or_default();
        kilobytes / 1024.0
    }
}

/// The address of the first webhook it prints, without `http://`.
fn first_webhook(printed: &mut impl BufRead) -> String {
    for line in printed.lines() {
        let line = line.expect("it prints text");
        if let Some((_, after)) = line.split_once("http://")
            && after.contains("/rest/")
        {
            return after
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .to_owned();
        }
    }
    panic!("it ended without naming a webhook");
}

impl Drop for Portal {
    fn drop(&mut self) {
        // It is measured, not used: nothing in it is worth a farewell.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
