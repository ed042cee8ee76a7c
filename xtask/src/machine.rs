//! What the machine has. What is missing is installed where that is ours to do, else named.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// Vite takes no older one.
const OLDEST_NODE: (u32, u32) = (20, 19);
/// The lock file as it was when the packages were installed.
const INSTALLED_LOCK: &str = "node_modules/.installed-lock.json";
const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const MAC_BROWSERS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// What the machine lacks for a step, and how to get it. A step that ends with it counts as not run.
#[derive(Debug)]
pub struct Lack(pub String);

impl fmt::Display for Lack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Lack {}

/// This repository on this machine.
pub struct Machine {
    /// The repository's root folder.
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
}

impl Machine {
    /// Asks cargo where the repository and its target folder are.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = root
            .parent()
            .context("xtask has no parent folder")?
            .to_owned();
        let output = Command::new(cargo_program())
            .args(["metadata", "--no-deps", "--format-version=1"])
            .current_dir(&root)
            .output()
            .context("`cargo metadata` cannot be started")?;
        let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)
            .with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
        let target = metadata["target_directory"].as_str();
        let target = target
            .context("`cargo metadata` names no target_directory")?
            .into();
        Ok(Self { root, target })
    }

    /// A cargo command that runs in the repository's root.
    pub fn cargo(&self, args: &[&str]) -> Command {
        let mut command = Command::new(cargo_program());
        command.args(args).current_dir(&self.root);
        command
    }

    /// A Node command that runs in the repository's root.
    pub fn node(&self, args: &[&str]) -> Command {
        let mut command = Command::new("node");
        command.args(args).current_dir(&self.root);
        command
    }

    /// A program of one of the installed npm packages, by its name.
    pub fn npm_program(&self, program: &str, args: &[&str]) -> Command {
        let file = if cfg!(windows) {
            format!("{program}.cmd")
        } else {
            program.to_owned()
        };
        let mut command = Command::new(self.root.join("node_modules/.bin").join(file));
        command.args(args).current_dir(&self.root);
        command
    }

    /// Makes sure that Rust can compile to WebAssembly.
    pub fn need_wasm_target(&self) -> Result<()> {
        let sysroot = command::output("rustc", &["--print", "sysroot"])
            .context("rustc does not run: install Rust with rustup, https://rustup.rs")?;
        if Path::new(&sysroot)
            .join("lib/rustlib")
            .join(WASM_TARGET)
            .exists()
        {
            return Ok(());
        }
        if command::output("rustup", &["--version"]).is_none() {
            bail!(
                "Rust's target {WASM_TARGET} is not installed and there is no rustup to add it: \
                 install Rust with rustup (https://rustup.rs), or install your system's package \
                 with the standard library for {WASM_TARGET}"
            );
        }
        println!("adding Rust's target {WASM_TARGET}");
        let mut add = Command::new("rustup");
        command::run(
            add.args(["target", "add", WASM_TARGET])
                .current_dir(&self.root),
        )
    }

    /// Makes sure that Node is there and new enough, and that the locked npm packages are installed.
    pub fn need_npm_packages(&self) -> Result<()> {
        check_node(command::output("node", &["--version"]).as_deref())?;
        let lock = fs::read(self.root.join("package-lock.json"))?;
        let stamp = self.root.join(INSTALLED_LOCK);
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        println!("installing the locked npm packages");
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        if command::output(npm, &["--version"]).is_none() {
            bail!(
                "npm is not installed: Node comes with it from https://nodejs.org; Debian and Ubuntu have it in \
                 the package npm"
            );
        }
        let mut install = Command::new(npm);
        install
            .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .current_dir(&self.root);
        command::run(&mut install).context("the npm packages are not installed")?;
        fs::write(stamp, lock).context("noting which packages are installed")
    }

    /// The browser the tests drive. As root on Debian it is installed when there is none.
    pub fn need_browser() -> Result<PathBuf> {
        if let Some(named) = named_browser().filter(|named| !named.is_file()) {
            bail!(
                "CHROMIUM is {}, and there is no such file: set it to the path of a browser's program, or unset it",
                named.display()
            );
        }
        if let Some(browser) = find_browser() {
            return Ok(browser);
        }
        let debian = Path::new("/etc/debian_version").exists();
        if debian && command::output("id", &["-u"]).as_deref() == Some("0") {
            println!("installing Chromium with apt-get");
            command::run(Command::new("apt-get").args(["update", "-q"]))?;
            let args = ["install", "-y", "-q", "--no-install-recommends", "chromium"];
            command::run(Command::new("apt-get").args(args))?;
        }
        find_browser().with_context(no_browser)
    }
}

fn no_browser() -> String {
    "no Chromium or Chrome found: install one (Debian, Ubuntu: `sudo apt-get install chromium`; \
     macOS: `brew install --cask chromium`), or set CHROMIUM to the path of its program"
        .to_owned()
}

/// Refuses a Node that is missing or too old; `version` is what `node --version` printed.
fn check_node(version: Option<&str>) -> Result<()> {
    let oldest = format!("{}.{}", OLDEST_NODE.0, OLDEST_NODE.1);
    let Some(version) = version else {
        bail!("Node is not installed: install Node {oldest} or newer with npm, https://nodejs.org");
    };
    let mut numbers = version.trim_start_matches('v').split('.');
    let mut number = || numbers.next()?.parse::<u32>().ok();
    if number().zip(number()) >= Some(OLDEST_NODE) {
        return Ok(());
    }
    bail!("Node {version} is too old: install Node {oldest} or newer, https://nodejs.org")
}

fn find_browser() -> Option<PathBuf> {
    if let Some(named) = named_browser() {
        return Some(named);
    }
    let installed = BROWSERS.iter().find_map(|name| find_program(name));
    installed.or_else(|| {
        MAC_BROWSERS
            .iter()
            .map(PathBuf::from)
            .find(|path| path.exists())
    })
}

/// The browser that CHROMIUM names; an empty one names none.
fn named_browser() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").filter(|named| !named.is_empty());
    named.map(PathBuf::from)
}

/// The path of a program that the shell would find by its name.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

fn cargo_program() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

#[cfg(test)]
mod tests {
    use super::check_node;

    #[test]
    fn a_missing_or_old_node_is_named() {
        let missing = check_node(None).unwrap_err().to_string();
        assert!(
            missing.contains("Node is not installed: install Node 20.19"),
            "{missing}"
        );
        for version in ["v18.19.1", "v20.18.3"] {
            let old = check_node(Some(version)).unwrap_err().to_string();
            let said = format!("Node {version} is too old: install Node 20.19");
            assert!(old.contains(&said), "{old}");
        }
        assert!(check_node(Some("v20.19.0")).is_ok());
        assert!(check_node(Some("v101.2.3")).is_ok());
    }
}
