//! What the portal's parts share.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::FixedOffset;

use crate::clock::Clock;
use crate::control::snapshots::Snapshots;
use crate::events::delivery::Outbox;
use crate::faults::{Faults, Rule};
use crate::journal::Journal;
use crate::limits::{Limits, Plan, Sharing};
use crate::oauth::codes::Codes;
use crate::rest::conditions::Conditions;
use crate::seed::Seed;
use crate::session::Sessions;
use crate::store::owner::OpenError;
use crate::store::{Sql, Store, apps};
use crate::{installation, seed};

/// How this portal behaves.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Host and port under which it is reached, `127.0.0.1:8124`.
    pub host: String,
    /// Its database; in memory if none.
    pub database: Option<PathBuf>,
    /// The server's time zone.
    pub zone: FixedOffset,
    /// How long access tokens live, seconds.
    pub token_life: i64,
    /// How long refresh tokens live, seconds.
    pub refresh_life: i64,
    /// What callers may ask for in a while.
    pub plan: Plan,
    /// Who shares a bucket of requests.
    pub sharing: Sharing,
    /// What a method may cost a caller in ten minutes, seconds.
    pub operating_limit: f64,
    /// When a lead becomes a repeat lead.
    pub repeat_lead: RepeatLead,
    /// What `!%` means in a filter on a field that is the portal's own.
    pub not_like: NotLike,
    /// How filters find phones, e-mails and the like.
    pub phone_filter: PhoneFilter,
    /// The app to install, if any.
    pub app: Option<InstalledApp>,
    /// Whether the sandbox itself serves that app's page.
    pub serves_app: bool,
    /// Other names under which it is reached, small letters, without a port.
    pub names: Vec<String>,
    /// Whether it is reached by HTTPS.
    pub secure: bool,
    /// What fails from the start.
    pub faults: Vec<Rule>,
    /// What a new portal is filled with.
    pub seed: Seed,
    /// How many leads it has besides those of the seed.
    pub leads: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            host: "127.0.0.1:8124".into(),
            database: None,
            zone: FixedOffset::east_opt(3 * 3600)
                .unwrap_or(FixedOffset::east_opt(0).expect("0 is a zone")),
            token_life: 3600,
            refresh_life: 180 * 86_400,
            plan: Plan::default(),
            sharing: Sharing::default(),
            operating_limit: 480.0,
            repeat_lead: RepeatLead::AtOnce,
            not_like: NotLike::default(),
            phone_filter: PhoneFilter::default(),
            app: None,
            serves_app: false,
            names: Vec::new(),
            secure: false,
            faults: Vec::new(),
            seed: Seed::default(),
            leads: 0,
        }
    }
}

impl Settings {
    /// `http` or `https`.
    pub fn scheme(&self) -> &'static str {
        if self.secure { "https" } else { "http" }
    }
}

/// An app that is there from the start.
#[derive(Clone, Debug)]
pub struct InstalledApp {
    /// What people call it.
    pub title: String,
    /// The address of its page.
    pub handler: String,
    /// Where it is bound.
    pub placements: Vec<String>,
}

/// When `IS_RETURN_CUSTOMER` follows the links of a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum RepeatLead {
    /// With every link that comes or goes.
    AtOnce,
    /// With the next crm.lead.update.
    OnUpdate,
}

/// What `!%` and its like mean in a filter on a field that is the portal's own: here the sources
/// disagree (reference §14).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum NotLike {
    /// The same as without the `!`, as the portal's code has it.
    #[default]
    Positive,
    /// The opposite, as the documentation has it.
    Negative,
}

/// What a filter on `PHONE`, `EMAIL`, `WEB` or `IM` compares: here the sources disagree (reference
/// §14).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum PhoneFilter {
    /// The beginning of the value, as the portal's code has it.
    #[default]
    Prefix,
    /// The whole value, as the documentation has it.
    Exact,
}

/// The portal.
#[derive(Debug)]
pub struct Portal {
    /// How it behaves.
    pub settings: Settings,
    /// What it knows.
    pub store: Store,
    /// What time it is.
    pub clock: Clock,
    /// How much everybody has asked for.
    pub limits: Limits,
    /// Who looks at the portal's pages.
    pub sessions: Sessions,
    /// Codes that apps were given and have not used.
    pub codes: Codes,
    /// What is wrong with the portal as a whole.
    pub conditions: Conditions,
    /// Where events wait to be sent.
    pub outbox: Outbox,
    /// What was called.
    pub journal: Journal,
    /// What fails on demand.
    pub faults: Arc<Faults>,
    /// Copies of the data, to come back to.
    pub snapshots: Snapshots,
}

/// The portal, as handlers of requests share it.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Portal>);

impl AppState {
    /// Opens the portal: its database, filled when it is new, and the app of the settings in it.
    pub fn open(settings: Settings) -> Result<Self, OpenError> {
        Self::open_with(settings, Journal::default())
    }

    /// Like [`AppState::open`], with this journal.
    pub fn open_with(settings: Settings, journal: Journal) -> Result<Self, OpenError> {
        let store = Store::open(settings.database.as_deref())?;
        let clock = Clock::new(settings.zone);
        store.write(|db| -> Sql<()> {
            seed::fill(db, clock.seconds(), settings.seed, settings.leads)?;
            apps::hide_served(db)?;
            match &settings.app {
                Some(app) => installation::install(db, app, settings.serves_app),
                None => Ok(()),
            }
        })?;
        let faults = Arc::new(Faults::default());
        for rule in &settings.faults {
            faults.add(rule.clone());
        }
        Ok(Self(Arc::new(Portal {
            limits: Limits::new(settings.plan, settings.operating_limit),
            sessions: Sessions::default(),
            codes: Codes::default(),
            conditions: Conditions::default(),
            settings,
            store,
            clock,
            outbox: Outbox::new(Arc::clone(&faults)),
            journal,
            faults,
            snapshots: Snapshots::default(),
        })))
    }
}

impl Deref for AppState {
    type Target = Portal;

    fn deref(&self) -> &Portal {
        &self.0
    }
}

impl Portal {
    /// The portal's own address, `http://127.0.0.1:8124`.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.settings.scheme(), self.settings.host)
    }
}
