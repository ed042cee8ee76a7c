//! The command line of the generator.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::Result;
use clap::{Parser, Subcommand};
use codegen::emit::{Emitter, json::ModelJson};

/// Generates everything that is generated from the spec.
#[derive(Parser)]
#[command(name = "codegen")]
struct Cli {
    /// The folder of the spec.
    #[arg(long, global = true, default_value = "spec", value_name = "DIR")]
    spec: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says whether the spec is sound, and where it is not.
    Check,
    /// Prints the whole resolved model as JSON.
    Model,
}

fn main() -> Result<ExitCode> {
    let cli = Cli::parse();
    let model = match codegen::load(&cli.spec) {
        Ok(model) => model,
        Err(report) => {
            eprintln!("{}", report.render(false));
            return Ok(ExitCode::FAILURE);
        }
    };
    match cli.command {
        Command::Check => println!("sound: {} methods", model.methods().len()),
        Command::Model => io::stdout().write_all(ModelJson.emit(&model)[0].text.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}
