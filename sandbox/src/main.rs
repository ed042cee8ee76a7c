//! Starts the portal.

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use clap::Parser as _;
use sandbox::args::{AppPlace, Args};
use sandbox::journal::Journal;
use sandbox::limits::Plan;
use sandbox::state::{AppState, InstalledApp, Settings};
use sandbox::store::owner::OpenError;
use sandbox::tls::{self, Identity};
use sandbox::{log, record, server};
use tokio::net::TcpListener;

mod announce;

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.replay {
        Some(file) => replay(&args, file).await,
        None => run(&args).await.map(|()| ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })
}

async fn run(args: &Args) -> anyhow::Result<()> {
    args.check()?;
    let place = args.app_place()?;
    // Its files are needed as long as the portal runs.
    let folder = tempfile::tempdir().context("no folder can be made for temporary files")?;
    let identity = identity(args, folder.path())?;
    let tls = identity
        .as_ref()
        .map(|identity| Arc::clone(&identity.config));
    let listener = listen(args, args.port, "--port").await?;
    let host = host(listener.local_addr()?);
    let page = match place {
        None => None,
        Some(AppPlace::Address(address)) => Some((address, false)),
        Some(AppPlace::Folder(folder, port)) => {
            let listener = listen(args, port, "--app-port").await?;
            let scheme = if args.tls { "https" } else { "http" };
            let address = format!(
                "{scheme}://{}/index.html",
                self::host(listener.local_addr()?)
            );
            let stop = std::future::pending();
            tokio::spawn(server::serve(listener, folder.router(), tls.clone(), stop));
            Some((address, true))
        }
    };
    let state = open(args, host, page, args.plan)?;
    let interrupted = interrupt()?;
    announce::announce(&state, args, identity.as_ref())?;
    server::serve(listener, sandbox::app(state), tls, interrupted).await;
    Ok(())
}

async fn replay(args: &Args, file: &Path) -> anyhow::Result<ExitCode> {
    args.check()?;
    let page = match args.app_place()? {
        None => None,
        Some(AppPlace::Address(address)) => Some((address, false)),
        // Nobody opens its page: the calls are those of the file.
        Some(AppPlace::Folder(..)) => Some(("http://127.0.0.1/index.html".to_owned(), true)),
    };
    // Calls come as fast as they are answered here: no plan would allow that.
    let state = open(args, "127.0.0.1:8124".to_owned(), page, Plan::None)?;
    let outcome = record::replay(&state, file).await?;
    println!("{outcome}");
    Ok(if outcome.different.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn identity(args: &Args, temporary: &Path) -> anyhow::Result<Option<Identity>> {
    if !args.tls {
        return Ok(None);
    }
    let mut names = vec![
        "localhost".to_owned(),
        "127.0.0.1".to_owned(),
        "::1".to_owned(),
    ];
    if !args.listen.is_unspecified() {
        names.push(args.listen.to_string());
    }
    names.extend(args.tls_name.clone());
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    let folder = args.tls_dir.as_deref().unwrap_or(temporary);
    Ok(Some(tls::identity(folder, &names)?))
}

async fn listen(args: &Args, port: u16, option: &str) -> anyhow::Result<TcpListener> {
    let address = SocketAddr::from((args.listen, port));
    TcpListener::bind(address).await.map_err(|error| {
        if error.kind() == std::io::ErrorKind::AddrNotAvailable {
            return anyhow!("{} is no address of this machine: choose another with --listen", args.listen);
        }
        anyhow!("port {port} cannot be used ({error}): stop what uses it, or choose another with {option}")
    })
}

/// What the portal calls itself: `0.0.0.0` is no address to go to.
fn host(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        return format!("127.0.0.1:{}", address.port());
    }
    address.to_string()
}

/// The address of an app's page, and whether the sandbox itself serves it.
type AppPage = (String, bool);

fn open(args: &Args, host: String, page: Option<AppPage>, plan: Plan) -> anyhow::Result<AppState> {
    let serves_app = page.as_ref().is_some_and(|(_, served)| *served);
    let app = page.map(|(handler, _)| InstalledApp {
        title: args.app_title.clone(),
        handler,
        placements: args.placement.clone(),
    });
    let settings = Settings {
        host,
        database: args.db.clone(),
        zone: args.time_zone,
        token_life: i64::from(args.token_life),
        refresh_life: i64::from(args.refresh_life),
        plan,
        sharing: args.bucket,
        operating_limit: f64::from(args.operating_limit),
        repeat_lead: args.repeat_lead,
        not_like: args.not_like,
        phone_filter: args.phone_filter,
        app,
        serves_app,
        names: args.tls_name.clone(),
        secure: args.tls,
        faults: args.fault.clone(),
        seed: args.seed,
        leads: args.leads,
    };
    let mut sinks = Vec::from_iter(log::sink(args.level(), args.log_json));
    if let Some(file) = &args.record {
        sinks.push(record::writer(file)?);
    }
    AppState::open_with(settings, Journal::new(sinks)).map_err(|error| match (&args.db, &error) {
        (Some(file), OpenError::Newer { .. }) => anyhow!(
            "{} cannot be used as the portal's database ({error}): give another file with --db, or use \
             that sandbox",
            file.display()
        ),
        (Some(file), _) => anyhow!(
            "{} cannot be used as the portal's database ({error}): give another file with --db",
            file.display()
        ),
        (None, _) => anyhow!("the portal's database cannot be made in memory ({error})"),
    })
}

/// Ctrl-C from now on: who stops the sandbox as soon as it has spoken is heard, too.
#[cfg(unix)]
fn interrupt() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupts = signal(SignalKind::interrupt())?;
    let mut ends = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupts.recv() => {}
            _ = ends.recv() => {}
        }
    })
}

/// Ctrl-C.
#[cfg(not(unix))]
fn interrupt() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a handler the system's own ends the process, which is as good.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
