//! The Python of tests: a virtual environment below the target folder, with pinned packages in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;
use crate::machine::{Lack, Machine, find_program};

/// What the pinned packages ask for.
const OLDEST: (u32, u32) = (3, 11);
/// The list of packages as it was when they were installed, in the environment's folder.
const INSTALLED: &str = "installed-requirements.txt";
const ABOUT_THIS_PYTHON: &str = "import sys, venv, ensurepip; print(*sys.version_info[:2])";

/// The program of an environment that has the packages of `folder`'s requirements.txt; it is made when it is not there
/// or has others. Fails with a `Lack` where Python cannot make one.
pub fn need(machine: &Machine, folder: &str) -> Result<PathBuf> {
    let requirements = machine.root.join(folder).join("requirements.txt");
    let wanted = fs::read(&requirements)
        .with_context(|| format!("there is no {}", requirements.display()))?;
    let environment = machine.target.join("python").join(folder);
    let stamp = environment.join(INSTALLED);
    let python = program_of(&environment);
    if python.exists() && fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    println!("installing the Python packages of {folder}");
    let system = system_python()?;
    let mut make = Command::new(system);
    command::run(make.args(["-m", "venv", "--clear"]).arg(&environment))?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--no-deps"]);
    install.arg("--disable-pip-version-check").arg("-r");
    command::run(install.arg(&requirements)).context("the Python packages are not installed")?;
    fs::write(stamp, wanted).context("noting which packages are installed")?;
    Ok(python)
}

fn program_of(environment: &Path) -> PathBuf {
    if cfg!(windows) {
        environment.join("Scripts/python.exe")
    } else {
        environment.join("bin/python")
    }
}

/// The machine's Python, if it is new enough and has what makes environments.
fn system_python() -> Result<&'static str, Lack> {
    let names = ["python3", "python"];
    let Some(name) = names.into_iter().find(|name| find_program(name).is_some()) else {
        return Err(Lack(wish("Python is not installed")));
    };
    match command::output(name, &["-c", ABOUT_THIS_PYTHON]) {
        None => Err(Lack(wish("Python has no venv or no ensurepip"))),
        Some(version) if is_new_enough(&version) => Ok(name),
        Some(version) => Err(Lack(wish(&format!(
            "Python {} is too old",
            version.replace(' ', ".")
        )))),
    }
}

fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.split(' ').map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= OLDEST,
        _ => false,
    }
}

fn wish(lack: &str) -> String {
    let (major, minor) = OLDEST;
    format!(
        "{lack}; get Python {major}.{minor} or newer with venv, https://www.python.org \
         (Debian: apt-get install python3-venv)"
    )
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(is_new_enough("3 11"));
        assert!(is_new_enough("4 0"));
        assert!(!is_new_enough("3 9"));
        assert!(!is_new_enough("2 7"));
        assert!(!is_new_enough(""));
    }
}
