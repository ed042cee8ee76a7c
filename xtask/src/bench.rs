//! Measures: figures are printed as a table and written as JSON to `target/bench/`.

use std::process::ExitCode;

use anyhow::Result;

use crate::machine::Machine;
use crate::{command, package};

/// What to measure.
#[derive(clap::Args)]
pub struct Options {
    /// What to measure; all of it when nothing is named.
    #[arg(value_enum)]
    what: Vec<What>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    /// The portal: lists, batches, reads and memory with 100,000 leads.
    Sandbox,
    /// The client, beside the official SDK and bare `fetch`: see tests/bench/README.md.
    Client,
}

/// Runs the measurements, which are built as what people run.
pub fn run(machine: &Machine, options: &Options) -> Result<ExitCode> {
    let asked = |what| options.what.is_empty() || options.what.contains(&what);
    if asked(What::Sandbox) {
        command::run(&mut machine.cargo(&["bench", "--package=sandbox", "--bench=portal"]))?;
    }
    if asked(What::Client) {
        package::make(machine)?;
        command::run(&mut machine.cargo(&["build", "--release", "--package=sandbox"]))?;
        let mut node = machine.node(&["tests/bench/run.mjs"]);
        node.env("CARGO_TARGET_DIR", &machine.target)
            .env("CARGO_PROFILE", "release")
            .env("CHROMIUM", Machine::need_browser()?);
        command::run(&mut node)?;
    }
    Ok(ExitCode::SUCCESS)
}
