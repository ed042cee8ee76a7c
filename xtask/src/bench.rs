//! Measures: figures are printed as a table and written as JSON to `target/bench/`.

use std::process::ExitCode;

use anyhow::Result;

use crate::command;
use crate::machine::Machine;

/// What to measure.
#[derive(clap::Args)]
pub struct Options {
    /// What to measure.
    what: What,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum What {
    /// The portal: lists, batches, reads and memory with 100,000 leads.
    Sandbox,
}

/// Runs the measurements, which are built as what people run.
pub fn run(machine: &Machine, options: &Options) -> Result<ExitCode> {
    match options.what {
        What::Sandbox => {
            command::run(&mut machine.cargo(&["bench", "--package=sandbox", "--bench=portal"]))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
