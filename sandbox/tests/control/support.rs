//! A portal behind a real socket, and a client that sees every byte.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use sandbox::host;
use sandbox::server;
use sandbox::state::{AppState, InstalledApp, Settings};
use sandbox::store::{apps, users};
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::rustls::ServerConfig;

/// What is given to answers that are to come, at most.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A portal that listens.
pub struct Portal {
    pub state: AppState,
    pub address: SocketAddr,
    webhook: String,
}

/// What came back on a connection before it ended.
#[derive(Debug)]
pub struct Wire {
    pub head: String,
    pub body: Vec<u8>,
}

impl Portal {
    pub async fn start() -> Self {
        Self::with(Settings::default(), None).await
    }

    /// A portal with these rules.
    pub async fn failing(rules: &[&str]) -> Self {
        let faults = rules.iter().map(|rule| rule.parse().unwrap()).collect();
        let settings = Settings {
            faults,
            ..Settings::default()
        };
        Self::with(settings, None).await
    }

    pub async fn with(settings: Settings, tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let app = InstalledApp {
            title: "Links".into(),
            handler: "http://127.0.0.1:9/app/index.html".into(),
            placements: vec!["CRM_LEAD_DETAIL_TAB".into()],
        };
        let state = AppState::open(Settings {
            host: address.to_string(),
            app: Some(app),
            ..settings
        })
        .unwrap();
        let router = sandbox::app(state.clone());
        tokio::spawn(server::serve(listener, router, tls, std::future::pending()));
        let all = state.store.read(users::webhooks).unwrap();
        let (user, secret) = &all[0];
        Self {
            webhook: format!("/rest/{user}/{secret}/"),
            state,
            address,
        }
    }

    /// The address of a method for the administrator's webhook.
    pub fn path(&self, method: &str) -> String {
        format!("{}{method}.json", self.webhook)
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// A call by the administrator's webhook.
    pub async fn call(&self, method: &str, params: Value) -> Wire {
        self.post(&self.path(method), &params).await
    }

    /// A call by an app.
    pub async fn as_app(&self, token: &str, method: &str) -> Wire {
        let path = format!("/rest/{method}.json");
        self.post(&path, &json!({ "auth": token })).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Wire {
        self.send("POST", path, &self.address.to_string(), &body.to_string())
            .await
    }

    pub async fn get(&self, path: &str) -> Wire {
        self.send("GET", path, &self.address.to_string(), "").await
    }

    pub async fn send(&self, verb: &str, path: &str, host: &str, body: &str) -> Wire {
        let request = request(verb, path, host, body);
        talk(self.connect().await, &request).await
    }

    /// A new pair of tokens of the app for the administrator: access and refresh.
    pub fn tokens(&self) -> (String, String) {
        let issue = |db: &_| -> rusqlite::Result<(String, String)> {
            let app = apps::all(db)?.remove(0);
            let token = host::issue_token(&self.state, db, app.id, 1)?;
            Ok((token.access, token.refresh))
        };
        self.state.store.write(issue).unwrap()
    }

    /// Adds a lead with this title; what came back.
    pub async fn add_lead(&self, title: &str) -> Wire {
        self.call("crm.lead.add", json!({ "fields": { "TITLE": title } }))
            .await
    }

    /// How many leads have this title.
    pub async fn leads(&self, title: &str) -> i64 {
        let params = json!({ "filter": { "=TITLE": title }, "select": ["ID"] });
        let found = self.call("crm.lead.list", params).await;
        found.json()["total"].as_i64().unwrap()
    }
}

/// A request on a connection of its own.
pub fn request(verb: &str, path: &str, host: &str, body: &str) -> String {
    format!(
        "{verb} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Sends a request and reads until the connection ends.
pub async fn talk<S: AsyncRead + AsyncWrite + Unpin>(mut socket: S, request: &str) -> Wire {
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut came = Vec::new();
    let read = socket.read_to_end(&mut came);
    // A connection that was ended by force has said what it said.
    let _ = tokio::time::timeout(PATIENCE, read)
        .await
        .expect("the connection ends");
    Wire::new(&came)
}

impl Wire {
    pub fn new(came: &[u8]) -> Self {
        let end = came.windows(4).position(|four| four == b"\r\n\r\n");
        let (head, body) = match end {
            Some(at) => (&came[..at], &came[at + 4..]),
            None => (came, &[][..]),
        };
        Self {
            head: String::from_utf8_lossy(head).into_owned(),
            body: body.to_vec(),
        }
    }

    /// Whether the connection ended without a word.
    pub fn is_silent(&self) -> bool {
        self.head.is_empty() && self.body.is_empty()
    }

    pub fn status(&self) -> u16 {
        let status = self.head.split(' ').nth(1);
        status
            .and_then(|status| status.parse().ok())
            .unwrap_or_else(|| panic!("no status: {:?}", self.head))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
            .next()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Status and code of a call that failed.
    pub fn error(&self) -> (u16, String) {
        let code = self.json()["error"].as_str().unwrap_or_default().to_owned();
        (self.status(), code)
    }
}
