//! Scripts and styles of the pages, built into the program.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

macro_rules! assets {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../static/", $path)))),*]
    };
}

const ASSETS: &[(&str, &str)] = assets![
    "icon.svg",
    "portal.js",
    "board.js",
    "explorer.js",
    "inspector.js",
    "methods.js",
    "explorer/groups.js",
    "explorer/objects.js",
    "explorer/params.js",
    "explorer/types.js",
    "inspector/calls.js",
    "inspector/detail.js",
    "inspector/faults.js",
    "inspector/gauges.js",
    "frame/app-frame.js",
    "frame/backend.js",
    "frame/choices.js",
    "frame/commands.js",
    "frame/message.js",
    "frame/placement.js",
    "frame/rules.js",
    "frame/session.js",
    "frame/silent.js",
    "frame/window.js",
    "ui/chooser.js",
    "ui/code.js",
    "ui/copy.js",
    "ui/elements.js",
    "ui/follow.js",
    "ui/json.js",
    "ui/live.js",
    "ui/menu.js",
    "ui/page.js",
    "ui/rest.js",
    "ui/slider.js",
    "ui/tabs.js",
    "ui/text.js",
    "ui/toast.js",
    "styles/base.css",
    "styles/board.css",
    "styles/card.css",
    "styles/lists.css",
    "styles/overlay.css",
    "styles/tools.css",
];

/// The words as a module, so that they are there when the first script runs.
const WORDS: (&str, &str) = (
    "text/en.js",
    concat!(
        "export default ",
        include_str!("../../static/text/en.json"),
        ";\n"
    ),
);

/// `GET /_sandbox/static/{path}`.
pub async fn serve(Path(path): Path<String>) -> Response {
    let mut assets = ASSETS.iter().chain([&WORDS]);
    let Some((_, text)) = assets.find(|(known, _)| *known == path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, content_type(&path)),
        // The program may be rebuilt between two visits; asking again costs nothing on loopback.
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, *text).into_response()
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        _ => "image/svg+xml",
    }
}

#[cfg(test)]
mod tests {
    use super::ASSETS;

    #[test]
    fn every_file_of_the_folder_is_served() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static");
        let mut found = Vec::new();
        collect(std::path::Path::new(folder), "", &mut found);
        let mut served: Vec<_> = ASSETS.iter().map(|(path, _)| (*path).to_owned()).collect();
        // Its words are served as a module.
        found.retain(|path| path != "text/en.json");
        found.sort();
        served.sort();
        assert_eq!(found, served);
    }

    fn collect(folder: &std::path::Path, prefix: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                collect(&entry.path(), &format!("{name}/"), found);
            } else {
                found.push(name);
            }
        }
    }
}
