//! A browser that looks at the portal's pages.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::support::{Portal, Reply};

const COOKIE: &str = "PHPSESSID_8124";

/// A browser: it keeps the cookie it was given.
pub struct Browser<'a> {
    portal: &'a Portal,
    cookie: Option<String>,
}

impl<'a> Browser<'a> {
    pub fn new(portal: &'a Portal) -> Self {
        Self {
            portal,
            cookie: None,
        }
    }

    pub async fn send(&mut self, mut request: Request<Body>) -> Reply {
        if let Some(cookie) = &self.cookie {
            let line = format!("theme=dark; {COOKIE}={cookie}");
            request
                .headers_mut()
                .insert("cookie", line.parse().unwrap());
        }
        let reply = self.portal.send(request).await;
        let set = reply.header("set-cookie").to_owned();
        if let Some(pair) = set.split(';').next().and_then(|pair| pair.split_once('=')) {
            assert_eq!(pair.0, COOKIE);
            assert!(set.contains("HttpOnly; SameSite=Lax"), "{set}");
            self.cookie = Some(pair.1.to_owned());
        }
        reply
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    /// As the portal's own script calls: a form that begins with the sessid.
    pub async fn call(&mut self, method: &str, form: &str) -> Reply {
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("/rest/{method}.json?logTag=x"))
            .header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(form.to_owned().into()).unwrap())
            .await
    }

    pub async fn sessid(&mut self) -> String {
        let shown = self.get("/_sandbox/session").await.json();
        shown["sessid"].as_str().unwrap().to_owned()
    }
}
