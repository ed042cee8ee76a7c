//! The commands of this repository: `cargo xtask build`, `demo`, `test` and `bench`.
//!
//! [`machine`] finds out what the machine has and gets what can be got. [`package`] turns the crate
//! `crm-wasm` into the files that `pkg/` ships, [`trim`] takes out what nobody can see, and [`sizes`]
//! weighs them. [`demo`] serves the example
//! in the sandbox. [`steps`] lists everything that must hold, [`suite`] runs it and [`runners`] reads what
//! tests print. Every failure is a sentence that says what to do.

mod bench;
mod command;
mod demo;
mod machine;
mod package;
mod python;
mod runners;
mod sizes;
mod steps;
mod suite;
mod trim;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use machine::Machine;

/// Builds, shows and tests crm-wasm.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Makes pkg/ ready to pack and prints what a browser loads.
    Build,
    /// Builds everything and serves the example app, bound to the lead card, in the sandbox.
    Demo(demo::Options),
    /// Runs everything that must hold, or only the named parts.
    Test(suite::Options),
    /// Measures the release build, and writes the figures to target/bench/.
    Bench(bench::Options),
}

fn main() -> ExitCode {
    match run(&Cli::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> anyhow::Result<ExitCode> {
    let machine = Machine::find()?;
    match task {
        Task::Build => package::build(&machine).map(|()| ExitCode::SUCCESS),
        Task::Demo(options) => demo::serve(&machine, options),
        Task::Test(options) => Ok(suite::run(&machine, options)),
        Task::Bench(options) => bench::run(&machine, options),
    }
}
