//! Where the app is that `--app` names.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};

use super::Args;
use crate::address;
use crate::app_server::AppFolder;

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
            address::parse(app).with_context(|| format!("--app {app}"))?;
            ensure!(
                self.mount.is_empty(),
                "--mount needs --app with a folder, not an address"
            );
            return Ok(Some(AppPlace::Address(app.clone())));
        }
        if let Some(address) = meant(app) {
            bail!("--app {app}: there is no such folder; was {address} meant?");
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
            None if self.port == 0 => Ok(0),
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

/// The address that a host and a port stand for, unless a folder is called so.
fn meant(app: &str) -> Option<String> {
    let site = app.split('/').next().unwrap_or_default();
    let (host, port) = site.rsplit_once(':')?;
    let is_site = !host.is_empty() && port.parse::<u16>().is_ok();
    (is_site && !Path::new(app).exists()).then(|| format!("http://{app}"))
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
