//! HTTPS, with a real handshake.

use std::path::Path;
use std::sync::Arc;

use sandbox::state::Settings;
use sandbox::tls;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};

use crate::support::{Portal, request, talk};

const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "portal.test"];

async fn portal(folder: &Path, rules: &[&str]) -> Portal {
    let names = NAMES.map(str::to_owned);
    let identity = tls::identity(folder, &names).unwrap();
    let settings = Settings {
        secure: true,
        names: vec!["portal.test".into()],
        faults: rules.iter().map(|rule| rule.parse().unwrap()).collect(),
        ..Settings::default()
    };
    Portal::with(settings, Some(identity.config)).await
}

/// Connects as `name`, trusting this authority alone, if any.
async fn shake_hands(
    portal: &Portal,
    authority: Option<&Path>,
    name: &str,
) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    if let Some(file) = authority {
        roots
            .add(CertificateDer::from_pem_file(file).unwrap())
            .unwrap();
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(name.to_owned()).unwrap();
    TlsConnector::from(Arc::new(config))
        .connect(name, portal.connect().await)
        .await
}

#[tokio::test]
async fn who_trusts_the_authority_is_answered_under_every_name() {
    let folder = tempfile::tempdir().unwrap();
    let portal = portal(folder.path(), &[]).await;
    let authority = folder.path().join("sandbox-ca.pem");
    for name in NAMES {
        let socket = shake_hands(&portal, Some(&authority), name).await.unwrap();
        let host = format!("{name}:{}", portal.address.port());
        let answer = talk(socket, &request("GET", &portal.path("profile"), &host, "")).await;
        assert_eq!(answer.json()["result"]["ID"], "1", "{name}");
    }
}

#[tokio::test]
async fn nobody_else_is() {
    let folder = tempfile::tempdir().unwrap();
    let portal = portal(folder.path(), &[]).await;
    let authority = folder.path().join("sandbox-ca.pem");
    assert!(shake_hands(&portal, None, "localhost").await.is_err());
    let other_name = shake_hands(&portal, Some(&authority), "other.test").await;
    assert!(
        other_name
            .unwrap_err()
            .to_string()
            .contains("not valid for name")
    );
}

#[tokio::test]
async fn addresses_of_the_portal_say_https() {
    let folder = tempfile::tempdir().unwrap();
    let portal = portal(folder.path(), &[]).await;
    assert!(portal.state.origin().starts_with("https://127.0.0.1:"));
}

#[tokio::test]
async fn a_fault_ends_an_encrypted_connection_too() {
    let folder = tempfile::tempdir().unwrap();
    let portal = portal(folder.path(), &["kind=drop-after,method=profile"]).await;
    let authority = folder.path().join("sandbox-ca.pem");
    let socket = shake_hands(&portal, Some(&authority), "localhost")
        .await
        .unwrap();
    let answer = talk(
        socket,
        &request("GET", &portal.path("profile"), "localhost", ""),
    )
    .await;
    assert!(answer.is_silent(), "{answer:?}");
}

#[tokio::test]
async fn plain_http_is_not_answered() {
    let folder = tempfile::tempdir().unwrap();
    let portal = portal(folder.path(), &[]).await;
    let answer = portal.get(&portal.path("profile")).await;
    assert!(!answer.head.contains("HTTP/1.1"), "{answer:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn the_key_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    portal(folder.path(), &[]).await;
    let key = folder.path().join("sandbox-key.pem");
    let mode = std::fs::metadata(key).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
