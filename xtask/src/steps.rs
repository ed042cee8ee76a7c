//! Everything that must hold, as rows. The cheap and telling ones come first.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::machine::Machine;
use crate::{demo, package, python};

/// One thing that must hold.
pub struct Step {
    /// The name for the command line.
    pub name: &'static str,
    /// What holds when it passes.
    pub holds: &'static str,
    /// Steps whose results it uses.
    pub needs: &'static [&'static str],
    /// What finds out.
    pub check: Check,
}

/// A program that a step does without where it is missing.
pub struct Wish {
    /// The step's name.
    pub step: &'static str,
    /// The program's name.
    pub program: &'static str,
    /// What is not tried without it, and how to get it.
    pub without: &'static str,
}

/// What steps would like to have.
pub const WISHES: [Wish; 1] = [Wish {
    step: "units",
    program: "php",
    without: "forms, JSON and dates are not compared with PHP's own \
              (Debian: apt-get install php-cli)",
}];

/// How a step finds out.
pub enum Check {
    /// The command succeeds; the tests it prints are counted. A `Lack` is no failure.
    Command(fn(&Machine) -> Result<Command>),
    /// The function succeeds.
    Function(fn(&Machine) -> Result<()>),
    /// Like `Command`, where the program may be missing; the text says how to get it.
    Optional {
        program: &'static str,
        install: &'static str,
        args: &'static [&'static str],
    },
}

/// The steps in the order they run.
pub const STEPS: [Step; 20] = [
    Step {
        name: "format",
        holds: "Rust is formatted (cargo fmt)",
        needs: &[],
        check: Check::Command(|machine| Ok(machine.cargo(&["fmt", "--all", "--check"]))),
    },
    Step {
        name: "prettier",
        holds: "scripts, styles and JSON are formatted (npm run format)",
        needs: &[],
        check: Check::Command(|machine| {
            machine.need_npm_packages()?;
            Ok(machine.npm_program("prettier", &["--check", "--log-level=warn", "."]))
        }),
    },
    Step {
        name: "lint",
        holds: "scripts have none of the mistakes that ESLint knows (npm run lint)",
        needs: &[],
        check: Check::Command(|machine| {
            machine.need_npm_packages()?;
            Ok(machine.npm_program("eslint", &["--max-warnings=0"]))
        }),
    },
    Step {
        name: "spec",
        holds: "the spec is sound",
        needs: &[],
        check: Check::Command(|machine| Ok(codegen(machine, &["check"]))),
    },
    Step {
        name: "generated",
        holds: "generated files are fresh",
        needs: &["spec"],
        check: Check::Command(|machine| Ok(codegen(machine, &["generate", "--check"]))),
    },
    Step {
        name: "clippy",
        holds: "no warnings",
        needs: &[],
        check: Check::Command(|machine| {
            Ok(machine.cargo(&[
                "clippy",
                "--quiet",
                "--workspace",
                "--all-targets",
                "--",
                "-Dwarnings",
            ]))
        }),
    },
    Step {
        name: "clippy-wasm",
        holds: "no warnings in what is compiled for browsers only",
        needs: &[],
        check: Check::Command(|machine| {
            machine.need_wasm_target()?;
            let target = "--target=wasm32-unknown-unknown";
            Ok(machine.cargo(&[
                "clippy",
                "--quiet",
                "--package=crm-wasm",
                target,
                "--",
                "-Dwarnings",
            ]))
        }),
    },
    Step {
        name: "deny",
        holds: "licences, sources and advisories of dependencies are acceptable",
        needs: &[],
        check: Check::Optional {
            program: "cargo-deny",
            install: "cargo install cargo-deny --locked",
            args: &["deny", "check"],
        },
    },
    Step {
        name: "units",
        holds: "the tests of every crate pass",
        needs: &[],
        check: Check::Command(|machine| {
            Ok(machine.cargo(&["test", "--workspace", "--no-fail-fast"]))
        }),
    },
    Step {
        name: "build",
        holds: "the package builds",
        needs: &[],
        check: Check::Function(package::make),
    },
    Step {
        name: "size",
        holds: "what a browser loads is within the budget",
        needs: &["build"],
        check: Check::Function(package::weigh),
    },
    Step {
        name: "sandbox",
        holds: "the sandbox builds",
        needs: &[],
        check: Check::Command(|machine| Ok(machine.cargo(&demo::BUILD_SANDBOX))),
    },
    Step {
        name: "types",
        holds: "each method's good call compiles and its bad call does not",
        needs: &[],
        check: Check::Command(|machine| node_tests(machine, "tests/types")),
    },
    Step {
        name: "entry",
        holds: "the package's entry points keep their promises",
        needs: &["build"],
        check: Check::Command(|machine| node_tests(machine, "pkg/test")),
    },
    Step {
        name: "node",
        holds: "every method and event works in Node against the sandbox",
        needs: &["build", "sandbox"],
        check: Check::Command(|machine| node_tests(machine, "tests/node")),
    },
    Step {
        name: "faults",
        holds: "limits are kept, and no fault of the portal does a thing twice or loses one",
        needs: &["build", "sandbox"],
        check: Check::Command(|machine| node_tests(machine, "tests/faults")),
    },
    Step {
        name: "browser",
        holds: "the example does its job in Chromium",
        needs: &["build", "sandbox"],
        check: Check::Command(|machine| browser_tests(machine, "tests/browser")),
    },
    Step {
        name: "package",
        holds: "the packed package installs, bundles and runs",
        needs: &["build", "sandbox"],
        check: Check::Command(|machine| browser_tests(machine, "tests/package")),
    },
    Step {
        name: "clients",
        holds: "the official SDK for JavaScript works with the sandbox, in Node and in Chromium",
        needs: &["sandbox"],
        check: Check::Command(|machine| browser_tests(machine, "tests/clients")),
    },
    Step {
        name: "clients-python",
        holds: "clients for Python work with the sandbox",
        needs: &["sandbox"],
        check: Check::Command(|machine| python_tests(machine, "tests/clients/python")),
    },
];

