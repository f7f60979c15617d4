//! The picture of an artist, or the cover of an album.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::worker::<vinilogy_app::jobs::IngestImages>().await
}
