//! What the sandbox prints when it starts.

use anyhow::Context as _;
use sandbox::args::Args;
use sandbox::state::AppState;
use sandbox::store::{apps, users};
use sandbox::tls::Identity;

/// Prints where everything is.
pub fn announce(state: &AppState, args: &Args, identity: Option<&Identity>) -> anyhow::Result<()> {
    let origin = state.origin();
    warn(args);
    println!("Portal   {origin}/");
    println!("Calls    {origin}/_sandbox/inspector/");
    if let Some(identity) = identity {
        println!(
            "Trust    {}  (NODE_EXTRA_CA_CERTS, REQUESTS_CA_BUNDLE, curl --cacert)",
            identity.authority.display()
        );
    }
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
    for standing in state.faults.list() {
        let row = standing.rule.kind.row();
        println!("Fault    {}: {}", row.name, row.doc);
    }
    for app in state.store.read(apps::all)?.iter().filter(|app| app.away) {
        println!(
            "Hidden   {}  ({} was a folder of --app: give it again to see it)",
            app.title, app.handler
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

fn warn(args: &Args) {
    if !args.listen.is_loopback() {
        eprintln!(
            "warning: the portal listens on {}: whoever reaches this machine can read and change \
             everything in it, without a password",
            args.listen
        );
    }
}
