//! Starts the portal.

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow};
use args::{AppPlace, Args};
use clap::Parser as _;
use sandbox::state::{AppState, InstalledApp, Settings};
use sandbox::store::users;
use tokio::net::TcpListener;

mod args;

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(args: &Args) -> anyhow::Result<()> {
    let place = args.app_place()?;
    let portal = listen(args.port, "--port").await?;
    let host = portal.local_addr()?.to_string();
    let handler = match place {
        None => None,
        Some(AppPlace::Address(address)) => Some(address),
        Some(AppPlace::Folder(folder, port)) => {
            let listener = listen(port, "--app-port").await?;
            let address = format!("http://{}/index.html", listener.local_addr()?);
            tokio::spawn(axum::serve(listener, folder.router()).into_future());
            Some(address)
        }
    };
    let state = open(args, host, handler)?;
    let interrupted = interrupt()?;
    announce(&state, args)?;
    axum::serve(portal, sandbox::app(state))
        .with_graceful_shutdown(interrupted)
        .await?;
    Ok(())
}

async fn listen(port: u16, option: &str) -> anyhow::Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).await.map_err(|error| {
        anyhow!("port {port} cannot be used ({error}): stop what uses it, or choose another with {option}")
    })
}

fn open(args: &Args, host: String, handler: Option<String>) -> anyhow::Result<AppState> {
    let app = handler.map(|handler| InstalledApp {
        title: args.app_title.clone(),
        handler,
        placements: args.placement.clone(),
    });
    let settings = Settings {
        host,
        database: args.db.clone(),
        zone: args.time_zone,
        token_life: i64::from(args.token_life),
        repeat_lead: args.repeat_lead,
        app,
    };
    AppState::open(settings).map_err(|error| match &args.db {
        Some(file) => anyhow!(
            "{} cannot be used as the portal's database ({error}): give another file with --db, or \
             remove this one",
            file.display()
        ),
        None => anyhow!("the portal's database cannot be made in memory ({error})"),
    })
}

fn announce(state: &AppState, args: &Args) -> anyhow::Result<()> {
    let origin = state.origin();
    println!("Portal   {origin}/");
    for (user, secret) in state.store.read(users::webhooks)? {
        let owner = state
            .store
            .read(|db| users::get(db, user))?
            .context("a webhook has its user")?;
        let role = match (owner.is_admin, owner.uses_crm) {
            (true, _) => "administrator",
            (_, true) => "no administrator",
            (_, false) => "no rights in the CRM",
        };
        println!(
            "Webhook  {origin}/rest/{user}/{secret}/  ({}, {role})",
            owner.full_name()
        );
    }
    match &state.settings.app {
        Some(app) => println!(
            "App      {}  (bound to {})",
            app.handler,
            args.placement.join(", ")
        ),
        None => println!("App      none; --app URL_OR_DIR installs one"),
    }
    Ok(())
}

/// Ctrl-C from now on: who stops the sandbox as soon as it has spoken is heard, too.
#[cfg(unix)]
fn interrupt() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupts = signal(SignalKind::interrupt())?;
    Ok(async move {
        interrupts.recv().await;
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
