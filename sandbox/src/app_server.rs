//! Serves a folder as an app on an origin of its own, for developing without a server.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A folder, and others that appear below it.
#[derive(Clone, Debug)]
pub struct AppFolder {
    /// The app's own files.
    pub root: PathBuf,
    /// Other folders by the path they appear at, `/node_modules/crm-wasm`.
    pub mounts: Vec<(String, PathBuf)>,
}

impl AppFolder {
    /// The folder as a service. Nothing is kept by browsers, so that a reload shows the last change.
    pub fn router(self) -> Router {
        Router::new().fallback(serve).with_state(Arc::new(self))
    }

    /// The file of an address; none when the address leads out of the folder.
    fn file(&self, address: &str) -> Option<PathBuf> {
        let mounted = self.mounts.iter().find_map(|(path, folder)| {
            let rest = address.strip_prefix(path.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then_some((folder, rest))
        });
        let (folder, rest) = mounted.unwrap_or((&self.root, address));
        let relative = Path::new(rest.trim_start_matches('/'));
        let inside = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| folder.join(relative))
    }
}

async fn serve(State(folder): State<Arc<AppFolder>>, request: Request) -> Response {
    // A portal opens an app's page with POST, so that is as good as GET here.
    if !matches!(*request.method(), Method::GET | Method::HEAD | Method::POST) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let Some(mut path) = decode(request.uri().path()).and_then(|address| folder.file(&address))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if path.is_dir() {
        path.push("index.html");
    }
    match tokio::fs::read(&path).await {
        Ok(content) => {
            let kind = mime_guess::from_path(&path).first_or_octet_stream();
            let kind = HeaderValue::from_str(kind.as_ref());
            let kind = kind.unwrap_or(HeaderValue::from_static("application/octet-stream"));
            let fresh = HeaderValue::from_static("no-store");
            (
                [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, fresh)],
                content,
            )
                .into_response()
        }
        Err(_) => (StatusCode::NOT_FOUND, "there is no such file").into_response(),
    }
}

/// The address without percent signs; none when it is not UTF-8.
fn decode(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let pair = after
            .get(..2)
            .filter(|_| first == b'%')
            .and_then(|pair| std::str::from_utf8(pair).ok());
        let decoded = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(decoded.unwrap_or(first));
        rest = if decoded.is_some() {
            &after[2..]
        } else {
            after
        };
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_their_folder() {
        let folder = AppFolder {
            root: "/app".into(),
            mounts: vec![("/node_modules/crm-wasm".into(), "/pkg".into())],
        };
        let cases = [
            ("/", Some("/app/")),
            ("/js/a.js", Some("/app/js/a.js")),
            ("/node_modules/crm-wasm/index.js", Some("/pkg/index.js")),
            (
                "/node_modules/crm-wasm2/index.js",
                Some("/app/node_modules/crm-wasm2/index.js"),
            ),
            ("/../secret", None),
            ("/node_modules/crm-wasm/../../secret", None),
        ];
        for (address, expected) in cases {
            assert_eq!(
                folder.file(address),
                expected.map(PathBuf::from),
                "{address}"
            );
        }
    }
}
