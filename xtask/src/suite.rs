//! Runs the steps: all of them or the named ones, on past a failure, with a summary at the end.

use std::fmt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::command;
use crate::machine::{Lack, Machine, find_program};
use crate::runners::Tests;
use crate::steps::{Check, STEPS, Step, WISHES};

/// What to run.
#[derive(clap::Args)]
pub struct Options {
    /// Only these parts, and what they need.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(STEPS.iter().map(|s| s.name)))]
    parts: Vec<String>,
}

/// How a step went.
enum Outcome {
    Passed,
    Failed(String),
    /// Something the machine lacks, and how to get it.
    NotRun(String),
}

/// A step that was run, for the summary.
struct Record {
    step: &'static Step,
    outcome: Outcome,
    tests: Tests,
    took: Duration,
}

/// Runs the asked steps and prints the summary; the exit code says whether all passed.
pub fn run(machine: &Machine, options: &Options) -> ExitCode {
    let mut records: Vec<Record> = Vec::new();
    for step in STEPS.iter().filter(|step| is_asked(step, &options.parts)) {
        println!("\n── {}: {}", step.name, step.holds);
        let record = run_step(machine, step, &records);
        if let Outcome::Failed(why) | Outcome::NotRun(why) = &record.outcome {
            println!("{}: {why}", step.name);
        }
        records.push(record);
    }
    summarise(&records)
}

/// Whether a step runs: everything without names, else the named steps and what those need.
fn is_asked(step: &Step, parts: &[String]) -> bool {
    let named = |name: &str| parts.iter().any(|part| part == name);
    let needed = || {
        STEPS
            .iter()
            .any(|other| named(other.name) && other.needs.contains(&step.name))
    };
    parts.is_empty() || named(step.name) || needed()
}

fn run_step(machine: &Machine, step: &'static Step, before: &[Record]) -> Record {
    let start = Instant::now();
    let mut tests = Tests::default();
    let outcome = match missing_need(step, before) {
        Some(need) => Outcome::Failed(format!("not tried, because {need} failed")),
        None => check(machine, step, &mut tests),
    };
    Record {
        step,
        outcome,
        tests,
        took: start.elapsed(),
    }
}

fn missing_need(step: &Step, before: &[Record]) -> Option<&'static str> {
    let failed = |record: &&Record| matches!(record.outcome, Outcome::Failed(_));
    let mut failed = before.iter().filter(failed).map(|record| record.step.name);
    failed.find(|name| step.needs.contains(name))
}

fn check(machine: &Machine, step: &Step, tests: &mut Tests) -> Outcome {
    let result = match &step.check {
        Check::Function(function) => function(machine),
        Check::Command(make) => make(machine)
            .and_then(|mut command| command::watch(&mut command, |line| tests.read(line))),
        Check::Optional {
            program,
            install,
            args,
        } => {
            if find_program(program).is_none() {
                return Outcome::NotRun(format!("{program} is not installed; get it: `{install}`"));
            }
            command::run(&mut machine.cargo(args))
        }
    };
    match result {
        Ok(()) => Outcome::Passed,
        Err(error) if error.is::<Lack>() => Outcome::NotRun(error.to_string()),
        Err(error) => Outcome::Failed(format!("{error:#}")),
    }
}

/// Prints one line per step and the totals.
fn summarise(records: &[Record]) -> ExitCode {
    println!("\n── summary");
    for record in records {
        println!("{record}");
        for wish in WISHES.iter().filter(|wish| wish.step == record.step.name) {
            if find_program(wish.program).is_none() {
                println!("  without {}: {}", wish.program, wish.without);
            }
        }
    }
    for record in records {
        show_failures(record);
    }
    let failed: usize = records.iter().map(Record::failed).sum();
    let passed: usize = records.iter().map(Record::passed).sum();
    let took: Duration = records.iter().map(|record| record.took).sum();
    println!(
        "\n{passed} passed, {failed} failed, in {} s",
        took.as_secs()
    );
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Prints what the failed tests of a step said; it stands far above, too.
fn show_failures(record: &Record) {
    for failure in &record.tests.failures {
        println!("\n✗ {}: {}", record.step.name, failure.join("\n    "));
    }
}

impl Record {
    /// A step that counts no tests counts as one.
    fn passed(&self) -> usize {
        match self.outcome {
            Outcome::Passed => self.tests.passed.max(1),
            Outcome::Failed(_) => self.tests.passed,
            Outcome::NotRun(_) => 0,
        }
    }

    fn failed(&self) -> usize {
        match self.outcome {
            Outcome::Failed(_) => self.tests.failed.max(1),
            Outcome::Passed | Outcome::NotRun(_) => 0,
        }
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mark, word) = match &self.outcome {
            Outcome::Passed => ("✓", "passed"),
            Outcome::Failed(_) => ("✗", "failed"),
            Outcome::NotRun(_) => ("–", "not run"),
        };
        write!(
            f,
            "{mark} {:<14} {word:<8}{:>6.1} s",
            self.step.name,
            self.took.as_secs_f32()
        )?;
        if self.tests.passed + self.tests.failed > 0 {
            write!(
                f,
                "  {} tests, {} failed",
                self.tests.passed, self.tests.failed
            )?;
        }
        if self.tests.skipped > 0 {
            write!(f, ", {} not tried (reasons above)", self.tests.skipped)?;
        }
        match &self.outcome {
            Outcome::Passed => Ok(()),
            Outcome::Failed(why) | Outcome::NotRun(why) => write!(f, "  {why}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{STEPS, is_asked};

    #[test]
    fn a_named_part_brings_what_it_needs_and_no_more() {
        let parts = ["node".to_owned()];
        let asked = STEPS
            .iter()
            .filter(|step| is_asked(step, &parts))
            .map(|step| step.name);
        assert_eq!(asked.collect::<Vec<_>>(), ["build", "sandbox", "node"]);
    }
}
