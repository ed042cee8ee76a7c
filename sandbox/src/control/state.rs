//! `/_sandbox/state`: the portal's data, kept and brought back. A snapshot holds the database and
//! the clock; journal, faults, buckets and visitors go on as they are.
//!
//! | address | takes | gives |
//! |---|---|---|
//! | `GET /_sandbox/state` | – | `{snapshots: [{id, taken, bytes, ahead}]}` |
//! | `POST /_sandbox/state` | – | 201 and the new snapshot |
//! | `GET /_sandbox/state/{id}` | – | the SQLite database |
//! | `POST /_sandbox/state/{id}/restore` | – | the snapshot, which is in force again |
//! | `DELETE /_sandbox/state/{id}` | – | 204 |
//! | `PUT /_sandbox/state` | an SQLite database | 204: its data are the portal's |

use std::path::Path as File;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::{StreamExt as _, stream};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::Failure;
use super::asked::Number;
use super::snapshots::{Snapshot, SnapshotError, Snapshots};
use crate::state::{AppState, Portal};

/// What an uploaded database may weigh, bytes.
const LARGEST: u64 = 1 << 30;

/// These addresses.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/state", get(list).post(take).put(import))
        .route("/_sandbox/state/{id}", get(download).delete(remove))
        .route("/_sandbox/state/{id}/restore", post(restore))
}

impl From<SnapshotError> for Failure {
    fn from(error: SnapshotError) -> Self {
        let status = match error {
            SnapshotError::Missing(_) => StatusCode::NOT_FOUND,
            SnapshotError::TooMany => StatusCode::CONFLICT,
            SnapshotError::Foreign(_) => StatusCode::UNPROCESSABLE_ENTITY,
            SnapshotError::Disk(_) | SnapshotError::Database(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        };
        Self(status, error.to_string())
    }
}

/// Does what waits for the disk where nobody else waits for it.
async fn blocking<T: Send + 'static>(
    portal: AppState,
    work: impl FnOnce(&Portal) -> Result<T, SnapshotError> + Send + 'static,
) -> Result<T, Failure> {
    let done = tokio::task::spawn_blocking(move || work(&portal)).await;
    let broken = |_| SnapshotError::Disk(std::io::ErrorKind::Other.into());
    Ok(done.map_err(broken).flatten()?)
}

async fn list(State(portal): State<AppState>) -> Json<Value> {
    Json(json!({ "snapshots": portal.snapshots.list() }))
}

async fn take(State(portal): State<AppState>) -> Result<(StatusCode, Json<Snapshot>), Failure> {
    let snapshot = blocking(portal, |portal| portal.snapshots.take(portal)).await?;
    Ok((StatusCode::CREATED, Json(snapshot)))
}

async fn restore(
    State(portal): State<AppState>,
    Number(id): Number,
) -> Result<Json<Snapshot>, Failure> {
    let restored = blocking(portal, move |portal| portal.snapshots.restore(portal, id)).await?;
    Ok(Json(restored))
}

async fn remove(State(portal): State<AppState>, Number(id): Number) -> Result<StatusCode, Failure> {
    blocking(portal, move |portal| portal.snapshots.remove(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn download(State(portal): State<AppState>, Number(id): Number) -> Result<Response, Failure> {
    let file = portal.snapshots.file(id)?;
    let file = tokio::fs::File::open(file)
        .await
        .map_err(SnapshotError::Disk)?;
    let length = file.metadata().await.map_err(SnapshotError::Disk)?.len();
    let name = format!("attachment; filename=\"portal-{id}.db\"");
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/vnd.sqlite3"),
        ),
        (header::CONTENT_LENGTH, HeaderValue::from(length)),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    Ok((headers, Body::from_stream(pieces(file))).into_response())
}

fn pieces(file: tokio::fs::File) -> impl stream::Stream<Item = std::io::Result<Bytes>> {
    const PIECE: usize = 256 << 10;
    stream::try_unfold(file, |mut file| async {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok((read > 0).then(|| (piece.into(), file)))
    })
}

async fn import(State(portal): State<AppState>, body: Body) -> Result<StatusCode, Failure> {
    let folder = tempfile::tempdir().map_err(SnapshotError::Disk)?;
    let file = folder.path().join("upload.db");
    store(body, &file).await?;
    blocking(portal, move |portal| {
        let done = Snapshots::import(portal, &file);
        drop(folder);
        done
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn store(body: Body, file: &File) -> Result<(), Failure> {
    let mut out = tokio::fs::File::create(file)
        .await
        .map_err(SnapshotError::Disk)?;
    let mut pieces = body.into_data_stream();
    let mut size = 0_u64;
    while let Some(piece) = pieces.next().await {
        let broken = |_| Failure(StatusCode::BAD_REQUEST, "the upload broke off".into());
        let piece = piece.map_err(broken)?;
        size += piece.len() as u64;
        if size > LARGEST {
            let text = format!("a database may weigh {} MiB at most", LARGEST >> 20);
            return Err(Failure(StatusCode::PAYLOAD_TOO_LARGE, text));
        }
        out.write_all(&piece).await.map_err(SnapshotError::Disk)?;
    }
    out.flush().await.map_err(SnapshotError::Disk)?;
    Ok(())
}
