//! The command line of the generator.

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Result;
use clap::{Parser, Subcommand};
use codegen::{
    emit::{self, Emitter, json::ModelJson},
    model::Model,
    output,
};

/// What the process ends with when files are not as the spec says.
const STALE: u8 = 4;

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
    /// Writes the generated files of the repository.
    Generate {
        /// Only says whether they are as the spec says, and fails with exit code 4 when they are not.
        #[arg(long)]
        check: bool,
        /// The folder to write below, the repository's root.
        #[arg(long, default_value = ".", value_name = "DIR")]
        out: PathBuf,
    },
    /// Prints one method, object, event or placement, by its name on the wire or in JavaScript.
    Show {
        /// `crm.lead.add`, `crmLeadAdd`, `Lead`, `onCrmLeadAdd`, `CRM_LEAD_DETAIL_TAB` …, in any case.
        name: String,
    },
    /// Prints the whole resolved model as JSON.
    Model,
}

fn main() -> Result<ExitCode> {
    let cli = Cli::parse();
    let model = match codegen::load(&cli.spec) {
        Ok(model) => model,
        Err(report) => {
            eprintln!("{}", report.render(io::stderr().is_terminal()));
            return Ok(ExitCode::FAILURE);
        }
    };
    match cli.command {
        Command::Check => print(&counts(&model)),
        Command::Generate { check: true, out } => check(&model, &out),
        Command::Generate { check: false, out } => generate(&model, &out),
        Command::Show { name } => show(&model, &name),
        Command::Model => print(&ModelJson.emit(&model)[0].text),
    }
}

/// Prints a text. A reader who has seen enough, as `head` has, is no error.
fn print(text: &str) -> Result<ExitCode> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn counts(model: &Model) -> String {
    let families = model
        .families()
        .iter()
        .filter(|family| !family.name.is_empty())
        .count();
    let fields = model
        .objects()
        .iter()
        .map(|object| object.fields.len())
        .sum();
    let params = model
        .methods()
        .iter()
        .map(|method| method.params.len())
        .sum();
    let counts = [
        (families, "family", "families"),
        (model.methods().len(), "method", "methods"),
        (params, "parameter", "parameters"),
        (model.objects().len(), "object", "objects"),
        (fields, "field", "fields"),
        (model.events().len(), "event", "events"),
        (model.placements().len(), "placement", "placements"),
        (model.errors().len(), "error code", "error codes"),
        (model.corrections().len(), "correction", "corrections"),
    ];
    let counts: Vec<_> = counts
        .map(|(count, one, many)| counted(count, one, many))
        .into();
    format!("The spec is sound: {}.\n", counts.join(", "))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn generate(model: &Model, out: &Path) -> Result<ExitCode> {
    let written = output::write(out, &emit::for_repository(model))?;
    if written.is_empty() {
        return print("Everything is as the spec says.\n");
    }
    let lines: Vec<_> = written
        .iter()
        .map(|path| format!("wrote {}\n", path.display()))
        .collect();
    print(&lines.concat())
}

fn check(model: &Model, out: &Path) -> Result<ExitCode> {
    let stale = output::stale(out, &emit::for_repository(model))?;
    if stale.is_empty() {
        return print("Everything is as the spec says.\n");
    }
    for output::Stale {
        path,
        diff,
        changes,
    } in stale
    {
        let lines = counted(changes, "line differs", "lines differ");
        eprintln!(
            "{} is not as the spec says; {lines}:\n{diff}",
            path.display()
        );
    }
    eprintln!("\nRun `cargo run -p codegen -- generate` and commit what it writes.");
    Ok(ExitCode::from(STALE))
}

fn show(model: &Model, name: &str) -> Result<ExitCode> {
    match codegen::show::show(model, name) {
        Ok(text) => print(&text),
        Err(unknown) => {
            eprintln!("{unknown}");
            Ok(ExitCode::FAILURE)
        }
    }
}
