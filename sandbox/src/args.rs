//! The command line.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use chrono::FixedOffset;
use clap::Parser;

use sandbox::app_server::AppFolder;
use sandbox::model::MODEL;
use sandbox::php::date;
use sandbox::state::RepeatLead;

/// A local Bitrix24 portal to develop and test against. It answers on 127.0.0.1 only.
#[derive(Debug, Parser)]
#[command(version, after_help = AFTER)]
pub struct Args {
    /// Port of the portal
    #[arg(long, default_value_t = 8124)]
    pub port: u16,
    /// File with the portal's data, made when it is not there [default: in memory, forgotten at the end]
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// The app to install: the address of its page, or a folder with an index.html, which the sandbox serves itself
    #[arg(long, value_name = "URL_OR_DIR")]
    pub app: Option<String>,
    /// Port of the app's folder [default: the portal's port + 1]
    #[arg(long, value_name = "PORT")]
    pub app_port: Option<u16>,
    /// Serves another folder below the app's address, /node_modules/crm-wasm=pkg; may be repeated
    #[arg(long, value_name = "/PATH=DIR", value_parser = parse_mount)]
    pub mount: Vec<(String, PathBuf)>,
    /// Where the app is bound; may be repeated
    #[arg(long, value_name = "CODE", default_value = "CRM_LEAD_DETAIL_TAB", value_parser = parse_placement)]
    pub placement: Vec<String>,
    /// What the app is called
    #[arg(long, value_name = "TEXT", default_value = "My app")]
    pub app_title: String,
    /// When a lead with a contact becomes a repeat lead
    #[arg(long, value_enum, default_value_t = RepeatLead::AtOnce)]
    pub repeat_lead: RepeatLead,
    /// The server's time zone
    #[arg(long, value_name = "+HH:MM", default_value = "+03:00", value_parser = parse_zone, allow_hyphen_values = true)]
    pub time_zone: FixedOffset,
    /// How long access tokens live
    #[arg(long, value_name = "SECONDS", default_value_t = 3600)]
    pub token_life: u32,
}

const AFTER: &str = "\
Examples:
  sandbox --app https://app.example/ --placement CRM_LEAD_DETAIL_TAB
  sandbox --app examples/link-contacts --mount /node_modules/crm-wasm=pkg --db portal.db";

fn parse_mount(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((path, folder)) if path.starts_with('/') && !folder.is_empty() => {
            Ok((path.trim_end_matches('/').to_owned(), folder.into()))
        }
        _ => Err("expected /path=folder".into()),
    }
}

fn parse_placement(text: &str) -> Result<String, String> {
    let code = text.to_uppercase();
    if MODEL.placements.iter().any(|known| known.code == code) {
        return Ok(code);
    }
    let known: Vec<&str> = MODEL
        .placements
        .iter()
        .map(|known| known.code.as_str())
        .collect();
    Err(format!(
        "the portal has no such place; it has {}",
        known.join(", ")
    ))
}

fn parse_zone(text: &str) -> Result<FixedOffset, String> {
    date::parse_offset(text).ok_or_else(|| "expected an offset like +03:00".into())
}

/// Where an app is.
#[derive(Debug)]
pub enum AppPlace {
    /// At this address.
    Address(String),
    /// In a folder, to be served on this port.
    Folder(AppFolder, u16),
}

impl Args {
    /// Where the app is, if there is one.
    pub fn app_place(&self) -> anyhow::Result<Option<AppPlace>> {
        let Some(app) = &self.app else {
            ensure!(
                self.mount.is_empty(),
                "--mount needs --app with a folder to mount into"
            );
            return Ok(None);
        };
        if app.contains("://") {
            ensure!(
                app.starts_with("http://") || app.starts_with("https://"),
                "--app {app}: an address starts with http:// or https://"
            );
            ensure!(
                self.mount.is_empty(),
                "--mount needs --app with a folder, not an address"
            );
            return Ok(Some(AppPlace::Address(app.clone())));
        }
        let folder = AppFolder {
            root: existing("--app", Path::new(app))?,
            mounts: self.mounts()?,
        };
        if !folder.root.join("index.html").is_file() {
            bail!("--app {app}: the folder has no index.html, which is the page that opens");
        }
        Ok(Some(AppPlace::Folder(folder, self.free_app_port()?)))
    }

    fn free_app_port(&self) -> anyhow::Result<u16> {
        match self.app_port {
            Some(port) => Ok(port),
            None => self
                .port
                .checked_add(1)
                .context("there is no port after 65535: choose one with --app-port"),
        }
    }

    fn mounts(&self) -> anyhow::Result<Vec<(String, PathBuf)>> {
        let mounts = self.mount.iter();
        mounts
            .map(|(path, folder)| Ok((path.clone(), existing("--mount", folder)?)))
            .collect()
    }
}

fn existing(option: &str, folder: &Path) -> anyhow::Result<PathBuf> {
    match folder.canonicalize() {
        Ok(found) if found.is_dir() => Ok(found),
        Ok(_) => bail!(
            "{option} {}: this is a file, a folder is expected",
            folder.display()
        ),
        Err(_) => bail!("{option} {}: there is no such folder", folder.display()),
    }
}
