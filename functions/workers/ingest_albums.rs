//! An artist's studio albums.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::worker::<vinilogy_app::jobs::IngestAlbums>().await
}
