//! Serves the example app in the sandbox until Ctrl-C.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::machine::Machine;
use crate::{command, package};

/// A seeded lead without contacts: the one the example is about.
const LEAD_PAGE: &str = "/crm/lead/details/1/";
const APP_TITLE: &str = "Contacts";
/// The same features as in the tests of all crates, so that nothing is compiled twice.
pub const BUILD_SANDBOX: [&str; 4] = ["build", "--workspace", "--bin", "sandbox"];
const PATIENCE: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(100);

/// Where to serve.
#[derive(clap::Args)]
pub struct Options {
    /// The portal's port; the app is served from its own origin on the next one.
    #[arg(long, default_value_t = 8124, value_parser = clap::value_parser!(u16).range(1..65535))]
    port: u16,
}

/// Builds everything, starts the sandbox with the example bound, and says what to open.
pub fn serve(machine: &Machine, options: &Options) -> Result<ExitCode> {
    check_port(options.port)?;
    check_port(options.port + 1)?;
    package::make(machine)?;
    command::run(&mut machine.cargo(&BUILD_SANDBOX))?;
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    ctrlc::set_handler(move || asked.store(true, Ordering::Relaxed))?;
    let mut sandbox = sandbox(machine, options.port)
        .spawn()
        .context("starting the sandbox")?;
    let served = announce(&mut sandbox, options.port, &stop);
    let ended = served.and_then(|()| wait(&mut sandbox, &stop));
    // Ctrl-C in a terminal reaches the sandbox too; a signal sent to this process alone does not.
    let _ = sandbox.kill();
    sandbox.wait()?;
    ended.map(|()| ExitCode::SUCCESS)
}

fn sandbox(machine: &Machine, port: u16) -> Command {
    let program = format!("debug/sandbox{}", std::env::consts::EXE_SUFFIX);
    let mut sandbox = Command::new(machine.target.join(program));
    sandbox.current_dir(&machine.root);
    sandbox.args(["--port", &port.to_string()]);
    sandbox.args(["--app", "examples/link-contacts", "--app-title", APP_TITLE]);
    sandbox.args(["--mount", "/node_modules/crm-wasm=pkg"]);
    sandbox.args(["--placement", "CRM_LEAD_DETAIL_TAB"]);
    sandbox
}

fn check_port(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) => bail!(
            "port {port} cannot be used ({error}): stop what uses it, or choose another with \
             `cargo xtask demo --port N` (the app takes port N + 1)"
        ),
    }
}

/// Waits until the lead page answers and says where it is.
fn announce(sandbox: &mut Child, port: u16, stop: &AtomicBool) -> Result<()> {
    let deadline = Instant::now() + PATIENCE;
    while !answers(port) {
        if stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        if let Some(status) = sandbox.try_wait()? {
            bail!("the sandbox ended before it answered ({status}); what it printed is above");
        }
        if Instant::now() > deadline {
            bail!(
                "the sandbox did not answer on port {port} within {} s",
                PATIENCE.as_secs()
            );
        }
        thread::sleep(GLANCE);
    }
    println!();
    println!("Open http://127.0.0.1:{port}{LEAD_PAGE} and choose the tab {APP_TITLE}.");
    println!("Ctrl-C stops the sandbox.");
    Ok(())
}

/// Whether the lead page is there.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "GET {LEAD_PAGE} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        Ok(answer == *b"HTTP/1.1 200")
    };
    ask().unwrap_or(false)
}

fn wait(sandbox: &mut Child, stop: &AtomicBool) -> Result<()> {
    while !stop.load(Ordering::Relaxed) {
        if let Some(status) = sandbox.try_wait()? {
            bail!("the sandbox ended by itself ({status}); what it printed is above");
        }
        thread::sleep(GLANCE);
    }
    Ok(())
}
