//! HTTPS with a certificate that nobody else vouches for: an authority made for this portal alone,
//! and a certificate signed by it.
//!
//! The authority's key is forgotten as soon as it has signed: who trusts the authority trusts this
//! one certificate, and nothing that could be made later.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Datelike as _, TimeDelta, Utc};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// How long a certificate is good, days: longer ones some clients refuse.
const LIFE: i64 = 365;
/// One that ends within so many days is made anew.
const RESERVE: i64 = 7;

const AUTHORITY: &str = "sandbox-ca.pem";
const CERTIFICATE: &str = "sandbox.pem";
const KEY: &str = "sandbox-key.pem";
/// The names the certificate was made for and its last day, to know when another is needed.
const NOTE: &str = "sandbox-names.txt";

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file could not be written or read.
    #[error("{}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What went wrong.
        error: io::Error,
    },
    /// A name that no certificate can hold, or no randomness.
    #[error("the certificate cannot be made: {0}")]
    Make(#[from] rcgen::Error),
    /// A file of the folder is no certificate or key, or they do not belong together.
    #[error("the certificate in {} cannot be used ({error}): remove its files", folder.display())]
    Use {
        /// The folder.
        folder: PathBuf,
        /// What went wrong.
        error: String,
    },
}

/// A certificate ready to serve with.
#[derive(Debug)]
pub struct Identity {
    /// What connections are made with.
    pub config: Arc<ServerConfig>,
    /// The file with the authority's certificate, which clients are to trust.
    pub authority: PathBuf,
}

/// The certificate in `folder` for these names and addresses; a new one unless a good one is there.
pub fn identity(folder: &Path, names: &[String]) -> Result<Identity, TlsError> {
    let now = Utc::now();
    let note = |until: DateTime<Utc>| format!("{}\n{}\n", until.format("%F"), names.join(" "));
    if !is_good(folder, names, now) {
        let until = now + TimeDelta::days(LIFE);
        make(folder, names, now, until)?;
        write(&folder.join(NOTE), &note(until))?;
    }
    Ok(Identity {
        config: load(folder)?,
        authority: folder.join(AUTHORITY),
    })
}

fn is_good(folder: &Path, names: &[String], now: DateTime<Utc>) -> bool {
    let Ok(note) = std::fs::read_to_string(folder.join(NOTE)) else {
        return false;
    };
    let reserve = (now + TimeDelta::days(RESERVE)).format("%F").to_string();
    // Days written this way compare as texts.
    note.split_once('\n')
        .is_some_and(|(until, held)| until > &*reserve && held.trim() == names.join(" "))
}

fn make(
    folder: &Path,
    names: &[String],
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<(), TlsError> {
    std::fs::create_dir_all(folder).map_err(|error| TlsError::File {
        file: folder.to_owned(),
        error,
    })?;
    let mut authority = valid(CertificateParams::default(), now, until);
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let title = "Sandbox portal's own authority";
    authority.distinguished_name.push(DnType::CommonName, title);
    let authority_key = KeyPair::generate()?;
    let signed = authority.self_signed(&authority_key)?;

    let mut leaf = valid(CertificateParams::new(names)?, now, until);
    leaf.use_authority_key_identifier_extension = true;
    leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    leaf.distinguished_name
        .push(DnType::CommonName, "Sandbox portal");
    let key = KeyPair::generate()?;
    let issuer = Issuer::new(authority, authority_key);
    let certificate = leaf.signed_by(&key, &issuer)?;

    write_private(&folder.join(KEY), &key.serialize_pem())?;
    write(&folder.join(CERTIFICATE), &certificate.pem())?;
    write(&folder.join(AUTHORITY), &signed.pem())
}

// From yesterday on, so that a client whose clock is a little behind accepts it, too.
fn valid(
    mut params: CertificateParams,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> CertificateParams {
    let day = |moment: DateTime<Utc>| {
        let small = |number: u32| u8::try_from(number).unwrap_or(1);
        date_time_ymd(moment.year(), small(moment.month()), small(moment.day()))
    };
    params.not_before = day(now - TimeDelta::days(1));
    params.not_after = day(until);
    params
}

fn load(folder: &Path) -> Result<Arc<ServerConfig>, TlsError> {
    let unusable = |error: String| TlsError::Use {
        folder: folder.to_owned(),
        error,
    };
    let certificate = CertificateDer::from_pem_file(folder.join(CERTIFICATE))
        .map_err(|error| unusable(error.to_string()))?;
    let key = PrivateKeyDer::from_pem_file(folder.join(KEY))
        .map_err(|error| unusable(error.to_string()))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| {
            builder
                .with_no_client_auth()
                .with_single_cert(vec![certificate], key)
        })
        .map_err(|error| unusable(error.to_string()))?;
    // One call at a time on a connection: then a fault on the connection is a fault of one call.
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

fn write(file: &Path, text: &str) -> Result<(), TlsError> {
    std::fs::write(file, text).map_err(|error| TlsError::File {
        file: file.to_owned(),
        error,
    })
}

/// Writes a file that only its owner reads.
fn write_private(file: &Path, text: &str) -> Result<(), TlsError> {
    use std::io::Write as _;

    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(file)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| TlsError::File {
        file: file.to_owned(),
        error,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_certificate_is_kept_until_other_names_are_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let authority = |wanted: &[&str]| {
            let identity = identity(folder.path(), &names(wanted)).unwrap();
            std::fs::read_to_string(identity.authority).unwrap()
        };
        let first = authority(&["localhost", "127.0.0.1"]);
        assert_eq!(authority(&["localhost", "127.0.0.1"]), first);
        assert_ne!(authority(&["localhost", "portal.test"]), first);
    }

    #[test]
    fn one_about_to_end_is_not_good() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = names(&["localhost"]);
        identity(folder.path(), &wanted).unwrap();
        let later = |days| Utc::now() + TimeDelta::days(days);
        assert!(is_good(folder.path(), &wanted, later(LIFE - RESERVE - 1)));
        assert!(!is_good(folder.path(), &wanted, later(LIFE - RESERVE)));
    }

    #[test]
    fn a_broken_file_gets_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = names(&["localhost"]);
        identity(folder.path(), &wanted).unwrap();
        std::fs::write(folder.path().join(CERTIFICATE), "nothing").unwrap();
        let said = identity(folder.path(), &wanted).unwrap_err().to_string();
        assert!(
            said.contains("cannot be used") && said.contains("remove its files"),
            "{said}"
        );
    }
}
