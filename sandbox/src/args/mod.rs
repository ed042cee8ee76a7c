//! The command line.

use std::net::IpAddr;
use std::path::PathBuf;

use anyhow::{bail, ensure};
use chrono::FixedOffset;
use clap::Parser;

use crate::faults::Rule;
use crate::limits::{Plan, Sharing};
use crate::log::Level;
use crate::seed::Seed;
use crate::state::{NotLike, PhoneFilter, RepeatLead};

mod place;
mod value;

pub use place::AppPlace;

/// A local Bitrix24 portal to develop and test against.
///
/// It answers on this machine only, unless --listen says otherwise. Stop it with Ctrl-C.
#[derive(Debug, Parser)]
#[command(version, after_help = AFTER, max_term_width = 100)]
pub struct Args {
    /// Port of the portal; 0 takes any that is free
    #[arg(long, default_value_t = 8124, help_heading = ADDRESS)]
    pub port: u16,
    /// Address to listen on: with one that others reach, they can do everything here without a password
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", help_heading = ADDRESS)]
    pub listen: IpAddr,
    /// Answers by HTTPS, with a certificate of its own authority, whose file it prints
    #[arg(long, help_heading = ADDRESS)]
    pub tls: bool,
    /// Another name of the portal in the certificate and in requests; may be repeated
    #[arg(long, value_name = "NAME", value_parser = value::name, help_heading = ADDRESS)]
    pub tls_name: Vec<String>,
    /// Keeps the certificate in this folder, so that it is trusted once [default: a new one each time]
    #[arg(long, value_name = "DIR", requires = "tls", help_heading = ADDRESS)]
    pub tls_dir: Option<PathBuf>,

    /// File with the portal's data, made when it is not there; an app's folder is no part of it, so an app that was given
    /// as one is hidden until it is given again [default: in memory, forgotten at the end]
    #[arg(long, value_name = "FILE", help_heading = DATA)]
    pub db: Option<PathBuf>,
    /// What a new portal is filled with
    #[arg(long, value_enum, value_name = "NAME", default_value_t = Seed::Demo, help_heading = DATA)]
    pub seed: Seed,
    /// Adds this many leads to a new portal
    #[arg(long, value_name = "N", default_value_t = 0, help_heading = DATA)]
    pub leads: u32,

    /// The app to install: the address of its page, or a folder with an index.html, which the sandbox serves itself. As a
    /// portal does, it opens a page by POST, and with GET one whose address ends in .html
    #[arg(long, value_name = "URL_OR_DIR", help_heading = APP)]
    pub app: Option<String>,
    /// Port of the app's folder [default: the portal's port + 1]
    #[arg(long, value_name = "PORT", help_heading = APP)]
    pub app_port: Option<u16>,
    /// What the app is called
    #[arg(long, value_name = "TEXT", default_value = "My app", help_heading = APP)]
    pub app_title: String,
    /// Where the app is bound; may be repeated
    #[arg(long, value_name = "CODE", default_value = "CRM_LEAD_DETAIL_TAB", value_parser = value::placement, help_heading = APP)]
    pub placement: Vec<String>,
    /// Serves another folder below the app's address, /node_modules/crm-wasm=pkg; may be repeated
    #[arg(long, value_name = "/PATH=DIR", value_parser = value::mount, help_heading = APP)]
    pub mount: Vec<(String, PathBuf)>,

    /// The portal's plan: how many requests fit at once, and how many more each second
    #[arg(long, value_enum, default_value_t = Plan::Standard, help_heading = BEHAVIOUR)]
    pub plan: Plan,
    /// Who shares a bucket of requests
    #[arg(long, value_enum, default_value_t = Sharing::Caller, help_heading = BEHAVIOUR)]
    pub bucket: Sharing,
    /// What a method may cost a caller in ten minutes
    #[arg(long, value_name = "SECONDS", default_value_t = 480, help_heading = BEHAVIOUR)]
    pub operating_limit: u32,
    /// How long access tokens live
    #[arg(long, value_name = "SECONDS", default_value_t = 3600, help_heading = BEHAVIOUR)]
    pub token_life: u32,
    /// How long refresh tokens live
    #[arg(long, value_name = "SECONDS", default_value_t = 180 * 86_400, help_heading = BEHAVIOUR)]
    pub refresh_life: u32,
    /// When a lead with a contact becomes a repeat lead
    #[arg(long, value_enum, default_value_t = RepeatLead::AtOnce, help_heading = BEHAVIOUR)]
    pub repeat_lead: RepeatLead,
    /// What !% means in a filter on a field of the portal's own; the sources disagree
    #[arg(long, value_enum, value_name = "MEANING", default_value_t = NotLike::Positive, help_heading = BEHAVIOUR)]
    pub not_like: NotLike,
    /// What a filter on PHONE, EMAIL, WEB or IM compares; the sources disagree
    #[arg(long, value_enum, value_name = "PART", default_value_t = PhoneFilter::Prefix, help_heading = BEHAVIOUR)]
    pub phone_filter: PhoneFilter,
    /// The server's time zone
    #[arg(long, value_name = "+HH:MM", default_value = "+03:00", value_parser = value::zone, allow_hyphen_values = true, help_heading = BEHAVIOUR)]
    pub time_zone: FixedOffset,
    /// Makes calls fail, 'kind=cut,method=crm.lead.add,count=2'; may be repeated. See the README for all kinds
    #[arg(long, value_name = "RULE", help_heading = BEHAVIOUR)]
    pub fault: Vec<Rule>,

    /// Which calls are told on the error output
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Level::Off, help_heading = CALLS)]
    pub log: Level,
    /// Tells them as JSON, one line per call [implies --log calls]
    #[arg(long, help_heading = CALLS)]
    pub log_json: bool,
    /// Writes every call into this file, as lines of JSON; one that is there is replaced
    #[arg(long, value_name = "FILE", conflicts_with = "replay", help_heading = CALLS)]
    pub record: Option<PathBuf>,
    /// Plays the calls of such a file instead of listening, and prints what is answered differently; exit code 1 if anything is
    #[arg(long, value_name = "FILE", help_heading = CALLS)]
    pub replay: Option<PathBuf>,
}

const ADDRESS: &str = "Address";
const DATA: &str = "Data";
const APP: &str = "App";
const BEHAVIOUR: &str = "Behaviour";
const CALLS: &str = "Calls";

const AFTER: &str = "\
Examples:
  sandbox --app https://app.example/ --placement CRM_LEAD_DETAIL_TAB
  sandbox --app examples/link-contacts --mount /node_modules/crm-wasm=pkg --db portal.db
  sandbox --fault kind=limit,method=crm.lead.*,count=3 --log calls
  sandbox --record calls.jsonl    and later    sandbox --replay calls.jsonl";

impl Args {
    /// What single options cannot tell: those that do not go together.
    pub fn check(&self) -> anyhow::Result<()> {
        ensure!(
            self.tls || self.tls_name.is_empty(),
            "--tls-name needs --tls: it is a name in the certificate"
        );
        if let Some(port) = self
            .app_port
            .filter(|port| *port != 0 && *port == self.port)
        {
            bail!("--app-port {port} is the portal's own port: give the app another");
        }
        Ok(())
    }

    /// Which calls are told.
    pub fn level(&self) -> Level {
        match self.log {
            Level::Off if self.log_json => Level::Calls,
            level => level,
        }
    }
}
