//! The sockets: connections are served here rather than by axum, so that a fault can end one
//! without an answer, and so that the same code serves HTTP and HTTPS.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tower::ServiceExt as _;

use crate::faults::Hangup;

/// What open calls are given to finish when the portal stops.
const FAREWELL: Duration = Duration::from_secs(1);
/// What a client is given to send the head of a request, or to greet by TLS.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection was ended on purpose.
#[derive(Debug, thiserror::Error)]
#[error("the connection was ended by a fault")]
struct Ended;

/// Serves `router` on `listener`, by HTTPS where there is a certificate, until `stop` comes.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    tls: Option<Arc<ServerConfig>>,
    stop: impl Future<Output = ()>,
) {
    let tls = tls.map(TlsAcceptor::from);
    let open = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((socket, peer)) => {
                let connection = greet(socket, peer, router.clone(), tls.clone(), open.watcher());
                tokio::spawn(connection);
            }
            // Too many open files, mostly: others have to be closed first.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    // Streams of the inspector and calls that wait for ever end with the portal.
    let _ = tokio::time::timeout(FAREWELL, open.shutdown()).await;
}

async fn greet(
    socket: TcpStream,
    peer: SocketAddr,
    router: Router,
    tls: Option<TlsAcceptor>,
    watcher: Watcher,
) {
    // Small answers are not to wait for others.
    let _ = socket.set_nodelay(true);
    match tls {
        None => talk(socket, peer, router, watcher).await,
        Some(tls) => {
            let greeting = tokio::time::timeout(PATIENCE, tls.accept(socket)).await;
            // Who speaks no TLS, or does not trust the certificate, knows it from its own end.
            if let Ok(Ok(socket)) = greeting {
                talk(socket, peer, router, watcher).await;
            }
        }
    }
}

async fn talk<S>(socket: S, peer: SocketAddr, router: Router, watcher: Watcher)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let answer = service_fn(move |request: hyper::Request<Incoming>| {
        let router = router.clone();
        async move { one(router, request.map(Body::new), peer).await }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .serve_connection(TokioIo::new(socket), answer);
    // It fails when the client goes away, or by a fault: both are known to whom they concern.
    let _ = watcher.watch(connection).await;
}

/// Answers one request, or ends the connection: an error here closes it without an answer.
async fn one(router: Router, mut request: Request, peer: SocketAddr) -> Result<Response, Ended> {
    request.extensions_mut().insert(ConnectInfo(peer));
    let answered: Result<Response, Infallible> = router.oneshot(request).await;
    match answered {
        Ok(response) if response.extensions().get::<Hangup>().is_some() => Err(Ended),
        Ok(response) => Ok(response),
        Err(never) => match never {},
    }
}
