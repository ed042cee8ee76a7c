//! A handler of events.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use sandbox::php::query;
use serde_json::{Map, Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::support::Portal;

/// A handler of events: its address, and the letters it gets.
pub struct Listener {
    pub address: String,
    letters: UnboundedReceiver<String>,
}

impl Listener {
    pub async fn start() -> Self {
        Self::answering(StatusCode::OK).await
    }

    /// A handler that answers every letter with this status.
    pub async fn answering(status: StatusCode) -> Self {
        let (sender, letters) = unbounded_channel();
        let take = move |body: String| async move {
            sender.send(body).unwrap();
            status
        };
        let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/handler", socket.local_addr().unwrap());
        let router = Router::new().route("/handler", post(take));
        tokio::spawn(async move { axum::serve(socket, router).await.unwrap() });
        Self { address, letters }
    }

    /// The next letter, as PHP reads it.
    pub async fn next(&mut self) -> Map<String, Value> {
        let wait = std::time::Duration::from_mins(1);
        let letter = tokio::time::timeout(wait, self.letters.recv()).await;
        query::parse(&letter.expect("no letter came").unwrap())
    }

    /// Whether no letter waits.
    pub fn has_none(&self) -> bool {
        self.letters.is_empty()
    }

    /// Lets the app bind the address to an event.
    pub async fn bind(&self, portal: &Portal, event: &str) {
        let params = json!({ "event": event, "handler": self.address });
        let bound = portal.as_app("event.bind", params).await;
        assert_eq!(bound.result(), json!(true), "{event}");
    }
}
