//! Placeholder.
#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let state = sandbox::state::AppState::open(sandbox::state::Settings::default())?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8124").await?;
    axum::serve(listener, sandbox::app(state)).await?;
    Ok(())
}
