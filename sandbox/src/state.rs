//! What the portal's parts share.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::FixedOffset;

use crate::clock::Clock;
use crate::events::delivery::Outbox;
use crate::journal::Journal;
use crate::store::{Sql, Store};
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
    /// When a lead becomes a repeat lead.
    pub repeat_lead: RepeatLead,
    /// The app to install, if any.
    pub app: Option<InstalledApp>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            host: "127.0.0.1:8124".into(),
            database: None,
            zone: FixedOffset::east_opt(3 * 3600)
                .unwrap_or(FixedOffset::east_opt(0).expect("0 is a zone")),
            token_life: 3600,
            repeat_lead: RepeatLead::AtOnce,
            app: None,
        }
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

/// The portal.
#[derive(Debug)]
pub struct Portal {
    /// How it behaves.
    pub settings: Settings,
    /// What it knows.
    pub store: Store,
    /// What time it is.
    pub clock: Clock,
    /// Where events wait to be sent.
    pub outbox: Outbox,
    /// What was called.
    pub journal: Journal,
}

/// The portal, as handlers of requests share it.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Portal>);

impl AppState {
    /// Opens the portal: its database, filled when it is new, and the app of the settings in it.
    pub fn open(settings: Settings) -> Sql<Self> {
        Self::open_with(settings, Journal::default())
    }

    /// Like [`AppState::open`], with this journal.
    pub fn open_with(settings: Settings, journal: Journal) -> Sql<Self> {
        let store = Store::open(settings.database.as_deref())?;
        let clock = Clock::new(settings.zone);
        store.write(|db| -> Sql<()> {
            seed::fill(db, clock.seconds())?;
            match &settings.app {
                Some(app) => installation::install(db, app),
                None => Ok(()),
            }
        })?;
        Ok(Self(Arc::new(Portal {
            settings,
            store,
            clock,
            outbox: Outbox::default(),
            journal,
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
        format!("http://{}", self.settings.host)
    }
}
