//! The rating of a pressing and the facts of its album.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::worker::<vinilogy_app::jobs::IngestReleaseDetails>().await
}
