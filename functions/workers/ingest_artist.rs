//! An artist's facts, similars and MBID.
#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    vinilogy_app::lambda::worker::<vinilogy_app::jobs::IngestArtist>().await
}