fn codegen(machine: &Machine, args: &[&str]) -> Command {
    let mut command = machine.cargo(&["run", "--quiet", "--package=codegen", "--"]);
    command.args(args);
    command
}

/// The tests of a folder. Node 20 takes folders and later ones take patterns, so the files are named.
fn node_tests(machine: &Machine, folder: &str) -> Result<Command> {
    machine.need_npm_packages()?;
    // Node's own time counts for a file; what is preloaded names the test that hangs, and long before.
    let mut node = machine.node(&[
        "--test",
        "--test-reporter=spec",
        "--test-timeout=1800000",
        "--import=./tests/support/hanging.mjs",
    ]);
    node.args(test_files(machine, folder)?)
        .env("CARGO_TARGET_DIR", &machine.target);
    Ok(node)
}

fn browser_tests(machine: &Machine, folder: &str) -> Result<Command> {
    let mut node = node_tests(machine, folder)?;
    node.env("CHROMIUM", Machine::need_browser()?);
    Ok(node)
}

fn python_tests(machine: &Machine, folder: &str) -> Result<Command> {
    let python = python::need(machine, folder)?;
    let mut node = node_tests(machine, folder)?;
    node.env("CLIENTS_PYTHON", python);
    Ok(node)
}

fn test_files(machine: &Machine, folder: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(machine.root.join(folder));
    let mut files = Vec::new();
    for entry in entries.with_context(|| format!("there are no tests in {folder}"))? {
        let name = entry?.file_name();
        if name.to_string_lossy().contains(".test.") {
            files.push(Path::new(folder).join(name));
        }
    }
    files.sort();
    anyhow::ensure!(!files.is_empty(), "there are no *.test.* files in {folder}");
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::STEPS;

    #[test]
    fn a_step_needs_only_steps_that_ran_before_it() {
        for (at, step) in STEPS.iter().enumerate() {
            for need in step.needs {
                assert!(
                    STEPS[..at].iter().any(|other| other.name == *need),
                    "{}: {need}",
                    step.name
                );
            }
        }
    }
}
