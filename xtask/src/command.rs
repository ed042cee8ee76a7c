//! Running other programs: what they print passes through, and a failure names the command.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a command to its end; it fails when the command does.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if status.success() {
        return Ok(());
    }
    bail!(
        "`{}` failed ({status}); what it printed is above",
        line(command)
    )
}

/// Runs a command and gives each line of its standard output to `see`, after printing it.
pub fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;
    if let Some(stdout) = child.stdout.take() {
        for text in BufReader::new(stdout).split(b'\n') {
            let text = text.context("reading what a command printed")?;
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            see(&text);
        }
    }
    let status = child.wait()?;
    if status.success() {
        return Ok(());
    }
    bail!(
        "`{}` failed ({status}); what it printed is above",
        line(command)
    )
}

/// What a command prints, trimmed; nothing when it cannot be started or fails.
pub fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(args)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

fn cannot_start(command: &Command) -> String {
    format!("`{}` cannot be started", line(command))
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
